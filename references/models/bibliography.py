"""Bibliographies: numbered entries, each with its sources in order."""

from django.db import models

from references.models.source import Source


class Numbering(models.TextChoices):
    """What gets a number of its own: each work, or each cluster of works that is cited together."""

    PER_SOURCE = "per-source", "one number for one source"
    PER_NOTE = "per-note", "one number for one note"


class Bibliography(models.Model):
    """The numbered references of one text. It knows nothing of that text. Written by references/bibliography.py
    alone.
    """

    numbering = models.CharField(max_length=10, choices=Numbering, default=Numbering.PER_SOURCE)

    class Meta:
        verbose_name_plural = "bibliographies"

    def __str__(self) -> str:
        return f"Bibliography {self.pk}"


class Reference(models.Model):
    """A bibliography's entry at one position, counted from 1; it may hold several sources."""

    bibliography = models.ForeignKey(Bibliography, models.CASCADE, related_name="references")
    position = models.PositiveSmallIntegerField()
    original_label = models.CharField(max_length=60, blank=True)
    sources = models.ManyToManyField(Source, through="ReferenceSource", related_name="references")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["bibliography", "position"], name="one_entry_per_position")]

    def __str__(self) -> str:
        return str(self.position)


class ReferenceSource(models.Model):
    """One source's place in a reference."""

    reference = models.ForeignKey(Reference, models.CASCADE, related_name="entries")
    source = models.ForeignKey(Source, models.PROTECT, related_name="entries")
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["reference", "order"], name="one_source_per_place"),
            models.UniqueConstraint(fields=["reference", "source"], name="no_source_twice_in_an_entry"),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.source}"
