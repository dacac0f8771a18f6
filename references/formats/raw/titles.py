"""Where a title ends and what it stands in begins."""

import re
from itertools import zip_longest
from typing import NamedTuple

from references.formats.raw.letters import ABBREVIATIONS, UPPER
from references.formats.raw.publishers import CITIES, PUBLISHER_WORD

_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "'": "'", "``": "''"}
_STOP = re.compile(rf"(?P<mark>[.?!…]+[”\"»]?)\s+(?=[{UPPER}\d“\"«(\[]|in\b|et\b|[a-z]+[{UPPER}])")
_IN = re.compile(rf"(?:[.,;?!”]\s*|\s(?=in:))(?:In:?|in:?)\s+(?=[{UPPER}“\"(\d]|the\s)")
_LEADING_IN = re.compile(r"[,.;:\s]*\bin\b:?\s+", re.I)
# Words that a title goes on with and the name of a journal does not.
_PLAIN_WORD = re.compile(r"(?<![^\W_])(?!(?:with|from|into|para|dans|della|und|sur|pour)\b)[^\W\d_A-Z][^\W\d_]{3,}")


class Parted(NamedTuple):
    """A title and what follows it; whether the title stood in quotation marks and whether an "In" followed: both say
    that it is a part of something."""

    title: str
    rest: str
    quoted: bool
    inside: bool


def part(text: str, *, periodical: bool) -> Parted:
    """Part a text with neither names before it nor details behind it. `periodical`: a journal's details were read."""
    text = text.strip()
    quoted = _quoted(text)
    title, rest = quoted or _plain(text, periodical=periodical)
    inside = _LEADING_IN.match(rest)
    rest = (rest[inside.end() :] if inside else rest).strip(" ,;.:")
    return Parted(_clean(title), rest, quoted is not None, inside is not None)


def _quoted(text: str) -> tuple[str, str] | None:
    for opening, closing in _QUOTES.items():
        if text.startswith(opening):
            # A closing mark ends a word; an apostrophe inside one does not.
            end = re.search(rf"{re.escape(closing)}(?=[\s,.;:)]|$)", text[len(opening) :])
            if end and end.start() > 1:
                return text[len(opening) : len(opening) + end.start()], text[len(opening) + end.end() :]
    return None


def _plain(text: str, *, periodical: bool) -> tuple[str, str]:
    stops = [stop for stop in _STOP.finditer(text) if _ends_sentence(text, stop)]
    inside = _IN.search(text)
    if inside and inside.start() and (inside[0][0] in ".?!”" or not stops or inside.start() < stops[0].end()):
        return text[: inside.start()], f" in {text[inside.end() :]}"
    for stop, following in zip_longest(stops, stops[1:]):
        if following and _goes_on(stop, text[stop.end() : following.start()]):
            continue
        return text[: stop.end()], text[stop.end() :]
    return _by_commas(text, periodical=periodical)


def _goes_on(stop: re.Match[str], between: str) -> bool:
    """Whether a title goes on behind a stop: "Who clicks? Drills in offices. A Journal", "Ferns. The genera. Fenia"."""
    if stop["mark"][0] in "?!…":
        return True
    return ":" not in between and len(_PLAIN_WORD.findall(between)) >= 2 and not between.lower().startswith("in ")


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if stop["mark"] != ".":
        return True
    word = re.search(r"[^\s.(]*(?:\.[^\s.(]+)*$", text[: stop.start()])
    last = word[0] if word else ""
    initial = len(last) == 1 and last.isalpha() and last.isupper()
    return not initial and last.lower() not in ABBREVIATIONS


def _by_commas(text: str, *, periodical: bool) -> tuple[str, str]:
    """Part a text that has no full stop: the publisher, else what stands last in capitals, is no part of the title."""
    pieces = re.split(r",\s+", text)
    for index, piece in enumerate(pieces[1:], start=1):
        if PUBLISHER_WORD.search(piece) and not periodical and len(piece.split()) <= 6:
            index -= index > 1 and pieces[index - 1] in CITIES
            return ", ".join(pieces[:index]), ", ".join(pieces[index:])
    if len(pieces) > 1 and re.match(rf"[{UPPER}]", pieces[-1]):
        return ", ".join(pieces[:-1]), pieces[-1]
    return text, ""


def _clean(title: str) -> str:
    """Return a title without the reference's own punctuation round it."""
    title = re.sub(r"\s+", " ", title).strip(" ,;:–—-")
    return title if title.endswith(("...", "…")) else re.sub(r"(?<![.?!])\.$", "", title).strip(" ,;:")
