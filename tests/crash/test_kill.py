"""kill -9 in the middle of publishing: nothing half, nothing wrongly live, and the next try publishes."""

import os
import time

import pytest
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from articles import triggers
from articles.models import Article, Public, State
from tests import factories
from tests.crash import acts
from tests.crash.processes import killed_after, killed_at, together

pytestmark = pytest.mark.django_db(transaction=True)

CRASHES = int(os.environ.get("STET_CRASHES", "12"))
NOTHING = (State.APPROVED, Public.NEVER, None, 0, 0, 0)
ALL = (State.PUBLISHED, Public.LIVE, 1, 1, 1, 1)


def found(article: Article) -> tuple[object, ...]:
    """State, public, the number of the edition shown; and how many editions, publish steps and mails there are."""
    with transaction.atomic():
        # Under the lock: PostgreSQL may still be at the dead process's last statement.
        now = Article.objects.locked(article.pk)
        steps = now.steps.filter(name="publish")
        mails = [mail for mail in DBTaskResult.objects.all() if mail.args_kwargs["args"] == [step.pk for step in steps]]
        shown = now.edition.number if now.edition else None
        return now.state, now.public, shown, now.editions.count(), steps.count(), len(mails)


def publication(article: Article) -> tuple[int, int, int]:
    return article.pk, factories.person("Publisher").pk, article.head_id


def test_killed_before_any_statement_of_a_publication_nothing_of_it_is_there():
    article = factories.approved()
    call = publication(article)
    statement = 0
    while killed_at(statement := statement + 1, acts.publish, *call):
        assert found(article) == NOTHING, f"killed before statement {statement}"
    assert statement > 20, "a publication is more statements than that"
    assert found(article) == ALL
    assert triggers.missing(connection) == []


def test_killed_at_any_time_a_publication_is_whole_or_not_there():
    first = factories.approved()
    call = publication(first)
    began = time.perf_counter()
    together((acts.publish, call))
    whole = time.perf_counter() - began
    for crash in range(CRASHES):
        article = factories.approved()
        call = publication(article)
        killed_after(whole * crash / CRASHES, acts.publish, *call)
        assert found(article) in (NOTHING, ALL)
        together((acts.publish, call))
        assert found(article) == ALL
