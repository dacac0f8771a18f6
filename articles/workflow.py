"""The workflow: advance() takes an article one step; the only writer of Article.state, Article.public and Step."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import cast

from django.contrib.auth.models import AbstractBaseUser
from django.db import OperationalError, transaction
from django.db.models.functions import Now
from django.utils import timezone

from articles import approval, gate, mail, publishing, roles
from articles.content import content
from articles.models import Article, Edition, Notice, Public, Revision, State, Step
from articles.models.step import MOVES
from articles.roles import Refused

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Transition:
    """What a step takes beside the state that MOVES asks for: who may, whether it passes the gate, what it must say.

    `public` is what readers get afterwards, `notice` what they are told; `freezes` makes an edition.
    """

    action: str
    gated: bool = False
    freezes: bool = False
    says: bool = False
    needs_live: bool = False
    public: Public | None = None
    notice: Notice.Kind | None = None


_NAME = Step.Name
TRANSITIONS: Mapping[str, Transition] = MappingProxyType(
    {
        _NAME.SUBMIT: Transition("write"),
        _NAME.REQUEST_CHANGES: Transition("review", says=True),
        _NAME.APPROVE: Transition("review", gated=True),
        _NAME.SCHEDULE: Transition("publish", gated=True),
        _NAME.UNSCHEDULE: Transition("publish"),
        _NAME.PUBLISH: Transition("publish", gated=True, freezes=True, public=Public.LIVE),
        _NAME.CORRECT: Transition(
            "publish", True, True, says=True, needs_live=True, public=Public.LIVE, notice=Notice.Kind.CORRECTION
        ),
        _NAME.WITHDRAW: Transition(
            "publish", says=True, needs_live=True, public=Public.WITHDRAWN, notice=Notice.Kind.WITHDRAWAL
        ),
        _NAME.RETRACT: Transition(
            "publish", says=True, needs_live=True, public=Public.RETRACTED, notice=Notice.Kind.RETRACTION
        ),
        _NAME.ARCHIVE: Transition("write"),
        _NAME.REOPEN: Transition("write"),
    }
)


@transaction.atomic
def advance(
    article: Article, step: str, *, by: AbstractBaseUser, seen: int, note: str = "", at: datetime | None = None
) -> Step:
    """Take an article one step and return the line of the audit log.

    `seen` is the id of the revision that the person had before them, `at` the time of a schedule (aware, in the
    future). All is decided under the article's row lock, on one reading of the head. Raises Refused, with a sentence
    that says why, and then nothing has changed.
    """
    article = Article.objects.locked(article.pk)
    transition = require_step(article, step, by)
    revision = _head(article, seen)
    note = note.strip()
    if transition.says and not note:
        raise Refused("Say in a note why: it is what others will read.")
    if (step == _NAME.SCHEDULE) != (at is not None) or (at is not None and at <= timezone.now()):
        raise Refused(
            "Name a time in the future to schedule for." if step == _NAME.SCHEDULE else "Only a schedule has a time."
        )
    taken = Step(article=article, name=step, revision=revision, by_id=by.pk, note=note)
    edition = _pass_gate(article, revision, transition, taken, by)
    public = transition.public or Public(article.public)
    _record(article, taken, edition=edition, public=public, publish_at=at)
    if transition.notice and article.edition:
        publishing.notify(article.edition, transition.notice, note, by)
    return taken


def require_step(article: Article, step: str, by: AbstractBaseUser) -> Transition:
    """Return the transition, or raise Refused with the reason why this person may not take this step from here, now."""
    if step not in TRANSITIONS:
        raise Refused(f"There is no step “{step}”. There are: {', '.join(TRANSITIONS)}.")
    transition = TRANSITIONS[step]
    froms, _ = MOVES[step]
    roles.require(by, transition.action, article if transition.action == "write" else None)
    if article.state not in froms:
        raise Refused(
            f"This article is {State(article.state).label}: {step.replace('_', ' ')} is not possible from there."
        )
    if transition.needs_live and article.public != Public.LIVE:
        raise Refused("Readers do not see this article now: there is nothing to correct, withdraw or retract.")
    if (transition.freezes or step == _NAME.SCHEDULE) and article.public == Public.RETRACTED:
        raise Refused("This article is retracted, and a retraction is for good. Publish a new article instead.")
    if transition.action == "review":
        approval.refuse_own_words(article, by.pk)
    return transition


def _head(article: Article, seen: int) -> Revision:
    head = article.head
    if head is None:
        raise Refused("This article has no text yet.")
    if seen != head.pk:
        raise Refused(
            f"The text has changed since you read it: {head} by {head.author.get_username()} is newer. Read it first."
        )
    return head


def _pass_gate(
    article: Article, revision: Revision, transition: Transition, taken: Step, by: AbstractBaseUser
) -> Edition | None:
    """Have the text judged as the step asks; return the edition where it makes one."""
    if taken.name == _NAME.SUBMIT:
        gate.refuse_blocked(gate.report(article, revision, content(article, revision), asked_too=True))
    if not transition.gated:
        return None
    seen = content(article, revision)
    taken.report = gate.require_clean(article, revision, seen)
    taken.content_hash = seen.hash
    if taken.name == _NAME.APPROVE:
        return None
    approved = approval.standing(article, revision, seen)
    return publishing.freeze(article, revision, seen, taken.report, approved, by) if transition.freezes else None


def _record(
    article: Article,
    step: Step,
    *,
    edition: Edition | None = None,
    public: Public | None = None,
    publish_at: datetime | None = None,
) -> None:
    """Write a step, and the article's state with it; mail goes out if and only if the transaction stands."""
    _, to_state = MOVES[step.name]
    newest = Step.objects.filter(article=article).order_by("-number").first()
    step.number = newest.number + 1 if newest else 1
    step.from_state, step.to_state = article.state, to_state or article.state
    step.save(force_insert=True)
    article.state, article.publish_at = step.to_state, publish_at
    article.public, article.edition = public or article.public, edition or article.edition
    Article.objects.filter(pk=article.pk).update(
        state=article.state,
        public=article.public,
        edition=article.edition,
        publish_at=publish_at,
        changed=Now(),
    )
    if mail.is_news(step):
        mail.tell.enqueue(step.pk)


