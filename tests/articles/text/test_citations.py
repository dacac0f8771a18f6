"""Markers: those that cite, those that only look so, and what is neither."""

import pytest

from articles.manuscript import Citation, Place, Reference, Sentence
from articles.text.citations import joined, key_without_reference, numbers_in, numbers_of, typed
from references.csl import SourceData


def found(text: str, parentheses: bool = False) -> list[tuple[str, tuple[int, ...]]]:
    return [(marker.label, marker.numbers) for marker in typed(text, parentheses=parentheses)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall needs repair.*3  The cell divides.", [("*3", (3,))]),
        ("These include*8: tea", [("*8", (8,))]),
        ("Tea aids healing,*4 and rest.", [("*4", (4,))]),
        ("Tea heals.*2,*5", [("*2,*5", (2, 5))]),
        ("Tea heals.*2,5", [("*2,5", (2, 5))]),
        ("Tea heals.*2–4", [("*2–4", (2, 3, 4))]),
        ("Tea heals *12 wounds", [("*12", (12,))]),
        ("Tea heals [3].", [("[3]", (3,))]),
        ("Tea heals.[3]", [("[3]", (3,))]),
        ("Tea heals [3–5, 7].", [("[3–5, 7]", (3, 4, 5, 7))]),
        ("Tea heals [1; 2].", [("[1; 2]", (1, 2))]),
        ("Tea heals [*3].", [("[*3]", (3,))]),
        ("Tea [1] heals [2].", [("[1]", (1,)), ("[2]", (2,))]),
        ("Tea heals.³", [("³", (3,))]),
        ("Tea heals¹,² wounds.", [("¹,²", (1, 2))]),
        ("Tea heals.¹²", [("¹²", (12,))]),
        ("Tea heals.¹⁻³", [("¹⁻³", (1, 2, 3))]),
    ],
)
def test_typed_marker_is_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It covers 40 m² of floor and 3 cm³.",
        "There were 10⁶ cells and x² of them.",
        "CO₂ and H₂O are gases.",
        "Here f[3] is the third wheel.",
        "The product 5*3 is 15, and so is 5 *3.",
        "The entry “[2020] tower” is his.",
        "He wrote “escapment [sic]” throughout.",
        "*3 opens the line.",
        "Prices marked * include postage.",
        "**3** is bold.",
        "Use *3x and *args.",
        "It is [0] or [1234].",
        "It runs backwards [5–3].",
        "Ca²⁺ is an ion.",
        "10⁻³ of it.",
        "It is the third (3) of them.",
    ],
)
def test_what_is_no_marker_is_left_alone(text):
    assert found(text) == []


def test_parentheses_count_only_where_the_text_cites_so():
    assert found("Tea heals (3). It may (1, 2) help.", parentheses=True) == [("(3)", (3,)), ("(1, 2)", (1, 2))]
    assert found("Steps: (1) boil, (2) steep. In (2020) it was.", parentheses=True) == [("(2)", (2,))]


@pytest.mark.parametrize(
    ("text", "raised", "expected"),
    [
        ("Tea heals.3 So.", "3", ["3"]),
        ("Tea heals.[3] So.", "[3]", ["[3]"]),
        ("Tea heals. 2, 3 So.", " 2, 3", ["2, 3"]),
        ("Tea heals.*3 So.", "*3", ["*3"]),
        ("It is 5 m2 wide.", "2", []),
        ("It is 103 of them.", "3", []),
        ("On the 4th of May.", "th", []),
        ("It is x2 here.", "2", []),
    ],
)
def test_figure_in_a_superscript_element(text, raised, expected):
    start = text.index(raised)
    markers = list(typed(text, [(start, start + len(raised))]))
    assert [marker.label for marker in markers] == expected
    assert all(text[marker.start : marker.end] == marker.label for marker in markers)


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("*3", (3,)),
        ("[3–5]", (3, 4, 5)),
        ("2,2,1", (2, 1)),
        ("[5–3]", ()),
        ("[1–99]", ()),
        ("¹⁻³", (1, 2, 3)),
        ("", ()),
    ],
)
def test_numbers_of_a_label(label, numbers):
    assert numbers_in(label) == numbers


REFERENCES = (
    Reference(1, (SourceData("cha2020"), SourceData("hu2016"))),
    Reference(2, (SourceData("lee2011"),)),
)


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        (("lee2011", "cha2020"), (2, 1)),
        (("cha2020", "hu2016"), (1,)),
        (("unknown",), ()),
        ((key_without_reference(99), "lee2011"), (99, 2)),
    ],
)
def test_numbers_are_those_of_the_bibliography(keys, numbers):
    assert numbers_of(Citation(0, 0, keys), REFERENCES) == numbers


@pytest.mark.parametrize(("offset", "sentence"), [(0, 4), (1, 4), (10, 4), (11, 4), (12, 5), (30, 5)])
def test_marker_belongs_to_the_sentence_that_it_stands_in_or_right_after(offset, sentence):
    sentences = [
        Sentence(4, "Tea heals.", Place(7, 0, 10), 0.5, (), "Tea heals."),
        Sentence(5, "It does.", Place(7, 11, 19), 0.5, (), "It does."),
    ]
    assert joined([Citation(7, offset, ("a",))], sentences)[0].sentence == sentence


def test_marker_in_a_block_without_sentences_has_none():
    assert joined([Citation(7, 0, ("a",), sentence=3)], [])[0].sentence is None
