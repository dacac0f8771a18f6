"""Logging in and out, and the way from an invitation to an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import mail

from articles import inviting
from tests import factories

pytestmark = pytest.mark.django_db
LOG_IN = "/accounts/login/"
PASSWORD = "a long sentence"


@pytest.fixture
def ada():
    user = factories.person("Editor", "ada")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def link():
    """The address that an invited person gets."""
    invitation = inviting.invite("new@stet.example", "Editor", factories.person("Admin"), "/accounts/invitation/TOKEN/")
    inviting.send.func(invitation.pk, "/accounts/invitation/TOKEN/")
    return re.search(r"/accounts/\S+", mail.outbox.pop().body)[0]


def log_in(client, login, password=PASSWORD, **said):
    return client.post(LOG_IN, {"login": login, "password": password} | said)


def main(answer):
    """What the page says, without what is another at each asking."""
    return re.sub(r'value="[^"]*"', "", answer.content.decode())


@pytest.mark.parametrize("login", ["ada", "ada@stet.example"])
def test_person_logs_in_by_name_or_mail_and_comes_to_the_desk(client, ada, login):
    answer = log_in(client, login)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")
    assert client.session["_auth_user_id"] == str(ada.pk)


def test_log_in_tells_nobody_who_has_an_account(client, ada):
    known, unknown = log_in(client, "ada", "wrong"), log_in(client, "eve", "wrong")
    assert (known.status_code, main(known)) == (unknown.status_code, main(unknown))


def test_new_password_tells_nobody_who_has_an_account(client, ada):
    EmailAddress.objects.create(user=ada, email=ada.email, verified=True, primary=True)
    known, unknown = (
        client.post("/accounts/password/reset/", {"email": email}) for email in ("ada@stet.example", "eve@stet.example")
    )
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])


def test_attempts_to_log_in_are_counted(client, ada):
    answers = [log_in(client, "ada", "wrong").status_code for _ in range(40)]
    assert answers[0] == 200
    assert 429 in answers or "Too many failed" in main(log_in(client, "ada", "wrong"))
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/"])
def test_log_in_leads_to_no_other_site(client, ada, elsewhere):
    assert log_in(client, "ada", next=elsewhere).headers["Location"] == "/desk/"


def test_admin_s_log_in_is_the_same(client, ada):
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/accounts/login/?next=")
    client.post("/admin/login/", {"username": "ada", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_log_out_takes_a_post(client, ada):
    client.force_login(ada)
    client.get("/accounts/logout/")
    assert "_auth_user_id" in client.session
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up_uninvited(client):
    form = {"username": "eve", "email": "eve@stet.example", "password1": PASSWORD, "password2": PASSWORD}
    answer = client.post("/accounts/signup/", form)
    assert "Accounts are made by invitation" in main(answer)
    assert not User.objects.filter(username="eve").exists()


def test_invited_person_makes_the_account_and_is_logged_in(client, link):
    page = client.get(link)
    assert "new@stet.example" in main(page)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    answer = client.post(link, {"name": "Ada Ng", "username": "ada", "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")
    user = User.objects.get(username="ada")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert (user.email, user.get_full_name()) == ("new@stet.example", "Ada Ng")
    assert client.get(link).status_code == 410


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"password": "password"}, "too common"),
        ({"password": "short"}, "too short"),
        ({"username": "a b"}, "valid username"),
        ({"username": "ADA"}, "Choose another"),
        ({"name": ""}, "required"),
    ],
)
def test_what_will_not_do_is_said_and_the_invitation_stays(client, ada, link, said, reason):
    answer = client.post(link, {"name": "New", "username": "new", "password": PASSWORD} | said)
    assert reason in main(answer)
    assert not User.objects.filter(email="new@stet.example").exists()
    assert client.get(link).status_code == 200


def test_invented_link_opens_nothing(client):
    for method in (client.get, client.post):
        answer = method("/accounts/invitation/invented/", {"name": "E", "username": "eve", "password": PASSWORD})
        assert answer.status_code == 410
        assert "no longer holds" in main(answer)
    assert not User.objects.filter(username="eve").exists()
