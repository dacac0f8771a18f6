"""How a citation reaches a sentence."""

import pytest

from articles.manuscript import Cover
from articles.text import parse

C = '<cite class="cit" data-ref="cha2020">1</cite>'
PLAIN = "Some cells divide quickly"


def covers(markup: str) -> dict[str, set[str]]:
    return {sentence.text: set(map(str, sentence.covers)) for sentence in parse(markup).sentences}


@pytest.mark.parametrize(
    "markup", [f"<p>{PLAIN}.{C}</p>", f"<p>{PLAIN}{C}.</p>", f"<p>{C}{PLAIN}.</p>", f"<p>Some{C} cells.</p>"]
)
def test_citation_covers_the_sentence_that_it_stands_in_or_right_after(markup):
    assert all(Cover.SENTENCE in sentence.covers for sentence in parse(markup).sentences)


def test_uncited_sentence_has_no_cover():
    assert covers(f"<p>{PLAIN}.</p>") == {f"{PLAIN}.": set()}


def test_last_citation_of_a_paragraph_reaches_all_of_it_under_the_wider_rule():
    found = covers(f"<p>Tea is old. Cells divide. Walls hold.{C}</p>")
    assert found == {
        "Tea is old.": {"paragraph"},
        "Cells divide.": {"paragraph", "inferred"},
        "Walls hold.": {"sentence", "paragraph"},
    }


def test_citation_in_the_middle_reaches_no_paragraph():
    assert covers(f"<p>Walls hold.{C} Cells divide.</p>")["Cells divide."] == set()


@pytest.mark.parametrize(
    "opening", ["This", "These cells", "It", "They", "The study", "Moreover, it", "For example, it"]
)
def test_sentence_that_leans_on_a_cited_one_is_inferred(opening):
    sentence = f"{opening} held the walls."
    assert covers(f"<p>Cells divide.{C} {sentence}</p>")[sentence] == {"inferred"}


@pytest.mark.parametrize("opening", ["The wall", "Walls", "Itemised walls", "Thistles"])
def test_sentence_that_leans_on_nothing_is_not_inferred_from_the_one_before(opening):
    sentence = f"{opening} held the walls."
    assert covers(f"<p>Cells divide.{C} {sentence}</p>")[sentence] == set()


@pytest.mark.parametrize("own", ["This affects 40 percent of cells.", "This is “a very serious matter”, she said."])
def test_figure_and_quotation_are_never_inferred(own):
    assert "inferred" not in covers(f"<p>Cells divide.{C} {own}</p>")[own]
    assert "inferred" not in covers(f"<p>{own} Cells divide.{C}</p>")[own]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{PLAIN}.</p><p>Walls hold.{C}</p>",
        f"<p>Walls hold.{C}</p><p>They divide.</p>",
        f"<p>{PLAIN}.</p><h2>Walls{C}</h2>",
        f"<h2>Walls:{C}</h2><ul><li>{PLAIN}.</li></ul>",
        f"<ul><li>{PLAIN}.</li><li>Walls hold.{C}</li></ul>",
        f"<ul><li>Walls hold.{C}</li><li>{PLAIN}.</li></ul>",
        f"<blockquote><p>{PLAIN}.</p><p>Walls hold.{C}</p></blockquote>",
    ],
)
def test_nothing_reaches_across_paragraphs_headings_and_items(markup):
    uncited = [sentence for sentence in parse(markup).sentences if "Walls" not in sentence.text]
    assert [sentence.covers for sentence in uncited] == [()]


@pytest.mark.parametrize("lead_in", [f"Cells do this:{C}", f"Cells do this{C}:", f"Look. Cells do this:{C}"])
def test_lead_in_covers_the_items_of_its_list(lead_in):
    found = covers(f"<p>{lead_in}</p><ul><li>divide</li><li>Grow.</li></ul>")
    assert found["divide"] == found["Grow."] == {"list"}


@pytest.mark.parametrize("lead_in", [f"Cells divide.{C}", f"Cells divide.{C} They do this:", "Cells do this:"])
def test_sentence_that_introduces_no_list_or_has_no_citation_covers_no_item(lead_in):
    assert covers(f"<p>{lead_in}</p><ul><li>divide</li></ul>")["divide"] == set()


def test_lead_in_covers_lists_in_its_list_as_long_as_each_introduces_the_next():
    markup = f"<p>Cells:{C}</p><ul><li>Walls:<ul><li>hold</li></ul></li><li>Cores.<ul><li>turn</li></ul></li></ul>"
    found = covers(markup)
    assert found["hold"] == {"list"}
    assert found["turn"] == set()


def test_items_own_citation_covers_all_of_the_item():
    assert "list" in covers(f"<ul><li>Cells divide.{C} Walls hold.</li></ul>")["Walls hold."]


ROWS = "<tr><td>Cells</td><td>4</td></tr>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<table><caption>Of cells.{C}</caption>{ROWS}</table>",
        f"<table><thead><tr><th>Kind{C}</th><th>Count</th></tr></thead>{ROWS}</table>",
        f"<figure><table>{ROWS}</table><figcaption>Of cells.{C}</figcaption></figure>",
    ],
)
def test_caption_or_header_covers_the_tables_cells(markup):
    assert covers(markup)["Cells | 4"] == {"table"}


@pytest.mark.parametrize(
    "markup",
    [
        f"<table><tr><td>Walls{C}</td></tr>{ROWS}</table>",
        f"<table><caption>Of walls.{C}</caption><tr><td>a</td></tr></table><table>{ROWS}</table>",
        f"<p>Of cells:{C}</p><table>{ROWS}</table>",
    ],
)
def test_other_rows_tables_and_paragraphs_cover_no_cell(markup):
    assert covers(markup)["Cells | 4"] == set()


def test_figures_caption_covers_the_words_for_its_image():
    markup = f"<figure><img src='a' alt='Cells divide.'><figcaption>Of cells.{C}</figcaption></figure>"
    assert covers(markup)["Cells divide."] == {"table"}


def test_ways_are_named_from_the_nearest_to_the_widest():
    [sentence] = parse(f"<p>Cells:{C}</p><ul><li>Walls hold.{C}</li></ul>").sentences[1:]
    assert sentence.covers == (Cover.SENTENCE, Cover.LIST, Cover.PARAGRAPH)
