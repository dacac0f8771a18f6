"""A sign: what to look for in a sentence, the reason that it gives, and how much it weighs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A reason's code, a weight in log-odds (below 0: no source is needed), and RE2 patterns which must all be found.

    `unless` is a pattern that takes the sign away. Letters match in either case but inside `(?-i:...)`. Weights are set
    by hand: 1 settles a case that is otherwise even, 3 outweighs whatever else is found.
    """

    reason: str
    weight: float
    patterns: tuple[str, ...]
    unless: str = ""


def sign(reason: str, weight: float, *patterns: str, unless: str = "") -> Sign:
    """Return a sign, its patterns written one after the other; see `Sign`."""
    return Sign(reason, weight, patterns, unless)
