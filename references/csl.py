"""A source in CSL's terms: one work, as an item of CSL-JSON 1.0.2 describes it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

# A source's key, in the text's markers and for ever: as in a BibTeX file, but in lower case.
KEY_PATTERN = r"[a-z][a-z0-9-]{0,63}"

# Text variables that have a field of their own, by CSL's name. Everything else that an item holds is kept in `other`.
_TEXTS = {
    "title": "title",
    "container-title": "container_title",
    "publisher": "publisher",
    "publisher-place": "publisher_place",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "edition": "edition",
    "language": "language",
    "note": "note",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
}
# Latin letters that Unicode does not take apart into a plain letter and its mark.
_LATIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th", "ð": "d"}
)
_NAMES = {"author": "authors", "editor": "editors"}
_DATES = {"issued": "issued", "accessed": "accessed"}
_NAME_PARTS = {
    "family": "family",
    "given": "given",
    "non-dropping-particle": "particle",
    "dropping-particle": "dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A person or, in `literal`, an organisation. `particle` sorts with the family name (de Leeuw), the
    dropping one does not.

    `csl` is the name's own CSL-JSON where it says more than these fields.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    csl: str = ""

    def __str__(self) -> str:
        parts = (self.given, self.dropping_particle, self.particle, self.family, self.suffix)
        return self.literal or " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Date:
    """A date as exact as it is known: month (1 to 12) and day (1 to 31) are 0 where it is not; `literal` is
    words.

    Of a range this is the first day. `csl` is the date's own CSL-JSON where it says more than these fields or says it
    in another way: a range, a season, "circa", a year written as text.
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    literal: str = ""
    csl: str = ""


@dataclass(frozen=True, slots=True)
class SourceData:
    """One work. Texts are plain; identifiers are normalised by references.identifiers; `type` is an item type
    of CSL's.

    `other` holds what an item says beyond these fields, by CSL's name, each value as JSON: nothing is lost on the way
    through. `key` is "" until the work has one.
    """

    key: str = ""
    type: str = "document"
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    issued: Date | None = None
    accessed: Date | None = None
    container_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    edition: str = ""
    language: str = ""
    note: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    issn: str = ""
    url: str = ""
    other: tuple[tuple[str, str], ...] = ()

    @property
    def year(self) -> int | None:
        return self.issued.year if self.issued else None

    def to_csl(self) -> dict[str, Any]:
        """Return the work as a CSL-JSON item: `id` first where it has a key, then `type`, then what is known of it."""
        item: dict[str, Any] = {"id": self.key} if self.key else {}
        item["type"] = self.type
        texts = {variable: getattr(self, field) for variable, field in _TEXTS.items()}
        names = {variable: [_name_to_csl(name) for name in getattr(self, field)] for variable, field in _NAMES.items()}
        dates = {variable: _date_to_csl(getattr(self, field)) for variable, field in _DATES.items()}
        item |= {variable: value for variable, value in {**texts, **names, **dates}.items() if value}
        return item | {variable: json.loads(value) for variable, value in self.other}

    @classmethod
    def from_csl(cls, item: Mapping[str, Any]) -> SourceData:
        """Return the work that a CSL-JSON item describes. What has no field, or not CSL's shape, goes to `other`.

        `to_csl` gives the item back as it was, but for a number, which comes back as text, and a missing `type`.
        """
        known: dict[str, Any] = {}
        other: list[tuple[str, str]] = []
        for variable, value in item.items():
            read = _read(variable, value)
            if read is None:
                other.append((variable, _json(value)))
            else:
                known |= read
        return cls(**known, other=tuple(other))


def _read(variable: str, value: object) -> dict[str, Any] | None:
    """Return the fields that a variable fills, or None where it has none or its value is of another shape."""
    if variable in ("id", "type") and isinstance(value, str) and value:
        return {"key" if variable == "id" else "type": value}
    if variable in _TEXTS and isinstance(value, str) and value:
        return {_TEXTS[variable]: value}
    if variable in _TEXTS and isinstance(value, int) and not isinstance(value, bool):
        # CSL lets a number be written as a number or as text and means the same.
        return {_TEXTS[variable]: str(value)}
    if variable in _NAMES and isinstance(value, list) and value and all(isinstance(name, Mapping) for name in value):
        return {_NAMES[variable]: tuple(map(_name_from_csl, value))}
    if variable in _DATES and isinstance(value, Mapping) and value:
        return {_DATES[variable]: _date_from_csl(value)}
    return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _name_to_csl(name: Name) -> dict[str, Any]:
    if name.csl:
        return dict(json.loads(name.csl))
    return {part: value for part, field in _NAME_PARTS.items() if (value := getattr(name, field))}


def _name_from_csl(value: Mapping[str, Any]) -> Name:
    parts = {_NAME_PARTS[part]: text for part, text in value.items() if part in _NAME_PARTS and isinstance(text, str)}
    name = Name(**parts)
    return name if _name_to_csl(name) == value else replace(name, csl=_json(value))


def _date_to_csl(date: Date | None) -> dict[str, Any]:
    if date is None:
        return {}
    if date.csl:
        return dict(json.loads(date.csl))
    literal = {"literal": date.literal} if date.literal else {}
    if date.year is None:
        return literal
    parts = [date.year, *([date.month] if date.month else []), *([date.day] if date.month and date.day else [])]
    return {"date-parts": [parts]} | literal


def _date_from_csl(value: Mapping[str, Any]) -> Date:
    literal = value.get("literal")
    date = Date(*_first_day(value.get("date-parts")), literal=literal if isinstance(literal, str) else "")
    return date if _date_to_csl(date) == value else replace(date, csl=_json(value))


def _first_day(parts: object) -> tuple[int | None, int, int]:
    """Return year, month and day of the first of some date-parts, as far as they are numbers that a calendar has."""
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers: list[int] = []
    for part in first[:3]:
        if isinstance(part, bool) or not re.fullmatch(r"-?\d{1,5}", str(part), re.ASCII):
            break
        numbers.append(int(part))
    year, month, day = (*numbers, 0, 0, 0)[:3]
    # Months 13 to 24 are seasons.
    month = month if 1 <= month <= 12 else 0
    return year if numbers else None, month, day if month and 1 <= day <= 31 else 0


def citation_key(source: SourceData, taken: Collection[str] = ()) -> str:
    """Return a key for the work that is not among `taken`: the first author's family name and the year, then a counter.

    `cha2020`, `cha2020-2`; without an author in Latin letters the title's first long word; without a year no year.
    The stem has no hyphen but a counter's, so that a key never looks like `no-reference-1`.
    """
    people = source.authors or source.editors
    first = next((name.family or name.literal or name.given for name in people), "")
    word = _ascii_word(first) or _ascii_word(source.title) or "source"
    stem = word[:40] + (str(abs(source.year)) if source.year else "")
    key, count = stem, 1
    while key in taken:
        count += 1
        key = f"{stem}-{count}"
    return key


def _ascii_word(text: str) -> str:
    """Return the first word of three letters or more, else the first word, in lower-case ASCII letters."""
    plain = unicodedata.normalize("NFKD", text.translate(_LATIN)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain)
    return next((word for word in words if len(word) > 2), words[0] if words else "")
