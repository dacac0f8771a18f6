"""What feeds are made of: the newest editions as items, their text with full addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.db.models import F, Max, OuterRef, QuerySet, Subquery
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article, Edition, Notice, Public
from articles.showing import erased, withheld
from articles.text.sanitize import storable

MOST = 20


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a feed. `id` is for ever, whatever its address becomes; `updated` counts its notices too."""

    id: str
    address: str
    title: str
    summary: str
    html: str
    language: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    published: datetime
    updated: datetime


def newest(articles: QuerySet[Article]) -> list[dict[str, Any]]:
    """Return what tells the newest of some articles apart from what they were; one query."""
    editions = Edition.objects.filter(article=OuterRef("pk")).order_by("number")
    notices = Notice.objects.filter(edition__article=OuterRef("pk")).order_by()
    last = notices.values("edition__article").annotate(last=Max("created")).values("last")
    found = articles.order_by("-edition_id").values(
        "pk",
        "slug",
        "public",
        "edition_id",
        newest=F("edition__created"),
        first=Subquery(editions.values("created")[:1]),
        told=Subquery(last),
    )
    return [dict(row) for row in found[:MOST]]


def names() -> dict[int, str]:
    """Return the people erased since, and what stands in place of their names; one query."""
    return {row.pk: row.name for row in erased().order_by("pk")}


def items(rows: list[dict[str, Any]], absolute: Callable[[str], str]) -> list[Item]:
    """Return the items of what newest() brought; two queries."""
    editions = Edition.objects.only("content", "html").in_bulk([row["edition_id"] for row in rows])
    gone = names()
    return [_item(row, editions[row["edition_id"]], gone, absolute) for row in rows]


def _item(row: dict[str, Any], edition: Edition, gone: dict[int, str], absolute: Callable[[str], str]) -> Item:
    content = withheld(edition.content, gone)
    address = absolute(reverse("article", args=[row["slug"]]))
    retracted = "Retracted: " if row["public"] == Public.RETRACTED else ""
    return Item(
        id=f"tag:{urlsplit(address).hostname},{row['first']:%Y-%m-%d}:article-{row['pk']}",
        address=address,
        title=storable(f"{retracted}{content['title']}"),
        summary=storable(content["standfirst"]),
        html=complete(edition.html, address),
        language=content["language"],
        authors=tuple(byline["name"] for byline in content["bylines"] if byline["role"] == "author"),
        topics=tuple(topic["name"] for topic in content["topics"]),
        published=row["first"],
        updated=max(row["newest"], row["told"] or row["newest"]),
    )


def complete(html: str, address: str) -> str:
    """Return a page's HTML with full addresses: in a feed a marker leads to the reference on the page."""
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    for name in ("href", "src"):
        for node in body.css(f"[{name}]"):
            node.attrs[name] = urljoin(address, node.attributes[name] or "")
    return body.inner_html or ""
