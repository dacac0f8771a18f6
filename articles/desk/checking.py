"""The check beside the editor: what the rules say of a text that is being typed, and where in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from articles import gate
from articles.checks import Finding, Report, Severity
from articles.content import Content, content, hash_of
from articles.drafting import Draft
from articles.manuscript import Block, Manuscript, Outcome, Place
from articles.models import Article, Claim, Revision, Waiver
from articles.models.revision import Text
from articles.text.claims import needs_own_source
from articles.text.claims.reasons import REASONS
from articles.text.folding import folded
from articles.text.page import clusters, runs_of
from references import bibliography
from references.csl import SourceData
from references.entry import short_name

# What each way of standing is called, and its icon; of several on one sentence the first holds.
STATUSES = {
    "problem": ("Problem", "triangle-alert", "bad"),
    "uncited": ("Needs a source", "circle-alert", "warn"),
    "inferred": ("To confirm", "circle-dot", "info"),
    "look": ("To look at", "info", "info"),
    "waived": ("Waived", "ban", "waive"),
    "cited": ("Cited", "circle-dot", "info"),
}
_BY_CODE = {"C001": "uncited", "C005": "uncited", "C002": "inferred"}
# What a person may settle by a waiver or a ruling; anything else is mended in the text.
_RULED_ON = frozenset({"C001", "C002", "C005", "C006"})
# Blocks that hang on another, as a link's title does, are no text that the editor shows.
_HANGING = frozenset({"img", "a", "abbr"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text and how it stands; offsets are in UTF-16 units of its block's text, as browsers count."""

    key: str
    block: int
    start: int
    end: int
    text: str
    status: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it is shown: where (a mark's key, or ""), why, and what can be done about it."""

    key: str
    finding: Finding
    status: str
    reasons: tuple[str, ...] = ()
    claim: Claim | None = None
    asked: Waiver | None = None
    citable: bool = False
    confirmable: bool = False
    ruled_on: bool = False

    @property
    def word(self) -> str:
        return STATUSES[self.status][0]

    @property
    def icon(self) -> str:
        return STATUSES[self.status][1]

    @property
    def tone(self) -> str:
        return STATUSES[self.status][2]


@dataclass(frozen=True)
class Check:
    """The report on one text, beside what the ledger knows of its claims."""

    seen: Content
    report: Report
    typed: Text
    numbering: str
    claims: Mapping[str, Claim]
    asked: Mapping[int, Waiver]

    @property
    def manuscript(self) -> Manuscript:
        return self.seen.manuscript

    @cached_property
    def cards(self) -> list[Card]:
        """All findings, in the text's order."""
        return [self._card(finding) for finding in self.report.findings]

    @property
    def to_fix(self) -> list[Card]:
        return [card for card in self.cards if card.finding.severity is Severity.BLOCK]

    @property
    def to_look_at(self) -> list[Card]:
        return [card for card in self.cards if card.finding.severity is not Severity.BLOCK]

    @property
    def waived(self) -> list[Mark]:
        return [mark for mark in self.marks.values() if mark.status == "waived"]

    @property
    def cited(self) -> list[Mark]:
        return [mark for mark in self.marks.values() if mark.status == "cited"]

    @property
    def all_claims(self) -> int:
        return sum(standing.outcome is Outcome.NEEDS for standing in self.report.standings)

    @property
    def resolved(self) -> int:
        return self.all_claims - sum(standing.flagged for standing in self.report.standings)

    @property
    def words(self) -> int:
        return sum(len(block.text.split()) for block in self.manuscript.blocks if block.name not in _HANGING)

    @property
    def minutes(self) -> int:
        """Reading time at 230 words a minute (Brysbaert 2019, silent reading of English non-fiction: 238)."""
        return max(1, round(self.words / 230))

    @cached_property
    def marks(self) -> dict[Place, Mark]:
        """Every sentence that asks for a source or has a finding, and every other place of a finding."""
        status: dict[Place, list[str]] = {}
        for finding in self.report.findings:
            if place := self._place(finding):
                status.setdefault(place, []).append(_status(finding))
        for sentence, standing in zip(self.manuscript.sentences, self.report.standings, strict=True):
            if standing.outcome is Outcome.NEEDS and not standing.flagged:
                taken_out = standing.ruling is not None and standing.ruling.takes_out
                status.setdefault(sentence.place, []).append("waived" if taken_out else "cited")
        worst = {place: min(found, key=list(STATUSES).index) for place, found in status.items()}
        ordered = sorted(worst.items(), key=lambda each: (each[0].block, each[0].start))
        return {place: self._mark(number, place, worst) for number, (place, worst) in enumerate(ordered, start=1)}

    def _mark(self, number: int, place: Place, status: str) -> Mark:
        block = self.manuscript.blocks[place.block]
        start, end = (_utf16(block.text, at) for at in (place.start, place.end))
        refs = [
            key
            for citation in self.manuscript.citations
            if citation.block == place.block and place.start < citation.offset <= place.end
            for key in citation.keys
        ]
        text = block.text[place.start : place.end]
        return Mark(f"m{number}", self._shown[place.block], start, end, text, status, tuple(refs))

    @cached_property
    def _shown(self) -> dict[int, int]:
        """Return where each block stands among those that the editor shows as text."""
        return {block.index: position for position, block in enumerate(self.blocks)} | {
            block.index: -1 for block in self.manuscript.blocks if block.name in _HANGING or not block.text
        }

    @cached_property
    def blocks(self) -> list[Block]:
        return [block for block in self.manuscript.blocks if block.text and block.name not in _HANGING]

    def _place(self, finding: Finding) -> Place | None:
        if finding.sentence is not None:
            return self.manuscript.sentences[finding.sentence].place
        return finding.place

    def _card(self, finding: Finding) -> Card:
        place = self._place(finding)
        sentence = None if finding.sentence is None else self.manuscript.sentences[finding.sentence]
        ruled_on = finding.code in _RULED_ON
        plain = sentence.folded if sentence else folded(finding.excerpt)
        claim = self.claims.get(hash_of(plain)) if ruled_on else None
        standing = self.report.standings[sentence.index] if sentence else None
        leans = bool(standing and (finding.code == "C002" or standing.wider))
        return Card(
            self.marks[place].key if place else "",
            finding,
            _status(finding),
            tuple(REASONS[code].explanation for code in sentence.reasons if REASONS[code].needs) if sentence else (),
            claim,
            self.asked.get(claim.pk) if claim else None,
            citable=sentence is not None and ruled_on,
            confirmable=leans and not (sentence and standing and standing.wider and needs_own_source(sentence.reasons)),
            ruled_on=ruled_on,
        )

    @property
    def numbers(self) -> dict[str, str]:
        """What each marker shows, by the keys that it names: "4,6–8"; "?" where it names no source."""
        typed, standing = clusters(self.typed.body), clusters(self.seen.data["body"])
        known = [[key for key in keys if key in self.seen.data["sources"]] for keys in standing]
        entries = bibliography.numbered(known, self.numbering)
        numbers = [_run(bibliography.number_of(entries, keys)) for keys in known]
        return {" ".join(keys): shown or "?" for keys, shown in zip(typed, numbers, strict=True)}

    @property
    def sources(self) -> list[dict[str, Any]]:
        """What the text cites, as the picker shows it."""
        works = [SourceData.from_csl(item) for item in self.seen.data["sources"].values()]
        return [
            {
                "key": work.key,
                "name": short_name(work),
                "title": work.title or work.note,
                "where": work.container_title or work.publisher,
                "year": work.year,
            }
            for work in works
        ]

    def told(self) -> dict[str, Any]:
        """Return what the browser needs to number the markers, paint the sentences and lead to them."""
        return {
            "checker_version": self.report.engine,
            "blocks": [{"tag": block.name, "text": block.text} for block in self.blocks],
            "claims": [asdict(mark) for mark in self.marks.values() if mark.block >= 0],
            "numbers": self.numbers,
            "sources": self.sources,
            "counts": self.report.counts,
            "gate": {"ok": not self.report.blocks, "blockers": list(_blockers(self.to_fix))},
        }


def check(article: Article, typed: Text | Draft) -> Check:
    """Return the check of a text as if it were the article's next revision; requests for waivers count as granted,
    as they do for sending it to review. Raises TextTooLarge.
    """
    head = article.head
    if not isinstance(typed, Revision):
        said = {name: getattr(typed, name) for name in ("title", "standfirst", "body", "language")}
        typed = Revision(article=article, number=head.number if head else 1, **said)
    seen = content(article, typed)
    report = gate.report(article, typed, seen, asked_too=True)
    claims = {claim.folded_hash: claim for claim in Claim.objects.filter(article=article, last_seen=head)}
    open_ones = Waiver.objects.filter(claim__article=article, claim__last_seen=head, granted=None)
    asked = {waiver.claim_id: waiver for waiver in open_ones}
    return Check(seen, report, typed, article.bibliography.numbering, claims, asked)


def _status(finding: Finding) -> str:
    plain = "problem" if finding.severity is Severity.BLOCK else "look"
    return _BY_CODE.get(finding.code, plain)


def _blockers(cards: Sequence[Card]) -> Iterator[dict[str, Any]]:
    for card in cards:
        yield {"code": card.finding.code, "message": card.finding.message, "claim_keys": [card.key] if card.key else []}


def _run(numbers: Sequence[int]) -> str:
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs_of(sorted(numbers)))


def _utf16(text: str, offset: int) -> int:
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
