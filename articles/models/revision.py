"""Saved texts, which never change, and what is being typed, which does."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Text(models.Model):
    """What a person writes: plain title and standfirst, stored markup, a language code."""

    title = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)
    language = models.CharField(max_length=20, default="en")

    class Meta:
        abstract = True


class Revision(Text):
    """One saved text. Written by articles/drafting.py alone; the database refuses to change or delete it."""

    class Kind(models.TextChoices):
        SAVE = "save"
        SUBMIT = "submit"
        RESTORE = "restore"
        IMPORT = "import"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.SAVE)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="revisions")
    created = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["article", "-number"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="one_revision_per_number")]

    def __str__(self) -> str:
        return f"Revision {self.number}"


class WorkingCopy(Text):
    """What one person has typed into one article and not saved. Written by articles/drafting.py alone."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="working_copies")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="working_copies")
    based_on = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    changed = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        verbose_name_plural = "working copies"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="one_working_copy_per_person")]

    def __str__(self) -> str:
        return f"{self.person}’s working copy of {self.article}"
