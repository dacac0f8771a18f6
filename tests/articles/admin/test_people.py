"""Accounts, roles, invitations and the site's own rows in the admin."""

import pytest
from django.contrib.auth.models import Group, User
from django_tasks_db.models import DBTaskResult

from articles import roles
from articles.models import Invitation, SitePolicy
from tests.factories import person

PEOPLE, INVITE = "/admin/auth/user/", "/admin/articles/invitation/add/"


def test_admin_invites_and_the_mail_is_the_worker_s(client, an_admin):
    editor = Group.objects.get(name="Editor")
    answer = client.post(INVITE, {"email": "ada@stet.example", "role": editor.pk})
    assert answer.status_code == 302
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role, invitation.invited_by) == ("ada@stet.example", editor, an_admin)
    (job,) = DBTaskResult.objects.filter(task_path="articles.inviting.send")
    assert job.args_kwargs["args"] == [invitation.pk, "http://testserver/accounts/invitation/TOKEN/"]


def test_who_has_an_account_is_not_invited(client, an_admin):
    person("Editor", "ada")
    answer = client.post(INVITE, {"email": "ada@stet.example", "role": Group.objects.get(name="Editor").pk})
    assert "has an account already" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_token_is_shown_nowhere(client, an_admin):
    client.post(INVITE, {"email": "ada@stet.example", "role": Group.objects.get(name="Editor").pk})
    invitation = Invitation.objects.get()
    for page in ("/admin/articles/invitation/", f"/admin/articles/invitation/{invitation.pk}/change/"):
        assert invitation.token_hash not in client.get(page).content.decode()


def test_admin_gives_a_role_and_closes_an_account(client, an_admin):
    ada = person("Editor", "ada")
    form = {"first_name": "Ada", "last_name": "Ng", "groups": [Group.objects.get(name="Publisher").pk]}
    client.post(f"{PEOPLE}{ada.pk}/change/", form)
    ada.refresh_from_db()
    assert (list(ada.groups.values_list("name", flat=True)), ada.is_active) == (["Publisher"], False)


@pytest.mark.parametrize("field", ["is_superuser", "user_permissions", "password", "username", "email"])
def test_what_would_make_somebody_else_of_an_account_is_no_field(client, an_admin, field):
    before = User.objects.values().get(pk=person("Editor", "ada").pk)
    form = {"first_name": "", "last_name": "", "is_active": "on", "groups": [Group.objects.get(name="Editor").pk]}
    client.post(f"{PEOPLE}{before['id']}/change/", form | {field: "1"})
    assert User.objects.values().get(pk=before["id"]) == before
    assert not User.objects.get(pk=before["id"]).user_permissions.exists()


def test_nobody_adds_or_deletes_an_account_or_sets_another_s_password(client, an_admin):
    ada = person("Editor", "ada")
    assert client.post(f"{PEOPLE}add/", {"username": "eve"}).status_code == 403
    assert client.post(f"{PEOPLE}{ada.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.post(f"{PEOPLE}{ada.pk}/password/", {"password1": "x", "password2": "x"}).status_code in {302, 404}
    ada.refresh_from_db()
    assert not ada.has_usable_password() or not ada.check_password("x")


def test_roles_are_shown_and_not_changed(client, an_admin):
    group = Group.objects.get(name="Editor")
    held = set(group.permissions.values_list("codename", flat=True))
    assert "Can mark a sentence as not a claim" in client.get(f"/admin/auth/group/{group.pk}/change/").content.decode()
    assert client.post(f"/admin/auth/group/{group.pk}/change/", {"name": "Editor"}).status_code == 403
    assert client.post("/admin/auth/group/add/", {"name": "Friends"}).status_code == 403
    assert set(group.permissions.values_list("codename", flat=True)) == held == roles.ROLES["Editor"]


def test_site_s_name_is_changed_and_shown_at_once(client, an_admin):
    assert "About Stet" in client.get("/about/").content.decode()
    client.post("/admin/articles/siteidentity/add/", {"name": "The Kettle", "tagline": "Tea, with sources"})
    page = client.get("/about/").content.decode()
    assert "About The Kettle" in page
    assert "Tea, with sources" in page


def test_policy_is_one_row(client, an_admin):
    form = {"sensitivity": "strict", "coverage": "sentence", "numbering": "per-source"}
    for _ in range(2):
        client.post("/admin/articles/sitepolicy/add/", form)
    assert [policy.sensitivity for policy in SitePolicy.objects.all()] == ["strict"]
    assert client.post("/admin/articles/sitepolicy/1/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Fact-checker", "Publisher"])
def test_other_roles_come_by_none_of_it(client, db, role):
    user = person(role)
    User.objects.filter(pk=user.pk).update(is_staff=True)
    client.force_login(user)
    for page in (PEOPLE, INVITE, "/admin/auth/group/", "/admin/articles/sitepolicy/", "/admin/articles/siteidentity/"):
        assert client.get(page).status_code == 403
