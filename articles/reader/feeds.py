"""Feeds: the newest articles for programs, as Atom (RFC 4287) and as JSON Feed 1.1."""

import json
from collections.abc import Callable
from html import escape
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles.models import Article, Contributor, Public, SiteIdentity, Topic
from articles.reader import feed_items, shell
from articles.reader.feed_items import Item

ATOM, JSON = "application/atom+xml; charset=utf-8", "application/feed+json; charset=utf-8"


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The newest articles as Atom."""
    return _feed(request, _published(), SiteIdentity.current().name, reverse("home"), _atom, ATOM)


@require_safe
def json_feed(request: HttpRequest) -> HttpResponse:
    """The newest articles as JSON Feed."""
    return _feed(request, _published(), SiteIdentity.current().name, reverse("home"), _json, JSON)


@require_safe
def topic(request: HttpRequest, path: str) -> HttpResponse:
    """The newest articles on a topic or below it, as Atom."""
    here = get_object_or_404(shell.peopled(Topic.objects.all()), path=path)
    found = _published().filter(pk__in=Article.objects.filter(topics__in=Topic.objects.under(here)).values("pk"))
    title = f"{here.name} – {SiteIdentity.current().name}"
    return _feed(request, found, title, reverse("topic", args=[path]), _atom, ATOM)


@require_safe
def contributor(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest articles that a contributor is credited with, as Atom; 404 where readers find none."""
    who = get_object_or_404(Contributor, slug=slug, active=True)
    found = _published().filter(pk__in=who.bylines.values("article"))
    if not found.exists():
        raise Http404("Nothing of theirs is published.")
    title = f"{who.name} – {SiteIdentity.current().name}"
    return _feed(request, found, title, reverse("contributor", args=[slug]), _atom, ATOM)


def _published() -> QuerySet[Article]:
    """What readers find: a retracted article too, for whoever took it in has to hear of it."""
    return Article.objects.filter(public__in=[Public.LIVE, Public.RETRACTED])


_Write = Callable[[dict[str, str], list[Item]], str]


def _feed(
    request: HttpRequest, articles: QuerySet[Article], title: str, page: str, write: _Write, content_type: str
) -> HttpResponse:
    """Answer with a feed, or 304 to who has it: it is written once for all that ask for it."""
    absolute = request.build_absolute_uri
    site = SiteIdentity.current()
    about = {"title": title, "page": absolute(page), "feed": absolute(request.path), "description": site.tagline}
    rows = feed_items.newest(articles)
    told = json.dumps([about, rows, feed_items.names()], cls=DjangoJSONEncoder)
    answer = shell.validated(request, told, lambda: HttpResponse(write(about, feed_items.items(rows, absolute))))
    answer.headers["Content-Type"] = content_type
    return answer


class _Atom(Atom1Feed):
    """Django's Atom with the whole text of each entry."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["html"], {"type": "html"})


def _atom(about: dict[str, str], items: list[Item]) -> str:
    title, motto = about["title"], about["description"]
    feed = _Atom(title, about["page"], motto, subtitle=motto, feed_url=about["feed"], author_name=title)
    for item in items:
        feed.add_item(
            item.title,
            item.address,
            escape(item.summary),
            unique_id=item.id,
            pubdate=item.published,
            updateddate=item.updated,
            categories=item.topics,
            authors=item.authors,
            html=item.html,
        )
    return feed.writeString("utf-8")


def _json(about: dict[str, str], items: list[Item]) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about["title"],
        "home_page_url": about["page"],
        "feed_url": about["feed"],
        "description": about["description"],
        "items": [_json_item(item) for item in items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=2) + "\n"


def _json_item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "language": item.language,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.topics),
    }
