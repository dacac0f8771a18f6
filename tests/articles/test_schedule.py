"""Schedules: the gate is asked again when they fire; a failure holds the article and leaves the old edition live."""

import re
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from articles import gate, workflow
from articles.models import Article, Contributor, Edition, Public, State, Step
from articles.roles import Refused
from articles.tasks import publish_all_due
from tests.articles.stages import live
from tests.factories import advanced, approved, fresh, person, published, scheduled

LATER = timedelta(days=2)


def fire(article, now=None):
    return workflow.publish_due(article, now or timezone.now() + LATER)


@pytest.mark.parametrize("at", [None, timedelta(0), timedelta(days=-1)])
def test_a_schedule_takes_a_time_in_the_future(db, at):
    article = approved()
    time = None if at is None else timezone.now() + at
    with pytest.raises(Refused, match="time in the future"):
        advanced(article, "schedule", person("Publisher"), at=time)


def test_only_a_schedule_takes_a_time(db):
    with pytest.raises(Refused, match="Only a schedule has a time"):
        advanced(approved(), "publish", person("Publisher"), at=timezone.now() + LATER)


def test_a_schedule_publishes_when_its_time_has_come_in_the_name_of_who_set_it(db):
    article = scheduled()
    step = fire(article)
    article = fresh(article)
    assert (step.name, step.by, step.from_state) == (
        Step.Name.PUBLISH,
        article.steps.get(name="schedule").by,
        State.SCHEDULED,
    )
    assert (article.state, article.public, article.publish_at) == (State.PUBLISHED, Public.LIVE, None)


def test_a_schedule_does_nothing_before_its_time_nor_twice(db):
    article = scheduled()
    assert fire(article, timezone.now()) is None
    fire(article)
    assert fire(article) is None
    assert Edition.objects.count() == 1


def test_an_article_that_was_unscheduled_or_changed_meanwhile_is_not_published(db):
    article = scheduled()
    advanced(article, "unschedule", person("Publisher"))
    assert fire(article) is None
    assert (fresh(article).state, fresh(article).publish_at) == (State.APPROVED, None)


def test_the_due_are_those_whose_time_has_come_the_longest_overdue_first(db):
    now = timezone.now()
    late, later, _ = (scheduled(at=now + timedelta(hours=hours)) for hours in (1, 2, 9))
    published()
    assert list(Article.objects.due(now + timedelta(hours=3))) == [late, later]


def _bio(article, monkeypatch):
    Contributor.objects.filter(bylines__article=article).update(bio="Sells tea.")
    return r"this changed: the byline ada-ng-\d+ as author \(bio\)"


def _closed(article, monkeypatch):
    publisher = article.steps.get(name="schedule").by
    publisher.is_active = False
    publisher.save()
    return "You may not publish"


def _demoted(article, monkeypatch):
    article.steps.get(name="schedule").by.groups.clear()
    return "You may not publish"


def _broken(article, monkeypatch):
    monkeypatch.setattr(gate.checks, "review", lambda *args: 1 / 0)
    return "Something went wrong"


def _signed(article, monkeypatch):
    approver = article.steps.filter(name="approve").latest("number").by
    Contributor.objects.filter(bylines__article=article).update(user=approver)
    return "has a byline on this text now"


@pytest.mark.parametrize("spoil", [_bio, _closed, _demoted, _broken, _signed])
def test_what_no_longer_passes_is_held_with_the_reason_and_the_old_edition_stays(db, monkeypatch, spoil):
    article = live(State.SCHEDULED)
    edition, reason = article.edition, spoil(article, monkeypatch)
    step = fire(article)
    article = fresh(article)
    assert (step.name, step.by, step.to_state) == (Step.Name.HOLD, None, State.CHANGES_REQUESTED)
    assert re.search(reason, step.note)
    assert (article.state, article.publish_at, article.public, article.edition) == (
        State.CHANGES_REQUESTED, None, Public.LIVE, edition,
    )  # fmt: skip
    assert fire(article) is None


def test_a_busy_database_holds_nothing(db, monkeypatch):
    article = scheduled()

    def busy(*args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(gate.checks, "review", busy)
    with pytest.raises(OperationalError):
        fire(article)
    assert fresh(article).state == State.SCHEDULED


def test_one_that_cannot_be_published_keeps_no_other_from_its_time(db, monkeypatch):
    soon = timezone.now() + timedelta(hours=1)
    bad, good = scheduled(at=soon), scheduled(at=soon + timedelta(minutes=1))
    Contributor.objects.filter(bylines__article=bad).update(bio="Sells tea.")
    monkeypatch.setattr(timezone, "now", lambda: soon + LATER)
    assert [(each.article, each.step.name) for each in publish_all_due()] == [(bad, "hold"), (good, "publish")]
