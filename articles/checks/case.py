"""What a rule is given, and what it gives back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.checks.policy import Policy, RulingKind
from articles.checks.report import Standing
from articles.manuscript import Cover, Manuscript, Place, Sentence


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule judges: a manuscript, how its sentences stand, the policy, and the rulings by folded text."""

    manuscript: Manuscript
    standings: tuple[Standing, ...]
    policy: Policy
    rulings: Mapping[str, RulingKind]

    def uncited_claims(self, *, promotional: bool) -> Iterator[tuple[Sentence, Standing]]:
        """Yield the claims that block because nothing covers them, inside promotional blocks or outside."""
        for sentence, standing in zip(self.manuscript.sentences, self.standings, strict=True):
            uncited = standing.flagged and standing.covered_by is not Cover.INFERRED
            if uncited and self._in_promotion(sentence) is promotional:
                yield sentence, standing

    def taken_out(self, folded: str) -> bool:
        """Whether a ruling lets this text, given as it is compared, stand without a citation."""
        ruling = self.rulings.get(folded)
        return ruling is not None and ruling.takes_out

    def _in_promotion(self, sentence: Sentence) -> bool:
        return "promo" in self.manuscript.blocks[sentence.place.block].container.split()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule yields: a finding to which the registry adds the rule's code and severity."""

    message: str
    excerpt: str = ""
    place: Place | None = None
    sentence: int | None = None
    reference: int | None = None
