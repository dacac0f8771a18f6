"""Rows written past the writers: each rightful as it is, until a test changes something about it."""

from typing import Any

from django.utils import timezone

from articles.content import content, hash_of
from articles.gate import report
from articles.models import Article, Edition, Revision, Step, StoredReport
from articles.models.step import MOVES
from references.models import Bibliography
from tests import factories


def approval_of(article: Article) -> Step:
    """The newest approval of an article."""
    return article.steps.filter(name="approve").first()


def stored_report(article: Article, **changes: Any) -> StoredReport:
    """A report on the head as readers would see it now, clean unless the text is not. Not saved."""
    seen = content(article, article.head)
    found = report(article, article.head, seen)
    fields = {
        "revision": article.head,
        "content_hash": seen.hash,
        "content": seen.canonical,
        "clean": not found.blocks,
        "engine": found.engine,
        "body": found.to_json(),
        "created": timezone.now(),
    }
    return StoredReport(**fields | changes)


def kept_report(article: Article, **changes: Any) -> StoredReport:
    """The same, in the database: nothing but verifyeditions knows a forged report from a true one."""
    kept = stored_report(article, **changes)
    if "content" in changes:
        kept.content_hash = hash_of(kept.content)
    kept.save(force_insert=True)
    return kept


def edition(article: Article, **changes: Any) -> Edition:
    """The next edition of an approved article, as publishing.freeze would make it. Not saved."""
    approval = changes.get("approval") or approval_of(article)
    fields = {
        "article": article,
        "number": article.editions.count() + 1,
        "revision": article.head,
        "content_hash": approval.content_hash,
        "content": approval.report.content if approval.report else "{}",
        "html": "<p>",
        "report": approval.report,
        "approval": approval,
        "published_by": approval.by,
        "created": timezone.now(),
    }
    return Edition(**fields | changes)


def step(article: Article, name: str, /, **changes: Any) -> Step:
    """The next step of an article, as workflow.advance would write it; gated ones on a clean report. Not saved."""
    gated = name in ("approve", "schedule", "publish", "correct")
    proof = changes.pop("report", None) or (kept_report(article) if gated else None)
    fields = {
        "article": article,
        "number": article.steps.count() + 1,
        "name": name,
        "from_state": article.state,
        "to_state": MOVES[name][1] or article.state,
        "revision": article.head,
        "by": factories.person("Publisher"),
        "content_hash": proof.content_hash if proof else "",
        "report": proof,
        "created": timezone.now(),
    }
    return Step(**fields | changes)


def publish_step(article: Article, **changes: Any) -> Step:
    """The step that publishes an approved article, whose edition is there. Not saved."""
    edition(article).save(force_insert=True)
    return step(article, "publish", **{"report": approval_of(article).report} | changes)


def revision(article: Article, **changes: Any) -> Revision:
    """The next revision of an article in draft. Not saved."""
    fields = {
        "article": article,
        "number": article.revisions.count() + 1,
        "based_on": article.head,
        "author": article.owner,
        "title": "On coffee",
        "body": "<p>Coffee.</p>",
        "created": timezone.now(),
    }
    return Revision(**fields | changes)


def beginning(**changes: Any) -> Article:
    """An article that begins: a draft without a text. Not saved."""
    like = factories.draft()
    fields = {
        "slug": f"{like.slug}-again",
        "owner": like.owner,
        "bibliography": Bibliography.objects.create(),
        "created": timezone.now(),
        "changed": timezone.now(),
    }
    return Article(**fields | changes)
