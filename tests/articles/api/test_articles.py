"""Published articles over the API: what readers see, and nothing of what they do not."""

import json

import pytest

from articles import erasure
from articles.models import Byline, Edition, SlugRedirect
from references.models import Source
from tests.factories import advanced, approved, cited, contributor, draft, fresh, person, published, saved, scheduled
from tests.factories import source as sourced

CANARY = "Quillfeather"


@pytest.fixture
def ask(client, db):
    """The JSON at an address under /api/."""
    return lambda address: client.get(f"/api/{address}").json()


def test_live_articles_are_listed_the_latest_first(ask):
    for title in ("Bells", "Hedges"):
        published(draft(title=title))
    listed = ask("articles/")
    assert [(each["title"], each["edition"]) for each in listed["items"]] == [("Hedges", 1), ("Bells", 1)]
    assert listed["next"] is None
    assert listed["items"][0]["url"].endswith("/articles/hedges/")


def test_the_pages_of_the_list_hold_each_article_once_even_when_one_is_published_meanwhile(client, db):
    for title in ("Bells", "Hedges", "Ferries"):
        published(draft(title=title))
    first = client.get("/api/articles/?limit=2").json()
    published(draft(title="Clocks"))
    second = client.get(first["next"]).json()
    assert [each["title"] for page in (first, second) for each in page["items"]] == ["Ferries", "Hedges", "Bells"]
    assert second["next"] is None


@pytest.mark.parametrize("asked", ["limit=0", "limit=51", "limit=many", "before=x", "before=0"])
def test_a_list_asked_for_amiss_is_refused(client, db, asked):
    assert client.get(f"/api/articles/?{asked}").status_code == 422


def test_a_page_of_the_list_costs_two_queries_whatever_its_length(client, db, django_assert_num_queries):
    for title in ("Bells", "Hedges", "Ferries"):
        published(draft(title=title))
    with django_assert_num_queries(2):
        assert len(client.get("/api/articles/").json()["items"]) == 3


def test_an_article_is_answered_as_it_was_approved(ask, django_assert_num_queries):
    bells, hedges = sourced("Bells of old"), sourced("Hedges of old")
    body = cited(hedges.key) + cited(bells.key, "Bells ring 40 times a day.")
    article = published(draft(title="Bells", body=body))
    with django_assert_num_queries(3):
        answered = ask("articles/bells/")
    assert (answered["title"], answered["public"], answered["edition"]) == ("Bells", "live", 1)
    assert answered["references"] == [{"number": 1, "keys": [hedges.key]}, {"number": 2, "keys": [bells.key]}]
    assert answered["sources"][bells.key]["title"] == "Bells of old"
    assert answered["content_hash"] == Edition.objects.get().content_hash
    byline = Byline.objects.get(article=article)
    assert [each["name"] for each in answered["bylines"]] == answered["authors"] == [byline.contributor.name]
    assert answered["notices"] == []


def test_whoever_has_the_answer_already_is_told_that_it_still_holds(client, db):
    article = published(draft(title="Bells"))
    key = next(iter(_items()))["id"]
    for address in ("articles/", "articles/bells/", f"sources/{key}/"):
        tag = client.get(f"/api/{address}")["ETag"]
        assert client.get(f"/api/{address}", HTTP_IF_NONE_MATCH=tag).status_code == 304
    tag = client.get("/api/articles/bells/")["ETag"]
    advanced(article, "retract", person("Publisher"), note="The bells were made up.")
    assert client.get("/api/articles/bells/", HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_no_answer_depends_on_who_asks(client, db):
    published(draft(title="Bells"))
    for address in ("articles/", "articles/bells/", "articles/none/"):
        assert "Cookie" not in client.get(f"/api/{address}").get("Vary", "")


def test_a_correction_is_a_new_edition_with_its_notice(ask):
    article = published(draft(title="Bells"))
    saved(article, cited(sourced().key, "Bells ring 20 times a day."))
    advanced(approved(fresh(article)), "correct", person("Publisher"), note="It is 20 times, not 10.")
    answered = ask("articles/bells/")
    assert (answered["edition"], "20 times" in answered["body"]) == (2, True)
    assert [(each["kind"], each["text"], each["edition"]) for each in answered["notices"]] == [
        ("correction", "It is 20 times, not 10.", 2)
    ]


def test_a_retracted_article_says_so_and_is_listed_no_more(ask):
    advanced(published(draft(title="Bells")), "retract", person("Publisher"), note="The bells were made up.")
    answered = ask("articles/bells/")
    assert (answered["public"], answered["notices"][0]["kind"]) == ("retracted", "retraction")
    assert ask("articles/")["items"] == []


def test_a_withdrawn_article_is_gone_with_its_note(client, db):
    used = sourced()
    article = published(draft(title="Bells", body=cited(used.key)))
    advanced(article, "withdraw", person("Publisher"), note="Withdrawn at a court’s order.")
    response = client.get("/api/articles/bells/")
    assert (response.status_code, response.json()) == (410, {"detail": "Withdrawn at a court’s order."})
    assert client.get("/api/articles/").json()["items"] == []
    assert client.get(f"/api/sources/{used.key}/").status_code == 404


def test_a_former_address_leads_to_the_article_once_it_is_published(client, db):
    article = draft(title="Bells")
    SlugRedirect.objects.create(slug="old-bells", article=article)
    assert client.get("/api/articles/old-bells/").status_code == 404
    published(article)
    response = client.get("/api/articles/old-bells/")
    assert (response.status_code, response.url) == (301, "/api/articles/bells/")


def test_a_person_who_was_erased_is_named_no_more(client, db):
    article = draft(title="Bells")
    signed = contributor(name=CANARY, slug=CANARY.lower(), bio=f"<p>{CANARY}</p>", orcid="0000-0002-1825-0097")
    Byline.objects.create(article=article, contributor=signed)
    published(article)
    assert CANARY in client.get("/api/articles/bells/").content.decode()
    erasure.erase(person("Admin"), contributor=signed)
    for address in ("articles/", "articles/bells/"):
        text = client.get(f"/api/{address}").content.decode()
        assert CANARY.lower() not in text.lower()
        assert erasure.NAME in text
        assert "0000-0002-1825-0097" not in text


def test_nothing_of_what_is_not_published_is_answered(client, db):
    """A word that stands in drafts of every state, in the next revision of a live article, and in its new source."""
    secret = sourced(f"{CANARY} on bells", doi="10.1000/quillfeather")
    body = cited(secret.key, f"{CANARY} rings 40 bells.")
    draft(title=f"{CANARY} draft", body=body)
    approved(draft(title=f"{CANARY} approved", body=body))
    scheduled(draft(title=f"{CANARY} scheduled", body=body))
    live = published(draft(title="Bells"))
    saved(live, body)
    shown = [Source.objects.exclude(pk=secret.pk).get(doi=item["DOI"]).key for item in _items()]
    addresses = ["articles/", "articles/bells/", *(f"sources/{key}/" for key in [*shown, secret.key])]
    addresses += [f"articles/{CANARY.lower()}-{state}/" for state in ("draft", "approved", "scheduled")]
    answers = [client.get(f"/api/{address}") for address in addresses]
    assert [each.status_code for each in answers] == [200, 200, 200, 404, 404, 404, 404]
    assert not [each for each in answers if CANARY.lower() in each.content.decode().lower()]


def _items() -> list[dict]:
    """The sources that the one edition shows."""
    return list(json.loads(Edition.objects.get().content)["sources"].values())
