"""HTML to blocks: one parse of stored markup into runs of text that stand where a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.manuscript import Block, Citation, Image, Place

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that give the text in them its meaning; the innermost wins.
_NAMING = HEADINGS | {"p", "li", "blockquote", "figcaption", "caption", "tr", "pre"}
# A paragraph inside these is only their way of holding text.
_HOLDERS = HEADINGS | {"li", "blockquote", "figcaption", "caption", "tr"}
_LISTS = frozenset({"ul", "ol"})
_BREAKS = _NAMING | _LISTS | {"table", "thead", "tbody", "figure", "aside", "hr", "div"}
# Unlike other white space these two show nothing at all, in the page and in the browser's own count of characters.
_UNSEEN = dict.fromkeys([0x200B, 0xFEFF])
CELL_SEPARATOR = " | "
# What stands right after a word, whatever marker is taken out between them.
CLOSING = frozenset(".,:;!?)]")
# The words inside a citation are a courtesy for other programs. Longer ones are text that stands in it by mistake.
_LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass over the markup gives: blocks, citations and images in reading order, and where `sup` and `code`
    stand."""

    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    images: tuple[Image, ...]
    superscripts: tuple[Place, ...]
    code: tuple[Place, ...]
    header_rows: frozenset[int]


def read(html: str) -> Reading:
    """Return the blocks of `html`, which must have passed clean(): nothing here guards against hostile markup."""
    reader = _Reader()
    body = LexborHTMLParser(html).body
    if body is not None:
        reader.walk(body)
    return Reading(
        tuple(reader.blocks),
        tuple(reader.citations),
        tuple(reader.images),
        tuple(reader.marked["sup"]),
        tuple(reader.marked["code"]),
        frozenset(reader.header_rows),
    )


@dataclass(frozen=True, slots=True)
class _Context:
    """What surrounds a node: the element that names its text, the call-out, the group and the block that introduces a
    list."""

    name: str = "p"
    container: str = ""
    group: int | None = None
    lead_in: int | None = None
    in_figure: bool = False
    in_row: bool = False


