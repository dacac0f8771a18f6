"""The reader's page: numbers, clusters, anchors and the way back."""

from functools import partial

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles.text.page import Entry, bare, clusters, rekeyed, rendered, runs_of
from references.bibliography import number_of, numbered


def cite(keys: str, locator: str = "") -> str:
    located = f' data-locator="{locator}"' if locator else ""
    return f'<cite class="cit" data-ref="{keys}"{located}>{keys}</cite>'


def page(html: str, numbering: str = "per-source", **names: str) -> LexborHTMLParser:
    entries = numbered(clusters(html), numbering)
    shown = [Entry(keys, " and ".join(names.get(key, key) for key in keys), f"Work {keys}.") for keys in entries]
    return LexborHTMLParser(rendered(html, shown, partial(number_of, entries)))


def shown(tree: LexborHTMLParser) -> list[str]:
    return [marker.text() for marker in tree.css("sup.cite")]


def test_a_marker_becomes_a_numbered_link_to_its_reference():
    (link,) = page(f"<p>Tea is old.{cite('cha2020')}</p>", cha2020="Cha 2020").css("p sup.cite a")
    assert link.attributes == {"id": "cite-1-1", "href": "#ref-1", "aria-label": "Reference 1, Cha 2020"}


def test_works_are_numbered_by_their_first_citation():
    assert shown(page(f"<p>A.{cite('b')} B.{cite('a')} C.{cite('b')}</p>")) == ["1", "2", "1"]


def test_a_cluster_shows_its_numbers_in_order_and_runs_of_three_as_a_range():
    before = "".join(f"<p>x{cite(key)}</p>" for key in "abcdefgh")
    assert shown(page(f"{before}<p>y{cite('h d f g')}</p>"))[-1] == "4,6–8"


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [([], []), ([1], [[1]]), ([1, 2], [[1], [2]]), ([1, 2, 3], [[1, 2, 3]]), ([1, 2, 4, 5, 6], [[1], [2], [4, 5, 6]])],
)
def test_two_in_a_row_stay_two(numbers, runs):
    assert runs_of(numbers) == runs


def test_each_use_has_an_anchor_and_each_anchor_a_way_back_even_inside_a_range():
    tree = page(f"<p>x{cite('a b c')} y{cite('b')}</p>")
    anchors = {node.attributes["id"] for node in tree.css("p [id]")}
    backs = {link.attributes["href"].removeprefix("#") for link in tree.css(".backlinks a")}
    assert anchors == backs == {"cite-1-1", "cite-2-1", "cite-2-2", "cite-3-1"}
    targets = {link.attributes["href"] for link in tree.css("sup.cite a")}
    assert targets <= {f"#{item.attributes['id']}" for item in tree.css("li[id]")}


def test_a_locator_is_told_at_the_marker_and_at_the_way_back():
    tree = page(f"<p>x{cite('a b', 'p. 4|fig. 2')}</p>", a="Cha 2020")
    assert tree.css("sup.cite a")[0].attributes["aria-label"] == "Reference 1, Cha 2020, p. 4"
    assert [item.css_first(".backlinks").text() for item in tree.css("li")] == [
        "Cited at a (p. 4)",
        "Cited at a (fig. 2)",
    ]


def test_a_key_that_stands_twice_in_a_marker_keeps_both_locators():
    tree = page(f"<p>x{cite('a a', 'p. 4|p. 9')}</p>")
    assert "p. 4; p. 9" in tree.css_first("sup.cite a").attributes["aria-label"]


def test_numbering_per_note_gives_each_cluster_one_number():
    tree = page(f"<p>x{cite('a b')} y{cite('a')} z{cite('a b')}</p>", numbering="per-note")
    assert shown(tree) == ["1", "2", "1"]
    assert len(tree.css("section.references li")) == 2


def test_the_27th_use_is_called_aa():
    tree = page(f"<p>{('x' + cite('a')) * 27}</p>")
    assert tree.css(".backlinks a")[-1].text() == "aa"


def test_a_marker_inside_another_is_a_marker_of_its_own():
    opening = "".join(f'<cite class="cit" data-ref="{key}">{key}' for key in "abc")
    nested = f"<p>x{opening}</cite></cite></cite></p>"
    tree = page(nested)
    assert shown(tree) == ["1", "2", "3"]
    assert tree.css("cite") == []


def test_a_marker_that_names_no_entry_is_left_out():
    html = f"<p>x{cite('a')} y{cite('gone')}</p>"
    tree = LexborHTMLParser(rendered(html, [Entry(("a",), "A", "A.")], partial(number_of, [("a",)])))
    assert shown(tree) == ["1"]
    assert "gone" not in tree.html


def test_names_and_locators_never_become_markup():
    attack = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"
    tree = page(f"<p>x{cite('a', attack)}</p>", a='"><script>alert(1)</script>')
    assert tree.css("img, script") == []
    assert all(set(link.attributes) <= {"id", "href", "aria-label"} for link in tree.css("a"))


def test_a_text_without_citations_has_no_list_of_references():
    assert rendered("<p>Tea.</p>", [], lambda keys: ()) == "<p>Tea.</p>"


def test_renaming_keys_changes_only_those_that_are_named():
    html = f"<p>x{cite('a b', 'p. 1|p. 2')} &amp; y</p>"
    assert clusters(rekeyed(html, {"a": "z"})) == [("z", "b")]
    assert 'data-locator="p. 1|p. 2"' in rekeyed(html, {"a": "z"})
    assert rekeyed(html, {}) == html


def test_headings_tables_and_advertisements_get_what_a_page_needs():
    tree = page(
        '<h2>A</h2><h3>B</h3><table><tbody><tr><td>x</td></tr></tbody></table><aside class="promo">Buy.</aside>'
    )
    assert [heading.attributes["id"] for heading in tree.css("h2[id^=section-], h3")] == ["section-1", "section-2"]
    assert tree.css_first("div.scroll > table").text() == "x"
    assert tree.css_first("aside.promo > p.label").text() == "Advertisement"


@pytest.mark.parametrize(
    "html",
    [
        "<p>x</p>",
        f"<h2>A{cite('a')}</h2><p>x{cite('a b', 'p. 4|')}</p>",
        '<aside class="promo"><p>Buy.</p><aside class="promo">More.</aside></aside><aside class="note">x</aside>',
        "<table><tbody><tr><td><table><tbody><tr><td>x</td></tr></tbody></table></td></tr></tbody></table>",
    ],
)
def test_what_a_page_needs_can_be_taken_away_again(html):
    entries = numbered(clusters(html), "per-source")
    made = rendered(html, [Entry(keys, "A", "A.") for keys in entries], partial(number_of, entries))
    assert bare(made) == bare(html)


def test_no_other_words_count_as_what_a_page_adds():
    typed = '<aside class="promo"><p>Advertisement</p></aside>'
    assert bare(typed) == typed
