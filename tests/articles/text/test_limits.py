"""The limits before every parser."""

import pytest

from articles.text import parse
from articles.text.limits import MAX_ATTRIBUTES, MAX_BYTES, MAX_CHARACTER_REFERENCES, MAX_DEPTH, MAX_ELEMENTS
from articles.text.sanitize import TextTooLarge, check_limits, clean


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("a" * (MAX_BYTES + 1), "2,097,153 bytes"),
        ("ä" * (MAX_BYTES // 2 + 1), "2,097,154 bytes"),
        ("<em>" * (MAX_DEPTH + 1), "101 elements nested"),
        ("<div>" * 10_000, "101 elements nested"),
        ("<div>" * 100_000, "101 elements nested"),
        ("<x>" * 100_000, "101 elements nested"),
        ("<br>" * (MAX_ELEMENTS + 1), "50,001 elements"),
        ("</p>" * (MAX_ELEMENTS + 1), "50,001 elements"),
        ("&" * (MAX_CHARACTER_REFERENCES + 1), "100,001 character references"),
        ("<p " + " ".join(f"a{n}" for n in range(MAX_ATTRIBUTES + 1)) + ">", "1,001 attributes"),
    ],
)
def test_one_too_many_is_refused_by_name(markup, what):
    with pytest.raises(TextTooLarge, match=f"The text has {what}"):
        check_limits(markup)
    with pytest.raises(TextTooLarge, match=f"The text has {what}"):
        clean(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "a" * MAX_BYTES,
        "<em>" * MAX_DEPTH,
        "<p>" * MAX_ELEMENTS,
        "<ul>" * 50 + "<li>a" * 1_000,
        "<table><tr>" + "<td>a" * 1_000,
        "<svg>" + "<path/>" * 1_000,
        "<em>a</em>" * 1_000,
        "&" * MAX_CHARACTER_REFERENCES,
        "<p " + " ".join(f"a{n}" for n in range(MAX_ATTRIBUTES)) + ">",
    ],
)
def test_just_enough_is_taken(markup):
    check_limits(markup)


def test_a_refusal_is_a_value_error():
    assert issubclass(TextTooLarge, ValueError)


@pytest.mark.parametrize(
    "markup",
    [
        "<ins><!--</ins>-->" * 200,
        "<ins><i title='</ins>'></i>" * 200,
        "<ins><script></ins></script>" * 200,
        "<!-- <a title='--> " + "<ins>" * 200 + " <!-- ' -->",
        "<ins><!x </ins>" * 200,
    ],
)
def test_depth_cannot_be_hidden_behind_what_is_no_tag(markup):
    with pytest.raises(TextTooLarge, match="nested"):
        check_limits(markup)


def test_depth_that_only_the_parser_makes_is_refused():
    markup = "<cite><aside></cite></aside>" * 200
    check_limits(markup)
    with pytest.raises(TextTooLarge, match="nested"):
        clean(markup)


def test_elements_that_the_parser_would_open_anew_in_each_block_are_counted():
    reopened = "".join(f'<b lang="x{number}">' for number in range(90))
    with pytest.raises(TextTooLarge, match="elements"):
        check_limits(reopened + "<p>a</p>" * 1_000)


def test_deepest_legal_text_is_read():
    assert [block.text for block in parse("<table><tr><td>" * MAX_DEPTH + "Tea heals.").blocks] == ["Tea heals."]
    assert [block.text for block in parse("<ul><li>" * MAX_DEPTH + "Tea heals.").blocks] == ["Tea heals."]
