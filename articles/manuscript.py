"""The manuscript: the parsed value of a text. Frozen; knows nothing of Django, HTML or policy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from references.csl import SourceData


class Outcome(StrEnum):
    """What a sentence asks for: a source, perhaps one, none."""

    NEEDS = "needs"
    MAYBE = "maybe"
    NONE = "none"


class Cover(StrEnum):
    """How a citation reaches a sentence, from the nearest way to the widest."""

    SENTENCE = "sentence"
    LIST = "list"
    TABLE = "table"
    INFERRED = "inferred"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a block's index and a half-open range of code points in that block's text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text that a reader sees as one piece: a paragraph, heading, list item, table row, caption...

    `name` is the element that gives the text its meaning (`p h2 li tr caption figcaption blockquote img a`...);
    `text` is
    folded to single spaces and holds no citation. An image is a block of its own, with its alternative text; so is
    the title
    of a link. `container` is the class of the call-out around it, or "". `group` numbers the list, table or figure
    that it belongs to, and `lead_in` is the index of the block that introduces that list.
    """

    index: int
    name: str
    text: str
    container: str = ""
    group: int | None = None
    lead_in: int | None = None

    @property
    def is_heading(self) -> bool:
        return self.name in {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A marker: the keys of the sources that it names, a locator for each ("" where none), and the point where it
    stands."""

    block: int
    offset: int
    keys: tuple[str, ...]
    locators: tuple[str, ...] = ()
    label: str = ""
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text, its markers removed and white space folded.

    `score` is the probability, 0 to 1, that it needs a source and `reasons` says why, in the claim vocabulary.
    `covers` are the ways in which a citation reaches it, nearest first: which of them count is for a policy to say.
    `folded` is the text as it is compared: without the invisible, the look-alike and the decorative.
    """

    index: int
    text: str
    place: Place
    score: float
    reasons: tuple[str, ...]
    folded: str
    covers: tuple[Cover, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """An image in the text and the block that is its own; `alt` is None where the text gives none at all and "" where
    it is marked as decoration."""

    block: int
    src: str
    alt: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody credited with the text. Each field is plain text as readers would see it."""

    name: str
    credentials: str = ""
    role: str = "author"
    affiliation: str = ""
    bio: str = ""
    disclosure: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered entry of the bibliography: its sources in order, each with a key, and the label that it was printed
    under."""

    number: int
    sources: tuple[SourceData, ...]
    original_label: str = ""


@dataclass(frozen=True, slots=True)
class TypedMarker:
    """Something in the text that looks like a marker but cites nothing: `*3`, `[3]`, a superscript digit."""

    place: Place
    label: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Manuscript:
    """A text as the checks see it: blocks in reading order, sentences in them, citations between them, references
    after them."""

    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    typed_markers: tuple[TypedMarker, ...] = ()
    images: tuple[Image, ...] = ()
    references: tuple[Reference, ...] = ()
    title: str = ""
    standfirst: str = ""
    language: str = "en"
    topics: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
