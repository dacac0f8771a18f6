"""Adding a source, by hand and by a script."""

import pytest

from references.models import Source
from tests.factories import person, source

LINE = "de Leeuw, K. (2017). Sourdough in the galley. Journal of Ship Bread, 12(3), 201-219. doi:10.5555/ship.3"
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def writer(client, db):
    client.force_login(person("Contributor"))
    return client


def fields(response) -> dict[str, str]:
    """What the form on a page would send back untouched."""
    form = response.context["form"]
    return {"line": response.context.get("line", "")} | {field.name: field.value() or "" for field in form}


def test_what_was_read_of_a_pasted_line_stands_in_the_fields_and_nothing_is_written(writer):
    response = writer.post("/library/add/", {"pasted": f"3. {LINE}"})
    read = fields(response)
    assert (read["title"], read["authors"], read["issued"]) == ("Sourdough in the galley", "de Leeuw, K.", "2017")
    assert (read["container_title"], read["doi"]) == ("Journal of Ship Bread", "10.5555/ship.3")
    assert not Source.objects.exists()


def test_the_form_adds_what_it_says_and_keeps_what_it_does_not_show(writer):
    read = fields(writer.post("/library/add/", {"pasted": LINE}))
    response = writer.post("/library/add/", read | {"title": "Sourdough in a ship’s galley"}, follow=True)
    added = Source.objects.get()
    assert response.redirect_chain == [(f"/library/{added.key}/", 302)]
    assert added.work.title == "Sourdough in a ship’s galley"
    assert (added.work.authors[0].particle, added.work.authors[0].family) == ("de", "Leeuw")
    assert added.added_by == response.wsgi_request.user


def test_a_work_that_the_library_has_is_offered_instead_of_added_again(writer):
    known = source("Sourdough in the galley", doi="10.5555/ship.3")
    response = writer.post("/library/add/", {"pasted": LINE})
    assert "The library has this work already" in response.content.decode()
    assert f'href="/library/{known.key}/"' in response.content.decode()
    response = writer.post("/library/add/", fields(response), follow=True)
    assert response.redirect_chain == [(f"/library/{known.key}/", 302)]
    assert Source.objects.get() == known


def test_each_of_the_works_in_one_line_is_offered(writer):
    second = "Marlow, J. (2004). The hedge and its working history. Journal of Fields, 3, 1-9."
    response = writer.post("/library/add/", {"pasted": f"{LINE}. {second}"})
    assert response.context["others"] == [second]
    assert fields(writer.post("/library/add/", {"pasted": second}))["authors"] == "Marlow, J."


def test_the_fields_may_be_filled_in_by_hand(writer):
    begun = fields(writer.post("/library/add/", {"begin": "1"}))
    given = {"kind": "book", "title": "The hedge", "authors": "Marlow, Jean\nFieldgate Trust", "issued": "2004-05"}
    writer.post("/library/add/", begun | given)
    work = Source.objects.get().work
    assert (work.type, work.authors[0].given, work.authors[1].literal) == ("book", "Jean", "Fieldgate Trust")
    assert (work.issued.year, work.issued.month, work.issued.day) == (2004, 5, 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [("doi", "n/a"), ("pmid", "twelve"), ("pmcid", "PMC"), ("isbn", "9780306406158"), ("issn", "1234-5670"),
     ("url", "javascript:alert(1)"), ("issued", "2021-02-29"), ("accessed", "2021-13"), ("title", "")],
)  # fmt: skip
def test_a_field_that_holds_something_else_is_named_and_nothing_is_lost(writer, field, value):
    given = {"kind": "book", "title": "The hedge", "note": "Kept", field: value}
    response = writer.post("/library/add/", given)
    form = response.context["form"]
    assert form.errors.keys() == {field}
    assert (form["note"].value(), form[field].value()) == ("Kept", value)
    assert not Source.objects.exists()


def test_identifiers_are_kept_in_their_normal_form(writer):
    given = {"kind": "book", "title": "The hedge", "doi": "https://doi.org/10.1000/X", "isbn": "0-306-40615-2"}
    writer.post("/library/add/", given)
    added = Source.objects.get()
    assert (added.doi, added.isbn, added.work.doi) == ("10.1000/x", "9780306406157", "10.1000/x")


def test_a_script_that_pastes_is_answered_the_source(writer):
    response = writer.post("/library/add/", {"pasted": LINE}, **JSON)
    added = response.json()
    assert response.status_code == 201
    assert (added["title"], added["name"], added["year"]) == ("Sourdough in the galley", "Leeuw 2017", 2017)
    assert [each["key"] for each in added["sources"]] == [added["key"]] == [Source.objects.get().key]
    assert writer.post("/library/add/", {"pasted": LINE}, **JSON).status_code == 200


@pytest.mark.parametrize(
    ("sent", "field"), [({"pasted": " "}, "pasted"), ({"pasted": "?!"}, "pasted"), ({"kind": "book"}, "title")]
)
def test_a_script_hears_by_field_what_is_wrong(writer, sent, field):
    response = writer.post("/library/add/", sent, **JSON)
    assert (response.status_code, list(response.json()["errors"])) == (400, [field])
    assert not Source.objects.exists()


def test_a_script_of_somebody_who_may_not_is_refused_with_the_reason(client, db):
    assert client.post("/library/add/", {"pasted": LINE}, **JSON).status_code == 401
    client.force_login(person("Admin"))
    response = client.post("/library/add/", {"pasted": LINE}, **JSON)
    assert response.status_code == 403
    assert "may not add sources" in response.json()["errors"][""][0]
    assert not Source.objects.exists()
