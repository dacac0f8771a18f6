"""Pasted reference strings: what somebody typed or copied into a list of references."""

from references.csl import SourceData
from references.formats.raw.entry import read
from references.formats.raw.works import split, without_number

__all__ = ["parse", "split", "without_number"]

# Nothing longer is one reference; to look for works in it would take long and find nonsense.
LONGEST = 5_000


def parse(text: str, *, numbered: bool = True) -> tuple[SourceData, ...]:
    """Return the works that one pasted reference names, in order; () where the text is blank.

    A work whose title cannot be told keeps its whole string in `note`, and so does a string of over 5,000 characters.
    The string may still carry its number ("3. ", "[3] "), unless `numbered` says that it cannot: a title may begin
    with one.
    """
    if len(text) > LONGEST:
        return (SourceData(note=text.strip()),)
    return tuple(read(work) for work in split(without_number(text) if numbered else text.strip()))
