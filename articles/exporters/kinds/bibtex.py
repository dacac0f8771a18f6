"""BibTeX: an edition's sources as entries of a .bib file."""

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from articles.exporters.published import Published
from articles.exporters.registry import exporter
from references.csl import Date, Name, SourceData

_TYPES = {
    "article": "misc",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
# What BibTeX calls the house that brought a work out, and what it calls what the work stands in.
_HOUSES = {"thesis": "school", "report": "institution"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# CSL's variables that have no field of their own in SourceData, and their fields in BibTeX.
_OTHERS = {
    "collection-title": "series",
    "number": "number",
    "chapter-number": "chapter",
    "genre": "type",
    "abstract": "abstract",
    "keyword": "keywords",
}
# BibTeX counts braces before LaTeX sees them, escaped ones too: a brace of the text must not be one of the file.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
    | {sign: f"\\{sign}" for sign in "$&#_%"}
)


@exporter("BibTeX", "bib", "application/x-bibtex; charset=utf-8")
def bibtex(edition: Published) -> bytes:
    """Return the sources as BibTeX in UTF-8, in the order of the references, under their own keys."""
    return "\n".join(map(entry, edition.sources)).encode()


def entry(work: SourceData) -> str:
    """Return one work as an entry. Titles stand in double braces: their capitals are the work's own."""
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(work))
    return f"@{_TYPES.get(work.type, 'misc')}{{{work.key},\n{lines}}}\n"


def _fields(work: SourceData) -> Iterator[tuple[str, str]]:
    issued = work.issued or Date()
    yield from _braced("author", _people(work.authors))
    yield from _braced("editor", _people(work.editors))
    if work.title:
        yield "title", f"{{{{{_escaped(work.title)}}}}}"
    yield from _braced(_container(work), _escaped(work.container_title))
    yield from _braced("year", str(issued.year or "") or _escaped(issued.literal))
    if issued.month:
        yield "month", _MONTHS[issued.month - 1]
    yield from _braced("volume", _escaped(work.volume))
    yield from _braced("number", _escaped(work.issue))
    yield from _braced("pages", re.sub(r"\s*[-–—]+\s*", "--", _escaped(work.page)))
    yield from _braced("edition", _escaped(work.edition))
    yield from _braced(_HOUSES.get(work.type, "publisher"), _escaped(work.publisher))
    yield from _braced("address", _escaped(work.publisher_place))
    yield from _others(work)
    yield from _identifiers(work)
    yield from _braced("language", _escaped(work.language))
    yield from _braced("note", _escaped(work.note))


def _identifiers(work: SourceData) -> Iterator[tuple[str, str]]:
    """Yield the identifiers. Addresses are read letter by letter: what would end a field in them is percent-encoded."""
    yield from _braced("doi", _address(work.doi))
    yield from _braced("pmid", work.pmid)
    yield from _braced("pmcid", work.pmcid)
    yield from _braced("isbn", work.isbn)
    yield from _braced("issn", work.issn)
    yield from _braced("url", _address(work.url))
    if (seen := work.accessed) and seen.year:
        yield from _braced("urldate", "-".join(f"{part:02}" for part in (seen.year, seen.month, seen.day) if part))


def _others(work: SourceData) -> Iterator[tuple[str, str]]:
    for variable, value in work.other:
        text = json.loads(value)
        if variable in _OTHERS and isinstance(text, str) and not (variable == "number" and work.issue):
            yield from _braced(_OTHERS[variable], _escaped(text))


def _braced(name: str, value: str) -> Iterator[tuple[str, str]]:
    if value:
        yield name, f"{{{value}}}"


def _container(work: SourceData) -> str:
    kind = _TYPES.get(work.type, "misc")
    return {"article": "journal", "misc": "howpublished"}.get(kind, "booktitle")


def _people(names: Iterable[Name]) -> str:
    return " and ".join(map(_name, names))


def _name(name: Name) -> str:
    """Return a name as BibTeX sorts it: "de Leeuw, Anna", "King, Jr, Martin Luther", "{World Health Organization}"."""
    if name.literal or not (name.family and name.given):
        return f"{{{_escaped(name.literal or name.family or name.given)}}}"
    particle = name.particle or name.dropping_particle
    parts = (f"{particle} {name.family}".strip(), name.suffix, name.given)
    return ", ".join(_part(part) for part in parts if part)


def _part(text: str) -> str:
    """Return a part of a name; one that holds what parts names is braced, so that it stays one."""
    escaped = _escaped(text)
    return f"{{{escaped}}}" if "," in text or re.search(r"\band\b", text, re.IGNORECASE) else escaped


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)


def _address(text: str) -> str:
    return quote(text, safe="".join(map(chr, range(0x21, 0x7F))).translate({ord(sign): None for sign in '{}\\"'}))
