"""Articles: where a text is on its way, and what readers see of it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from references.models import Bibliography


class State(models.TextChoices):
    """Where the head revision is on its way."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    CHANGES_REQUESTED = "changes_requested", "changes requested"
    APPROVED = "approved", "approved"
    SCHEDULED = "scheduled", "scheduled"
    PUBLISHED = "published", "published"
    ARCHIVED = "archived", "archived"


class Public(models.TextChoices):
    """What readers get: nothing yet, the newest edition, a note that it was withdrawn, or the edition marked as
    retracted.
    """

    NEVER = "never", "never published"
    LIVE = "live", "live"
    WITHDRAWN = "withdrawn", "withdrawn"
    RETRACTED = "retracted", "retracted"


class ArticleQuerySet(models.QuerySet["Article"]):
    """Sets of articles."""

    def live(self) -> ArticleQuerySet:
        """Those whose newest edition readers see as it is."""
        return self.filter(public=Public.LIVE)

    def due(self, now: datetime) -> ArticleQuerySet:
        """Those whose scheduled time has come, the longest overdue first."""
        return self.filter(state=State.SCHEDULED, publish_at__lte=now).order_by("publish_at", "pk")

    def locked(self, pk: int) -> Article:
        """The article under its row lock (on SQLite the transaction holds the whole database's); raises
        DoesNotExist.
        """
        return self.select_for_update().get(pk=pk)


class Article(models.Model):
    """An article. `head` is its newest revision, `edition` its newest edition. State and public are written by
    workflow alone.
    """

    slug = models.SlugField(max_length=200, unique=True)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    public = models.CharField(max_length=10, choices=Public, default=Public.NEVER)
    head = models.OneToOneField("articles.Revision", models.PROTECT, null=True, related_name="+")
    edition = models.OneToOneField("articles.Edition", models.PROTECT, null=True, blank=True, related_name="+")
    bibliography = models.OneToOneField(Bibliography, models.PROTECT, related_name="+")
    topics = models.ManyToManyField("articles.Topic", blank=True, related_name="articles")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="articles")
    publish_at = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(db_default=Now(), editable=False)
    changed = models.DateTimeField(db_default=Now(), editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-changed"]
        default_permissions = ("view",)
        permissions = [
            ("write_article", "Can write articles, and edit their own"),
            ("edit_any_article", "Can edit anybody's article"),
            ("rule_claim", "Can mark a sentence as not a claim"),
            ("review_article", "Can grant waivers, approve and ask for changes"),
            ("publish_article", "Can publish, schedule, withdraw, correct and retract"),
            ("moderate_comments", "Can moderate readers’ comments"),
        ]
        indexes = [
            models.Index(fields=["state", "-changed"], name="article_by_state"),
            models.Index(fields=["owner", "state"], name="article_by_owner"),
            models.Index(fields=["state", "publish_at"], name="article_by_due_time"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=State.SCHEDULED, publish_at__isnull=False)
                | (~models.Q(state=State.SCHEDULED) & models.Q(publish_at=None)),
                name="a_time_exactly_while_scheduled",
            ),
            models.CheckConstraint(
                condition=models.Q(public=Public.NEVER, edition=None)
                | (~models.Q(public=Public.NEVER) & models.Q(edition__isnull=False)),
                name="public_exactly_with_an_edition",
            ),
        ]

    def __str__(self) -> str:
        return self.head.title if self.head else self.slug


class SlugRedirect(models.Model):
    """An address that an article once had."""

    slug = models.SlugField(max_length=200, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="former_slugs")

    def __str__(self) -> str:
        return self.slug
