"""The ledger: each claim of an article through all its revisions, and what people ruled on it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from articles.models.revision import Revision


class Claim(models.Model):
    """A sentence that asserts something, known by its folded text alone: equal sentences of one article are one claim.

    `last_seen` is the newest revision that holds it; `predecessor` the claim that it was before it was reworded.
    Written by articles/ledger.py alone.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="claims")
    folded_hash = models.CharField(max_length=64)
    text = models.TextField()
    predecessor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="successors")
    first_seen = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    last_seen = models.ForeignKey(Revision, models.PROTECT, related_name="claims")

    class Meta:
        ordering = ["article", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["article", "folded_hash"], name="one_claim_per_text"),
        ]

    def __str__(self) -> str:
        return self.text


class WaiverQuerySet(models.QuerySet["Waiver"]):
    """Sets of waivers."""

    def running(self, at: datetime, *, asked_too: bool = False) -> WaiverQuerySet:
        """Those that hold at a time: granted by then and not ended. `asked_too` counts open requests with them."""
        granted = models.Q(granted=True, decided__lte=at) & (models.Q(expires=None) | models.Q(expires__gt=at))
        return self.filter(granted | models.Q(granted=None) if asked_too else granted)


class Waiver(models.Model):
    """Leave for a claim to stand without a citation: asked for by one person, decided by another. Written by
    articles/ledger.py.
    """

    class Reason(models.TextChoices):
        COMMON_KNOWLEDGE = "common knowledge"
        OWN_EXPERIENCE = "own experience"
        ABOUT_THIS_TEXT = "about this text"
        SAME_PARAGRAPH = "sourced in the same paragraph"
        OTHER = "other"

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="waivers")
    reason = models.CharField(max_length=40, choices=Reason)
    note = models.TextField(blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked = models.DateTimeField(db_default=Now(), editable=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided = models.DateTimeField(null=True, blank=True)
    granted = models.BooleanField(null=True, blank=True)
    expires = models.DateTimeField(null=True, blank=True)

    objects = WaiverQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_by=None) | ~models.Q(decided_by=models.F("asked_by")),
                name="nobody_grants_their_own_waiver",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by=None, granted=None)
                | models.Q(decided_by__isnull=False, granted__isnull=False),
                name="a_decision_has_a_person",
            ),
            models.UniqueConstraint(
                fields=["claim"], condition=models.Q(granted=None), name="one_open_request_per_claim"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.claim}"


class Ruling(models.Model):
    """What a person ruled on a claim alone: that it is none, or that a neighbour's source is its source. Written by
    articles/ledger.py.
    """

    class Kind(models.TextChoices):
        NOT_A_CLAIM = "not a claim"
        SAME_SOURCE = "same source"

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="rulings")
    kind = models.CharField(max_length=20, choices=Kind)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created = models.DateTimeField(db_default=Now(), editable=False)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    revoked = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["claim", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "kind"], condition=models.Q(revoked_by=None), name="one_standing_ruling_per_kind"
            ),
            # A ruling of the kind "waiver" would be a waiver that nobody granted.
            models.CheckConstraint(
                condition=models.Q(kind__in=["not a claim", "same source"]), name="a_ruling_is_of_a_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.claim}"
