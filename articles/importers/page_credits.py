"""Page credits: the line under a page's title, and what the page says of its author and topics to machines."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from articles.importers.credit_lines import opens_byline, opens_credit
from articles.importers.draft import HEADINGS, LINE, Draft, Piece, text_nodes, text_of
from articles.importers.imported import Loss
from articles.importers.names import credited

_BY_NAME = '[rel~="author"], [itemprop="author"], .vcard .fn, .author-name, .byline-name'
_BY_META = 'meta[name="author"], meta[name="citation_author"], meta[name="dc.creator"], meta[name="DC.creator"]'
_JSON_LD = 'script[type="application/ld+json"]'
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (
    r"\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}(?: ?[ap]m\b)?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\.? )?{_MONTH}\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? \d{{4}}"
)
# What else stands in the line that says who wrote a text, and when.
_READ = r"\d+ min(?:ute)?s?(?: read)?"
_AROUND = r"\b(?:written|posted|published|updated|last|modified|edited|by|on|at|and|in)\b|[\W\d_]"
_DATED = re.compile(rf"{_DATE}|{_READ}", re.IGNORECASE)
_LINE = re.compile(rf"{_DATE}|{_READ}|{_AROUND}", re.IGNORECASE)
_TAGS = re.compile(
    r"\b(?:posted|filed|tagged|tags?|topics?|categor(?:y|ies)|keywords|in|under|with|and)\b|[\W_]", re.IGNORECASE
)
# A date alone may be an entry of a diary: a page says of its own date that it is one.
_SAYS_DATE = re.compile(r"date|meta|time|publish", re.IGNORECASE)
_HOLDERS = HEADINGS | {"p", "div", "section", "header", "address", "footer"}
_LONGEST, _NEAR_TOP = 200, 4
_WHY_LINE = "It is the page's line of author and date; it was dropped."
_WHY_TAGS = "It is the page's line of topics; it was dropped."
_WHY_DECLARED = "The page says only to machines that this is its author; it was taken for the byline."


def declared(draft: Draft) -> list[str]:
    """Return the names of the authors that a page declares to machines, each once. Runs before scripts are gone."""
    names = [text_of(node) for node in draft.body.css(_BY_NAME)]
    names = names or [node.attributes.get("content") or "" for node in draft.tree.css(_BY_META)]
    names = names or [name for node in draft.tree.css(_JSON_LD) for name in _authors(node.text() or "")]
    tidy = (" ".join(re.sub(r"^\W*by\b", "", name, flags=re.IGNORECASE).split()) for name in names)
    return list(dict.fromkeys(name for name in tidy if name and len(name) < _LONGEST and credited(name, "author")))


def _authors(text: str) -> Iterator[str]:
    """Yield the names that a page's JSON-LD gives as authors (schema.org: `author` of a CreativeWork)."""
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    works = data if isinstance(data, list) else [data]
    works = [part for work in works if isinstance(work, dict) for part in [work, *_listed(work.get("@graph"))]]
    for work in works:
        for author in _listed(work.get("author")) if isinstance(work, dict) else ():
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str):
                yield name


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def settle(draft: Draft, names: list[str]) -> None:
    """Make bylines of a page's lines of names and dates, and topics of its line of tags.

    Where no line credits anybody, what the page declares to machines is the byline. Each guess and drop is a loss.
    """
    pieces = [piece for piece in draft.pieces() if piece.name in _HOLDERS - {"h1"} and len(piece.text) <= _LONGEST]
    credits = any(opens_credit(piece.text) for piece in pieces)
    credits = credits or any(opens_byline(piece.text) for piece in pieces[:_NEAR_TOP])
    for piece in pieces:
        if _read_tags(draft, piece) or opens_byline(piece.text):
            continue
        text = _spaced(piece)
        named = [name for name in names if name in text]
        rest = _without(text, named)
        if (named or _says_date(piece)) and not _LINE.sub("", rest):
            credits = credits or bool(named)
            _replace(draft, piece, ", ".join(named), _WHY_LINE if _DATED.search(rest) else "")
    if names and not credits:
        draft.losses += [Loss(1, name, _WHY_DECLARED) for name in names]
        first = draft.body.first_child
        if first is not None:
            first.insert_before(_byline(draft, ", ".join(names), 1), move=True)


def _read_tags(draft: Draft, piece: Piece) -> bool:
    """Take a piece that holds a page's tags and nothing else; they are the topics where no breadcrumb gave any."""
    tags = [text_of(link) for link in piece.node.css('[rel~="tag"]')]
    if not tags or _TAGS.sub("", _without(_spaced(piece), tags)):
        return False
    draft.topics = draft.topics or tuple(dict.fromkeys(tags))
    draft.losses.append(Loss(piece.line, _spaced(piece), _WHY_TAGS))
    draft.take(piece)
    return True


def _says_date(piece: Piece) -> bool:
    """Whether a piece of a page gives its date or its length, by an element or a class, and not only by its words."""
    if piece.is_heading or not _DATED.search(piece.text):
        return False
    node, words = piece.node, re.search(_READ, piece.text)
    return bool(words or _SAYS_DATE.search(node.attributes.get("class") or "") or node.css_first("time") is not None)


def _spaced(piece: Piece) -> str:
    """Return a piece's text with a space between any two elements: a page parts them by style alone."""
    return " ".join(" ".join(node.text_content or "" for node in text_nodes(piece.node)).split())


def _without(text: str, names: list[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def _replace(draft: Draft, piece: Piece, names: str, why: str) -> None:
    """Put a byline in a piece's place, if there are names in it; drop the piece, with a loss if `why` is given."""
    if names:
        piece.node.insert_before(_byline(draft, names, piece.line), move=True)
    if why:
        draft.losses.append(Loss(piece.line, _spaced(piece), why))
    draft.take(piece)


def _byline(draft: Draft, names: str, line: int) -> LexborNode:
    byline = draft.tree.create_node("p")
    byline.attrs["class"] = "byline"
    byline.attrs[LINE] = str(line)
    byline.insert_child(names)
    return byline
