"""Dates as people write them."""

import re

import pytest

from references.csl import Date
from references.formats.raw import dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019", Date(2019)),
        ("2019a", Date(2019)),
        ("(2019)", Date(2019)),
        ("1914–1918", Date(1914)),
        ("May 2019", Date(2019, 5)),
        ("2019 May", Date(2019, 5)),
        ("2019 Mar 5", Date(2019, 3, 5)),
        ("3 May 2019", Date(2019, 5, 3)),
        ("3. Mai 2019", Date(2019, 5, 3)),
        ("May 3, 2019", Date(2019, 5, 3)),
        ("May 3rd, 2019", Date(2019, 5, 3)),
        ("Sept. 2019", Date(2019, 9)),
        ("Jan-Feb 2019", Date(2019, 1)),
        ("2 février 2019", Date(2019, 2, 2)),
        ("2019-05-03", Date(2019, 5, 3)),
        ("2019-13-03", Date(2019)),
        ("08/07/21", Date(2021, 7, 8)),
        ("8.7.2021", Date(2021, 7, 8)),
        ("07/25/2021", Date(2021, 7, 25)),
        ("01/02/69", Date(1969, 2, 1)),
        ("31/31/2021", Date(2021)),
        ("", None),
        ("n.d.", None),
        ("12345", None),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_given(text, date):
    assert dates.read(text) == date


@pytest.mark.parametrize(
    "text",
    ["2019", "2019b", "May 2019", "Sept. 3, 2019", "3 May 2019", "2019 Mar 5", "2019-05-03", "08/07/21", "1914-18"],
)
def test_the_pattern_takes_a_date_whole(text):
    assert re.fullmatch(dates.DATE, text, re.I)


@pytest.mark.parametrize("text", ["12019", "1019", "page 201", "Maybe 20"])
def test_the_pattern_takes_nothing_else(text):
    assert not re.search(dates.DATE, text, re.I)
