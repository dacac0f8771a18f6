"""The trust line: what the report on an edition says of its claims, in words and in no better ones."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.manuscript import Cover
from articles.models import Waiver

# How a reason is told to readers.
REASONS: Mapping[str, str] = {
    Waiver.Reason.COMMON_KNOWLEDGE: "common knowledge",
    Waiver.Reason.OWN_EXPERIENCE: "the author’s own experience",
    Waiver.Reason.ABOUT_THIS_TEXT: "says what this article does",
    Waiver.Reason.SAME_PARAGRAPH: "its source stands in the same paragraph",
    Waiver.Reason.OTHER: "another reason, which a fact-checker accepted",
}


@dataclass(frozen=True, slots=True)
class Trust:
    """How many claims an edition makes, how many have a source, and how many a fact-checker let stand without one.

    `inferred` of those with a source have it in a neighbouring sentence; `statements` are the waived sentences that the
    page shows, each with the reason.
    """

    claims: int
    sourced: int
    waived: int
    inferred: int
    statements: tuple[tuple[str, str], ...] = ()

    @property
    def short(self) -> str:
        """What a list says of an article: "14 claims sourced"."""
        return f"{self.sourced} claim{'' if self.sourced == 1 else 's'} sourced" if self.claims else ""

    @property
    def line(self) -> str:
        """The line under the title."""
        if not self.claims:
            return "No statement in this text was found to need a source."
        claims = "1 claim has" if self.claims == 1 else f"{self.claims} claims have"
        return f"{self.sourced} of {claims} a source."


def trust(report: str, waived: Iterable[Mapping[str, Any]] = (), text: str = "") -> Trust:
    """Return what a stored report counts; of the waivers, those whose sentence stands in `text`."""
    claims: dict[str, int] = json.loads(report)["counts"]["claims"]
    sourced = sum(claims[cover] for cover in Cover)
    statements = {each["text"]: REASONS[each["reason"]] for each in waived if each["text"] in text}
    total = sourced + claims["waiver"] + claims["flagged"]
    return Trust(total, sourced, claims["waiver"], claims[Cover.INFERRED], tuple(statements.items()))
