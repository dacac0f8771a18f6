"""Policies and rulings."""

import itertools

from articles.checks import DEFAULT, Coverage, Policy, Ruling, RulingKind
from articles.checks.policy import by_sentence
from articles.text.claims import Sensitivity


def test_default_is_standard_and_each_sentence_for_itself():
    assert Policy(Sensitivity.STANDARD, Coverage.SENTENCE) == DEFAULT
    assert not DEFAULT.strict


def test_strict_is_a_matter_of_sensitivity_alone():
    assert Policy(Sensitivity.STRICT).strict
    assert not Policy(coverage=Coverage.PARAGRAPH).strict


def test_only_same_source_takes_no_claim_out():
    assert [kind for kind in RulingKind if not kind.takes_out] == [RulingKind.SAME_SOURCE]


def test_rulings_on_one_sentence_rank_alike_in_any_order():
    rulings = [Ruling(kind, "Tea is old.") for kind in RulingKind]
    for order in itertools.permutations(rulings):
        assert by_sentence(order) == {"Tea is old.": RulingKind.NOT_A_CLAIM}


def test_each_sentence_keeps_its_own_ruling():
    rulings = (Ruling(RulingKind.WAIVER, "Tea is old."), Ruling(RulingKind.SAME_SOURCE, "Tea is wet."))
    assert by_sentence(rulings) == {"Tea is old.": RulingKind.WAIVER, "Tea is wet.": RulingKind.SAME_SOURCE}
