"""Readers' comments, held until somebody lets them through."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class CommentQuerySet(models.QuerySet["Comment"]):
    """Sets of comments."""

    def held(self) -> "CommentQuerySet":
        """Those that nobody has decided on."""
        return self.filter(state=Comment.State.HELD)

    def published(self) -> "CommentQuerySet":
        """Those that readers see."""
        return self.filter(state=Comment.State.PUBLISHED)


class Comment(models.Model):
    """What a reader says of an article. The address it came from is not kept; the e-mail is never shown."""

    class State(models.TextChoices):
        HELD = "held"
        PUBLISHED = "published"
        REJECTED = "rejected"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="comments")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replies")
    name = models.CharField(max_length=100)
    email = models.EmailField()
    text = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.HELD)
    created = models.DateTimeField(db_default=Now(), editable=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created", "pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["article", "state"], name="comment_by_state")]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:50]}"
