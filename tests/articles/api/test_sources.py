"""Sources over the API: those that live articles cite, as they show them."""

import pytest
from django.core.cache import cache

from references import library
from references.csl import Name, SourceData
from tests.factories import cited, draft, published, source


@pytest.fixture(autouse=True)
def _fresh_counts():
    cache.clear()


def test_a_source_is_answered_with_the_live_articles_that_cite_it(client, db, django_assert_num_queries):
    used = source("Bells of old")
    published(draft(title="Bells", body=cited(used.key)))
    published(draft(title="More bells", body=cited(used.key)))
    draft(title="Still a draft", body=cited(used.key))
    with django_assert_num_queries(2):
        answered = client.get(f"/api/sources/{used.key}/").json()
    assert (answered["key"], answered["csl"]["title"]) == (used.key, "Bells of old")
    assert [each["title"] for each in answered["cited_by"]] == ["More bells", "Bells"]


def test_what_the_library_has_learnt_since_is_not_answered(client, db):
    used = source("Bells of old")
    published(draft(body=cited(used.key)))
    library.refresh(used, SourceData(title="Secret bells", doi=used.doi))
    assert client.get(f"/api/sources/{used.key}/").json()["csl"]["title"] == "Bells of old"


def test_words_that_look_like_a_sources_key_are_not_taken_for_one(client, db):
    used = source('On the sign "id":"bells1999" in old books', authors=(Name(literal='"id":"bells1999"'),))
    published(draft(body=cited(used.key)))
    assert client.get("/api/sources/bells1999/").status_code == 404


@pytest.mark.parametrize("key", ["nobody1999", "%25", "Bells", "a_b", '"'])
def test_an_unknown_key_is_not_found(client, db, key):
    published(draft())
    assert client.get(f"/api/sources/{key}/").status_code == 404


def test_one_asker_has_sixty_questions_a_minute_and_they_count_for_no_other_kind(client, db):
    answers = [client.get("/api/sources/nobody1999/").status_code for _ in range(61)]
    assert answers == [404] * 60 + [429]
    assert client.post("/api/check", "Tea.", content_type="text/plain").status_code == 200
