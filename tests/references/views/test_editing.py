"""Editing a source, and what happens when two do."""

import pytest

from references import library
from references.csl import Date, Name, SourceData
from references.models import Source
from tests.factories import person, source


@pytest.fixture
def writer(client, db):
    client.force_login(person("Contributor"))
    return client


def form_of(client, shown: Source) -> dict[str, str]:
    """What the form of a source sends back untouched."""
    response = client.get(f"/library/{shown.key}/edit/")
    version = {"version": str(response.context["source"].version)}
    return version | {field.name: field.value() or "" for field in response.context["form"]}


def test_a_change_is_kept_and_makes_a_version(writer):
    shown = source("The hedge")
    response = writer.post(f"/library/{shown.key}/edit/", form_of(writer, shown) | {"title": "The hedges"})
    shown.refresh_from_db()
    assert (response.url, shown.title, shown.version) == (f"/library/{shown.key}/", "The hedges", 2)


def test_a_form_that_was_not_touched_changes_nothing(writer):
    item = {
        "type": "entry-dictionary",
        "title": "Hedge",
        "author": [{"family": "Beethoven", "dropping-particle": "van", "given": "L.", "comma-suffix": True}],
        "issued": {"date-parts": [[1998], [1999]], "circa": True},
        "keyword": "fields, boundaries",
    }
    (shown,) = library.add([SourceData.from_csl(item)])
    writer.post(f"/library/{shown.key}/edit/", form_of(writer, shown))
    shown.refresh_from_db()
    assert (shown.data, shown.version) == (item, 1)


def test_one_name_of_several_is_changed_and_the_others_stay_as_they_were(writer):
    shown = source(authors=(Name("Leeuw", "Kim", particle="de"), Name("Cha", "H.")))
    writer.post(f"/library/{shown.key}/edit/", form_of(writer, shown) | {"authors": "de Leeuw, Kim\nCha, Hana"})
    shown.refresh_from_db()
    assert shown.work.authors == (Name("Leeuw", "Kim", particle="de"), Name("Cha", "Hana"))


def test_whoever_saves_second_sees_what_the_first_changed_and_loses_nothing(writer):
    shown = source("The hedge", issued=Date(2004))
    stale = form_of(writer, shown) | {"title": "The second hand"}
    library.refresh(shown, SourceData(title="The first hand", doi=shown.doi))
    response = writer.post(f"/library/{shown.key}/edit/", stale)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else changed" in html
    assert "The first hand" in html
    assert response.context["form"]["title"].value() == "The second hand"
    writer.post(f"/library/{shown.key}/edit/", stale | {"version": str(response.context["source"].version)})
    shown.refresh_from_db()
    assert shown.title == "The second hand"


@pytest.mark.parametrize("version", ["", "none", "0", "7"])
def test_a_form_without_its_version_overwrites_nothing(writer, version):
    shown = source("The hedge")
    sent = form_of(writer, shown) | {"title": "Gone", "version": version}
    assert writer.post(f"/library/{shown.key}/edit/", sent).status_code == 409
    shown.refresh_from_db()
    assert shown.title == "The hedge"


def test_an_identifier_that_another_source_has_is_refused_with_what_helps(writer):
    shown, other = source("The hedge"), source("The hedge again")
    response = writer.post(f"/library/{shown.key}/edit/", form_of(writer, shown) | {"doi": other.doi})
    assert "Merge the two" in response.content.decode()
    assert Source.objects.get(pk=shown.pk).doi == shown.doi


def test_a_merged_source_is_edited_where_it_leads(writer):
    old, new = source(), source()
    library.merge(old, new)
    assert writer.get(f"/library/{old.key}/edit/").url == f"/library/{new.key}/edit/"
