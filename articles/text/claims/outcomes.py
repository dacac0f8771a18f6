"""From a score to an outcome: two thresholds for each sensitivity."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from articles.manuscript import Outcome


class Sensitivity(StrEnum):
    """How readily a site asks for a source. A topic can raise it."""

    STRICT = "strict"
    STANDARD = "standard"
    LENIENT = "lenient"


class Thresholds(NamedTuple):
    """The lowest scores, 0 to 1, that still need a source and that perhaps need one."""

    needs: float
    maybe: float


# Set on the development half of the labelled sentences; docs/claims.md has what each lets through on the other half.
THRESHOLDS: Mapping[Sensitivity, Thresholds] = MappingProxyType(
    {
        Sensitivity.STRICT: Thresholds(needs=0.40, maybe=0.15),
        Sensitivity.STANDARD: Thresholds(needs=0.50, maybe=0.20),
        Sensitivity.LENIENT: Thresholds(needs=0.62, maybe=0.40),
    }
)


def outcome(score: float, sensitivity: Sensitivity = Sensitivity.STANDARD) -> Outcome:
    """Return what a sentence of this score (0 to 1) asks for under a sensitivity."""
    thresholds = THRESHOLDS[sensitivity]
    if score >= thresholds.needs:
        return Outcome.NEEDS
    return Outcome.MAYBE if score >= thresholds.maybe else Outcome.NONE
