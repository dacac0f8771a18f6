"""One work from its string: identifiers out, then names from the front, details from the back, the title between."""

import re
from dataclasses import replace
from typing import Any

from references import identifiers
from references.csl import Date, Name, SourceData
from references.formats.raw import dates, details, names, publishers, titles

# "———." says: the same author as above. Who that is cannot be told from one string.
_SAME_AUTHOR = re.compile(r"(?:[-–—―_]\s?){2,}[.,:;]?\s*")
_LEADING_DATE = re.compile(
    rf"\(?(?P<date>{dates.DATE}|n\.\s?d\.|in press|forthcoming)(?:\s*\[\d{{4}}\])?(?:,\s*[^)]{{1,30}})?\)?"
    r"\s*(?:[.,:;]+\s*|(?<=\))\s*|\s+(?=[“\"‘«]|(?-i:[A-Z])))",
    re.I,
)
_ACCESSED = re.compile(
    rf"[\[(]?\b(?:last\s+)?(?:accessed|cited|retrieved|viewed|consulted|visited|abgerufen|zuletzt besucht|"
    rf"consulté(?: le)?)(?:\s+(?:on|am))?:?\s*"
    rf"(?P<date>{dates.DATE})?,?(?:\s*from:?)?[\])]?[.;,]?",
    re.I,
)
_EPUB = re.compile(rf"\bEpub(?:\s+ahead\s+of\s+print)?:?\s*(?:{dates.DATE})?\.?", re.I)
_LABELS = re.compile(
    r"\b(?:available\s*(?:at|from|online)?|retrieved from|from|online|url|doi|link|PDF)\s*:?\s*[.,;]*\s*$"
    r"|\s?\[(?:online|internet|preprint|e-?book|pdf)\]",
    re.I,
)
_EDITED_BY = re.compile(
    r"[.,]\s*\(?(?:ed(?:ited|s?\.)|hrsg\.)\s+(?:by|von)?\s*(?P<names>[^,()]+?(?:,[^,()]+?)*?)(?=\.\s+[^.]{4}|\)|,\s*\d|$)",
    re.I,
)
_EVENT = re.compile(r"\b(?:recorded|presented|webinar|lecture|keynote)\b", re.I)
# A title has letters; "ibid." and its like only point at another reference.
_TITLE = re.compile(r"(?!(?:ibid|idem|op\. cit|loc\. cit)\b).*[^\W\d_]{2}", re.I)
_MARKUP = re.compile(r"</?(?:italic|bold|i|b|em|strong|sup|sub|span)\b[^<>]*>")


def read(text: str) -> SourceData:
    """Return the work in a string, all of it in `note` where no title can be told."""
    plain = re.sub(r"\s+", " ", _MARKUP.sub("", text)).strip()
    found, rest = _identified(plain)
    rest, accessed = _accessed(rest)
    rest = _SAME_AUTHOR.sub("", rest.strip(), count=1) if _SAME_AUTHOR.match(rest.strip()) else rest.strip()
    part = bool(found.keys() & {"doi", "pmid", "url"} or _EVENT.search(plain))
    work = replace(_described(rest, part=part), accessed=accessed, **found)
    if not _TITLE.match(work.title):
        work = replace(work, title="", note=text.strip())
    return replace(work, type=_type(work, plain))


