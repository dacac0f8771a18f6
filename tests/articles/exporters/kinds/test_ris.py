"""RIS: one tag a line, whatever a work holds."""

import re

import pytest

from references.csl import Date, Name
from tests.articles.exporters.editions import BOOK, CHA, WHO, cites, edition, of, written


def tags(work, **changes):
    """The lines of a work's one record, as (tag, value)."""
    lines = written("ris", of(work, **changes)).split("\r\n")
    return [tuple(line.split("  - ", 1)) for line in lines if line]


def test_an_article_has_all_its_fields():
    assert tags(CHA) == [
        ("TY", "JOUR"),
        ("ID", "cha2020"),
        ("AU", "Cha, Hae Lim"),
        ("AU", "de Leeuw, Anna"),
        ("ED", "Ng, Bo"),
        ("TI", "Tea & “health”: 50% of {it}"),
        ("T2", "Journal of Tea"),
        ("PY", "2020"),
        ("DA", "2020/03/04/"),
        ("VL", "12"),
        ("IS", "3"),
        ("SP", "100"),
        ("EP", "110"),
        ("SN", "1234-5679"),
        ("DO", "10.1000/abc_1"),
        ("AN", "123456"),
        ("C2", "PMC7654321"),
        ("UR", "https://tea.example/a_b?c=1%20"),
        ("Y2", "2026/01/02/"),
        ("AB", "We drank."),
        ("KW", "tea"),
        ("KW", "cups"),
        ("LA", "en"),
        ("N1", "Corrected in 2021."),
        ("ER", ""),
    ]


def test_an_organisation_is_one_name():
    assert ("AU", "World Health Organization") in tags(WHO)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\x85", "\x0b"])
def test_a_line_end_in_a_text_ends_no_line(end):
    found = tags(BOOK, title=f"Tea{end}ER  - {end}TY  - BOOK")
    assert [tag for tag, _ in found].count("TY") == 1
    assert ("TI", "Tea ER - TY - BOOK") in found


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ("e123", [("SP", "e123")]),
        ("4-6, 9", [("SP", "4-6, 9")]),
        ("12 – 14", [("SP", "12"), ("EP", "14")]),
    ],
)
def test_pages_are_a_range_only_where_they_are_one(pages, said):
    assert [line for line in tags(BOOK, page=pages) if line[0] in {"SP", "EP"}] == said


@pytest.mark.parametrize(("day", "said"), [(Date(2020), "2020///"), (Date(2020, 5), "2020/05//")])
def test_a_date_is_as_exact_as_it_is_known(day, said):
    assert ("DA", said) in tags(BOOK, issued=day)


def test_a_name_has_its_particle_and_suffix():
    names = (Name("Gogh", "Vincent", dropping_particle="van"), Name("King", "Martin Luther", suffix="Jr"))
    assert [value for tag, value in tags(BOOK, authors=names) if tag == "AU"] == [
        "van Gogh, Vincent",
        "King, Martin Luther, Jr",
    ]


def test_the_records_stand_in_the_order_of_the_references():
    text = written("ris", edition(f"<p>A.{cites(WHO)} B.{cites(CHA)}</p>"))
    assert re.findall(r"^ID  - (\w+)\r$", text, re.MULTILINE) == ["who2023", "cha2020"]
