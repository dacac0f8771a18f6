"""Dates as reference lists write them."""

import re

from references.csl import Date

_NAMES = (
    ("january", "januar", "janvier", "jan"),
    ("february", "februar", "février", "feb"),
    ("march", "märz", "mars", "mar"),
    ("april", "avril", "apr"),
    ("may", "mai"),
    ("june", "juni", "juin", "jun"),
    ("july", "juli", "juillet", "jul"),
    ("august", "août", "aug"),
    ("september", "septembre", "sept", "sep"),
    ("october", "oktober", "octobre", "oct"),
    ("november", "novembre", "nov"),
    ("december", "dezember", "décembre", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}

YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_SPAN = rf"{_MONTH}(?:\s*[-–/]\s*{_MONTH})?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?(?:\s*[-–]\s*\d{1,2})?"

# One date in one piece of text, from the most exact form to the bare year.
DATE = (
    rf"(?:{YEAR}-\d\d-\d\d|{_DAY}\s+(?:of\s+)?{_SPAN},?\s+{YEAR}|{_SPAN}\s+{_DAY},?\s+{YEAR}|{_SPAN},?\s+{YEAR}"
    rf"|{YEAR},?\s+{_SPAN}(?:\s+{_DAY}(?!\w))?|\d{{1,2}}[/.]\d{{1,2}}[/.](?:{YEAR}|\d\d)(?!\d)|(?<!\d){YEAR}(?:\s*[-–/]\s*(?:{YEAR}|\d\d))?[a-z]?(?!\w))"
)
# The last year that two digits can mean in this century: 69 and later are 1969 and later, as in POSIX strptime.
_LAST_SHORT_YEAR = 68


def read(text: str) -> Date | None:
    """Return the date in a text: day/month/year where it is all digits (08/07/21 is 8 July 2021), or None.

    Where the second number cannot be a month the first is (07/25/2021). Of a range the first year counts.
    """
    if digits := re.search(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)(?!\d)", text):
        return _from_digits(*map(int, digits.groups()))
    if iso := re.search(rf"({YEAR})-(\d\d)-(\d\d)", text):
        return _checked(*map(int, iso.groups()))
    year = re.search(rf"(?<!\d){YEAR}", text)
    if not year:
        return None
    month = re.search(_MONTH, text, re.I)
    if not month:
        return Date(int(year[0]))
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", text.replace(year[0], " " * 4, 1))
    return _checked(int(year[0]), _MONTHS[month[0].rstrip(".").lower()], int(day[0]) if day else 0)


def _from_digits(day: int, month: int, year: int) -> Date:
    if month > 12 >= day:
        day, month = month, day
    if year < 100:
        year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    return _checked(year, month, day)


def _checked(year: int, month: int, day: int) -> Date:
    """Return the date without what no calendar has."""
    if not 1 <= month <= 12:
        return Date(year)
    return Date(year, month, day if 1 <= day <= 31 else 0)
