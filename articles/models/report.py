"""Reports as they were stored: proof of what the rules said of one exact text."""

from django.db import models
from django.db.models.functions import Now


class StoredReport(models.Model):
    """A report in its canonical form, bound to a revision and a content hash. Written by articles/gate.py alone;
    append-only.

    `clean` says that nothing in it blocks. `body` is the report's JSON, the same byte for byte whenever it is computed
    anew; `content` the canonical JSON whose SHA-256 is `content_hash`, kept so that a later difference can be named.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="reports")
    content_hash = models.CharField(max_length=64)
    content = models.TextField()
    clean = models.BooleanField()  # type: ignore[assignment]  # Model.clean() is for forms, and none writes a report
    engine = models.CharField(max_length=60)
    body = models.TextField()
    created = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["content_hash"], name="report_by_content")]

    def __str__(self) -> str:
        return f"Report {self.pk} on {self.revision}"
