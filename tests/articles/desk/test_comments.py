"""Readers' comments at the desk."""

import pytest
from django.urls import reverse

from articles import discussing
from articles.models import Comment
from tests.articles.desk.test_access import signed_in
from tests.factories import person, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def comments():
    article = published()
    return [
        discussing.hold(article, name, f"{name} drinks tea.", "reader@stet.example") for name in ("Ann", "Bo", "Cy")
    ]


def decide(comment, answer, by):
    address = reverse("desk:decide-comment", args=[comment.pk])
    page = signed_in(by).post(address, {"answer": answer}, follow=True).content.decode()
    comment.refresh_from_db()
    return page


def test_those_that_wait_stand_first(comments):
    discussing.decide(comments[0], person("Editor"), publish=True)
    page = signed_in(person("Editor")).get(reverse("desk:comments")).context["page"]
    assert [comment.name for comment in page] == ["Bo", "Cy", "Ann"]


def test_a_list_may_hold_one_state_alone(comments):
    discussing.decide(comments[0], person("Editor"), publish=False)
    page = signed_in(person("Editor")).get(reverse("desk:comments"), {"state": "rejected"}).context["page"]
    assert [comment.name for comment in page] == ["Ann"]


def test_an_editor_publishes_and_rejects_and_may_think_again(comments):
    editor = person("Editor")
    decide(comments[0], "publish", editor)
    assert (comments[0].state, comments[0].decided_by) == (Comment.State.PUBLISHED, editor)
    decide(comments[0], "reject", editor)
    assert comments[0].state == Comment.State.REJECTED


def test_who_may_not_moderate_is_told_who_may(comments):
    page = decide(comments[0], "publish", person("Contributor"))
    assert "Ask somebody with the role Editor or Fact-checker or Publisher." in page
    assert comments[0].state == Comment.State.HELD


def test_an_answer_waits_for_what_it_answers(comments):
    reply = discussing.hold(comments[0].article, "Di", "Me too.", parent=comments[0])
    assert "Publish that one first." in decide(reply, "publish", person("Editor"))
    assert reply.state == Comment.State.HELD


def test_an_address_is_never_shown(comments):
    assert "reader@stet.example" not in signed_in(person("Editor")).get(reverse("desk:comments")).content.decode()


def test_more_comments_take_no_more_queries(comments, django_assert_max_num_queries):
    client = signed_in(person("Editor"))
    with django_assert_max_num_queries(10):
        assert client.get(reverse("desk:comments")).status_code == 200
