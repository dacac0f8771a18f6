"""C005: a claim in a promotional block carries a citation, as any other does."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity


@rule("C005", Severity.BLOCK)
def promotional_claim(case: Case) -> Iterator[Remark]:
    """Cite a source, or take the claim out of the promotion."""
    for sentence, _ in case.uncited_claims(promotional=True):
        message = "This claim in a promotional block has no citation. Cite a source, or take it out."
        yield Remark(message, sentence.text, sentence.place, sentence.index)
