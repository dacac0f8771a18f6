"""A draft as readers would see it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.articles.desk.test_access import signed_in
from tests.articles.sayings import FIRST, cite, written
from tests.factories import draft, source

pytestmark = pytest.mark.django_db


def test_markers_are_numbered_and_lead_to_the_references():
    article = written(f"<p>{FIRST}{cite(source('A trial of tea').key)}</p>")
    page = signed_in(article.owner).get(reverse("desk:preview", args=[article.pk])).content.decode()
    assert '<a id="cite-1-1" href="#ref-1"' in page
    assert '<li id="ref-1">' in page
    assert "A trial of tea" in page


def test_bylines_stand_with_their_disclosure():
    article = draft()
    page = signed_in(article.owner).get(reverse("desk:preview", args=[article.pk])).content.decode()
    assert article.bylines.get().contributor.name in page
    assert "Disclosure: None declared." in page


def test_no_machine_and_no_stranger_gets_it():
    article = draft()
    address = reverse("desk:preview", args=[article.pk])
    answer = signed_in(article.owner).get(address)
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert Client().get(address)["Location"].startswith(reverse("account_login"))
