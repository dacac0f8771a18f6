"""C001: every claim carries a citation."""

import pytest

from articles.checks import RulingKind, Severity
from tests.articles.checks.texts import CLAIM, FIGURE, OPINION, PARAGRAPH, cite, excerpts, findings, ruled, text


def test_claim_without_citation_is_flagged():
    (finding,) = findings("C001", text(f"<p>{OPINION} {FIGURE}</p>"))
    assert finding.severity is Severity.BLOCK
    assert finding.excerpt == FIGURE
    assert finding.message == "This claim has no citation. Cite a source, or recast it as your own view."


def test_it_says_where_the_claim_stands():
    manuscript = text(f"<p>{OPINION}</p><p>{OPINION} {FIGURE}</p>")
    (finding,) = findings("C001", manuscript)
    place = finding.place
    assert manuscript.blocks[place.block].text[place.start : place.end] == FIGURE
    assert manuscript.sentences[finding.sentence].text == FIGURE


def test_cited_claim_is_not_flagged():
    assert excerpts("C001", text(f"<p>{FIGURE}{cite('cha2020')}</p>")) == []


def test_opinion_is_not_flagged():
    assert excerpts("C001", text(f"<p>{OPINION}</p>")) == []


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li>{FIGURE}</li></ul>",
        f"<blockquote>{FIGURE}</blockquote>",
        f"<table><caption>{FIGURE}</caption><tr><td>a</td></tr></table>",
        f"<table><tr><td>{FIGURE}</td></tr></table>",
        f'<aside class="note"><p>{FIGURE}</p></aside>',
        f'<p>See <img src="a.png" alt="{FIGURE}"> there.</p>',
        f'<p>See <a href="https://example.org/" title="{FIGURE}">this</a>.</p>',
        "<p>Tea lowers bl\u200bood pressure by 5%.</p>",
        "<p>Tea l\u043ewers bl\u043e\u043ed pressure by 5%.</p>",
    ],
    ids=["item", "quote", "caption", "cell", "note", "alternative text", "link title", "zero width", "look-alike"],
)
def test_a_claim_is_found_wherever_it_hides(html):
    assert len(findings("C001", text(html))) == 1


def test_claim_before_the_paragraphs_citation_says_that_it_may_be_the_same_source():
    html = f"<p>{CLAIM} {OPINION} {OPINION} {FIGURE}{cite('cha2020')}</p>"
    (finding,) = findings("C001", text(html))
    assert finding.excerpt == CLAIM
    assert "Confirm that it is the same source" in finding.message
    assert findings("C001", text(html), PARAGRAPH) == []


def test_figure_before_the_paragraphs_citation_is_told_to_cite_its_own():
    (finding,) = findings("C001", text(f"<p>{FIGURE} {OPINION} {CLAIM}{cite('cha2020')}</p>"))
    assert finding.excerpt == FIGURE
    assert "needs its own" in finding.message


@pytest.mark.parametrize("kind", [RulingKind.WAIVER, RulingKind.NOT_A_CLAIM])
def test_ruling_takes_the_claim_out(kind):
    assert findings("C001", text(f"<p>{FIGURE}</p>")) != []
    assert excerpts("C001", text(f"<p>{FIGURE} {CLAIM}</p>"), PARAGRAPH, ruled(kind, FIGURE)) == [CLAIM]


def test_claim_whose_only_marker_points_nowhere_is_still_flagged():
    (finding,) = findings("C001", text(f"<p>{FIGURE}{cite('no-reference-9')}</p>"))
    assert finding.excerpt == FIGURE
    assert finding.message == "This claim's marker points to no reference. Correct it, or cite a source."
