"""C006: a title, a standfirst or a heading makes no claim that is cited nowhere."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.checks.standings import held_keys
from articles.manuscript import Manuscript, Outcome, Place
from articles.text.claims import assess, outcome
from articles.text.folding import folded
from articles.text.sentences import split

_ENDS = (".", "?", "!", "…", ":", '"', "”", "»")


@rule("C006", Severity.WARN, strict=Severity.BLOCK)
def heading_claim(case: Case) -> Iterator[Remark]:
    """Recast it as a question or a topic, or make sure that the text below cites a source for it."""
    told: set[str] = set()
    for kind, text, place in _lines(case.manuscript):
        plain = folded(text)
        score = assess(_as_sentence(plain)).score
        asked = outcome(score, case.policy.sensitivity)
        if asked is Outcome.NEEDS and plain not in told and not case.taken_out(plain):
            told.add(plain)
            message = f"This {kind} makes a claim. Recast it, or make sure that the text cites a source for it."
            yield Remark(message, text, place)


def _lines(manuscript: Manuscript) -> Iterator[tuple[str, str, Place | None]]:
    """Yield what stands above text: the title, the standfirst's sentences, headings without a citation of their own."""
    yield "title", manuscript.title, None
    for start, end in split(manuscript.standfirst, manuscript.language):
        yield "standfirst", manuscript.standfirst[start:end], None
    held = held_keys(manuscript)
    cited = {citation.block for citation in manuscript.citations if not held.isdisjoint(citation.keys)}
    for block in manuscript.blocks:
        if block.is_heading and block.index not in cited:
            yield "heading", block.text, Place(block.index, 0, len(block.text))


def _as_sentence(line: str) -> str:
    """Return a line as the sentence that it would be in the text: without Headline Capitals, with a full stop.

    As it stands, what it claims would mostly pass for a fragment, and its capitals for names.
    """
    words = line.split()
    capitals = sum(word[0].isupper() for word in words)
    if capitals * 2 >= len(words):
        line = line.capitalize()
    return line if not line or line.endswith(_ENDS) else f"{line}."
