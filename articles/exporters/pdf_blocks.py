"""Blocks for a PDF: each of the text's blocks as what ReportLab sets on pages."""

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, ListFlowable, ListItem, Paragraph, Table, XPreformatted
from selectolax.lexbor import LexborNode

from articles.exporters.pdf_text import CODE, SERIF, inline, lettered
from articles.exporters.published import Published
from articles.exporters.tree import HEADINGS, Run, flow, items_of, rows_of, span

INK, META, LINE, TINT = HexColor("#1A1C20"), HexColor("#484C55"), HexColor("#DDD8CC"), HexColor("#F2EFE8")
_MOST_COLUMNS = 10
_SET_IN, _DEEPEST = frozenset({"ul", "ol", "blockquote", "aside"}), 8
CALLOUTS = {"promo": "Advertisement", "key-points": "Key points", "note": "Note"}

TEXT_STYLE = ParagraphStyle("text", fontName=SERIF, fontSize=10.5, leading=15, textColor=INK, spaceAfter=7)
SMALL = ParagraphStyle("small", TEXT_STYLE, fontSize=9, leading=12.5, textColor=META, spaceAfter=4)
TITLE = ParagraphStyle("title", TEXT_STYLE, fontName=f"{SERIF}-Bold", fontSize=24, leading=28, spaceAfter=8)
LEAD = ParagraphStyle("lead", TEXT_STYLE, fontSize=12.5, leading=17, textColor=META, spaceAfter=8)
LABEL = ParagraphStyle("label", SMALL, fontName=f"{SERIF}-Bold", spaceAfter=2, keepWithNext=True)
_HEADING = ParagraphStyle("h", TEXT_STYLE, fontName=f"{SERIF}-Bold", keepWithNext=True, spaceBefore=9, spaceAfter=4)
HEADING = {
    tag: ParagraphStyle(tag, _HEADING, fontSize=size, leading=size * 1.25)
    for tag, size in zip(HEADINGS, (15.5, 13, 11.5), strict=True)
}
_CODE = ParagraphStyle(
    "code", TEXT_STYLE, fontName=CODE, fontSize=8, leading=11, backColor=TINT, borderPadding=4, spaceBefore=6
)
_GRID: list[tuple[object, ...]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
]


def blocks(edition: Published, node: LexborNode | Run, style: ParagraphStyle = TEXT_STYLE) -> list[Flowable]:
    """Return what stands in a node, in order; `style` is that of its paragraphs."""
    return [made for part in flow(node) for made in _block(edition, part, style)]


def _block(edition: Published, part: LexborNode | Run, style: ParagraphStyle) -> Iterator[Flowable]:
    if isinstance(part, list):
        yield from _run(edition, part, style)
    elif part.tag in HEADINGS:
        yield Paragraph(inline(edition, part.iter(include_text=True)), HEADING[part.tag])
    elif part.tag in ("ul", "ol"):
        yield from _list(edition, part, style)
    elif part.tag == "table":
        yield from _table(edition, part)
    elif part.tag == "pre":
        yield XPreformatted(lettered_lines(part), _CODE)
    elif part.tag == "hr":
        yield HRFlowable(width="30%", thickness=0.5, color=LINE, spaceBefore=6, spaceAfter=10)
    elif part.tag in ("figcaption", "caption"):
        yield from blocks(edition, part, SMALL)
    elif part.tag in ("blockquote", "aside"):
        yield from _set_off(edition, part, style)
    else:
        yield from blocks(edition, part, style)


def _run(edition: Published, run: Run, style: ParagraphStyle) -> Iterator[Flowable]:
    """Yield a run as a paragraph; an image as its alternative text, for the file of a picture may be anywhere."""
    markup = inline(edition, run)
    if markup.strip():
        yield Paragraph(markup, style)
    for node in run:
        for image in [node] if node.tag == "img" else node.css("img"):
            alt = " ".join((image.attributes.get("alt") or "").split())
            yield Paragraph(lettered(f"[Image: {alt or 'no description'}]"), SMALL)


def lettered_lines(node: LexborNode) -> str:
    return "\n".join(lettered(line.expandtabs(4), CODE) for line in node.text(deep=True).rstrip("\n").split("\n"))


def _set_off(edition: Published, part: LexborNode, style: ParagraphStyle) -> Iterator[Flowable]:
    """Yield a quotation or a call-out, set in; a call-out says in words what it is."""
    label = CALLOUTS.get(part.attributes.get("class") or "note", "Note")
    made = [Paragraph(label, LABEL)] if part.tag == "aside" else []
    # A list of one item without a bullet: it may stand in another, or in a table's cell.
    item = ListItem([*made, *blocks(edition, part, style)], value="")
    yield ListFlowable([item], bulletType="bullet", start="", leftIndent=_room(part), rightIndent=_room(part))


def _room(node: LexborNode) -> int:
    """Return how far a node is set in, in points: what is nested deeper than a page has room for is not."""
    depth, holder = 0, node.parent
    while holder is not None:
        depth += holder.tag in _SET_IN
        holder = holder.parent
    return 18 if depth < _DEEPEST else 0


def _list(edition: Published, node: LexborNode, style: ParagraphStyle) -> Iterator[Flowable]:
    inside = ParagraphStyle("item", style, spaceAfter=3)
    made = [ListItem(blocks(edition, item, inside) or [Paragraph("", inside)]) for item in items_of(node)]
    bullets = {"bulletType": "1", "bulletFormat": "%s."} if node.tag == "ol" else {"bulletType": "bullet", "start": "•"}
    if made:
        room = _room(node)
        yield ListFlowable(made, **bullets, leftIndent=room, bulletFontName=SERIF, bulletFontSize=10.5, spaceAfter=7)


def _table(edition: Published, table: LexborNode) -> Iterator[Flowable]:
    """Yield a table; one with more columns than a page has room for as a line of text for each row."""
    for caption in table.css("caption"):
        yield from blocks(edition, caption, LABEL)
    rows = rows_of(table)
    most = max(map(len, rows), default=0)
    if most > _MOST_COLUMNS:
        yield from (Paragraph(" | ".join(_texts(edition, row)), SMALL) for row in rows)
    elif rows:
        style = list(_GRID)
        cells = [_row(edition, row, at, most, style) for at, row in enumerate(rows)]
        width = max(map(len, cells))
        filled = [row + [""] * (width - len(row)) for row in cells]
        yield Table(filled, style=style, spaceBefore=4, spaceAfter=10, splitInRow=True)


def _texts(edition: Published, row: list[LexborNode]) -> Iterator[str]:
    for cell in row:
        yield " ".join(inline(edition, part if isinstance(part, list) else [part]) for part in flow(cell))


def _row(
    edition: Published, row: list[LexborNode], at: int, most: int, style: list[tuple[object, ...]]
) -> list[list[Flowable] | str]:
    """Return a row's cells; `style` gets a line for each that stands over several columns."""
    cells: list[list[Flowable] | str] = []
    for cell in row:
        wide = span(cell, most)
        if wide > 1:
            style.append(("SPAN", (len(cells), at), (len(cells) + wide - 1, at)))
        cells += [blocks(edition, cell, LABEL if cell.tag == "th" else SMALL) or "", *[""] * (wide - 1)]
    return cells
