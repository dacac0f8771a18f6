"""P001: the text says who wrote it."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity


@rule("P001", Severity.WARN)
def no_contributor(case: Case) -> Iterator[Remark]:
    """Name a contributor: a person, or the organisation that answers for the text."""
    if not any(person.name.strip() for person in case.manuscript.people):
        yield Remark("The text does not say who wrote it. Name a contributor.")
