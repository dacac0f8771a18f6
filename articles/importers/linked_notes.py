"""Linked notes: a mark in a page's text that links to a note, and the note that links back to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from selectolax.lexbor import LexborNode

from articles.importers.addresses import with_addresses
from articles.importers.bibliography import LABEL, NUMBER, number_of
from articles.importers.draft import BLOCKS, HEADINGS, LINE, Draft, block_around, line_of, remove, text_of
from articles.importers.imported import Loss
from articles.importers.markers import MARKER

# All that a mark shows: a number, a letter or two, a sign; in brackets or not.
_MARK = re.compile(r"[\[(]?\s?((?:(?:note|nb|n)\.?\s)?\d{1,3}|[a-z]{1,2}|[*†‡§¶]{1,3})\s?[\])]?", re.IGNORECASE)
# What says of a link that it is a mark, in EPUB's vocabulary (DPUB-ARIA 1.1) and in that of early web logs.
_SAYS_SO = '[role="doc-noteref"], [rel~="footnote"]'
# How Google Docs names the remarks that people left on a document.
_REMARK = re.compile(r"#cmnt\d+")
# Wikipedia's page numbers, raised behind a marker: ": 12 ".
_LOCATOR = re.compile(r":\s?\d[\d\s,–-]*")
_WAYS_BACK = " \u00a0^↑↩⤴↵\ufe0e\ufe0f"
_LARGEST = 999


@dataclass
class _Note:
    """A note: the element that holds it, the name of the place that its marks link to, and these links."""

    node: LexborNode
    name: str
    marks: list[LexborNode] = field(default_factory=list)

    @property
    def kind(self) -> tuple[int, str]:
        """What the notes of one list share: what holds them, and their names but for the figures."""
        return (self.node.parent.mem_id if self.node.parent else 0, re.sub(r"\d+", "#", self.name))


def mark(draft: Draft) -> None:
    """Make markers and entries of the marks and notes in a page, however the page looks.

    A mark and a note link to each other, or the link says what it is; other notes of the same list are notes too. A
    numeric mark is the number; the others get free numbers, in their order.
    """
    for raised in draft.body.css("sup.reference"):
        if _LOCATOR.fullmatch(text_of(raised)):
            why = "It is the page that the marker before it cites; it was dropped."
            draft.losses.append(Loss(line_of(raised), text_of(raised), why))
            raised.decompose()
    page = _Page(draft)
    notes = page.notes()
    taken = {int(label) for note in notes if (label := _label_of(note)).isdigit()}
    free = (number for number in count(1) if number not in taken)
    used: set[int] = set()
    for note in notes:
        if note.marks and _REMARK.fullmatch(note.marks[0].attributes.get("href") or ""):
            _drop_remark(draft, note)
            continue
        label = _label_of(note)
        number = int(label) if label.isdigit() and int(label) not in used else next(free)
        used.add(number)
        if 0 < number <= _LARGEST:
            _settle(draft, note, number, label, page.ways_back(note.node))


class _Page:
    """The links within one page, and where they lead."""

    def __init__(self, draft: Draft) -> None:
        self.body = draft.body
        self.places = {node.mem_id: place for place, node in enumerate(self.body.traverse())}
        self.targets: dict[str, LexborNode] = {}
        for node in self.body.css("[id], a[name]"):
            for name in filter(None, (node.attributes.get("id"), node.attributes.get("name"))):
                self.targets.setdefault(name, node)
        self.back: dict[int, set[int]] = {}

    def notes(self) -> list[_Note]:
        """Return the notes of the page, those that are linked to first, in the order of their marks."""
        linked = list(self.linked())
        known = {note.node.mem_id: note for note, _, certain in linked if certain}
        kinds = {note.kind for note in known.values()}
        for note, link, _ in linked:
            if note.node.mem_id in known or note.kind in kinds:
                known.setdefault(note.node.mem_id, note).marks.append(link)
        # A note that nothing cites has its place in the list all the same.
        parents = {note.node.parent.mem_id for note in known.values() if note.node.parent}
        for name, target in self.targets.items():
            node = _holder(target)
            if node is not None and node.parent is not None and node.parent.mem_id in parents:
                note = _Note(node, name)
                if note.kind in kinds:
                    known.setdefault(node.mem_id, note)
        return list(known.values())

    def linked(self) -> Iterator[tuple[_Note, LexborNode, bool]]:
        """Yield what each link that looks like a mark leads to, the link, and whether it is certain that it is one."""
        certain = {node.mem_id for node in self.body.css(_SAYS_SO)}
        for link in self.body.css('a[href^="#"]'):
            name = (link.attributes.get("href") or "")[1:]
            target = self.targets.get(name)
            if target is None or not _label(link) or self.places[target.mem_id] < self.places[link.mem_id]:
                continue
            holder, block = _holder(target), block_around(link)
            if holder is not None and block is not None and holder.tag not in HEADINGS:
                back = self.blocks_back(holder)
                yield _Note(holder, name), link, link.mem_id in certain or block.mem_id in back

    def blocks_back(self, note: LexborNode) -> set[int]:
        """Return the blocks, by their identity, to which the links in a note lead back."""
        if note.mem_id not in self.back:
            targets = (self.targets[(link.attributes.get("href") or "")[1:]] for link in self.ways_back(note))
            blocks = (target if target.tag in BLOCKS else block_around(target) for target in targets)
            self.back[note.mem_id] = {block.mem_id for block in blocks if block is not None}
        return self.back[note.mem_id]

    def ways_back(self, note: LexborNode) -> list[LexborNode]:
        """Return the links in a note that lead to a place before it."""
        links = ((link, self.targets.get((link.attributes.get("href") or "")[1:])) for link in note.css('a[href^="#"]'))
        return [link for link, to in links if to is not None and self.places[to.mem_id] < self.places[note.mem_id]]


def _holder(target: LexborNode) -> LexborNode | None:
    """Return the element that holds the note at a target: its block, or the item or named division which that opens."""
    node = target if target.tag in BLOCKS else block_around(target)
    while node is not None and node.parent is not None and (node.parent.tag == "li" or _is_named(node.parent)):
        node = node.parent
    return node


def _is_named(node: LexborNode) -> bool:
    """Whether a division has a name that ends in a figure, as that of one note does."""
    return node.tag == "div" and (node.attributes.get("id") or "")[-1:].isdigit()


def _label(link: LexborNode) -> str:
    """Return what a link shows as a mark, without brackets; "" where it shows something else."""
    text = text_of(link)
    match = _MARK.fullmatch(text) if len(text) < 12 else None
    return match[1] if match else ""


def _label_of(note: _Note) -> str:
    """Return a note's label: that of its first mark, or the number with which it opens."""
    return _label(note.marks[0]) if note.marks else str(number_of(text_of(note.node)) or "")


