"""Plain text, as it is pasted from a web page, a mail or a terminal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape

from articles.importers import bibliography, furniture, promo, topics
from articles.importers.assembly import imported
from articles.importers.bibliography import NUMBER
from articles.importers.credit_lines import opens_byline, opens_credit
from articles.importers.decoding import decode
from articles.importers.draft import LINE, Draft
from articles.importers.headings import headings, is_numbered, is_open, unmarked
from articles.importers.imported import Imported, Loss
from articles.importers.lines import Line, lines
from articles.importers.people import opens_disclosure
from articles.importers.registry import importer
from articles.text.limits import MAX_ELEMENTS, limit

# Fewer short lines than this, without a blank one between them, are no list.
_LEAST_LIST = 3
_LONGEST_ITEM = 80
_LONGEST_TITLE, _TITLE_WITHIN = 150, 4
# Unlike a sentence of the text, a title may end so.
_TITLE_ENDS = "?!"


@importer("", ".txt", ".text")
def plain(data: bytes) -> Imported:
    """Return what a plain text holds. Raises Unreadable or TextTooLarge."""
    decoded = decode(data)
    html, guesses = to_html(decoded.text)
    draft = Draft.of(html)
    draft.losses += [*decoded.losses, *guesses]
    return imported(draft, decoded.text)


def to_html(text: str) -> tuple[str, list[Loss]]:
    """Return a plain text as HTML that says on which line each element begins, and what was guessed. Raises
    TextTooLarge.
    """
    read = lines(text)
    limit("lines", len(read), MAX_ELEMENTS)
    markup = _Markup(_with_lists(_with_trail(read)))
    return "\n".join(markup.elements()), markup.guesses


def _with_lists(read: Sequence[Line]) -> list[Line]:
    """Return the lines, those of a block that has several short ones marked as items: an address, ingredients,
    steps.
    """
    short: dict[int, int] = {}
    for line in read:
        if is_open(line) and not _is_furniture(line) and len(line.text) <= _LONGEST_ITEM:
            short[line.block] = short.get(line.block, 0) + 1
    blocks = {line.block: 0 for line in read}
    for line in read:
        blocks[line.block] += 1
    lists = {block for block, count in short.items() if count >= _LEAST_LIST and count == blocks[block]}
    return [replace(line, bullet="\n") if line.block in lists else line for line in read]


def _with_trail(read: list[Line]) -> list[Line]:
    """Return the lines, a breadcrumb whose parts stand on lines of their own as one: "Home", topics, then the title."""
    if not read or not topics.is_way_home(read[0].text):
        return read
    end = 1
    while end < min(len(read), _TITLE_WITHIN) and is_open(read[end]) and not _opens_text(read[end]):
        end += 1
    if end < 3:
        return read
    trail = " / ".join(line.text for line in read[: end - 1])
    return [replace(read[0], text=trail), *read[end - 1 :]] if topics.breadcrumb(trail) else read


def _entries(read: Sequence[Line]) -> set[int]:
    """Return which lines are numbered 1, 2, 3... in a row: whatever they turn out to be, they are no headings."""
    entries: set[int] = set()
    expected = 1
    for index, line in enumerate(read):
        number = line.number if line.number is not None else bibliography.number_of(line.text)
        expected = 1 if number != expected else expected
        if number == expected:
            entries.add(index)
            expected += 1
    return entries


def _stands_apart(line: Line) -> bool:
    """Whether a line is no part of the text around it: furniture, a credit, a disclosure, the heading of the
    references.
    """
    text = line.text
    return _is_furniture(line) or opens_credit(text) or opens_disclosure(text) or bibliography.is_heading(text)


def _opens_text(line: Line) -> bool:
    return _stands_apart(line) or opens_byline(line.text)


def _is_furniture(line: Line) -> bool:
    return furniture.is_furniture(line.text) or furniture.is_mail_head(line.text)


class _Markup:
    """Builds the HTML of a text from its lines, one element after the other."""

    def __init__(self, read: Sequence[Line]) -> None:
        self.lines = read
        self.entries = _entries(read)
        self.guesses: list[Loss] = []
        self.at = 0
        self.title = self.find_title()

    def elements(self) -> Iterator[str]:
        """Yield the elements of the whole text."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if self.at == self.title:
                yield self.element("h1")
            elif self.at not in self.entries and promo.starts_at(self.lines, self.at):
                yield self.promotion()
            elif line.bullet and self.goes_on(lambda a, b: a.bullet == b.bullet):
                yield self.items("ul", self.end_of_list(lambda a, b: a.bullet == b.bullet))
            elif line.number is not None and self.goes_on(_follows):
                yield self.items("ol", self.end_of_list(_follows))
            elif self.is_numbered_heading():
                yield self.element("h2")
            elif line.cells and self.goes_on(_same_columns):
                yield self.table(self.end_of_list(_same_columns))
            elif self.is_in_run(self.at):
                yield from self.open_run()
            else:
                yield self.element("p")

    def find_title(self) -> int | None:
        """Return which line is the title: the first that is no breadcrumb, credit or furniture, if it looks like
        one.
        """
        first = [index for index, line in enumerate(self.lines) if not _is_furniture(line)][:_TITLE_WITHIN]
        for index in first:
            line = self.lines[index]
            if self.is_breadcrumb(index) or _opens_text(line):
                continue
            if index == 0 and topics.is_way_home(line.text):
                continue
            more = index + 1 < len(self.lines)
            open_ended = self.is_in_run(index) or (line.text[-1] in _TITLE_ENDS and index not in self.entries)
            return index if more and open_ended and len(line.text) <= _LONGEST_TITLE else None
        return None

    def is_numbered_heading(self) -> bool:
        """Whether this is a heading with a number: a short open line that a paragraph follows."""
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
        return is_numbered(self.lines[self.at]) and after is not None and after.number is None and not is_open(after)

    def element(self, name: str) -> str:
        line = self.lines[self.at]
        self.at += 1
        return f'<{name} {LINE}="{line.at}">{escape(line.typed)}</{name}>'

    def promotion(self) -> str:
        """Return the promotional block that begins here."""
        block = self.lines[self.at : self.at + promo.LENGTH]
        why = "It was taken for a promotional block and set apart as one."
        self.guesses += [Loss(line.at, line.text, why) for line in block[:1]]
        return f'<aside class="promo">{self.element("h2")}{self.element("h3")}{self.element("p")}</aside>'

    def goes_on(self, belongs: Callable[[Line, Line], bool]) -> bool:
        return self.end_of_list(belongs) > self.at + 1

    def end_of_list(self, belongs: Callable[[Line, Line], bool]) -> int:
        """Return the index after the last of the lines from here on of which each belongs to the one before."""
        end = self.at + 1
        while end < len(self.lines) and belongs(self.lines[end - 1], self.lines[end]):
            end += 1
        return end

    def items(self, name: str, end: int) -> str:
        """Return the lines from here to `end` as a list."""
        read, self.at = self.lines[self.at : end], end
        rows = (f'<li {LINE}="{line.at}"{_number(line)}>{escape(line.text)}</li>' for line in read)
        return f"<{name}>{''.join(rows)}</{name}>"

    def table(self, end: int) -> str:
        """Return the lines from here to `end` as a table; a first row without figures is its head."""
        read, self.at = self.lines[self.at : end], end
        rows = [
            f'<tr {LINE}="{line.at}">{"".join(f"<{name}>{escape(cell)}</{name}>" for cell in line.cells)}</tr>'
            for line in read
            for name in ("th" if line is read[0] and not any(map(str.isdigit, line.text)) else "td",)
        ]
        return f"<table>{''.join(rows)}</table>"

    def is_in_run(self, index: int) -> bool:
        """Whether the line is an open one of the text, not an entry or furniture."""
        line = self.lines[index]
        return index not in self.entries and is_open(line) and not _stands_apart(line) and not self.is_breadcrumb(index)

    def is_breadcrumb(self, index: int) -> bool:
        return index < _TITLE_WITHIN and bool(topics.breadcrumb(self.lines[index].text))

    def open_run(self) -> Iterator[str]:
        """Yield the elements of a run of open lines: headings, the items of a list that was led in, or paragraphs."""
        begin, end = self.at, self.at + 1
        while (
            end < len(self.lines) and end != self.title and self.is_in_run(end) and not promo.starts_at(self.lines, end)
        ):
            end += 1
        run = self.lines[begin:end]
        before = self.neighbour(begin - 1)
        heads = {begin + index for index in headings(run, before, self.neighbour(end))}
        led_in = before is not None and unmarked(before.text).endswith(":")
        items = begin
        while items < end and items not in heads:
            items += 1
        if led_in and items - begin > 1:
            yield self.items("ul", items)
        while self.at < end:
            yield self.element("h2" if self.at in heads else "p")

    def neighbour(self, index: int) -> Line | None:
        """Return the line at `index` if it belongs to the text around it."""
        if not 0 <= index < len(self.lines):
            return None
        line = self.lines[index]
        # "1 Name, Title" may be a reference; "1. Do this" is a list's item in any case.
        entry = index in self.entries and line.number is None
        return None if entry or _stands_apart(line) or promo.starts_at(self.lines, index) else line


def _follows(before: Line, after: Line) -> bool:
    return before.number is not None and after.number == before.number + 1


def _same_columns(before: Line, after: Line) -> bool:
    return len(before.cells) == len(after.cells) > 1


def _number(line: Line) -> str:
    return f' {NUMBER}="{line.number}"' if line.number is not None else ""
