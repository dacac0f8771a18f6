"""How each sentence stands under a policy: what it asks for, what covers it, and whether it blocks."""

from collections.abc import Iterator, Mapping, Sequence

from articles.checks.policy import Coverage, Policy, RulingKind
from articles.checks.report import Standing
from articles.manuscript import Citation, Cover, Manuscript, Outcome, Sentence
from articles.text import coverage
from articles.text.claims import needs_own_source, outcome

_CERTAIN = (Cover.SENTENCE, Cover.LIST, Cover.TABLE)


def standings(manuscript: Manuscript, policy: Policy, rulings: Mapping[str, RulingKind]) -> tuple[Standing, ...]:
    """Return the standing of each sentence, in order. `rulings` are by the sentence's folded text."""
    return tuple(
        _standing(sentence, covers, policy, rulings.get(sentence.folded))
        for sentence, covers in zip(manuscript.sentences, _covers(manuscript), strict=True)
    )


def held_keys(manuscript: Manuscript) -> frozenset[str]:
    """Return the keys that the references hold. A marker with any other key points nowhere."""
    return frozenset(source.key for reference in manuscript.references for source in reference.sources)


def _standing(sentence: Sentence, covers: Sequence[Cover], policy: Policy, ruling: RulingKind | None) -> Standing:
    asked = outcome(sentence.score, policy.sensitivity)
    confirmed = ruling is RulingKind.SAME_SOURCE
    covered_by = _nearest(covers, policy, confirmed=confirmed and not needs_own_source(sentence.reasons))
    open_guess = covered_by is Cover.INFERRED and policy.strict and not confirmed
    taken_out = ruling is not None and ruling.takes_out
    return Standing(
        sentence=sentence.index,
        outcome=asked,
        cited=Cover.SENTENCE in covers,
        covered_by=covered_by,
        flagged=asked is Outcome.NEEDS and not taken_out and (covered_by is None or open_guess),
        wider=covered_by is None and Cover.PARAGRAPH in covers,
        ruling=ruling,
    )


def _nearest(covers: Sequence[Cover], policy: Policy, confirmed: bool) -> Cover | None:
    """Return the nearest way that counts; what is certain goes before what is only inferred.

    The paragraph's last citation counts where the policy says so, and where a person has confirmed it.
    """
    counting = [way for way in _CERTAIN if way in covers]
    counting += [Cover.PARAGRAPH] if policy.coverage is Coverage.PARAGRAPH else []
    counting += [Cover.INFERRED]
    counting += [Cover.PARAGRAPH] if confirmed else []
    return next((way for way in counting if way in covers), None)


def _covers(manuscript: Manuscript) -> Iterator[tuple[Cover, ...]]:
    """Yield the ways to each sentence, less those that start from a marker which points nowhere: it covers nothing."""
    held = held_keys(manuscript)
    sound: list[Citation] = []
    nowhere: list[Citation] = []
    for citation in manuscript.citations:
        (nowhere if held.isdisjoint(citation.keys) else sound).append(citation)
    again = coverage.covered(manuscript.sentences, manuscript.blocks, sound) if nowhere else manuscript.sentences
    # A manuscript does not say which row of a table is its header: a table without such a marker keeps its cover.
    groups = {manuscript.blocks[citation.block].group for citation in nowhere}
    for before, after in zip(manuscript.sentences, again, strict=True):
        lost = set(before.covers) - set(after.covers)
        if manuscript.blocks[before.place.block].group not in groups:
            lost.discard(Cover.TABLE)
        yield tuple(way for way in before.covers if way not in lost)
