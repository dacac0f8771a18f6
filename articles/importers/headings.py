"""Headings: what in a plain text heads what follows it, and what is only a short line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.importers.lines import Line

_LONGEST, _MOST_WORDS = 80, 12
_LONGEST_QUESTION = 60
# No sentence ends in more markers than fit into this.
_LONGEST_END = 100
# Words that title case leaves small.
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or",
    "over", "per", "the", "to", "up", "via", "vs", "with", "is",
})  # fmt: skip
_TRAILING_MARKER = re.compile(r"(?:\*\d{1,3}(?:,\s?\*\d{1,3})*|\[[\d\s,–-]{1,20}\]|[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒,]{0,7})$")
# A sentence ends inside the line; "St. Ives" and "No. 5" do not look so.
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.] +[^\W\d_]")
_ASIDE = re.compile(r"\s*[\[(][^\[\]()]*[\])]$")
_ENDS = tuple(".!?:;,…")
_CLOSING = ")]\"”’'»“"


def is_open(line: Line) -> bool:
    """Whether a line ends without a stop, as headings and items do; a short question is open too."""
    if line.bullet or line.number is not None or line.cells:
        return False
    text = unmarked(line.text)
    stopped = any(end.rstrip(_CLOSING).endswith(_ENDS) for end in (text, _ASIDE.sub("", text)))
    return not stopped or is_question(line)


def is_numbered(line: Line) -> bool:
    """Whether a numbered line is short and open, as a numbered heading is: "2. Treatment"."""
    return line.number is not None and is_open(replace(line, number=None)) and _is_short(line)


def is_question(line: Line) -> bool:
    """Whether the line is one short question."""
    text = unmarked(line.text)
    return text.endswith("?") and len(text) <= _LONGEST_QUESTION and not re.search(r"[.!?;]\s", text)


def unmarked(text: str) -> str:
    """Return a text without the markers at its end."""
    rest, end = text[:-_LONGEST_END], text[-_LONGEST_END:]
    while match := _TRAILING_MARKER.search(end):
        end = end[: match.start()].rstrip()
    return rest + end


def looks_the_part(line: Line) -> bool:
    """Whether the line is written as only headings are: in capitals, in title case, or as a question."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line.text) if word.lower() not in _SMALL]
    return line.text.isupper() or is_question(line) or (len(words) > 1 and all(word[0].isupper() for word in words))


def headings(run: Sequence[Line], before: Line | None, after: Line | None) -> set[int]:
    """Return which lines of a run of open lines are headings, by their index in it.

    `before` and `after` are the lines around the run, None at either end of the text or beside a credit, furniture or
    entry.
    One or two lines that introduce a paragraph or a list are headings. After a lead-in (":"), and where more of them
    stand together, only those right before the paragraph are, if they look the part.
    """
    if after is None or is_open(after):
        return set()
    short = [_is_short(line) for line in run]
    led_in = before is not None and unmarked(before.text).endswith(":")
    candidates = range(len(run) - 1, max(len(run) - 3, -1), -1)
    found: set[int] = set()
    for index in candidates:
        if not short[index] or ((led_in or len(run) > 2) and not looks_the_part(run[index])):
            break
        found.add(index)
    return found


def _is_short(line: Line) -> bool:
    """Whether a line is short enough for a heading, and neither several sentences nor a remark ("[Music]")."""
    short = len(line.text) <= _LONGEST and len(line.text.split()) <= _MOST_WORDS
    return short and line.text[0] != "[" and not _SENTENCES.search(line.text)
