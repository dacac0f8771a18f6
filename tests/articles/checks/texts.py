"""Short texts for the checks: sources, markers, and what a rule finds in a text."""

from typing import Any

from articles.checks import DEFAULT, Coverage, Finding, Policy, Report, Ruling, RulingKind, review
from articles.manuscript import Manuscript, Person
from articles.text import parse
from articles.text.claims import Sensitivity
from articles.text.folding import folded
from references.csl import Date, Name, SourceData

STRICT = Policy(sensitivity=Sensitivity.STRICT)
PARAGRAPH = Policy(coverage=Coverage.PARAGRAPH)

CHA = SourceData("cha2020", "book", "Kettles of the North", (Name("Cha", "Mina"),), issued=Date(2020), publisher="Gull")
HU = SourceData("hu2016", "book", "Barley in Water", (Name("Hu", "Lin"),), issued=Date(2016), publisher="Wren")
MEIRA = Person("Meira Solberg", disclosure="None.")

FIGURE = "Tea lowers blood pressure by 5%."
CLAIM = "Barley water lowers cholesterol."
LEANING = "They also cause headaches in older people."
OPINION = "I like my tea black."


def cite(*keys: str) -> str:
    return f'<cite class="cit" data-ref="{" ".join(keys)}">x</cite>'


def text(html: str, sources: tuple[SourceData, ...] = (CHA, HU), **more: Any) -> Manuscript:
    """The manuscript of a text with two known sources, by one contributor who disclosed."""
    return parse(html, sources, **{"people": (MEIRA,), "title": "On tea"} | more)


def findings(code: str, manuscript: Manuscript, policy: Policy = DEFAULT, *rulings: Ruling) -> list[Finding]:
    """What the rule with this code finds."""
    return [finding for finding in review(manuscript, policy, rulings).findings if finding.code == code]


def excerpts(code: str, manuscript: Manuscript, policy: Policy = DEFAULT, *rulings: Ruling) -> list[str]:
    return [finding.excerpt for finding in findings(code, manuscript, policy, *rulings)]


def ruled(kind: RulingKind, sentence: str) -> Ruling:
    return Ruling(kind, folded(sentence), "Because the test says so.")


def flagged(manuscript: Manuscript, report: Report) -> list[str]:
    return [manuscript.sentences[standing.sentence].text for standing in report.standings if standing.flagged]
