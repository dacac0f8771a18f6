"""Publishing: editions are frozen and notices given here, the only writer of both."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Max

from articles.content import Content
from articles.models import Article, Edition, Notice, Revision, Step, StoredReport
from articles.text.page import Entry, clusters, rendered
from references.bibliography import number_of, numbered
from references.csl import SourceData
from references.entry import plain, short_name


def freeze(
    article: Article, revision: Revision, seen: Content, report: StoredReport, approval: Step, by: AbstractBaseUser
) -> Edition:
    """Write the next edition of an article: what `seen` holds, and the reader's HTML made from it. The caller holds
    the lock.
    """
    newest = article.editions.aggregate(newest=Max("number"))["newest"] or 0
    return Edition.objects.create(
        article=article,
        number=newest + 1,
        revision=revision,
        content_hash=seen.hash,
        content=seen.canonical,
        html=reader_html(seen.data),
        report=report,
        approval=approval,
        published_by_id=by.pk,
    )


def reader_html(data: Mapping[str, Any]) -> str:
    """Return the body and the list of references of a content's data as readers get them, numbered by first citation.

    A key without a source has no number, as in the bibliography.
    """
    body = data["body"]
    works = {key: SourceData.from_csl(item) for key, item in data["sources"].items()}
    known = ([key for key in cluster if key in works] for cluster in clusters(body))
    entries = numbered(known, data["numbering"])
    return rendered(body, [_entry(keys, works) for keys in entries], partial(number_of, entries))


def _entry(keys: Sequence[str], works: Mapping[str, SourceData]) -> Entry:
    known = [works[key] for key in keys]
    return Entry(tuple(keys), "; ".join(map(short_name, known)), "; ".join(map(plain, known)))


def notify(edition: Edition, kind: str, text: str, by: AbstractBaseUser) -> Notice:
    """Put a notice on an edition: what readers are told, as plain text that is not empty."""
    return Notice.objects.create(edition=edition, kind=kind, text=text, by_id=by.pk)
