"""Are two sources the same work? Identifiers first, then vetoes, then how much titles, names and the rest agree."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from references.csl import SourceData

# From here on two works are held to be one.
SAME = 0.8

# Titles that thousands of works share; such works are alike only where they stand on the same page of the same volume.
_COMMON_TITLE = re.compile(
    r"(?:(?:guest )?editorials?(?: comment)?|introduction|preface|foreword|abstracts?|comments?|commentary|"
    r"corrections?|"
    r"corrigend(?:um|a)|"
    r"errat(?:um|a)|reply|authors? reply|response|letters?(?: to the editors?)?|news|notes?|obituary|"
    r"in memoriam|book reviews?|"
    r"reviews?|"
    r"contents|index|untitled|case reports?|conclusions?|discussion)"
)
# "[Chinese]", "(abstract)" and the like behind a title are a database's remark, not the title.
_REMARK = re.compile(
    r"[\[(]\s*(?:in )?[^\W\d_]+(?:[, ]+[^\W\d_]+)?\s*[\])]\s*\.?\s*$|\s*\[(?:Erratum|Comment|Retraction) [^\]]*.*$"
)
_SMALL_WORDS = frozenset("the a an of and for in on de la der die das et und journal zeitschrift revue".split())


def same_work(a: SourceData, b: SourceData) -> bool:
    """Whether two sources are held to be one work. To merge without asking, ask more: equal identifiers."""
    return likeness(a, b) >= SAME


def likeness(a: SourceData, b: SourceData) -> float:
    """Return how alike two sources are, 0 to 1: 1 where an identifier proves it, 0 where a veto does, symmetric.

    An ISBN or an address proves a work only together with the title: chapters share a book, articles a front page.
    """
    if _proved(a, b):
        return 1.0
    if _vetoed(a, b):
        return 0.0
    title = _title_likeness(a.title, b.title)
    support = (_people(a, b), _year(a, b), _container(a, b), _position(a, b))
    return round(max(0.0, min(1.0, title**3 * 0.8 + sum(support))), 4)


def _proved(a: SourceData, b: SourceData) -> bool:
    if any(mine and mine == theirs for mine, theirs in ((a.doi, b.doi), (a.pmid, b.pmid), (a.pmcid, b.pmcid))):
        return True
    together = any(mine and mine == theirs for mine, theirs in ((a.isbn, b.isbn), (a.url, b.url)))
    return together and bool(a.title) and _title_likeness(a.title, b.title) >= 0.9


def _vetoed(a: SourceData, b: SourceData) -> bool:
    """Whether something says that these are two works, however alike they look."""
    if any(
        mine and theirs and mine != theirs for mine, theirs in ((a.doi, b.doi), (a.pmid, b.pmid), (a.pmcid, b.pmcid))
    ):
        return True
    titles = _REMARK.sub("", a.title), _REMARK.sub("", b.title)
    if not all(titles) or _numbers(titles[0]) != _numbers(titles[1]):
        return True
    pages, volumes = (_pages(a.page), _pages(b.page)), (_numbers(a.volume), _numbers(b.volume))
    if _differ(*pages) and _differ(*volumes):
        return True
    common = _COMMON_TITLE.fullmatch(_folded(a.title)) or _COMMON_TITLE.fullmatch(_folded(b.title))
    return bool(common) and not (pages[0] and pages[0] == pages[1] and volumes[0] == volumes[1])


def _differ(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return bool(mine and theirs) and mine != theirs


def _title_likeness(a: str, b: str) -> float:
    mine, theirs = _folded(_REMARK.sub("", a)), _folded(_REMARK.sub("", b))
    return max(fuzz.ratio(mine, theirs), fuzz.token_sort_ratio(mine, theirs)) / 100


def _people(a: SourceData, b: SourceData) -> float:
    mine, theirs = _surnames(a), _surnames(b)
    if not mine or not theirs:
        return 0.0
    shared = sum(any(fuzz.ratio(name, other) >= 80 for other in theirs) for name in mine)
    return 0.1 if shared / min(len(mine), len(theirs)) >= 0.5 else -0.15


def _year(a: SourceData, b: SourceData) -> float:
    if a.year is None or b.year is None:
        return 0.0
    # Online first and in print are often one year apart.
    return {0: 0.05, 1: -0.05}.get(abs(a.year - b.year), -0.2)


def _container(a: SourceData, b: SourceData) -> float:
    mine, theirs = _words(a.container_title), _words(b.container_title)
    if not mine or not theirs:
        return 0.0
    return 0.05 if _abbreviates(mine, theirs) or fuzz.token_set_ratio(" ".join(mine), " ".join(theirs)) >= 75 else -0.07


def _position(a: SourceData, b: SourceData) -> float:
    """Weigh volume and first page: agreement of both is nearly proof, a conflict of either a doubt."""
    pages, volumes = (_pages(a.page)[:1], _pages(b.page)[:1]), (_numbers(a.volume)[:1], _numbers(b.volume)[:1])
    weight = 0.0
    for mine, theirs in (pages, volumes):
        if mine and theirs:
            weight += 0.08 if mine == theirs else -0.08
    return weight


def _abbreviates(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the words of one name abbreviate those of the other: "N Engl J Med"."""
    short, long = sorted((a, b), key=lambda words: len("".join(words)))
    return len(short) == len(long) and all(word.startswith(piece) for piece, word in zip(short, long, strict=True))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Return the text in lower case, its letters without marks, anything else as single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _folded(text).split() if word not in _SMALL_WORDS)


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[str, ...]:
    return tuple(number.lstrip("0") for number in re.findall(r"\d+", unicodedata.normalize("NFKC", text)))


def _pages(text: str) -> tuple[str, ...]:
    """Return first and last page, the last written out: 201-9 is 201 to 209."""
    pages = _numbers(text)[:2]
    if len(pages) == 2 and len(pages[1]) < len(pages[0]):
        return pages[0], pages[0][: len(pages[0]) - len(pages[1])] + pages[1]
    return pages


def _surnames(source: SourceData) -> tuple[str, ...]:
    people = source.authors or source.editors
    return tuple(filter(None, (_folded(name.family or name.literal or name.given) for name in people)))
