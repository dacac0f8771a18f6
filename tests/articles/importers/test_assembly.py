"""From a draft to a manuscript: what is taken for what, and in which order."""

from articles.importers.assembly import imported
from articles.importers.draft import Draft
from articles.manuscript import Person


def test_what_is_understood_leaves_the_text_and_the_rest_is_the_body():
    draft = Draft.of(
        "<p>Drinks / Tea</p><h1>Why Tea Calms</h1><p>By Jane Doe</p><p>It does [1].</p>"
        "<h2>References</h2><p>1. Rush O. A book of cups. 2020.</p><p>Leave a comment</p>"
    )
    found = imported(draft, "source")
    manuscript = found.manuscript
    assert manuscript.title == "Why Tea Calms"
    assert manuscript.topics == ("Drinks", "Tea")
    assert manuscript.people == (Person("Jane Doe"),)
    assert [source.title for reference in manuscript.references for source in reference.sources] == ["A book of cups"]
    assert [block.text for block in manuscript.blocks] == ["It does."]
    assert found.source == "source"
    assert [loss.what for loss in found.losses] == ["Leave a comment"]


def test_a_title_known_beforehand_is_kept_and_a_heading_that_differs_stays():
    draft = Draft.of("<h1>Another Heading</h1><p>It does.</p>")
    draft.title = "Why Tea Calms"
    manuscript = imported(draft, "").manuscript
    assert manuscript.title == "Why Tea Calms"
    assert [block.text for block in manuscript.blocks] == ["Another Heading", "It does."]


def test_only_the_first_heading_of_the_first_level_is_the_title():
    manuscript = imported(Draft.of("<h1>One</h1><p>Tea.</p><h1>Two</h1><p>Cups.</p>"), "").manuscript
    assert manuscript.title == "One"
    assert [block.text for block in manuscript.blocks] == ["Tea.", "Two", "Cups."]


def test_a_language_that_is_declared_counts_without_its_region():
    draft = Draft.of("<p>Am 3. Mai fiel der Pegel.</p>")
    draft.language = "de-AT"
    manuscript = imported(draft, "").manuscript
    assert manuscript.language == "de"
    assert [sentence.text for sentence in manuscript.sentences] == ["Am 3. Mai fiel der Pegel."]


def test_losses_stand_in_the_order_of_their_lines():
    draft = Draft.of("<p data-line=9>Share this</p><p data-line=2>Leave a comment</p><p>Tea.</p>")
    assert [loss.line for loss in imported(draft, "").losses] == [2, 9]


def test_the_markup_says_nothing_of_lines():
    found = imported(Draft.of('<p data-line="3">Tea calms.</p>'), "")
    assert found.markup.strip() == "<p>Tea calms.</p>"
