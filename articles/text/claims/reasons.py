"""The reasons that a sentence is given: a fixed vocabulary, each with a line that an editor understands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Reason:
    """A code, what it says to an editor, and whether it speaks for a source (`needs`) or against."""

    code: str
    explanation: str
    needs: bool


# The kinds follow the taxonomy of Redi et al. 2019 (doi:10.1145/3308558.3313618) where it has them.
_FOR = {
    "QUOTATION": "Quotes somebody's words.",
    "STATISTIC": "Contains a figure.",
    "CAUSE_EFFECT": "Says that one thing leads to another.",
    "HEALTH_EFFECT": "Says what something does to health or the body.",
    "COMPARISON": "Compares things with each other.",
    "RESEARCH": "Reports what research has found.",
    "ATTRIBUTION": "Says what somebody said, thinks or is thought to be.",
    "MECHANISM": "Says how something works or what it is made of.",
    "PREVALENCE": "Says how common or how usual something is.",
    "HISTORY": "Tells what happened, or somebody's life.",
    "SUPERLATIVE": "Says that something is the first, the most or the only one.",
    "PRODUCT_CLAIM": "Says what a product or a service can do.",
    "CONTROVERSIAL": "Touches something that people dispute or may be harmed by.",
}
_AGAINST = {
    "QUESTION": "Asks a question.",
    "ADVICE": "Tells the reader what to do.",
    "OPINION": "Gives the author's own view or feeling.",
    "STRUCTURE": "Speaks about this text, not about the world.",
    "OWN_WORK": "Reports the authors' own work.",
    "FUTURE_WORK": "Says what is still to be found out.",
    "DEFINITION": "Says what a word means.",
    "COMMON_KNOWLEDGE": "Is general or generally known.",
    "CALL_TO_ACTION": "Invites the reader to buy, join or get in touch.",
    "FRAGMENT": "Is not a whole sentence.",
}

REASONS: Mapping[str, Reason] = MappingProxyType(
    {code: Reason(code, explanation, True) for code, explanation in _FOR.items()}
    | {code: Reason(code, explanation, False) for code, explanation in _AGAINST.items()}
)

_NEVER_SHARED = frozenset({"STATISTIC", "QUOTATION"})


def needs_own_source(reasons: Iterable[str]) -> bool:
    """Whether a sentence with these reason codes may never lean on a neighbour's citation: figures and quotations."""
    return not _NEVER_SHARED.isdisjoint(reasons)
