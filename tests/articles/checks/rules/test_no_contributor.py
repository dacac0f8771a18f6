"""P001: the text says who wrote it."""

from articles.checks import Severity
from articles.manuscript import Person
from tests.articles.checks.texts import findings, text


def test_text_without_contributor_warns():
    (finding,) = findings("P001", text("<p>Tea.</p>", people=()))
    assert finding.severity is Severity.WARN
    assert finding.place is None
    assert finding.excerpt == ""


def test_contributor_without_a_name_is_none():
    assert len(findings("P001", text("<p>Tea.</p>", people=(Person(" ", bio="Writes."),)))) == 1


def test_named_contributor_is_fine():
    assert findings("P001", text("<p>Tea.</p>", people=(Person("Tea Board"),))) == []
