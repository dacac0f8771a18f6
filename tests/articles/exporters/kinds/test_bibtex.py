"""BibTeX: entries that a .bib reader takes apart again as they were meant."""

import re

import pytest

from references.csl import Date, Name
from tests.articles.exporters.editions import BOOK, CHA, WHO, cites, edition, of, written


def fields(work, **changes):
    """The fields of a work's one entry, as they are written between the outermost braces."""
    text = written("bib", of(work, **changes))
    return dict(re.findall(r"^  (\w+) = \{?(.*?)\}?,$", text, re.MULTILINE))


def test_an_article_has_all_its_fields():
    assert written("bib", of(CHA)) == (
        "@article{cha2020,\n"
        "  author = {Cha, Hae Lim and de Leeuw, Anna},\n"
        "  editor = {Ng, Bo},\n"
        "  title = {{Tea \\& “health”: 50\\% of \\textbraceleft{}it\\textbraceright{}}},\n"
        "  journal = {Journal of Tea},\n"
        "  year = {2020},\n"
        "  month = mar,\n"
        "  volume = {12},\n"
        "  number = {3},\n"
        "  pages = {100--110},\n"
        "  abstract = {We drank.},\n"
        "  keywords = {tea, cups},\n"
        "  doi = {10.1000/abc_1},\n"
        "  pmid = {123456},\n"
        "  pmcid = {PMC7654321},\n"
        "  issn = {1234-5679},\n"
        "  url = {https://tea.example/a_b?c=1%20},\n"
        "  urldate = {2026-01-02},\n"
        "  language = {en},\n"
        "  note = {Corrected in 2021.},\n"
        "}\n"
    )


def test_a_report_names_its_institution_and_number():
    found = fields(WHO)
    assert (found["institution"], found["number"], found["address"]) == ("WHO", "7", "Geneva")
    assert found["author"] == "{World Health Organization}"


@pytest.mark.parametrize(
    ("kind", "entry"),
    [("book", "book"), ("chapter", "incollection"), ("paper-conference", "inproceedings"), ("webpage", "misc")],
)
def test_each_kind_has_its_entry(kind, entry):
    assert written("bib", of(BOOK, type=kind)).startswith(f"@{entry}{{ng2019,")


@pytest.mark.parametrize(("container", "kind"), [("journal", "article-journal"), ("booktitle", "chapter")])
def test_what_a_work_stands_in_is_named_for_its_kind(container, kind):
    assert fields(BOOK, type=kind, container_title="All of tea")[container] == "All of tea"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("$5 & 6% #7_8", r"\$5 \& 6\% \#7\_8"),
        ("a\\b", r"a\textbackslash{}b"),
        ("}{", r"\textbraceright{}\textbraceleft{}"),
        ("x^2 ~ y", r"x\textasciicircum{}2 \textasciitilde{} y"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_latex_would_take_for_a_command_is_escaped(text, safe):
    assert f"publisher = {{{safe}}}" in written("bib", of(BOOK, publisher=text))


def test_braces_balance_whatever_the_work_holds():
    text = written("bib", of(CHA, title="}}} {", url="https://x.example/}{", doi="10.1000/}", note="{{"))
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Name("King", "Martin Luther", suffix="Jr"), "King, Jr, Martin Luther"),
        (Name("Gogh", "Vincent", dropping_particle="van"), "van Gogh, Vincent"),
        (Name("Smith, Jones and Co", "A."), "{Smith, Jones and Co}, A."),
        (Name("Plato"), "{Plato}"),
    ],
)
def test_a_name_stays_one_name(name, said):
    assert f"author = {{{said}}}," in written("bib", of(BOOK, authors=(name,)))


def test_a_date_in_words_is_the_year():
    assert fields(BOOK, issued=Date(literal="in press"))["year"] == "in press"


def test_the_entries_stand_in_the_order_of_the_references():
    text = written("bib", edition(f"<p>A.{cites(WHO)} B.{cites(CHA)}</p>"))
    assert re.findall(r"^@\w+\{(\w+),", text, re.MULTILINE) == ["who2023", "cha2020"]
