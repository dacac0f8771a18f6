"""Which articles cite a source: in their texts as they stand, and in what readers see."""

from django.db.models import QuerySet

from articles.models import Article, Edition
from references.models import ReferenceSource, Source


def texts_citing(source: Source) -> QuerySet[Article]:
    """Return the articles whose text cites a source, or one that was merged into it, the latest changed first."""
    entries = ReferenceSource.objects.filter(source__in=_with_merged(source))
    return Article.objects.filter(bibliography__in=entries.values("reference__bibliography"))


def live_citing(key: str) -> QuerySet[Edition]:
    """Return the editions that readers see now and that cite the source of this very key, the latest first.

    An edition's content is canonical JSON, in which a quotation mark inside a text is escaped: words that look like an
    item's identifier are never taken for one.
    """
    live = Edition.objects.filter(pk__in=Article.objects.live().values("edition"))
    return live.filter(content__contains=f'"id":"{key}"').order_by("-pk")


def _with_merged(source: Source) -> set[int]:
    """Return the primary keys of a source and of all that lead to it: one query for each step of the longest chain."""
    found, newest = {source.pk}, {source.pk}
    while newest:
        newest = set(Source.objects.filter(merged_into__in=newest).values_list("pk", flat=True)) - found
        found |= newest
    return found
