"""Author-year citations: "(Perez & Ng, 2016; Omar et al., 2020)" and "Whitlock (2012)", by the list that they point
into."""

import re
from collections.abc import Iterator, Sequence

from articles.manuscript import Reference
from articles.text.citations import Typed
from references.csl import Name, SourceData

_YEAR = r"(?:1[5-9]|20)\d\d"
_IN_BRACKETS = re.compile(rf"\(([^()]{{0,300}}?{_YEAR})\)")
_ONE = re.compile(rf"(?:(?:see|cf\.|e\.g\.,?) )?(?P<names>[^\W\d_].*?),? (?P<year>{_YEAR})")
# After the first name others may follow, or what stands for them.
_OTHERS = r"(?:(?:, [^\W\d_][\w'’-]+){0,8},? (?:et al\.?|and colleagues|(?:and|und|&) [^\W\d_][\w'’-]+))?"
_LONGEST_NAME = 80


def author_years(text: str, references: Sequence[Reference]) -> Iterator[Typed]:
    """Yield the citations in `text` that name an author and a year of exactly one reference each, as markers of its
    number. The marker is what stands in brackets, the brackets included.
    """
    known = _by_name_and_year(references)
    for match in _IN_BRACKETS.finditer(text):
        numbers = [_number(part.strip(), known) for part in match[1].split(";")]
        if match[1].isdigit():
            numbers = [_number_before(text[: match.start()][-_LONGEST_NAME:], match[1], known)]
        if all(numbers):
            cited = tuple(dict.fromkeys(number for number in numbers if number))
            yield Typed(match.start(), match.end(), match[0], cited)


def _by_name_and_year(references: Sequence[Reference]) -> dict[tuple[str, str], int]:
    """Return the numbers of the references by first author and year; what two of them share tells neither."""
    found: dict[tuple[str, str], list[int]] = {}
    for reference in references:
        for source in reference.sources:
            for name in _names(source):
                found.setdefault((name, str(source.year)), []).append(reference.number)
    return {key: numbers[0] for key, numbers in found.items() if len(set(numbers)) == 1}


def _names(source: SourceData) -> set[str]:
    """Return what a citation may call a source's author by."""
    first: Name | None = next(iter(source.authors or source.editors), None)
    if first is None:
        return set()
    particle = first.particle or first.dropping_particle
    names = {first.literal, first.family, f"{particle} {first.family}"}
    return {name.strip().casefold() for name in names if name.strip()}


def _number(part: str, known: dict[tuple[str, str], int]) -> int | None:
    match = _ONE.fullmatch(part)
    if not match:
        return None
    first = re.sub(rf"{_OTHERS}$|,.*$", "", match["names"])
    return known.get((first.casefold(), match["year"]))


def _number_before(before: str, year: str, known: dict[tuple[str, str], int]) -> int | None:
    """Return the number of the reference whose author is named right before a year in brackets."""
    words = re.sub(rf"{_OTHERS}$", "", before.rstrip()).split()
    tails = (" ".join(words[at:]).casefold() for at in range(len(words)))
    return next((number for tail in tails if (number := known.get((tail, year)))), None)
