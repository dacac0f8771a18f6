"""Approval: by another person, of exactly what readers would see."""

import pytest

from articles import approval, workflow
from articles.content import content
from articles.models import Article, Byline, Contributor, Edition, State, Topic
from articles.roles import Refused
from references import library
from references.csl import SourceData
from tests import factories
from tests.factories import advanced, approved, contributor, draft, fresh, person, published, saved, source, submitted

REVIEWS = [("approve", ""), ("request_changes", "Say more.")]


@pytest.fixture
def checker(db):
    return person("Fact-checker")


@pytest.mark.parametrize(("step", "note"), REVIEWS)
def test_the_submitter_does_not_review_their_own_submission(checker, step, note):
    article = advanced(draft(), "submit", checker)
    with pytest.raises(Refused, match="another person has to review it"):
        advanced(article, step, checker, note)


@pytest.mark.parametrize(("step", "note"), REVIEWS)
def test_whoever_wrote_a_revision_does_not_review_the_next(checker, step, note):
    article = draft()
    saved(article, article.head.body.replace("10%", "11%"), by=checker)
    saved(article, article.head.body.replace("10%", "12%"))
    article = submitted(fresh(article))
    with pytest.raises(Refused, match="another person"):
        advanced(article, step, checker, note)
    assert advanced(article, step, person("Fact-checker"), note)


def test_a_contributor_with_a_byline_and_an_account_does_not_approve(checker):
    article = draft()
    Byline.objects.create(article=article, contributor=contributor(checker), role=Byline.Role.REVIEWER)
    with pytest.raises(Refused, match="another person"):
        approved(article, by=checker)


def test_after_an_edition_earlier_writers_may_approve_the_next_text(checker):
    article = draft()
    saved(article, article.head.body.replace("10%", "11%"), by=checker)
    article = published(fresh(article))
    saved(article, article.head.body.replace("11%", "12%"))
    assert approved(fresh(article), by=checker).state == State.APPROVED


def test_writers_of_an_edition_are_told_from_the_logs(db):
    editor = person("Editor")
    article = published()
    saved(article, article.head.body.replace("10%", "11%"), by=editor)
    article = published(fresh(article))
    first, second = Edition.objects.filter(article=article).order_by("number")
    assert approval.writers_of(first) == {article.owner_id}
    assert approval.writers_of(second) == {editor.pk, article.owner_id}


def test_who_gets_a_byline_by_their_account_after_approving_has_not_approved(checker):
    """Readers see no difference, so the hash is the same; the rule is not."""
    article = draft()
    article = approved(article, by=checker)
    Contributor.objects.filter(bylines__article=article).update(user=checker)
    with pytest.raises(Refused, match="has a byline on this text now"):
        advanced(article, "publish", person("Publisher"))


# What voids an approval


def _bio(article):
    Contributor.objects.filter(bylines__article=article).update(bio="Sells tea.")
    return r"the byline ada-ng-\d+ as author \(bio\)"


def _another_byline(article):
    Byline.objects.create(article=article, contributor=contributor(name="Ed Yu", slug="ed-yu"), role="editor")
    return r"the byline ed-yu as editor \(new\)"


def _topic(article):
    article.topics.add(Topic.objects.create(name="Tea", path="tea"))
    return "the topics"


def _source_data(article):
    used = cited(article)
    library.refresh(used, SourceData(title="Retitled", doi=used.doi))
    return rf"the source {used.key} \(author, issued, title\)"


def _merge(article):
    used, into = cited(article), source()
    library.merge(used, into)
    return rf"the body, the source {used.key} \(gone\), the source {into.key} \(new\)"


def cited(article):
    return article.bibliography.references.get().sources.get()


@pytest.mark.parametrize("change", [_bio, _another_byline, _topic, _source_data, _merge])
@pytest.mark.parametrize("step", ["publish", "schedule"])
def test_what_changed_since_the_approval_voids_it_and_is_named(db, change, step):
    article = approved()
    named = change(article)
    at = factories.timezone.now() + factories.timedelta(days=1) if step == "schedule" else None
    with pytest.raises(
        Refused, match=f"no longer holds. Since it was given, this changed: {named}. Ask for a new review"
    ):
        advanced(article, step, person("Publisher"), at=at)
    assert (fresh(article).state, Edition.objects.exists()) == (State.APPROVED, False)


def test_an_approval_can_be_given_again_for_what_readers_would_see_now(checker):
    article = approved()
    _bio(article)
    article = advanced(article, "approve", checker)
    assert advanced(article, "publish", person("Publisher")).edition.approval.by == checker


def test_a_change_that_is_taken_back_leaves_the_approval_standing(db):
    article = approved()
    said = article.bylines.get().contributor.bio
    _bio(article)
    Contributor.objects.filter(bylines__article=article).update(bio=said)
    assert advanced(article, "publish", person("Publisher")).state == State.PUBLISHED


def test_a_changed_text_needs_another_approval(db):
    article = approved()
    revision = saved(article, article.head.body.replace("10%", "11%"))
    with pytest.raises(Refused, match="Nobody has approved this revision"):
        approval.standing(article, revision, content(fresh(article), revision))


def test_nobody_approves_what_they_have_not_seen(checker):
    article = submitted()
    with pytest.raises(Refused, match="The text has changed since you read it: Revision 1 by"):
        workflow.advance(article, "approve", by=checker, seen=article.head_id + 1)


def test_many_at_once_are_those_of_whose_writers_one_is_none(checker):
    editor = person("Editor")
    own, signed = draft(checker), draft()
    signed.bylines.create(contributor=contributor(checker))
    helped, sent, once = draft(), draft(), published()
    saved(helped, helped.head.body.replace("10%", "11%"), checker)
    advanced(sent, "submit", editor)
    advanced(sent, "request_changes", checker, "More.")
    advanced(sent, "submit", checker)
    saved(once, once.head.body.replace("10%", "11%"), editor)
    submitted()
    for who in (checker, editor, own.owner, once.owner, person("Publisher")):
        free = {article.pk for article in Article.objects.all() if who.pk not in approval.writers(fresh(article))}
        assert set(approval.of_others(Article.objects.all(), who.pk).values_list("pk", flat=True)) == free
