"""C005: a claim in a promotional block carries a citation."""

from articles.checks import RulingKind, Severity
from articles.checks.policy import DEFAULT
from tests.articles.checks.texts import CLAIM, FIGURE, OPINION, STRICT, cite, excerpts, findings, ruled, text

PROMOTION = text(f'<p>{OPINION}</p><aside class="promo"><p>{FIGURE}</p><ul><li>{FIGURE[:-1]}!</li></ul></aside>')


def test_uncited_claims_in_a_promotion_block_under_their_own_code():
    assert excerpts("C005", PROMOTION) == [FIGURE, f"{FIGURE[:-1]}!"]
    assert {finding.severity for finding in findings("C005", PROMOTION)} == {Severity.BLOCK}
    assert findings("C001", PROMOTION) == []


def test_cited_claim_in_a_promotion_is_fine():
    manuscript = text(f'<aside class="promo"><p>{FIGURE}{cite("cha2020")}</p></aside>')
    assert findings("C005", manuscript) == []


def test_other_call_outs_are_not_promotions():
    assert findings("C005", text(f'<aside class="key-points"><p>{FIGURE}</p></aside>')) == []


def test_waiver_holds_here_too():
    waiver = ruled(RulingKind.WAIVER, FIGURE)
    assert excerpts("C005", PROMOTION, DEFAULT, waiver) == [f"{FIGURE[:-1]}!"]


def test_inferred_citation_in_a_promotion_is_reported_once():
    manuscript = text(f'<aside class="promo"><p>{CLAIM} {FIGURE}{cite("cha2020")}</p></aside>')
    assert findings("C005", manuscript, STRICT) == []
    assert excerpts("C002", manuscript, STRICT) == [CLAIM]
