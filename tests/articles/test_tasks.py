"""Scheduled publishing: what is due goes out through the gate, or is held, or is told."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import tasks, workflow
from articles.models import Article, Contributor, Edition, SitePolicy, Step
from articles.roles import Refused
from tests.factories import approved, cited, draft, fresh, person, published, saved, scheduled, source

PERHAPS = "The cell makes collagen."


def due(article=None):
    """A scheduled article whose time has come."""
    article = article or scheduled()
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now() - timedelta(minutes=1))
    return fresh(article)


def outcomes():
    return [(outcome.article.pk, outcome.step and outcome.step.name) for outcome in tasks.publish_all_due()]


def test_only_what_is_due_is_published_and_once(db):
    later, now = scheduled(), due()
    assert outcomes() == [(now.pk, "publish")]
    assert (fresh(now).state, fresh(now).public, fresh(now).publish_at) == ("published", "live", None)
    assert fresh(later).state == "scheduled"
    assert outcomes() == []
    assert Edition.objects.count() == 1


def test_it_is_published_in_the_name_of_whoever_scheduled_it(db):
    article = due()
    publisher = Step.objects.get(article=article, name="schedule").by
    tasks.publish_scheduled.call()
    assert fresh(article).edition.published_by == publisher


def held(article):
    """The reason for which a due article is held."""
    assert outcomes() == [(article.pk, "hold")]
    assert (fresh(article).state, fresh(article).publish_at) == ("changes_requested", None)
    assert outcomes() == []
    step = Step.objects.get(article=article, name="hold")
    assert step.by is None
    return step.note


def test_a_changed_bio_holds_the_article_and_the_old_edition_stays_live(db):
    article = published()
    saved(article, article.head.body + cited(source().key, "Coffee raises it by 3%."))
    article = due(scheduled(fresh(article)))
    old = article.edition
    Contributor.objects.filter(bylines__article=article).update(bio="Somebody else entirely.")
    assert "bio" in held(article)
    assert (fresh(article).edition, fresh(article).public, Edition.objects.count()) == (old, "live", 1)


def test_a_policy_made_strict_holds_the_article(db):
    article = due(scheduled(with_sentence(PERHAPS)))
    SitePolicy.objects.update_or_create(pk=1, defaults={"sensitivity": "strict"})
    assert PERHAPS in held(article)


def with_sentence(sentence):
    """A draft with one cited claim and another sentence."""
    return draft(body=f"{cited(source().key)}<p>{sentence}</p>")


def test_a_publisher_who_may_no_longer_publish_publishes_nothing(db):
    article = due()
    publisher = Step.objects.get(article=article, name="schedule").by
    publisher.groups.clear()
    assert "may not publish" in held(article)


def test_an_article_that_breaks_keeps_no_other_from_going_out(db, monkeypatch, caplog):
    broken, good = due(), due()
    publish = workflow.publish_due

    def fail(article, now):
        if article.pk == broken.pk:
            raise RuntimeError("the disk is full")
        return publish(article, now)

    monkeypatch.setattr(workflow, "publish_due", fail)
    assert outcomes() == [(broken.pk, None), (good.pk, "publish")]
    assert (fresh(broken).state, fresh(good).state) == ("scheduled", "published")
    assert "the disk is full" in caplog.text
    with pytest.raises(ExceptionGroup, match="could not be published"):
        tasks.publish_scheduled.call()


def test_mail_and_publishing_stand_or_fall_together(db):
    article = due()
    before = DBTaskResult.objects.count()
    with transaction.atomic():
        assert outcomes() == [(article.pk, "publish")]
        assert DBTaskResult.objects.count() > before
        transaction.set_rollback(True)
    assert (DBTaskResult.objects.count(), fresh(article).state, Edition.objects.count()) == (before, "scheduled", 0)


def test_the_worker_tells_the_people_of_an_article_why_it_was_held(transactional_db, mailoutbox):
    article = due()
    call_command("db_worker", batch=True, verbosity=0)
    mailoutbox.clear()
    Contributor.objects.filter(bylines__article=article).update(bio="Somebody else entirely.")
    assert "bio" in held(article)
    assert mailoutbox == []
    call_command("db_worker", batch=True, verbosity=0)
    assert article.owner.email in [address for mail in mailoutbox for address in mail.to]
    assert all("was not published on schedule" in mail.subject and "bio" in mail.body for mail in mailoutbox)


def test_a_schedule_in_the_past_is_refused(db):
    article = approved()
    with pytest.raises(Refused, match="in the future"):
        workflow.advance(
            article, "schedule", by=person("Publisher"), seen=article.head_id, at=timezone.now() - timedelta(seconds=1)
        )
