"""Claims from revision to revision: what was ruled on one stays with its text, and never goes to another."""

import pytest

from articles import checks, ledger
from articles.models import Claim, Ruling, SitePolicy
from articles.roles import Refused
from tests.articles.sayings import FIRST, PLAIN, REWORDED, SECOND, claim, written
from tests.factories import draft, fresh, person, saved


def test_sentences_that_may_need_a_source_are_claims_and_so_are_the_title_and_headings(db):
    article = written(f"<h2>Why tea?</h2><p>{FIRST} What do you drink?</p>")
    assert set(article.claims.values_list("text", flat=True)) == {"On tea", "Why tea?", FIRST}


def test_an_equal_text_is_the_same_claim_wherever_it_moves(db):
    article = written(f"<p>{FIRST}</p><p>{PLAIN}</p>")
    before = claim(article, FIRST)
    revision = saved(article, f"<p>{PLAIN}</p><ul><li>{FIRST}</li></ul>")
    after = claim(article, FIRST)
    assert (after.pk, after.first_seen, after.last_seen) == (before.pk, before.first_seen, revision)


def test_a_text_in_disguise_is_the_same_claim(db):
    article = written(f"<p>{FIRST}</p>")
    saved(article, f"<p>{FIRST.replace('a', 'а').replace(' ', chr(0x2009) + chr(0x200B), 1)}</p>")
    assert article.claims.exclude(text="On tea").count() == 1


def test_two_equal_sentences_are_one_claim(db):
    assert written(f"<p>{FIRST}</p><p>{FIRST}</p>").claims.exclude(text="On tea").count() == 1


def test_a_reworded_sentence_is_a_new_claim_that_knows_its_predecessor(db):
    article = written(f"<p>{FIRST}</p><p>{SECOND}</p>")
    saved(article, f"<p>{REWORDED}</p><p>{SECOND}</p>")
    new = claim(article, REWORDED)
    assert new.predecessor.text == FIRST
    assert claim(article, SECOND).predecessor is None
    assert claim(article, FIRST).last_seen.number == 1


def test_a_claim_that_is_gone_and_comes_back_is_the_same_with_all_that_was_ruled(db):
    article = written(f"<p>{FIRST}</p>")
    ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    saved(article, f"<p>{PLAIN}</p>")
    assert texts_ruled(article) == []
    saved(article, f"<p>{PLAIN}</p><p>{FIRST}</p>")
    assert texts_ruled(article) == [FIRST]
    assert article.claims.filter(text=FIRST).count() == 1


def test_another_articles_equal_claim_is_another_claim(db):
    one, other = written(f"<p>{FIRST}</p>"), written(f"<p>{FIRST}</p>")
    ledger.rule(claim(one, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    assert claim(one, FIRST) != claim(other, FIRST)
    assert texts_ruled(other) == []


def test_a_policy_that_is_raised_between_two_revisions_finds_its_claims_in_the_ledger(db):
    """A heading blocks under the strict policy alone; it can be ruled on without a new revision."""
    article = draft(body=f"<h2>{FIRST}</h2><p>{PLAIN}</p>")
    SitePolicy.objects.create(pk=1, sensitivity="strict")
    ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    assert texts_ruled(article) == [FIRST]


# Rulings


def texts_ruled(article) -> list[str]:
    article = fresh(article)
    return [ruling.folded for ruling in ledger.rulings(article, article.head)]


@pytest.fixture
def article(db):
    return written(f"<p>{FIRST}</p><p>{SECOND}</p>")


def test_not_a_claim_takes_an_editor(article):
    with pytest.raises(Refused, match="You may not rule"):
        ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, article.owner)
    ruling = ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"), " An opinion. ")
    assert (ruling.note, texts_ruled(article)) == ("An opinion.", [FIRST])


def test_the_same_source_takes_whoever_may_write_here(article):
    with pytest.raises(Refused, match="You may not write"):
        ledger.rule(claim(article, FIRST), Ruling.Kind.SAME_SOURCE, person("Contributor"))
    ledger.rule(claim(article, FIRST), Ruling.Kind.SAME_SOURCE, article.owner)
    (ruling,) = ledger.rulings(article, article.head)
    assert ruling.kind is checks.RulingKind.SAME_SOURCE


@pytest.mark.parametrize("kind", ["waiver", "", "NOT_A_CLAIM"])
def test_there_is_no_other_ruling_least_of_all_a_waiver_that_nobody_granted(article, kind):
    with pytest.raises(Refused, match="not among the rulings"):
        ledger.rule(claim(article, FIRST), kind, article.owner)
    assert texts_ruled(article) == []


def test_ruling_the_same_twice_changes_nothing(article):
    first = ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    assert ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Publisher")) == first


def test_a_ruling_that_is_revoked_holds_no_more_but_stays_as_history(article):
    editor, other = person("Editor"), person("Editor")
    ruling = ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, editor)
    with pytest.raises(Refused):
        ledger.revoke(ruling, article.owner)
    ledger.revoke(ruling, other)
    ruling.refresh_from_db()
    assert (texts_ruled(article), ruling.revoked_by, ruling.by) == ([], other, editor)
    assert ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, editor) != ruling


def test_what_held_at_a_time_is_told_for_that_time(article):
    ruling = ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    ledger.revoke(ruling, person("Editor"))
    ruling.refresh_from_db()
    at = ruling.created
    assert [each.folded for each in ledger.rulings(article, article.head, at=at)] == [FIRST]
    assert ledger.rulings(article, article.head, at=ruling.revoked) == ()


def test_a_sentence_that_is_gone_is_not_ruled_on(article):
    old = claim(article, FIRST)
    saved(article, f"<p>{REWORDED}</p><p>{SECOND}</p>")
    with pytest.raises(Refused, match="no longer in the text"):
        ledger.rule(old, Ruling.Kind.NOT_A_CLAIM, person("Editor"))


def test_a_ruling_never_moves_to_a_lookalike(article):
    ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    saved(article, f"<p>{REWORDED}</p><p>{SECOND}</p>")
    assert texts_ruled(article) == []
    assert Claim.objects.get(text=REWORDED).rulings.count() == 0
