"""Text: stored markup to a manuscript."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from articles.manuscript import Block, Manuscript, Person, Place, Reference, Sentence, TypedMarker
from articles.text import blocks, citations, coverage, sentences
from articles.text.blocks import CLOSING
from articles.text.claims import assess
from articles.text.folding import folded
from articles.text.limits import MAX_SENTENCES, limit
from articles.text.sanitize import clean
from references.csl import SourceData

__all__ = ["parse", "with_references"]

# Stands for what is taken out where a space would part a word from its full stop. No block's text holds it.
_GONE = "\u200b"
_NO_STOPS = str.maketrans(".!?…", "xxxx")


def parse(
    html: str,
    sources: Sequence[SourceData] = (),
    people: Sequence[Person] = (),
    *,
    title: str = "",
    topics: Sequence[str] = (),
    language: str = "en",
) -> Manuscript:
    """Return the manuscript of `html`, which is cleaned first.

    `sources` are those that the text may cite, each with its key: they become the references, one for one work,
    numbered by first citation, and those never cited last, in the order given. Raises TextTooLarge as clean() does,
    and for too many sentences.
    """
    reading = blocks.read(clean(html))
    typed = _typed_markers(reading)
    read = _sentences(reading, typed, language)
    joined = citations.joined(reading.citations, read)
    return Manuscript(
        blocks=reading.blocks,
        sentences=coverage.covered(read, reading.blocks, joined, reading.header_rows),
        citations=joined,
        typed_markers=tuple(marker for markers in typed.values() for marker in markers),
        images=reading.images,
        references=_by_first_citation(sources, [key for citation in joined for key in citation.keys]),
        title=title,
        language=language,
        topics=tuple(topics),
        people=tuple(people),
    )


def _typed_markers(reading: blocks.Reading) -> dict[int, list[TypedMarker]]:
    """Return, by block, what looks like a marker and cites nothing, outside code."""
    superscripts, code = _ranges(reading.superscripts), _ranges(reading.code)
    return {
        block.index: [
            TypedMarker(Place(block.index, found.start, found.end), found.label, found.numbers)
            for found in citations.typed(block.text, superscripts.get(block.index, ()))
            if not _within(found.start, code.get(block.index, ()))
        ]
        for block in reading.blocks
        if block.name != "pre"
    }


def _ranges(places: Iterable[Place]) -> dict[int, list[tuple[int, int]]]:
    """Return the places by block, as sorted ranges."""
    by_block: dict[int, list[tuple[int, int]]] = {}
    for place in sorted(places, key=lambda place: (place.block, place.start)):
        by_block.setdefault(place.block, []).append((place.start, place.end))
    return by_block


def _within(position: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the ranges, sorted and apart from each other, holds the position."""
    nearest = bisect_right(ranges, position, key=lambda span: span[0]) - 1
    return nearest >= 0 and position < ranges[nearest][1]


def _sentences(
    reading: blocks.Reading, typed: Mapping[int, Sequence[TypedMarker]], language: str
) -> tuple[Sentence, ...]:
    """Return the sentences of all blocks but headings, in reading order."""
    code = _ranges(reading.code)
    places = [
        place
        for block in reading.blocks
        if not block.is_heading
        for place in _split(block, typed.get(block.index, ()), code.get(block.index, ()), language)
    ]
    limit("sentences", len(places), MAX_SENTENCES)
    return tuple(_judged(index, text, place) for index, (text, place) in enumerate(places))


def _split(
    block: Block, typed: Sequence[TypedMarker], code: Sequence[tuple[int, int]], language: str
) -> Iterator[tuple[str, Place]]:
    """Yield a block's sentences, each as its text and its place. Markers are masked, and the stops in code, so that
    none ends a sentence.
    """
    masked = _masked(block.text, [marker.place for marker in typed])
    whole = [(0, len(masked))] if masked.strip() else []
    for start, end in whole if block.name == "tr" else sentences.split(_without_stops(masked, code), language):
        yield " ".join(masked[start:end].replace(_GONE, "").split()), Place(block.index, start, end)


def _without_stops(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return `text` with a letter for each stop within the ranges: offsets stay true."""
    for start, end in ranges:
        text = text[:start] + text[start:end].translate(_NO_STOPS) + text[end:]
    return text


def _judged(index: int, text: str, place: Place) -> Sentence:
    plain = folded(text)
    verdict = assess(plain)
    return Sentence(index, text, place, verdict.score, verdict.reasons, plain)


def _masked(text: str, places: Sequence[Place]) -> str:
    """Return `text` with the places, in order, blanked out: offsets stay true. A full stop or comma after one stays
    with the word before."""
    parts, done = [], 0
    for place in places:
        closes = text[place.end : place.end + 1] in CLOSING
        start = place.start - (closes and text[max(place.start - 1, done) : place.start] == " ")
        parts += [text[done:start], (_GONE if closes else " ") * (place.end - start)]
        done = place.end
    return "".join(parts) + text[done:]


def _by_first_citation(sources: Sequence[SourceData], cited: Sequence[str]) -> tuple[Reference, ...]:
    order = {key: position for position, key in reversed(list(enumerate(cited)))}
    ranked = sorted(sources, key=lambda source: order.get(source.key, len(order) + len(cited)))
    return tuple(Reference(number, (source,)) for number, source in enumerate(ranked, start=1))


def with_references(manuscript: Manuscript, references: Sequence[Reference]) -> Manuscript:
    """Return the manuscript with a bibliography that was read from its file, numbered as it stands there."""
    return replace(manuscript, references=tuple(references))
