"""The details at a reference's end, and the edition in it."""

import pytest

from references.formats.raw import details


@pytest.mark.parametrize(
    ("text", "volume", "issue", "page", "year"),
    [
        ("Fenia. 2021 May;89(7):1619-1626.", "89", "7", "1619-1626", 2021),
        ("Fenia, 14(3), 201–209.", "14", "3", "201-209", None),
        ("Fenia, 2020. 12(12).", "12", "12", "", 2020),
        ("Fenia, 2016. 6: p. 32993.", "6", "", "32993", 2016),
        ("Fenia 12, no. 3 (2015): 45–67.", "12", "3", "45-67", 2015),
        ("Fenia, vol. 12, no. 3, 2015, pp. 45-67.", "12", "3", "45-67", 2015),
        ("Fenia 36, 5 (2009), pp. 58-71.", "36", "5", "58-71", 2009),
        ("Fenia 12.18 (2008): 15–37.", "12", "18", "15-37", 2008),
        ("Fenia, 66, 1991, 27-42.", "66", "", "27-42", 1991),
        ("Fenia, 3(6), 708-713, 1981.", "3", "6", "708-713", 1981),
        ("Fenia, 1(1), 1983.", "1", "1", "", 1983),
        ("Fenia 44 (2020), S. 12–29.", "44", "", "12-29", 2020),
        ("Fenia, 3, e12345.", "3", "", "e12345", None),
        ("Fenia, n° 39, p. 111-132", "", "39", "111-132", None),
        ("Fenia 15 Feb. 1993: 48-51.", "", "", "48-51", 1993),
        ("Fenia", "", "", "", None),
        ("", "", "", "", None),
    ],
)
def test_details_are_read_backwards_until_words_begin(text, volume, issue, page, year):
    read = details.read(text)
    assert (read.volume, read.issue, read.page) == (volume, issue, page)
    assert (read.issued.year if read.issued else None) == year
    assert read.head.rstrip(".") == text[: len("Fenia")]


def test_a_number_in_a_title_is_no_detail():
    assert details.read("The Count of 40 Towns, 2022").head == "The Count of 40 Towns"


@pytest.mark.parametrize(
    ("text", "rest", "edition"),
    [
        ("Roots. 2nd ed. Leeds: Fen", "Roots. Leeds: Fen", "2"),
        ("Roots, 3rd edition, Leeds", "Roots, Leeds", "3"),
        ("Das Gehen. 3. Aufl. Berlin", "Das Gehen. Berlin", "3"),
        ("Roots. Third edition. Leeds", "Roots. Leeds", "Third edition"),
        ("Roots. Leeds", "Roots. Leeds", ""),
        ("The second edition of roots", "The second edition of roots", ""),
    ],
)
def test_an_edition_is_taken_out(text, rest, edition):
    assert details.without_edition(text) == (rest, edition)
