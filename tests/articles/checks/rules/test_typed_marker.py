"""C004: a marker that was typed is linked to its source."""

import pytest

from articles.checks import Severity
from tests.articles.checks.texts import cite, excerpts, findings, text


@pytest.mark.parametrize(
    ("html", "label"),
    [
        ("<p>Tea is old.*3</p>", "*3"),
        ("<p>Tea is old [3].</p>", "[3]"),
        ("<p>Tea is old [3–5].</p>", "[3–5]"),
        ("<p>Tea is old.³</p>", "³"),
        ("<p>Tea is old.<sup>3</sup></p>", "3"),
    ],
)
def test_typed_marker_blocks(html, label):
    manuscript = text(html)
    (finding,) = findings("C004", manuscript)
    assert finding.severity is Severity.BLOCK
    assert finding.excerpt == label
    assert finding.message.startswith(f"{label} looks like a citation")
    place = finding.place
    assert manuscript.blocks[place.block].text[place.start : place.end] == label


@pytest.mark.parametrize(
    "html", ["<p>A bed of 3 m².</p>", "<p>It makes 5*3 cups.</p>", "<p>Write <code>cups[3]</code>.</p>"]
)
def test_powers_products_and_code_are_no_markers(html):
    assert findings("C004", text(html)) == []


def test_it_names_the_sentence_that_the_marker_belongs_to():
    html = "<h2>Tea [1]</h2><p>I drink. Tea is old.*3 Why? [4] It is wet.</p>"
    assert [finding.sentence for finding in findings("C004", text(html))] == [None, 1, 2]


def test_linked_marker_is_fine():
    assert findings("C004", text(f"<p>Tea is old{cite('cha2020')}.</p>")) == []


def test_each_typed_marker_is_named_in_the_texts_order():
    assert excerpts("C004", text("<p>Tea is old [3].</p><p>It is wet.*1</p>")) == ["[3]", "*1"]
