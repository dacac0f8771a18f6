"""The machine's addresses, under /api/."""

from django.urls import path
from django.views.generic import RedirectView
from ninja import NinjaAPI

from articles.api import articles, checking, sources
from articles.api.docs import Docs

api = NinjaAPI(
    title="Stet",
    version="1",
    description="Published articles, the sources that they cite, and a check for any text.",
    urls_namespace="api",
    docs=Docs(),
    docs_url="/docs",
    openapi_url="/openapi.json",
)
api.add_router("/articles", articles.router)
api.add_router("/sources", sources.router)
api.add_router("", checking.router)

urlpatterns = [path("", RedirectView.as_view(pattern_name="api:openapi-view")), path("", api.urls)]
