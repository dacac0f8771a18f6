"""R003: every source has an author, a year and a title."""

from dataclasses import replace

import pytest

from articles.checks import Severity
from references.csl import Date, Name
from tests.articles.checks.texts import CHA, HU, cite, findings, text


def found(source):
    return findings("R003", text(f"<p>Tea.{cite('cha2020')}</p>", sources=(source, HU)))


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"authors": ()}, "no author."),
        ({"issued": None}, "no year."),
        ({"issued": Date()}, "no year."),
        ({"title": " "}, "no title."),
        ({"authors": (), "issued": None}, "no author or year."),
        ({"authors": (), "issued": None, "title": ""}, "no author or year or title."),
    ],
)
def test_it_says_what_is_missing(missing, words):
    (finding,) = found(replace(CHA, **missing))
    assert finding.severity is Severity.WARN
    assert finding.reference == 1
    assert words in finding.message


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"authors": (), "editors": (Name("Ng"),)},
        {"authors": (Name(literal="Tea Board"),)},
        {"issued": Date(literal="in press")},
        {"authors": (), "type": "legislation"},
    ],
    ids=["complete", "editor", "organisation", "in press", "act"],
)
def test_complete_source_is_fine(given):
    assert found(replace(CHA, **given)) == []


def test_each_source_of_a_reference_is_looked_at():
    sources = (replace(CHA, authors=()), replace(HU, title=""))
    assert len(findings("R003", text(f"<p>Tea.{cite('cha2020', 'hu2016')}</p>", sources=sources))) == 2
