"""Sources that readers can see: those cited by live editions, as these show them."""

import json
import re
from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.views.decorators.http import conditional_page
from ninja import Router
from ninja.decorators import decorate_view
from ninja.errors import HttpError

from articles.api import schemas
from articles.api.limits import PerAddress
from articles.citing import live_citing
from articles.models import Edition
from references.csl import KEY_PATTERN

router = Router(tags=["Sources"])

MOST = 50


@router.get(
    "/{key}/",
    response={200: schemas.Source, 404: schemas.Problem, 429: schemas.Problem},
    url_name="source",
    summary="One source that a live article cites",
    throttle=[PerAddress("source", "60/m")],  # each question reads through all that is live
)
@decorate_view(conditional_page)
def show(request: HttpRequest, key: str) -> dict[str, Any]:
    """The source as the newest edition that cites it has it: what the library has learnt since is not shown. One that
    only drafts cite is not found.
    """
    live = live_citing(key) if re.fullmatch(KEY_PATTERN, key) else Edition.objects.none()
    citing = list(live.select_related("article", "revision").only("article__slug", "revision__title")[:MOST])
    item = _shown(key, citing[0].pk) if citing else None
    if item is None:
        raise HttpError(404, "No live article cites a source of this key.")
    return {"key": key, "csl": item, "cited_by": [_citing(request, edition) for edition in citing]}


def _shown(key: str, edition: int) -> dict[str, Any] | None:
    """Return the item that an edition shows under a key, or None."""
    content = json.loads(Edition.objects.values_list("content", flat=True).get(pk=edition))
    return cast(dict[str, Any] | None, content["sources"].get(key))


def _citing(request: HttpRequest, edition: Edition) -> dict[str, str]:
    address = request.build_absolute_uri(reverse("article", args=[edition.article.slug]))
    return {"slug": edition.article.slug, "title": edition.revision.title, "url": address}
