"""What stands around every page: the magazine's identity and its sections; and the way that a page is answered."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache as kept
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from articles.models import Article, Public, SiteIdentity, Topic

MOST_SECTIONS = 8
DAY = 24 * 3600
REVALIDATED = "public, max-age=0, must-revalidate"


def peopled(topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """Return those of some topics that readers find an article in, or below: a topic of drafts alone is a draft."""
    below = Q(topics__path__startswith=Concat(OuterRef("path"), Value("/")))
    return topics.filter(Exists(readable().filter(Q(topics=OuterRef("pk")) | below)))


def readable() -> QuerySet[Article]:
    """Return the articles whose text readers may read: live ones, and retracted ones, which say so."""
    return Article.objects.filter(public__in=[Public.LIVE, Public.RETRACTED])


def sections() -> QuerySet[Topic]:
    """Return the magazine's sections: the topics at the root of the tree."""
    return peopled(Topic.objects.filter(parent=None)).order_by("name")[:MOST_SECTIONS]


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200, lasting: bool = True
) -> HttpResponse:
    """Return a reader's page: the same for everybody, so that any cache may keep it.

    The theme is the browser's to choose, and there are no messages: either would make it one person's page.
    """
    around = {"theme": "", "messages": ()} | dict(context)
    if "sections" not in around:
        around |= {"site": SiteIdentity.current(), "sections": list(sections())}
    answer = render(request, template, around, status=status)
    answer.headers["Cache-Control"] = REVALIDATED if lasting else "no-store"
    return answer


def validated(request: HttpRequest, told: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer 304 where the reader's copy is of what is told, else the page, made once for it.

    `told` is everything that the page shows or is made from, in any form.
    """
    here = request.build_absolute_uri()
    etag = sha256(f"{version()}\n{here}\n{told}".encode()).hexdigest()[:32]
    answer = get_conditional_response(request, etag=quote_etag(etag))
    if answer is None:
        answer = make() if request.GET else _once(f"page:{etag}", make)
    answer.headers["ETag"], answer.headers["Cache-Control"] = quote_etag(etag), REVALIDATED
    return answer


def _once(key: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the page that is kept under a key, made now where none is."""
    body = kept.get(key)
    if body is not None:
        return HttpResponse(body)
    answer = make()
    if answer.status_code == 200:
        kept.set(key, answer.content, DAY)
    return answer


@cache
def version() -> str:
    """Return the version of the code that makes pages: a digest of it, the same in every process that runs it."""
    root = Path(settings.BASE_DIR)
    files = [*root.glob("templates/*.html"), *root.glob("templates/reader/*.html"), *root.glob("articles/reader/*.py")]
    files += [*root.glob("articles/exporters/**/*.py"), *root.glob("references/*.py")]
    static = [*root.glob("static/css/*.css"), *root.glob("static/js/*.js")]
    return sha256(b"\0".join(file.read_bytes() for file in sorted(files + static))).hexdigest()
