"""Which works one pasted string holds, and where one ends and the next begins."""

import re

from references.formats.raw import dates, names

_NUMBER = re.compile(
    r"^[\s\ufeff\u200b]*(?:[•·–-]\s+)?(?:(?:\[\d{1,4}\][.:]?|\(\d{1,3}\)|\*?\d{1,4}[.)](?=\s|$|[^\W\d_]{2})|\*\d{1,3}|\d{1,3}(?=\s+[^\W\d_]))\s*)?"
)
# Where a work may end: a colon or semicolon with space round it, or a full stop.
_JOINT = re.compile(r"\s+:\s*(?=\S)|;\s+|(?<=[.\])])\s+(?=\S)")
_DATED = re.compile(rf"(?<!\d){dates.YEAR}(?!\d)|\d[/.]\d{{1,2}}[/.]\d\d")
# A work has at least a name, a title and a date: fewer letters and words than these hold no such three. Less is enough
# where a colon with space round it follows a full stop or a year: hardly a title has one there.
_SHORTEST, _WORDS = 25, 3
_SHORTEST_SURE, _WORDS_SURE = 15, 1
_ENDED = re.compile(r"[.\d)\]]\s+:\s*")
# How much of a text is looked at for the names that it begins with: more than fifty of them.
_NAMES = 1_000


def without_number(text: str) -> str:
    """Return a reference without its bullet or number in the list: "3. ", "[3] ", "(3) ", "*3 " or "3 "."""
    return _NUMBER.sub("", text, count=1).strip()


def split(text: str) -> tuple[str, ...]:
    """Return the works of one string, in order. They part only where what follows begins with somebody's name and both
    sides are dated, so that a title with a colon or `2021;89(7):1619-1626` stays whole."""
    works: list[str] = []
    start = 0
    for joint in _JOINT.finditer(text):
        dated = _DATED.search(text, start, joint.start()) and _DATED.search(text, joint.end())
        ended = bool(_ENDED.match(text, joint.start() - 1)) if joint.start() else False
        before, after = text[start : joint.start()], text[joint.end() :]
        if dated and _is_work(before, ended=ended) and _begins_work(after, sure=":" in joint[0], ended=ended):
            works.append(before.strip())
            start = joint.end()
    works.append(text[start:].strip())
    return tuple(filter(None, works))


def _is_work(text: str, *, ended: bool = False) -> bool:
    """Whether a dated text could be a work whole: words enough for a title behind the names that it begins with."""
    after = text[names.people(text[:_NAMES]).end :]
    shortest, words = (_SHORTEST_SURE, _WORDS_SURE) if ended else (_SHORTEST, _WORDS)
    return len(text) >= shortest and len(re.findall(r"[^\W\d_]{2,}", after)) >= words


def _begins_work(text: str, *, sure: bool, ended: bool) -> bool:
    """Whether a dated text begins with a name and is a work. A full stop or a semicolon parts less surely than a colon:
    behind them the surname must come first, as in a list, and editors ("In Doe, J. (Ed.)") begin no work."""
    found = names.people(text[:_NAMES])
    if not found.people or (not sure and found.editors):
        return False
    surname_first = text.startswith((found.people[0].family, f"{found.people[0].particle} "))
    return (sure or surname_first) and _is_work(text, ended=ended)
