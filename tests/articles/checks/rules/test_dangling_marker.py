"""C003: every marker points to a reference."""

from articles.checks import Severity
from tests.articles.checks.texts import FIGURE, OPINION, cite, excerpts, findings, text


def test_marker_without_reference_blocks_and_names_its_number():
    (finding,) = findings("C003", text(f"<p>{OPINION} {FIGURE}{cite('no-reference-12')}</p>"))
    assert finding.severity is Severity.BLOCK
    assert "no reference: 12." in finding.message
    assert finding.excerpt == FIGURE
    assert finding.sentence == 1


def test_unknown_key_is_named():
    (finding,) = findings("C003", text(f"<p>{FIGURE}{cite('ng1999')}</p>"))
    assert "no reference: ng1999." in finding.message


def test_only_the_missing_ones_of_a_cluster_are_named():
    (finding,) = findings("C003", text(f"<p>{FIGURE}{cite('cha2020', 'no-reference-9', 'ng1999')}</p>"))
    assert "no reference: 9, ng1999." in finding.message


def test_its_place_is_where_the_marker_stands():
    (finding,) = findings("C003", text(f"<p>{FIGURE}{cite('ng1999')}</p>"))
    assert (finding.place.block, finding.place.start, finding.place.end) == (0, len(FIGURE), len(FIGURE))


def test_marker_in_a_heading_is_found():
    assert excerpts("C003", text(f"<h2>Tea{cite('ng1999')}</h2>")) == ["Tea"]


def test_known_key_is_fine():
    assert findings("C003", text(f"<p>{FIGURE}{cite('cha2020', 'hu2016')}</p>")) == []


def test_without_references_every_marker_points_nowhere():
    assert len(findings("C003", text(f"<p>{FIGURE}{cite('cha2020')}</p>", sources=()))) == 1
