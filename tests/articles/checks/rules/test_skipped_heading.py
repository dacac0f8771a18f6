"""A002: headings go down one level at a time."""

import pytest

from articles.checks import Severity
from tests.articles.checks.texts import excerpts, findings, text


def test_heading_that_skips_a_level_warns():
    (finding,) = findings("A002", text("<h2>Tea</h2><p>Wet.</p><h4>Green</h4>"))
    assert finding.severity is Severity.WARN
    assert finding.excerpt == "Green"
    assert finding.place.block == 2
    assert finding.message == "This heading skips from level 2 to level 4. Make it level 3."


def test_first_heading_follows_the_title():
    assert excerpts("A002", text("<h3>Tea</h3>")) == ["Tea"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>No heading.</p>",
        "<h2>Tea</h2><h3>Green</h3><h4>Sencha</h4>",
        "<h2>Tea</h2><h3>Green</h3><h4>Sencha</h4><h2>Milk</h2><h3>Cold</h3>",
    ],
    ids=["none", "down", "up again"],
)
def test_outline_without_a_gap_is_fine(html):
    assert findings("A002", text(html)) == []


def test_heading_is_measured_by_the_one_above_it_not_by_the_lowest_so_far():
    assert excerpts("A002", text("<h2>Tea</h2><h3>Green</h3><h4>Sencha</h4><h2>Milk</h2><h4>Cold</h4>")) == ["Cold"]


def test_only_the_heading_that_skips_is_named():
    assert excerpts("A002", text("<h2>Tea</h2><h4>Green</h4><h4>Black</h4>")) == ["Green"]
