"""The finder: words are found in a source, whatever stands between and inside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.management.citecheck.finder import Finder


def found(source: str, excerpt: str) -> str | None:
    """The rest of the source from where the excerpt was found."""
    offset = Finder(source).find(excerpt)
    return None if offset is None else source[offset:]


@pytest.mark.parametrize(
    ("source", "excerpt", "start"),
    [
        ("One. Rain is wet. Two.", "Rain is wet.", "Rain"),
        ("One. Rain is\n  wet. Two.", "Rain is wet.", "Rain"),
        ("One.*3  Rain is wet.*4", "Rain is wet.", "Rain"),
        ("Rain,*12 as they say, is wet.", "as they say, is wet.", "as they"),
        ("One. Rain, *1,*12 as they say, is wet.", "Rain, as they say, is wet.", "Rain"),
        ("One. Rain [3–5, 7] is wet.", "Rain is wet.", "Rain"),
        ("One.¹² Rain³ is wet.", "Rain is wet.", "Rain"),
        ("One.[^a] Rain[^big-drop] is wet.", "Rain is wet.", "Rain"),
        ("One. **Rain** is _wet_.", "Rain is wet.", "Rain"),
        ('One. [Rain](https://example.com/a/rain?is=dry "Rain is dry") is wet.', "Rain is wet.", "Rain"),
        ("<p>One.</p><p>Rain<sup><a href='#r3'>3</a></sup> is <em>w</em>et.</p>", "Rain is wet.", "Rain"),
        ("<li>Snow</li><li>Rain</li>", "Rain", "Rain"),
        ("<p>Caf&eacute; &amp; bar</p>", "Café & bar", "Caf&eacute;"),
        ("<p>One.</p><p>It&rsquo;s &#8220;wet&#8221;&nbsp;now.</p>", "It’s “wet” now.", "It&rsquo;s"),
        ("One. Ra\u200bin is w\u00adet.", "Ra\u200bin is w\u00adet.", "Ra"),
        ("One. Ra\u200bin is w\u00adet.", "Rain is wet.", "Ra"),
        ("One. Cafe\u0301s close.", "Cafés close.", "Cafe"),
        ("One. Der Fluß steigt.", "Der Fluß steigt.", "Der"),
        ("Cod | 12 | 3\nCod | 14 | 3\n", "Cod | 14 | 3", "Cod | 14"),
        ("Built of 10<sup>6</sup> stones.", "Built of 106 stones.", "Built"),
        ('<img src="rain.png" class=rain alt="Rain on a roof">', "Rain on a roof", "Rain on a"),
        ("<IMG src='snow.png' ALT='Rain'>", "Rain", "Rain"),
        ("In 2019 [3] 31 boats sank.", "31 boats sank.", "31 boats"),
        ("Built in 2019<sup>3</sup> and sold.", "Built in 2019 and sold.", "Built"),
        ("雨は冷たい。雪も冷たい。", "雪も冷たい。", "雪も"),
    ],
)
def test_words_are_found(source, excerpt, start):
    assert (found(source, excerpt) or "").startswith(start)


@pytest.mark.parametrize(
    ("source", "excerpt", "start"),
    [
        ("One. “Rain is wet,” he said.", "“Rain is wet,” he said.", "“Rain"),
        ("One. (Rain is wet.)", "(Rain is wet.)", "(Rain"),
        ("<p>&ldquo;Rain is wet.&rdquo;</p>", "“Rain is wet.”", "Rain"),
    ],
)
def test_place_begins_with_the_quotation_mark_where_the_source_has_it(source, excerpt, start):
    assert (found(source, excerpt) or "").startswith(start)


def test_repeated_words_get_a_place_each():
    source = "Rain is wet. Snow is cold. Rain is wet. Snow is cold."
    finder = Finder(source)
    assert [finder.find(text) for text in ("Rain is wet.", "Snow is cold.", "Rain is wet.", "Snow is cold.")] == [
        0,
        13,
        27,
        40,
    ]


def test_words_that_stand_earlier_are_found_and_do_not_turn_the_search_back():
    source = "By Ada. Rain is wet. Snow is cold. Rain is wet."
    finder = Finder(source)
    assert [finder.find(text) for text in ("Rain is wet.", "Ada", "Rain is wet.")] == [8, 3, 35]


def test_short_word_is_not_found_inside_a_longer_one():
    assert found("Eyes water. Yes.", "Yes.") == "Yes."


def test_longest_run_of_the_first_words_counts_where_the_rest_is_not_there():
    source = "Rain is wet here. Rain is wet in Wales, and cold."
    assert found(source, "Rain is wet in Wales; it is told of elsewhere.") == source[18:]


@pytest.mark.parametrize("excerpt", ["", "…", "Snow falls.", "Rain is dry and never falls in Wales."])
def test_words_that_are_not_there_have_no_place(excerpt):
    assert found("Rain is wet.", excerpt) is None


def test_page_is_searched_in_its_body_first():
    page = "<html><head><title>Rain</title>İİİİİİİİİİ</head><BODY class=a><h1>Rain</h1></body></html>"
    assert found(page, "Rain") == "Rain</h1></body></html>"


def test_page_is_searched_in_its_head_last():
    assert (found("<head><title>Rain</title></head><body>Wet.</body>", "Rain") or "").startswith("Rain</title>")


def test_what_stands_near_is_found_letter_by_letter():
    finder = Finder("Rain [3] is wet. Snow [3] is cold.")
    assert finder.find_near("[3]", 17) == 22
    assert finder.find_near("[4]", 17) == 17


@pytest.mark.parametrize("piece", ["<a", "](", "[^", "&amp", "<!--", "rain is ", "1 ", "<p>rain is wet</p>", "\u0301"])
def test_source_that_repeats_itself_is_searched(piece):
    source = piece * 20_000 + " Snow is cold."
    finder = Finder(source)
    for _ in range(200):
        finder.find("rain is dry and long")
    assert finder.find("Snow is cold.") is not None


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_is_searched(source, excerpt):
    offset = Finder(source).find(excerpt)
    assert offset is None or 0 <= offset < len(source)


@given(st.lists(st.sampled_from(["Rain is wet. ", "Snow*3 is cold. ", "In [3, 4] 1904 ice was rare.\n", "Why? "])))
def test_sentences_in_order_are_found_in_order(pieces):
    plain = {"Rain is wet. ": "Rain is wet.", "Why? ": "Why?", "Snow*3 is cold. ": "Snow is cold."}
    finder = Finder("".join(pieces))
    starts = [sum(map(len, pieces[:index])) for index in range(len(pieces))]
    assert [finder.find(plain.get(piece, "In 1904 ice was rare.")) for piece in pieces] == starts
