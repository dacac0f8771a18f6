"""Places: line and column of what a finding is about."""

import re
from pathlib import Path

import pytest

from articles.checks import Finding, Severity
from articles.importers import read
from articles.management.citecheck.places import Position, positions
from articles.manuscript import Place
from tests.articles.management.citecheck.texts import checked, imported

CASES = Path(__file__).resolve().parents[3] / "cases"
DOCUMENTS = sorted(path for path in CASES.glob("*/*") if path.suffix != ".json")
FIRST, LAST = Position(3, 1), Position(3, 54)


def placed(finding: Finding, *text: str) -> Position:
    """Where one finding stands in a text."""
    given = imported(*text)
    (position,) = positions(given.source, given.manuscript, [finding])
    return position


def finding(excerpt: str = "", **about: object) -> Finding:
    return Finding("C001", Severity.BLOCK, "Look.", excerpt, **about)


def test_each_of_two_equal_sentences_has_its_own_place():
    placed = {finding.code: position for finding, position in checked().placed}
    assert (placed["C002"], placed["C001"]) == (FIRST, LAST)


def test_finding_on_the_whole_text_stands_at_its_start():
    assert placed(finding()) == Position(1, 1)


def test_words_that_are_nowhere_stand_at_the_start():
    assert placed(finding("Hail breaks glass.")) == Position(1, 1)


def test_title_has_its_place():
    markup, source = "<p>Wet.</p>", "Weather / Water\n\nRain\n\nWet.\n"
    assert placed(finding("Rain"), markup, source, "Rain") == Position(3, 1)


def test_words_without_a_place_are_searched_for():
    assert placed(finding("they say")) == Position(3, 44)


def test_marker_stands_where_it_was_typed_in_its_sentence():
    markup, source = "<p>Ice [3] melts. Snow is cold [3].</p>", "Ice [3] melts.\nSnow\nis cold [3].\n"
    second = finding("[3]", place=Place(0, 28, 31))
    assert placed(second, markup, source) == Position(3, 9)


def test_heading_and_the_sentence_that_repeats_it_are_told_apart():
    markup, source = "<h2>Rain is wet</h2><p>Rain is wet.</p>", "Rain is wet\n\nRain is wet.\n"
    assert placed(finding("Rain is wet", place=Place(0, 0, 11)), markup, source) == Position(1, 1)
    assert placed(finding("Rain is wet.", sentence=0), markup, source) == Position(3, 1)


def test_reference_is_found_by_its_title_after_the_text():
    markup = '<p>Rain: a life is a book.<cite class="cit" data-ref="rain2020">1</cite></p>'
    source = "Rain: a life is a book [1].\n\n[1] Rain: A Life.\n"
    assert placed(finding("Rain: A Life", reference=1), markup, source) == Position(3, 5)


def test_what_was_not_found_stands_where_the_text_before_it_does():
    markup, source = "<p>Rain is wet. Hail breaks glass. Snow is cold.</p>", "Rain is wet.\n…\nSnow is cold.\n"
    assert placed(finding("Hail breaks glass.", sentence=1), markup, source) == Position(1, 1)
    assert placed(finding("Snow is cold.", sentence=2), markup, source) == Position(3, 1)


def test_image_stands_where_its_address_does():
    markup = '<p>Rain is wet.</p><p><img src="/rain.png"></p><p>Snow is cold.</p>'
    source = "Rain is wet.\n\n![](/rain.png)\n\nSnow is cold.\n"
    assert placed(finding("/rain.png", place=Place(1, 0, 0)), markup, source) == Position(3, 5)


def test_columns_count_code_points():
    markup, source = "<p>Rain 🌧 is wet. Snow is cold.</p>", "Rain 🌧 is wet. Snow is cold."
    assert placed(finding("Snow is cold.", sentence=1), markup, source) == Position(1, 16)


def test_text_without_words_has_a_place_for_its_findings():
    markup, source = '<p><img src="/a.png"></p>', "![](/a.png)\n"
    assert placed(finding("/a.png", place=Place(0, 0, 0)), markup, source, "") == Position(1, 5)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_each_sentence_of_a_golden_case_stands_on_its_first_word_and_in_its_order(document):
    given = read(document.read_bytes(), document.name)
    lines = given.source.split("\n")
    asked = [finding(sentence.text, sentence=sentence.index) for sentence in given.manuscript.sentences]
    found = positions(given.source, given.manuscript, asked)
    assert found == sorted(set(found))
    for sentence, position in zip(given.manuscript.sentences, found, strict=True):
        there = lines[position.line - 1][position.column - 1 :]
        assert _first_letters(there) == _first_letters(sentence.text)


def _first_letters(text: str) -> str:
    match = re.search(r"\w{1,3}", text)
    return match.group() if match else ""
