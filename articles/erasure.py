"""Erasure: a person's data are replaced everywhere but in what proves an edition's hash; each article's log says so."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AbstractBaseUser, User
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django_tasks_db.models import DBTaskResult

from articles import inviting, roles, workflow
from articles.models import Article, Byline, Contributor, Revision, Ruling, Step, Waiver, WorkingCopy

NAME = "Name withheld"
NOTE = "A person’s data were erased on request."


@transaction.atomic
def erase(by: AbstractBaseUser, *, user: User | None = None, contributor: Contributor | None = None) -> list[Article]:
    """Anonymise an account, a contributor, or both if they belong together; return the articles whose log says so.

    The rows stay, so that the log and the bylines stay whole. What was typed and never saved is deleted. The content
    of an edition and of a report stays too, for it is the proof of its hash: pages show the contributor as they are
    now. Raises Refused where `by` may not change contributors.
    """
    roles.require(by, "change contributors")
    user = user or (contributor.user if contributor else None)
    contributor = contributor or Contributor.objects.filter(user=user).first()
    articles = list(_concerned(user, contributor))
    if user:
        _close(user)
    if contributor:
        _withhold(contributor)
    for article in articles:
        workflow.note_erasure(Article.objects.locked(article.pk), by, NOTE)
    return articles


def _concerned(user: User | None, contributor: Contributor | None) -> QuerySet[Article]:
    """The articles that a person owns, signed, wrote in, took a step on, or ruled on."""
    found = Q(pk__in=Byline.objects.filter(contributor=contributor).values("article")) if contributor else Q(pk__in=[])
    if user:
        found |= Q(owner=user)
        found |= Q(pk__in=Revision.objects.filter(author=user).values("article"))
        found |= Q(pk__in=Step.objects.filter(by=user).values("article"))
        found |= Q(pk__in=Waiver.objects.filter(Q(asked_by=user) | Q(decided_by=user)).values("claim__article"))
        found |= Q(pk__in=Ruling.objects.filter(Q(by=user) | Q(revoked_by=user)).values("claim__article"))
    return Article.objects.filter(found, head__isnull=False).order_by("pk")


def _close(user: User) -> None:
    if user.email:
        # A server that refuses an address is quoted in the task's traceback.
        DBTaskResult.objects.filter(traceback__icontains=user.email).update(traceback="")
        inviting.forget(user.email)
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    user.username, user.email = f"erased-{user.pk}", ""
    user.first_name = user.last_name = ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.last_login = None
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
    WorkingCopy.objects.filter(person=user).delete()
    _forget_in_admin(user)


def _withhold(contributor: Contributor) -> None:
    photo, storage = contributor.photo.name, contributor.photo.storage
    said = ("credentials", "affiliation", "bio", "disclosure", "orcid", "photo", "photo_alt", "photo_credit")
    Contributor.objects.filter(pk=contributor.pk).update(
        name=NAME, slug=f"withheld-{contributor.pk}", active=False, **dict.fromkeys(said, "")
    )
    _forget_in_admin(contributor)
    if photo:
        # Only once the row no longer names it: a rollback must not leave a row without its file.
        transaction.on_commit(lambda: storage.delete(photo))


def _forget_in_admin(row: models.Model) -> None:
    """The admin's own log keeps the name that a row had at the time."""
    entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk))
    entries.update(object_repr=NAME, change_message="")
