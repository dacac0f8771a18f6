"""Editions for the exporters' tests, and what reads them."""

from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element, fromstring

from articles.exporters import Credit, Notice, Published, exporters
from articles.text.page import clusters
from articles.text.sanitize import clean
from references.bibliography import number_of, numbered
from references.csl import Date, Name, SourceData

CHA = SourceData(
    key="cha2020",
    type="article-journal",
    title="Tea & “health”: 50% of {it}",
    authors=(Name("Cha", "Hae Lim"), Name("Leeuw", "Anna", particle="de")),
    editors=(Name("Ng", "Bo"),),
    issued=Date(2020, 3, 4),
    accessed=Date(2026, 1, 2),
    container_title="Journal of Tea",
    volume="12",
    issue="3",
    page="100–110",
    language="en",
    note="Corrected in 2021.",
    doi="10.1000/abc_1",
    pmid="123456",
    pmcid="PMC7654321",
    issn="1234-5679",
    url="https://tea.example/a_b?c=1%20",
    other=(("abstract", '"We drank."'), ("keyword", '"tea, cups"')),
)
WHO = SourceData(
    key="who2023",
    type="report",
    title="Global report",
    authors=(Name(literal="World Health Organization"),),
    issued=Date(2023),
    publisher="WHO",
    publisher_place="Geneva",
    isbn="9789240000000",
    url="https://who.example/r",
    other=(("number", '"7"'),),
)
BOOK = SourceData(key="ng2019", type="book", title="Cups", issued=Date(2019), publisher="Cup Press", edition="2")
WORKS = {work.key: work for work in (CHA, WHO, BOOK)}


def edition(body: str = "", numbering: str = "per-source", **fields: object) -> Published:
    """An edition of a body, cleaned, with the works above as far as it cites them."""
    body = clean(body)
    cited = clusters(body)
    entries = numbered(cited, numbering)
    known: dict[str, object] = {
        "title": "On tea",
        "slug": "on-tea",
        "address": "https://leaf.example/articles/on-tea/",
        "magazine": "Leaf",
        "home": "https://leaf.example/",
        "number": 1,
        "first_day": date(2026, 1, 2),
        "day": date(2026, 1, 2),
        "credits": (Credit("Ada Ng"),),
        "references": tuple(tuple(WORKS[key] for key in keys) for keys in entries),
        "numbers": {cluster: number_of(entries, cluster) for cluster in cited},
    }
    return Published(body=body, **known | fields)


def cites(*works: SourceData, at: str = "") -> str:
    """A citation of some works, with their locators parted by "|"."""
    keys = " ".join(work.key for work in works)
    return f'<cite class="cit" data-ref="{keys}" data-locator="{at}">{keys}</cite>'


def of(work: SourceData, **changes: object) -> Published:
    """An edition whose one reference is a work, changed so."""
    return replace(edition(), references=((replace(work, **changes),),))


def retracted(**fields: object) -> Published:
    return edition(notices=(Notice("retraction", date(2026, 2, 3), "The cups were <empty>."),), **fields)


def written(ending: str, what: Published) -> str:
    """The file of an edition, as text."""
    return exporters()[ending].write(what).decode()


def tree(xml: str) -> Element:
    """XML that this project wrote, as a tree."""
    return fromstring(xml)  # noqa: S314 - our own
