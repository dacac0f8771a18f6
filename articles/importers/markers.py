"""Markers: what cites in the text becomes a citation of the sources that its numbers stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from selectolax.lexbor import LexborNode

from articles.importers.author_years import author_years
from articles.importers.draft import BLOCKS, Draft, Piece, block_around, text_nodes
from articles.manuscript import Reference
from articles.text.citations import Typed, key_without_reference, numbers_in, typed
from articles.text.limits import MAX_ELEMENTS, limit
from references.csl import SourceData

# On an element that an importer knows for a marker, whatever stands around it: its number.
MARKER = "data-marker"

# Stands for code, in which nothing is a marker; and between two superscripts, so that 1 beside 2 is not 12.
_CODE, _BETWEEN = "x", ","
# All that may stand in a superscript which links to a place in its page and is a marker.
_NUMBERS = re.compile(r"[\[(]?\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?[\])]?")
_WRAPPERS = frozenset({"sup", "a", "span"})


@dataclass
class _Run:
    """The text of one block, from several nodes: where each begins, what is raised, and what is known for a marker."""

    nodes: list[tuple[int, LexborNode]] = field(default_factory=list)
    text: str = ""
    raised: list[tuple[int, int]] = field(default_factory=list)
    known: list[Typed] = field(default_factory=list)


def numbers_typed(piece: Piece) -> set[int]:
    """Return the numbers that the markers in a piece name."""
    return {number for run in _runs(piece.node) for marker in _found(run) for number in marker.numbers}


def link(draft: Draft) -> None:
    """Turn markers into citations. A number without a reference keeps its number in the key.

    Where the text has no references at all, nothing typed is certain to be a marker: it stays as typed.
    """
    runs = _runs(draft.body)
    found = [_found(run) for run in runs]
    if draft.references and not any(found):
        found = [_found(run, parentheses=True) for run in runs]
    if draft.references and not any(found):
        found = [list(author_years(run.text, draft.references)) for run in runs]
    # A citation is an element: more than a text may hold of these need not be made.
    limit("markers", sum(map(len, found)), MAX_ELEMENTS)
    by_number: dict[int, Reference] = {}
    for reference in draft.references:
        by_number.setdefault(reference.number, reference)
    for run, markers in zip(runs, found, strict=True):
        cites = [marker for marker in markers if draft.references or marker in run.known]
        _replace(draft, run, [(marker, _sources(marker, by_number)) for marker in cites])


def _runs(root: LexborNode) -> list[_Run]:
    """Return the runs of text under `root`, each of one block."""
    nodes = ((_identity(block_around(node)), node) for node in text_nodes(root))
    return [_run([node for _, node in group]) for _, group in groupby(nodes, key=lambda pair: pair[0])]


def _identity(node: LexborNode | None) -> int:
    return node.mem_id if node is not None else 0


def _run(nodes: Sequence[LexborNode]) -> _Run:
    """Return the run that some nodes make. Code is masked, and so is what is known for a marker."""
    run = _Run()
    parts: list[str] = []
    length, after_raised = 0, False
    for identity, group in groupby(nodes, key=lambda node: _identity(_holders(node).get("sup"))):
        read = list(group)
        texts = [_text(node) for node in read]
        if identity and after_raised:
            parts.append(_BETWEEN)
            length += len(_BETWEEN)
        begin = length
        for node, text in zip(read, texts, strict=True):
            if node.tag != "br":
                run.nodes.append((length, node))
            length += len(text)
        label = "".join(texts)
        if identity and (numbers := _known(_holders(read[0])["sup"], label)):
            run.known.append(Typed(begin, length, label, numbers))
            texts = [_CODE * len(label)]
        elif identity:
            run.raised.append((begin, length))
        parts += texts
        after_raised = bool(identity)
    run.text = "".join(parts)
    return run


def _text(node: LexborNode) -> str:
    """Return what a node adds to its run: of code only its length, of a citation nothing."""
    if node.tag == "br":
        return "\n"
    text, holders = node.text_content or "", _holders(node)
    if "cite" in holders and holders["cite"].attributes.get("data-ref"):
        return ""
    return _CODE * len(text) if "code" in holders or "pre" in holders else text


def _known(raised: LexborNode, label: str) -> tuple[int, ...]:
    """Return the numbers of a superscript that is a marker for certain: its importer says so, or it links within its
    page.
    """
    given = raised.attributes.get(MARKER) or ""
    if given.isdigit():
        return (int(given),)
    within = any((link.attributes.get("href") or "").startswith("#") for link in raised.css("a")) or "a" in _holders(
        raised
    )
    return numbers_in(label) if within and _NUMBERS.fullmatch(label.strip()) else ()


def _holders(node: LexborNode) -> dict[str, LexborNode]:
    """Return the elements around a text node, by name, up to its block: the innermost of each name."""
    holders: dict[str, LexborNode] = {}
    holder = node.parent
    while holder is not None and holder.tag not in BLOCKS:
        holders.setdefault(holder.tag or "", holder)
        holder = holder.parent
    if holder is not None and holder.tag == "pre":
        holders["pre"] = holder
    return holders


def _found(run: _Run, parentheses: bool = False) -> list[Typed]:
    return sorted([*typed(run.text, run.raised, parentheses), *run.known], key=lambda marker: marker.start)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A half-open range of a run's text that goes, and the citation that stands for it at `at`."""

    start: int
    end: int
    at: int
    cite: LexborNode


