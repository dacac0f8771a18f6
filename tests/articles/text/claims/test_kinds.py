"""Kinds of sentence that are easily mistaken for another."""

import pytest

from articles.manuscript import Outcome
from articles.text.claims import assess, outcome


def asked(sentence: str) -> Outcome:
    return outcome(assess(sentence).score)


@pytest.mark.parametrize(
    "sentence", ["Seaweed kills!", "Nettle soup cures gout!", "Mint halves the risk of a cough!", "Kelp heals wounds!"]
)
def test_a_shouted_claim_is_a_claim(sentence):
    assert asked(sentence) is Outcome.NEEDS


@pytest.mark.parametrize("sentence", ["What a lovely evening!", "Well done!", "See you there!", "Goal!"])
def test_a_mere_exclamation_needs_none(sentence):
    assert asked(sentence) is Outcome.NONE


@pytest.mark.parametrize(
    "sentence",
    [
        "“I have never seen so many eels,” said the warden.",
        '"Nobody told us about the sale."',
        "The pilot told the court: “We were never warned.”",
        "„Wir haben das Boot nie gesehen“, sagte die Wirtin.",
        "Er erklärte: „Der Hafen bleibt im Winter geschlossen.“",
        "»Das Schiff war an der Mole«, schrieb er.",
        "« Nous avons perdu trois navires », a dit le capitaine.",
    ],
)
def test_the_first_person_in_a_quotation_is_not_the_author(sentence):
    verdict = assess(sentence)
    assert outcome(verdict.score) is Outcome.NEEDS
    assert verdict.reasons[0] == "QUOTATION"
    assert "OPINION" not in verdict.reasons


def test_the_first_person_beside_a_quotation_is_the_author():
    assert "OPINION" in assess("I once heard her call it “a bridge that nobody asked for”.").reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Sketch the outline of the hull on thin card.",
        "Then unscrew the lid a quarter turn.",
        "Loosely knot each rope by hand.",
        "To free the anchor, reverse the winch two turns.",
        "Soak a cloth in 3 litres of brine.",
    ],
)
def test_an_order_needs_no_source_whatever_its_verb(sentence):
    assert asked(sentence) is not Outcome.NEEDS
    assert "ADVICE" in assess(sentence).reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "William the Conqueror ordered the survey in 1085.",
        "Rowing every day lowers the pulse.",
        "Paris a perdu 12 % de ses emplois.",
        "Vitamin A is stored in the liver.",
        "During the siege the town burned its ships.",
        "Women the world over earn less than men.",
    ],
)
def test_a_statement_is_not_taken_for_an_order(sentence):
    assert asked(sentence) is Outcome.NEEDS
    assert "ADVICE" not in assess(sentence).reasons


def test_an_order_that_gives_its_reason_makes_a_claim():
    assert asked("Eat kelp daily, because it halves the length of a cold.") is Outcome.NEEDS


@pytest.mark.parametrize("row", ["Winter | 41", "1930 | 8", "2012 | 1,940,000", "Mill Lane | 88.1 | 61.4"])
def test_a_row_of_figures_needs_a_source(row):
    verdict = assess(row)
    assert outcome(verdict.score) is Outcome.NEEDS
    assert verdict.reasons[0] == "STATISTIC"


@pytest.mark.parametrize("row", ["Season | Nights", "Branch | 2012 | 2022", "Name | Berth"])
def test_a_row_of_headings_needs_none(row):
    assert asked(row) is not Outcome.NEEDS


def test_a_caption_may_be_a_claim_or_a_label():
    assert asked("Figure 2: Landings fell by 40% in a decade.") is Outcome.NEEDS
    assert asked("Figure 2: Landings by port, 1950 to 1970") is Outcome.NONE


@pytest.mark.parametrize(
    "item",
    [
        "granules (mixed into the soil)",
        "antibodies (proteins produced by the immune system)",
        "400 g lentils, rinsed",
        "Opening hours: 9 am to 5 pm",
        "boats along the quay",
    ],
)
def test_an_item_that_only_names_something_needs_none(item):
    assert asked(item) is not Outcome.NEEDS
    assert "FRAGMENT" in assess(item).reasons


@pytest.mark.parametrize("item", ["kelp (relieves joint pain)", "nettle tea (lowers the blood pressure by 10%)"])
def test_a_claim_in_an_items_bracket_is_read(item):
    assert asked(item) is Outcome.NEEDS


@pytest.mark.parametrize(
    "sentence",
    ["The embargo hit the US in the spring of 1807.", "Exports to the US were worth nine million pounds."],
)
def test_the_us_is_not_us_and_being_worth_so_much_is_no_view(sentence):
    assert asked(sentence) is Outcome.NEEDS
    assert "OPINION" not in assess(sentence).reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Terns outnumber gulls on the northern cliffs.",
        "Losing an oar is the commonest cause of a late start.",
        "Its makers say that the varnish never yellows.",
        "They never paid for the second mast.",
        "The law forbids nets of a finer mesh.",
        "The fire started in a loft above the smithy.",
        "Most of the harbour's crabs come from one reef.",
        "Brine leaks through seasoned oak.",
    ],
)
def test_plain_words_can_make_a_claim(sentence):
    assert asked(sentence) is Outcome.NEEDS
