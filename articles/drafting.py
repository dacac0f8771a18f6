"""Drafting: texts are started, saved, kept and restored here, the only writer of Revision and WorkingCopy."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.text import slugify

from articles import ledger, roles, workflow
from articles.content import Content, content
from articles.models import Article, Revision, SitePolicy, SlugRedirect, Topic, WorkingCopy
from articles.roles import Refused
from articles.text.limits import limit
from articles.text.page import clusters
from articles.text.sanitize import clean, storable
from references import bibliography
from references.models import Bibliography, Source

LONGEST_SLUG = 80
LONGEST_TITLE, LONGEST_STANDFIRST = 2_000, 10_000  # characters
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")  # of RFC 5646, as far as pages need it
_MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has typed: title and standfirst as plain text, the body as HTML that is not cleaned yet, a
    language code.
    """

    title: str
    body: str = ""
    standfirst: str = ""
    language: str = "en"

    def cleaned(self) -> "Draft":
        """Return the draft as it is stored. Raises TextTooLarge as clean() does, Refused for a language that is no
        code.
        """
        title, standfirst = (" ".join(storable(text).split()) for text in (self.title, self.standfirst))
        limit("characters in its title", len(title), LONGEST_TITLE)
        limit("characters in its standfirst", len(standfirst), LONGEST_STANDFIRST)
        language = self.language.strip().replace("_", "-")
        if len(language) > 20 or not _LANGUAGE.fullmatch(language):
            raise Refused(f"“{self.language[:40]}” is no code of a language. Write “en”, “de-AT” or the like.")
        return Draft(title, clean(self.body), standfirst, language)


class Stale(Refused):
    """Somebody else saved meanwhile. `head` is their revision, `kept` the working copy that holds what was typed."""

    def __init__(self, head: Revision, kept: WorkingCopy) -> None:
        super().__init__(
            f"{head.author.get_username()} saved {head} meanwhile. Your text is kept; compare the two and save again."
        )
        self.head, self.kept = head, kept


@transaction.atomic
def start(draft: Draft, by: AbstractBaseUser, topics: Iterable[Topic] = (), kind: str = Revision.Kind.SAVE) -> Article:
    """Return a new article with the draft as its first revision. Raises Refused where `by` may not write,
    TextTooLarge.
    """
    roles.require(by, "write")
    draft = draft.cleaned()
    article = _create(draft.title, by)
    article.topics.set(topics)
    _write(article, draft, by, kind, None)
    return article


def save(article: Article, draft: Draft, by: AbstractBaseUser, seen: int, kind: str = Revision.Kind.SAVE) -> Revision:
    """Return the new head, or the old one where nothing differs. `seen` is the id of the revision that the draft began
    from.

    A new revision brings the article back to draft and voids its approvals. Raises Stale where another revision came
    between (what was typed is in the working copy then), Refused where `by` may not write, TextTooLarge.
    """
    draft = draft.cleaned()
    with transaction.atomic():
        article = Article.objects.locked(article.pk)
        roles.require(by, "write", article)
        head = article.head
        if head is None:
            raise Refused("This article has no text yet.")
        # The same text again is no conflict: a form that was sent twice.
        same = _same(head, draft)
        if same or head.pk == seen:
            WorkingCopy.objects.filter(article=article, person=by.pk).delete()
            return head if same else _write(article, draft, by, kind, head)
        kept = _keep(article, draft, by, seen)
    raise Stale(head, kept)


@transaction.atomic
def keep(article: Article, draft: Draft, by: AbstractBaseUser, seen: int) -> WorkingCopy:
    """Keep what a person has typed and not saved: autosave. Raises Refused where `by` may not write, TextTooLarge."""
    roles.require(by, "write", article)
    return _keep(article, draft.cleaned(), by, seen)


@transaction.atomic
def discard(article: Article, by: AbstractBaseUser) -> None:
    """Throw away what a person has typed into an article and not saved."""
    WorkingCopy.objects.filter(article=article, person=by.pk).delete()


