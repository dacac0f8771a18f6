"""What an importer gives: the manuscript, its stored markup, and what was lost or guessed on the way."""

from dataclasses import dataclass

from articles.manuscript import Manuscript


class Unreadable(ValueError):
    """The file cannot be read; the message is a sentence that says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A piece of the file that was dropped or guessed at: its line (1-based), the piece itself, and why."""

    line: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A file as it was read. `markup` is the body as stored markup; parsing it again gives the manuscript's blocks.

    `source` is the file's own text, in which places are counted: lines end with "\\n", a byte order mark is gone.
    """

    manuscript: Manuscript
    markup: str
    source: str
    losses: tuple[Loss, ...] = ()
