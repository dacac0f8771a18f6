"""C006: a title, a standfirst or a heading makes no claim that is cited nowhere."""

from dataclasses import replace

import pytest

from articles.checks import DEFAULT, RulingKind, Severity
from tests.articles.checks.texts import OPINION, STRICT, cite, excerpts, findings, ruled, text

CLAIM = "Tea lowers blood pressure by 5%"
HEADED = text(f"<h2>What tea does</h2><h2>{CLAIM}</h2><p>{OPINION}</p>")


def test_claim_in_a_heading_warns():
    (finding,) = findings("C006", HEADED)
    assert finding.severity is Severity.WARN
    assert finding.excerpt == CLAIM
    assert (finding.place.block, finding.place.start, finding.place.end) == (1, 0, len(CLAIM))
    assert finding.sentence is None


def test_claim_in_the_title_warns_before_all_that_has_a_place():
    manuscript = text(f"<h2>{CLAIM}!</h2>", title=CLAIM)
    assert excerpts("C006", manuscript) == [CLAIM, f"{CLAIM}!"]
    assert "This title" in findings("C006", manuscript)[0].message


def test_claims_in_the_standfirst_are_found_sentence_by_sentence():
    manuscript = replace(text("<p>Tea.</p>"), standfirst=f"I love tea. {CLAIM}.")
    assert excerpts("C006", manuscript) == [f"{CLAIM}."]


def test_it_blocks_under_strict():
    assert {finding.severity for finding in findings("C006", HEADED, STRICT)} == {Severity.BLOCK}


def test_title_that_is_also_a_heading_is_named_once():
    assert excerpts("C006", text(f"<h2>{CLAIM}</h2>", title=CLAIM)) == [CLAIM]


@pytest.mark.parametrize("kind", [RulingKind.WAIVER, RulingKind.NOT_A_CLAIM])
def test_ruling_settles_it(kind):
    assert findings("C006", HEADED, DEFAULT, ruled(kind, CLAIM)) == []


def test_same_source_settles_nothing_where_there_is_no_source():
    assert excerpts("C006", HEADED, DEFAULT, ruled(RulingKind.SAME_SOURCE, CLAIM)) == [CLAIM]


def test_heading_with_a_citation_is_fine_unless_it_points_nowhere():
    assert findings("C006", text(f"<h2>{CLAIM}{cite('cha2020')}</h2>")) == []
    assert excerpts("C006", text(f"<h2>{CLAIM}{cite('ng1999')}</h2>")) == [CLAIM]


def test_disguised_claim_is_found():
    assert len(findings("C006", text("<p>Tea.</p>", title="Tea l\u043ewers bl\u200bood pressure by 5%"))) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Tea Halves The Risk Of A Stroke",
        "TEA HALVES THE RISK OF A STROKE",
        "Tea halves the risk of a stroke",
    ],
)
def test_claim_is_found_in_headline_capitals_and_without_a_full_stop(title):
    assert excerpts("C006", text("<p>Tea.</p>", title=title)) == [title]


@pytest.mark.parametrize(
    "title", ["", "Wild Bees in the Orchard", "In Praise of the Slow Queue", "What's in the Box", "NOTES ON A NOTEBOOK"]
)
def test_topic_in_headline_capitals_is_fine_even_under_strict(title):
    assert findings("C006", text("<p>Tea.</p>", title=title), STRICT) == []


def test_topic_or_question_is_fine():
    assert findings("C006", text("<h2>The pot</h2><h3>Does tea lower blood pressure?</h3>", title="On tea")) == []
