"""A001: every image has an alternative text."""

import pytest

from articles.checks import Severity
from tests.articles.checks.texts import excerpts, findings, text


@pytest.mark.parametrize("attributes", ["", 'alt=""', 'alt="  "'], ids=["none", "empty", "blank"])
def test_image_without_text_warns(attributes):
    (finding,) = findings("A001", text(f'<p>Tea.</p><figure><img src="cup.png" {attributes}></figure><p>More.</p>'))
    assert finding.severity is Severity.WARN
    assert finding.excerpt == "cup.png"
    assert finding.place.block == 1


def test_image_with_text_is_fine():
    assert findings("A001", text('<figure><img src="cup.png" alt="A blue cup"></figure>')) == []


def test_image_stands_in_a_block_of_its_own():
    manuscript = text('<p>Tea.</p><p><img src="cup.png"></p>')
    (finding,) = findings("A001", manuscript)
    assert (manuscript.blocks[finding.place.block].name, finding.place.start) == ("img", 0)


def test_each_image_is_named():
    assert excerpts("A001", text('<p>A <img src="a.png"> and <img src="b.png"></p>')) == ["a.png", "b.png"]
