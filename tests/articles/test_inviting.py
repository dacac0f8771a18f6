"""Invitations: sent by mail, accepted once, for a week."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import erasure, inviting
from articles.models import Invitation
from articles.roles import Refused
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "https://stet.example/accounts/invitation/TOKEN/"


def invite(email="ada@stet.example", role="Editor"):
    return inviting.invite(email, role, factories.person("Admin"), ADDRESS)


def sent(invitation):
    """The token that the worker mails."""
    inviting.send.func(invitation.pk, ADDRESS)
    return re.search(r"invitation/(.+)/", mail.outbox[-1].body)[1]


def accept(token, username="ada"):
    return inviting.accept(token, username, "Ada de Boer", "a long sentence")


def test_invited_person_gets_the_account_and_the_role():
    token = sent(invite())
    user = accept(token)
    assert (user.email, user.get_full_name()) == ("ada@stet.example", "Ada de Boer")
    assert [group.name for group in user.groups.all()] == ["Editor"]
    assert user.check_password("a long sentence")
    assert not user.is_staff


def test_mail_goes_to_the_invited_person_and_says_who_asks():
    sent(invite())
    (message,) = mail.outbox
    assert message.to == ["ada@stet.example"]
    assert "invites you as Editor." in message.body


def test_invited_admin_may_enter_the_admin():
    assert accept(sent(invite(role="Admin"))).is_staff


def test_token_stands_nowhere_but_in_the_mail():
    invitation = invite()
    (job,) = DBTaskResult.objects.filter(task_path="articles.inviting.send")
    token = sent(invitation)
    invitation.refresh_from_db()
    assert job.args_kwargs == {"args": [invitation.pk, ADDRESS], "kwargs": {}}
    assert token not in str(vars(invitation))


def test_invitation_is_accepted_once():
    token = sent(invite())
    accept(token)
    assert inviting.find(token) is None
    with pytest.raises(Refused, match="no longer holds"):
        accept(token, "another")


def test_invitation_holds_for_a_week():
    token = sent(invitation := invite())
    assert invitation.expires - timezone.now() <= timedelta(days=7)
    Invitation.objects.update(expires=timezone.now())
    assert inviting.find(token) is None
    with pytest.raises(Refused, match="no longer holds"):
        accept(token)


def test_second_invitation_ends_the_first():
    first = sent(invite())
    second = sent(invite(email="ADA@stet.example"))
    assert inviting.find(first) is None
    assert inviting.find(second)


def test_mail_of_an_ended_invitation_is_not_sent():
    first = invite()
    invite()
    inviting.send.func(first.pk, ADDRESS)
    assert mail.outbox == []


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Fact-checker", "Publisher", ""])
def test_nobody_but_an_admin_invites(role):
    with pytest.raises(Refused, match="role Admin"):
        inviting.invite("ada@stet.example", "Editor", factories.person(role), ADDRESS)
    assert not Invitation.objects.exists()


def test_who_has_an_account_is_not_invited():
    factories.person("Editor", "ada")
    with pytest.raises(Refused, match="has an account already"):
        invite(email="Ada@stet.example")


def test_group_that_is_no_role_is_refused():
    Group.objects.create(name="Friends")
    with pytest.raises(Refused, match="There is no role"):
        invite(role="Friends")


def test_name_that_somebody_has_is_refused_and_the_invitation_stays_open():
    factories.person("Editor", "ada")
    token = sent(invite(email="new@stet.example"))
    with pytest.raises(Refused, match="Choose another"):
        accept(token, "ADA")
    assert inviting.find(token)
    assert not User.objects.filter(email="new@stet.example").exists()


def test_erased_person_s_address_stands_nowhere():
    user = accept(sent(invite()))
    open_still = sent(invite(email="eve@stet.example"))
    erasure.erase(factories.person("Admin"), user=user)
    assert not EmailAddress.objects.filter(email="ada@stet.example").exists()
    assert not Invitation.objects.filter(email="ada@stet.example").exists()
    assert inviting.find(open_still)
