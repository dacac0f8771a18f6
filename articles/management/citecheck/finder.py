"""A finder of words in a source that has markers, tags, entities and emphasis between and inside them."""

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence

# What a source holds and its text does not show. No branch runs back over what it has read: the search stays linear.
_UNSHOWN = re.compile(
    r"""
      (?P<within></?(?:abbr|a|bdi|bdo|b|cite|del|dfn|em|font|ins|i|kbd|mark|q|small|span|strong|sub|sup|s|u|var|wbr)\b[^<>]*>)
    | (?P<image><img\b[^<>]*>)
    | (?P<between><[a-z/!?][^<>]*>)
    | (?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)
    | (?P<footnote>\[\^[^\[\]\s]{1,64}\])
    | (?P<target>\]\([^()\s]*(?:\s"[^"\n()]*")?\))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What an image says, in place of its alternative text or besides it.
_SAID = re.compile(r"""\b(?:alt|title)\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
# A mark whose footnote is missing stays in a text.
_LEFT_MARK = re.compile(r"\[\^[^\[\]\s]{1,64}\]")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
# Stands for a character that is not shown and parts no word.
_FILL = "\0"
_WORD = re.compile(rf"(?:[^\W\d_]{_FILL}*)+|(?:\d{_FILL}*)+")
_RAISED_DIGITS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
# These bounds keep a text that repeats itself from costing its length squared.
_MOST_TRIES = 50
_MOST_NUMBERS_PASSED = 60
# How many of an excerpt's first words are asked for the rarest, and how many have to be there if not all are.
_RAREST_AMONG = 5
_FEWEST_WORDS = 3
_NEAR = 1000


class Finder:
    """Finds an excerpt by its words. Letters and digits count, in any case; what stands between them does not.

    Numbers which the source has and the excerpt has not are passed over: they are markers.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        words = list(_words(_UNSHOWN.sub(_filled, source)))
        self._words = [word for word, _ in words]
        self._offsets = [offset for _, offset in words]
        self._at: dict[str, list[int]] = {}
        for index, word in enumerate(self._words):
            self._at.setdefault(word, []).append(index)
        body = _BODY.search(source)
        # A page's head repeats its title; the text begins after it.
        self._next = bisect_left(self._offsets, body.start() if body else 0)

    def find(self, excerpt: str) -> int | None:
        """Return the offset of the next place after the one found last, else of the first in the source, else None.

        Where not all words are found in a row, the longest run of the first ones counts.
        """
        words = [word for word, _ in _words(_LEFT_MARK.sub(" ", excerpt))]
        start, end = self._longest_run(words)
        if end == start:
            return None
        if start >= self._next:
            self._next = end
        return self._with_opening(excerpt, self._offsets[start])

    def find_near(self, excerpt: str, offset: int) -> int:
        """Return where `excerpt` stands letter by letter shortly after `offset`, else before it, else `offset`."""
        after = self._source.find(excerpt, offset, offset + len(excerpt) + _NEAR)
        before = self._source.rfind(excerpt, max(offset - _NEAR, 0), offset)
        return next((found for found in (after, before) if found >= 0), offset)

    def _longest_run(self, words: Sequence[str]) -> tuple[int, int]:
        """Return the half-open range of the source's words that holds the longest run of `words` from their first."""
        best, most = (0, 0), min(len(words), _FEWEST_WORDS) - 1
        for start in self._starts(words):
            matched, end = self._run(words, start)
            if matched > most:
                best, most = (start, end), matched
            if matched == len(words):
                break
        return best

    def _starts(self, words: Sequence[str]) -> Iterator[int]:
        """Yield where `words` may begin, judged by the rarest of the first ones, then by the very first."""
        present = [index for index, word in enumerate(words[:_RAREST_AMONG]) if word in self._at]
        if not present:
            return
        rarest = min(present, key=lambda index: len(self._at[words[index]]))
        for shift in dict.fromkeys((rarest, 0)):
            places = self._at.get(words[shift], [])
            following = bisect_left(places, self._next + shift)
            earlier = places[: min(following, _MOST_TRIES)]
            for place in (*places[following : following + _MOST_TRIES], *earlier):
                if place >= shift:
                    yield place - shift

    def _run(self, words: Sequence[str], start: int) -> tuple[int, int]:
        """Return how many of `words` stand in a row from `start`, and the index after the last of them."""
        matched, passed, end = 0, 0, start
        for index in range(start, len(self._words)):
            if matched == len(words) or passed > _MOST_NUMBERS_PASSED:
                break
            if _same(self._words[index], words[matched]):
                matched, end = matched + 1, index + 1
            elif matched and self._words[index].isdigit():
                passed += 1
            else:
                break
        return matched, end

    def _with_opening(self, excerpt: str, offset: int) -> int:
        """Return `offset` moved back over the quotation mark or bracket that the excerpt opens with."""
        first = _WORD.search(excerpt)
        opening = excerpt[: first.start()] if first else ""
        return offset - len(opening) if self._source.endswith(opening, 0, offset) else offset


def _same(shown: str, wanted: str) -> bool:
    """Whether a word of the source is the one wanted; a marker's digits may hang on it (2019<sup>3</sup>)."""
    return shown == wanted or (wanted.isdigit() and shown.isdigit() and shown.startswith(wanted))


def _filled(match: re.Match[str]) -> str:
    """Return what a match shows, in exactly as many characters: offsets stay true."""
    length = match.end() - match.start()
    if match.lastgroup == "image":
        shown = [" "] * length
        for said in _SAID.finditer(match.group()):
            shown[said.start(1) : said.end(1)] = said.group(1)
        return "".join(shown)
    if match.lastgroup == "entity":
        return html.unescape(match.group())[:length].ljust(length, _FILL)
    return (_FILL if match.lastgroup == "within" else " ") * length


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Yield each word and number of `text` as it is compared, without case and accents, with its offset."""
    text = text.translate(
        {ord(character): shown for character in set(text) if (shown := _shown(character)) is not None}
    )
    for match in _WORD.finditer(text):
        yield _compared(match.group()), match.start()


def _shown(character: str) -> str | None:
    """Return what to read for a character that is no plain letter, digit or separator, else None."""
    if character in _RAISED_DIGITS:
        return _RAISED_DIGITS[character]
    return _FILL if unicodedata.category(character) in {"Cf", "Mn", "Me"} else None


def _compared(word: str) -> str:
    if word.isascii():
        return word.replace(_FILL, "").lower()
    plain = unicodedata.normalize("NFKD", word.replace(_FILL, "").casefold())
    return "".join(character for character in plain if unicodedata.category(character) != "Mn")
