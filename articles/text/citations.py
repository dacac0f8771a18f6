"""Citations in a text: the markers that name sources, and what merely looks like one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.manuscript import Citation, Reference, Sentence

# A marker whose number stands for no reference keeps that number in its key, so that nothing is lost and a rule can
# say so. citation_key() never makes such a key: its keys have one word, a year and a counter.
_NO_REFERENCE = re.compile(r"no-reference-(\d{1,3})")

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")
_NUMBER = r"[1-9]\d{0,2}(?!\d)"
# The next sentence may be glued to the marker, and a space may stand in it behind a stop.
_STAR = (
    rf"(?:\*|(?<=[.,;:!?)”\"])\* ){_NUMBER}(?:,\s?\*{_NUMBER}|[,–—-]{_NUMBER})*(?:(?![\w*])|(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]))"
)
_BRACKET = rf"\[\s?\*?{_NUMBER}(?:\s?[,;–—-]\s?\*?{_NUMBER})*\s?\]"
_RAISED = "[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}(?:[,˒⁻–-][¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2})*(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])"
_PARENTHESIS = rf"\({_NUMBER}(?:\s?[,;–-]\s?{_NUMBER})*\)"
_TYPED = re.compile(f"(?P<star>{_STAR})|(?P<bracket>{_BRACKET})|(?P<raised>{_RAISED})")
_TYPED_OR_PARENTHESIS = re.compile(f"{_TYPED.pattern}|(?P<parenthesis>{_PARENTHESIS})")
_NUMBERS_ALONE = re.compile(rf"[\[(]?\s?{_NUMBER}(?:\s?[,;–—-]\s?{_NUMBER})*\s?[\])]?")
_PART = re.compile(r"(\d+)(?:\s?[–—-]\s?\*?(\d+))?")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
# After these a raised figure is a power, not a marker; so it is after any single letter.
_UNITS = frozenset("m cm mm dm km nm µm μm ft in yd mi ha kg px sq cu sec min Hz Pa mol".split())
_LONGEST_RANGE = 50


@dataclass(frozen=True, slots=True)
class Typed:
    """A marker as it was typed: a half-open range of code points, the label and the numbers that it names, in order."""

    start: int
    end: int
    label: str
    numbers: tuple[int, ...]


def typed(text: str, superscripts: Sequence[tuple[int, int]] = (), parentheses: bool = False) -> Iterator[Typed]:
    """Yield what looks like a marker in `text`: `*3`, `*2,*5`, `[3–5]`, `¹,²` and figures in the given superscript
    ranges.

    `(3)` counts only where `parentheses` says that this text cites so. Powers, products and indices (m², 5*3, f[3])
    do not.
    """
    raised = [found for start, end in superscripts if (found := _superscript(text, start, end))]
    pattern = _TYPED_OR_PARENTHESIS if parentheses else _TYPED
    plain = [
        Typed(match.start(), match.end(), match.group(), numbers)
        for match in pattern.finditer(text)
        if _stands_as_marker(text, match) and (numbers := numbers_in(match.group()))
    ]
    inside = {position for found in raised for position in range(found.start, found.end)}
    yield from sorted(raised + [found for found in plain if found.start not in inside], key=lambda found: found.start)


def numbers_in(label: str) -> tuple[int, ...]:
    """Return the numbers that a typed marker names, ranges written out; () where a range runs backwards or far too
    long."""
    numbers: list[int] = []
    for first, last in _PART.findall(label.translate(_SUPERSCRIPT)):
        low, high = int(first), int(last or first)
        if not 0 <= high - low <= _LONGEST_RANGE:
            return ()
        numbers += range(low, high + 1)
    return tuple(dict.fromkeys(numbers))


def key_without_reference(number: int) -> str:
    """Return the key for a marker whose `number` stands for no reference."""
    return f"no-reference-{number}"


def numbers_of(citation: Citation, references: Sequence[Reference]) -> tuple[int, ...]:
    """Return the numbers of the references that a citation names, each once, in the citation's order.

    A key that no reference holds gives the number which was typed, if one was, and nothing otherwise.
    """
    number_of_key = {source.key: reference.number for reference in references for source in reference.sources}
    numbers = [number_of_key.get(key) or _typed_number(key) for key in citation.keys]
    return tuple(dict.fromkeys(number for number in numbers if number))


def joined(citations: Sequence[Citation], sentences: Sequence[Sentence]) -> tuple[Citation, ...]:
    """Return the citations, each with the index of its sentence: the one that it stands in or right after, in its
    block.

    A marker at offset p belongs to the sentence with start < p <= start of the next; one before all text, to the first.
    """
    starts: dict[int, list[int]] = {}
    first: dict[int, int] = {}
    for sentence in sentences:
        starts.setdefault(sentence.place.block, []).append(sentence.place.start)
        first.setdefault(sentence.place.block, sentence.index)
    return tuple(
        replace(
            citation, sentence=first[citation.block] + max(bisect_left(starts[citation.block], citation.offset) - 1, 0)
        )
        if citation.block in starts
        else replace(citation, sentence=None)
        for citation in citations
    )


def _typed_number(key: str) -> int | None:
    match = _NO_REFERENCE.fullmatch(key)
    return int(match.group(1)) if match else None


def _superscript(text: str, start: int, end: int) -> Typed | None:
    """Return the marker that a `sup` element makes, or None when it holds a power, an ordinal or a formula."""
    label = text[start:end].strip()
    if not _NUMBERS_ALONE.fullmatch(label) or not _may_carry_raised(_before(text, start).rstrip()):
        return None
    return Typed(end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()), label, numbers_in(label))


def _before(text: str, position: int) -> str:
    """Return as much of the text before `position` as it takes to see what a marker stands after."""
    return text[max(position - 40, 0) : position]


def _stands_as_marker(text: str, match: re.Match[str]) -> bool:
    before = _before(text, match.start())
    kind = match.lastgroup
    if kind == "raised":
        return _may_carry_raised(before)
    if kind == "star":
        # "5*3" and "5 *3" are products; a star that opens a line or stands in the open introduces a footnote.
        return bool(before.strip()) and not before.rstrip()[-1].isdigit() and before[-1] not in "*(["
    if kind == "bracket":
        word = _WORD_BEFORE.search(before)
        return word is None or len(word.group()) > 1 or word.group().isupper()
    return before[-1:].isspace() and before.strip()[-1:] not in ("", ":")


def _may_carry_raised(before: str) -> bool:
    """Whether a raised figure after this text can be a marker: after a word or closing punctuation, not after a
    unit."""
    if not before or before[-1].isspace() or before[-1].isdigit() or before[-1] in "⁻⁺^([{":
        return False
    word = _WORD_BEFORE.search(before)
    return word is None or (len(word.group()) > 1 and word.group() not in _UNITS)
