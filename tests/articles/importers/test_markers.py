"""What cites in the text becomes a citation, and nothing else does."""

import pytest

from tests.articles.importers.reading import cited, plain, shape

REFERENCES = "\n\nReferences\n\n" + "\n".join(f"{n}. Quill, I. The book of tea {n}. 201{n}." for n in range(1, 6))


def linked(paragraph: str) -> list[tuple[int, ...]]:
    return [numbers for _, numbers in cited(plain(f"A Title\n\n{paragraph}{REFERENCES}"))]


@pytest.mark.parametrize(
    ("paragraph", "numbers"),
    [
        ("Tea calms.*3", [(3,)]),
        ("Tea calms.*2,*5", [(2, 5)]),
        ("Tea calms [3].", [(3,)]),
        ("Tea calms.[3–5] So it does.", [(3, 4, 5)]),
        ("Tea calms [1, 4].", [(1, 4)]),
        ("Tea calms [1][2].", [(1,), (2,)]),
        ("Tea calms.³ So it does.¹,²", [(3,), (1, 2)]),
        ("Tea,*1 it is said,*2 calms.", [(1,), (2,)]),
        ("Tea (the leaf)*1 calms.", [(1,)]),
        ("Tea calms [99].", [(99,)]),
        ("Tea calms [2, 9].", [(2, 9)]),
        ("Tea calms.*3The leaf warms.", [(3,)]),
        ("Tea calms.* 3", [(3,)]),
        ("Tea calms [*3].", [(3,)]),
        ("Tea calms *3-5.", [(3, 4, 5)]),
        ("Tea calms *3,5.", [(3, 5)]),
        ("Tea calms [1;2].", [(1, 2)]),
        ("Tea calms.[1],[2] It warms.", [(1,), (2,)]),
    ],
)
def test_a_marker_cites_the_entries_that_it_numbers(paragraph, numbers):
    assert linked(paragraph) == numbers


@pytest.mark.parametrize(
    "paragraph",
    [
        "In [2020] tea was dear.",
        "A room of 9 m² holds it.",
        "It makes 5 * 3 = 15 cups.",
        "Prices marked * rise.",
        "The film is *3D now.",
    ],
)
def test_what_is_no_marker_stays_text(paragraph):
    assert linked(paragraph) == []
    assert shape(plain(f"A Title\n\n{paragraph}{REFERENCES}")) == [("p", paragraph)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Tea calms [1].", "Tea calms."),
        ("Tea calms ([1]).", "Tea calms."),
        ("Tea includes*1:", "Tea includes:"),
        ("Tea [1] calms.", "Tea calms."),
        ("[1] Tea calms.", "Tea calms."),
        ("Tea calms.[1].", "Tea calms."),
        ("Tea calms.[1],[2] It warms.", "Tea calms. It warms."),
        ("Tea calms [1], [2].", "Tea calms."),
        ("Tea calms.*1It warms.", "Tea calms. It warms."),
        ("Tea calms.³It warms.", "Tea calms. It warms."),
        ("Tea,[1] they say, calms.", "Tea, they say, calms."),
        ("And so on...[1]", "And so on..."),
    ],
)
def test_no_trace_of_a_marker_is_left_in_the_text(typed, read):
    assert shape(plain(f"A Title\n\nHere it comes.\n\n{typed}{REFERENCES}"))[1] == ("p", read)


def test_a_citation_names_its_sources_in_the_markup():
    markup = plain(f"A Title\n\nTea calms [1, 9].{REFERENCES}").markup
    assert '<cite class="cit" data-ref="quill2011 no-reference-9">Quill 2011; 9</cite>' in markup
