"""An article: its newest edition, and each earlier one at an address of its own."""

from types import SimpleNamespace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Public, SiteIdentity, SlugRedirect
from articles.reader import head, reading, shell
from articles.reader.article_page import ArticlePage

EXPORTS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON", "xml": "JATS XML", "md": "Markdown", "pdf": "PDF"}


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest edition; 410 with the public note where it was withdrawn; a former address leads to today's."""
    row = reading.read(slug)
    if row is None:
        return _moved(slug)
    return shell.validated(request, reading.told(row), lambda: _answer(request, ArticlePage(reading.parsed(row))))


@require_safe
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One edition for ever; an older one is marked as such."""
    row = reading.read(slug, number)
    if row is None:
        raise Http404("There is no such edition.")
    return shell.validated(request, reading.told(row), lambda: _answer(request, ArticlePage(reading.parsed(row))))


def _moved(slug: str) -> HttpResponse:
    former = SlugRedirect.objects.filter(slug=slug).exclude(article__public=Public.NEVER).select_related("article")
    if moved := former.first():
        return redirect("article", moved.article.slug, permanent=True)
    raise Http404("There is no such article.")


def _answer(request: HttpRequest, page: ArticlePage) -> HttpResponse:
    site = _site(page.row["site"])
    around: dict[str, Any] = {"page": page, "site": site, "sections": page.row["sections"]}
    if page.row["public"] == Public.WITHDRAWN:
        return shell.page(request, "reader/withdrawn.html", around, status=410)
    return shell.page(request, "reader/article.html", around | _told(request, page, site.name))


def _told(request: HttpRequest, page: ArticlePage, magazine: str) -> dict[str, Any]:
    """What the page says of itself: its addresses, and what machines read."""
    canonical = request.build_absolute_uri(reverse("article", args=[page.row["slug"]]))
    own = request.build_absolute_uri(reverse("edition", args=[page.row["slug"], page.row["number"]]))
    return {
        "canonical": canonical,
        "own_address": own,
        "citation_tags": head.citation_tags(page, magazine, canonical),
        "graph": head.graph(page, magazine, request.build_absolute_uri),
        "exports": [(f"{canonical.removesuffix('/')}.{ending}", name) for ending, name in EXPORTS.items()],
    }


def _site(rows: list[dict[str, str]]) -> SimpleNamespace | SiteIdentity:
    return SimpleNamespace(**rows[0]) if rows else SiteIdentity()
