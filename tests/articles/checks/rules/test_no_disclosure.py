"""P002: each contributor discloses their interests."""

from articles.checks import Severity
from articles.manuscript import Person
from tests.articles.checks.texts import MEIRA, excerpts, findings, text


def test_contributor_without_disclosure_warns_by_name():
    (finding,) = findings("P002", text("<p>Tea.</p>", people=(MEIRA, Person("Ola Brandt"))))
    assert finding.severity is Severity.WARN
    assert finding.excerpt == "Ola Brandt"
    assert finding.message.startswith("Ola Brandt has no disclosure.")


def test_none_is_a_disclosure():
    assert findings("P002", text("<p>Tea.</p>", people=(Person("Ola Brandt", disclosure="None"),))) == []


def test_each_contributor_is_named_in_the_bylines_order():
    people = (Person("Ola Brandt"), Person("Asa Lind", disclosure=" "))
    assert excerpts("P002", text("<p>Tea.</p>", people=people)) == ["Ola Brandt", "Asa Lind"]


def test_text_without_contributor_has_another_finding():
    assert findings("P002", text("<p>Tea.</p>", people=())) == []
