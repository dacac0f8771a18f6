"""Promotional blocks: an advertisement that was pasted with the text around it."""

import re
from collections.abc import Sequence

from articles.importers.headings import is_open
from articles.importers.lines import Line

# What advertisements say and articles seldom do. One of these is asked for besides the shape: a name, a slogan, praise
# of the name.
_SELLS = re.compile(
    r"\b(?:order|buy|shop|try|book|call|get) (?:\w+ ){0,5}(?:today|now)\b|\d ?% off\b|\buse (?:the )?code\b"
    r"|\bclinically (?:proven|tested)\b|\b100 ?%|\bcontains? no\b|\bfree (?:from|of|trial|delivery|shipping)\b"
    r"|\b(?:specially|specifically) designed\b|\bnumber one\b|\bmoney[- ]back\b|\bavailable (?:now|from|at)\b"
    r"|\brecommended by\b",
    re.IGNORECASE,
)
_LONGEST = 80
LENGTH = 3


def starts_at(lines: Sequence[Line], at: int) -> bool:
    """Whether three lines from `at` on are a promotional block: a short name, a short slogan, and a paragraph that
    opens with
    the name's first word and sells.
    """
    if at + LENGTH > len(lines):
        return False
    name, slogan, praise = lines[at : at + LENGTH]
    short = all(is_open(line) and len(line.text) <= _LONGEST for line in (name, slogan))
    return (
        short and _first_word(name) == _first_word(praise) and not is_open(praise) and bool(_SELLS.search(praise.text))
    )


def _first_word(line: Line) -> str:
    return line.text.split(" ", 1)[0].casefold()