@dataclass
class _Run:
    """Text that is being gathered for one block: folded as it comes, with what stands at its offsets."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    gap: bool = False
    citations: list[Citation] = field(default_factory=list)
    marked: list[tuple[str, int, int]] = field(default_factory=list)
    hanging: list[Image | tuple[str, str]] = field(default_factory=list)

    @property
    def next_start(self) -> int:
        """Where the next word will stand."""
        return self.length + (self.gap and self.length > 0)

    def add(self, text: str) -> None:
        text = text.translate(_UNSEEN)
        words = text.split()
        if text[:1] in CLOSING and self.citations and self.citations[-1].offset == self.length:
            self.gap = False
        self.gap = self.gap or text[:1].isspace()
        for word in words:
            if self.gap and self.length:
                word = " " + word
            self.parts.append(word)
            self.length += len(word)
            self.gap = True
        if words:
            self.gap = text[-1:].isspace()


_Walk = Iterator["_Walk"]


class _Reader:
    """Walks the tree once. A method takes a node and the context in which it stands, and yields the walks inside it:
    markup may be deeper than Python calls can be."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.citations: list[Citation] = []
        self.images: list[Image] = []
        self.marked: dict[str, list[Place]] = {"sup": [], "code": []}
        self.header_rows: set[int] = set()
        self.groups = 0
        self.last_run: int | None = None
        self.run = _Run()

    def walk(self, body: LexborNode) -> None:
        walks = [self.children(body, _Context())]
        while walks:
            inner = next(walks[-1], None)
            if inner is None:
                walks.pop()
            else:
                walks.append(inner)
        self.flush(_Context())

    def children(self, node: LexborNode, context: _Context) -> _Walk:
        child = node.first_child
        while child is not None:
            if child.tag == "-text":
                self.run.add(child.text_content or "")
            else:
                yield self.element(child, child.tag or "", context)
            child = child.next

    def element(self, node: LexborNode, tag: str, context: _Context) -> _Walk:
        if tag == "br":
            self.run.gap = True
        elif tag == "img":
            self.image(node, context)
        elif tag == "cite" and self.citation(node):
            return
        elif tag in {"td", "th"}:
            self.cell_starts()
            yield self.children(node, context)
        elif tag in _BREAKS and context.in_row:
            # A row is one sentence, whatever its cells are made of.
            self.run.gap = True
            yield self.children(node, context)
            self.run.gap = True
        elif tag in _BREAKS:
            yield self.block(node, tag, context)
        else:
            yield self.inline(node, tag, context)

    def inline(self, node: LexborNode, tag: str, context: _Context) -> _Walk:
        run, start = self.run, self.run.next_start
        yield self.children(node, context)
        if tag in self.marked and self.run is run and run.length > start:
            run.marked.append((tag, start, run.length))
        title = (node.attributes.get("title") or "").strip()
        if title:
            self.run.hanging.append((tag, title))

    def citation(self, node: LexborNode) -> bool:
        """Take a citation, and say whether that is all that the node is: what is no label must be read as text."""
        attributes = node.attributes
        keys = tuple((attributes.get("data-ref") or "").split())
        locators = tuple(part.strip() for part in (attributes.get("data-locator") or "").split("|"))
        locators = (locators + ("",) * len(keys))[: len(keys)]
        label = " ".join(node.text().split())
        is_label = len(label) <= _LONGEST_LABEL and not any(True for _ in node.iter(include_text=False))
        if keys:
            self.run.citations.append(Citation(0, self.run.length, keys, locators, label if is_label else ""))
        return bool(keys) and is_label

    def image(self, node: LexborNode, context: _Context) -> None:
        self.run.hanging.append(Image(0, node.attributes.get("src") or "", node.attributes.get("alt")))
        title = node.attributes.get("title") or ""
        if title.strip():
            self.run.hanging.append(("img", title))
        if not self.run.length:
            self.flush(context)

    def cell_starts(self) -> None:
        if self.run.length:
            self.run.gap = False
            self.run.add(CELL_SEPARATOR)

    def block(self, node: LexborNode, tag: str, context: _Context) -> _Walk:
        self.flush(context)
        inner = self.inside(node, tag, context)
        first = len(self.blocks)
        yield self.children(node, inner)
        self.flush(inner)
        if tag == "tr" and self.last_run is not None and self.last_run >= first and _is_header(node):
            self.header_rows.add(self.last_run)

    def inside(self, node: LexborNode, tag: str, context: _Context) -> _Context:
        """Return the context for what `node` holds."""
        if tag in _LISTS:
            return replace(context, name="li", group=self.new_group(), lead_in=self.last_run)
        if tag == "figure" or (tag == "table" and not context.in_figure):
            return replace(context, group=self.new_group(), lead_in=None, in_figure=tag == "figure")
        if tag == "aside":
            return replace(context, container=node.attributes.get("class") or "note")
        if tag == "p" and context.name in _HOLDERS:
            return context
        if tag in _NAMING:
            return replace(context, name=tag, in_row=tag == "tr")
        return context

    def new_group(self) -> int:
        self.groups += 1
        return self.groups

    def flush(self, context: _Context) -> None:
        """End the block that is being gathered, if there is anything in it, and the texts that hang on it."""
        run, self.run = self.run, _Run()
        if run.length or run.citations:
            self.last_run = index = self.add(context.name, "".join(run.parts), context, context.lead_in)
            self.citations += [replace(citation, block=index) for citation in run.citations]
            for tag, start, end in run.marked:
                self.marked[tag].append(Place(index, start, end))
        for hanging in run.hanging:
            name, text = ("img", hanging.alt or "") if isinstance(hanging, Image) else hanging
            index = self.add(name, " ".join(text.translate(_UNSEEN).split()), context)
            if isinstance(hanging, Image):
                self.images.append(replace(hanging, block=index))

    def add(self, name: str, text: str, context: _Context, lead_in: int | None = None) -> int:
        """Add a block and return its index."""
        self.blocks.append(Block(len(self.blocks), name, text, context.container, context.group, lead_in))
        return len(self.blocks) - 1


def _is_header(row: LexborNode) -> bool:
    """Whether a table row holds header cells only."""
    cells = [cell.tag for cell in row.iter(include_text=False)]
    return bool(cells) and all(tag == "th" for tag in cells)