def _drop_remark(draft: Draft, note: _Note) -> None:
    why = "It is somebody's remark on the text, not a part of it; it was dropped."
    draft.losses.append(Loss(line_of(note.node), text_of(note.node), why))
    for node in (*note.marks, note.node):
        remove(node)


def _settle(draft: Draft, note: _Note, number: int, label: str, ways_back: list[LexborNode]) -> None:
    """Make a note an entry with a number, and its marks markers of that number."""
    for link in note.marks:
        _become_marker(draft, link, number)
    for link in ways_back:
        link.decompose()
    entry = draft.tree.create_node("p")
    for name, value in ((LABEL, label), (NUMBER, str(number)), (LINE, str(line_of(note.node)))):
        entry.attrs[name] = value
    text = text_of(note.node).strip(_WAYS_BACK)
    if label:
        text = re.sub(rf"^[\[(]?{re.escape(label)}[\])]?[.:]?\s+", "", text)
    entry.insert_child(with_addresses(note.node, text))
    note.node.insert_before(entry, move=True)
    note.node.decompose()


def _become_marker(draft: Draft, link: LexborNode, number: int) -> None:
    """Make a link a marker, where it is not one of several between brackets or in a superscript that read as such."""
    raised = link.css_first("sup") or _around(link, "sup")
    alone = raised is not None and text_of(raised) == text_of(link)
    if raised is not None and alone:
        raised.attrs[MARKER] = str(number)
    elif _label(link) != str(number) or (raised is None and not _is_in_brackets(link)):
        marker = draft.tree.create_node("sup")
        marker.attrs[MARKER] = str(number)
        marker.insert_child(str(number))
        link.insert_before(marker, move=True)
        link.decompose()


def _around(node: LexborNode, tag: str) -> LexborNode | None:
    holder = node.parent
    while holder is not None and holder.tag not in BLOCKS and holder.tag != tag:
        holder = holder.parent
    return holder if holder is not None and holder.tag == tag else None


def _is_in_brackets(link: LexborNode) -> bool:
    before = link.prev
    text = before.text_content or "" if before is not None and before.tag == "-text" else ""
    return text.rstrip()[-1:] in {"[", "(", ",", ";", "–", "-"}
