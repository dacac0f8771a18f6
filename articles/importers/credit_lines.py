"""Credit lines: a line that credits people, "Written by A | Reviewed by B | Updated 3 May 2024", to these people."""

import re

from articles.importers.furniture import is_furniture
from articles.importers.names import credited, has_degree
from articles.manuscript import Person
from references.formats.raw.dates import DATE

# What opens a credit, by the role that it gives. A byline is the one that may be the beginning of any line.
_CREDITS = {
    role: re.compile(rf"(?:{words}) ", re.IGNORECASE)
    for role, words in {
        "author": r"authors?:|(?:contribut(?:ion|ed)|words|text|story|written|article|report(?:ed)?)(?: by:?|:)",
        "interviewer": r"interview(?:ed)?(?: by:?|:)",
        "photographer": r"(?:photo(?:graph)?s?|photography|pictures)(?: by:?|:)",
        "illustrator": r"(?:illustrat(?:ions?|ed)|drawings)(?: by:?|:)",
        "translator": r"translat(?:ion|ed)(?: by:?|:)",
        "editor": r"edited by:?",
        "reviewer": r"(?:(?:medically|clinically|scientifically|fact|expert)[- ])?(?:reviewed|checked) by:?",
    }.items()
}
_BYLINE = re.compile(r"(?:by|von|par):? ", re.IGNORECASE)
# A date in a credit says when, not who.
_WHEN = re.compile(rf"^(?:(?:posted|published|written) )?(?:on )?{DATE},? |,? (?:(?:on|am) )?{DATE}$", re.IGNORECASE)
# Between the parts of a line that credits several people in several roles.
_PARTED = re.compile(r"\s*\|\s*|\s+[•·–—-]\s+")
LONGEST = 200


def opens_credit(text: str) -> bool:
    """Whether a line that may stand anywhere ("Contribution by ...") credits somebody."""
    return bool(people_in(text, near_top=False))


def opens_byline(text: str) -> bool:
    """Whether a line credits somebody where it stands at the top ("By Jane Doe")."""
    return bool(people_in(text, near_top=True))


def people_in(text: str, *, near_top: bool) -> list[Person]:
    """Return the people whom a line credits; [] where it is no credit. It may say besides when the text was written.

    Near the top "By Jane Doe" and "Jane Doe, PhD" are credits too; further down the same words may be anything.
    """
    if len(text) > LONGEST:
        return []
    found: list[Person] = []
    for part in _PARTED.split(text):
        people = _one_credit(_WHEN.sub("", part), near_top)
        if not people and not is_furniture(part):
            return []
        found += people
    return found


def says_more(text: str) -> bool:
    """Whether a line that credits people says something else of the page besides, such as when it was updated."""
    return any(is_furniture(part) or _WHEN.search(part) for part in _PARTED.split(text))


def _one_credit(text: str, near_top: bool) -> list[Person]:
    openings = {role: pattern.match(text) for role, pattern in _CREDITS.items()}
    role, opening = next(((role, match) for role, match in openings.items() if match), ("author", None))
    if opening is None and near_top:
        opening = _BYLINE.match(text)
    if opening:
        return credited(text[opening.end() :], role)
    # A name with a degree behind it is a credit without any word that says so.
    people = credited(text, role) if near_top else []
    return people if all(map(has_degree, people)) else []
