"""JATS: each part of an edition under its own element."""

from datetime import date

import pytest

from articles.exporters import Credit
from references.csl import Date
from tests.articles.exporters.editions import BOOK, CHA, WHO, cites, edition, of, retracted, tree, written

LINK = "{http://www.w3.org/1999/xlink}href"


def article(body="", **fields):
    return tree(written("xml", edition(body, **fields)))


def inside(html):
    """What the body of a text is in JATS."""
    return written("xml", edition(html)).split("<body>")[1].split("</body>")[0]


def citation(work, **changes):
    """A work's citation: the names and texts of its parts."""
    made = tree(written("xml", of(work, **changes))).find(".//element-citation")
    return [(part.tag, "".join(part.itertext())) for part in made]


def test_the_head_says_what_the_edition_is():
    found = article(
        standfirst="What is known.", topics=("Health", "Tea"), language="de", number=3, day=date(2026, 2, 3)
    )
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert found.findtext(".//journal-title") == "Leaf"
    assert found.findtext(".//article-title") == "On tea"
    assert [subject.text for subject in found.iter("subject")] == ["Health", "Tea"]
    assert found.findtext(".//abstract/p") == "What is known."
    assert found.find(".//pub-date").get("iso-8601-date") == "2026-01-02"
    assert found.find(".//history/date").get("iso-8601-date") == "2026-02-03"
    assert found.find(".//self-uri").get(LINK) == "https://leaf.example/articles/on-tea/"
    assert found.findtext(".//custom-meta/meta-value") == "3"


def test_people_have_their_role_bio_and_disclosure():
    ada = Credit(
        "Ada Ng", "author", "PhD", "Leaf College", "<p>Drinks <em>tea</em>.</p>", "Owns < 5 %.", "0000-0002-1825-0097"
    )
    found = article(credits=(ada, Credit("Bo Li", "reviewer")))
    first, second = found.iter("contrib")
    assert first.findtext("contrib-id") == "https://orcid.org/0000-0002-1825-0097"
    assert (first.findtext("string-name"), first.findtext("degrees"), first.findtext("aff")) == (
        "Ada Ng",
        "PhD",
        "Leaf College",
    )
    assert "".join(first.find("bio").itertext()) == "Drinks tea."
    assert (second.get("contrib-type"), second.find("bio")) == ("reviewer", None)
    assert [note.findtext("p") for note in found.iter("fn")] == ["Ada Ng: Owns < 5 %.", "Bo Li: None declared."]


def test_headings_make_sections_in_each_other():
    assert inside("<p>0</p><h2>A</h2><p>1</p><h4>B</h4><p>2</p><h3>C</h3><p>3</p><h2>D</h2>") == (
        "<p>0</p><sec><title>A</title><p>1</p><sec><title>B</title><p>2</p></sec>"
        "<sec><title>C</title><p>3</p></sec></sec><sec><title>D</title></sec>"
    )


def test_a_marker_leads_to_its_references():
    found = article(f"<p>Tea.{cites(WHO, CHA, at='|p. 4')}</p>")
    links = [(link.get("rid"), link.text) for link in found.iter("xref")]
    assert links == [("ref-1", "1"), ("ref-2", "2 (p. 4)")]
    assert [ref.get("id") for ref in found.iter("ref")] == ["ref-1", "ref-2"]


def test_a_note_holds_all_its_works():
    found = article(f"<p>Tea.{cites(WHO, CHA)}</p>", numbering="per-note")
    assert [len(ref.findall("element-citation")) for ref in found.iter("ref")] == [2]


@pytest.mark.parametrize(
    ("html", "jats"),
    [
        ("<p>a <em>b</em> <strong>c</strong> <code>d</code></p>",
         "<p>a <italic>b</italic> <bold>c</bold> <monospace>d</monospace></p>"),
        ("<ul><li>a</li></ul>", '<list list-type="bullet"><list-item><p>a</p></list-item></list>'),
        ("<ol><li><p>a</p><pre>b</pre></li></ol>",
         '<list list-type="order"><list-item><p>a</p><p><preformat>b</preformat></p></list-item></list>'),
        ("<blockquote><h3>a</h3><p>b</p></blockquote>",
         "<disp-quote><p><bold>a</bold></p><p>b</p></disp-quote>"),
        ('<aside class="promo"><p>a</p></aside>', '<boxed-text content-type="promo"><p>a</p></boxed-text>'),
        ('<table><caption>a</caption><thead><tr><th scope="col">b</th></tr></thead><tbody><tr><td colspan="2">c</td>'
         "</tr></tbody></table>",
         '<table-wrap><caption><p>a</p></caption><table><thead><tr><th scope="col">b</th></tr></thead><tbody><tr>'
         '<td colspan="2">c</td></tr></tbody></table></table-wrap>'),
        ('<figure><img src="/media/a.jpg" alt="b"><figcaption>c</figcaption></figure>',
         '<fig><caption><p>c</p></caption><graphic xlink:href="https://leaf.example/media/a.jpg"><alt-text>b</alt-text>'
         "</graphic></fig>"),
        ('<p><a href="https://x.example/?a=1&amp;b=2">a</a></p>',
         '<p><ext-link ext-link-type="uri" xlink:href="https://x.example/?a=1&amp;b=2">a</ext-link></p>'),
    ],
)  # fmt: skip
def test_each_element_has_its_like(html, jats):
    assert inside(html) == jats


def test_an_article_in_a_journal_has_all_its_parts():
    assert citation(CHA) == [
        ("person-group", "ChaHae Limde LeeuwAnna"),
        ("person-group", "NgBo"),
        ("article-title", "Tea & “health”: 50% of {it}"),
        ("source", "Journal of Tea"),
        ("year", "2020"),
        ("month", "3"),
        ("day", "4"),
        ("date-in-citation", "2026-01-02"),
        ("volume", "12"),
        ("issue", "3"),
        ("fpage", "100"),
        ("lpage", "110"),
        ("issn", "1234-5679"),
        ("pub-id", "10.1000/abc_1"),
        ("pub-id", "123456"),
        ("pub-id", "PMC7654321"),
        ("ext-link", "https://tea.example/a_b?c=1%20"),
        ("comment", "Corrected in 2021."),
    ]


def test_a_book_and_its_chapter_name_their_source():
    assert ("source", "Cups") in citation(BOOK)
    chapter = citation(BOOK, type="chapter", container_title="All of tea")
    assert [part for part in chapter if part[0] in {"chapter-title", "source"}] == [
        ("chapter-title", "Cups"),
        ("source", "All of tea"),
    ]


def test_what_is_no_range_of_pages_stays_as_it_is_printed():
    assert ("page-range", "4-6, 9") in citation(BOOK, page="4-6, 9")
    assert ("year", "in press") in citation(BOOK, issued=Date(literal="in press"))


def test_characters_that_xml_has_not_are_left_out():
    assert ("source", "Tea cup") in citation(BOOK, title="Tea\x00\x0b\ufffe cup\ud800")


def test_a_retracted_article_is_one_of_that_type():
    found = tree(written("xml", retracted()))
    assert found.get("article-type") == "retraction"
    assert found.findtext(".//article-title") == "Retracted: On tea"
    assert found.findtext(".//notes/p") == "The cups were <empty>."
