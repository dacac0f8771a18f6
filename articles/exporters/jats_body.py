"""An edition's text in JATS: sections by headings, blocks and runs of text by their elements."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborNode

from articles.exporters.published import Published
from articles.exporters.tree import HEADINGS, TEXT, Run, flow, folded, inside, is_citation, items_of, marks, rows_of
from articles.exporters.xml import append, child, writable

_INLINE = {"em": "italic", "cite": "italic", "strong": "bold", "sub": "sub", "sup": "sup", "code": "monospace"}
_CELL = ("colspan", "rowspan", "scope")


def fill(edition: Published, parent: Element, node: LexborNode) -> None:
    """Add a node's blocks to a body: a heading opens a section in the one above it, to which all that follows goes."""
    levels: list[tuple[int, Element]] = [(0, parent)]
    for part in flow(node):
        if not isinstance(part, list) and part.tag in HEADINGS:
            level = int(part.tag[1])
            while levels[-1][0] >= level:
                levels.pop()
            section = child(levels[-1][1], "sec")
            append(child(section, "title"), _inline(edition, part.iter(include_text=True)))
            levels.append((level, section))
        else:
            _block(edition, levels[-1][1], part)


def paragraphs(
    edition: Published, parent: Element, node: LexborNode | Run, lone: tuple[str, ...] = ("p", "ul", "ol")
) -> None:
    """Add a node's blocks where JATS takes no sections, and only these blocks: any other stands in a paragraph."""
    for part in flow(node):
        holder = parent if isinstance(part, list) or part.tag in lone else child(parent, "p")
        if not isinstance(part, list) and part.tag in HEADINGS:
            append(child(holder, "bold"), _inline(edition, part.iter(include_text=True)))
        else:
            _block(edition, holder, part)


def _block(edition: Published, parent: Element, part: LexborNode | Run) -> None:
    if isinstance(part, list):
        append(child(parent, "p"), _inline(edition, iter(part)))
    elif part.tag in ("ul", "ol"):
        _list(edition, parent, part)
    elif part.tag == "blockquote":
        paragraphs(edition, child(parent, "disp-quote"), part)
    elif part.tag == "aside":
        kind = part.attributes.get("class") or "note"
        paragraphs(edition, child(parent, "boxed-text", content_type=kind), part)
    elif part.tag == "pre":
        child(parent, "preformat", part.text(deep=True))
    elif part.tag == "table":
        _table(edition, parent, part)
    elif part.tag == "figure":
        _figure(edition, parent, part)
    elif part.tag != "hr":
        for inner in flow(part):
            _block(edition, parent, inner)


def _list(edition: Published, parent: Element, node: LexborNode) -> None:
    items = items_of(node)
    made = child(parent, "list", list_type="order" if node.tag == "ol" else "bullet") if items else parent
    for item in items:
        entry = child(made, "list-item")
        paragraphs(edition, entry, item)
        if not len(entry):
            child(entry, "p")


def _table(edition: Published, parent: Element, node: LexborNode) -> None:
    """Add a table; one inside another's cell, for which JATS has no place, as its words."""
    rows = rows_of(node)
    if inside(node, "td", "th"):
        _words(edition, parent if parent.tag == "p" else child(parent, "p"), rows)
        return
    wrap = child(parent, "table-wrap") if rows else parent
    if caption := node.css_first("caption"):
        paragraphs(edition, child(wrap, "caption") if rows else parent, caption, lone=("p",))
    head = [row for row in rows if _in_head(row)]
    body = [row for row in rows if not _in_head(row)]
    table = child(wrap, "table") if rows else parent
    for tag, group in [("thead", head), ("tbody", body)] if body else [("tbody", head)]:
        made = child(table, tag) if group else table
        for row in group:
            _row(edition, made, row)


def _words(edition: Published, parent: Element, rows: list[list[LexborNode]]) -> None:
    for row in rows:
        for cell in row:
            append(parent, [*_inline(edition, cell.iter(include_text=True)), " "])


def _in_head(row: list[LexborNode]) -> bool:
    return row[0].parent is not None and row[0].parent.parent is not None and row[0].parent.parent.tag == "thead"


def _row(edition: Published, group: Element, row: list[LexborNode]) -> None:
    made = child(group, "tr")
    for cell in row:
        entry = child(made, cell.tag or "td", **{name: cell.attributes.get(name) or "" for name in _CELL})
        runs = list(flow(cell))
        if len(runs) == 1 and isinstance(runs[0], list):
            append(entry, _inline(edition, iter(runs[0])))
        else:
            paragraphs(edition, entry, cell)


def _figure(edition: Published, parent: Element, node: LexborNode) -> None:
    """Add a figure: its images with their alternative text, its words as the caption; without an image its blocks."""
    images = node.css("img")
    if not images:
        for part in flow(node):
            _block(edition, parent, part)
        return
    figure = child(parent, "fig")
    if node.text(deep=True).strip():
        paragraphs(edition, child(figure, "caption"), node.css_first("figcaption") or node, lone=("p",))
    for image in images:
        figure.append(_graphic(edition, image, "graphic"))


def _graphic(edition: Published, image: LexborNode, tag: str) -> Element:
    address = writable(edition.absolute(image.attributes.get("src") or ""))
    graphic = Element(tag, {"xlink:href": address})
    if alt := image.attributes.get("alt"):
        child(graphic, "alt-text", alt)
    return graphic


def _inline(edition: Published, nodes: Iterator[LexborNode]) -> Iterator[str | Element]:
    for node in nodes:
        if node.tag == TEXT:
            yield folded(node.text(deep=False))
        elif is_citation(node):
            yield from _marker(edition, node)
        elif node.tag == "br":
            yield " "
        elif node.tag == "img":
            yield _graphic(edition, node, "inline-graphic")
        elif node.tag in _INLINE or _is_link(node):
            element = _element(edition, node)
            append(element, _inline(edition, node.iter(include_text=True)))
            yield element
        else:
            yield from _inline(edition, node.iter(include_text=True))


def _is_link(node: LexborNode) -> bool:
    """Say whether a node is a link of words: JATS links no picture."""
    return node.tag == "a" and bool(node.attributes.get("href")) and node.css_first("img") is None


def _element(edition: Published, node: LexborNode) -> Element:
    if node.tag == "a":
        address = writable(edition.absolute(node.attributes["href"] or ""))
        return Element("ext-link", {"ext-link-type": "uri", "xlink:href": address})
    return Element(_INLINE[node.tag or ""])


def _marker(edition: Published, cite: LexborNode) -> Iterator[Element]:
    """Yield a marker: each number a link to its reference, with the place in the work where one is named."""
    shown = marks(edition, cite)
    if not shown:
        return
    marker = Element("sup")
    for at, mark in enumerate(shown):
        text = f"{mark.number} ({mark.locator})" if mark.locator else str(mark.number)
        append(marker, [", "] if at else [])
        child(marker, "xref", text, ref_type="bibr", rid=f"ref-{mark.number}")
    yield marker
