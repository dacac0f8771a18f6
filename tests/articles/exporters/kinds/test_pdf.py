"""PDF: a file that opens, with the edition's words in it, however its text is built."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from articles.exporters import Credit, exporters
from tests.articles.exporters.editions import BOOK, CHA, WHO, cites, edition, retracted


def opened(what):
    return PdfReader(BytesIO(exporters()["pdf"].write(what)))


def words(body="", **fields):
    """The words of all pages."""
    pages = opened(edition(body, **fields)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_edition_is_all_there():
    ada = Credit(
        "Ada Ng", "author", "PhD", "Leaf College", "<p>Drinks <em>tea</em>.</p>", "Sells <cups>.", "0000-0002-1825-0097"
    )
    body = f"<h2>Cups</h2><p>Tea <strong>calms</strong> &amp; warms.{cites(CHA, at='p. 4')}</p>"
    said = words(body, standfirst="What is known.", topics=("Health",), credits=(ada, Credit("Bo Li", "reviewer")))
    for piece in [
        "Leaf › Health On tea What is known. By Ada Ng Reviewer: Bo Li",
        "Published 2 January 2026 · Edition 1",
        "Tea calms & warms.",
        "1 (p. 4)",
        "References 1. Cha Hae Lim, de Leeuw Anna. Tea & “health”: 50% of {it}.",
        "Ada Ng, PhD, Leaf College (author) https://orcid.org/0000-0002-1825-0097",
        "Drinks tea. Disclosure: Sells <cups>.",
        "Bo Li (reviewer) Disclosure: None declared.",
    ]:
        assert piece in said


def test_the_file_says_what_it_is():
    about = opened(edition(standfirst="What is known.", language="de"))
    assert (about.metadata.title, about.metadata.author, about.metadata.subject) == (
        "On tea",
        "Ada Ng",
        "What is known.",
    )
    assert about.trailer["/Root"]["/Lang"] == "de"


def test_a_marker_leads_to_its_reference():
    found = opened(edition(f"<p>Tea.{cites(WHO)}</p>"))
    links = [link.get_object() for page in found.pages for link in page["/Annots"]]
    goals = [link["/Dest"] for link in links if "/Dest" in link]
    assert [(found.get_page_number(page.get_object()), kind) for page, kind, *_ in goals] == [(0, "/XYZ")]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a 2. b • c"),
        ("<blockquote><p>a</p></blockquote>", "a"),
        ('<aside class="promo"><p>a</p></aside>', "Advertisement a"),
        ("<table><caption>a</caption><tr><th>b</th><td>c</td></tr></table>", "a b c"),
        ('<figure><img src="x.jpg" alt="A cup"><figcaption>b</figcaption></figure>', "[Image: A cup] b"),
        ("<pre>a\n  b &lt; c</pre>", "a b < c"),
        ("<p>a<br>b H<sub>2</sub>O <code>x &lt; y</code></p>", "a b H2O x < y"),
    ],
)
def test_each_block_is_set(html, said):
    assert said in words(html)


@pytest.mark.parametrize("text", ["Łódź, ğ ş, ñ, ø", "α β Δ ≥ ≤ − ± µ", "Жизнь", "→ ★ ☎", "שלום"])
def test_letters_of_many_scripts_are_shown(text):
    said = words(f"<p>{text}</p>")
    assert sorted(set(text) - {" "}) == sorted(sign for sign in set(text) if sign in said and sign != " ")
    assert "none of the fonts" not in said


def test_a_letter_that_no_font_has_is_owned_up_to():
    assert "Some letters of this text are in none of the fonts of this file." in words("<p>中</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>a" * 45 + "</li></ul>" * 45,
        "<blockquote>" * 90 + "<p>deep</p>" + "</blockquote>" * 90,
        "<table><tr>" + "<td>wide cell</td>" * 10 + "</tr></table>",
        "<table><tr>" + "<td>wide cell</td>" * 900 + "</tr></table>",
        "<table><tr><td>" + "<p>A tall cell of many words.</p>" * 200 + "</td><td>b</td></tr></table>",
        "<table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>",
        '<table><tr><td colspan="99999">a</td></tr><tr><td rowspan="70">b</td></tr></table>',
        "<p>" + "x" * 5000 + "</p>",
        "<pre>" + "y" * 5000 + "</pre>",
        "<ul></ul><table></table><p></p><ol><li></li></ol>",
        "<h2>" + "Long heading " * 400 + "</h2>",
    ],
)
def test_no_shape_of_text_stops_the_pages(html):
    assert len(opened(edition(html)).pages) >= 1


def test_a_retracted_article_says_so_first():
    pages = opened(retracted()).pages
    said = " ".join(pages[0].extract_text().split())
    assert "Retracted: On tea" in said
    assert "Retraction, 3 February 2026: The cups were <empty>." in said


def test_an_entry_of_several_works_is_one_number():
    said = words(f"<p>Tea.{cites(WHO, BOOK)}</p>", numbering="per-note")
    assert (
        "1. World Health Organization. Global report. WHO. 2023. https://who.example/r; Cups. Cup Press. 2019." in said
    )
