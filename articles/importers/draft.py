"""The draft: a file's text as a tree of HTML while the importers take it apart, and what they have taken out of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.importers.imported import Loss
from articles.manuscript import Person, Reference
from articles.text.sanitize import check_limits

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset({
    "p", "li", "blockquote", "figcaption", "caption", "td", "th", "tr", "pre", "div", "dt", "dd",
    "ul", "ol", "table", "figure", "aside", "section", "article", "header", "footer", "nav", "main",
    "address", "summary", "details",
})  # fmt: skip
# The attribute in which an importer says on which line of the file an element begins.
LINE = "data-line"
_LINES = re.compile(rf' {LINE}="?\d+"?')
# The attributes that a text keeps and that may hold what looks like a tag.
_QUOTING = ", ".join(f'[{name}*="{LINE}="]' for name in ("title", "alt", "href", "src"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf of the tree: an element with text and no block inside; `text` is folded to single spaces, `line` is
    1-based.
    """

    node: LexborNode
    text: str
    line: int

    @property
    def name(self) -> str:
        return self.node.tag or ""

    @property
    def is_heading(self) -> bool:
        return self.name in HEADINGS


@dataclass
class Draft:
    """A text under way. What is found out about it is written here and taken out of the tree; the tree's rest is the
    body.
    """

    tree: LexborHTMLParser
    title: str = ""
    language: str = ""
    topics: tuple[str, ...] = ()
    people: list[Person] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)

    @classmethod
    def of(cls, html: str) -> "Draft":
        """Return the draft of some HTML. Raises TextTooLarge, before any parser sees it.

        The lines that an importer has written into it are no part of the text: they neither count nor stand in one.
        """
        check_limits(_LINES.sub("", html))
        draft = cls(LexborHTMLParser(html))
        for node in draft.body.css(_QUOTING):
            for name, value in node.attributes.items():
                node.attrs[name] = _LINES.sub("", value or "")
        return draft

    @property
    def markup(self) -> str:
        """What is left of the text as HTML, without the lines."""
        return _LINES.sub("", self.body.inner_html or "")

    @property
    def body(self) -> LexborNode:
        body = self.tree.body
        if body is None:
            raise AssertionError("lexbor gives every document a body")
        return body

    def pieces(self) -> list[Piece]:
        """Return what is left of the text, in reading order."""
        blocks = [node for node in self.body.traverse() if node.tag in BLOCKS]
        holders = {holder.mem_id for node in blocks if (holder := block_around(node))}
        leaves = [(node, text_of(node)) for node in blocks if node.mem_id not in holders]
        return [Piece(node, text, line_of(node)) for node, text in leaves if text]

    def lose(self, piece: Piece, why: str) -> None:
        """Drop a piece and say so."""
        self.losses.append(Loss(piece.line, piece.text, why))
        self.take(piece)

    def guess(self, piece: Piece, why: str) -> None:
        """Say what a piece was taken for."""
        self.losses.append(Loss(piece.line, piece.text, why))

    def take(self, piece: Piece) -> None:
        """Take a piece out of the tree, and whatever held nothing else."""
        remove(piece.node)


def block_around(node: LexborNode) -> LexborNode | None:
    """Return the nearest block that holds `node`, if there is one."""
    holder = node.parent
    while holder is not None and holder.tag not in BLOCKS:
        holder = holder.parent
    return holder


def text_of(node: LexborNode) -> str:
    """Return what a reader sees of a node, in single spaces; a line break is a space, and so is the end of a block."""
    parts: list[str] = []
    last: LexborNode | None = None
    for child in text_nodes(node):
        block = block_around(child)
        apart = child.tag == "br" or (last is not None and block is not None and block.mem_id != last.mem_id)
        parts += [" " if apart else "", child.text_content or ""]
        last = block
    return " ".join("".join(parts).split())


def text_nodes(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the text nodes and line breaks in a node, in reading order."""
    for child in node.traverse(include_text=True):
        if child.tag in {"-text", "br"}:
            yield child


def line_of(node: LexborNode) -> int:
    """Return the line on which the node, or the nearest element around it of which it is known, begins."""
    at: LexborNode | None = node
    while at is not None:
        line = at.attributes.get(LINE) or ""
        if line.isdigit():
            return int(line)
        at = at.parent
    return 1


def remove(node: LexborNode) -> None:
    """Take a node out of its tree, and each holder that is left with neither text nor image."""
    holder = node.parent
    node.decompose()
    while holder is not None and holder.tag in BLOCKS and not _holds_anything(holder):
        empty = holder
        holder = empty.parent
        empty.decompose()


def _holds_anything(node: LexborNode) -> bool:
    return any(
        child.tag == "img" or (child.tag == "-text" and (child.text_content or "").strip())
        for child in node.traverse(include_text=True)
    )
