"""Mail: who hears of what, in the transaction that causes it."""

import pytest
from django.contrib.auth.models import User
from django.core import mail as outbox
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from articles import mail
from articles.models import Step
from articles.roles import Refused
from tests.articles.stages import live
from tests.factories import advanced, approved, draft, person, published, saved, scheduled, submitted


def newest(article) -> Step:
    return article.steps.first()


def hearers(step: Step) -> set[User]:
    return set(mail.concerned(step))


def enqueued() -> list[int]:
    """The steps of which mail is to be sent, in order."""
    return [result.args_kwargs["args"][0] for result in DBTaskResult.objects.order_by("enqueued_at")]


def send(step: Step) -> int:
    return mail.tell.func(step.pk)


@pytest.fixture
def checker(db):
    return person("Fact-checker")


def test_each_step_is_told_but_those_that_nobody_waits_for(db):
    article = published()
    assert enqueued() == list(article.steps.order_by("number").values_list("pk", flat=True))
    before = len(enqueued())
    advanced(article, "archive", article.owner)
    saved(article, article.head.body.replace("10%", "11%"))
    assert len(enqueued()) == before


@pytest.mark.parametrize("make", [submitted, approved, scheduled])
def test_a_text_that_was_waited_for_and_changes_is_told(db, make):
    article = make()
    saved(article, article.head.body.replace("10%", "11%"))
    assert enqueued()[-1] == newest(article).pk
    assert "no longer holds" in mail.message(newest(article), article.owner).subject


def test_what_is_rolled_back_is_not_told(db):
    article = draft()
    with transaction.atomic():
        submitted(article)
        assert len(enqueued()) == 1
        transaction.set_rollback(True)
    assert enqueued() == []


def test_what_is_refused_is_not_told(checker):
    article = submitted()
    with pytest.raises(Refused):
        advanced(article, "approve", article.owner)
    assert len(enqueued()) == 1


def test_a_submission_is_told_to_those_who_may_review_it(checker):
    publisher, _ = person("Publisher"), person("Editor")
    assert hearers(newest(submitted())) == {checker, publisher}


def test_an_approval_is_told_to_the_owner_and_to_those_who_may_publish(checker):
    publisher, _ = person("Publisher"), person("Fact-checker")
    article = approved(by=checker)
    assert hearers(newest(article)) == {article.owner, publisher}


def test_a_hold_is_told_to_all_who_took_part(db):
    article = scheduled()
    hold = Step(article=article, name=Step.Name.HOLD, revision=article.head)
    assert hearers(hold) == {step.by for step in article.steps.all()} | {article.owner}


def test_who_left_or_lost_their_role_or_has_no_address_hears_nothing(db):
    article = draft()
    left, demoted, silent = (person("Editor") for _ in range(3))
    for number, who in enumerate((left, demoted, silent)):
        saved(article, article.head.body.replace("10%", f"{number}%"), by=who)
    User.objects.filter(pk=left.pk).update(is_active=False)
    demoted.groups.clear()
    User.objects.filter(pk=silent.pk).update(email="")
    hold = Step(article=article, name=Step.Name.HOLD, revision=article.head)
    assert hearers(hold) == {article.owner}


def test_a_mail_says_what_happened_by_whom_and_why_and_never_the_text(checker):
    article = advanced(submitted(), "request_changes", checker, "Where is\nthe trial?")
    send(newest(article))
    (sent,) = outbox.outbox
    assert (sent.to, sent.subject) == ([article.owner.email], "On tea: was sent back with changes to make")
    assert f"“On tea” was sent back with changes to make by {checker.username}.\nWhere is\nthe trial?" in sent.body
    assert "blood pressure" not in sent.body


@pytest.mark.parametrize(
    "title", ["Tea\r\nBcc: all@example.org", "Tea\u2028Bcc: x", "Tea\x0bBcc: x\x85y", "x" * 2_000, "\r\n"]
)
def test_a_title_never_writes_a_header(checker, title):
    article = submitted(draft(title=title))
    send(newest(article))
    (sent,) = outbox.outbox
    head, _, _ = sent.message().as_string().partition("\n\n")
    assert not [line for line in head.splitlines() if line.lower().startswith("bcc")]
    assert sent.recipients() == [checker.email]
    assert len(sent.subject.splitlines()) == 1


def test_an_address_that_is_refused_keeps_no_other_from_its_mail(checker, monkeypatch):
    other = person("Fact-checker")
    User.objects.filter(pk=checker.pk).update(email="a@b.example\nBcc: all@example.org")
    step = newest(submitted())
    with pytest.raises(ExceptionGroup, match="1 of 2 mails were not sent"):
        send(step)
    assert [sent.to for sent in outbox.outbox] == [[other.email]]


def test_a_server_that_is_down_fails_the_task_and_says_so(checker, monkeypatch):
    def down(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", down)
    with pytest.raises(ExceptionGroup, match="1 of 1"):
        send(newest(submitted()))


def test_every_step_that_is_said_has_words_for_readers_of_the_mail(db):
    article = live("draft")
    assert {name for name in Step.Name if name not in mail.SAID} == {Step.Name.ARCHIVE, Step.Name.ERASE}
    for name in mail.SAID:
        step = Step(article=article, name=name, revision=article.head, by=article.owner)
        assert mail.SAID[name] in mail.message(step, article.owner).body
