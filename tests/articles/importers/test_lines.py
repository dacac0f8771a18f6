"""A plain text's lines to its pieces."""

import pytest

from articles.importers.lines import lines

LONG = "This paragraph was pasted from a page on one line, however long it is, as browsers do it, and so was all of it."


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def test_lines_with_room_for_the_next_word_were_broken_on_purpose():
    broken = ["Short one.", "This line is a good deal longer.", "Short again."]
    assert texts("\n".join(broken)) == broken


def test_a_figure_at_the_beginning_of_a_wrapped_line_opens_nothing():
    assert len(lines("The council moved to another place some\n57 people from a home that stood in water.")) == 1


def test_a_block_with_a_line_longer_than_anybody_wraps_was_never_wrapped():
    pasted = [f"{LONG} It is long.", "The second one is short", f"{LONG} It ends."]
    assert texts("\n".join(pasted)) == pasted


def test_a_wrapped_entry_stays_one_beside_a_long_address():
    assert texts(
        f"[1]\nQuill, I. The book of\ntea. 2019.\n[2] Rush, O. Cups. 2020. https://example.org/{'x' * 90}"
    ) == [
        "[1] Quill, I. The book of tea. 2019.",
        f"[2] Rush, O. Cups. 2020. https://example.org/{'x' * 90}",
    ]


def test_lines_wrapped_at_72_columns_are_joined():
    assert texts(
        "The pumps carry out some forty litres of water in every second of the\n"
        "night, and when the power fails the water rises to the rails within\nthree hours."
    ) == [
        "The pumps carry out some forty litres of water in every second of the night, and when the power fails the "
        "water rises to the rails within three hours."
    ]


def test_a_double_spaced_sentence_is_one_piece():
    assert texts(
        "It cost a fortune to build the light on the Hen Rock, and nine\n\nlives.\n\nThe sea took it in its first year"
    ) == [
        "It cost a fortune to build the light on the Hen Rock, and nine lives.",
        "The sea took it in its first year",
    ]


def test_short_lines_in_small_letters_stay_apart():
    assert texts("You need\n\nsalt\n\npepper") == ["You need", "salt", "pepper"]


@pytest.mark.parametrize("rule", ["-----", "=====", "* * *", "___", "###", "– – –"])
def test_a_line_of_signs_parts_like_a_blank_one(rule):
    read = lines(f"The Tunnel\n{rule}\nIt leaks.")
    assert [(line.text, line.at) for line in read] == [("The Tunnel", 1), ("It leaks.", 3)]
    assert read[0].block != read[1].block


@pytest.mark.parametrize("alone", ["Share on Facebook", "References", "Subject: Tea"])
def test_what_is_no_part_of_a_paragraph_stands_alone(alone):
    assert texts(f"The council moved the people who\n{alone}\nlived by the water to the hills.") == [
        "The council moved the people who", alone, "lived by the water to the hills.",
    ]  # fmt: skip


def test_items_keep_their_sign_and_number():
    assert [(line.bullet, line.number, line.text) for line in lines("• salt\n• rye\n\n1. Mix.\n2.Bake it.")] == [
        ("•", None, "salt"), ("•", None, "rye"), ("", 1, "Mix."), ("", 2, "Bake it."),
    ]  # fmt: skip


def test_a_wrapped_item_is_one_piece():
    assert texts("   * It is lined with bricks from the\n     northern shore.\n   * It leaks.") == [
        "It is lined with bricks from the northern shore.", "It leaks.",
    ]  # fmt: skip


def test_tabs_part_the_cells_of_a_row_and_nothing_else():
    read = lines("\tShed\tPrice\nPine \t 300\n1.\tFirst step")
    assert [line.cells for line in read] == [("Shed", "Price"), ("Pine", "300"), ()]
    assert read[0].text == "Shed Price"


def test_each_piece_knows_the_line_on_which_it_begins():
    assert [line.at for line in lines("\n\nOne.\n\n\nTwo\nthree.\n")] == [3, 6]
