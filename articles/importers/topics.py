"""Topics: a breadcrumb above an article, and the words in which others say the same."""

import re

from articles.importers.draft import Draft, Piece, text_of

# A slash between spaces, or an arrow: "A / B", "A > B", "A › B", "A » B".
_SEPARATOR = re.compile(r" / |\s?[>›»→]\s?")
_LONGEST, _MOST_WORDS = 40, 5
_WAYS_HOME = frozenset({"home", "start", "startseite", "accueil", "inicio"})
_WHY = "It is a part of the breadcrumb but no topic; it was dropped."


def breadcrumb(text: str) -> tuple[str, ...]:
    """Return the topics that a breadcrumb names, widest first; () where the line is none: one part, or a part like a
    sentence.
    """
    parts = tuple(part.strip() for part in _SEPARATOR.split(text[: 10 * _LONGEST + 1]))
    return parts if len(parts) > 1 and all(map(_is_topic, parts)) else ()


def is_way_home(text: str) -> bool:
    """Whether a text is the name of a site's first page, as breadcrumbs begin."""
    return text.casefold() in _WAYS_HOME


def read(draft: Draft) -> None:
    """Take the breadcrumb out of the text: an element that says it is one, else the first or second piece."""
    if draft.topics:
        return
    node = draft.body.css_first('[class*="breadcrumb" i], [aria-label="breadcrumb" i], [id*="breadcrumb" i]')
    if node is not None and (parts := _parts(draft, node.mem_id)):
        for piece in parts:
            draft.take(piece)
        _keep(
            draft,
            breadcrumb(" / ".join(piece.text for piece in parts)) or tuple(piece.text for piece in parts),
            parts[0],
        )
        return
    first = draft.pieces()[:2]
    if len(first) > 1 and is_way_home(first[0].text) and first[1].is_heading:
        draft.lose(first[0], _WHY)
    for piece in first:
        if not draft.topics and not piece.is_heading and (found := breadcrumb(piece.text)):
            draft.take(piece)
            _keep(draft, found, piece)


def _parts(draft: Draft, holder: int) -> list[Piece]:
    """Return the pieces of the element, by its identity, that says it is a breadcrumb."""
    return [piece for piece in draft.pieces() if _stands_in(piece, holder)]


def _stands_in(piece: Piece, holder: int) -> bool:
    node = piece.node
    while node.mem_id != holder and node.parent is not None:
        node = node.parent
    return node.mem_id == holder


def _keep(draft: Draft, found: tuple[str, ...], piece: Piece) -> None:
    """Add the topics; a way back to the home page is none, and neither is the article itself."""
    title = draft.body.css_first("h1")
    own = {*_WAYS_HOME, text_of(title).casefold() if title is not None else ""}
    for topic in found:
        if topic.casefold() in own:
            draft.guess(Piece(piece.node, topic, piece.line), _WHY)
        else:
            draft.topics += (topic,)


def _is_topic(part: str) -> bool:
    return 0 < len(part) <= _LONGEST and len(part.split()) <= _MOST_WORDS and part[-1] not in ".?!:;,"
