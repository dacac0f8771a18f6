"""How a sentence stands under a policy."""

from dataclasses import replace

import pytest

from articles.checks import DEFAULT, Policy, RulingKind, Standing, review
from articles.manuscript import Cover, Manuscript, Outcome
from articles.text.claims import Sensitivity, outcome
from tests.articles.checks.texts import (
    CLAIM,
    FIGURE,
    LEANING,
    OPINION,
    PARAGRAPH,
    STRICT,
    cite,
    flagged,
    ruled,
    text,
)

NOWHERE = cite("no-reference-9")
CITED = cite("cha2020")


def stands(manuscript: Manuscript, sentence: str, policy: Policy = DEFAULT, *rulings) -> Standing:
    (index,) = (found.index for found in manuscript.sentences if found.text == sentence)
    return review(manuscript, policy, rulings).standings[index]


def test_each_sentence_has_one_standing_in_order():
    manuscript = text(f"<h2>Tea</h2><p>{OPINION} {FIGURE}</p><ul><li>{CLAIM}</li></ul>")
    assert [standing.sentence for standing in review(manuscript).standings] == [0, 1, 2]


def test_outcome_is_the_policys():
    manuscript = text(f"<p>{CLAIM}</p>")
    for sensitivity in Sensitivity:
        asked = stands(manuscript, CLAIM, Policy(sensitivity)).outcome
        assert asked == outcome(manuscript.sentences[0].score, sensitivity)


def test_score_between_two_sensitivities_is_a_claim_under_the_stricter_alone():
    manuscript = text(f"<p>{CLAIM}</p>")
    manuscript = replace(manuscript, sentences=(replace(manuscript.sentences[0], score=0.55),))
    assert [
        stands(manuscript, CLAIM, Policy(sensitivity)).flagged
        for sensitivity in (Sensitivity.STRICT, Sensitivity.STANDARD, Sensitivity.LENIENT)
    ] == [True, True, False]


@pytest.mark.parametrize(
    ("html", "sentence", "cover"),
    [
        (f"<p>{FIGURE}{CITED}</p>", FIGURE, Cover.SENTENCE),
        (f"<p>It does this{CITED}:</p><ul><li>{FIGURE}</li></ul>", FIGURE, Cover.LIST),
        (f"<ul><li>{FIGURE} {OPINION}{CITED}</li></ul>", FIGURE, Cover.LIST),
        (f"<table><caption>Cups{CITED}</caption><tr><td>{FIGURE}</td></tr></table>", FIGURE, Cover.TABLE),
        (f"<table><tr><th>Cups{CITED}</th></tr><tr><td>{FIGURE}</td></tr></table>", FIGURE, Cover.TABLE),
        (f"<p>{CLAIM} {FIGURE}{CITED}</p>", CLAIM, Cover.INFERRED),
        (f"<p>{FIGURE} {OPINION}{CITED}</p>", FIGURE, None),
        (f"<p>{FIGURE}</p>", FIGURE, None),
    ],
)
def test_nearest_way_covers(html, sentence, cover):
    standing = stands(text(html), sentence)
    assert standing.covered_by is cover
    assert standing.flagged is (cover is None)
    assert standing.cited is (cover is Cover.SENTENCE)


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        (f"<p>{FIGURE}{NOWHERE}</p>", FIGURE),
        (f"<p>It does this{NOWHERE}:</p><ul><li>{FIGURE}</li></ul>", FIGURE),
        (f"<table><caption>Cups{NOWHERE}</caption><tr><td>{FIGURE}</td></tr></table>", FIGURE),
        (f"<table><tr><th>Cups{NOWHERE}</th></tr><tr><td>{FIGURE}</td></tr></table>", FIGURE),
        (f"<p>{CLAIM} {FIGURE}{NOWHERE}</p>", CLAIM),
        (f"<p>{FIGURE}{NOWHERE} {LEANING}</p>", LEANING),
    ],
    ids=["sentence", "list", "caption", "header", "next sentence", "sentence before"],
)
def test_marker_that_points_nowhere_covers_nothing(html, sentence):
    for policy in (DEFAULT, PARAGRAPH):
        standing = stands(text(html), sentence, policy)
        assert (standing.cited, standing.covered_by, standing.flagged) == (False, None, True)


