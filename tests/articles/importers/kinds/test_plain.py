"""Plain text, as it is pasted from a web page."""

import pytest

from articles.importers import Unreadable
from tests.articles.importers.reading import cited, lost, plain, shape

ARTICLE = """Garden / Hedges

Why Hedges Hum

By Ida Quill

Hedges shelter more wrens than fences do.*1 I like them.

What Nests There

Three birds nest in hawthorn*2:

– wrens

– dunnocks

– finches, which come last.*1,*2

1 Quill, I., Hedge Counts. Bird Notes, 2019. 4(2): p. 10-12.

2 Rush, O., et al., Nests In Thorn. J Hedges, 2021. 7: p. 3.

Leave a Comment
"""


def test_a_pasted_article_comes_apart_into_its_pieces():
    manuscript = plain(ARTICLE).manuscript
    assert manuscript.title == "Why Hedges Hum"
    assert manuscript.topics == ("Garden", "Hedges")
    assert [person.name for person in manuscript.people] == ["Ida Quill"]
    assert [(reference.number, reference.original_label) for reference in manuscript.references] == [(1, "1"), (2, "2")]
    assert shape(plain(ARTICLE)) == [
        ("p", "Hedges shelter more wrens than fences do. I like them."),
        ("h2", "What Nests There"),
        ("p", "Three birds nest in hawthorn:"),
        ("li", "wrens"),
        ("li", "dunnocks"),
        ("li", "finches, which come last."),
    ]


def test_markers_are_joined_to_their_sentences():
    assert cited(plain(ARTICLE)) == [
        ("Hedges shelter more wrens than fences do.", (1,)),
        ("Three birds nest in hawthorn:", (2,)),
        ("finches, which come last.", (1, 2)),
    ]


def test_what_is_dropped_is_named_with_its_line():
    assert lost(plain(ARTICLE)) == [(23, "Leave a Comment")]


def test_hard_wrapped_lines_become_one_paragraph():
    wrapped = (
        "A Title\n\nThe river rose by two metres in the night and\n"
        "the lower town was under water before anybody\nwoke.\n"
    )
    assert shape(plain(wrapped)) == [
        ("p", "The river rose by two metres in the night and the lower town was under water before anybody woke.")
    ]


def test_short_lines_after_a_lead_in_are_a_list():
    text = "A Title\n\nThe box holds:\n\nTwo nails\n\nA hammer\n\nTHE NEXT THING\n\nThat was the box."
    assert [name for name, _ in shape(plain(text))] == ["p", "li", "li", "h2", "p"]


def test_short_lines_without_a_lead_in_stay_text():
    text = "A Title\n\nIt begins here.\n\nThe seed wakes\n\nThe root grows\n\nThe leaf opens\n\nThen it ends."
    assert [name for name, _ in shape(plain(text))] == ["p"] * 5


def test_a_short_line_at_the_very_end_is_no_heading():
    assert shape(plain("A Title\n\nHere is a text.\n\nMade in Kent"))[-1] == ("p", "Made in Kent")


@pytest.mark.parametrize("heading", ["WHERE TO STAY", "What does it cost?", "A modest proposal"])
def test_a_short_line_above_a_paragraph_is_a_heading(heading):
    assert shape(plain(f"A Title\n\nFirst words.\n\n{heading}\n\nLast words."))[1] == ("h2", heading)


def test_numbered_steps_are_a_list_and_no_references():
    imported = plain("Soup\n\nMethod\n\n1. Cut the leeks.\n2. Boil them.\n\nEat it hot.")
    assert [name for name, _ in shape(imported)] == ["h2", "li", "li", "p"]
    assert imported.manuscript.references == ()


def test_ingredients_on_lines_of_their_own_are_items():
    imported = plain("Soup\n\nMy aunt made it.\n\nYou need\n\n2 leeks\n1 potato\nsalt\n\nBoil it all.")
    assert shape(imported)[1:5] == [("h2", "You need"), ("li", "2 leeks"), ("li", "1 potato"), ("li", "salt")]


def test_an_advertisement_in_the_text_is_set_apart_and_said_to_be_a_guess():
    text = (
        "A Title\n\nHedges are green.\n\nThornGuard Spray\n\nFor Hedges That Last\n\n"
        "ThornGuard doubles growth. Order it from us today.\n\nHedges are old."
    )
    imported = plain(text)
    assert [(block.name, block.container) for block in imported.manuscript.blocks] == [
        ("p", ""), ("h2", "promo"), ("h3", "promo"), ("p", "promo"), ("p", ""),
    ]  # fmt: skip
    assert lost(imported) == [(5, "ThornGuard Spray")]


def test_without_a_list_of_references_markers_stay_as_they_were_typed():
    imported = plain("A Title\n\nTea lowers the pulse [3]. Coffee does not.")
    assert cited(imported) == []
    assert [marker.numbers for marker in imported.manuscript.typed_markers] == [(3,)]


def test_lines_with_tabs_are_the_rows_of_a_table():
    table = "Shed\tLife\nPine\t10 years\nCedar\t25 years [1]"
    imported = plain(f"A Title\n\nSheds last.\n\n{table}\n\nReferences\n\n1. Doe J. My sheds. 2019.")
    assert shape(imported)[1:] == [("tr", "Shed | Life"), ("tr", "Pine | 10 years"), ("tr", "Cedar | 25 years")]
    assert "<th>Shed</th>" in imported.markup
    assert cited(imported) == [("Cedar | 25 years", (1,))]


@pytest.mark.parametrize("title", ["Salt in bread: how much of it does anybody notice?", "Wait for the tide!"])
def test_a_title_may_be_a_question_or_a_call(title):
    assert plain(f"{title}\n\nBy Jane Doe\n\nIt begins here.").manuscript.title == title


def test_a_page_that_was_pasted_without_blank_lines_comes_apart():
    long = "The network has thirty-one lines, which together run two million miles in a year, as the operator says"
    imported = plain(
        f"Night buses are full\nby Jane Doe\n{long} [1].\nWho pays\n{long}, too.\nReferences\n[1] Doe J. Buses. 2019."
    )
    assert imported.manuscript.title == "Night buses are full"
    assert [person.name for person in imported.manuscript.people] == ["Jane Doe"]
    assert [name for name, _ in shape(imported)] == ["p", "h2", "p"]
    assert cited(imported) == [(f"{long}.", (1,))]


def test_a_text_with_more_lines_than_a_page_may_have_elements_is_refused_by_them():
    with pytest.raises(Unreadable, match="has 60,000 lines or more"):
        plain("ab\n\n" * 60_000)


def test_a_first_line_that_ends_like_a_sentence_is_no_title():
    assert plain("This is a sentence.\n\nThis is another one.").manuscript.title == ""


def test_a_german_text_is_split_by_german_rules():
    text = "Der Pegel\n\n" + "Am 3. Juli 2019 fiel der Pegel und das war nicht gut für die Schiffe auf dem Rhein. " * 3
    manuscript = plain(text).manuscript
    assert manuscript.language == "de"
    assert len(manuscript.sentences) == 3
