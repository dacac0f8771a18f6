"""The desk's door."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk.urls import urlpatterns
from tests.factories import contributor, draft, person

GET_PAGES = ["home", "articles", "new", "import", "waivers", "comments"]
ARTICLE_PAGES = ["article", "review", "preview", "history", "compare"]

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_nobody_gets_past_the_door_without_logging_in():
    values = {"pk": 1, "number": 1, "step": "submit"}
    for pattern in urlpatterns:
        wanted = {name: values[name] for name in pattern.pattern.converters}
        address = reverse(f"desk:{pattern.name}", kwargs=wanted)
        for answer in (Client().get(address), Client().post(address)):
            assert answer.status_code in (302, 403, 405), address
            if answer.status_code == 302:
                assert answer["Location"].startswith(reverse("account_login")), address


def test_an_account_without_a_role_is_told_so():
    answer = signed_in(person()).get(reverse("desk:home"))
    assert answer.status_code == 403


@pytest.mark.parametrize("name", GET_PAGES)
def test_no_cache_may_keep_a_page(name):
    answer = signed_in(person("Publisher")).get(reverse(f"desk:{name}"))
    assert answer.status_code == 200
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


@pytest.mark.parametrize("name", ARTICLE_PAGES)
def test_no_cache_may_keep_an_article(name):
    article = draft()
    answer = signed_in(person("Editor")).get(reverse(f"desk:{name}", args=[article.pk]))
    assert answer.status_code == 200
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


@pytest.mark.parametrize("name", ARTICLE_PAGES)
def test_a_contributor_does_not_find_the_drafts_of_others(name):
    article = draft()
    answer = signed_in(person("Contributor")).get(reverse(f"desk:{name}", args=[article.pk]))
    assert answer.status_code == 404


def test_a_contributor_reads_what_carries_their_byline():
    article, signer = draft(), person("Contributor")
    article.bylines.create(contributor=contributor(user=signer))
    assert signed_in(signer).get(reverse("desk:review", args=[article.pk])).status_code == 200
