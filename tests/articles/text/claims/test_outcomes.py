"""From score to outcome."""

import pytest

from articles.manuscript import Outcome
from articles.text.claims import Sensitivity, outcome
from articles.text.claims.outcomes import THRESHOLDS


def test_every_sensitivity_has_its_thresholds():
    assert set(THRESHOLDS) == set(Sensitivity)


@pytest.mark.parametrize("sensitivity", Sensitivity)
def test_certainty_is_the_same_at_every_sensitivity(sensitivity):
    assert outcome(1.0, sensitivity) is Outcome.NEEDS
    assert outcome(0.0, sensitivity) is Outcome.NONE


@pytest.mark.parametrize("sensitivity", Sensitivity)
def test_a_threshold_belongs_to_what_is_above_it(sensitivity):
    needs, maybe = THRESHOLDS[sensitivity]
    assert outcome(needs, sensitivity) is Outcome.NEEDS
    assert outcome(needs - 0.0001, sensitivity) is Outcome.MAYBE
    assert outcome(maybe, sensitivity) is Outcome.MAYBE
    assert outcome(maybe - 0.0001, sensitivity) is Outcome.NONE


def test_a_stricter_site_asks_for_more():
    strict, standard, lenient = (THRESHOLDS[sensitivity] for sensitivity in Sensitivity)
    assert strict.needs < standard.needs < lenient.needs
    assert strict.maybe < standard.maybe < lenient.maybe


def test_standard_is_the_default():
    for score in (0.1, 0.3, 0.45, 0.55, 0.9):
        assert outcome(score) is outcome(score, Sensitivity.STANDARD)


def test_a_sensitivity_is_named_as_it_is_written():
    assert [sensitivity.value for sensitivity in Sensitivity] == ["strict", "standard", "lenient"]
