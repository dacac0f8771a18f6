"""Names as credits print them."""

import pytest

from articles.importers.names import credited, has_degree, introduced, mentions
from articles.manuscript import Person


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe and Ludo van der Meer", ["Jane Doe", "Ludo van der Meer"]),
        ("Ann Day, Bo Kay & Cy Lee", ["Ann Day", "Bo Kay", "Cy Lee"]),
        ("Jane Doe, Chemist, Leaf Ltd", ["Jane Doe"]),
        ("J. P. O'Neill-Stone.", ["J. P. O'Neill-Stone"]),
        ("Иван Петров", ["Иван Петров"]),
        ("the river", []),
        ("1959 it was over", []),
        ("", []),
    ],
)
def test_names_are_told_from_other_words(credit, names):
    assert [person.name for person in credited(credit, "author")] == names


def test_titles_and_degrees_are_credentials_and_the_rest_is_where_they_work():
    assert credited("Dr. Jane Q. Doe PhD, MD, Leaf Ltd, Ghent", "author") == [
        Person("Jane Q. Doe", "Dr. PhD MD", "author", "Leaf Ltd, Ghent")
    ]


def test_a_person_is_mentioned_by_any_part_of_the_name_but_particles():
    person = Person("Ludo van der Meer")
    assert mentions(person, ["Meer’s", "book"])
    assert not mentions(person, ["van", "der", "book"])


@pytest.mark.parametrize(("credentials", "expected"), [("PhD", True), ("Dr. MD", True), ("Dr.", False), ("", False)])
def test_a_title_is_no_degree(credentials, expected):
    assert has_degree(Person("Jane Doe", credentials)) is expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Jane Doe lives in Ghent.", "Jane Doe"),
        ("Dr Ludo van der Meer has poured tea.", "Ludo van der Meer"),
        ("Jane Doe, who lives in Ghent, pours.", None),
        ("Tea calms the pulse.", None),
        ("She pours tea.", None),
        ("Jane", None),
        ("", None),
    ],
)
def test_a_biography_introduces_whom_it_opens_with(sentence, name):
    found = introduced(sentence)
    assert (found.name if found else None) == name