def test_one_known_key_is_enough():
    assert stands(text(f"<p>{FIGURE}{cite('no-reference-9', 'hu2016')}</p>"), FIGURE).covered_by is Cover.SENTENCE


def test_marker_that_points_nowhere_takes_no_cover_from_others():
    table = f"<table><tr><th>Cups{CITED}</th></tr><tr><td>{FIGURE}</td></tr></table>"
    manuscript = text(f"<p>{CLAIM}{CITED} {LEANING}</p>{table}<p>{FIGURE[:-1]}!{NOWHERE}</p>")
    assert stands(manuscript, LEANING).covered_by is Cover.INFERRED
    assert stands(manuscript, FIGURE).covered_by is Cover.TABLE
    assert flagged(manuscript, review(manuscript)) == [f"{FIGURE[:-1]}!"]


def test_paragraph_counts_only_where_the_policy_says_so():
    manuscript = text(f"<p>{FIGURE} {OPINION} {CLAIM}{CITED}</p>")
    assert stands(manuscript, FIGURE).covered_by is None
    assert stands(manuscript, FIGURE).wider
    wide = stands(manuscript, FIGURE, PARAGRAPH)
    assert (wide.covered_by, wide.flagged, wide.wider) == (Cover.PARAGRAPH, False, False)


def test_what_is_certain_goes_before_what_is_inferred():
    assert stands(text(f"<p>{CLAIM} {FIGURE}{CITED}</p>"), CLAIM, PARAGRAPH).covered_by is Cover.PARAGRAPH


def test_inferred_citation_is_flagged_under_strict_until_it_is_confirmed():
    manuscript = text(f"<p>{CLAIM} {FIGURE}{CITED}</p>")
    assert stands(manuscript, CLAIM, STRICT).flagged
    confirmed = stands(manuscript, CLAIM, STRICT, ruled(RulingKind.SAME_SOURCE, CLAIM))
    assert (confirmed.covered_by, confirmed.flagged) == (Cover.INFERRED, False)


def test_person_may_confirm_the_paragraphs_citation():
    manuscript = text(f"<p>{CLAIM} {OPINION} {OPINION[:-1]}! {FIGURE}{CITED}</p>")
    assert stands(manuscript, CLAIM).flagged
    confirmed = stands(manuscript, CLAIM, DEFAULT, ruled(RulingKind.SAME_SOURCE, CLAIM))
    assert (confirmed.covered_by, confirmed.flagged) == (Cover.PARAGRAPH, False)


@pytest.mark.parametrize("html", [f"<p>{FIGURE} {CLAIM}{CITED}</p>", f"<p>{FIGURE}</p>", f"<p>{FIGURE}{NOWHERE}</p>"])
def test_confirming_does_nothing_where_a_figure_needs_its_own_or_nothing_is_cited(html):
    assert stands(text(html), FIGURE, DEFAULT, ruled(RulingKind.SAME_SOURCE, FIGURE)).flagged


@pytest.mark.parametrize("kind", [RulingKind.WAIVER, RulingKind.NOT_A_CLAIM])
def test_ruling_lets_the_claim_stand_and_is_noted(kind):
    standing = stands(text(f"<p>{FIGURE}</p>"), FIGURE, DEFAULT, ruled(kind, FIGURE))
    assert (standing.flagged, standing.ruling, standing.outcome) == (False, kind, Outcome.NEEDS)


def test_ruling_never_moves_to_another_figure_or_case():
    rulings = (ruled(RulingKind.WAIVER, FIGURE.replace("5", "50")), ruled(RulingKind.WAIVER, FIGURE.upper()))
    assert stands(text(f"<p>{FIGURE}</p>"), FIGURE, DEFAULT, *rulings).flagged
