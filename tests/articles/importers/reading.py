"""What the importers' tests read with."""

from articles.importers import Imported, read
from articles.text.citations import numbers_of


def plain(text: str) -> Imported:
    return read(text.encode(), "text.txt")


def markdown(text: str) -> Imported:
    return read(text.encode(), "text.md")


def html(text: str) -> Imported:
    return read(text.encode(), "text.html")


def shape(imported: Imported) -> list[tuple[str, str]]:
    """The blocks: each element's name and its text."""
    return [(block.name, block.text) for block in imported.manuscript.blocks]


def cited(imported: Imported) -> list[tuple[str | None, tuple[int, ...]]]:
    """The citations: the sentence that each stands in, and its numbers."""
    manuscript = imported.manuscript
    return [
        (
            None if citation.sentence is None else manuscript.sentences[citation.sentence].text,
            numbers_of(citation, manuscript.references),
        )
        for citation in manuscript.citations
    ]


def lost(imported: Imported) -> list[tuple[int, str]]:
    """The losses: line and piece."""
    return [(loss.line, loss.what) for loss in imported.losses]
