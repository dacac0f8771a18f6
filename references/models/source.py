"""The shared library: one row for each work."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import reduce
from operator import and_

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Now

from references import identifiers
from references.csl import KEY_PATTERN, SourceData

# Of 957 pairs of records of one work, in benchmarks/references/likeness.py's sets, 99.7 % share their titles' first 20
# letters.
STEM = 20
# What a search asks for at most: more words narrow nothing down.
MOST_WORDS = 12


def title_stem(title: str) -> str:
    """Return a title's first letters and digits, at most 20, in lower case and without marks: same works mostly
    share it.
    """
    plain = unicodedata.normalize("NFKD", title).casefold()
    return "".join(filter(str.isalnum, plain))[:STEM]


def folded(text: str) -> str:
    """Return a text's letters and digits in lower case and without marks, anything else as single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"\w+", "".join(filter(lambda sign: not unicodedata.combining(sign), plain))))


class SourceQuerySet(models.QuerySet["Source"]):
    """Sets of sources."""

    def standing(self) -> SourceQuerySet:
        """Those that were not merged into another."""
        return self.filter(merged_into=None)

    def search(self, text: str) -> SourceQuerySet:
        """Those that have the identifier which `text` is; else those whose key begins with it, and those in which each
        of its words begins a word.
        """
        for field, normal in (("doi", identifiers.doi), ("pmid", identifiers.pmid), ("isbn", identifiers.isbn)):
            if (value := normal(text)) and (found := self.filter(**{field: value})).exists():
                return found
        words = folded(text).split()[:MOST_WORDS]
        if not words:
            return self
        told = reduce(and_, (models.Q(words__contains=f" {word}") for word in words))
        return self.filter(told | models.Q(key__startswith=text.strip().lower()))

    def by_key(self, keys: Iterable[str]) -> dict[str, Source]:
        """Return the source that each key stands for, a merged one's successor included; an unknown key is left out.

        One query for each step of the longest chain of merges.
        """
        named = self.filter(key__in=set(keys))
        found: dict[str, Source] = {source.key: source for source in named}
        while moved := {key: source.merged_into_id for key, source in found.items() if source.merged_into_id}:
            successors = self.in_bulk(set(moved.values()))
            found |= {key: successors[pk] for key, pk in moved.items()}
        return found


class Source(models.Model):
    """One work. `data` is its CSL-JSON item without the key; the columns beside it repeat what is searched by.

    Written by references/library.py alone. The key is for ever: a merged source stays as the sign that points to its
    successor.
    """

    key = models.CharField(max_length=64, unique=True, validators=[RegexValidator(rf"^{KEY_PATTERN}\Z")])
    data = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    title = models.TextField(blank=True)
    title_stem = models.CharField(max_length=STEM, blank=True, db_index=True, editable=False)
    # What a search looks through: title, names, place and year, folded, each word with a space before it.
    words = models.TextField(blank=True, editable=False)
    year = models.SmallIntegerField(null=True, blank=True)
    # Indexed beside their constraints: SQLite does not use a partial index for a value that it is only told when it
    # runs.
    doi = models.CharField(max_length=255, blank=True, db_index=True)
    pmid = models.CharField(max_length=20, blank=True, db_index=True)
    isbn = models.CharField(max_length=20, blank=True, db_index=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="merged into"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    added = models.DateTimeField(db_default=Now(), editable=False)
    changed = models.DateTimeField(db_default=Now(), editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        indexes = [models.Index(fields=["year"], name="source_by_year")]
        constraints = [
            models.UniqueConstraint(
                fields=[identifier],
                condition=~models.Q(**{identifier: ""}) & models.Q(merged_into=None),
                name=f"one_source_per_{identifier}",
            )
            for identifier in ("doi", "pmid")
        ] + [
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="no_source_is_merged_into_itself"
            )
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def work(self) -> SourceData:
        """The work as a value, with its key."""
        return SourceData.from_csl({"id": self.key, **self.data})
