"""Topics in the admin: renamed and moved with all below them."""

import pytest

from articles import topics
from articles.models import Topic

LIST, ADD = "/admin/articles/topic/", "/admin/articles/topic/add/"


@pytest.fixture
def tea(an_admin):
    return topics.plant(["Food", "Drinks", "Tea"])


def topic(path):
    return Topic.objects.get(path=path)


def change(client, each, **said):
    form = {"name": each.name, "parent": each.parent_id or "", "description": "", "sensitivity": ""}
    return client.post(f"{LIST}{each.pk}/change/", form | said)


def paths():
    return list(Topic.objects.values_list("path", flat=True))


def test_topic_is_added_under_another(client, tea):
    client.post(ADD, {"name": "Green Tea", "parent": tea.pk, "sensitivity": "strict"})
    assert topic("food/drinks/tea/green-tea").sensitivity == "strict"


def test_renamed_topic_takes_those_below_along(client, tea):
    topics.plant(["Food", "Drinks and more"])
    change(client, topic("food/drinks"), name="Beverages")
    assert paths() == ["food", "food/beverages", "food/beverages/tea", "food/drinks-and-more"]


def test_moved_topic_takes_those_below_along(client, tea):
    health = topics.plant(["Health"])
    change(client, topic("food/drinks"), parent=health.pk)
    assert paths() == ["food", "health", "health/drinks", "health/drinks/tea"]


def test_topic_moves_to_the_root(client, tea):
    change(client, tea, parent="")
    assert topic("tea").parent is None


def test_description_changes_and_the_path_does_not(client, tea):
    change(client, tea, description="All of it.")
    assert topic("food/drinks/tea").description == "All of it."


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"name": "…"}, "needs a letter or a digit"),
        ({"name": "x" * 101}, "at most 100 characters"),
        ({"parent": "tea"}, "cannot stand under itself"),
        ({"parent": "itself"}, "cannot stand under itself"),
        ({"name": "Meals"}, "a topic at “food/meals” already"),
    ],
)
def test_what_cannot_be_is_sent_back_with_the_reason(client, tea, said, reason):
    topics.plant(["Food", "Meals"])
    drinks = topic("food/drinks")
    said = said | {"parent": {"tea": tea.pk, "itself": drinks.pk}.get(said.get("parent"), drinks.parent_id)}
    before = paths()
    assert reason in client.post(
        f"{LIST}{drinks.pk}/change/", {"name": drinks.name, "description": "", "sensitivity": ""} | said
    ).content.decode().replace("&#x27;", "'")
    assert paths() == before


def test_address_may_not_grow_too_long_below(client, tea):
    for _ in range(2):
        tea = topics.place(Topic(), "x" * 90, tea)
    answer = change(client, topic("food"), name="y" * 80)
    assert "longer than 255 characters" in answer.content.decode()


def test_nobody_deletes_a_topic(client, tea):
    assert client.post(f"{LIST}{tea.pk}/delete/", {"post": "yes"}).status_code == 403


def test_list_of_topics_asks_a_few_questions(client, tea, django_assert_max_num_queries):
    for number in range(30):
        topics.plant(["Food", f"Topic {number}"])
    with django_assert_max_num_queries(10):
        assert client.get(LIST).status_code == 200
