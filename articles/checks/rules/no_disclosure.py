"""P002: each contributor discloses their interests."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity


@rule("P002", Severity.WARN)
def no_disclosure(case: Case) -> Iterator[Remark]:
    """Ask for a disclosure. "None" is one."""
    for person in case.manuscript.people:
        if person.name.strip() and not person.disclosure.strip():
            message = f"{person.name} has no disclosure. Ask for their interests in the subject; “none” will do."
            yield Remark(message, person.name)
