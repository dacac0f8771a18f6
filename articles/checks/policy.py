"""What a site asks for, and what people have ruled on single sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from articles.text.claims import Sensitivity


class Coverage(StrEnum):
    """How far a citation at the end of a paragraph reaches: its own sentence, or the whole paragraph."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Policy:
    """A site's policy, which a topic may raise. Under `strict` claims in headings and inferred citations block."""

    sensitivity: Sensitivity = Sensitivity.STANDARD
    coverage: Coverage = Coverage.SENTENCE

    @property
    def strict(self) -> bool:
        return self.sensitivity is Sensitivity.STRICT


DEFAULT = Policy()


class RulingKind(StrEnum):
    """What a person may rule on a sentence. Where several are given for one sentence, the first of this list holds."""

    NOT_A_CLAIM = "not a claim"
    WAIVER = "waiver"
    SAME_SOURCE = "same source"

    @property
    def takes_out(self) -> bool:
        """Whether the ruling lets a claim stand without a citation; the other kind only confirms one."""
        return self is not RulingKind.SAME_SOURCE


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's ruling on one sentence, found by its folded text: it never moves to a lookalike."""

    kind: RulingKind
    folded: str
    reason: str = ""


def by_sentence(rulings: Iterable[Ruling]) -> dict[str, RulingKind]:
    """Return what is ruled on each sentence, by its folded text, whatever the order in which the rulings come."""
    kinds = list(RulingKind)
    ranked = sorted(rulings, key=lambda ruling: kinds.index(ruling.kind), reverse=True)
    return {ruling.folded: ruling.kind for ruling in ranked}
