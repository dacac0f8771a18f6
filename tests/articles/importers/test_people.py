"""Who is credited with a text, and what is said of them."""

import pytest

from tests.articles.importers.reading import lost, plain, shape


def test_a_byline_further_down_is_text():
    imported = plain("A Title\n\n" + "Tea calms.\n\n" * 5 + "By Special Delivery\n\nIt came.")
    assert imported.manuscript.people == ()


def test_posts_and_biography_after_a_credit_are_the_persons():
    imported = plain(
        "A Title\n\nTea calms.\n\nContribution by Jane Doe, Ghent\n\nHead of Leaves, Leaf Ltd\nTrainer, Cup World\n\n"
        "Jane has poured tea for years. She likes it.\n\nToday she lives in Ghent.\n\nWhat Tea Does\n\nTea calms."
    )
    (person,) = imported.manuscript.people
    assert person.affiliation == "Ghent; Head of Leaves, Leaf Ltd; Trainer, Cup World"
    assert person.bio == "Jane has poured tea for years. She likes it.\n\nToday she lives in Ghent."
    assert shape(imported) == [("p", "Tea calms."), ("h2", "What Tea Does"), ("p", "Tea calms.")]
    assert [line for line, _ in lost(imported)] == [10, 12]


def test_a_paragraph_that_speaks_of_something_else_ends_the_biography():
    imported = plain("A Title\n\nContribution by Jane Doe\n\nJane pours.\n\nTea calms the pulse.")
    assert shape(imported) == [("p", "Tea calms the pulse.")]


def test_last_words_that_open_with_the_whole_name_are_a_biography():
    imported = plain("A Title\n\nBy Jane Doe\n\nTea calms.\n\nJane Doe pours tea.")
    assert imported.manuscript.people[0].bio == "Jane Doe pours tea."


def test_what_stands_under_about_the_author_is_a_biography():
    imported = plain("A Title\n\nBy Jane Doe\n\nTea calms.\n\nAbout the author\n\nShe pours tea.")
    assert imported.manuscript.people[0].bio == "She pours tea."
    assert shape(imported) == [("p", "Tea calms.")]


def test_a_disclosure_goes_to_whom_it_names():
    imported = plain("A Title\n\nBy Jane Doe and Otto Rush\n\nTea calms.\n\nDisclosure: Otto Rush sells tea.")
    assert [person.disclosure for person in imported.manuscript.people] == ["", "Otto Rush sells tea."]


def test_a_disclosure_may_stand_under_its_heading():
    imported = plain("A Title\n\nBy Jane Doe\n\nTea calms.\n\nConflict of interest\n\nThe author sells tea.")
    assert imported.manuscript.people[0].disclosure == "The author sells tea."


def test_a_disclosure_of_nobody_stays_in_the_text():
    assert shape(plain("A Title\n\nTea calms.\n\nDisclosure: We sell tea."))[-1] == ("p", "Disclosure: We sell tea.")


@pytest.mark.parametrize("heading", ["About the author", "About Jane Doe", "ABOUT THE AUTHOR:"])
def test_a_biography_has_its_heading_and_the_text_goes_on_behind_it(heading):
    imported = plain(f"A Title\n\nBy Jane Doe\n\nTea calms.\n\n{heading}\n\nJane pours tea.\n\nTea is a leaf.")
    assert imported.manuscript.people[0].bio == "Jane pours tea."
    assert shape(imported) == [("p", "Tea calms."), ("p", "Tea is a leaf.")]


def test_a_heading_about_something_else_stays():
    imported = plain("A Title\n\nBy Jane Doe\n\nTea calms.\n\nAbout Leaf Ltd\n\nLeaf Ltd sells tea.")
    assert shape(imported)[1:] == [("h2", "About Leaf Ltd"), ("p", "Leaf Ltd sells tea.")]


def test_biographies_under_their_heading_introduce_people_whom_no_credit_names():
    imported = plain(
        "A Title\n\nTea calms.\n\nAbout the authors\n\nJane Doe pours tea.\n\nOtto Rush is a potter. He drinks it."
    )
    assert [(person.name, person.bio) for person in imported.manuscript.people] == [
        ("Jane Doe", "Jane Doe pours tea."),
        ("Otto Rush", "Otto Rush is a potter. He drinks it."),
    ]
    assert [line for line, _ in lost(imported)] == [7, 9]


def test_a_biography_of_nobody_stays_with_its_heading():
    imported = plain("A Title\n\nTea calms.\n\nAbout the author\n\nShe pours tea.")
    assert shape(imported)[1:] == [("h2", "About the author"), ("p", "She pours tea.")]


@pytest.mark.parametrize(
    "interests",
    [
        "She has no conflicts of interest to declare.",
        "This magazine does not employ her, but Leaf Ltd advertises in it.",
        "She has received fees from Leaf Ltd.",
        "While we do not work with her, she owns shares in Leaf Ltd.",
    ],
)
def test_a_paragraph_of_a_biography_that_says_who_pays_whom_is_a_disclosure(interests):
    imported = plain(f"A Title\n\nContribution by Jane Doe\n\nJane pours tea.\n\n{interests}\n\nTea calms.")
    (person,) = imported.manuscript.people
    assert (person.bio, person.disclosure) == ("Jane pours tea.", interests)
    assert lost(imported)[-1][1] == interests
    assert imported.losses[-1].why == "It was taken for a disclosure of Jane Doe."


def test_a_biography_right_before_the_references_is_one():
    imported = plain(
        "A Title\n\nBy Jane Doe\n\nTea calms.\n\nJane Doe pours tea.\n\nReferences\n\n1. Rush O. Tea. 2020."
    )
    assert imported.manuscript.people[0].bio == "Jane Doe pours tea."
    assert len(imported.manuscript.references) == 1


def test_paragraphs_after_a_credit_are_no_posts_however_they_end():
    imported = plain(
        "A Title\n\nJane Doe, MD\n\nTea calms.1 It warms.2\n\nIt is a leaf.3\n\nSources\n\nDoe J. Leaves of tea. 2003."
    )
    assert imported.manuscript.people[0].affiliation == ""
    assert shape(imported) == [("p", "Tea calms.1 It warms.2"), ("p", "It is a leaf.3")]
