"""SourceData: CSL-JSON in, the same out, and a key for every work."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.csl import KEY_PATTERN, Date, Name, SourceData, citation_key

WORDS = st.text(min_size=1, max_size=20)
NAMES = st.one_of(
    st.fixed_dictionaries(
        {"family": WORDS}, optional={"given": WORDS, "suffix": WORDS, "non-dropping-particle": WORDS}
    ),
    st.fixed_dictionaries({"literal": WORDS}, optional={"static-ordering": st.booleans(), "dropping-particle": WORDS}),
)
YEARS = st.integers(-9999, 9999)
DAYS = st.one_of(
    st.tuples(YEARS),
    st.tuples(YEARS, st.integers(1, 24)),
    st.tuples(YEARS, st.integers(1, 12), st.integers(1, 31)),
    st.tuples(YEARS.map(str), st.integers(1, 12).map(str)),
).map(list)
DATES = st.one_of(
    st.fixed_dictionaries(
        {"date-parts": st.lists(DAYS, min_size=1, max_size=2)},
        optional={"circa": st.booleans(), "season": st.integers(1, 4), "literal": WORDS},
    ),
    st.fixed_dictionaries({"raw": WORDS}),
    st.fixed_dictionaries({"literal": WORDS}),
)
ITEMS = st.fixed_dictionaries(
    {"id": WORDS, "type": st.sampled_from(["article-journal", "book", "webpage", "speech"])},
    optional={
        "title": st.text(),
        "author": st.lists(NAMES, max_size=3),
        "editor": st.lists(NAMES, max_size=2),
        "translator": st.lists(NAMES, max_size=2),
        "issued": DATES,
        "accessed": DATES,
        "volume": st.text(max_size=5),
        "DOI": WORDS,
        "abstract": st.text(),
        "custom": st.dictionaries(WORDS, st.one_of(st.none(), st.booleans(), st.integers(), WORDS), max_size=3),
        "categories": st.lists(WORDS, max_size=3),
    },
)


@given(ITEMS)
def test_an_item_comes_back_as_it_was(item):
    assert SourceData.from_csl(item).to_csl() == item


@given(ITEMS)
def test_reading_what_was_written_gives_the_same_work(item):
    source = SourceData.from_csl(item)
    assert SourceData.from_csl(source.to_csl()) == source


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)
VARIABLES = st.sampled_from(["id", "type", "title", "author", "issued", "page", "DOI", "note", "original-date"])


@given(st.dictionaries(VARIABLES, JSON))
def test_no_value_of_whatever_shape_is_lost(item):
    """Only a number comes back as text, and a missing type as "document"."""
    written = SourceData.from_csl(item).to_csl()
    for variable, value in item.items():
        assert written[variable] == value or (isinstance(value, int) and written[variable] == str(value))
    assert written.keys() == item.keys() | {"type"}


def test_what_has_a_field_is_read_into_it():
    source = SourceData.from_csl(
        {
            "id": "ito2014",
            "type": "article-journal",
            "title": "Early contact events",
            "author": [{"family": "Ito", "given": "K."}, {"literal": "Root Group"}],
            "issued": {"date-parts": [[2014, 3]]},
            "container-title": "New Root Res",
            "volume": 9,
            "page": "77-81",
            "PMCID": "PMC123456",
        }
    )
    assert source.key == "ito2014"
    assert source.authors == (Name("Ito", "K."), Name(literal="Root Group"))
    assert source.issued == Date(2014, 3)
    assert (source.volume, source.page, source.pmcid) == ("9", "77-81", "PMC123456")
    assert source.other == ()


def test_what_has_no_field_is_kept_beside():
    source = SourceData.from_csl({"type": "book", "translator": [{"family": "Obi"}], "number-of-pages": 12})
    assert dict(source.other) == {"translator": '[{"family": "Obi"}]', "number-of-pages": "12"}


@pytest.mark.parametrize(
    ("date", "year", "month", "day"),
    [
        ({"date-parts": [["2019", "5"]]}, 2019, 5, 0),
        ({"date-parts": [[2014, 12, 31], [2015, 1, 1]]}, 2014, 12, 31),
        ({"date-parts": [[1901]], "circa": True}, 1901, 0, 0),
        ({"date-parts": [[2017, 14]]}, 2017, 0, 0),
        ({"date-parts": [[-50]]}, -50, 0, 0),
        ({"date-parts": [[2019, 0, 5]]}, 2019, 0, 0),
        ({"date-parts": [[]]}, None, 0, 0),
        ({"date-parts": "2019"}, None, 0, 0),
        ({"date-parts": [["next year"]]}, None, 0, 0),
        ({"date-parts": [[True]]}, None, 0, 0),
        ({"raw": "around 2019"}, None, 0, 0),
    ],
)
def test_a_date_is_read_as_far_as_it_is_one(date, year, month, day):
    source = SourceData.from_csl({"type": "book", "issued": date})
    assert source.issued is not None
    assert (source.year, source.issued.month, source.issued.day) == (year, month, day)
    assert source.to_csl()["issued"] == date


def test_a_name_that_says_more_is_still_a_name():
    name = {"family": "Obi", "given": "Chidi", "ORCID": "0000-0002-1825-0097"}
    source = SourceData.from_csl({"type": "book", "author": [name]})
    assert (source.authors[0].family, source.authors[0].given) == ("Obi", "Chidi")
    assert source.to_csl()["author"] == [name]


def test_what_is_empty_is_not_written():
    assert SourceData(title="A").to_csl() == {"type": "document", "title": "A"}


def test_a_name_reads_as_people_write_it():
    assert str(Name("Leeuw", "Ana", particle="de", suffix="Jr")) == "Ana de Leeuw Jr"
    assert str(Name(literal="Root Group")) == "Root Group"


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (SourceData(authors=(Name("Cha", "H."),), issued=Date(2020)), "cha2020"),
        (SourceData(authors=(Name("Sørensen", "A."),), issued=Date(1999)), "sorensen1999"),
        (SourceData(authors=(Name("Łukasiewicz"),)), "lukasiewicz"),
        (SourceData(authors=(Name(literal="The Root Group"),), issued=Date(2001)), "the2001"),
        (SourceData(editors=(Name("Obi"),)), "obi"),
        (SourceData(title="On walking", issued=Date(2012)), "walking2012"),
        (SourceData(title="Walking", authors=(Name("Иванов"),)), "walking"),
        (SourceData(title="歩く", issued=Date(-50)), "source50"),
        (SourceData(), "source"),
    ],
)
def test_a_key_is_made_of_name_and_year(source, key):
    assert citation_key(source) == key


def test_a_key_that_is_taken_gets_a_counter():
    source = SourceData(authors=(Name("Cha"),), issued=Date(2020))
    assert citation_key(source, {"cha2020", "cha2020-2"}) == "cha2020-3"


@given(st.text(max_size=80), st.text(max_size=80), st.one_of(st.none(), st.integers(-99999, 99999)))
def test_every_key_fits_the_pattern_and_none_looks_like_a_missing_reference(name, title, year):
    source = SourceData(title=title, authors=(Name(name),), issued=Date(year))
    first = citation_key(source)
    second = citation_key(source, {first})
    assert first != second
    for key in (first, second):
        assert re.fullmatch(KEY_PATTERN, key)
        assert not key.startswith("no-reference-")


def test_an_author_named_no_reference_makes_no_such_key():
    source = SourceData(authors=(Name("no-reference"),), issued=Date(1))
    assert not citation_key(source, {citation_key(source)}).startswith("no-reference-")
