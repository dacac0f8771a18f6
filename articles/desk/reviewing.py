"""What a fact-checker has before them: each claim of the head with its reasons, sources and rulings."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import timezone

from articles import checks, gate
from articles.checks import Finding, Severity, Standing
from articles.content import content, hash_of
from articles.manuscript import Cover, Manuscript, Outcome, Sentence
from articles.models import Article, Claim, Revision, Ruling, Step, Waiver
from articles.text.claims.reasons import REASONS
from articles.text.folding import folded
from references.entry import plain, short_name

# The status vocabulary: its word, icon and tone.
_UNCITED = ("Needs a source", "circle-alert", "warn")
_INFERRED = ("Probably its neighbour’s source", "link", "info")
_WAIVED = ("Waived", "ban", "waive")
_CITED = ("Cited", "circle-dot", "info")
_NO_CLAIM = ("Not a claim", "dot", "")
_PERHAPS = ("Perhaps a claim", "dot", "")
_REMARKED = ("Problem", "triangle-alert", "bad")


@dataclass(frozen=True)
class Cited:
    """A source that a sentence cites, and where in it."""

    name: str
    html: str
    locator: str
    key: str


@dataclass
class Card:
    """A claim as it is decided on. `claim` is its row in the ledger, None where nobody can rule on it."""

    text: str
    status: tuple[str, str, str]
    reasons: list[str] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    claim: Claim | None = None
    waiver: Waiver | None = None
    ruling: Ruling | None = None
    may_share: bool = False
    flagged: bool = False

    @property
    def asked(self) -> bool:
        """Whether somebody has asked for a waiver and nobody has answered."""
        return self.waiver is not None and self.waiver.granted is None

    @property
    def open(self) -> bool:
        """Whether the check waits for a source or a ruling."""
        return self.flagged or self.may_share

    @property
    def to_decide(self) -> bool:
        return self.open or self.asked


@dataclass(frozen=True)
class Sheet:
    """A review: the claims to decide first, the rest, and what was found beside them."""

    to_decide: list[Card]
    rest: list[Card]
    report: checks.Report

    @property
    def blocks(self) -> int:
        return sum(finding.severity is Severity.BLOCK for finding in self.report.findings)


def sheet(article: Article, revision: Revision) -> Sheet:
    """Return the review of a revision; a fixed number of queries, however long the text."""
    seen = content(article, revision)
    report = gate.report(article, revision, seen)
    ledger = _Ledger(article, revision)
    by_sentence: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_sentence[finding.sentence].append(finding)
    cited = _cited(seen.manuscript)
    cards = [_about_a_line(finding, ledger) for finding in by_sentence[None]]
    for sentence, standing in zip(seen.manuscript.sentences, report.standings, strict=True):
        if standing.outcome is Outcome.NEEDS or by_sentence[sentence.index] or ledger.ruled(sentence.folded):
            cards.append(_card(sentence, standing, cited[sentence.index], by_sentence[sentence.index], ledger))
    first = [card for card in cards if card.to_decide]
    return Sheet(first, [card for card in cards if not card.to_decide], report)


def _card(
    sentence: Sentence, standing: Standing, cited: list[Cited], findings: list[Finding], ledger: "_Ledger"
) -> Card:
    claim, waiver, ruling = ledger.of(sentence.folded)
    guessed = standing.covered_by is Cover.INFERRED and standing.ruling is None and standing.outcome is Outcome.NEEDS
    return Card(
        text=sentence.text,
        status=_status(standing, findings),
        reasons=[REASONS[code].explanation for code in sentence.reasons if code in REASONS],
        cited=cited,
        findings=findings,
        claim=claim,
        waiver=waiver,
        ruling=ruling,
        may_share=guessed,
        flagged=standing.flagged or any(finding.severity is Severity.BLOCK for finding in findings),
    )


def _about_a_line(finding: Finding, ledger: "_Ledger") -> Card:
    """Return a card for what was found on the text as a whole, a heading or a reference."""
    claim, waiver, ruling = ledger.of(folded(finding.excerpt)) if finding.excerpt else (None, None, None)
    blocks = finding.severity is Severity.BLOCK
    status = _REMARKED if blocks else ("To look at", "info", "warn")
    text = finding.excerpt or "The text as a whole"
    return Card(text, status, findings=[finding], claim=claim, waiver=waiver, ruling=ruling, flagged=blocks)


def _status(standing: Standing, findings: list[Finding]) -> tuple[str, str, str]:
    if standing.ruling and standing.ruling.takes_out:
        return _WAIVED if standing.ruling is checks.RulingKind.WAIVER else _NO_CLAIM
    if standing.flagged:
        return _UNCITED if standing.covered_by is None else _INFERRED
    if any(finding.severity is Severity.BLOCK for finding in findings):
        return _REMARKED
    if standing.outcome is not Outcome.NEEDS:
        return _PERHAPS if standing.outcome is Outcome.MAYBE else _NO_CLAIM
    return _INFERRED if standing.covered_by is Cover.INFERRED and not standing.ruling else _CITED


def _cited(manuscript: Manuscript) -> defaultdict[int | None, list[Cited]]:
    """Return what each sentence's own markers name."""
    works = {source.key: source for entry in manuscript.references for source in entry.sources}
    found: defaultdict[int | None, list[Cited]] = defaultdict(list)
    for citation in manuscript.citations:
        for at, key in enumerate(citation.keys):
            locator = citation.locators[at] if at < len(citation.locators) else ""
            if work := works.get(key):
                found[citation.sentence].append(Cited(short_name(work), plain(work), locator, key))
    return found


class _Ledger:
    """The claims of a revision with what was ruled on each, read in three queries."""

    def __init__(self, article: Article, revision: Revision) -> None:
        standing = Claim.objects.filter(article=article, last_seen__number__gte=revision.number)
        self.claims = {claim.folded_hash: claim for claim in standing}
        waivers = Waiver.objects.running(timezone.now(), asked_too=True).filter(claim__article=article)
        self.waivers = {each.claim_id: each for each in waivers.select_related("asked_by", "decided_by").order_by("pk")}
        ruled = Ruling.objects.filter(claim__article=article, revoked_by=None).select_related("by").order_by("pk")
        self.rulings = {ruling.claim_id: ruling for ruling in ruled}

    def ruled(self, text: str) -> bool:
        """Whether somebody has asked or ruled something of a text, whatever the check asks of it."""
        _, waiver, ruling = self.of(text)
        return bool(waiver or ruling)

    def of(self, text: str) -> tuple[Claim | None, Waiver | None, Ruling | None]:
        claim = self.claims.get(hash_of(text))
        return (claim, self.waivers.get(claim.pk), self.rulings.get(claim.pk)) if claim else (None, None, None)


def last_read(article: Article) -> Revision | None:
    """Return the newest revision before the head that was approved or published: what a reviewer compares with."""
    approved = Step.objects.filter(article=article, name__in=[Step.Name.APPROVE, Step.Name.PUBLISH])
    newest = approved.exclude(revision=article.head_id).select_related("revision__author").order_by("-number").first()
    return newest.revision if newest else None
