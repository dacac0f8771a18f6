"""Names as a credit prints them: "Dr. Jane Q. Doe PhD, Chemist, Atelier" to a person."""

import re
from collections.abc import Sequence

from articles.manuscript import Person

_TITLES = frozenset({
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "rev",
    "revd",
})  # fmt: skip
_DEGREES = frozenset({
    "phd", "dphil", "md", "do", "dds", "dvm", "msc", "bsc", "ma", "ba", "bs", "ms", "mba", "mph",
    "rn", "frcp", "frcs", "jd", "llm", "llb", "pharmd", "esq", "cpa", "mbe", "obe", "cbe",
})  # fmt: skip
_PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "du", "da", "di", "del", "della", "dos", "la", "le", "el",
    "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur", "und", "y",
})  # fmt: skip
_AND = re.compile(r"\s+(?:and|und|et|&|y)\s+")
_MOST_WORDS = 6


def credited(text: str, role: str) -> list[Person]:
    """Return the people in a credit, in order; [] where the words are no names.

    What follows one person's name after a comma is where that person works. "A, B and C" are three people.
    """
    parts = [part.strip() for part in text.strip(" .").split(",")]
    several = _AND.split(parts[-1]) if len(parts) > 1 else _AND.split(parts[0])
    if len(several) > 1 and all(_person(part, role) for part in [*parts[:-1], *several]):
        people = [_person(part, role) for part in [*parts[:-1], *several]]
    else:
        first = _AND.split(parts[0])
        degrees = [part for part in parts[1:] if _is_degree(part)]
        work = ", ".join(part for part in parts[1:] if not _is_degree(part))
        people = [_person(name, role, degrees, work) for name in first]
    return [person for person in people if person] if all(people) else []


def mentions(person: Person, words: Sequence[str]) -> bool:
    """Whether one of the words is a part of the person's name, three letters or longer."""
    parts = {part for part in map(_bare, person.name.split()) if len(part) > 2 and part not in _PARTICLES}
    return any(_bare(word) in parts for word in words)


def introduced(text: str) -> Person | None:
    """Return the person whose name a sentence opens with, as biographies do ("Jane Doe lives in Ghent."), or None."""
    words = text.split(None, _MOST_WORDS + 1)
    end = next((at for at, word in enumerate(words) if word.islower() and word not in _PARTICLES), 0)
    people = credited(" ".join(words[:end]), "author") if end > 1 and not words[end - 1].endswith((",", ".")) else []
    return people[0] if len(people) == 1 and " " in people[0].name else None


def has_degree(person: Person) -> bool:
    """Whether the person's credentials hold a degree, not only a title."""
    return any(_bare(word) in _DEGREES - _TITLES for word in person.credentials.split())


def _person(text: str, role: str, degrees: Sequence[str] = (), work: str = "") -> Person | None:
    words = text.split()
    titles = [word for word in words if _bare(word) in _TITLES and word == words[0]]
    words = words[len(titles) :]
    letters = [word for word in words[1:] if _is_degree(word)]
    name = [word for word in words if word not in letters]
    if not (0 < len(name) <= _MOST_WORDS and all(map(_is_name, name)) and any(word[0].isupper() for word in name)):
        return None
    return Person(" ".join(name), " ".join([*titles, *letters, *degrees]), role, work)


def _is_degree(word: str) -> bool:
    return _bare(word) in _DEGREES and word[:1].isupper()


def _is_name(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    return letters.isalpha() and (word[0].isupper() or word.lower() in _PARTICLES or not word.isascii())


def _bare(word: str) -> str:
    """Return a word without the full stops, commas and possessive that may hang on it, in lower case."""
    return word.strip("“”\"(),;:.'’").replace(".", "").lower().removesuffix("'s").removesuffix("’s")
