"""Two revisions compared for the eye: what changed, word by word, with the unchanged folded away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from articles.content import content
from articles.manuscript import Citation, Manuscript, Sentence
from articles.models import Article, Revision
from articles.text.compare import Fate, Pair, Words, compare, words
from references.entry import short_name

_CONTEXT = 1  # unchanged sentences shown on either side of a change


@dataclass(frozen=True)
class Row:
    """One line of a comparison: what it is about, its words, and the citations before and after where they differ.
    `folded` are unchanged sentences that are not shown at first.
    """

    what: str
    words: tuple[Words, ...] = ()
    cited_before: tuple[str, ...] = ()
    cited_after: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()

    @property
    def before(self) -> tuple[Words, ...]:
        """The words as they were: those that were kept or removed."""
        return tuple(run for run in self.words if run.kept != "added")

    @property
    def after(self) -> tuple[Words, ...]:
        return tuple(run for run in self.words if run.kept != "removed")

    @property
    def recited(self) -> bool:
        return self.cited_before != self.cited_after


def differences(article: Article, before: Revision, after: Revision) -> list[Row]:
    """Return the rows of a comparison; none where a reader would see no difference in the text."""
    old, new = content(article, before).manuscript, content(article, after).manuscript
    heads = [*_lines("Title", old.title, new.title), *_lines("Standfirst", old.standfirst, new.standfirst)]
    rows = [*heads, *_runs("Heading", _headings(old), _headings(new)), *_runs("Image", _images(old), _images(new))]
    rows += _sentences(old, new)
    return rows if any(row.what != "unchanged" for row in rows) else []


def _lines(what: str, before: str, after: str) -> Iterator[Row]:
    if before != after:
        yield Row(what, words(before, after))


def _runs(what: str, before: list[str], after: list[str]) -> Iterator[Row]:
    """Yield what differs between two lists of short texts, one row each."""
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            gone, come = before[start:end], after[new_start:new_end]
            for at in range(max(len(gone), len(come))):
                yield from _lines(what, "".join(gone[at : at + 1]), "".join(come[at : at + 1]))


def _headings(manuscript: Manuscript) -> list[str]:
    return [block.text for block in manuscript.blocks if block.is_heading]


def _images(manuscript: Manuscript) -> list[str]:
    return [f"{image.alt or 'no alternative text'} ({image.src})" for image in manuscript.images]


def _sentences(old: Manuscript, new: Manuscript) -> Iterator[Row]:
    was, now = _Cited(old), _Cited(new)
    rows = [_row(pair, was.of(pair.before), now.of(pair.after)) for pair in compare(old, new).pairs]
    for unchanged, group in groupby(rows, key=lambda row: row.what == "unchanged"):
        run = list(group)
        yield from _folded(run) if unchanged else run


def _row(pair: Pair, before: tuple[str, ...], after: tuple[str, ...]) -> Row:
    still = pair.fate is Fate.UNCHANGED
    what = "unchanged" if still and before == after else "citation changed" if still else pair.fate.value
    return Row(what, pair.words, before, after)


def _folded(run: list[Row]) -> Iterator[Row]:
    """Yield a run of unchanged sentences with only its ends shown."""
    if len(run) <= 2 * _CONTEXT + 1:
        yield from run
        return
    middle = run[_CONTEXT:-_CONTEXT]
    yield from run[:_CONTEXT]
    yield Row("unchanged", folded=tuple(" ".join(part.text for part in row.words) for row in middle))
    yield from run[-_CONTEXT:]


class _Cited:
    """What each sentence of a manuscript cites, as a person reads it."""

    def __init__(self, manuscript: Manuscript) -> None:
        works = [source for entry in manuscript.references for source in entry.sources]
        self.names: Mapping[str, str] = {source.key: short_name(source) for source in works}
        self.by_sentence: dict[int | None, tuple[str, ...]] = {}
        for cited in manuscript.citations:
            self.by_sentence[cited.sentence] = (*self.by_sentence.get(cited.sentence, ()), *self.named(cited))

    def named(self, cited: Citation) -> Iterable[str]:
        for at, key in enumerate(cited.keys):
            locator = cited.locators[at] if at < len(cited.locators) else ""
            yield " ".join(filter(None, (self.names.get(key, f"{key} (not in the library)"), locator)))

    def of(self, sentence: Sentence | None) -> tuple[str, ...]:
        return self.by_sentence.get(sentence.index, ()) if sentence else ()
