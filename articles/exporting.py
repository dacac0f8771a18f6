"""Exporting: an edition becomes the value that exporters write."""

from collections.abc import Mapping
from functools import partial
from html import escape, unescape
from typing import Any

from django.db.models import Min

from articles import showing
from articles.exporters import Credit, Notice, Published
from articles.models import Edition
from articles.models import Notice as NoticeRow
from articles.text.page import clusters
from articles.text.sanitize import clean
from references.bibliography import number_of, numbered
from references.csl import SourceData


def published(edition: Edition, *, address: str, home: str, magazine: str) -> Published:
    """Return an edition as exporters see it; nothing of it comes from a revision.

    `address` and `home` are the article's and the magazine's full addresses. Three queries.
    """
    data = showing.shown(edition)
    article = edition.article
    first = article.editions.aggregate(first=Min("created"))["first"]
    return Published(
        title=data["title"],
        standfirst=data["standfirst"],
        body=data["body"],
        language=data["language"],
        slug=article.slug,
        address=address,
        magazine=magazine,
        home=home,
        number=edition.number,
        first_day=first.date(),
        day=edition.created.date(),
        topics=tuple(topic["name"] for topic in data["topics"]),
        credits=tuple(map(_credit, data["bylines"])),
        notices=_notices(edition),
        **_references(data),
    )


def _references(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the printed list of references and the numbers that each citation shows, as the page has them."""
    works = {key: SourceData.from_csl(item) for key, item in data["sources"].items()}
    cited = clusters(data["body"])
    entries = numbered(([key for key in cluster if key in works] for cluster in cited), data["numbering"])
    number = partial(number_of, entries)
    return {
        "references": tuple(tuple(works[key] for key in keys) for keys in entries),
        "numbers": {cluster: number(cluster) for cluster in cited},
    }


def _credit(byline: Mapping[str, str]) -> Credit:
    said = {field: byline[field] for field in ("name", "role", "credentials", "affiliation", "disclosure", "orcid")}
    return Credit(**said, bio=_markup(byline["bio"]))


def _markup(bio: str) -> str:
    """Return a bio as stored markup, whether it was written as plain text or in the editor."""
    if "<" in bio:
        return clean(bio)
    return "".join(f"<p>{escape(unescape(paragraph))}</p>" for paragraph in bio.split("\n\n") if paragraph.strip())


def _notices(edition: Edition) -> tuple[Notice, ...]:
    """Return the notices on this edition of the article and on those before it, the newest first."""
    rows = NoticeRow.objects.filter(edition__article=edition.article_id, edition__number__lte=edition.number)
    return tuple(Notice(row.kind, row.created.date(), row.text) for row in rows.order_by("-pk"))
