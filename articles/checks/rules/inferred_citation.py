"""C002: a citation that is only inferred is confirmed by a person."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.manuscript import Cover, Outcome


@rule("C002", Severity.WARN, strict=Severity.BLOCK)
def inferred_citation(case: Case) -> Iterator[Remark]:
    """Confirm that the neighbouring sentence's source is this claim's too, or cite one here."""
    for sentence, standing in zip(case.manuscript.sentences, case.standings, strict=True):
        inferred = standing.outcome is Outcome.NEEDS and standing.covered_by is Cover.INFERRED
        if inferred and standing.ruling is None:
            message = "Probably the same source as the sentence beside it. Confirm that it is, or cite one here."
            yield Remark(message, sentence.text, sentence.place, sentence.index)
