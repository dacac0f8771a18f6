"""An edition's references in JATS: each work's parts under their own elements."""

import json
import re
from xml.etree.ElementTree import Element

from articles.exporters.published import Published
from articles.exporters.xml import child, said
from references.csl import Date, Name, SourceData

_TYPES = {
    "article-journal": "journal",
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
    "book": "book",
    "chapter": "book",
    "dataset": "data",
    "paper-conference": "confproc",
    "patent": "patent",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
# Works that stand in no other: their title is what JATS calls the source.
_WHOLE = frozenset({"book", "report", "thesis", "software", "standard", "dataset"})


def add(back: Element, edition: Published) -> None:
    """Add the list of references, numbered as in the text."""
    if not edition.references:
        return
    listed = child(back, "ref-list")
    child(listed, "title", "References")
    for number, works in enumerate(edition.references, start=1):
        entry = child(listed, "ref", id=f"ref-{number}")
        child(entry, "label", str(number))
        for work in works:
            _work(entry, work)


def _work(entry: Element, work: SourceData) -> None:
    made = child(entry, "element-citation", publication_type=_TYPES.get(work.type, "other"), specific_use=work.key)
    _people(made, "author", work.authors)
    _people(made, "editor", work.editors)
    whole = work.type in _WHOLE or not work.container_title
    said(made, "source" if whole else "chapter-title" if work.type == "chapter" else "article-title", work.title)
    said(made, "source", "" if whole and work.type not in _WHOLE else work.container_title)
    _dates(made, work)
    said(made, "volume", work.volume)
    said(made, "issue", work.issue)
    _pages(made, work.page)
    said(made, "edition", work.edition)
    said(made, "publisher-name", work.publisher)
    said(made, "publisher-loc", work.publisher_place)
    _others(made, work)
    _identifiers(made, work)
    said(made, "comment", work.note)


def _people(made: Element, role: str, names: tuple[Name, ...]) -> None:
    group = child(made, "person-group", person_group_type=role) if names else made
    for name in names:
        family = " ".join(filter(None, (name.particle or name.dropping_particle, name.family)))
        if name.literal or not family:
            child(group, "collab", name.literal or name.given)
            continue
        person = child(group, "name")
        child(person, "surname", family)
        said(person, "given-names", name.given)
        said(person, "suffix", name.suffix)


def _dates(made: Element, work: SourceData) -> None:
    issued = work.issued or Date()
    if issued.year:
        child(made, "year", str(issued.year), iso_8601_date=_iso(issued))
    else:
        said(made, "year", issued.literal)
    said(made, "month", str(issued.month or ""))
    said(made, "day", str(issued.day or ""))
    if (seen := work.accessed) and seen.year:
        child(made, "date-in-citation", _iso(seen), content_type="access-date", iso_8601_date=_iso(seen))


def _iso(day: Date) -> str:
    return "-".join([f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)])


def _pages(made: Element, pages: str) -> None:
    """Add first and last page of a range; anything else, such as a list, as it is printed."""
    match = re.fullmatch(r"([^\s,;–—-]+)(?:\s*[-–—]+\s*([^\s,;–—-]+))?", pages)
    if match:
        child(made, "fpage", match[1])
        said(made, "lpage", match[2] or "")
    else:
        said(made, "page-range", pages)


def _others(made: Element, work: SourceData) -> None:
    fields = {"collection-title": "series", "event-title": "conf-name", "version": "version"}
    for variable, value in work.other:
        text = json.loads(value)
        if variable in fields and isinstance(text, str):
            said(made, fields[variable], text)


def _identifiers(made: Element, work: SourceData) -> None:
    said(made, "isbn", work.isbn)
    said(made, "issn", work.issn)
    said(made, "pub-id", work.doi, pub_id_type="doi")
    said(made, "pub-id", work.pmid, pub_id_type="pmid")
    said(made, "pub-id", work.pmcid, pub_id_type="pmcid")
    said(made, "ext-link", work.url, ext_link_type="uri", xlink__href=work.url)
