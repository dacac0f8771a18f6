"""The bibliography: a text's numbered list of references, wherever it stands and however it is numbered."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from articles.importers.addresses import with_addresses
from articles.importers.draft import Draft, Piece
from articles.importers.markers import numbers_typed
from articles.manuscript import Reference
from references.csl import SourceData, citation_key
from references.formats import raw

# On an element: the number that an importer has read already; and, on what it knows for an entry, the label of that.
NUMBER = "data-number"
LABEL = "data-label"

_HEADING = re.compile(
    r"(?:(?:references?|sources?|notes?) (?:and|&) )?"
    r"(?:references?|sources?|notes?|bibliography|works cited|literature(?: cited)?|citations|foot ?notes|end ?notes"
    r"|further reading|(?:show|article) (?:notes|sources|references)|list of references|reference list"
    r"|literatur(?:verzeichnis|angaben)?|quellen(?:verzeichnis|angaben)?|anmerkungen|einzelnachweise|fu(?:ß|ss)noten"
    r"|références|bibliographie|sources et références|notes et références"
    r"|referencias|bibliograf[ií]a|fuentes|riferimenti|note)",
    re.IGNORECASE,
)
# The number stands apart, or a full stop or bracket parts it from a word; a label may be all that its line holds.
_NUMBERED = re.compile(
    r"(?:\[(?P<boxed>\d{1,3})\]:?|\((?P<round>\d{1,3})\))(?:\s*(?=[^\W\d_]|[\"“„«‘])|\s+(?=\S)|$)"
    r"|(?P<stopped>\d{1,3})[.)](?:(?=[^\W\d_]{2})|\s+(?=\S)|$)|\*?(?P<bare>\d{1,3})\s+(?=\S)"
    r"|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2})\s*(?=\S)"
)
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LETTERED = re.compile(r"\(?([a-z])[.)]\s+(?=\S)")
# What hardly any reference lacks: a year, a date, a link, an identifier, "et al."
_LIKE_A_REFERENCE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b\d{1,2}/\d{1,2}/\d{2}\b|https?://|www\.|\bdoi\b|\bISBN\b|\bet al\b", re.IGNORECASE
)
# What speaks of a person and is no work: the author's biography may follow the list.
_PROSE = re.compile(
    r"\b(?:he|she|we|our|you|your|my)\b|^(?:(?:Dr|Prof)\.? )?(?:[^\W\d_][\w'’-]*\.? ){1,4}"
    r"(?:is|was|has|have|lives|works|writes|teaches|runs|ist|war|hat|lebt|arbeitet|schreibt)\b",
    re.IGNORECASE,
)
_LINKED = re.compile(r"https?://|www\.|\bdoi\b|\bISBN\b|\bet al\b|\(\d{4}[a-z]?[,)]|\d{4};\s?\d", re.IGNORECASE)
_START = re.compile(r"[0-9]{1,3}")
_BACK_LINKS = " ↩↑^\ufe0e\ufe0f"
# A marker has three figures at most; a longer entry is no reference but a text.
_MOST, _LONGEST = 999, 5_000


@dataclass(frozen=True, slots=True)
class _Entry:
    piece: Piece
    number: int
    label: str
    text: str


def is_heading(text: str) -> bool:
    """Whether a line, as a whole, heads a list of references."""
    return bool(_HEADING.fullmatch(text.strip(" :.#*")))


def number_of(text: str) -> int | None:
    """Return the number with which a line opens as an entry does ("3 ", "3. ", "3) ", "(3) ", "[3] ", "*3 ", "³ "),
    or None.
    """
    match = _NUMBERED.match(text)
    return int(match[match.lastgroup or 0].translate(_LOWERED)) if match else None


def read(draft: Draft) -> None:
    """Take the list of references out of the text. Where it is not certain that a list is one, it stays in the text."""
    entries, heading = _Search(draft).found()
    taken: set[str] = set()
    for entry in entries[:_MOST]:
        draft.take(entry.piece)
        works = raw.parse(entry.text, numbered=False) or (SourceData(note=entry.text),)
        sources = tuple(_with_key(source, taken) for source in works)
        draft.references.append(Reference(entry.number, _as_printed(sources, entry.text), entry.label))
    for entry in entries[_MOST : _MOST + 1]:
        draft.guess(
            entry.piece, f"At most {_MOST} references are read: this entry and those after it stay in the text."
        )
    if heading:
        draft.take(heading)


class _Search:
    """Looks for the entries in a draft. What it asks of each piece it finds out once."""

    def __init__(self, draft: Draft) -> None:
        self.pieces = draft.pieces()
        self.places = _places(draft.body)
        self.cited = {number for piece in self.pieces for number in numbers_typed(piece)}

    def found(self) -> tuple[list[_Entry], Piece | None]:
        """Return the entries and the heading above them: known ones, else those under a heading, else the last list
        that is cited.
        """
        notes = [at for at, piece in enumerate(self.pieces) if LABEL in piece.node.attributes]
        if notes:
            return [self.entry(self.pieces[at], self.number(at) or 0, False) for at in notes], self.heading(notes[0])
        for at in reversed(range(len(self.pieces))):
            if is_heading(self.pieces[at].text):
                entries = self.entries(at + 1)
                if entries and (_look_like_references(entries) or self.are_cited(entries)):
                    return entries, self.pieces[at]
        for at in reversed(range(len(self.pieces))):
            if self.number(at) == 1:
                entries = self.entries(at, consecutive=True)
                if _look_like_references(entries) and self.are_cited(entries):
                    return entries, None
        return [], None

    def heading(self, at: int) -> Piece | None:
        """Return the piece before `at` if it heads references."""
        return self.pieces[at - 1] if at and is_heading(self.pieces[at - 1].text) else None

    def entries(self, begin: int, consecutive: bool = False) -> list[_Entry]:
        """Return the entries from `begin` on: all numbered, or none; then they are counted, if they look like
        references.
        """
        entries: list[_Entry] = []
        counted = begin < len(self.pieces) and self.number(begin) is None
        for at in range(begin, len(self.pieces)):
            piece, number = self.pieces[at], self.number(at)
            if piece.is_heading or len(piece.text) > _LONGEST:
                break
            if counted and not _is_unnumbered_entry(piece.text):
                break
            if not counted and (number is None or not self.may_follow(at, number, entries, consecutive)):
                break
            entries.append(self.entry(piece, len(entries) + 1 if counted or number is None else number, counted))
        return entries

    def may_follow(self, at: int, number: int, entries: Sequence[_Entry], consecutive: bool) -> bool:
        """Whether a number goes on with a list: the next, or where nothing but an entry opens so, a later one."""
        due = entries[-1].number + 1 if entries else 1
        bare = _NUMBERED.match(self.pieces[at].text)
        sure = not (entries and bare and bare["bare"]) and not consecutive
        return number == due or (sure and (not entries or number >= due))

    def entry(self, piece: Piece, number: int, counted: bool) -> _Entry:
        text = with_addresses(piece.node, piece.text.strip(_BACK_LINKS))
        lettered = _LETTERED.match(text) if counted else None
        if lettered and ord(lettered[1]) - ord("a") + 1 == number:
            return _Entry(piece, number, lettered[1], text[lettered.end() :])
        label = piece.node.attributes.get(LABEL) or ("" if counted else str(number))
        match = None if counted or NUMBER in piece.node.attributes else _NUMBERED.match(text)
        return _Entry(piece, number, label, text[match.end() :] if match else text)

    def number(self, at: int) -> int | None:
        """Return the number that a piece bears: given by its importer, typed, or by its place in an ordered list."""
        node = self.pieces[at].node
        given = node.attributes.get(NUMBER) or ""
        if given.isdigit():
            return int(given)
        typed = number_of(self.pieces[at].text)
        item = _item(node)
        return typed if typed is not None or item is None else self.places.get(item.mem_id)

    def are_cited(self, entries: Sequence[_Entry]) -> bool:
        """Whether a marker in the text names one of the entries."""
        return any(entry.number in self.cited for entry in entries)


def _item(node: LexborNode) -> LexborNode | None:
    """Return the item of a list that a piece is, or of which it is the first paragraph."""
    if node.tag == "li":
        return node
    before = node.prev
    while before is not None and before.tag == "-text":
        before = before.prev
    return node.parent if before is None and node.parent is not None and node.parent.tag == "li" else None


def _places(body: LexborNode) -> dict[int, int]:
    """Return the place of each item in its ordered list, by the item's identity."""
    places: dict[int, int] = {}
    for ordered in body.css("ol"):
        start = ordered.attributes.get("start") or ""
        items = (child for child in ordered.iter() if child.tag == "li")
        places |= {item.mem_id: place for place, item in enumerate(items, int(start) if _START.fullmatch(start) else 1)}
    return places


def _is_unnumbered_entry(text: str) -> bool:
    """Whether a piece without a number is an entry, and not what somebody says of themselves behind the list."""
    if not _LIKE_A_REFERENCE.search(text):
        return False
    return (
        not _PROSE.search(text)
        or bool(_LINKED.search(text))
        or any(work.authors for work in raw.parse(_LETTERED.sub("", text)))
    )


def _look_like_references(entries: Sequence[_Entry]) -> bool:
    """Whether most of the entries look like references."""
    return 2 * sum(bool(_LIKE_A_REFERENCE.search(entry.text)) for entry in entries) > len(entries)


def _with_key(source: SourceData, taken: set[str]) -> SourceData:
    """Return the source with a key that no other has: the same work under two numbers is two entries of the file."""
    key = citation_key(source, taken)
    taken.add(key)
    return replace(source, key=key)


def _as_printed(sources: tuple[SourceData, ...], text: str) -> tuple[SourceData, ...]:
    """Keep the entry as it was printed with its first source, in CSL's `custom`: a parser never understands every
    word.
    """
    printed = ("custom", json.dumps({"printed": text}, ensure_ascii=False))
    return tuple(replace(source, other=(*source.other, printed)) for source in sources[:1]) + sources[1:]
