"""Comments: held until an editor has read them, and few from one place."""

import pytest
from django.core.cache import cache

from articles.models import Comment
from tests.factories import draft, published

SAID = {"name": "Jo", "text": "Well said.\n\nAnd well sourced."}


@pytest.fixture
def address(db):
    cache.clear()
    return f"/articles/{published().slug}/comment/"


def test_a_comment_is_held_and_not_shown(client, address):
    answer = client.post(address, SAID, follow=True)
    assert "An editor reads your comment before it appears." in answer.content.decode()
    (comment,) = Comment.objects.all()
    assert (comment.name, comment.email, comment.state) == ("Jo", "", "held")
    assert "Well said." not in client.get(address.removesuffix("comment/")).content.decode()


def test_a_published_one_is_shown_without_the_address_and_as_plain_text(client, address):
    client.post(address, SAID | {"email": "jo@home.example", "text": "<b>Bold</b>"})
    Comment.objects.update(state="published")
    text = client.get(address.removesuffix("comment/")).content.decode()
    assert "&lt;b&gt;Bold&lt;/b&gt;" in text
    assert "jo@home.example" not in text


@pytest.mark.parametrize("missing", ["name", "text"])
def test_a_name_and_a_text_are_asked_for(client, address, missing):
    answer = client.post(address, SAID | {missing: "  "})
    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()
    assert not Comment.objects.exists()


def test_who_fills_the_field_that_nobody_sees_is_thanked_and_not_kept(client, address):
    assert client.post(address, SAID | {"website": "https://spam.example"}).status_code == 302
    assert not Comment.objects.exists()


def test_the_sixth_in_ten_minutes_has_to_wait_and_keeps_its_text(client, address):
    answers = [client.post(address, SAID) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "And well sourced." in answers[-1].content.decode()
    assert Comment.objects.count() == 5
    assert client.post(address, SAID, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_the_form_takes_its_secret(address, strict_client):
    assert strict_client.post(address, SAID).status_code == 403


@pytest.fixture
def strict_client(client):
    client.handler.enforce_csrf_checks = True
    return client


def test_nobody_comments_on_a_draft(db, client):
    assert client.post(f"/articles/{draft().slug}/comment/", SAID).status_code == 404
