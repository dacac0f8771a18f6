"""Invitations: sent, found again by their token, accepted once. The only writer of Invitation."""

import hashlib
import secrets
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from articles import roles
from articles.models import Invitation
from articles.roles import Refused

HOLDS = timedelta(days=7)


@transaction.atomic
def invite(email: str, role: str, by: User, address: str) -> Invitation:
    """Invite somebody; an earlier invitation of theirs no longer holds. `address` is where invitations are accepted,
    with "TOKEN" in the token's place.

    The token is made when the mail is, and stands there alone: no row holds it, not even the mail's task. Raises
    Refused where `by` may not, the role is none of ours, or an open account has that e-mail.
    """
    roles.require(by, "change users")
    require_invitable(email, role)
    now = timezone.now()
    Invitation.objects.open(now).filter(email__iexact=email).update(expires=now)
    invitation = Invitation.objects.create(
        email=email,
        role=Group.objects.get(name=role),
        token_hash=_hash(_token()),
        invited_by=by,
        expires=now + HOLDS,
    )
    send.enqueue(invitation.pk, address)
    return invitation


def require_invitable(email: str, role: str) -> None:
    """Raise Refused where the role is none of ours, or an open account has that e-mail."""
    if role not in roles.ROLES:
        raise Refused(f"There is no role “{role}”. Choose one of {', '.join(roles.ROLES)}.")
    if User.objects.filter(email__iexact=email, is_active=True).exists():
        raise Refused(f"{email} has an account already. Change its roles instead.")


def find(token: str) -> Invitation | None:
    """The invitation that a token opens; None where it was accepted, has expired, or never was."""
    found = Invitation.objects.open(timezone.now()).filter(token_hash=_hash(token))
    return found.select_related("invited_by", "role").first()


@transaction.atomic
def accept(token: str, username: str, name: str, password: str) -> User:
    """Make the invited person's account, with its role; an Admin may enter the admin.

    Raises Refused where the invitation no longer holds, or somebody has the name or the e-mail already.
    """
    invitation = Invitation.objects.select_for_update().open(timezone.now()).filter(token_hash=_hash(token)).first()
    if invitation is None:
        raise Refused("This invitation no longer holds. Ask the person who invited you for a new one.")
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(f"Somebody has the user name “{username}” already. Choose another.")
    if User.objects.filter(email__iexact=invitation.email, is_active=True).exists():
        raise Refused("An account has this e-mail already. Log in instead.")
    first, _, last = name.strip().partition(" ")
    user = User.objects.create_user(username, invitation.email, password, first_name=first[:150], last_name=last[:150])
    user.is_staff = invitation.role.name == "Admin"
    user.save(update_fields=["is_staff"])
    user.groups.add(invitation.role)
    EmailAddress.objects.create(user=user, email=invitation.email, verified=True, primary=True)
    Invitation.objects.filter(pk=invitation.pk).update(accepted=timezone.now())
    return user


def forget(email: str) -> None:
    """Take an address off its invitations, once the person's data are erased; that they were invited stays."""
    now = timezone.now()
    Invitation.objects.filter(email__iexact=email, expires__gt=now).update(expires=now)
    Invitation.objects.filter(email__iexact=email).update(email="")


@task()
def send(invitation_id: int, address: str) -> None:
    """Give an invitation its token and mail it; one that no longer holds is not sent."""
    found = Invitation.objects.open(timezone.now()).filter(pk=invitation_id).select_related("invited_by", "role")
    if invitation := found.first():
        token = _token()
        Invitation.objects.filter(pk=invitation.pk).update(token_hash=_hash(token))
        _mail(invitation, address.replace("TOKEN", token)).send()


def _mail(invitation: Invitation, link: str) -> EmailMessage:
    by = invitation.invited_by.get_full_name() or invitation.invited_by.get_username()
    lines = [
        f"{by} invites you as {invitation.role.name}.",
        "",
        "Choose a user name and a password here:",
        link,
        "",
        f"The link works once, for {HOLDS.days} days. If you do not know what this is about, do nothing.",
    ]
    return EmailMessage("Your invitation", "\n".join(lines), settings.DEFAULT_FROM_EMAIL, [invitation.email])


def _token() -> str:
    return secrets.token_urlsafe(32)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