def reopen_for(article: Article, by: AbstractBaseUser) -> None:
    """Bring a locked article back to draft because a new revision is about to become its head."""
    if article.state != State.DRAFT:
        _record(article, Step(article=article, name=_NAME.REOPEN, revision=article.head, by_id=by.pk))


def note_erasure(article: Article, by: AbstractBaseUser, note: str) -> None:
    """Write into an article's log that a person's data were erased. The caller holds the lock."""
    step = Step(article=article, name=_NAME.ERASE, revision=article.head, by_id=by.pk, note=note)
    _record(article, step, publish_at=article.publish_at)


def publish_due(article: Article, now: datetime) -> Step | None:
    """Publish a scheduled article whose time has come, in the name of whoever scheduled it; None where it is not due
    any more.

    Where the gate, or anything else, refuses, the article is held with the reason and the old edition stays live. A
    database that cannot be reached or is busy holds nothing: the next run tries again.
    """
    try:
        with transaction.atomic():
            article = Article.objects.locked(article.pk)
            if not _is_due(article, now):
                return None
            scheduled = Step.objects.filter(article=article, name=_NAME.SCHEDULE, by__isnull=False).latest("number")
            return advance(article, _NAME.PUBLISH, by=cast(AbstractBaseUser, scheduled.by), seen=scheduled.revision_id)
    except Refused as refusal:
        return _hold(article, now, str(refusal))
    except OperationalError:
        raise
    except Exception:
        # Whatever it is that went wrong, it must not keep those behind it in the queue from their time.
        logger.exception("Article %s could not be published on schedule.", article.pk)
        return _hold(article, now, "Something went wrong while it was checked; the site's log has the details.")


@transaction.atomic
def _hold(article: Article, now: datetime, reason: str) -> Step | None:
    article = Article.objects.locked(article.pk)
    if not _is_due(article, now):
        return None
    held = Step(article=article, name=_NAME.HOLD, revision=article.head, note=reason)
    _record(article, held)
    return held


def _is_due(article: Article, now: datetime) -> bool:
    return article.state == State.SCHEDULED and article.publish_at is not None and article.publish_at <= now
