"""The pass over tags that comes before every parser."""

import pytest
from hypothesis import given

from articles.text.tags import Tag, tokens
from tests.articles.text.markup import tangled


def read(markup: str) -> list[str | Tag]:
    return [token for token in tokens(markup) if token != ""]


@pytest.mark.parametrize(
    ("markup", "tag"),
    [
        ("<P>", Tag("p")),
        ("</p>", Tag("p", closing=True)),
        ("</p >", Tag("p", closing=True)),
        ("<br/>", Tag("br", self_closing=True)),
        ("<a href=b/>", Tag("a", attributes={"href": "b/"})),
        ("<a href='b>c' title=\"d'e\">", Tag("a", attributes={"href": "b>c", "title": "d'e"})),
        ("<a HREF = b\nhref=c d>", Tag("a", attributes={"href": "b", "d": ""})),
        ("<a/href=b//c>", Tag("a", attributes={"href": "b//c"})),
        ("<a =b>", Tag("a", attributes={"=b": ""})),
        ("<my-tag\xa0x>", Tag("my-tag\xa0x")),
        ("<a b=>", Tag("a", attributes={"b": ""})),
        ('<a b="c>', Tag("a", attributes={"b": "", '="c': ""})),
    ],
)
def test_tag_is_read_as_the_standard_says(markup, tag):
    assert read(f"x{markup}y") == ["x", tag, "y"]


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- <b> -->",
        "<!-- a --!>",
        "<!-->",
        "<!--->",
        "<!doctype html>",
        "<?php b ?>",
        "</ b>",
        "<![CDATA[b]]>",
        "<script>'<b>'</script>",
        "<style><b></STYLE >",
        "<script></scripts></script x=y>",
    ],
)
def test_what_no_reader_sees_is_left_out(markup):
    assert "".join(token for token in tokens(f"x{markup}y") if isinstance(token, str)) == "xy"
    assert not [token for token in tokens(markup) if isinstance(token, Tag)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("a <b", ["a <b"]),
        ("a <!-- b <i>c", ["a <!-- b ", Tag("i"), "c"]),
        ("<script>a <i>b", ["a ", Tag("i"), "b"]),
        ("1 < 2 <i>", ["1 < 2 ", Tag("i")]),
    ],
)
def test_what_never_ends_is_text(markup, expected):
    assert read(markup) == expected


@given(tangled())
def test_text_without_tags_comes_out_whole(markup):
    text = markup.replace("<", "")
    assert "".join(read(text)) == text