def restore(article: Article, revision: Revision, by: AbstractBaseUser, seen: int) -> Revision:
    """Return a new head with the text of an earlier revision; nothing is taken out of the history. Raises as save()
    does.
    """
    if revision.article_id != article.pk:
        raise Refused("That revision is of another article.")
    draft = Draft(revision.title, revision.body, revision.standfirst, revision.language)
    return save(article, draft, by, seen, Revision.Kind.RESTORE)


@transaction.atomic
def rename(article: Article, slug: str, by: AbstractBaseUser) -> None:
    """Give an article another address; the old one redirects for ever. Raises Refused where the new one is taken."""
    now = Article.objects.locked(article.pk)
    roles.require(by, "write", now)
    if slug != now.slug:
        SlugRedirect.objects.filter(slug=slug, article=now).delete()
        if not slug or slug != free_slug(slug):
            raise Refused(f"The address “{slug}” is taken or no address. Choose another.")
        SlugRedirect.objects.create(slug=now.slug, article=now)
        Article.objects.filter(pk=now.pk).update(slug=slug)
    article.slug = slug


def free_slug(title: str) -> str:
    """Return an address made from a title that no article has or had."""
    stem = slugify(title)[:LONGEST_SLUG].strip("-") or "untitled"
    taken = set(Article.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    taken |= set(SlugRedirect.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug, count = stem, 1
    while slug in taken:
        count += 1
        slug = f"{stem}-{count}"
    return slug


def _create(title: str, by: AbstractBaseUser) -> Article:
    """Return a new article without a text, at a free address."""
    bibliography = Bibliography.objects.create(numbering=SitePolicy.current().numbering)
    for _ in range(_MOST_TRIES):
        try:
            with transaction.atomic():
                return Article.objects.create(slug=free_slug(title), owner_id=by.pk, bibliography=bibliography)
        except IntegrityError:
            continue  # somebody took the address meanwhile
    raise Refused("Others begin articles of the same title just now. Try again in a moment.")


def _same(head: Revision, draft: Draft) -> bool:
    return (head.title, head.body, head.standfirst, head.language) == (
        draft.title,
        draft.body,
        draft.standfirst,
        draft.language,
    )


def _keep(article: Article, draft: Draft, by: AbstractBaseUser, seen: int) -> WorkingCopy:
    typed = {"title": draft.title, "body": draft.body, "standfirst": draft.standfirst, "language": draft.language}
    # What was typed is kept whatever it claims to be based on; the oldest revision then, so that saving it compares
    # the two.
    based_on = article.revisions.filter(pk=seen).first() or article.revisions.earliest("number")
    copy, _ = WorkingCopy.objects.update_or_create(
        article_id=article.pk, person_id=by.pk, defaults={**typed, "based_on": based_on, "changed": timezone.now()}
    )
    return copy


def _write(article: Article, draft: Draft, by: AbstractBaseUser, kind: str, head: Revision | None) -> Revision:
    """Write the next revision of a locked article, its claims and its numbering, and make it the head."""
    workflow.reopen_for(article, by)
    revision = Revision.objects.create(
        article=article,
        number=head.number + 1 if head else 1,
        kind=kind,
        based_on=head,
        author_id=by.pk,
        title=draft.title,
        standfirst=draft.standfirst,
        body=draft.body,
        language=draft.language,
    )
    article.head = revision
    Article.objects.filter(pk=article.pk).update(head=revision, changed=Now())
    now = content(article, revision)
    ledger.carry(revision, now.manuscript, content(article, head).manuscript if head else None)
    _number(article, now)
    return revision


def _number(article: Article, now: Content) -> None:
    cited = clusters(now.data["body"])
    sources = Source.objects.by_key(key for cluster in cited for key in cluster)
    bibliography.number(article.bibliography, cited, sources)
