"""The front door of the importers: read()."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers import Unreadable, read
from articles.importers.registry import for_name, importer
from articles.text import parse
from articles.text.sanitize import clean

NAMES = ["a.txt", "a.md", "a.html", "a"]
# Bytes that importers have reasons to look at, so that chance finds more than noise.
FRAGMENTS = [
    "*1", "[2]", "[1, 3–5]", "¹", "\n", "\n\n", " ", "1. ", "- ", "References",
    "By Jane Doe", "Disclosure: ", "A / B",
    "Related posts", "<p>", "</p>", "<sup>1</sup>", "<ol><li>", "<aside class=promo>", "<h1>", "[^1]", "[^1]: ",
    "---\n", "title: x\n",
    "> ", "|a|b|\n|-|-|\n", "`", "*",
    "Smith, J. A title. 2020.", "words", "Word", ".", ":", "é", "<", "&", "\0", "\ud7ff",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "plain"), ("a", "plain"), ("a.log", "plain"), ("A.MD", "markdown"), ("a.markdown", "markdown"),
        ("dir.md/a.htm", "html"), ("a.xhtml", "html"), ("a.docx", "unsupported"),
    ],
)  # fmt: skip
def test_the_importer_is_chosen_by_the_ending(name, kind):
    assert for_name(name).__module__ == f"articles.importers.kinds.{kind}"


def test_two_importers_cannot_have_one_ending():
    for_name("a.txt")
    with pytest.raises(ValueError, match=r"Two importers read \.txt"):
        importer(".txt")(lambda data: None)


@pytest.mark.parametrize("name", ["a.docx", "a.xml", "a.wxr"])
def test_a_kind_that_cannot_be_read_yet_says_what_to_do(name):
    with pytest.raises(Unreadable, match="cannot read this kind of file yet"):
        read(b"anything", name)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(name, data):
    said = ""
    try:
        imported = read(data, name)
    except Unreadable as refusal:
        said = str(refusal)
    assert said.endswith(".") or clean(imported.markup) == imported.markup


@pytest.mark.parametrize("name", NAMES)
@given(parts=st.lists(st.sampled_from(FRAGMENTS), max_size=30))
def test_any_mixture_of_what_texts_are_made_of_is_read_and_its_markup_is_stored_markup(name, parts):
    try:
        imported = read("".join(parts).encode(), name)
    except Unreadable:
        return
    assert clean(imported.markup) == imported.markup
    assert parse(imported.markup, language=imported.manuscript.language).blocks == imported.manuscript.blocks


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<div>" * 10_000),
        ("a.md", "<div>" * 10_000),
        ("a.html", "<p>x" * 60_000),
        ("a.txt", "ab\n\n" * 60_000),
        ("a.txt", "word*1," * 60_000 + "\n\nReferences\n\n1. Smith, J. A title. 2020."),
    ],
)
def test_what_passes_a_limit_is_refused_with_a_sentence(name, data):
    with pytest.raises(Unreadable, match=r"at most [\d,]+ are taken. Split the text"):
        read(data.encode(), name)


@pytest.mark.parametrize("level", ["<table><tr><td>", "<ul><li>", "<blockquote>", "<div>"])
def test_what_is_as_deep_as_the_limit_allows_is_read(level):
    imported = read((level * 90 + "Deep words.").encode(), "a.html")
    assert [sentence.text for sentence in imported.manuscript.sentences] == ["Deep words."]
