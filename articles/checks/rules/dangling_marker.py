"""C003: every marker points to a reference."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.checks.standings import held_keys
from articles.manuscript import Citation, Manuscript, Place
from articles.text.citations import numbers_of


@rule("C003", Severity.BLOCK)
def dangling_marker(case: Case) -> Iterator[Remark]:
    """Add the reference that the marker names, or correct the marker. Until then it covers nothing."""
    held = held_keys(case.manuscript)
    for citation in case.manuscript.citations:
        missing = [_called(key, citation) for key in citation.keys if key not in held]
        if missing:
            message = (
                f"This marker points to no reference: {', '.join(missing)}. Add the reference, or correct the marker."
            )
            place = Place(citation.block, citation.offset, citation.offset)
            yield Remark(message, _around(citation, case.manuscript), place, citation.sentence)


def _called(key: str, citation: Citation) -> str:
    """Return what an editor knows the key by: the number that was typed, else the key itself."""
    numbers = numbers_of(Citation(citation.block, citation.offset, (key,)), ())
    return str(numbers[0]) if numbers else key


def _around(citation: Citation, manuscript: Manuscript) -> str:
    """Return the words that the marker stands in: its sentence, or the heading or other block that has none."""
    if citation.sentence is None:
        return manuscript.blocks[citation.block].text
    return manuscript.sentences[citation.sentence].text
