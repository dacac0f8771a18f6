"""An article's page: what the template shows, made from the one row that reading.py brings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from selectolax.lexbor import LexborHTMLParser

from articles.models import Notice, Public
from articles.reader import people
from articles.reader.listing import titled
from articles.reader.people import Person
from articles.reader.rows import moment
from articles.reader.trust import Trust, trust
from articles.showing import withheld

WORDS_A_MINUTE = 220
FEWEST_HEADINGS = 3


@dataclass(frozen=True)
class ArticlePage:
    """A page of an edition; `row` is what reading.parsed() returned."""

    row: Mapping[str, Any]

    @cached_property
    def content(self) -> dict[str, Any]:
        """The edition's content, as it may be shown today."""
        return withheld(self.row["content"], self.erased)

    @property
    def erased(self) -> dict[int, str]:
        """Whose data were erased, and what stands in place of their names."""
        return {each["pk"]: each["name"] for each in self.row["erased"]}

    @property
    def title(self) -> str:
        return titled(self.content["title"], self.row["public"])

    @property
    def is_retracted(self) -> bool:
        return bool(self.row["public"] == Public.RETRACTED)

    @property
    def is_newest(self) -> bool:
        return bool(self.row["number"] == self.row["newest"])

    @property
    def editions(self) -> range:
        """The numbers of the editions that there are, the newest first."""
        return range(self.row["newest"], 0, -1)

    @property
    def html(self) -> SafeString:
        """The body and the list of references, safe since the edition was frozen."""
        return mark_safe(self.row["html"])  # noqa: S308 - made by publishing.reader_html from cleaned markup

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.row["html"])

    @cached_property
    def text(self) -> str:
        """The body in plain words, without markers, references and labels."""
        tree = LexborHTMLParser(self.row["html"])
        for node in tree.css("sup.cite, section.references, p.label"):
            node.decompose()
        return " ".join(tree.body.text(separator="").split()) if tree.body else ""

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return ceil(len(self.text.split()) / WORDS_A_MINUTE) or 1

    @property
    def contents(self) -> list[tuple[str, str]]:
        """The anchors and the words of the headings, where there are enough of them to be looked over."""
        headings = self.tree.css("h2[id^=section-], h3[id^=section-]")
        for marker in (each for heading in headings for each in heading.css("sup.cite")):
            marker.decompose()
        found = [(heading.attributes["id"] or "", heading.text(strip=True)) for heading in headings]
        return found if len(found) >= FEWEST_HEADINGS else []

    @cached_property
    def references(self) -> int:
        return len(self.tree.css("section.references > ol > li"))

    @cached_property
    def trust(self) -> Trust:
        return trust(self.row["said"], self.row["waived"], self.text)

    @property
    def bylines(self) -> list[tuple[str, list[Mapping[str, Any]]]]:
        return people.by_role(self.content["bylines"])

    @property
    def people(self) -> list[Person]:
        return people.credited(self.content["bylines"])

    @cached_property
    def reviewer(self) -> Person | None:
        """Whoever approved the edition, where the magazine tells readers who they are."""
        if not self.row["reviewer"]:
            return None
        told = self.row["reviewer"][0]
        return people.person(told | {"slug": "" if told["pk"] in self.erased else told["slug"]}, "Reviewer")

    @property
    def reviewer_name(self) -> str:
        """Their name; of an account alone, the full name that it has. Log-in names are not for readers."""
        own = f"{self.row['first_name']} {self.row['last_name']}".strip()
        return self.reviewer.name if self.reviewer else own or "a fact-checker"

    @property
    def topics(self) -> list[dict[str, str]]:
        """The way to the first of the article's topics, from the root down."""
        topics = self.content["topics"]
        deepest = next((each for each in topics if not self._goes_on(each)), None)
        return [each for each in topics if deepest and f"{deepest['path']}/".startswith(f"{each['path']}/")]

    def _goes_on(self, topic: Mapping[str, str]) -> bool:
        return any(each["path"].startswith(f"{topic['path']}/") for each in self.content["topics"])

    @cached_property
    def notices(self) -> list[dict[str, Any]]:
        """What readers are told: all on the article at its newest edition, its own at an older one; newest first."""
        told = [each for each in self.row["given"] if self.is_newest or each["number"] == self.row["number"]]
        return [each | {"created": moment(each["created"])} for each in told]

    @property
    def withdrawal(self) -> dict[str, Any] | None:
        """The public note of a withdrawn article."""
        given = [each | {"created": moment(each["created"])} for each in self.row["given"]]
        return next((each for each in given if each["kind"] == Notice.Kind.WITHDRAWAL), None)

    @property
    def comments(self) -> list[dict[str, Any]]:
        return [each | {"created": moment(each["created"])} for each in self.row["comments"]]
