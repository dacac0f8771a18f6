"""Invitations: the one way to an account."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models.functions import Now


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Sets of invitations."""

    def open(self, now: datetime) -> "InvitationQuerySet":
        """Those that may still be accepted."""
        return self.filter(accepted=None, expires__gt=now)


class Invitation(models.Model):
    """An invitation by e-mail. Only the hash of its token is kept. Written by articles/inviting.py alone."""

    email = models.EmailField()
    role = models.ForeignKey(Group, models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations")
    created = models.DateTimeField(db_default=Now(), editable=False)
    expires = models.DateTimeField()
    accepted = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]
        default_permissions = ("view", "add")

    def __str__(self) -> str:
        return self.email
