"""C001: every claim carries a citation."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.text.claims import needs_own_source

_BARE = "This claim has no citation. Cite a source, or recast it as your own view."
_NOWHERE = "This claim's marker points to no reference. Correct it, or cite a source."
_WIDER = "Only the citation at the paragraph's end follows this claim. Confirm that it is the same source, or cite one."
_OWN = "Only the citation at the paragraph's end follows this claim. A figure or quotation needs its own: cite it here."


@rule("C001", Severity.BLOCK)
def uncited_claim(case: Case) -> Iterator[Remark]:
    """Cite a source, or recast the sentence as the author's own view. Promotional blocks have a rule of their own."""
    marked = {citation.sentence for citation in case.manuscript.citations}
    for sentence, standing in case.uncited_claims(promotional=False):
        if sentence.index in marked:
            message = _NOWHERE
        elif standing.wider:
            message = _OWN if needs_own_source(sentence.reasons) else _WIDER
        else:
            message = _BARE
        yield Remark(message, sentence.text, sentence.place, sentence.index)
