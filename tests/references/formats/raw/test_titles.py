"""Where a title ends, and what it stands in."""

import pytest

from references.formats.raw import publishers, titles
from references.formats.raw.publishers import House


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("Roots. Fenia", "Roots", "Fenia"),
        ("“Roots.” Fenia", "Roots", "Fenia"),
        ("‘Orr’s roots’, Fenia", "Orr’s roots", "Fenia"),
        ("« Roots », Fenia", "Roots", "Fenia"),
        ("``Roots,'' Fenia", "Roots", "Fenia"),
        ("Roots of St. Orr. Fenia", "Roots of St. Orr", "Fenia"),
        ("Roots of J. Orr. Fenia", "Roots of J. Orr", "Fenia"),
        ("Roots, leaves, Fenia", "Roots, leaves", "Fenia"),
        ("Roots, Paris, Fen Press", "Roots", "Paris, Fen Press"),
        ("Roots, stems, explained", "Roots, stems, explained", ""),
        ("Roots. bioRxiv", "Roots", "bioRxiv"),
        ("Roots and so on ...", "Roots and so on ...", ""),
        ("", "", ""),
    ],
)
def test_a_title_is_parted_from_what_follows(text, title, rest):
    parted = titles.part(text, periodical=False)
    assert (parted.title, parted.rest) == (title, rest)


@pytest.mark.parametrize(
    "text", ["Roots. In: Fenia", "Roots. In Fenia", "Roots, in Fenia", "“Roots,” in Fenia", "Roots in: Fenia"]
)
def test_an_in_says_that_the_title_is_a_part(text):
    assert titles.part(text, periodical=False)[:2] == ("Roots", "Fenia")
    assert titles.part(text, periodical=False).inside


def test_an_in_within_a_title_says_nothing():
    assert not titles.part("Roots in Fens. Fenia", periodical=False).inside


@pytest.mark.parametrize(
    ("text", "part", "house"),
    [
        ("Fenia", True, House("Fenia")),
        ("Leeds: Fen Press", False, House("", "Fen Press", "Leeds")),
        ("Handbook. Leeds: Fen Press", True, House("Handbook", "Fen Press", "Leeds")),
        ("Fen Press, Leeds", False, House("", "Fen Press", "Leeds")),
        ("Leeds, Fen Press", False, House("", "Fen Press", "Leeds")),
        ("Fen Gazette", False, House("Fen Gazette")),
        ("London", False, House("", "", "London")),
        ("", False, House()),
    ],
)
def test_a_publisher_is_told_from_a_container(text, part, house):
    assert publishers.read(text, part=part, numbered=False) == house


def test_a_journal_with_a_subtitle_is_no_place_with_a_publisher():
    assert publishers.read("Ferns: A Journal", part=True, numbered=True) == House("Ferns: A Journal")


def test_a_publisher_in_brackets_is_taken_out():
    found = publishers.in_brackets("Slow Time (Leeds: Fen Press, 2016), 31")
    assert found == ("Slow Time", "31", House("", "Fen Press", "Leeds"), "2016")
    assert publishers.in_brackets("Slow Time (in German), 31") is None
