"""R002: one work has one number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.manuscript import Reference
from articles.text.folding import folded
from references.csl import SourceData
from references.likeness import same_work

# A trait that more works share tells nothing of any two of them.
_TELLING = 30
_WORD = re.compile(r"\w+")


@rule("R002", Severity.WARN)
def repeated_work(case: Case) -> Iterator[Remark]:
    """Merge the references that hold it. There is one finding for each work."""
    for work in _works(case.manuscript.references):
        numbers = list(dict.fromkeys(number for number, _ in work))
        if len(numbers) > 1:
            listed = f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
            message = f"References {listed} hold the same work. Merge them, so that it has one number."
            yield Remark(message, work[0][1].title, reference=numbers[0])


def _works(references: Iterable[Reference]) -> list[list[tuple[int, SourceData]]]:
    """Return the entries, each a number and a source, gathered by work.

    A source is compared only with works that share a trait with it: all pairs of a long bibliography are too many.
    """
    works: list[list[tuple[int, SourceData]]] = []
    sharing: defaultdict[str, set[int]] = defaultdict(set)
    for reference in references:
        for source in reference.sources:
            traits = [sharing[trait] for trait in _traits(source)]
            candidates = sorted(set().union(*(trait for trait in traits if len(trait) <= _TELLING)))
            like = (index for index in candidates if any(same_work(source, other) for _, other in works[index]))
            index = next(like, len(works))
            if index == len(works):
                works.append([])
            works[index].append((reference.number, source))
            for trait in traits:
                trait.add(index)
    return works


def _traits(source: SourceData) -> Iterator[str]:
    """Yield identifiers, the title and its three longest words: two records of one work share one of these at least."""
    yield from filter(None, (source.doi, source.pmid, source.pmcid, source.isbn, source.url))
    words = _WORD.findall(folded(source.title).casefold())
    yield " ".join(words)
    yield from sorted(set(words), key=lambda word: (-len(word), word))[:3]
