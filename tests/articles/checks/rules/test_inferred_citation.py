"""C002: a citation that is only inferred is confirmed by a person."""

import pytest

from articles.checks import RulingKind, Severity
from tests.articles.checks.texts import (
    CLAIM,
    FIGURE,
    LEANING,
    PARAGRAPH,
    STRICT,
    cite,
    excerpts,
    findings,
    ruled,
    text,
)

BEFORE = text(f"<p>{CLAIM} {FIGURE}{cite('cha2020')}</p>")


def test_claim_before_a_cited_sentence_warns():
    (finding,) = findings("C002", BEFORE)
    assert finding.severity is Severity.WARN
    assert finding.excerpt == CLAIM
    assert finding.place == BEFORE.sentences[0].place


def test_claim_that_leans_on_a_cited_sentence_warns():
    assert excerpts("C002", text(f"<p>{FIGURE}{cite('cha2020')} {LEANING}</p>")) == [LEANING]


def test_it_blocks_under_strict():
    (finding,) = findings("C002", BEFORE, STRICT)
    assert finding.severity is Severity.BLOCK


def test_it_does_not_also_count_as_uncited():
    assert findings("C001", BEFORE) == []
    assert findings("C001", BEFORE, STRICT) == []


@pytest.mark.parametrize("kind", RulingKind)
def test_any_ruling_settles_it(kind):
    assert findings("C002", BEFORE, STRICT, ruled(kind, CLAIM)) == []


def test_ruling_on_another_sentence_settles_nothing():
    assert excerpts("C002", BEFORE, STRICT, ruled(RulingKind.SAME_SOURCE, FIGURE)) == [CLAIM]


def test_paragraph_policy_needs_no_guess():
    assert findings("C002", BEFORE, PARAGRAPH) == []


def test_figure_never_leans_on_its_neighbour():
    assert findings("C002", text(f"<p>{FIGURE} {CLAIM}{cite('cha2020')}</p>")) == []


def test_opinion_beside_a_citation_is_left_alone():
    assert findings("C002", text(f"<p>I like my tea black. {CLAIM}{cite('cha2020')}</p>")) == []