def _identified(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields that the identifiers in a text fill, and the text without them."""
    values: dict[str, Any] = {}
    pieces, position = [], 0
    for identifier in identifiers.find(text):
        kind, value = identifier.kind, identifier.value
        if kind == "arxiv":
            kind, value = "url", f"https://arxiv.org/abs/{value}"
        values.setdefault(kind, value)
        pieces.append(_LABELS.sub("", text[position : identifier.start]))
        position = identifier.end
    pieces.append(text[position:])
    values.pop("orcid", "")
    rest = re.sub(r"(?:[<(\[]\s*[>)\]]|\s+[.;,](?=\s|$))+", " ", " ".join(pieces))
    return values, re.sub(r"\s+", " ", rest).strip(" ;,")


def _accessed(text: str) -> tuple[str, Date | None]:
    text = _EPUB.sub(" ", text)
    match = _ACCESSED.search(text)
    if not match:
        return _LABELS.sub("", text), None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return _LABELS.sub("", rest), dates.read(match["date"] or "")


def _described(text: str, *, part: bool) -> SourceData:
    """Return the work without its identifiers. `part`: something says that it is a part of a journal, site or event.

    Where the date follows the names it is the work's own, whatever comes later.
    """
    who = names.people(text)
    who = who if who.people else names.organisation(text)
    rest = text[who.end :]
    leading = _LEADING_DATE.match(rest)
    work = _housed(rest[leading.end() :] if leading else rest, part=part)
    if leading and who.people and who.people[0].literal and _is_journal_alone(work):
        # "Good chemistry. (1996, September). A Magazine, 44(1)": what stood first was the title of a work by nobody.
        work, who = replace(work, title=who.people[0].literal, container_title=work.title), names.NOBODY
    return replace(
        work,
        authors=() if who.editors else who.people,
        editors=who.people if who.editors else work.editors,
        issued=(dates.read(leading["date"]) if leading else None) or work.issued,
    )


def _is_journal_alone(work: SourceData) -> bool:
    return bool(work.title and (work.volume or work.page) and not (work.container_title or work.publisher))


def _housed(text: str, *, part: bool) -> SourceData:
    """Return title, container, publisher and details of a text that begins with the title."""
    text, edition = details.without_edition(text)
    bracketed = publishers.in_brackets(text)
    if bracketed:
        text = f"{bracketed.before}, {bracketed.after}" if bracketed.after.strip() else bracketed.before
    tail = details.read(text)
    head, editors = _edited(tail.head)
    part = bool(part or tail.volume or tail.issue or tail.page)
    parted = titles.part(head, periodical=part and not bracketed)
    rest, inner_editors = _editors_first(parted.rest) if parted.inside else (parted.rest, ())
    numbered = bool(tail.volume or tail.issue)
    house = publishers.read(rest, part=part or parted.quoted or parted.inside, numbered=numbered)
    inner = details.read(house.container)
    publisher = bracketed.house if bracketed else house
    return SourceData(
        title=parted.title,
        editors=editors or inner_editors,
        issued=dates.read(bracketed.year) if bracketed else tail.issued or inner.issued,
        container_title=inner.head.strip(" .,;:"),
        publisher=publisher.publisher,
        publisher_place=publisher.place,
        volume=tail.volume or inner.volume,
        issue=tail.issue or inner.issue,
        page=tail.page or inner.page,
        edition=edition,
    )


def _editors_first(text: str) -> tuple[str, tuple[Name, ...]]:
    """Part "J. Cain & A. Seeman (Eds.), Title of the book" into the title and the editors."""
    who = names.people(text)
    return (text[who.end :].strip(" ,.;:"), who.people) if who.editors else (text, ())


def _edited(text: str) -> tuple[str, tuple[Name, ...]]:
    match = _EDITED_BY.search(text)
    found = names.direct(match["names"]) if match else ()
    if not match or not found:
        return text, ()
    return f"{text[: match.start()]}. {text[match.end() :].strip(' .,)')}".strip(), found


def _type(work: SourceData, text: str) -> str:
    """Return the item type of CSL 1.0.2 that the work most likely is."""
    if re.search(r"\b(?:thesis|dissertation|Habilitationsschrift)\b", text, re.I):
        return "thesis"
    if re.search(r"\b(?:Proceedings|Proc\.|Conference|Symposium|Workshop on)", work.container_title):
        return "paper-conference"
    if _EVENT.search(text.removeprefix(work.title)):
        return "speech"
    if work.container_title and work.publisher:
        return "chapter"
    if work.container_title and (work.volume or work.issue or work.page or work.doi or work.pmid):
        return "article-journal"
    online = re.search(r"\[(?:internet|online)\b", text, re.I)
    if work.url and not work.isbn and (online or not work.publisher_place):
        return "webpage"
    return "book" if work.publisher or work.isbn else "document"
