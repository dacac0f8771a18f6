"""R003: every source has an author, a year and a title."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from references.csl import SourceData

# CSL's types for what a legislature or a court issues: nobody signs it.
_UNSIGNED = frozenset({"bill", "legal_case", "legislation", "regulation", "treaty"})


@rule("R003", Severity.WARN)
def incomplete_source(case: Case) -> Iterator[Remark]:
    """Add what is missing, so that a reader can find the work."""
    for reference in case.manuscript.references:
        for source in reference.sources:
            missing = " or ".join(_missing(source))
            if missing:
                message = f"A source in reference {reference.number} has no {missing}. Add what is missing."
                yield Remark(message, source.title, reference=reference.number)


def _missing(source: SourceData) -> Iterator[str]:
    """Yield what the source lacks. An editor or an organisation is an author here, and "in press" is a date."""
    if not (source.authors or source.editors) and source.type not in _UNSIGNED:
        yield "author"
    if source.year is None and not (source.issued and source.issued.literal):
        yield "year"
    if not source.title.strip():
        yield "title"