def _replace(draft: Draft, run: _Run, markers: Sequence[tuple[Typed, Sequence[SourceData | int]]]) -> None:
    """Put a citation in each marker's place."""
    cuts: list[_Cut] = []
    for marker, sources in markers:
        cuts.append(_cut(draft, run.text, marker, sources, after=cuts[-1].end if cuts else 0))
    edited = list(_edit(run, cuts))
    for wrappers in edited:
        _tidy(wrappers)


def _cut(draft: Draft, text: str, marker: Typed, sources: Sequence[SourceData | int], after: int) -> _Cut:
    """Return what goes for a marker: it, brackets that hold nothing else, white space that would stand before
    punctuation, the comma behind a marker that ends at `after`, and of two full stops around it the second.
    """
    start, end = marker.start, marker.end
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    if after and text[after:start].strip() in {",", ";"}:
        start = after
    if not text[end : end + 1].isalnum():
        while start > after and text[start - 1].isspace():
            start -= 1
    if text[start - 1 : start] == "." and text[end : end + 1] == "." and text[end + 1 : end + 2] != ".":
        end += 1
    cite = draft.tree.create_node("cite")
    cite.attrs["class"] = "cit"
    cite.attrs["data-ref"] = " ".join(key_without_reference(s) if isinstance(s, int) else s.key for s in sources)
    words = marker.label.strip("()") if any(map(str.isalpha, marker.label)) else ""
    cite.insert_child(words or "; ".join(str(s) if isinstance(s, int) else _label(s) for s in sources))
    return _Cut(start, end, marker.start, cite)


def _edit(run: _Run, cuts: Sequence[_Cut]) -> Iterator[list[LexborNode]]:
    """Make the cuts in one pass over the run's nodes; yield the wrappers around each node that was cut, innermost
    first.
    """
    first = 0
    for begin, node in run.nodes:
        text = node.text_content or ""
        while first < len(cuts) and cuts[first].end <= begin:
            first += 1
        at, done = first, 0
        wrappers = [holder for tag, holder in _holders(node).items() if tag in _WRAPPERS]
        while at < len(cuts) and cuts[at].start < begin + len(text):
            cut = cuts[at]
            node.insert_before(text[done : max(cut.start - begin, 0)])
            if begin <= cut.at < begin + len(text):
                node.insert_before(cut.cite, move=True)
                if _parts_words(run.text, cut):
                    node.insert_before(" ")
            done = min(cut.end - begin, len(text))
            at += 1
        if at > first:
            node.insert_before(text[done:])
            node.decompose()
            yield wrappers


def _parts_words(text: str, cut: _Cut) -> bool:
    """Whether a marker is all that stands between two words or sentences: "repair.*3The"."""
    before, after = text[cut.start - 1 : cut.start], text[cut.end : cut.end + 1]
    return after.isalnum() and bool(before) and not before.isspace()


def _tidy(wrappers: Sequence[LexborNode]) -> None:
    """Unwrap what now holds citations alone, and remove what holds nothing."""
    for wrapper in wrappers:
        if any(
            node.tag == "img" or (node.tag == "-text" and _shows(node)) for node in wrapper.traverse(include_text=True)
        ):
            return
        wrapper.unwrap()


def _shows(node: LexborNode) -> bool:
    """Whether a text node outside a citation has text in it."""
    return bool((node.text_content or "").strip()) and "cite" not in _holders(node)


def _sources(marker: Typed, references: dict[int, Reference]) -> list[SourceData | int]:
    """Return the sources that a marker names, in order; a number that stands for no reference stays a number."""
    sources: list[SourceData | int] = []
    for number in marker.numbers:
        reference = references.get(number)
        sources += reference.sources if reference and reference.sources else [number]
    return sources


def _label(source: SourceData) -> str:
    """Return what other programs may show of a citation: first name and year, or the beginning of the title."""
    people = source.authors or source.editors
    name = (people[0].family or people[0].literal or people[0].given) if people else ""
    title = " ".join(source.title.split()[:4])
    return " ".join(filter(None, (name or title or source.key, str(source.year or ""))))
