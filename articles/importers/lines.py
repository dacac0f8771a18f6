"""Lines: a plain text's lines to its pieces, mending what a mail program or a terminal broke."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.importers.bibliography import is_heading, number_of
from articles.importers.furniture import is_furniture, is_mail_head

_BULLET = re.compile(r"[–—•*·▪◦‣-]\s+(?=\S)")
_LETTERED = re.compile(r"([a-z])[.)]\s+(?=\S)")
_LISTED = re.compile(r"(\d{1,3})[.)](?:\s+(?=\S)|(?=[^\W\d_]{2}))")
_LABELLED = re.compile(r"\[\d{1,3}\]|\(?\d{1,3}[.)]")
# A line of signs, drawn under a heading or between two parts: it parts like a blank one and says nothing.
_RULE = re.compile(r"(?P<sign>[-=_*~#•–—+])(?:\s?(?P=sign))+")
# In a table pasted from a page, tabs stand between the cells and nothing else.
_CELLS = re.compile(r"\s*\t\s*")
_ENDS = ".!?:;,…"
# A line of this many characters or fewer is a line that somebody ended on purpose, if it looks like one.
_SHORT = 60
# Nobody wraps a text to this width, and nobody to more than that.
_NARROW, _WIDE = 30, 100
# A line that ends without a stop is broken off, wherever the next begins in small letters, if it has this many
# characters: lists have such lines too, but short ones.
_BROKEN_OFF = 45


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text that the file gives as one: its first line's number (1-based) and its text in single spaces.

    `bullet` is the sign that opens a list's item; `number` the number that opens it, where a full stop or bracket
    follows;
    `block` counts the runs of lines between blank ones; `cells` are those of a table's row, () elsewhere.
    """

    text: str
    at: int
    block: int
    bullet: str = ""
    number: int | None = None
    cells: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """The text with the sign or number that opens it."""
        return (
            self.text
            if not self.bullet.strip() and self.number is None
            else f"{self.bullet or f'{self.number}.'} {self.text}"
        )


def lines(text: str) -> list[Line]:
    """Return the pieces of a plain text, in order."""
    read: list[Line] = []
    for block, rows in enumerate(_blocks(text)):
        for line in (_read(piece, at, block) for piece, at in _pieces(rows)):
            if read and _is_broken_off(read[-1], line):
                read[-1] = replace(read[-1], text=f"{read[-1].text} {line.text}")
            else:
                read.append(line)
    return read


def _blocks(text: str) -> Iterator[list[tuple[str, int]]]:
    """Yield the runs of lines between blank ones, each line with its number; tabs stay, within a line."""
    block: list[tuple[str, int]] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip() and not _RULE.fullmatch(line.strip()):
            block.append((" ".join(re.split(r"[^\S\t]+", line.strip())), number))
        elif block:
            yield block
            block = []


def _pieces(rows: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a block of lines: those that open as items of a list or stand alone, or all, where each
    break is on purpose.
    """
    apart = _are_apart([line for line, _ in rows])
    piece: list[str] = []
    begin = last = 0
    alone = False
    for line, at in rows:
        number = number_of(line)
        opens = bool(_BULLET.match(line)) or _goes_on_by_letter(piece, line)
        opens = opens or (number is not None and (not piece or number == last + 1))
        was_alone, alone = alone, _stands_alone(line)
        if piece and (opens or alone or was_alone or (apart and not _is_unfinished_entry(piece))):
            yield " ".join(piece), begin
            piece = []
        if not piece:
            begin = at
        last = number if opens and number is not None else last
        piece.append(line)
    yield " ".join(piece), begin


def _is_unfinished_entry(piece: Sequence[str]) -> bool:
    """Whether a piece is an entry that goes on: its label alone, or one whose last line has no stop. In a list with
    one long address on a line all other lines may be wrapped.
    """
    return bool(_LABELLED.match(piece[0])) and (piece[-1][-1] not in _ENDS or piece[-1][:-1].isdigit())


def _goes_on_by_letter(piece: Sequence[str], line: str) -> bool:
    """Whether a line opens with the letter after the one that opens the piece before it: "b. Rush" after "a. Quill"."""
    before = _LETTERED.match(piece[0]) if piece else None
    now = _LETTERED.match(line)
    return bool(before and now and ord(now[1]) == ord(before[1]) + 1)


def _stands_alone(line: str) -> bool:
    """Whether a line, as a whole, is no part of a paragraph, whatever stands around it."""
    return is_furniture(line) or is_mail_head(line) or is_heading(line) or bool(_cells(line))


def _cells(line: str) -> tuple[str, ...]:
    """Return the cells of a line with tabs between them; () where it is no row of a table."""
    opens = _BULLET.match(line) or number_of(line) is not None
    return tuple(_CELLS.split(line)) if "\t" in line and not opens else ()


def _is_broken_off(line: Line, after: Line) -> bool:
    """Whether a blank line parts a sentence, as it does in a double-spaced text."""
    cut = line.block != after.block and line.text[-1] not in _ENDS[:-2] and len(line.text) >= _BROKEN_OFF
    return cut and after.text[0].islower() and not (after.bullet or line.cells or after.cells)


def _are_apart(block: Sequence[str]) -> bool:
    """Whether the lines of a block were broken on purpose.

    So they were if one is longer than anybody wraps; if they are short and end without a stop; or if at least half of
    them had room for the next one's first word and end with a stop or before a capital.
    """
    width = max(map(len, block))
    if len(block) < 2 or width > _WIDE:
        return width > _WIDE
    if any(_BULLET.match(line) or _LISTED.match(line) or line[0] == "[" for line in block):
        return False
    if all(len(line) <= _SHORT and line[-1] not in _ENDS for line in block):
        return width <= _NARROW or not any(line[0].islower() for line in block)
    ended = sum(
        len(line) + 1 + len(after.split(" ", 1)[0]) <= width and (line[-1] in _ENDS or after[0].isupper())
        for line, after in pairwise(block)
    )
    return 2 * ended >= len(block) - 1


def _read(text: str, at: int, block: int) -> Line:
    cells = _cells(text)
    text = " ".join(text.split())
    bullet = _BULLET.match(text)
    listed = _LISTED.match(text)
    if bullet:
        return Line(text[bullet.end() :], at, block, bullet=text[0])
    if listed:
        return Line(text[listed.end() :], at, block, number=int(listed[1]))
    return Line(text, at, block, cells=cells)
