"""What is forged: rows that the workflow would not have written are refused by whatever way they come."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, Byline, Contributor, Edition, Notice, Public, State, Step, Waiver
from tests import factories
from tests.articles.gate import forged
from tests.articles.gate.ways import INSERTS, Row, let_through
from tests.factories import advanced, approved, draft, fresh, person, published, submitted

pytestmark = pytest.mark.django_db


def reapproved(article: Article) -> Article:
    """A published article whose next text is approved."""
    factories.saved(article, factories.cited(factories.source().key, "Tea prevents stroke."))
    return approved(fresh(article))


RIGHTFUL: dict[str, Callable[[], Row]] = {
    "an article begins": forged.beginning,
    "a revision of a draft": lambda: forged.revision(draft()),
    "a report": lambda: forged.stored_report(draft()),
    "an approval": lambda: forged.step(submitted(), "approve"),
    "a second approval": lambda: forged.step(approved(), "approve"),
    "a schedule": lambda: forged.step(approved(), "schedule"),
    "an edition": lambda: forged.edition(approved()),
    "a second edition": lambda: forged.edition(reapproved(published())),
    "a publication": lambda: forged.publish_step(approved()),
    "a withdrawal": lambda: forged.step(published(), "withdraw"),
}


@pytest.mark.parametrize("make", RIGHTFUL.values(), ids=RIGHTFUL)
def test_the_rightful_way_passes(make):
    assert let_through(INSERTS, make()) == list(INSERTS)


def in_changes_requested() -> Article:
    return advanced(approved(), "request_changes", person("Fact-checker"), "Cite the trial.")


def approved_again_after_changes() -> tuple[Article, Step]:
    """An article that was approved, sent back and approved again, the same text; and the approval that was voided."""
    article = in_changes_requested()
    voided = forged.approval_of(article)
    return approved(article), voided


def by_the_writer(article: Article) -> Step:
    return forged.step(article, "approve", by=article.owner)


def by_the_submitter() -> Step:
    editor = person("Editor")
    return forged.step(advanced(draft(), "submit", editor), "approve", by=editor)


def by_an_earlier_writer() -> Step:
    article = draft()
    editor = person("Editor")
    factories.saved(article, "<p>Hello.</p>", editor)
    factories.saved(article, "<p>Hello again.</p>")
    return forged.step(submitted(fresh(article)), "approve", by=editor)


def signed(article: Article, by: User) -> Article:
    """The article with a byline of somebody who has an account."""
    Byline.objects.create(article=article, contributor=factories.contributor(by))
    return article


def by_who_signed() -> Step:
    checker = person("Fact-checker")
    return forged.step(signed(submitted(), checker), "approve", by=checker)


def signed_after_approval() -> Edition:
    article = approved()
    return forged.edition(signed(article, forged.approval_of(article).by))


def byline_given_an_account_after_approval() -> Edition:
    article = approved()
    approver = forged.approval_of(article).by
    Contributor.objects.filter(bylines__article=article).update(user=approver)
    return forged.edition(article)


def changed_after_approval() -> Article:
    article = approved()
    factories.saved(article, factories.cited(factories.source().key, "Tea prevents stroke."))
    return fresh(article)


def of_the_text_before(article: Article) -> Edition:
    """An edition that names the approval of another text, its own report and content."""
    old = article.steps.filter(name="approve").earliest("number")
    now = forged.kept_report(article)
    return forged.edition(article, approval=old, report=now, content=now.content, content_hash=now.content_hash)


def with_the_approval_of_another_article() -> Edition:
    article = approved()
    other = forged.approval_of(approved())
    return forged.edition(article, approval=other, report=other.report, content_hash=other.content_hash)


def unapproved_edition(article: Article) -> Edition:
    now = forged.kept_report(article)
    named = article.steps.first()
    return forged.edition(article, approval=named, report=now, content=now.content, content_hash=now.content_hash)


def with_a_report_that_blocks(article: Article) -> Edition:
    return forged.edition(article, report=forged.kept_report(article, clean=False))


def with_other_words(article: Article) -> Edition:
    said = forged.approval_of(article).report.content.replace("10%", "90%")
    assert "90%" in said
    return forged.edition(article, content=said)


FORGED: dict[str, Callable[[], Row]] = {
    "an article that begins approved": lambda: forged.beginning(state=State.APPROVED),
    "an article that begins live": lambda: forged.beginning(public=Public.LIVE, edition=published().edition),
    "an article that begins with another's text": lambda: forged.beginning(head=changed_after_approval().head.based_on),
    "a revision that skips a number": lambda: forged.revision(draft(), number=3),
    "a revision before the first": lambda: forged.revision(draft(), number=0),
    "a revision of an approved article": lambda: forged.revision(approved()),
    "a revision based on another article's": lambda: forged.revision(draft(), based_on=draft().head),
    "a clean report with a finding that blocks": lambda: forged.stored_report(uncited(), clean=True),
    "a step that skips a number": lambda: forged.step(submitted(), "approve", number=3),
    "a step that begins elsewhere": lambda: forged.step(draft(), "approve", from_state=State.IN_REVIEW),
    "a step from a state that it may not be taken from": lambda: forged.step(draft(), "approve"),
    "a step that leads elsewhere": lambda: forged.step(draft(), "submit", to_state=State.APPROVED),
    "a step that the machine does not have": lambda: forged.step(submitted(), "approve", name="wave_through"),
    "a step about an earlier text": lambda: forged.step(changed_after_approval(), "submit", revision_id=earlier_id()),
    "a step about another article's text": lambda: forged.step(draft(), "submit", revision=draft().head),
    "an approval without a report": lambda: forged.step(submitted(), "approve", report_id=None),
    "an approval with a report that blocks": lambda: blocked(submitted()),
    "an approval of other content than its report's": lambda: forged.step(
        submitted(), "approve", content_hash="0" * 64
    ),
    "an approval with another article's report": lambda: forged.step(
        submitted(), "approve", report=forged.kept_report(draft())
    ),
    "an approval by the writer": lambda: by_the_writer(submitted()),
    "an approval by the submitter": by_the_submitter,
    "an approval by who wrote an earlier revision": by_an_earlier_writer,
    "an approval by who signed": by_who_signed,
    "an approval by nobody": lambda: forged.step(submitted(), "approve", by=None),
    "a notice that says nothing": lambda: Notice(
        edition=published().edition, kind="correction", text="", by=person(), created=timezone.now()
    ),
    "a waiver that begins granted": lambda: granted(uncited()),
    "a schedule of other content than was approved": lambda: other_content("schedule"),
    "a publication of a text that nobody approved": lambda: forged.step(submitted(), "publish"),
    "a publication of a draft": lambda: forged.step(draft(), "publish"),
    "a publication without an edition": lambda: forged.step(approved(), "publish"),
    "a publication of an edition of before": lambda: forged.step(reapproved(published()), "publish"),
    "a correction of a text that nobody approved": lambda: forged.step(published(), "correct"),
    "an edition without approval": lambda: unapproved_edition(submitted()),
    "an edition of a draft": lambda: forged.edition(changed_after_approval()),
    "an edition after changes were asked for": lambda: forged.edition(in_changes_requested()),
    "an edition with the approval of another text": lambda: of_the_text_before(approved(changed_after_approval())),
    "an edition with the approval of another article": with_the_approval_of_another_article,
    "an edition with an approval that was voided": lambda: voided_edition(*approved_again_after_changes()),
    "an edition whose approver has signed since": signed_after_approval,
    "an edition whose byline is the approver's since": byline_given_an_account_after_approval,
    "an edition with a report that blocks": lambda: with_a_report_that_blocks(approved()),
    "an edition with other words than were approved": lambda: with_other_words(approved()),
    "an edition with another hash": lambda: forged.edition(approved(), content_hash="0" * 64),
    "an edition that skips a number": lambda: forged.edition(approved(), number=2),
    "an edition of a published article once more": lambda: forged.edition(published()),
}


def uncited() -> Article:
    return draft(body="<p>Tea lowers blood pressure by 10%.</p>")


def granted(article: Article) -> Waiver:
    people = {"asked_by": article.owner, "decided_by": person("Fact-checker")}
    return Waiver(claim=article.claims.first(), reason="other", asked=timezone.now(), granted=True, **people)


def earlier_id() -> int:
    return Article.objects.order_by("pk").first().revisions.earliest("number").pk


def blocked(article: Article) -> Step:
    return forged.step(article, "approve", report=forged.kept_report(article, clean=False))


def other_content(name: str) -> Step:
    article = approved()
    Byline.objects.filter(article=article).delete()
    return forged.step(article, name)


def voided_edition(article: Article, voided: Step) -> Edition:
    assert voided.content_hash == forged.approval_of(article).content_hash
    return forged.edition(article, approval=voided)


@pytest.mark.parametrize("make", FORGED.values(), ids=FORGED)
def test_what_is_forged_is_refused(make):
    assert let_through(INSERTS, make()) == []


def test_a_publication_is_refused_when_it_comes_with_its_approval_in_one_statement():
    article = submitted()
    approval = forged.step(article, "approve", by=article.owner)
    proof = approval.report
    publication = forged.step(article, "publish", number=3, from_state=State.APPROVED, report=proof)
    way = {"bulk_create": lambda row: Step.objects.bulk_create([row, publication])}
    assert let_through(way, approval) == []


def test_a_step_waits_until_the_article_has_followed_the_last_one():
    article = draft()
    forged.step(article, "submit", by=article.owner).save(force_insert=True)
    article.state = State.IN_REVIEW  # in memory alone: the article's row was left behind
    assert let_through(INSERTS, forged.step(article, "approve")) == []
