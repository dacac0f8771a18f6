"""Lists of articles, as home, topics, people and search show them: newest first, a page at a time, from editions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from articles.models import Article, Contributor, Edition, Public
from articles.reader.shell import readable
from articles.reader.trust import trust
from articles.showing import erased, withheld

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    slug: str
    title: str
    standfirst: str
    authors: tuple[str, ...]
    sourced: str
    published: datetime
    updated: datetime | None
    topic: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """A page of a list; `older` is where the next one begins, 0 at the end."""

    cards: tuple[Card, ...]
    older: int = 0


def cards(articles: QuerySet[Article], before: str = "") -> Cards:
    """Return a page of some published articles, the latest published first: those whose edition is older than `before`.

    Two queries, however many there are. A `before` that is no number begins at the newest.
    """
    ordered = articles.order_by("-edition_id")
    if before.isdecimal() and len(before) < 19:
        ordered = ordered.filter(edition_id__lt=int(before))
    rows = list(shown(ordered)[: A_PAGE + 1])
    older = rows[A_PAGE - 1]["edition_id"] if len(rows) > A_PAGE else 0
    return Cards(tuple(carded(rows[:A_PAGE])), older)


def shown(articles: QuerySet[Article]) -> QuerySet[Article, Any]:
    """Return what a card is made from, of each article."""
    first = Edition.objects.filter(article=OuterRef("pk")).order_by("number").values("created")[:1]
    return articles.values(
        "slug",
        "edition_id",
        "public",
        content=F("edition__content"),
        said=F("edition__report__body"),
        number=F("edition__number"),
        newest=F("edition__created"),
        first=Subquery(first),
    )


def carded(rows: list[dict[str, Any]]) -> list[Card]:
    """Return the cards of what shown() brought; one query, for the people erased since."""
    names = {row.pk: row.name for row in erased()} if rows else {}
    return [_card(row, withheld(row["content"], names)) for row in rows]


def _card(row: dict[str, Any], content: dict[str, Any]) -> Card:
    return Card(
        slug=row["slug"],
        title=titled(content["title"], row["public"]),
        standfirst=content["standfirst"],
        authors=tuple(byline["name"] for byline in content["bylines"] if byline["role"] == "author"),
        sourced=trust(row["said"]).short,
        published=row["first"],
        updated=row["newest"] if row["number"] > 1 else None,
        topic=content["topics"][-1]["name"] if content["topics"] else "",
    )


def titled(title: str, public: str) -> str:
    """Return a title as readers see it: a retracted article's says so first."""
    return f"Retracted: {title}" if public == Public.RETRACTED else title


def written_by(contributor: Contributor) -> QuerySet[Article]:
    """Return the articles whose edition credits a contributor. The byline of a draft alone is none yet.

    An edition's content is canonical JSON: no text in it can look like this member of an object.
    """
    credited = f'"contributor":{contributor.pk},"credentials"'
    signed = readable().filter(bylines__contributor=contributor, edition__content__contains=credited)
    return Article.objects.filter(pk__in=signed.values("pk"))


def reviewed_by(contributor: Contributor) -> QuerySet[Article]:
    """Return the articles whose edition a contributor approved."""
    if contributor.user_id is None:
        return Article.objects.none()
    return readable().filter(edition__approval__by=contributor.user_id)
