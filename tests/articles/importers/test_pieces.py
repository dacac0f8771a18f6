"""The small readers: topics, furniture, headings, lines, language."""

import pytest

from articles.importers.furniture import is_furniture
from articles.importers.headings import is_open, looks_the_part
from articles.importers.language import language_of
from articles.importers.lines import lines
from articles.importers.topics import breadcrumb
from tests.articles.importers.reading import lost, plain


@pytest.mark.parametrize("line", ["A / B", "A > B", "A › B", "A » B", "A>B"])
def test_a_breadcrumb_names_topics(line):
    assert breadcrumb(line) == ("A", "B")


@pytest.mark.parametrize("line", ["Tea", "Tea and/or coffee", "He said a / b is fine.", "A / " + "long " * 9])
def test_other_lines_are_no_breadcrumb(line):
    assert breadcrumb(line) == ()


@pytest.mark.parametrize(
    "line", ["Leave a Comment", "Share this", "3 comments", "Related posts", "© 2020 Leaf Ltd", "Read more »"]
)
def test_furniture_is_known_as_a_whole_line(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Leave a comment if you like tea.", "Share this cake with a friend", "Reading more helps"]
)
def test_a_sentence_with_the_same_words_is_text(line):
    assert not is_furniture(line)


def test_titles_of_other_articles_are_dropped_with_their_heading():
    imported = plain("A Title\n\nTea calms.\n\nRelated posts\n\nTen Cups\n\nMore Cups\n\nThis is text again.")
    assert lost(imported) == [(5, "Related posts"), (7, "Ten Cups"), (9, "More Cups")]
    assert imported.manuscript.blocks[-1].text == "This is text again."


@pytest.mark.parametrize(
    ("text", "expected"),
    [("A heading", True), ("A sentence.", False), ("A cited one.*3", False), ("Why?", True), ("(Not at all.)", False)],
)
def test_a_line_is_open_where_no_stop_ends_it(text, expected):
    assert is_open(lines(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("WHERE TO GO", True), ("How To Go", True), ("how to go", False), ("Go", False)]
)
def test_only_headings_are_written_in_title_case(text, expected):
    assert looks_the_part(lines(text)[0]) is expected


def test_lines_with_room_for_the_next_word_were_broken_on_purpose():
    assert [line.text for line in lines("Short one.\nThis line is a good deal longer.\nShort again.")] == [
        "Short one.",
        "This line is a good deal longer.",
        "Short again.",
    ]


def test_a_figure_at_the_beginning_of_a_wrapped_line_opens_nothing():
    assert len(lines("The council moved to another place some\n57 people from a home that stood in water.")) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the cat and the dog are in the house with that man " * 3, "en"),
        ("der Hund und die Katze sind nicht auf dem Dach mit der Maus " * 3, "de"),
        ("les chats sont dans la maison avec une souris pour le soir " * 3, "fr"),
        ("kurz und gut", "en"),
    ],
)
def test_the_language_is_told_by_common_words(text, language):
    assert language_of(text) == language
