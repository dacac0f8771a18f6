"""Several processes at once on one article: one of them wins, and nobody loses a word."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Article, Contributor, Public, State, WorkingCopy
from tests.articles.gate.forged import approval_of
from tests.crash import acts
from tests.crash.processes import together
from tests.factories import approved, draft, fresh, person, scheduled

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def mails(article: Article, name: str) -> int:
    """How many mails about a step of this name wait to be sent."""
    steps = set(article.steps.filter(name=name).values_list("pk", flat=True))
    return sum(mail.args_kwargs["args"][0] in steps for mail in DBTaskResult.objects.all())


def once(article: Article) -> tuple[int, int, int]:
    """How many editions, steps that publish, and mails about them there are."""
    return article.editions.count(), article.steps.filter(name="publish").count(), mails(article, "publish")


def test_fifty_publications_of_one_article_are_one():
    article = approved()
    publisher = person("Publisher")
    answers = together(*[(acts.publish, (article.pk, publisher.pk, article.head_id))] * 50)
    assert answers.count("published") == 1
    assert sum(answer.startswith("refused: This article is published") for answer in answers) == 49
    assert once(fresh(article)) == (1, 1, 1)


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_of_two_who_save_at_once_both_texts_are_kept(turn):
    article, editor = draft(), person("Editor")
    seen, texts = article.head_id, {article.owner.pk: "<p>Mine.</p>", editor.pk: "<p>No, mine.</p>"}
    answers = together(*[(acts.save, (article.pk, by, seen, "On tea", body)) for by, body in texts.items()])
    assert sorted(answers) == ["kept", "saved"]
    head, kept = fresh(article).head, WorkingCopy.objects.get(article=article)
    assert {head.author_id: head.body, kept.person_id: kept.body} == texts
    assert (head.number, kept.based_on_id) == (2, seen)


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_a_publication_that_races_an_edit_freezes_what_was_approved_or_is_refused(turn):
    article = approved()
    text, approval = article.head, approval_of(article)
    answers = together(
        (acts.publish, (article.pk, person("Publisher").pk, text.pk)),
        (acts.save, (article.pk, article.owner.pk, text.pk, "On tea", "<p>Tea prevents stroke.</p>")),
    )
    after = fresh(article)
    assert answers[1] == "saved"
    assert (after.state, after.head.number) == (State.DRAFT, 2)
    if answers[0] == "published":
        assert (after.edition.revision, after.edition.content_hash) == (text, approval.content_hash)
    else:
        assert (after.public, after.edition, once(after)) == (Public.NEVER, None, (0, 0, 0))


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_a_publication_that_races_a_change_of_bio_freezes_what_was_approved_or_is_refused(turn):
    article = approved()
    approval = approval_of(article)
    answers = together(
        (acts.publish, (article.pk, person("Publisher").pk, article.head_id)),
        (acts.change_bio, (Contributor.objects.get(bylines__article=article).pk, "Sells tea.")),
    )
    editions = list(fresh(article).editions.values_list("content_hash", flat=True))
    assert editions == ([approval.content_hash] if answers[0] == "published" else [])


def test_two_workers_publish_what_is_due_once():
    article = scheduled()
    later = timezone.now() + timedelta(days=2)
    answers = together(*[(acts.publish_due, (article.pk, later))] * 2)
    assert sorted(answers) == ["not due", "publish"]
    assert once(fresh(article)) == (1, 1, 1)
