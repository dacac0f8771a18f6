"""Entry lines: a list of references that stands in one paragraph, an entry a line."""

from itertools import groupby, pairwise

from selectolax.lexbor import LexborNode

from articles.importers.bibliography import number_of
from articles.importers.draft import LINE, Draft, line_of


def part(draft: Draft) -> None:
    """Make a paragraph of each line of a paragraph whose lines are all numbered, each with the next number."""
    for paragraph in [piece.node for piece in draft.pieces() if piece.node.css_first("br") is not None]:
        lines = _lines(paragraph)
        numbers = [number_of(" ".join("".join(node.text() for node in line).split())) for line in lines]
        if len(lines) > 1 and all(a is not None and b == a + 1 for a, b in pairwise(numbers)):
            line_number = str(line_of(paragraph))
            for line in lines:
                entry = draft.tree.create_node("p")
                entry.attrs[LINE] = line_number
                paragraph.insert_before(entry, move=True)
                _move(paragraph, line)
            paragraph.decompose()


def _move(paragraph: LexborNode, line: list[LexborNode]) -> None:
    """Move the nodes of a line out of its paragraph into the element right before that."""
    entry = paragraph.prev
    for node in line:
        if entry is not None:
            entry.insert_child(node, move=True)


def _lines(paragraph: LexborNode) -> list[list[LexborNode]]:
    """Return the nodes right in a paragraph, line by line; breaks and empty lines are gone."""
    nodes = list(paragraph.iter(include_text=True))
    lines = [list(group) for breaks, group in groupby(nodes, key=lambda node: node.tag == "br") if not breaks]
    return [line for line in lines if any(node.text().strip() for node in line)]
