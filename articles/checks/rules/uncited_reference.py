"""R001: every reference is cited in the text."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity


@rule("R001", Severity.WARN)
def uncited_reference(case: Case) -> Iterator[Remark]:
    """Cite it where it belongs, or take it out of the references."""
    cited = {key for citation in case.manuscript.citations for key in citation.keys}
    for reference in case.manuscript.references:
        if cited.isdisjoint(source.key for source in reference.sources):
            message = f"Nothing in the text cites reference {reference.number}. Cite it, or take it out."
            excerpt = next((source.title for source in reference.sources if source.title), "")
            yield Remark(message, excerpt, reference=reference.number)
