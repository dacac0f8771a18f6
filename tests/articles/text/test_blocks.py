"""HTML to blocks: each text where a reader sees it."""

import pytest

from articles.manuscript import Block, Citation, Image
from articles.text.blocks import Reading, read
from articles.text.sanitize import clean

CITE = '<cite class="cit" data-ref="cha2020">Cha 2020</cite>'


def reading(markup: str) -> Reading:
    return read(clean(markup))


def texts(markup: str) -> list[tuple[str, str]]:
    return [(block.name, block.text) for block in reading(markup).blocks]


def marked(markup: str, kind: str) -> list[str]:
    found = reading(markup)
    return [found.blocks[place.block].text[place.start : place.end] for place in getattr(found, kind)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a</p><p>b</p>", [("p", "a"), ("p", "b")]),
        ("loose<p>a</p>after", [("p", "loose"), ("p", "a"), ("p", "after")]),
        ("<h2>a</h2><h4>b <em>c</em></h4>", [("h2", "a"), ("h4", "b c")]),
        ("<h2><p>a</p></h2>", [("h2", "a")]),
        ("<p> a \n\t b&nbsp; c </p>", [("p", "a b c")]),
        ("<p>a<br>b<hr>c</p>", [("p", "a b"), ("p", "c")]),
        ("<pre>a\n  b</pre>", [("pre", "a b")]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", [("blockquote", "a"), ("blockquote", "b")]),
        ("<blockquote>a<ul><li>b</li></ul></blockquote>", [("blockquote", "a"), ("li", "b")]),
        ("<ul><li><p>a</p></li><li>b</li></ul>", [("li", "a"), ("li", "b")]),
        ("<figure><img alt='a' src='b'><figcaption>c</figcaption></figure>", [("img", "a"), ("figcaption", "c")]),
        ("<p><a href='b' title='c'>a</a></p>", [("p", "a"), ("a", "c")]),
        ("<p><abbr title='c'>a</abbr> b</p>", [("p", "a b"), ("abbr", "c")]),
        ("<p>a <img alt='c' title='d'> b</p>", [("p", "a b"), ("img", "c"), ("img", "d")]),
        ("<p></p><p> </p><ul><li></li></ul>", []),
    ],
)
def test_text_becomes_blocks_in_reading_order(markup, expected):
    assert texts(markup) == expected


@pytest.mark.parametrize(
    "markup",
    ["<p>he<b>al</b>s</p>", "<p>he<wbr>als</p>", "<p>he&#x200b;als</p>", "<p>he<!-- x -->als</p>", "<p>h&#101;als"],
)
def test_inline_elements_that_touch_make_one_word(markup):
    assert texts(markup) == [("p", "heals")]


def test_row_is_one_block_with_its_cells_parted():
    markup = "<table><caption>a</caption><tr><th>b</th><th>c</th></tr><tr><td><p>d</p><ul><li>e</ul></td><td>f</table>"
    assert texts(markup) == [("caption", "a"), ("tr", "b | c"), ("tr", "d e | f")]


def test_table_and_its_caption_are_one_group_and_two_tables_are_two():
    table = "<table><caption>a</caption><tr><td>b</table>"
    groups = [block.group for block in reading(f"<p>x</p>{table}{table}").blocks]
    assert groups == [None, 1, 1, 2, 2]


def test_table_in_a_figure_shares_the_figures_group():
    blocks = reading("<figure><table><tr><td>a</table><figcaption>b</figcaption></figure>").blocks
    assert [block.group for block in blocks] == [1, 1]


def test_header_row_is_known_even_behind_an_image():
    found = reading("<table><tr><th><img alt='a'></th><th>b</th></tr><tr><th>c</th><td>d</td></tr></table>")
    assert [found.blocks[index].text for index in found.header_rows] == ["b"]


