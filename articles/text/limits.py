"""How much text is taken: limits that are counted before any parser sees it, in time linear in its length."""

from collections import Counter
from collections.abc import Container, Iterable

from articles.text.tags import Tag

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 100
MAX_ELEMENTS = 50_000
MAX_ATTRIBUTES = 1_000
MAX_CHARACTER_REFERENCES = 100_000
# Each is judged, which takes most of the time: a long book has 20,000.
MAX_SENTENCES = 50_000

# Elements that never hold others, or whose end the parser supplies: they do not make a tree deep.
_FLAT = frozenset(
    "area base br col embed hr img image input link meta source track wbr p li dt dd tr td th thead tbody tfoot option "
    "optgroup rb rp rt rtc colgroup caption html head body".split()
)
# An open one of these is opened anew by the parser in each block that follows.
_REOPENED = frozenset("a b big code em font i nobr s small strike strong tt u".split())


class TextTooLarge(ValueError):
    """The text passes a limit; the message says which one, and by how much."""


def check_size(html: str) -> None:
    """Raise TextTooLarge if the text is too long, or holds more character references than a parser should be given."""
    limit("bytes", len(html.encode()), MAX_BYTES)
    limit("character references", html.count("&"), MAX_CHARACTER_REFERENCES)


def check_tags(tokens: Iterable[str | Tag], ours: Container[str]) -> None:
    """Raise TextTooLarge if the tags are too many, too deep or too full.

    Depth counts only elements whose end is not implied: a hundred paragraphs that nobody closed are not deep. An
    element
    that the parser opens anew in each block counts again there. Only `ours` ever reach the parser: another that closes
    itself, as in a drawing, holds nothing.
    """
    elements = depth = reopened = 0
    still_open: Counter[str] = Counter()
    for tag in tokens:
        if isinstance(tag, str):
            continue
        limit("attributes in one element", len(tag.attributes), MAX_ATTRIBUTES)
        # A stray </p> or </br> makes an element too.
        elements += (not tag.closing or tag.name in {"p", "br"}) + (0 if tag.name in _REOPENED else reopened)
        limit("elements", elements, MAX_ELEMENTS)
        holds_none = tag.name in _FLAT or (tag.self_closing and tag.name not in ours)
        if holds_none or (tag.closing and not still_open[tag.name]):
            continue
        step = -1 if tag.closing else 1
        still_open[tag.name] += step
        depth += step
        reopened += step * (tag.name in _REOPENED)
        limit("elements nested in each other", depth, MAX_DEPTH)


def limit(what: str, found: int, most: int) -> None:
    """Raise TextTooLarge, which names what there is too much of, if `found` is over `most`."""
    if found > most:
        raise TextTooLarge(f"The text has {found:,} {what} or more; at most {most:,} are taken.")
