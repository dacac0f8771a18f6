"""C004: a marker that was typed is linked to its source."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.manuscript import Citation
from articles.text.citations import joined


@rule("C004", Severity.BLOCK)
def typed_marker(case: Case) -> Iterator[Remark]:
    """Link it to a source, or take it out. A reader would take it for a source, and it leads to none."""
    markers = case.manuscript.typed_markers
    # It belongs to the sentence that it would cite for, were it linked.
    as_citations = [Citation(marker.place.block, marker.place.start, ()) for marker in markers]
    for marker, citation in zip(markers, joined(as_citations, case.manuscript.sentences), strict=True):
        message = f"{marker.label} looks like a citation but leads nowhere. Link it to a source, or take it out."
        yield Remark(message, marker.label, marker.place, citation.sentence)
