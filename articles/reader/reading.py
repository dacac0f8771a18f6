"""What an article's page needs, asked of the database in one query."""

import json
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from articles import showing
from articles.models import Article, Comment, Contributor, Edition, Notice, SiteIdentity, Waiver
from articles.reader.rows import Rows, moment
from articles.reader.shell import sections

RELATED = 3
# No edition has the number, the greatest that the database keeps.
_SLUG, _NUMBER = "the slug that is asked for", 2**31 - 1
_LISTS = ("reviewer", "given", "comments", "waived", "related", "erased", "site", "sections")
_TIMES = ("created", "published", "reviewed")
# What an edition never changes of; all else a row holds may change, and the page with it.
_FOR_GOOD = ("content", "html", "said")
_SHOWN = ("credentials", "affiliation", "bio", "disclosure", "orcid", "photo", "photo_alt", "photo_credit")


def read(slug: str, number: int | None = None) -> dict[str, Any] | None:
    """Return what the page of an article's newest edition, or of the one with a number, is made from, as the database
    wrote it: parsed() makes values of it. One query; None where there is no such edition.
    """
    if number is not None and number >= _NUMBER:
        return None
    sql, params = _sentence(connection.vendor, number is None)
    asked = {_SLUG: slug, _NUMBER: number}
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked.get(each, each) for each in params])
        row = cursor.fetchone()
        return dict(zip((column[0] for column in cursor.description), row, strict=True)) if row else None


def told(row: dict[str, Any]) -> str:
    """Return all of a row that may differ from one day to the next: the same text means the same page."""
    return repr([value for name, value in row.items() if name not in _FOR_GOOD])


def parsed(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its lists as lists and its times as times."""
    lists = {name: json.loads(row[name]) if row[name] else [] for name in _LISTS}
    return row | lists | {name: moment(row[name]) for name in _TIMES}


@cache
def _sentence(vendor: str, newest: bool) -> tuple[str, tuple[Any, ...]]:
    """Return the query in SQL with the values that it takes, written once in a process: to write it takes Django many
    times as long as the database takes to answer. Two of the values stand for an article's slug and a number.
    """
    chosen = Q(pk=F("article__edition")) if newest else Q(number=_NUMBER)
    return _asked(Edition.objects.filter(chosen, article__slug=_SLUG)).query.sql_with_params()


def _asked(editions: QuerySet[Edition]) -> QuerySet[Edition, Any]:
    of_article = OuterRef("article")
    first = Edition.objects.filter(article=of_article).order_by("number").values("created")[:1]
    return editions.order_by().values(
        "pk",
        "number",
        "content",
        "html",
        "created",
        slug=F("article__slug"),
        public=F("article__public"),
        newest=F("article__edition__number"),
        published=Subquery(first),
        said=F("report__body"),
        reviewed=F("approval__created"),
        reviewer=Rows(_reviewer(), "pk", "name", "slug", *_SHOWN),
        first_name=F("approval__by__first_name"),
        last_name=F("approval__by__last_name"),
        given=Rows(_notices(of_article), "kind", "text", "created", number=F("edition__number")),
        comments=Rows(_comments(of_article), "name", "text", "created"),
        waived=Rows(_waived(), "reason", text=F("claim__text")),
        related=Rows(_related(), "slug", title=F("edition__revision__title")),
        erased=Rows(showing.erased().order_by("pk"), "pk", "name"),
        site=Rows(SiteIdentity.objects.order_by(), "name", "tagline", "contact", "imprint", "policy"),
        sections=Rows(sections(), "name", "path"),
    )


def _reviewer() -> QuerySet[Contributor]:
    """Whoever approved the edition, as they are now: an approval is a person's, not a byline's."""
    return Contributor.objects.filter(user=OuterRef("approval__by")).order_by()


def _notices(article: OuterRef) -> QuerySet[Notice]:
    return Notice.objects.filter(edition__article=article).order_by("-pk")


def _comments(article: OuterRef) -> QuerySet[Comment]:
    return Comment.objects.published().filter(article=article).order_by("created", "pk")


def _waived() -> QuerySet[Waiver]:
    """The waivers that held when the edition's report was computed."""
    at = OuterRef("report__created")
    held = Waiver.objects.filter(Q(expires=None) | Q(expires__gt=at), granted=True, decided__lte=at)
    return held.filter(claim__article=OuterRef("article")).order_by("pk")


def _related() -> QuerySet[Article]:
    """The newest others of the article's topics."""
    others = Article.objects.live().exclude(pk=OuterRef("article"))
    shared = others.filter(topics__articles=OuterRef("article"))
    return shared.order_by("-edition_id").distinct()[:RELATED]
