"""Who may do what: the roles, as groups with permissions, and the one question about them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission, User
from django.db.models import Q, QuerySet

from articles.models import Article

Person: TypeAlias = AbstractBaseUser | AnonymousUser

# The library is everybody's who writes; references/permissions.py asks for these two.
_WRITER = frozenset({"write_article", "add_source", "change_source"})
_EDITOR = _WRITER | {"edit_any_article", "rule_claim", "moderate_comments"}
_CHECKER = _EDITOR | {"review_article"}
_PEOPLE_AND_POLICY = frozenset(
    f"{verb}_{model}"
    for model in ("contributor", "topic", "user", "group", "sitepolicy", "siteidentity")
    for verb in ("view", "add", "change")
) | {"view_invitation", "add_invitation"}
_LOGS = frozenset(
    f"view_{model}"
    for model in (
        "article", "byline", "slugredirect", "revision", "edition", "step", "storedreport", "notice",
        "claim", "waiver", "ruling", "comment", "source", "bibliography", "reference",
    )
)  # fmt: skip

ROLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Contributor": _WRITER | {"propose_bio"},
        "Editor": _EDITOR,
        "Fact-checker": _CHECKER,
        "Publisher": _CHECKER | {"publish_article", "approve_bio"},
        "Admin": _PEOPLE_AND_POLICY | _LOGS,
    }
)

# What may be asked, and the permission that it takes.
ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "write": "write_article",
        "edit others": "edit_any_article",
        "moderate comments": "moderate_comments",
        "rule": "rule_claim",
        "review": "review_article",
        "publish": "publish_article",
        "propose own bio": "propose_bio",
        "approve bio": "approve_bio",
        "change contributors": "change_contributor",
        "change topics": "change_topic",
        "change users": "change_user",
        "change policy": "change_sitepolicy",
    }
)


class Refused(Exception):
    """Something may not be done now, or not by this person; the message is a sentence that says why and what would
    help.
    """


def may(person: Person, action: str, article: Article | None = None) -> bool:
    """Whether a person may do one of ACTIONS, on an article where one is named.

    Groups and permissions of one's own count; being a superuser does not. To write another's article takes the right to
    edit others'. Raises KeyError for an unknown action.
    """
    return _wanted(person, action, article) <= permissions(person)


def require(person: Person, action: str, article: Article | None = None) -> None:
    """Raise Refused, naming the roles that may, where may() says no."""
    if not may(person, action, article):
        able = [role for role, held in ROLES.items() if _wanted(person, action, article) <= held]
        raise Refused(f"You may not {action} here. Ask somebody with the role {' or '.join(able)}.")


def _wanted(person: Person, action: str, article: Article | None) -> set[str]:
    """Return the code names of the permissions that an action takes."""
    wanted = {ACTIONS[action]}
    if action == "write" and article is not None and article.owner_id != person.pk:
        wanted.add(ACTIONS["edit others"])
    return wanted


def permissions(person: Person) -> set[str]:
    """Return the code names of what a person was given, by group or alone; nothing where the account is closed."""
    if not person.is_active or person.pk is None:
        return set()
    given = _ours(Permission.objects.filter(Q(group__user=person.pk) | Q(user=person.pk)))
    return set(given.values_list("codename", flat=True))


def readable(person: Person) -> QuerySet[Article]:
    """Return the articles whose drafts a person may read: all where they work on others' texts or look after the site,
    else those that they own or sign; none without a role.
    """
    held = permissions(person)
    if not held:
        return Article.objects.none()
    if held & {"edit_any_article", "view_article"}:
        return Article.objects.all()
    signed = Article.objects.filter(bylines__contributor__user=person.pk).values("pk")
    return Article.objects.filter(Q(owner=person.pk) | Q(pk__in=signed))


def holders(action: str) -> QuerySet[User]:
    """Return the accounts, open ones only, that were given the permission which an action takes."""
    given = _ours(Permission.objects.filter(codename=ACTIONS[action]))
    return User.objects.filter(
        Q(groups__permissions__in=given) | Q(user_permissions__in=given), is_active=True
    ).distinct()


def _ours(given: QuerySet[Permission]) -> QuerySet[Permission]:
    """Return the permissions without those of other apps, which may have the same code names."""
    return given.filter(content_type__app_label__in=("articles", "references", "auth"))


def lay(using: str) -> None:
    """Make each role's group and give it exactly its permissions; asked after each migrate, for a flush deletes
    groups.
    """
    for role, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(_existing(using, codenames))


def _existing(using: str, codenames: Iterable[str]) -> list[Permission]:
    return list(_ours(Permission.objects.using(using).filter(codename__in=list(codenames))))
