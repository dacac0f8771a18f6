"""What exporters are given: an edition as a value, with what stands around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urljoin

from references.csl import SourceData

# What is printed where somebody disclosed nothing.
NONE_DECLARED = "None declared."


def spoken(day: date) -> str:
    """Return a day as readers like it: "3 February 2026"."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody credited with the text, as readers see them: plain texts, but for `bio`, which is stored markup."""

    name: str
    role: str = "author"
    credentials: str = ""
    affiliation: str = ""
    bio: str = ""
    disclosure: str = ""
    orcid: str = ""

    @property
    def orcid_address(self) -> str:
        return f"https://orcid.org/{self.orcid.rpartition('/')[2]}" if self.orcid else ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What readers are told about the edition: its kind (correction, retraction), the day, plain text."""

    kind: str
    day: date
    text: str

    @property
    def head(self) -> str:
        return f"{self.kind.capitalize()}, {spoken(self.day)}"


@dataclass(frozen=True, slots=True)
class Published:
    """An edition as its exporters see it: plain texts, but for `body`, which is stored markup.

    `references` are the printed list: entry n stands at index n - 1 and holds its works in order. `numbers` gives the
    numbers that a citation shows, by the keys that it names. `address` is where readers find the article, `home` the
    magazine's own address.
    """

    title: str
    body: str
    slug: str
    address: str
    magazine: str
    home: str
    number: int
    first_day: date
    day: date
    standfirst: str = ""
    language: str = "en"
    topics: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    references: tuple[tuple[SourceData, ...], ...] = ()
    numbers: Mapping[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    @property
    def sources(self) -> tuple[SourceData, ...]:
        """The works of all references, each once, in their order."""
        return tuple(dict.fromkeys(work for entry in self.references for work in entry))

    @property
    def retracted(self) -> bool:
        return any(notice.kind == "retraction" for notice in self.notices)

    @property
    def full_title(self) -> str:
        """The title as readers see it: a retracted article says so in front."""
        return f"Retracted: {self.title}" if self.retracted else self.title

    def absolute(self, address: str) -> str:
        """Return the full form of an address that stands in the text."""
        return urljoin(self.address, address)
