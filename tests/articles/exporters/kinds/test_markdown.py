"""Markdown: what is exported reads as it was, by our importer and by a CommonMark parser."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from articles.exporters import Credit
from articles.importers import read
from tests.articles.exporters.editions import BOOK, CHA, WHO, cites, edition, retracted, written
from tests.articles.importers.reading import cited, shape


def text(body, **fields):
    """The Markdown of a body alone: without front matter, title and footnotes."""
    whole = written("md", edition(body, credits=(), **fields))
    return whole.split("# On tea\n", 1)[1].split("\n[^1]: ")[0].strip()


def shown(markdown):
    """The words that a CommonMark parser shows of a text."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    return " ".join(LexborHTMLParser(html).text(separator="").split())


def test_front_matter_says_what_the_edition_is():
    whole = written("md", edition(standfirst="What: is known?", topics=("Health", "Tea")))
    said = yaml.safe_load(whole.split("---\n")[1])
    assert (said["title"], said["description"], said["topics"]) == ("On tea", "What: is known?", ["Health", "Tea"])
    assert (said["authors"], said["edition"], said["publication"]) == (["Ada Ng"], 1, "Leaf")
    assert said["url"] == "https://leaf.example/articles/on-tea/"


def test_our_importer_reads_the_text_back():
    body = (
        f"<h2>Cups</h2><p>Tea <em>calms</em> nerves by 10 %.{cites(CHA)} It warms hands.{cites(CHA, WHO)}</p>"
        f"<ul><li>Green tea{cites(BOOK)}</li><li>Black tea</li></ul><blockquote><p>Drink it.</p></blockquote>"
        "<table><tr><th>Who</th><th>Cups</th></tr><tr><td>Ada</td><td>3 | 4</td></tr></table>"
    )
    people = (Credit("Ada Ng", disclosure="Sells tea."),)
    back = read(written("md", edition(body, credits=people, topics=("Health",))).encode(), "tea.md")
    assert shape(back) == [
        ("h2", "Cups"),
        ("p", "Tea calms nerves by 10 %. It warms hands."),
        ("li", "Green tea"),
        ("li", "Black tea"),
        ("blockquote", "Drink it."),
        ("tr", "Who | Cups"),
        ("tr", "Ada | 3 | 4"),
    ]
    assert [numbers for _, numbers in cited(back)] == [(1,), (1,), (2,), (3,)]
    assert (back.manuscript.title, back.manuscript.topics) == ("On tea", ("Health",))
    assert [(person.name, person.disclosure) for person in back.manuscript.people] == [("Ada Ng", "Sells tea.")]
    assert [reference.sources[0].doi for reference in back.manuscript.references] == ["10.1000/abc_1", "", ""]


def test_a_marker_is_a_footnote_with_its_locator_beside_it():
    assert text(f"<p>Tea calms.{cites(CHA, WHO, at='p. 4|')}</p>") == "Tea calms.[^1]<sup>(p. 4)</sup>[^2]"


def test_a_note_holds_all_its_works():
    whole = written("md", edition(f"<p>Tea.{cites(WHO, BOOK)}</p>", numbering="per-note"))
    assert "[^1]: World Health Organization. Global report. WHO. 2023." in whole
    assert "; Cups. Cup Press. 2019." in whole


@pytest.mark.parametrize(
    "plain",
    [
        "5 * 3 * 2",
        "*stars* and _lines_",
        "[not](a link)",
        "<b>not bold</b>",
        "&amp; stays",
        "`code`",
        "# no heading",
        "1. no list",
        "- no list",
        "+ none",
        "=== no rule",
        "C:\\temp\\x",
        "![no](image)",
        "[^1] no note",
        "> no quote",
        "~~no~~ strike",
    ],
)
def test_text_never_turns_into_markup(plain):
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown(text(f"<p>{escaped}</p>")) == plain


@given(st.text(st.sampled_from("ab1 .,-*_`#[]()<>!&;\\|~:+=\n"), max_size=30))
def test_no_text_turns_into_markup(plain):
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = " ".join(plain.split())
    assert shown(text(f"<p>x</p><p>{escaped}</p>")) == f"x {words}".strip()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("Tea <em>calms</em> us.", "Tea *calms* us."),
        ("<strong>Tea.</strong> It calms.", "**Tea.** It calms."),
        ("<strong>(Tea)</strong>pot", "<strong>(Tea)</strong>pot"),
        ("<em>a</em><em>b</em>", "*a*<!-- -->*b*"),
        ("<em>a <em>b</em> c</em>", "*a b c*"),
        ("<em> a </em>b", "*a* b"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("<code>a`b</code>", "``a`b``"),
        ("a<br>b", "a\\\nb"),
        ('<a href="https://x.example/(a) b">tea</a>', "[tea](https://x.example/%28a%29%20b)"),
        ('<a href="/topics/tea/">tea</a>', "[tea](https://leaf.example/topics/tea/)"),
        ('<img src="/media/a.jpg" alt="A [cup]">', "![A \\[cup\\]](https://leaf.example/media/a.jpg)"),
    ],
)
def test_each_element_in_a_line_has_its_form(html, markdown):
    assert text(f"<p>{html}</p>") == markdown


def test_a_cell_never_stands_over_more_columns_than_there_are():
    table = '<table><tr><td colspan="99999">a</td></tr><tr><td>b</td><td>c</td></tr></table>'
    assert text(table) == "| a |  |\n| --- | --- |\n| b | c |"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h3>Cups</h3>", "### Cups"),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n\n2. b\n\n   - c"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre>a\n```\nb</pre>", "````\na\n```\nb\n````"),
        ("<hr>", "***"),
        ('<aside class="promo"><p>Buy.</p></aside>', '<aside class="promo">\n\nBuy.\n\n</aside>'),
        (
            "<table><caption>Cups</caption><tr><th>a</th><th>b</th></tr><tr><td colspan=2>c</td></tr></table>",
            "| a | b |\n| --- | --- |\n| c |  |\n\n: Cups",
        ),
        (
            '<figure><img src="https://x.example/a.jpg" alt="A cup"><figcaption>Hot.</figcaption></figure>',
            "![A cup](https://x.example/a.jpg)\n\nHot.",
        ),
    ],
)
def test_each_block_has_its_form(html, markdown):
    assert text(html) == markdown


def test_a_retracted_article_says_so_first():
    whole = written("md", retracted())
    assert "# Retracted: On tea\n\n> **Retraction, 3 February 2026:** The cups were \\<empty\\>." in whole
    assert yaml.safe_load(whole.split("---\n")[1])["title"] == "Retracted: On tea"
