"""A line that credits people."""

import pytest

from articles.importers.credit_lines import opens_byline, opens_credit, people_in, says_more
from tests.articles.importers.reading import lost, plain, shape


def credited(line: str) -> list[tuple[str, str]]:
    return [(person.name, person.role) for person in people_in(line, near_top=True)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Jane Doe", "author"),
        ("Words: Jane Doe", "author"),
        ("Contribution by Jane Doe", "author"),
        ("Interview by Jane Doe", "interviewer"),
        ("Photographs: Jane Doe", "photographer"),
        ("Translated by Jane Doe", "translator"),
        ("Edited by Jane Doe", "editor"),
        ("Medically reviewed by Jane Doe, MD", "reviewer"),
        ("Fact checked by Jane Doe", "reviewer"),
        ("Jane Doe, PhD", "author"),
    ],
)
def test_a_credit_names_a_person_and_a_role(line, role):
    assert credited(line) == [("Jane Doe", role)]


@pytest.mark.parametrize("sign", [" | ", " • ", " – ", " — ", " - "])
def test_one_line_may_credit_several_people_and_date_the_page(sign):
    line = sign.join(("Written by Jane Doe", "Reviewed by Otto Rush", "Updated 3 May 2024"))
    assert credited(line) == [("Jane Doe", "author"), ("Otto Rush", "reviewer")]
    assert says_more(line)


@pytest.mark.parametrize(
    "line", ["By Jane Doe, 4 May 2022", "By Jane Doe on 4 May 2022", "Posted 4 May 2022 by Jane Doe"]
)
def test_a_date_in_a_credit_is_no_affiliation(line):
    (person,) = people_in(line, near_top=True)
    assert (person.name, person.affiliation) == ("Jane Doe", "")
    assert says_more(line)


@pytest.mark.parametrize(
    "line",
    ["By the river", "Jane Doe", "Dr. Jane Doe", "By Jane Doe | who was there", "By Jane Doe " + "and more " * 30, ""],
)
def test_other_lines_credit_nobody(line):
    assert credited(line) == []


def test_a_byline_counts_at_the_top_alone_and_a_credit_anywhere():
    assert opens_byline("By Jane Doe")
    assert not opens_credit("By Jane Doe")
    assert opens_credit("Contribution by Jane Doe")


def test_what_a_credit_says_besides_is_named_in_a_loss():
    imported = plain("A Title\n\nBy Jane Doe | Updated 3 May 2024\n\nTea calms.")
    assert lost(imported) == [(3, "By Jane Doe | Updated 3 May 2024")]
    assert shape(imported) == [("p", "Tea calms.")]
