"""Which short lines are headings."""

import pytest

from articles.importers.headings import is_numbered, is_open, looks_the_part, unmarked
from articles.importers.lines import lines
from tests.articles.importers.reading import plain, shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A heading", True), ("A sentence.", False), ("A cited one.*3", False), ("Why?", True),
        ("(Not at all.)", False), ("Tea: does it calm?", True),
        ("A quarter! [laughs]", False), ("He went (see below)", True),
    ],
)  # fmt: skip
def test_a_line_is_open_where_no_stop_ends_it(text, expected):
    assert is_open(lines(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("WHERE TO GO", True), ("How To Go", True), ("how to go", False), ("Go", False)]
)
def test_only_headings_are_written_in_title_case(text, expected):
    assert looks_the_part(lines(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("2. Treatment", True), ("2. Boil the water.", False), ("2 Treatment", False)]
)
def test_a_number_with_a_stop_may_open_a_heading(text, expected):
    assert is_numbered(lines(text)[0]) is expected


def test_all_markers_at_the_end_of_a_line_are_looked_through():
    assert unmarked("Tea calms.*3,*4 [5]") == "Tea calms."


def test_numbered_headings_are_headings_and_no_references():
    body = "1. Introduction\n\nTea calms [1].\n\n2. Method\n\nWe drank it."
    imported = plain(f"A Title\n\n{body}\n\nReferences\n\n1. Doe J. Tea. 2019.")
    assert [block for block in shape(imported) if block[0] == "h2"] == [("h2", "1. Introduction"), ("h2", "2. Method")]
    assert [reference.number for reference in imported.manuscript.references] == [1]


@pytest.mark.parametrize("line", ["[Music]", "Here is the piece. Best, Jo", "A quarter! [laughs]"])
def test_a_remark_or_a_few_short_sentences_are_no_heading(line):
    assert shape(plain(f"A Title\n\nFirst words.\n\n{line}\n\nLast words."))[1] == ("p", line)


@pytest.mark.parametrize("line", ["A day in St. Ives", "No. 5 and its makers"])
def test_an_abbreviation_does_not_end_a_heading(line):
    assert shape(plain(f"A Title\n\nFirst words.\n\n{line}\n\nLast words."))[1] == ("h2", line)
