"""The gate: lets a text through when nothing in its report blocks; the only writer of StoredReport."""

from datetime import datetime

from django.utils import timezone

from articles import checks, ledger
from articles.content import Content
from articles.models import Article, Revision, StoredReport
from articles.roles import Refused


def report(
    article: Article, revision: Revision, seen: Content, *, asked_too: bool = False, at: datetime | None = None
) -> checks.Report:
    """Return the report on a revision under the policy in force now and the rulings; `asked_too` and `at` as for
    ledger.rulings().
    """
    rulings = ledger.rulings(article, revision, asked_too=asked_too, at=at)
    return checks.review(seen.manuscript, seen.policy, rulings)


def require_clean(article: Article, revision: Revision, seen: Content) -> StoredReport:
    """Store the report on a revision as proof and return it. Raises Refused, saying what blocks, where it is not
    clean.
    """
    # The moment whose rulings count, which the database's clock does not know: it stands still in a transaction
    # that waits for a lock. Verifying asks for the rulings of this very moment again.
    at = timezone.now()
    found = report(article, revision, seen, at=at)
    refuse_blocked(found)
    return StoredReport.objects.create(
        revision=revision,
        content_hash=seen.hash,
        content=seen.canonical,
        clean=not found.blocks,
        engine=found.engine,
        body=found.to_json(),
        created=at,
    )


def refuse_blocked(found: checks.Report) -> None:
    """Raise Refused, naming the first findings, where a report blocks."""
    blocking = [finding for finding in found.findings if finding.severity is checks.Severity.BLOCK]
    if blocking:
        named = " ".join(f"{finding.message} “{_short(finding.excerpt)}”" for finding in blocking[:3])
        more = f" And {len(blocking) - 3} more." if len(blocking) > 3 else ""
        raise Refused(f"{len(blocking)} to fix before this text may go on. {named}{more}")


def _short(excerpt: str) -> str:
    return excerpt if len(excerpt) <= 80 else f"{excerpt[:79]}…"
