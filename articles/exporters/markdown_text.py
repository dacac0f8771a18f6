"""Runs of text as Markdown: what the text holds never turns into markup."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from selectolax.lexbor import LexborNode

from articles.exporters.published import Published
from articles.exporters.tree import BLOCKS, TEXT, folded, is_citation, marks

_SPECIAL = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w+;)|!(?=\[)")
# What opens a heading, list, rule or definition, but only where a line begins.
_OPENING = re.compile(r"^(\s*)([#+:=-]|\d+(?=[.)]))")
_EMPHASIS = {"em": "*", "cite": "*", "strong": "**"}
_RAW = frozenset({"sub", "sup", "abbr"})


def escaped(text: str) -> str:
    """Return plain text so that Markdown shows it as it is, at the beginning of a line too."""
    return _line(_SPECIAL.sub(r"\\\g<0>", " ".join(text.split())))


def inline(edition: Published | None, node: LexborNode | Iterable[LexborNode], one_line: bool = False) -> str:
    """Return a node's content, or a run of nodes, as one piece of Markdown text.

    Without an edition no citation is looked for. `one_line`: a break is markup, for a table's cell.
    """
    nodes = node.iter(include_text=True) if isinstance(node, LexborNode) else node
    text = _Writer(edition, "<br>" if one_line else "\\\n").joined(nodes).strip(" ")
    return "\n".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    """Escape what would open a block. A number's stop is escaped, not the number: "2020\\. A year"."""
    return _OPENING.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", text)


class _Writer:
    """Writes the nodes of one run."""

    def __init__(self, edition: Published | None, line_break: str) -> None:
        self.edition, self.line_break = edition, line_break

    def joined(self, nodes: Iterable[LexborNode]) -> str:
        text = ""
        for node in nodes:
            piece = self.one(node)
            if text.endswith(" "):
                piece = piece.lstrip(" ")
            # Two emphases side by side would make one delimiter of two.
            text += ("<!-- -->" if text.endswith("*") and piece.startswith("*") else "") + piece
        return text

    def one(self, node: LexborNode) -> str:
        if node.tag == TEXT:
            return _SPECIAL.sub(r"\\\g<0>", folded(node.text(deep=False)))
        if self.edition and is_citation(node):
            return self.cited(self.edition, node)
        if node.tag == "br":
            return self.line_break
        if node.tag == "img":
            return image(self.edition, node)
        if node.tag == "code":
            return code(" ".join(node.text(deep=True).split()))
        content = self.joined(node.iter(include_text=True))
        if node.tag in _EMPHASIS:
            return self.emphasised(node, content)
        if node.tag in _RAW:
            title = node.attributes.get("title")
            opening = f'{node.tag} title="{escape(title)}"' if title else node.tag
            return f"<{opening}>{content}</{node.tag}>" if content.strip() else content
        if node.tag == "a":
            return link(content, absolute(self.edition, node.attributes.get("href") or ""))
        return content

    def cited(self, edition: Published, cite: LexborNode) -> str:
        return "".join(
            f"[^{mark.number}]" + (f"<sup>({escaped(mark.locator)})</sup>" if mark.locator else "")
            for mark in marks(edition, cite)
        )

    def emphasised(self, node: LexborNode, content: str) -> str:
        """Return emphasis by stars where they are sure to be read so, else by its element; none inside its like."""
        inner = content.strip(" ")
        star = _EMPHASIS[node.tag or ""]
        if not inner or _within(node, star):
            return content
        before, after = (" " * content.startswith(" "), " " * content.endswith(" "))
        opens = inner[0].isalnum() or before or not _neighbour(node, -1).isalnum()
        closes = inner[-1].isalnum() or after or not _neighbour(node, 0).isalnum()
        stars = opens and closes and "*" not in (inner[0], inner[-1])
        tag = "em" if star == "*" else "strong"
        return before + (f"{star}{inner}{star}" if stars else f"<{tag}>{inner}</{tag}>") + after


def _within(node: LexborNode, star: str) -> bool:
    """Say whether a node stands in emphasis of its own kind."""
    holder = node.parent
    while holder is not None and holder.tag not in BLOCKS:
        if _EMPHASIS.get(holder.tag or "") == star:
            return True
        holder = holder.parent
    return False


def _neighbour(node: LexborNode, end: int) -> str:
    """Return the character beside a node, or " " where its block begins or ends; a letter where it is not plain."""
    beside = node.next if end == 0 else node.prev
    if beside is None:
        return " " if node.parent is None or node.parent.tag in BLOCKS or node.parent.tag == "body" else "x"
    return (beside.text(deep=True) or " ")[end] if beside.tag == TEXT else " " if is_citation(beside) else "x"


def code(text: str) -> str:
    """Return text as code, between more backticks than stand together in it."""
    if not text:
        return ""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def link(text: str, address: str) -> str:
    return f"[{text.strip(' ')}]({target(address)})" if address and text.strip() else text


def image(edition: Published | None, node: LexborNode) -> str:
    alt = escaped(node.attributes.get("alt") or "")
    return f"![{alt}]({target(absolute(edition, node.attributes.get('src') or ''))})"


def absolute(edition: Published | None, address: str) -> str:
    return edition.absolute(address) if edition and address else address


def target(address: str) -> str:
    """Return an address so that nothing in it ends the link."""
    return quote(address, safe="".join(map(chr, range(0x21, 0x7F))).translate({ord(sign): None for sign in "()<>\\"}))
