"""Steps: the audit log of an article's way."""

from collections.abc import Mapping
from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from articles.models.article import State

_ANY = frozenset(State)
_UNSCHEDULED = _ANY - {State.SCHEDULED}


class Step(models.Model):
    """One line of the audit log. Written by articles/workflow.py alone; the database refuses to change or delete it.

    `by` is empty only where the system acted: a hold, when a scheduled text no longer passes. `content_hash` and
    `report` stand at the steps that went through the gate.
    """

    class Name(models.TextChoices):
        SUBMIT = "submit"
        REQUEST_CHANGES = "request_changes"
        APPROVE = "approve"
        SCHEDULE = "schedule"
        UNSCHEDULE = "unschedule"
        HOLD = "hold"
        PUBLISH = "publish"
        WITHDRAW = "withdraw"
        CORRECT = "correct"
        RETRACT = "retract"
        ARCHIVE = "archive"
        REOPEN = "reopen"
        ERASE = "erase"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=20, choices=Name)
    from_state = models.CharField(max_length=20, choices=State)
    to_state = models.CharField(max_length=20, choices=State)
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="steps")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="steps")
    note = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    report = models.ForeignKey("articles.StoredReport", models.PROTECT, null=True, blank=True, related_name="steps")
    created = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["article", "-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_step_per_number"),
            models.CheckConstraint(
                condition=models.Q(by__isnull=False) | models.Q(name="hold"), name="a_person_takes_each_step_but_hold"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


# The machine: from which states each step may be taken, and where it leads; None: it stays. articles/workflow.py says
# who may and what must hold; articles/triggers.py has the database refuse a step that is not here.
MOVES: Mapping[str, tuple[frozenset[State], State | None]] = MappingProxyType(
    {
        Step.Name.SUBMIT: (frozenset({State.DRAFT, State.CHANGES_REQUESTED}), State.IN_REVIEW),
        Step.Name.REQUEST_CHANGES: (frozenset({State.IN_REVIEW, State.APPROVED}), State.CHANGES_REQUESTED),
        Step.Name.APPROVE: (frozenset({State.IN_REVIEW, State.APPROVED}), State.APPROVED),
        Step.Name.SCHEDULE: (frozenset({State.APPROVED}), State.SCHEDULED),
        Step.Name.UNSCHEDULE: (frozenset({State.SCHEDULED}), State.APPROVED),
        Step.Name.HOLD: (frozenset({State.SCHEDULED}), State.CHANGES_REQUESTED),
        Step.Name.PUBLISH: (frozenset({State.APPROVED, State.SCHEDULED}), State.PUBLISHED),
        Step.Name.CORRECT: (frozenset({State.APPROVED}), State.PUBLISHED),
        Step.Name.WITHDRAW: (_UNSCHEDULED, None),
        Step.Name.RETRACT: (_UNSCHEDULED, None),
        Step.Name.ARCHIVE: (frozenset({State.DRAFT, State.CHANGES_REQUESTED, State.PUBLISHED}), State.ARCHIVED),
        Step.Name.REOPEN: (_ANY - {State.DRAFT}, State.DRAFT),
        Step.Name.ERASE: (_ANY, None),
    }
)
