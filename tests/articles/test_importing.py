"""Importing: a file that was read becomes a draft, all of it or nothing."""

import pytest
from django.db import connection

from articles import drafting, importing
from articles.content import content
from articles.importers import read
from articles.models import Article, Byline, Contributor, SitePolicy, Topic
from articles.roles import Refused
from articles.text.sanitize import TextTooLarge
from references import bibliography, library
from references.csl import SourceData
from references.models import Bibliography, Numbering, Source
from tests.factories import person, source

WORK = "Byron, A. Rain and Snow. London: Murray, 1840."
TEXT = f"""Weather / Rain

On rain

By Ada Byron

Rain lowers blood pressure by 12%.[1] Snow raises it by 3%.[2] I like both, and I have never been able to say which I
like better.

Ada Byron is a poet. She has written on rain for 20 years.

Disclosure: Ada Byron owns an umbrella.

References

1. {WORK}

2. Cha, H. Snow and pressure. J Weather. 2020;12(3):45-50.
"""


@pytest.fixture
def writer(db):
    return person("Contributor")


def bring_in(text, by, name="rain.txt"):
    return importing.bring_in(read(text.encode(), name), by, name)


def entries(article):
    """The references of an article: position, label, keys."""
    return [
        (entry.position, entry.original_label, [source.key for source in entry.sources.all()])
        for entry in article.bibliography.references.all()
    ]


def rows():
    """How many rows each table has."""
    with connection.cursor() as cursor:
        counts = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # noqa: S608 - the names are the database's own
            counts[table] = cursor.fetchone()[0]
    return counts


def test_a_file_becomes_a_draft_with_its_sources_its_people_and_its_topic(writer):
    arrival = bring_in(TEXT, writer)
    article = arrival.article
    assert (article.state, article.owner, article.head.title, article.head.kind) == (
        "draft",
        writer,
        "On rain",
        "import",
    )
    assert (arrival.references, arrival.sources, arrival.citations, arrival.linked) == (2, 2, 2, 2)
    assert entries(article) == [(1, "1", ["byron1840"]), (2, "2", ["cha2020"])]
    assert list(article.topics.values_list("path", flat=True)) == ["weather/rain"]
    byline = Byline.objects.get(article=article)
    assert (byline.contributor.name, byline.contributor.disclosure) == ("Ada Byron", "Ada Byron owns an umbrella.")


@pytest.mark.parametrize(
    ("module", "act"),
    [(library, "add"), (drafting, "start"), (importing, "_sign"), (bibliography, "number")],
    ids=["sources", "draft", "people", "numbering"],
)
def test_a_failure_in_the_middle_leaves_nothing(writer, monkeypatch, module, act):
    """Each part is written, and then fails."""
    done = getattr(module, act)

    def fail(*args, **kwargs):
        done(*args, **kwargs)
        raise RuntimeError("the disk is full")

    before = rows()
    monkeypatch.setattr(module, act, fail)
    with pytest.raises(RuntimeError):
        bring_in(TEXT, writer)
    assert rows() == before


def test_who_may_not_write_imports_nothing(db):
    nobody = person()
    before = rows()
    with pytest.raises(Refused, match="You may not write"):
        bring_in(TEXT, nobody)
    assert rows() == before


def test_the_same_file_twice_is_two_drafts_of_one_library(writer):
    first, second = bring_in(TEXT, writer), bring_in(TEXT, writer)
    assert (first.article.slug, second.article.slug) == ("on-rain", "on-rain-2")
    assert entries(first.article) == entries(second.article)
    assert (Source.objects.count(), Contributor.objects.count(), Topic.objects.count()) == (2, 1, 2)


def test_one_work_under_three_numbers_ends_with_one_number_and_keeps_three_labels(writer):
    text = "Rain\n\nRain lowers pressure by 12%.[1] Hail by 3%.[2] Sleet by 4%.[3] Fog by 5%.[4]\n\nReferences\n\n"
    text += f"1. {WORK}\n\n2. {WORK}\n\n3. Cha, H. Snow. J Weather. 2020;12(3):45-50.\n\n4. {WORK}\n"
    arrival = bring_in(text, writer)
    assert (arrival.references, arrival.sources, arrival.citations, arrival.linked) == (4, 2, 4, 4)
    assert entries(arrival.article) == [(1, "1, 2, 4", ["byron1840"]), (2, "3", ["cha2020"])]


def test_numbering_per_note_gives_each_cluster_a_number(writer):
    SitePolicy.objects.create(pk=1, numbering=Numbering.PER_NOTE)
    text = TEXT.replace("by 12%.[1]", "by 12%.[1,2]").replace("by 3%.[2]", "by 3%.[1]")
    assert entries(bring_in(text, writer).article) == [(1, "1, 2", ["byron1840", "cha2020"]), (2, "1", ["byron1840"])]


