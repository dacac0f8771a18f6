"""Published articles: a list, and each one's newest edition whole."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import conditional_page
from ninja import Query, Router
from ninja.decorators import decorate_view
from ninja.errors import HttpError

from articles.api import schemas
from articles.models import Article, Edition, Notice, Public
from articles.showing import erased, shown, withheld
from articles.text.page import clusters
from references.bibliography import numbered

router = Router(tags=["Articles"])

MOST = 50


@router.get("/", response=schemas.ArticleList, url_name="articles", summary="Live articles, the latest first")
@decorate_view(conditional_page)
def index(
    request: HttpRequest,
    before: Annotated[int | None, Query(ge=1, description="Where the page before ended: its next has it.")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most.")] = 20,
) -> dict[str, Any]:
    """Each live article by its newest edition. Drafts, withdrawn and retracted articles are not listed."""
    live = Edition.objects.filter(pk__in=Article.objects.live().values("edition"))
    found = live.filter(pk__lt=before) if before else live
    editions = list(found.select_related("article").defer("html").order_by("-pk")[: limit + 1])
    page, more = editions[:limit], len(editions) > limit
    names = {each.pk: each.name for each in erased()}
    items = [_summary(request, edition, withheld(edition.content, names)) for edition in page]
    return {"items": items, "next": _address(request, page[-1].pk, limit) if more else None}


def _address(request: HttpRequest, before: int, limit: int) -> str:
    return request.build_absolute_uri(f"{reverse('api:articles')}?before={before}&limit={limit}")


@router.get(
    "/{slug}/",
    response={200: schemas.Article, 404: schemas.Problem, 410: schemas.Problem},
    url_name="article",
    summary="One article",
)
@decorate_view(conditional_page)
def show(request: HttpRequest, slug: str) -> HttpResponse | dict[str, Any]:
    """The newest edition of a live or retracted article. A withdrawn one answers 410 with its public note."""
    public = Edition.objects.filter(pk__in=Article.objects.exclude(public=Public.NEVER).values("edition"))
    named = public.filter(Q(article__slug=slug) | Q(article__former_slugs__slug=slug))
    edition = named.select_related("article").defer("html").first()
    if edition is None:
        raise HttpError(404, "There is no published article at this address.")
    article = edition.article
    if article.slug != slug:
        return redirect("api:article", article.slug, permanent=True)
    notices = list(Notice.objects.filter(edition__article=article).select_related("edition"))
    if article.public == Public.WITHDRAWN:
        raise HttpError(410, next(each.text for each in notices if each.kind == Notice.Kind.WITHDRAWAL))
    return _whole(request, edition, notices)


def _whole(request: HttpRequest, edition: Edition, notices: Iterable[Notice]) -> dict[str, Any]:
    content = shown(edition)
    cited = ([key for key in cluster if key in content["sources"]] for cluster in clusters(content["body"]))
    entries = numbered(cited, content["numbering"])
    return _summary(request, edition, content) | {
        "public": edition.article.public,
        "body": content["body"],
        "bylines": content["bylines"],
        "references": [{"number": number, "keys": keys} for number, keys in enumerate(entries, start=1)],
        "sources": content["sources"],
        "notices": [
            {"kind": each.kind, "text": each.text, "edition": each.edition.number, "created": each.created}
            for each in notices
        ],
        "content_hash": edition.content_hash,
    }


def _summary(request: HttpRequest, edition: Edition, content: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "slug": edition.article.slug,
        **{name: content[name] for name in ("title", "standfirst", "language", "topics")},
        "authors": [byline["name"] for byline in content["bylines"] if byline["role"] == "author"],
        "edition": edition.number,
        "published": edition.created,
        "url": request.build_absolute_uri(reverse("article", args=[edition.article.slug])),
    }
