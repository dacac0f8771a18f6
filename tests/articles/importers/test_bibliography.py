"""The list of references, wherever it stands."""

import pytest

from articles.importers.bibliography import is_heading, number_of
from tests.articles.importers.reading import cited, plain, shape

ENTRIES = ["Quill, I. Tea. 2019.", "Rush, O. Cups. 2020."]


@pytest.mark.parametrize("form", ["{} {}", "{}. {}", "{}.{}", "{}) {}", "({}) {}", "[{}] {}", "[{}]\n{}", "*{} {}"])
@pytest.mark.parametrize("heading", ["", "References\n\n", "SOURCES\n", "Literatur:\n\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_entries_are_found_however_they_are_numbered(form, heading, gap):
    entries = gap.join(form.format(number, entry) for number, entry in enumerate(ENTRIES, start=1))
    imported = plain(f"A Title\n\nTea calms [1]. Cups break [2].\n\n{heading}{entries}\n")
    assert [(r.number, r.original_label, r.sources[0].year) for r in imported.manuscript.references] == [
        (1, "1", 2019),
        (2, "2", 2020),
    ]
    assert shape(imported) == [("p", "Tea calms. Cups break.")]


def test_a_wrapped_entry_is_one_entry():
    imported = plain(
        "A Title\n\nTea calms [1].\n\nReferences\n\n1. Quill, I. Tea and what\n   it does. 2019.\n"
        "2. Rush, O. A short book of cups. 2020."
    )
    assert [r.sources[0].title for r in imported.manuscript.references] == [
        "Tea and what it does",
        "A short book of cups",
    ]


def test_entries_without_numbers_are_counted_under_a_heading():
    imported = plain("A Title\n\nTea calms.\n\nReferences\n\n" + "\n\n".join(ENTRIES))
    assert [(r.number, r.original_label) for r in imported.manuscript.references] == [(1, ""), (2, "")]


@pytest.mark.parametrize(
    "end",
    [
        "Notes\n\nI wrote this in bed.",
        "1. Boil the water.\n2. Pour it.",
        "1902: The shop opens.\n\n1903: The shop burns down.",
        "1. In 1902 the shop opened.\n2. In 1903 it burned down.",
    ],
)
def test_what_is_no_list_of_references_stays_in_the_text(end):
    imported = plain(f"A Title\n\nTea calms.\n\n{end}")
    assert imported.manuscript.references == ()
    assert len(shape(imported)) > 1


def test_one_work_under_two_numbers_is_two_entries_with_two_keys():
    imported = plain(f"A Title\n\nTea calms [1]. It does [2].\n\n1 {ENTRIES[0]}\n\n2 {ENTRIES[0]}")
    keys = [source.key for reference in imported.manuscript.references for source in reference.sources]
    assert keys == ["quill2019", "quill2019-2"]
    assert [numbers for _, numbers in cited(imported)] == [(1,), (2,)]


def test_a_marker_cites_all_works_of_its_entry():
    packed = (
        "Ito, K., et al., Early roots of leek. Root Res, 2014. 9: p. 77. : "
        "Varga, E., et al., Live spores of leek. J Spores, 2016. 3(1): p. 12."
    )
    imported = plain(f"A Title\n\nTea calms.*1\n\n1 {packed}")
    assert imported.manuscript.citations[0].keys == ("ito2014", "varga2016")
    assert imported.manuscript.citations[0].label == "Ito 2014; Varga 2016"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("3 Quill", 3),
        ("[12] Quill", 12),
        ("[3]Quill", 3),
        ("3.Quill", 3),
        ("(3) Quill", 3),
        ("³ Quill", 3),
        ("[3]", 3),
        ("1234 Quill", None),
        ("3Quill", None),
        ("3.5 litres", None),
        ("(1902) Quill", None),
        ("3", None),
    ],
)
def test_an_entrys_number_is_read(line, number):
    assert number_of(line) == number


@pytest.mark.parametrize(
    "line", ["References:", "REFERENCES", "Sources & further reading", "Endnotes", "Notes and references", "Show notes"]
)
def test_a_line_heads_references(line):
    assert is_heading(line)


def test_only_a_whole_line_heads_references():
    assert not is_heading("Notes on a notebook")


def under_references(end: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The titles of the references, and the blocks behind the first paragraph."""
    imported = plain(f"A Title\n\nTea calms.\n\nReferences\n\n{end}")
    sources = [source for reference in imported.manuscript.references for source in reference.sources]
    return [source.title or source.note for source in sources], shape(imported)[1:]


@pytest.mark.parametrize(
    "prose",
    [
        "Jane Doe has poured tea since 1998 and lives in Ghent.",
        "In 2016 we opened a second shop.",
        "She won a prize in 2020.",
    ],
)
def test_what_is_said_behind_an_unnumbered_list_is_no_entry(prose):
    entry = "Quill, I. (2019). The book of tea. Leaf Press."
    assert under_references(f"{entry}\n\n{prose}") == (["The book of tea"], [("p", prose)])


def test_a_sentence_that_opens_with_a_figure_behind_the_list_is_no_entry():
    prose = "40 schools have used this since 2015."
    assert under_references(f"1. Quill, I. The book of tea. 2019.\n\n{prose}") == (["The book of tea"], [("p", prose)])


def test_letters_are_labels():
    imported = plain(
        "A Title\n\nTea calms.\n\nReferences\n\na. Quill I. The book of tea. 2019.\nb. Rush O. My cups. 2020."
    )
    assert [(r.number, r.original_label, r.sources[0].title) for r in imported.manuscript.references] == [
        (1, "a", "The book of tea"),
        (2, "b", "My cups"),
    ]


def test_a_title_that_begins_with_a_number_keeps_it():
    titles, _ = under_references("1. 99 cups of tea. Leaf Press, 2019.\n2. 2001 nights of tea. Leaf Press, 2020.")
    assert titles == ["99 cups of tea", "2001 nights of tea"]


def test_an_entry_that_no_parser_understands_is_kept_as_it_stands():
    imported = plain(
        "A Title\n\nTea calms [1].\n\nReferences\n\n[1] Quill, I. The book of tea. 2019.\n[2] ibid.\n[3] ..."
    )
    assert [reference.sources[0].note for reference in imported.manuscript.references] == ["", "ibid.", "..."]


def test_more_entries_than_markers_can_name_stay_in_the_text_and_are_said_to():
    entries = "\n\n".join(f"Quill, I. (2019). The book of tea {n}. Leaf Press." for n in range(1_002))
    imported = plain(f"A Title\n\nTea calms.\n\nReferences\n\n{entries}")
    assert len(imported.manuscript.references) == 999
    assert [block.text[27:] for block in imported.manuscript.blocks[1:]] == [
        f"of tea {n}. Leaf Press." for n in (999, 1000, 1001)
    ]
    assert [loss.why for loss in imported.losses] == [
        "At most 999 references are read: this entry and those after it stay in the text."
    ]
