"""Two manuscripts compared, by sentence and by word: what stood, moved, changed, came and went."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from rapidfuzz import fuzz

from articles.manuscript import Manuscript, Sentence

# The least likeness, of 100, at which one sentence is another one changed: what the longest common subsequence of
# characters makes of both lengths. Unrelated English sentences stay below 55.
_LIKE = 60.0
# A changed sentence is sought among so many before and after its own place: time must not grow with the text's square.
_REACH = 30
# Sentences of more words than this are compared as wholes, for the same reason.
_MOST_WORDS = 500


class Fate(StrEnum):
    """What became of a sentence from one manuscript to the next."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


class Kept(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words, joined by single spaces, that share a fate."""

    kept: Kept
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence before and after: `before` is None for a new one, `after` for one that is gone."""

    fate: Fate
    before: Sentence | None = None
    after: Sentence | None = None

    @property
    def words(self) -> tuple[Words, ...]:
        """The words of both texts in reading order, what was removed before what was added in its place."""
        return words(self.before.text if self.before else "", self.after.text if self.after else "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All sentences of two manuscripts, each in exactly one pair: the later one's in order, each gone one before the
    next unchanged."""

    pairs: tuple[Pair, ...]

    def having(self, fate: Fate) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.fate is fate)


def compare(before: Manuscript, after: Manuscript) -> Comparison:
    """Return what became of each sentence.

    Unchanged and moved are only those whose folded text is equal to the letter; where one text stands several times,
    its
    sentences are paired in order. The most that kept their order are unchanged, the others moved. Of what is left, two
    sentences between the same unchanged neighbours are one that changed if they are alike, the most alike first.
    """
    old, new = before.sentences, after.sentences
    equal = dict(_equal(old, new))
    stood = _longest_rising(sorted(equal.items()))
    changed = dict(_changed(old, new, equal, stood))
    return Comparison(tuple(_in_order(old, new, equal, stood, changed)))


def words(before: str, after: str) -> tuple[Words, ...]:
    """Return the words of two texts as runs that were kept, removed and added; white space counts for nothing."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > _MOST_WORDS and old != new:
        return tuple(_runs(old, new))
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        run for _, start, end, new_start, new_end in opcodes for run in _runs(old[start:end], new[new_start:new_end])
    )


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Words]:
    if old == new:
        yield Words(Kept.KEPT, " ".join(new))
        return
    if old:
        yield Words(Kept.REMOVED, " ".join(old))
    if new:
        yield Words(Kept.ADDED, " ".join(new))


def _equal(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a new position and the old one that has the same folded text, each used once, the first first."""
    positions: defaultdict[str, deque[int]] = defaultdict(deque)
    for position, sentence in enumerate(old):
        positions[sentence.folded].append(position)
    for position, sentence in enumerate(new):
        if positions[sentence.folded]:
            yield position, positions[sentence.folded].popleft()


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs whose second members rise, of pairs in the order of their first (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(ends[pile - 1] if pile else None)
        tops[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [number]
    rising: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        rising.append(pairs[last])
        last = before[last]
    return rising[::-1]


def _changed(
    old: Sequence[Sentence], new: Sequence[Sentence], equal: dict[int, int], stood: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of a new position and the old one of which it is a change, between one pair that stood and the
    next."""
    taken = set(equal.values())
    for (new_start, old_start), (new_end, old_end) in pairwise([(-1, -1), *stood, (len(new), len(old))]):
        came = [position for position in range(new_start + 1, new_end) if position not in equal]
        went = [position for position in range(old_start + 1, old_end) if position not in taken]
        yield from _alike(old, new, came, went)


def _alike(
    old: Sequence[Sentence], new: Sequence[Sentence], came: Sequence[int], went: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of those that came and those that went, the most alike first, each in one pair at most."""
    likeness = [
        (-score, abs(rank - other), position, went[other])
        for rank, position in enumerate(came)
        for other in range(max(rank - _REACH, 0), min(rank + _REACH + 1, len(went)))
        if (score := fuzz.ratio(new[position].folded, old[went[other]].folded, score_cutoff=_LIKE))
    ]
    used: set[int] = set()
    done: set[int] = set()
    for _, _, position, other in sorted(likeness):
        if position not in done and other not in used:
            done.add(position)
            used.add(other)
            yield position, other


def _in_order(
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    equal: dict[int, int],
    stood: Sequence[tuple[int, int]],
    changed: dict[int, int],
) -> Iterator[Pair]:
    """Yield all pairs in the new order; each gone sentence stands before the next that stood."""
    still = dict(stood)
    left = deque(sorted(set(range(len(old))) - set(equal.values()) - set(changed.values())))
    for position, sentence in enumerate(new):
        if position in still:
            while left and left[0] < still[position]:
                yield Pair(Fate.GONE, before=old[left.popleft()])
            yield Pair(Fate.UNCHANGED, old[still[position]], sentence)
        elif position in equal:
            yield Pair(Fate.MOVED, old[equal[position]], sentence)
        elif position in changed:
            yield Pair(Fate.CHANGED, old[changed[position]], sentence)
        else:
            yield Pair(Fate.NEW, after=sentence)
    yield from (Pair(Fate.GONE, before=old[position]) for position in left)
