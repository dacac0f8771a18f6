"""Exports: an article's newest edition as files, and nothing that readers do not see."""

import json

import pytest

from articles import erasure
from articles.models import Byline, SlugRedirect
from tests.factories import advanced, cited, contributor, draft, fresh, person, published, saved, source

ENDINGS = ["bib", "ris", "json", "xml", "md", "pdf"]
TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json",
    "xml": "application/xml; charset=utf-8",
    "md": "text/markdown; charset=utf-8; variant=CommonMark",
    "pdf": "application/pdf",
}


@pytest.fixture
def article(db):
    return published(draft(title="On tea", body=cited(source("Trial of oolong").key)))


def address(article, ending="md"):
    return f"/articles/{article.slug}.{ending}"


def words(client, article, ending="md"):
    return client.get(address(article, ending)).content.decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_format_comes_with_its_type_and_name(client, article, ending):
    answer = client.get(address(article, ending))
    assert answer.status_code == 200
    assert answer["Content-Type"] == TYPES[ending]
    assert answer["Content-Disposition"] == f'attachment; filename="{article.slug}.{ending}"'
    assert "max-age=0" in answer["Cache-Control"]
    # Kept by the server or made anew, it is the same.
    again = client.get(address(article, ending))
    assert (again["Content-Type"], again.content) == (TYPES[ending], answer.content)


@pytest.mark.parametrize("ending", ["bib", "ris", "json", "xml", "md"])
def test_the_sources_are_in_each_format(client, article, ending):
    assert "Trial of oolong" in words(client, article, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_who_has_the_file_gets_no_second(client, article, ending):
    tag = client.get(address(article, ending))["ETag"]
    answer = client.get(address(article, ending), headers={"if-none-match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_correction_makes_another_file(client, article):
    before = client.get(address(article))
    saved(article, article.head.body.replace("10%", "11%"))
    for step, role in [("submit", ""), ("approve", "Fact-checker"), ("correct", "Publisher")]:
        by = person(role) if role else article.owner
        advanced(fresh(article), step, by, "It said 10%." if step == "correct" else "")
    answer = client.get(address(article), headers={"if-none-match": before["ETag"]})
    assert answer.status_code == 200
    assert "11%" in answer.content.decode()
    assert "It said 10%." in answer.content.decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_was_never_published_is_not_exported(client, db, ending):
    assert client.get(address(draft(), ending)).status_code == 404


@pytest.mark.parametrize("ending", ["bib", "ris", "json", "xml", "md"])
def test_a_draft_on_top_of_an_edition_stays_inside(client, article, ending):
    saved(article, cited(source("Unseen trial").key, claim="Secrets cure 90% of all ills."))
    found = words(client, article, ending)
    assert "Secrets" not in found
    assert "Unseen trial" not in found


def test_a_withdrawn_article_is_gone_with_its_note(client, article):
    advanced(article, "withdraw", person("Publisher"), "The trial was made up.")
    answer = client.get(address(article))
    assert answer.status_code == 410
    assert answer.content.decode() == "This article was withdrawn. The trial was made up.\n"


def test_a_retracted_article_says_so(client, article):
    advanced(article, "retract", person("Publisher"), "The trial was made up.")
    found = words(client, article)
    assert "# Retracted: On tea" in found
    assert "The trial was made up." in found


def test_who_was_erased_is_not_named(client, db):
    article = draft()
    signed = contributor(name="Quillon Quillfeather", bio="Quill drinks.", affiliation="Quillshire")
    Byline.objects.create(article=article, contributor=signed, position=1)
    article = published(fresh(article))
    assert "Quillon" in words(client, article, "xml")
    erasure.erase(person("Admin"), contributor=signed)
    for ending in ("xml", "md"):
        assert "Quill" not in words(client, article, ending)
    assert "Name withheld" in words(client, article, "xml")


def test_a_former_address_leads_to_the_file(client, article):
    SlugRedirect.objects.create(slug="old-tea", article=article)
    answer = client.get("/articles/old-tea.bib")
    assert (answer.status_code, answer["Location"]) == (301, address(article, "bib"))


def test_a_former_address_of_a_draft_leads_nowhere(client, db):
    SlugRedirect.objects.create(slug="old-tea", article=draft())
    assert client.get("/articles/old-tea.bib").status_code == 404


@pytest.mark.parametrize("ending", ["exe", "html", "BIB"])
def test_another_ending_is_not_found(client, article, ending):
    assert client.get(address(article, ending)).status_code == 404


def test_the_items_are_the_library_s(client, article):
    found = json.loads(words(client, article, "json"))
    assert [item["title"] for item in found] == ["Trial of oolong"]
    assert found[0]["DOI"].startswith("10.1000/")


def test_a_file_costs_a_bounded_number_of_queries(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert client.get(address(article, "xml")).status_code == 200


def test_nothing_is_written_to(client, article):
    assert client.post(address(article)).status_code == 405
