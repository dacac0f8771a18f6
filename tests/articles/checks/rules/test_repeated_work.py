"""R002: one work has one number."""

from dataclasses import replace

import pytest

from articles.checks import Severity
from articles.checks.rules import repeated_work as module
from articles.manuscript import Manuscript, Reference
from references.csl import Date, Name, SourceData
from tests.articles.checks.texts import CHA, HU, findings, text

TALK = SourceData(
    "ohlsen2020", "speech", "Barriers and Creams: A Talk", (Name("Ohlsen", "Petra"),), issued=Date(2020, 11, 2)
)


def listed(*entries: tuple[SourceData, ...]) -> Manuscript:
    references = tuple(Reference(number, sources) for number, sources in enumerate(entries, start=1))
    return replace(text("<p>Tea.</p>"), references=references)


def test_work_under_several_numbers_has_one_finding_that_names_them():
    (finding,) = findings("R002", listed((TALK,), (TALK,), (CHA,), (replace(TALK, key="ohlsen2020-2"),)))
    assert finding.severity is Severity.WARN
    assert finding.message.startswith("References 1, 2 and 4 hold the same work.")
    assert finding.reference == 1
    assert finding.excerpt == TALK.title


def test_each_repeated_work_has_its_own_finding():
    numbers = [finding.message for finding in findings("R002", listed((TALK,), (HU,), (TALK,), (HU,)))]
    assert [message[:18] for message in numbers] == ["References 1 and 3", "References 2 and 4"]


def test_work_inside_a_reference_of_several_is_found():
    (finding,) = findings("R002", listed((HU, TALK), (CHA, TALK)))
    assert finding.message.startswith("References 1 and 2")


def test_work_twice_in_one_reference_has_one_number():
    assert findings("R002", listed((TALK, TALK), (HU,))) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Barriers and creams: a talk."},
        {"title": "BARRIERS AND CREAMS: A TALK", "authors": (Name("Ohlsen", "P."),)},
        {"title": "Barriers and Creams: A T\u0430lk"},
    ],
    ids=["full stop", "capitals and initial", "look-alike letter"],
)
def test_same_work_in_other_spelling_is_found(changes):
    assert len(findings("R002", listed((TALK,), (replace(TALK, **changes),)))) == 1


def test_same_identifier_is_enough():
    one = replace(TALK, doi="10.1000/182")
    other = replace(HU, doi="10.1000/182", title="Creams and barriers", authors=TALK.authors, issued=TALK.issued)
    assert len(findings("R002", listed((one,), (other,)))) == 1


@pytest.mark.parametrize(
    "other",
    [HU, replace(TALK, title="Barriers and Creams: Part 2"), replace(TALK, title="On Balm", issued=Date(2011))],
    ids=["another work", "another part", "another title by the same author"],
)
def test_different_works_are_left_alone(other):
    assert findings("R002", listed((TALK,), (other,))) == []


def test_only_works_that_share_a_trait_are_compared(monkeypatch):
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(module, "same_work", lambda a, b: asked.append((a.title, b.title)))
    works = [SourceData(f"k{n}", "book", f"Volume{n}", (Name(f"Author{n}"),)) for n in range(50)]
    assert findings("R002", listed(*((work,) for work in works))) == []
    assert asked == []


def test_repeated_work_is_found_among_many_with_the_same_words():
    works = [SourceData(f"k{n}", "book", f"Studies of barriers, volume {n}", (Name("Ohlsen"),)) for n in range(200)]
    (finding,) = findings("R002", listed(*((work,) for work in works), (replace(works[150], key="again"),)))
    assert finding.message.startswith("References 151 and 201")


def test_long_bibliography_of_the_same_words_is_not_compared_pair_by_pair(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(module, "same_work", lambda a, b: asked.append(a.title))
    works = [SourceData(f"k{n}", "book", f"Studies of barriers, volume {n}", (Name("Ohlsen"),)) for n in range(300)]
    assert findings("R002", listed(*((work,) for work in works))) == []
    assert 0 < len(asked) < 300 * 300 / 20