def test_a_work_of_the_library_is_cited_by_its_own_key(writer):
    known = library.add(
        [SourceData(key="rain1840", title="Rain and Snow", issued=source().work.issued, doi="10.1/rain")]
    )[0]
    text = TEXT.replace(WORK, f"{WORK} doi:10.1/rain")
    arrival = bring_in(text, writer)
    assert entries(arrival.article)[0][2] == [known.key]
    assert 'data-ref="rain1840"' in arrival.article.head.body


def test_a_key_taken_by_another_work_is_not_that_work(writer):
    library.add([SourceData(key="byron1840", title="A treatise on something else entirely", doi="10.1/else")])
    arrival = bring_in(TEXT, writer)
    ((_, _, (key,)), _) = entries(arrival.article)
    assert key != "byron1840"
    assert Source.objects.get(key=key).title == "Rain and Snow"
    assert f'data-ref="{key}"' in arrival.article.head.body
    assert 'data-ref="byron1840"' not in arrival.article.head.body


def test_a_marker_that_the_file_has_no_reference_for_cites_nothing_of_the_library(writer):
    known = source()
    text = f'<h1>Rain</h1><p>Rain lowers pressure by 12%.<cite class="cit" data-ref="{known.key}">x</cite></p>'
    arrival = bring_in(text, writer, "rain.html")
    assert (arrival.citations, arrival.linked, entries(arrival.article)) == (1, 0, [])
    assert known.key not in content(arrival.article, arrival.article.head).canonical


def test_a_citation_is_linked_only_when_each_of_its_numbers_is(writer):
    arrival = bring_in(TEXT.replace("by 12%.[1]", "by 12%.[1,7]"), writer)
    assert (arrival.citations, arrival.linked) == (2, 1)


def test_a_contributor_of_the_same_name_is_credited_and_stays_as_they_are(writer):
    known = Contributor.objects.create(name="ada byron", slug="ada-byron", bio="A poet.")
    arrival = bring_in(TEXT, writer)
    assert Byline.objects.get(article=arrival.article).contributor == known
    known.refresh_from_db()
    assert (known.bio, known.disclosure) == ("A poet.", "")
    (loss,) = [loss for loss in arrival.losses if "disclosure" in loss.why]
    assert (loss.line, loss.what) == (5, "Ada Byron owns an umbrella.")


def test_somebody_whose_data_were_erased_is_not_credited_again(writer):
    Contributor.objects.create(name="Ada Byron", slug="ada-byron", active=False)
    assert Byline.objects.get(article=bring_in(TEXT, writer).article).contributor.slug == "ada-byron-2"


def test_what_is_too_long_for_a_contributor_is_cut_and_told(writer):
    name = "Ada " + "Byron" * 60
    arrival = bring_in(f"---\ntitle: Rain\nauthor: {name}\n---\n\nI like rain.\n", writer, "rain.md")
    assert Contributor.objects.get().name == name[:200]
    assert [loss.what for loss in arrival.losses] == [name]
    bring_in(f"---\ntitle: Rain\nauthor: {name}\n---\n\nI like rain.\n", writer, "rain.md")
    assert Contributor.objects.count() == 1


@pytest.mark.parametrize("language", ["x" * 30, "<script>", "en-" + "a" * 40, "de; drop", "xx"])
def test_a_language_that_is_none_is_no_obstacle(writer, language):
    arrival = bring_in(f'<html lang="{language}"><h1>Rain</h1><p>I like rain.</p></html>', writer, "rain.html")
    assert arrival.article.head.language == ("xx" if language == "xx" else "en")


def test_topics_whose_address_would_be_too_long_are_refused_and_nothing_is_left(writer):
    topics = ", ".join(letter * 90 for letter in "abcdef")
    before = rows()
    with pytest.raises(TextTooLarge, match="address of its topics"):
        bring_in(
            f"---\ntitle: Rain\ntopics: [{topics}]\n---\n\nI like rain.[1]\n\n# References\n\n1. {WORK}\n",
            writer,
            "rain.md",
        )
    assert rows() == before


def test_a_text_without_a_title_is_named_after_its_file(writer):
    arrival = bring_in("I like rain. I have always liked it. It is wet, and so am I.\n", writer, "days/wet days.txt")
    assert arrival.article.head.title == "wet days"
    assert Article.objects.get().slug == "wet-days"


def test_each_import_has_a_bibliography_of_its_own(writer):
    bring_in(TEXT, writer)
    bring_in(TEXT, writer)
    assert Bibliography.objects.count() == 2
