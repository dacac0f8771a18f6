"""People as readers see them."""

import pytest

from articles.reader.people import biography, by_role, person

TOLD = dict.fromkeys(("slug", "credentials", "affiliation", "bio", "disclosure", "orcid", "photo", "photo_alt"), "")


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Ada Thorn", "AT"), ("Plato", "P"), ("Ana de la Cruz", "AC"), ("(the editors) Stet", "ES"), ("Élodie Å", "ÉÅ")],
)
def test_initials_are_the_first_and_the_last_names(name, initials):
    assert person(TOLD | {"name": name, "photo_credit": ""}).initials == initials


def test_a_disclosure_is_always_there():
    assert person(TOLD | {"name": "A", "photo_credit": ""}).disclosure == "None declared."


@pytest.mark.parametrize(
    ("bio", "html"),
    [
        ("Plain.", "<p>Plain.</p>"),
        ("R&D at 5 > 4", "<p>R&amp;D at 5 &gt; 4</p>"),
        ("<p>Checks <em>all</em>.</p>", "<p>Checks <em>all</em>.</p>"),
        ("<p onclick=x>A<script>alert(1)</script></p>", "<p>A</p>"),
    ],
)
def test_a_bio_is_safe_whether_plain_or_markup(bio, html):
    assert biography(bio) == html


def test_the_line_under_a_title_begins_with_the_authors():
    found = by_role([{"role": "editor", "name": "E"}, {"role": "author", "name": "A"}, {"role": "author", "name": "B"}])
    assert [(words, [each["name"] for each in bylines]) for words, bylines in found] == [
        ("By", ["A", "B"]),
        ("Edited by", ["E"]),
    ]
