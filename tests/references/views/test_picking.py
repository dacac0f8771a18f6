"""What the editor's picker is answered."""

import pytest

from references import library
from references.csl import Date, Name, SourceData
from tests.factories import person, source


@pytest.fixture
def picked(client, db, django_assert_max_num_queries):
    client.force_login(person("Contributor"))

    def ask(text: str) -> list[dict]:
        with django_assert_max_num_queries(8):
            return client.get("/library/pick/", {"q": text}).json()["results"]

    return ask


def test_a_source_is_told_in_five_words(picked):
    work = SourceData(title="The hedge", authors=(Name("Marlow", "J."),), issued=Date(2004), publisher="Fieldgate")
    library.add([work])
    told = {"key": "marlow2004", "name": "Marlow 2004", "title": "The hedge", "where": "Fieldgate", "year": 2004}
    assert picked("hedge") == [told]


def test_there_are_twelve_at_most_the_newest_first(picked):
    for number in range(15):
        source(f"Clock {number} and its swing")
    assert [each["title"] for each in picked("clock")] == [
        f"Clock {number} and its swing" for number in range(14, 2, -1)
    ]


def test_the_source_whose_key_it_is_comes_first(picked):
    wanted = library.add([SourceData(key="hedge", title="Bells")])[0]
    source("The hedge")
    library.add([SourceData(key="hedges", title="Fields")])
    assert [each["title"] for each in picked("hedge")] == ["Bells", "Fields", "The hedge"]
    assert picked("HEDGE")[0]["key"] == wanted.key


@pytest.mark.parametrize("asked", ["10.1000/bell.7", "https://doi.org/10.1000/BELL.7", "PMID: 4711", "4711"])
def test_an_identifier_finds_its_source_alone(picked, asked):
    source("Bells", doi="10.1000/bell.7", pmid="4711")
    source("Bells of 4711")
    assert [each["title"] for each in picked(asked)] == ["Bells"]


def test_the_key_of_a_merged_source_finds_the_one_that_stands(picked):
    old, new = source("The hedge"), source("The field")
    library.merge(old, new)
    assert [each["key"] for each in picked(old.key)] == [new.key]
    assert picked("the hedge") == []


def test_without_words_the_newest_sources_are_answered(picked):
    source("Old"), source("New")
    assert [each["title"] for each in picked("")] == ["New", "Old"]
