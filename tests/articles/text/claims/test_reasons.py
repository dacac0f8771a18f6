"""The vocabulary of reasons, and the sentences that carry each."""

from pathlib import Path

import pytest

from articles.text.claims import REASONS, assess, needs_own_source
from tests.articles.text.claims.cases import CASES

DOCUMENTATION = (Path(__file__).resolve().parents[4] / "docs" / "claims.md").read_text(encoding="utf-8")
CARRIED = [(code, carrying) for code, pairs in CASES.items() for carrying, _ in pairs]
NOT_CARRIED = [(code, similar) for code, pairs in CASES.items() for _, similar in pairs]


def test_the_vocabulary_is_the_fixed_one():
    assert " ".join(REASONS) == (
        "QUOTATION STATISTIC CAUSE_EFFECT HEALTH_EFFECT COMPARISON RESEARCH ATTRIBUTION MECHANISM PREVALENCE HISTORY "
        "SUPERLATIVE PRODUCT_CLAIM CONTROVERSIAL "
        "QUESTION ADVICE OPINION STRUCTURE OWN_WORK FUTURE_WORK DEFINITION COMMON_KNOWLEDGE CALL_TO_ACTION FRAGMENT"
    )


def test_every_reason_has_its_sentences():
    assert set(CASES) == set(REASONS)


@pytest.mark.parametrize(("code", "sentence"), CARRIED)
def test_a_sentence_carries_its_reason(code, sentence):
    assert code in assess(sentence).reasons


@pytest.mark.parametrize(("code", "sentence"), NOT_CARRIED)
def test_a_similar_sentence_does_not_carry_it(code, sentence):
    assert code not in assess(sentence).reasons


@pytest.mark.parametrize("reason", REASONS.values(), ids=str)
def test_a_reason_explains_itself_in_one_line(reason):
    assert reason.explanation.endswith(".")
    assert "\n" not in reason.explanation
    assert reason.code not in reason.explanation


def test_reasons_speak_for_or_against():
    assert REASONS["STATISTIC"].needs
    assert REASONS["CONTROVERSIAL"].needs
    assert not REASONS["QUESTION"].needs
    assert not REASONS["FRAGMENT"].needs


def test_the_vocabulary_cannot_be_changed():
    with pytest.raises(TypeError):
        REASONS["OTHER"] = REASONS["QUESTION"]


@pytest.mark.parametrize("code", ["STATISTIC", "QUOTATION"])
def test_figures_and_quotations_need_a_source_of_their_own(code):
    assert needs_own_source(("HISTORY", code))


@pytest.mark.parametrize("reasons", [(), ("HISTORY",), ("CAUSE_EFFECT", "RESEARCH"), ("QUESTION",)])
def test_other_claims_may_share_a_source(reasons):
    assert not needs_own_source(reasons)


def test_a_bare_year_is_no_figure():
    assert not needs_own_source(assess("Coffee was brought to the harbour in 1683.").reasons)


def test_a_day_of_the_month_is_no_figure():
    assert not needs_own_source(assess("The abbey burned on 12 March.").reasons)


@pytest.mark.parametrize("reason", REASONS.values(), ids=str)
def test_a_reason_is_in_the_documentation_in_the_same_words(reason):
    assert f"| {reason.code} | {reason.explanation} |" in DOCUMENTATION
