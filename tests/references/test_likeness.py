"""When two sources are the same work."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.csl import Date, Name, SourceData
from references.formats import raw
from references.likeness import likeness, same_work

ROOTS = SourceData(
    title="Roots accelerate the healing of leaves in winter",
    authors=(Name("Orr", "L."), Name("Roe", "K.")),
    issued=Date(2016),
    container_title="Scientific Journal of Ferns",
    volume="6",
    page="201-209",
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": "Roots Accelerate the Healing of Leaves in Winter."},
        {"title": "Roots accelerate the healing of leafs in winter"},
        {"title": "Roots accelerate the healing of leaves in winter [German]"},
        {"title": "Roots accelerate the healing of leaves in winter [Erratum appears in Ferns 2018;3:4]"},
        {"authors": (Name("Orr", "Lucy"),)},
        {"authors": ()},
        {"issued": None},
        {"issued": Date(2017)},
        {"container_title": "Sci J Ferns"},
        {"page": "201-9"},
        {"page": "", "volume": ""},
        {"doi": "10.5555/x"},
    ],
)
def test_one_work_written_in_two_ways_is_the_same(changes):
    assert same_work(ROOTS, replace(ROOTS, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Ferns accelerate the growth of trees in summer"},
        {"title": "Roots accelerate the healing of leaves in winter: part 2"},
        {"title": ""},
        {"page": "310-319", "volume": "7"},
        {"authors": (Name("Poe"),), "container_title": "Trees", "issued": Date(2012)},
        {"container_title": "Proceedings of the Fen Meeting", "issued": Date(2015), "volume": "", "page": ""},
    ],
)
def test_two_works_that_look_alike_are_not_the_same(changes):
    assert not same_work(ROOTS, replace(ROOTS, **changes))


@pytest.mark.parametrize("field", ["doi", "pmid", "pmcid"])
def test_an_equal_identifier_proves_it_and_a_conflicting_one_forbids_it(field):
    mine = replace(ROOTS, **{field: "10.5555/1"})
    assert likeness(mine, SourceData(title="Quite another title", **{field: "10.5555/1"})) == 1.0
    assert likeness(mine, replace(ROOTS, **{field: "10.5555/2"})) == 0.0


def test_an_equal_identifier_outweighs_a_conflicting_one():
    assert same_work(replace(ROOTS, doi="10.5555/1", pmid="1"), replace(ROOTS, doi="10.5555/1", pmid="2"))


@pytest.mark.parametrize("field", ["isbn", "url"])
def test_a_book_and_its_chapter_share_an_isbn_and_are_two_works(field):
    book = SourceData(title="Handbook of Roots", **{field: "9780306406157"})
    assert same_work(book, SourceData(title="Handbook of roots.", authors=(Name("Orr"),), **{field: "9780306406157"}))
    assert not same_work(book, SourceData(title="Rain", **{field: "9780306406157"}))


def test_two_editorials_are_the_same_only_on_the_same_page():
    editorial = replace(ROOTS, title="Editorial")
    assert same_work(editorial, replace(editorial, issued=None))
    assert not same_work(editorial, replace(editorial, page="310-311"))
    assert not same_work(editorial, replace(editorial, page=""))
    assert not same_work(replace(editorial, volume="6"), replace(editorial, volume="7"))


def test_a_title_of_another_script_is_compared_too():
    assert same_work(replace(ROOTS, title="Корни растений"), replace(ROOTS, title="корни растений"))
    assert not same_work(replace(ROOTS, title="Корни растений"), replace(ROOTS, title="Дождь и ветер"))


TALK = "Orr, Jane, Research And Data On Roots: Update, Fen Academy, recorded 08/07/21"


def test_a_talk_that_stands_under_three_numbers_is_one_work():
    lines = [f"1 {TALK}", f"2 {TALK}", "3 Roe, K., Rain. Fenia, 2020. 1(2).", f"4 {TALK.replace('Data', 'data')}."]
    works = [work for line in lines for work in raw.parse(line)]
    assert [[same_work(work, other) for other in works].count(True) for work in works] == [3, 3, 1, 3]


SOURCES = st.builds(
    SourceData,
    title=st.sampled_from(["Roots", "Roots 2", "Editorial", "", "Rain and roots", "Roots and rain"]),
    authors=st.lists(st.builds(Name, st.sampled_from(["Orr", "Roe", ""])), max_size=2).map(tuple),
    issued=st.one_of(st.none(), st.builds(Date, st.integers(2000, 2002))),
    container_title=st.sampled_from(["", "Fenia", "J Fen", "Journal of Ferns"]),
    volume=st.sampled_from(["", "1", "2"]),
    page=st.sampled_from(["", "1-2", "3-4"]),
    doi=st.sampled_from(["", "10.5555/1", "10.5555/2"]),
    isbn=st.sampled_from(["", "9780306406157"]),
)


@given(SOURCES, SOURCES)
def test_likeness_is_symmetric_and_within_its_bounds(one, other):
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)


@given(SOURCES)
def test_a_work_is_never_unlike_itself_where_its_title_says_anything(source):
    if source.title not in ("", "Editorial"):
        assert same_work(source, source)
