"""The report: all findings for one exact text under one policy, in a form that is the same byte for byte."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from articles.checks.policy import Policy, RulingKind
from articles.manuscript import Cover, Outcome, Place


class Severity(StrEnum):
    """Whether a finding keeps the text from its readers (block), asks to be looked at (warn) or only remarks (note)."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a place. `excerpt` is the words that it is about, as they stand there; "" for the whole text.

    `sentence` is an index into the manuscript's sentences, `reference` the number of an entry of its bibliography.
    """

    code: str
    severity: Severity
    message: str
    excerpt: str = ""
    place: Place | None = None
    sentence: int | None = None
    reference: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How one sentence stands under a policy: what it asks for, what covers it, and whether it blocks (`flagged`).

    `cited` says that a marker of its own names a source, `wider` that nothing covers it but the paragraph rule would.
    `ruling` is what a person ruled on it, whether or not it is needed.
    """

    sentence: int
    outcome: Outcome
    cited: bool
    covered_by: Cover | None
    flagged: bool
    wider: bool = False
    ruling: RulingKind | None = None

    @property
    def counts_as(self) -> str:
        """What a claim is counted under, once: a ruling that takes it out, else "flagged", else what covers it."""
        if self.ruling and self.ruling.takes_out:
            return self.ruling
        return "flagged" if self.flagged else str(self.covered_by)


# Every head under which a claim may be counted; a report names each, so that two reports have the same shape.
_HEADS = ("flagged", *Cover, *(kind for kind in RulingKind if kind.takes_out))


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, in the text's order, and the standing of each sentence. `engine` names the detector that judged."""

    findings: tuple[Finding, ...]
    standings: tuple[Standing, ...]
    policy: Policy
    engine: str

    @property
    def blocks(self) -> bool:
        """Whether anything keeps the text from its readers."""
        return any(finding.severity is Severity.BLOCK for finding in self.findings)

    @property
    def counts(self) -> dict[str, Any]:
        """How many findings of each severity, and how many claims in all and under each head; each has exactly one."""
        severities = Counter(finding.severity for finding in self.findings)
        heads = Counter(standing.counts_as for standing in self.standings if standing.outcome is Outcome.NEEDS)
        return {
            "findings": {severity.value: severities[severity] for severity in Severity},
            "claims": {"all": heads.total()} | {str(head): heads[head] for head in _HEADS},
        }

    def to_json(self) -> str:
        """Return the report as canonical JSON: sorted keys, no spaces, ASCII only, nothing that changes by the hour."""
        return json.dumps(asdict(self) | {"counts": self.counts}, sort_keys=True, separators=(",", ":"))
