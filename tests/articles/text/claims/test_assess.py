"""Which sentences need a source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.manuscript import Outcome
from articles.text.claims import REASONS, Verdict, assess, outcome


def asked(sentence: str) -> Outcome:
    return outcome(assess(sentence).score)


@pytest.mark.parametrize(
    "sentence",
    [
        "Barley water lowers blood pressure.",
        "Ginger settles the stomach.",
        "Honey soothes a sore throat.",
        "The balm can be used safely on broken skin.",
    ],
)
def test_a_health_effect_needs_a_source_however_short(sentence):
    assert asked(sentence) is Outcome.NEEDS


@pytest.mark.parametrize(
    "sentence",
    [
        "Goats are cleverer than the farmers they belong to.",
        "The rivets in a hull matter more than the plates they hold.",
        "Wages rose fastest in coastal towns.",
        "Poorer districts pay a larger share of the water bill.",
    ],
)
def test_a_comparison_needs_a_source(sentence):
    assert asked(sentence) is Outcome.NEEDS


@pytest.mark.parametrize(
    "sentence",
    [
        "As a superior primer, the gel can remove harmful, dulling and pore-clogging residues.",
        "Our wool socks stay dry for longer than cotton.",
        "The coating kills 99.9% of mildew on contact.",
        "Microcurrent wands tighten slack skin along the jaw.",
    ],
)
def test_what_a_product_can_do_needs_a_source(sentence):
    assert asked(sentence) is Outcome.NEEDS


@pytest.mark.parametrize(
    "sentence",
    [
        "Magnets do not alter the taste of wine.",
        "A hot wash doesn't harm the fibres of linen.",
        "The enzyme penetrates the grain and converts its starch.",
        "Bees can recognise the faces of their keepers.",
    ],
)
def test_how_something_works_needs_a_source_denied_or_not(sentence):
    assert asked(sentence) is Outcome.NEEDS


@pytest.mark.parametrize(
    "sentence",
    [
        "Its scent lingers around 8hrs when sprayed.",
        "Its scent lingers around 8 hours when sprayed.",
        "Around one adult in five sleeps badly in a heatwave.",
        "Octopuses have three hearts.",
    ],
)
def test_a_figure_needs_a_source_glued_to_its_unit_or_not(sentence):
    assert asked(sentence) is Outcome.NEEDS
    assert "STATISTIC" in assess(sentence).reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Chess was first played in Persia in the sixth century.",
        "Police arrested eleven people after the march on Saturday.",
        "He died penniless in a Trieste boarding house.",
        "The factories closed after the war with Sweden.",
    ],
)
def test_what_happened_needs_a_source(sentence):
    assert asked(sentence) is Outcome.NEEDS


@pytest.mark.parametrize(
    "sentence",
    [
        "“We never saw the drawings before the wall came down,” the surveyor said.",
        "According to the port authority, freight has doubled.",
        "The mayor said that the bridge would reopen before Easter.",
        "Critics say the new hall is too loud.",
    ],
)
def test_the_words_and_views_of_others_need_a_source(sentence):
    assert asked(sentence) is Outcome.NEEDS


@pytest.mark.parametrize(
    "sentence",
    [
        "Tea is nice.",
        "I love the smell of rain.",
        "We believe the town should keep its library.",
        "Perhaps that is what growing old means.",
        "Sadly, nobody asked the bus drivers.",
        "It is time to bring the trams back.",
    ],
)
def test_a_view_of_the_authors_own_needs_none(sentence):
    assert asked(sentence) is Outcome.NONE


@pytest.mark.parametrize(
    "sentence",
    [
        "How long should I rest my ankle?",
        "Book a free consultation today.",
        "Preheat the oven to 200 °C and grease a 23cm tin.",
        "Bring a torch and sturdy shoes.",
        "Click the gear icon, then choose Privacy.",
        "Talk to your pharmacist before you mix these tablets.",
        "Thank you for reading, and see you next Sunday.",
    ],
)
def test_what_is_said_to_the_reader_needs_none(sentence):
    assert asked(sentence) is Outcome.NONE


@pytest.mark.parametrize(
    "sentence",
    [
        "Read on to see how it works.",
        "In this article we look at old harbours.",
        "Figure 2: the harbour at dusk",
        "Photo: Anna Bell",
        "As an example:",
        "growth hormones",
        "The harbour at dusk",
    ],
)
def test_words_about_the_text_and_mere_labels_need_none(sentence):
    assert asked(sentence) is Outcome.NONE


@pytest.mark.parametrize(
    "sentence",
    [
        "A sonnet is a poem of fourteen lines.",
        "A haiku is a short poem that names a season.",
        "Guilds were associations of craftsmen in the medieval town.",
        "They are not magic.",
    ],
)
def test_a_definition_is_at_most_a_maybe(sentence):
    assert asked(sentence) is not Outcome.NEEDS


@pytest.mark.parametrize("sentence", ["The cell makes a protein from sugar", "The valve contains brass"])
def test_a_list_item_without_its_full_stop_is_still_a_sentence(sentence):
    assert asked(sentence) is not Outcome.NONE
    assert "FRAGMENT" not in assess(sentence).reasons


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Die Stadt wurde 1256 gegründet.", "HISTORY"),
        ("Le taux de chômage a baissé de 3 % depuis.", "STATISTIC"),
        ("人口在那年增加了12%。", "STATISTIC"),
        ("ارتفع السكان بنسبة ١٢٪.", "STATISTIC"),
        ("„Wir haben die Pläne nie gesehen“, sagte er.", "QUOTATION"),
    ],
)
def test_figures_years_and_quotations_are_seen_in_any_language(sentence, reason):
    assert asked(sentence) is Outcome.NEEDS
    assert reason in assess(sentence).reasons


def test_white_space_around_and_inside_changes_nothing():
    assert assess("\u00a0\tBarley  water\nlowers cholesterol. \n") == assess("Barley water lowers cholesterol.")


@pytest.mark.parametrize("sentence", ["", " ", "\n\t\u3000"])
def test_nothing_scores_nothing(sentence):
    assert assess(sentence) == Verdict(0.0, ())


def test_curly_and_straight_apostrophes_say_the_same():
    assert assess("It doesn’t harm the dye.") == assess("It doesn't harm the dye.")


def test_reasons_come_strongest_first():
    assert assess("Freight fell by 4 % in the larger ports.").reasons[0] == "STATISTIC"


def test_a_lone_surrogate_is_read_like_any_other_sign():
    assert assess("Barley water lowers cholesterol \ud800.").score > 0.5


@pytest.mark.parametrize("piece", ["a", "increase the ", '" ', "more than 3 ", "A b ", "if , "])
def test_two_megabytes_of_one_sentence_are_read(piece):
    verdict = assess(piece * (2_000_000 // len(piece)))
    assert 0 <= verdict.score <= 1


@given(st.text())
def test_any_text_has_a_verdict(text):
    verdict = assess(text)
    assert 0 <= verdict.score <= 1
    assert verdict.score == round(verdict.score, 4)
    assert set(verdict.reasons) <= set(REASONS)
    assert len(set(verdict.reasons)) == len(verdict.reasons)


@given(
    st.lists(
        st.sampled_from(
            [
                "Most",
                "tea",
                "is",
                "not",
                "40",
                "%",
                "better",
                "than",
                "I",
                ",",
                "“",
                "said",
                "that",
                "”",
                "in",
                "1683",
                "?",
                "we",
                "found",
            ]
        ),
        max_size=30,
    )
)
def test_the_same_words_have_the_same_verdict(words):
    assert assess(" ".join(words)) == assess("  ".join(words))
