"""The library: one row for one work, keys that last, merges that lead on."""

import pytest
from django.db import IntegrityError, transaction

from references import library
from references.csl import Date, Name, SourceData
from references.models import Source, title_stem
from tests.factories import source

CHA = SourceData(title="Green tea and blood pressure in adults", authors=(Name("Cha", "H."),), issued=Date(2020))


def work(**fields: object) -> SourceData:
    values = {field: getattr(CHA, field) for field in ("title", "authors", "issued")}
    return SourceData(**values | fields)


def only(*works: SourceData) -> bool:
    """Whether the library holds the works, added one after the other, as one source."""
    return len({library.add([each])[0].pk for each in works}) == 1


def test_a_work_is_found_again_by_its_doi_however_it_is_written(db):
    assert only(work(doi="10.1000/Tea.1"), SourceData(title="Other words", doi="https://doi.org/10.1000/TEA.1"))


def test_a_work_is_found_again_by_its_pmid(db):
    assert only(work(pmid="12345"), SourceData(title="Other words", pmid="PMID: 12345"))


def test_a_work_without_identifiers_is_found_again_by_its_likeness(db):
    assert only(work(), work(title="Green Tea and Blood Pressure in Adults.", authors=(Name("Cha", "Hana"),)))


def test_different_dois_are_different_works_however_alike(db):
    assert not only(work(doi="10.1000/1"), work(doi="10.1000/2"))


def test_the_same_work_twice_in_one_file_is_one_source(db):
    first, other, again = library.add([work(), work(title="Black tea and sleep in shift workers"), work()])
    assert (first.pk == again.pk, first.pk == other.pk) == (True, False)
    assert Source.objects.count() == 2


def test_a_merged_source_is_not_found_again_but_its_successor(db):
    old, new = library.add([work(pmid="1")])[0], source(pmid="2")
    library.merge(old, new)
    assert library.add([work(pmid="2")]) == [new]
    assert library.add([work(pmid="1")]) != [old]


def test_a_files_own_key_is_kept_where_it_is_free(db):
    first, second = library.add([work(key="tea-trial"), SourceData(key="tea-trial", title="Sleep", issued=Date(1999))])
    assert (first.key, second.key) == ("tea-trial", "sleep1999")


@pytest.mark.parametrize("key", ["Smith, 2020", "2020", "a" * 65, "no-reference-3", "x y", "tea\n"])
def test_a_key_that_is_none_or_means_something_else_is_not_taken(db, key):
    assert library.add([work(key=key)])[0].key == "cha2020"


def test_works_of_one_author_and_year_are_counted(db):
    titles = ["Oolong", "Matcha", "Sencha", "Assam", "Darjeeling", "Keemun", "Rooibos", "Pu-erh", "Lapsang"]
    added = library.add([work(title=f"{title} leaves under the microscope") for title in titles])
    assert [each.key for each in added] == ["cha2020", *(f"cha2020-{number}" for number in range(2, 10))]


def test_what_a_database_refuses_is_taken_out_of_a_work(db):
    (added,) = library.add(
        [work(title="Tea\x00 leaves \ud800", publisher="L\x07eaf", doi="n/a", pmid="none at all, sorry, really")]
    )
    kept = Source.objects.get(pk=added.pk)
    assert (kept.work.title, kept.work.publisher) == ("Tea leaves \ufffd", "Leaf")
    assert (kept.doi, kept.pmid, kept.work.doi) == ("", "", "n/a")


def test_a_work_comes_back_as_it_went_in(db):
    full = work(container_title="Leaf", volume="3", page="1-9", doi="10.1000/1", other=(("keyword", '"tea"'),))
    (added,) = library.add([full])
    assert Source.objects.get(pk=added.pk).work.to_csl() == {"id": "cha2020"} | full.to_csl()


def test_news_of_a_work_makes_a_new_version_and_no_news_none(db):
    added = source()
    same = library.refresh(added, added.work)
    assert same.version == 1
    news = library.refresh(added, work(title="Green tea, revisited", doi=added.doi))
    assert (news.version, news.title, news.key) == (2, "Green tea, revisited", added.key)


def test_news_that_make_two_sources_one_work_are_refused(db):
    one, other = source(), source()
    with pytest.raises(ValueError, match="Merge the two"):
        library.refresh(one, work(doi=other.doi))
    assert Source.objects.get(pk=one.pk).version == 1


def test_each_key_of_a_chain_of_merges_leads_to_its_end(db):
    a, b, c = source(), source(), source()
    library.merge(a, b)
    library.merge(b, c)
    assert Source.objects.by_key([a.key, b.key, c.key, "unknown"]) == {a.key: c, b.key: c, c.key: c}


def test_merging_into_a_merged_source_goes_to_where_that_one_leads(db):
    a, b, c = source(), source(), source()
    library.merge(a, b)
    library.merge(c, a)
    assert Source.objects.get(pk=c.pk).merged_into == b


def test_a_ring_of_merges_is_refused(db):
    a, b = source(), source()
    library.merge(a, b)
    for ring in [(b, a), (b, b)]:
        with pytest.raises(ValueError, match="into itself"):
            library.merge(*ring)
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.filter(pk=b.pk).update(merged_into=b.pk)


def test_a_merge_is_for_good(db):
    a, b, c = source(), source(), source()
    library.merge(a, b)
    with pytest.raises(ValueError, match="already"):
        library.merge(a, c)


def test_somebody_who_adds_the_same_work_meanwhile_is_no_error(db, monkeypatch):
    """The first look finds nothing, as when another transaction has not ended yet; then the constraint speaks."""
    there = source()
    look = iter([None])
    monkeypatch.setattr(library, "existing", lambda work: next(look, there))
    assert library.add([work(doi=there.doi)]) == [there]


@pytest.mark.parametrize(
    ("title", "stem"),
    [("The Tëa: a History of 3 leaves", "theteaahistoryof3lea"), ("茶の歴史", "茶の歴史"), ("—!", "")],
)
def test_a_stem_is_letters_and_digits_alone(title, stem):
    assert title_stem(title) == stem


def test_a_refresh_from_an_older_version_is_refused_and_changes_nothing(db):
    stale, held = source("The hedge"), Source.objects.get()
    library.refresh(held, SourceData(title="The hedges", doi=held.doi))
    with pytest.raises(library.Outdated, match="Somebody else changed"):
        library.refresh(stale, SourceData(title="The hedgerow", doi=stale.doi))
    assert (Source.objects.get().title, Source.objects.get().version) == ("The hedges", 2)


def test_a_source_is_found_by_what_it_is_called_now(db):
    held = source("The bells")
    library.refresh(held, SourceData(title="The hedgerow", authors=(Name(literal="Fieldgate"),)))
    assert not Source.objects.search("bells")
    assert [each.key for each in Source.objects.search("fieldgate HEDGEROW")] == [held.key]
