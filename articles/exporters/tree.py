"""Stored markup as a tree that exporters walk: blocks, and the runs of text between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.exporters.published import Published

HEADINGS = ("h2", "h3", "h4")
BLOCKS = frozenset([*HEADINGS, *"p ul ol li blockquote table figure figcaption pre hr aside caption".split()])
TEXT = "-text"

Run = list[LexborNode]


@dataclass(frozen=True, slots=True)
class Mark:
    """One number of a marker, and where in its works to look: "p. 4", or ""."""

    number: int
    locator: str = ""


def body_of(html: str) -> LexborNode:
    """Return the body of cleaned stored markup."""
    body = LexborHTMLParser(f"<body>{html}").body
    if body is None:
        raise ValueError("The markup has no body.")
    return body


def flow(holder: LexborNode | Run) -> Iterator[LexborNode | Run]:
    """Yield what stands in a node, or in a run of nodes, in order: a block as itself, what is between two as one run.

    A link or the like that holds blocks is looked through: only its parts can be set.
    """
    run: Run = []
    for child in _parts(holder if isinstance(holder, list) else holder.iter(include_text=True)):
        if child.tag in BLOCKS:
            if said(run):
                yield run
            run = []
            yield child
        else:
            run.append(child)
    if said(run):
        yield run


def _parts(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    for child in nodes:
        if child.tag not in BLOCKS and child.tag != TEXT and child.css_first(",".join(BLOCKS)):
            yield from _parts(child.iter(include_text=True))
        else:
            yield child


def said(run: Sequence[LexborNode]) -> bool:
    """Say whether a run shows anything."""
    return any(node.text(deep=True).strip() or node.tag == "img" or node.css_first("img, cite") for node in run)


def items_of(node: LexborNode) -> list[LexborNode | Run]:
    """Return a list's items; what stands between them, where nothing should, is an item too."""
    items: list[LexborNode | Run] = []
    for child in node.iter(include_text=True):
        if child.tag == "li":
            items.append(child)
        elif said([child]):
            items.append([child])
    return items


def rows_of(table: LexborNode) -> list[list[LexborNode]]:
    """Return the cells of each row that has any, but none of a table inside this one."""
    own = (row for row in table.css("tr") if inside(row, "table") == table.mem_id)
    rows = ([cell for cell in row.iter() if cell.tag in ("td", "th")] for row in own)
    return [row for row in rows if row]


def inside(node: LexborNode, *tags: str) -> int | None:
    """Return which node of these tags is the nearest around a node, by its mem_id; None where there is none."""
    holder = node.parent
    while holder is not None and holder.tag not in tags:
        holder = holder.parent
    return holder.mem_id if holder is not None else None


def span(cell: LexborNode, most: int) -> int:
    """Return over how many columns a cell stands: never more than `most`, whatever it says of itself."""
    return min(max(int(cell.attributes.get("colspan") or 1), 1), most)


def folded(text: str) -> str:
    """Return text with each white space as one space, at its ends too, as a page shows it."""
    ends = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
    words = " ".join(text.split())
    return f"{ends[0]}{words}{ends[1]}" if words else ends[0]


def marks(edition: Published, cite: LexborNode) -> list[Mark]:
    """Return the numbers that a citation shows, ascending, each with its locators; those of one inside it follow."""
    found: list[Mark] = []
    for each in [cite, *(inner for inner in cite.css("cite[data-ref]") if inner.mem_id != cite.mem_id)]:
        keys = (each.attributes["data-ref"] or "").split()
        places = dict(zip(keys, (each.attributes.get("data-locator") or "").split("|"), strict=False))
        for number in sorted(edition.numbers.get(tuple(keys), ())):
            held = [work.key for work in edition.references[number - 1]]
            locators = (places[key].strip() for key in held if places.get(key))
            found.append(Mark(number, "; ".join(filter(None, locators))))
    return found


def is_citation(node: LexborNode) -> bool:
    return node.tag == "cite" and bool(node.attributes.get("data-ref"))
