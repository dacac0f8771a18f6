"""The detector: a sentence's signs, weighed, become a score and its reasons."""

import math
from collections.abc import Collection
from dataclasses import dataclass

from articles.text.claims.finder import Finder
from articles.text.claims.reasons import REASONS
from articles.text.claims.signs import SIGNS

# Stored with every report: scores compare only with scores of the same engine.
ENGINE = "rules-2"

# Log-odds of a plain statement of middling length that shows no sign at all.
_BASE = -0.5
# Log-odds by count of words; the last entry that is reached holds. A short sentence says little that can be checked.
_LENGTHS = ((1, -1.0), (4, -0.4), (7, -0.3), (12, 0.0), (19, 0.6), (29, 1.0))
# What each reason but the strongest on its side counts for.
_REST = 0.3
# A reason weaker than this is named only where there is no stronger one.
_WORTH_NAMING = 0.6

FINDERS = tuple(Finder(code, [sign for sign in SIGNS if sign.reason == code]) for code in REASONS)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How probable it is, 0 to 1 with four decimals, that a sentence needs a source; and why, strongest first."""

    score: float
    reasons: tuple[str, ...]


def assess(sentence: str) -> Verdict:
    """Return the verdict on one sentence: plain text without its markers, in any language.

    Each reason weighs as much as its strongest sign, and the score is the logistic of their sum. White space
    counts for nothing at the ends and for one space inside; an empty sentence scores 0.0. Time is linear in the text.
    """
    words = sentence.split()
    if not words:
        return Verdict(0.0, ())
    weights = _weights(" ".join(words))
    log_odds = _BASE + _for_length(len(words)) + _together(weights.values())
    return Verdict(round(1 / (1 + math.exp(-log_odds)), 4), _named(weights))


def _weights(text: str) -> dict[str, float]:
    # A lone surrogate has no UTF-8; "?" in its place changes no reason.
    encoded = text.encode("utf-8", "replace")
    found = ((finder.reason, finder.weight(encoded)) for finder in FINDERS)
    return {reason: weight for reason, weight in found if weight}


def _together(weights: Collection[float]) -> float:
    """Return the sum of the weights, of which only the strongest on either side counts whole: signs overlap."""
    whole = max(0.0, *weights) + min(0.0, *weights) if weights else 0.0
    return whole + _REST * (sum(weights) - whole)


def _for_length(words: int) -> float:
    return next(weight for least, weight in reversed(_LENGTHS) if words >= least)


def _named(weights: dict[str, float]) -> tuple[str, ...]:
    """Return the codes worth naming, strongest first; equal ones in the vocabulary's order."""
    ranked = sorted(weights, key=lambda code: -abs(weights[code]))
    return tuple(code for code in ranked if abs(weights[code]) >= _WORTH_NAMING) or tuple(ranked[:1])
