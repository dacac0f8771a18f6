"""The design's table of who may what, cell by cell."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.contrib.contenttypes.models import ContentType

from articles import roles
from articles.roles import ROLES, Refused, may
from references import permissions
from tests.factories import contributor, draft, person

EVERYBODY = ("Contributor", "Editor", "Fact-checker", "Publisher")
EDITORS = EVERYBODY[1:]
TABLE = {
    "write": EVERYBODY,
    "edit others": EDITORS,
    "moderate comments": EDITORS,
    "rule": EDITORS,
    "review": ("Fact-checker", "Publisher"),
    "publish": ("Publisher",),
    "propose own bio": ("Contributor",),
    "approve bio": ("Publisher",),
    "change contributors": ("Admin",),
    "change topics": ("Admin",),
    "change users": ("Admin",),
    "change policy": ("Admin",),
}
CELLS = [(role, action, role in able) for action, able in TABLE.items() for role in ROLES]


def test_the_table_has_each_action():
    assert TABLE.keys() == roles.ACTIONS.keys()


@pytest.mark.parametrize(("role", "action", "allowed"), CELLS)
def test_each_cell_of_the_table_holds(db, role, action, allowed):
    assert may(person(role), action) is allowed


@pytest.mark.parametrize(
    ("role", "allowed"), [("Contributor", False), ("Editor", True), ("Publisher", True), ("Admin", False)]
)
def test_anothers_article_takes_the_right_to_edit_others(db, role, allowed):
    article = draft()
    assert may(person(role), "write", article) is allowed


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("codename", ["add_source", "change_source"])
def test_the_library_is_kept_by_everybody_who_writes(db, role, codename):
    assert permissions.may(person(role), codename) is (role in EVERYBODY)


def test_the_library_asks_as_the_desk_does(db):
    root, closed = User.objects.create_superuser("root"), person("Editor")
    closed.is_active = False
    closed.save()
    assert not any(permissions.may(each, "add_source") for each in (root, closed, person(), AnonymousUser()))


def test_ones_own_article_takes_only_the_right_to_write(db):
    article = draft()
    assert may(article.owner, "write", article)
    article.owner.groups.clear()
    assert not may(article.owner, "write", article)


@pytest.mark.parametrize("action", roles.ACTIONS)
def test_a_superuser_without_a_role_may_nothing(db, action):
    assert not may(User.objects.create_superuser("root"), action)


@pytest.mark.parametrize("action", roles.ACTIONS)
def test_a_superuser_with_a_role_may_what_the_role_may(db, action):
    root = User.objects.create_superuser("root")
    root.groups.add(Group.objects.get(name="Contributor"))
    assert may(root, action) is ("Contributor" in TABLE[action])


def test_a_closed_account_and_a_visitor_may_nothing(db):
    closed = person("Publisher")
    closed.is_active = False
    closed.save()
    assert not may(closed, "publish")
    assert not may(AnonymousUser(), "write")


def test_a_role_that_is_taken_away_counts_no_more_at_the_next_question(db):
    checker = person("Fact-checker")
    assert may(checker, "review")
    checker.groups.clear()
    assert not may(checker, "review")


def test_a_permission_of_ones_own_counts_without_a_role(db):
    somebody = person()
    somebody.user_permissions.add(Permission.objects.get(codename="publish_article"))
    assert may(somebody, "publish")


def test_another_apps_permission_of_the_same_name_counts_for_nothing(db):
    elsewhere = ContentType.objects.create(app_label="shop", model="article")
    somebody = person()
    somebody.user_permissions.add(Permission.objects.create(codename="publish_article", content_type=elsewhere))
    assert not may(somebody, "publish")
    assert somebody not in roles.holders("publish")


def test_whoever_is_refused_hears_which_roles_may(db):
    with pytest.raises(Refused, match=r"You may not publish here\. Ask somebody with the role Publisher\."):
        roles.require(person("Editor"), "publish")
    with pytest.raises(Refused, match="role Editor or Fact-checker or Publisher"):
        roles.require(person("Contributor"), "write", draft())


def test_an_unknown_action_is_an_error(db):
    with pytest.raises(KeyError):
        may(person("Editor"), "fly")


def test_holders_are_the_open_accounts_with_the_right_each_once(db):
    checker, closed = person("Fact-checker"), person("Fact-checker")
    checker.user_permissions.add(Permission.objects.get(codename="review_article"))
    User.objects.filter(pk=closed.pk).update(is_active=False)
    person("Editor")
    assert list(roles.holders("review")) == [checker]


def test_laying_the_roles_again_takes_back_what_was_added_by_hand(db):
    group = Group.objects.get(name="Contributor")
    group.permissions.add(Permission.objects.get(codename="publish_article"))
    roles.lay("default")
    assert set(group.permissions.values_list("codename", flat=True)) == ROLES["Contributor"]


def test_every_permission_that_a_role_names_exists(db):
    for role, codenames in ROLES.items():
        given = Group.objects.get(name=role).permissions
        assert set(given.values_list("codename", flat=True)) == codenames


@pytest.mark.parametrize("role", [*EDITORS, "Admin"])
def test_who_works_on_all_texts_may_read_all(db, role):
    article = draft()
    assert list(roles.readable(person(role))) == [article]


def test_a_contributor_may_read_their_own_texts_and_those_that_they_sign(db):
    writer = person("Contributor")
    own, signed, _ = draft(writer), draft(), draft()
    signed.bylines.create(contributor=contributor(writer))
    assert set(roles.readable(writer)) == {own, signed}


def test_nobody_else_may_read_a_draft(db):
    draft()
    assert not roles.readable(person()).exists()
    assert not roles.readable(AnonymousUser()).exists()
