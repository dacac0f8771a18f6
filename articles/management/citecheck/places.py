"""Places: where in a file's own text the words of a finding stand, found by searching it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.checks.report import Finding
from articles.management.citecheck.finder import Finder
from articles.manuscript import Manuscript, Place
from references.csl import SourceData


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source: line and column, both counted from 1, in code points."""

    line: int
    column: int


def positions(source: str, manuscript: Manuscript, findings: Sequence[Finding]) -> list[Position]:
    """Return the place of each finding in `source`.

    What cannot be found stands where the text before it was found; what is said of the whole text stands at 1:1.
    """
    walk = _Walk(source, manuscript)
    line_starts = [0, *(index + 1 for index, character in enumerate(source) if character == "\n")]
    return [_position(walk.offset(finding), line_starts) for finding in findings]


def _position(offset: int, line_starts: Sequence[int]) -> Position:
    line = bisect_right(line_starts, offset)
    return Position(line, offset - line_starts[line - 1] + 1)


class _Walk:
    """One walk through the source in reading order, so that words which stand there twice get a place each."""

    def __init__(self, source: str, manuscript: Manuscript) -> None:
        self.finder = Finder(source)
        self.title = manuscript.title
        self.title_offset = self.finder.find(manuscript.title) or 0
        pieces = sorted(_pieces(manuscript))
        self.starts = [(block, start) for block, start, _ in pieces]
        self.texts = [text for *_, text in pieces]
        self.offsets = list(self._found(self.texts, self.title_offset))
        self.sentences = {sentence.index: sentence.place for sentence in manuscript.sentences}
        self.entries: dict[int, dict[str, int]] = {}
        for reference in manuscript.references:
            names = [_name(source) for source in reference.sources]
            last = max(self.offsets, default=self.title_offset)
            self.entries[reference.number] = dict(zip(names, self._found(names, last), strict=True))

    def _found(self, texts: Sequence[str], last: int) -> Iterator[int]:
        """Yield the offset of each text; one that is not found gets that of the one before it, the first `last`."""
        for text in texts:
            found = self.finder.find(text)
            last = last if found is None else found
            yield last

    def offset(self, finding: Finding) -> int:
        if finding.reference is not None:
            entry = self.entries.get(finding.reference, {})
            return entry.get(finding.excerpt, next(iter(entry.values()), 0))
        place = finding.place if finding.sentence is None else self.sentences[finding.sentence]
        if place is not None:
            return self._in_text(finding.excerpt, place)
        if finding.excerpt == self.title:
            return self.title_offset
        return self.finder.find(finding.excerpt) or 0

    def _in_text(self, excerpt: str, place: Place) -> int:
        """Return the offset of `excerpt` near the sentence or heading at `place`, or of that itself."""
        piece = max(bisect_right(self.starts, (place.block, place.start)) - 1, 0)
        around = self.offsets[piece] if self.offsets else self.title_offset
        return around if excerpt in self.texts[piece : piece + 1] else self.finder.find_near(excerpt, around)


def _pieces(manuscript: Manuscript) -> Iterator[tuple[int, int, str]]:
    """Yield block, start and text of each heading and sentence."""
    for block in manuscript.blocks:
        if block.is_heading:
            yield block.index, 0, block.text
    for sentence in manuscript.sentences:
        yield sentence.place.block, sentence.place.start, sentence.text


def _name(source: SourceData) -> str:
    """Return what a work is found by: its title, or what it has instead."""
    return source.title or source.url or " ".join(str(author) for author in source.authors)
