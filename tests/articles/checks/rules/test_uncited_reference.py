"""R001: every reference is cited in the text."""

from dataclasses import replace

from articles.checks import Severity
from articles.manuscript import Reference
from tests.articles.checks.texts import CHA, FIGURE, HU, OPINION, cite, findings, text


def test_reference_that_nothing_cites_warns():
    (finding,) = findings("R001", text(f"<p>{FIGURE}{cite('cha2020')}</p>"))
    assert finding.severity is Severity.WARN
    assert finding.reference == 2
    assert finding.excerpt == "Barley in Water"
    assert "reference 2" in finding.message


def test_cited_references_are_fine():
    assert findings("R001", text(f"<p>{FIGURE}{cite('hu2016', 'cha2020')}</p>")) == []


def test_one_cited_source_is_enough_for_a_reference_of_several():
    manuscript = replace(text(f"<p>{FIGURE}{cite('hu2016')}</p>"), references=(Reference(1, (CHA, HU)),))
    assert findings("R001", manuscript) == []


def test_text_that_cites_nothing_uses_none_of_its_references():
    assert [finding.reference for finding in findings("R001", text(f"<p>{OPINION}</p>"))] == [1, 2]
