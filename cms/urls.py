"""The site's addresses."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

from cms.views import about, health, invitation, missing, theme

# The admin has no log-in of its own: allauth's counts attempts and asks for the second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

handler404 = missing.not_found

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("theme/", theme.choose, name="theme"),
    path("about/", about.about, name="about"),
    path("accounts/invitation/<str:token>/", invitation.accept, name="invitation"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("desk/", include("articles.desk.urls")),
    path("library/", include("references.urls")),
    path("api/", include("articles.api.urls")),
    path("", include("articles.reader.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
