"""Numbering: by first citation, per source or per note, with the labels that an import brought."""

import pytest

from references import bibliography, library
from references.bibliography import number_of, numbered
from references.models import Bibliography, Numbering, Reference, Source
from tests.factories import source


@pytest.mark.parametrize(
    ("numbering", "entries"),
    [
        (Numbering.PER_SOURCE, [("b",), ("a",), ("c",)]),
        (Numbering.PER_NOTE, [("b", "a"), ("a",), ("c",)]),
    ],
)
def test_entries_come_in_the_order_of_first_citation(numbering, entries):
    assert numbered([("b", "a"), ("a",), ("b", "b", "a"), (), ("c",)], numbering) == entries


def test_a_note_has_its_own_number_alone():
    assert number_of([("a", "b"), ("a",)], ("a",)) == (2,)
    assert number_of([("a", "b"), ("a",)], ("a", "b")) == (1,)


def test_a_cluster_has_the_numbers_of_its_works_in_order():
    assert number_of([("a",), ("b",), ("c",)], ("c", "a", "gone")) == (1, 3)


def written(owner: Bibliography) -> list[tuple[list[str], str]]:
    references = Reference.objects.filter(bibliography=owner)
    return [([entry.source.key for entry in each.entries.all()], each.original_label) for each in references]


def write(owner: Bibliography, *clusters: tuple[str, ...], labels: dict[str, str] | None = None) -> None:
    sources = Source.objects.by_key(key for cluster in clusters for key in cluster)
    bibliography.number(owner, clusters, sources, labels)


@pytest.fixture
def keys(db):
    return [source().key for _ in range(3)]


def test_references_are_written_anew_each_time(keys):
    a, b, c = keys
    owner = Bibliography.objects.create()
    write(owner, (a,), (b,))
    write(owner, (c, b))
    assert written(owner) == [([c], ""), ([b], "")]


def test_a_note_holds_its_sources_in_their_order(keys):
    a, b, c = keys
    owner = Bibliography.objects.create(numbering=Numbering.PER_NOTE)
    write(owner, (c, a), (b,))
    assert written(owner) == [([c, a], ""), ([b], "")]


def test_a_key_without_a_source_has_no_entry(keys):
    owner = Bibliography.objects.create()
    write(owner, ("no-reference-9",), (keys[0],))
    assert written(owner) == [([keys[0]], "")]


def test_original_labels_outlast_a_new_numbering(keys):
    a, b, _ = keys
    owner = Bibliography.objects.create()
    write(owner, (a,), (b,), labels={a: "1, 3", b: "2"})
    write(owner, (b,), (a,))
    assert written(owner) == [([b], "2"), ([a], "1, 3")]


def test_merged_works_end_with_one_number_and_both_labels(keys):
    a, b, c = keys
    owner = Bibliography.objects.create()
    write(owner, (a,), (b,), (c,), labels={a: "1", b: "2", c: "3"})
    library.merge(Source.objects.get(key=b), Source.objects.get(key=a))
    write(owner, (a,), (b,), (c,))
    assert written(owner) == [([a], "1, 2"), ([c], "3")]
