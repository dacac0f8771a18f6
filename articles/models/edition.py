"""Editions: what readers see, for ever as it was; and the notices on them."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Edition(models.Model):
    """The published snapshot of one revision. Written by articles/publishing.py alone; the database refuses to change
    or delete it.

    `content` is the canonical JSON of all that a reader sees and `content_hash` its SHA-256; `html` is the reader's
    body and list of references, made from it once.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="editions")
    content_hash = models.CharField(max_length=64)
    content = models.TextField()
    html = models.TextField()
    report = models.ForeignKey("articles.StoredReport", models.PROTECT, related_name="editions")
    approval = models.ForeignKey("articles.Step", models.PROTECT, related_name="editions")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["article", "-number"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="one_edition_per_number")]

    def __str__(self) -> str:
        return f"Edition {self.number}"


class Notice(models.Model):
    """What readers are told about an edition. Written by articles/publishing.py alone; append-only."""

    class Kind(models.TextChoices):
        CORRECTION = "correction"
        WITHDRAWAL = "withdrawal"
        RETRACTION = "retraction"

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="a_notice_says_something")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.edition}"