def test_list_knows_what_introduces_it():
    blocks = reading("<p>Tea heals:</p><ul><li>a:<ol><li>b</li></ol></li><li>c</li></ul>").blocks
    assert [(block.text, block.lead_in) for block in blocks] == [("Tea heals:", None), ("a:", 0), ("b", 1), ("c", 0)]


def test_title_of_a_link_does_not_come_between_list_and_lead_in():
    blocks = reading("<p><a title='t'>Tea</a> heals:</p><ul><li>a</ul>").blocks
    assert blocks[-1] == Block(2, "li", "a", group=1, lead_in=0)


@pytest.mark.parametrize(
    ("markup", "kind"), [('class="promo"', "promo"), ('class="key-points"', "key-points"), ("", "note")]
)
def test_callout_names_its_kind(markup, kind):
    blocks = reading(f"<aside {markup}><h3>a</h3><p>b</p><ul><li>c</ul></aside><p>d</p>").blocks
    assert [block.container for block in blocks] == [kind, kind, kind, ""]


def test_citation_stands_at_its_offset_and_its_words_are_no_text():
    found = reading(f"<p>Tea heals. {CITE} Wounds.</p>")
    assert found.blocks[0].text == "Tea heals. Wounds."
    assert found.citations == (Citation(0, 10, ("cha2020",), ("",), "Cha 2020"),)


@pytest.mark.parametrize(
    ("locators", "expected"),
    [
        ("p. 4|ch. 2", ("p. 4", "ch. 2")),
        ("p. 4", ("p. 4", "")),
        ("|ch. 2", ("", "ch. 2")),
        ("a|b|c", ("a", "b")),
        ("", ("", "")),
    ],
)
def test_locators_are_parted_in_the_order_of_the_keys(locators, expected):
    found = reading(f'<p>a<cite data-ref="cha2020 hu2016" data-locator="{locators}">x</cite></p>')
    assert found.citations[0].keys == ("cha2020", "hu2016")
    assert found.citations[0].locators == expected


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<p>in 2020 {CITE}: a", "in 2020: a"),
        (f"<p>in 2020 {CITE}, a", "in 2020, a"),
        (f"<p>(see {CITE}) a", "(see) a"),
        (f"<p>in 2020 {CITE} a", "in 2020 a"),
        (f"<p>in 2020 {CITE} : a", "in 2020 : a"),
    ],
)
def test_punctuation_after_a_citation_stays_with_the_word_before(markup, text):
    assert texts(markup) == [("p", text)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<cite data-ref="a">A<p>Tea heals.</p><p>So.</p></cite>', ["A", "Tea heals.", "So."]),
        (f'<p><cite data-ref="a">{"Tea heals. " * 20}</cite></p>', [("Tea heals. " * 20).strip()]),
        ("<p><cite>Of Tea</cite> is a book.</p>", ["Of Tea is a book."]),
    ],
)
def test_text_in_a_citation_that_is_no_label_is_read(markup, expected):
    assert [text for _, text in texts(markup)] == expected


def test_each_image_has_a_block_of_its_own():
    found = reading("<p>a</p><img src='b'><p>c <img src='d' alt=''></p><img src='e' alt='f'>")
    assert found.images == (Image(1, "b", None), Image(3, "d", ""), Image(4, "e", "f"))
    assert [(block.name, block.text) for block in found.blocks] == [
        ("p", "a"),
        ("img", ""),
        ("p", "c"),
        ("img", ""),
        ("img", "f"),
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>heals<sup>3</sup> and m<sup>2</sup></p>", ["3", "2"]),
        ("<p>a <sup>b<sub>c</sub></sup></p>", ["bc"]),
        ("<p>a<sup></sup></p>", []),
        ("<div>ab<sup><p>c</p>defgh</sup></div>", []),
    ],
)
def test_superscripts_are_placed(markup, expected):
    assert marked(markup, "superscripts") == expected


def test_code_is_placed():
    assert marked("<p>Call <code>f[3]</code> now.</p>", "code") == ["f[3]"]
