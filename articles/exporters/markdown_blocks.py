"""Blocks as Markdown: headings, lists, quotations, tables, figures, call-outs."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from articles.exporters.markdown_text import inline
from articles.exporters.published import Published
from articles.exporters.tree import HEADINGS, Run, flow, items_of, rows_of, span


def blocks(edition: Published, node: LexborNode | Run) -> list[str]:
    """Return what stands in a node as blocks, each a piece of Markdown of its own lines."""
    return [text for part in flow(node) for text in _block(edition, part) if text]


def quoted(text: str) -> str:
    return _indented(text, "> ")


def _block(edition: Published, part: LexborNode | Run) -> Iterator[str]:
    if isinstance(part, list):
        yield inline(edition, part)
    elif part.tag in HEADINGS:
        yield f"{'#' * int(part.tag[1])} {inline(edition, part, one_line=True)}"
    elif part.tag in ("ul", "ol"):
        yield _list(edition, part)
    elif part.tag == "blockquote":
        yield quoted("\n\n".join(blocks(edition, part)))
    elif part.tag == "pre":
        yield _code(part.text(deep=True))
    elif part.tag == "hr":
        yield "***"
    elif part.tag == "table":
        yield _table(edition, part)
    elif part.tag == "aside":
        # Markdown has no call-outs: the element stays, and what stands in it is Markdown again.
        yield "\n\n".join(
            [f'<aside class="{part.attributes.get("class") or "note"}">', *blocks(edition, part), "</aside>"]
        )
    else:
        yield from blocks(edition, part)


def _list(edition: Published, node: LexborNode) -> str:
    """Return a list; it is tight where each item is one line of text."""
    items = [blocks(edition, item) for item in items_of(node)]
    gap = "\n" if all(len(item) < 2 for item in items) else "\n\n"
    return gap.join(
        _item(f"{at + 1}. " if node.tag == "ol" else "- ", "\n\n".join(item)) for at, item in enumerate(items)
    )


def _item(bullet: str, text: str) -> str:
    return bullet + _indented(text, " " * len(bullet))[len(bullet) :]


def _indented(text: str, by: str) -> str:
    return "\n".join(f"{by}{line}".rstrip() for line in text.split("\n"))


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text.rstrip(chr(10))}\n{fence}"


def _table(edition: Published, table: LexborNode) -> str:
    """Return a table with a row of headings, as Markdown wants it; a cell over several columns leaves empty ones."""
    found = rows_of(table)
    most = max(map(len, found), default=0)
    rows = [[text for cell in row for text in _cell(edition, cell, most)] for row in found]
    caption = table.css_first("caption")
    below = f"\n\n: {inline(edition, caption, one_line=True)}" if caption else ""
    if not rows:
        return below.strip()
    width = max(map(len, rows))
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]) + below


def _cell(edition: Published, cell: LexborNode, most: int) -> list[str]:
    runs = (part if isinstance(part, list) else [part] for part in flow(cell))
    text = "<br>".join(inline(edition, run, one_line=True) for run in runs).replace("|", "\\|")
    return [text] + [""] * (span(cell, most) - 1)
