"""RIS: an edition's sources as records that reference managers read."""

import json
import re
from collections.abc import Iterator

from articles.exporters.published import Published
from articles.exporters.registry import exporter
from references.csl import Date, Name, SourceData

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "review": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_OTHERS = {"abstract": "AB", "collection-title": "T3", "genre": "M3", "number": "M1"}
# Line ends and control characters, of which each would end a record's line or the record.
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


@exporter("RIS", "ris", "application/x-research-info-systems; charset=utf-8")
def ris(edition: Published) -> bytes:
    """Return the sources as RIS (2011) in UTF-8, in the order of the references, with the line ends that RIS asks
    for.
    """
    return "\r\n".join(map(record, edition.sources)).encode()


def record(work: SourceData) -> str:
    """Return one work as a record: one tag a line, whatever its text holds."""
    lines = ((tag, " ".join(_UNWRITABLE.sub(" ", value).split())) for tag, value in _tags(work))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _tags(work: SourceData) -> Iterator[tuple[str, str]]:
    issued = work.issued or Date()
    yield "TY", _TYPES.get(work.type, "GEN")
    yield "ID", work.key
    yield from (("AU", _name(name)) for name in work.authors)
    yield from (("A2" if work.type == "chapter" else "ED", _name(name)) for name in work.editors)
    yield "TI", work.title
    yield "T2", work.container_title
    yield "PY", str(issued.year or "")
    yield "DA", _date(issued) or issued.literal
    yield "VL", work.volume
    yield "IS", work.issue
    first, _, last = re.sub(r"\s*[-–—]+\s*", "-", work.page).partition("-")
    # A list of pages ("4-6, 9") is no range: it stays whole.
    yield from [("SP", work.page)] if "," in work.page else [("SP", first), ("EP", last)]
    yield "ET", work.edition
    yield "PB", work.publisher
    yield "CY", work.publisher_place
    yield from _identifiers(work)
    yield from _others(work)
    yield "LA", work.language
    yield "N1", work.note


def _identifiers(work: SourceData) -> Iterator[tuple[str, str]]:
    """Yield the identifiers: the accession number is PubMed's, the custom field that of PubMed Central, as PubMed
    and EndNote have it.
    """
    yield "SN", work.isbn or work.issn
    yield "DO", work.doi
    yield "AN", work.pmid
    yield "C2", work.pmcid
    yield "UR", work.url
    yield "Y2", _date(work.accessed or Date())


def _others(work: SourceData) -> Iterator[tuple[str, str]]:
    for variable, value in work.other:
        text = json.loads(value)
        if variable in _OTHERS and isinstance(text, str):
            yield _OTHERS[variable], text
        if variable == "keyword" and isinstance(text, str):
            yield from (("KW", word.strip()) for word in text.split(","))


def _name(name: Name) -> str:
    """Return a name as RIS parts it: "de Leeuw, Anna", "King, Martin Luther, Jr"; an organisation as it is."""
    family = " ".join(filter(None, (name.particle or name.dropping_particle, name.family)))
    return name.literal or ", ".join(filter(None, (family, name.given, name.suffix)))


def _date(day: Date) -> str:
    """Return a date as RIS has it, YYYY/MM/DD/, with what is not known left empty; "" without a year."""
    if not day.year:
        return ""
    month, number = (f"{part:02}" if part else "" for part in (day.month, day.day))
    return f"{day.year:04}/{month}/{number}/"
