"""Topics: the magazine's sections, as a tree."""

from django.db import models

from articles.text.claims import Sensitivity


class TopicQuerySet(models.QuerySet["Topic"]):
    """Sets of topics."""

    def under(self, topic: "Topic") -> "TopicQuerySet":
        """The topic itself and all below it."""
        return self.filter(models.Q(pk=topic.pk) | models.Q(path__startswith=f"{topic.path}/"))


class Topic(models.Model):
    """A topic at its place in the tree. `path` is the slugs from the root, parted by "/". Written by
    articles/topics.py alone.
    """

    name = models.CharField(max_length=100)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=255, unique=True)
    description = models.TextField(blank=True)
    sensitivity = models.CharField(
        max_length=10,
        blank=True,
        choices=[(each.value, each.value) for each in Sensitivity],
        help_text="How readily a source is asked for here and below; empty: as in the site's policy.",
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name
