"""The library's list and its pages of single sources."""

import pytest
from django.contrib.auth.models import User

from references import library
from references.csl import Date, Name, SourceData
from tests.factories import cited, draft, person, published, source


@pytest.fixture
def writer(client, db):
    client.force_login(person("Contributor"))
    return client


def titles(response) -> list[str]:
    return [row["work"].title for row in response.context["rows"]]


@pytest.mark.parametrize("address", ["", "add/", "pick/", "{key}/", "{key}/edit/", "{key}/merge/"])
def test_nobody_sees_the_library_who_is_not_signed_in(client, db, address):
    response = client.get("/library/" + address.format(key=source().key))
    assert (response.status_code, response.url.partition("?")[0]) == (302, "/accounts/login/")


def test_no_cache_keeps_a_page_of_the_library(writer):
    for address in ("/library/", f"/library/{source().key}/", "/library/pick/"):
        assert {"private", "no-store"} <= set(writer.get(address)["Cache-Control"].split(", "))


def test_the_list_asks_as_much_of_the_database_for_many_sources_as_for_one(writer, django_assert_max_num_queries):
    for number in range(60):
        source(f"Clock {number} and its swing")
    with django_assert_max_num_queries(9):
        first = writer.get("/library/")
    assert (len(titles(first)), titles(writer.get("/library/?page=2"))[-1]) == (50, "Clock 0 and its swing")


@pytest.mark.parametrize(
    "asked", ["müller", "MULLER 2011", "glocken guss", "10.1000/Bell.7", "https://doi.org/10.1000/bell.7", "muller20"]
)
def test_a_source_is_found_by_words_names_key_and_identifier(writer, asked):
    bells = SourceData(title="Glocken, ihr Guß", authors=(Name("Müller", "Änne"),), issued=Date(2011))
    library.add(
        [SourceData(**{field: getattr(bells, field) for field in ("title", "authors", "issued")}, doi="10.1000/bell.7")]
    )
    source("Hedges of Kent")
    assert titles(writer.get("/library/", {"q": asked})) == ["Glocken, ihr Guß"]


def test_a_word_is_found_from_its_beginning_and_not_from_its_middle(writer):
    source("Campanology for beginners")
    assert titles(writer.get("/library/", {"q": "campan"})) == ["Campanology for beginners"]
    assert titles(writer.get("/library/", {"q": "panology"})) == []


def test_a_wild_card_is_a_sign_like_any_other(writer):
    source("Hedges of Kent")
    assert titles(writer.get("/library/", {"q": "H%s"})) == []


def test_facets_narrow_the_list_down_together(writer):
    used = source("Cited book", type="book", issued=Date(2001))
    source("Uncited book", type="book", issued=Date(2001))
    source("Uncited report", type="report", issued=None, authors=())
    draft(body=cited(used.key))
    assert titles(writer.get("/library/?kind=book&use=cited")) == ["Cited book"]
    assert titles(writer.get("/library/?year=2001&use=uncited")) == ["Uncited book"]
    assert (
        titles(writer.get("/library/?lacks=author")) == titles(writer.get("/library/?lacks=year")) == ["Uncited report"]
    )
    assert "Book (2)" in writer.get("/library/").content.decode()


def test_an_editor_is_an_author_and_a_source_without_title_is_found(writer):
    library.add([SourceData(note="Something nobody could read"), SourceData(title="Bread", editors=(Name("Ames"),))])
    assert titles(writer.get("/library/?lacks=author")) == titles(writer.get("/library/?lacks=title")) == [""]


def test_what_is_asked_amiss_is_said_and_left_out(writer):
    source("Hedges of Kent")
    response = writer.get("/library/?year=soon&kind=spoon&page=none")
    assert titles(response) == ["Hedges of Kent"]
    assert response.context["form"].errors.keys() == {"year", "kind"}


def test_a_merged_source_is_listed_by_itself_and_its_page_leads_to_the_one_that_stands(writer):
    old, new = source("The hedge"), source("The hedge again")
    library.merge(old, new)
    assert titles(writer.get("/library/")) == ["The hedge again"]
    assert titles(writer.get("/library/?use=merged")) == ["The hedge"]
    response = writer.get(f"/library/{old.key}/", follow=True)
    assert response.redirect_chain == [(f"/library/{new.key}/", 302)]
    assert f"{old.key} was merged into {new.key}" in response.content.decode()


def test_a_source_is_shown_as_it_is_printed_with_its_identifiers_as_links(writer):
    shown = source("Tide & clock", doi="10.1000/Tide<1>", pmid="123", url="https://tide.example/?a=1&b=2", isbn="")
    html = writer.get(f"/library/{shown.key}/").content.decode()
    assert "Tide &amp; clock" in html
    assert 'href="https://doi.org/10.1000/tide%3C1%3E"' in html
    assert 'href="https://pubmed.ncbi.nlm.nih.gov/123/"' in html
    assert 'href="https://tide.example/?a=1&amp;b=2"' in html


def test_an_address_that_is_no_web_address_leads_nowhere(writer):
    shown = source(url="javascript:alert(1)")
    assert 'href="javascript' not in writer.get(f"/library/{shown.key}/").content.decode()


def test_an_unknown_key_is_not_found(writer):
    assert writer.get("/library/nobody1999/").status_code == 404


def test_where_a_source_is_cited_is_said_as_far_as_the_person_may_read(client, db, django_assert_max_num_queries):
    used, owner = source(), person("Contributor")
    draft(by=owner, title="A draft on bells", body=cited(used.key))
    published(draft(title="What readers have", body=cited(used.key)))
    client.force_login(owner)
    with django_assert_max_num_queries(18):
        html = client.get(f"/library/{used.key}/").content.decode()
    assert "A draft on bells" in html
    assert "1 text that is not yours to read cites it too" in html
    assert 'href="/articles/what-readers-have/"' in html


def test_a_text_that_cites_the_merged_source_counts_for_the_one_that_stands(client, db):
    old, new = source("The hedge"), source("The hedge again")
    draft(title="On hedges", body=cited(old.key))
    library.merge(old, new)
    client.force_login(person("Editor"))
    assert "On hedges" in client.get(f"/library/{new.key}/").content.decode()


@pytest.mark.parametrize("account", ["Admin", "superuser"])
def test_whoever_may_not_write_is_told_so_beside_each_way(client, db, account):
    user = User.objects.create_superuser("root") if account == "superuser" else person(account)
    shown = source()
    client.force_login(user)
    assert "Your account may not add sources" in client.get("/library/").content.decode()
    assert "Your account may not change sources" in client.get(f"/library/{shown.key}/").content.decode()
    for address, why in (("add/", "add"), (f"{shown.key}/edit/", "change"), (f"{shown.key}/merge/", "change")):
        response = client.post(f"/library/{address}", {"pasted": "x", "into": shown.key}, follow=True)
        assert response.redirect_chain == [("/library/", 302)]
        assert f"Your account may not {why} sources" in response.content.decode()
