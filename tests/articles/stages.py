"""A live article whose next text is in each state, for tests of the steps that lead from there."""

from datetime import datetime, timedelta

from django.utils import timezone

from articles.models import Article, State
from tests import factories
from tests.factories import advanced, fresh, person, published, saved


def live(state: State) -> Article:
    """An article that readers see, whose head is in a state."""
    article = published()
    if state == State.PUBLISHED:
        return article
    if state == State.ARCHIVED:
        return advanced(article, "archive", article.owner)
    saved(article, article.head.body.replace("10%", "11%"))
    return _on(fresh(article), state)


def _on(article: Article, state: State) -> Article:
    """A draft after the steps that lead to a state."""
    if state == State.CHANGES_REQUESTED:
        return advanced(factories.submitted(article), "request_changes", person("Fact-checker"), "Say more.")
    make = {
        State.IN_REVIEW: factories.submitted,
        State.APPROVED: factories.approved,
        State.SCHEDULED: factories.scheduled,
    }
    return make[state](article) if state in make else article


def words(step: str) -> tuple[str, datetime | None]:
    """The note and the time that a step takes."""
    says = step in {"request_changes", "correct", "withdraw", "retract"}
    return "Because." if says else "", timezone.now() + timedelta(days=1) if step == "schedule" else None
