"""Topics grow into a tree."""

import pytest

from articles.models import Topic
from articles.text.limits import TextTooLarge
from articles.topics import plant


def test_a_path_of_names_grows_where_it_is_missing(db):
    leaf = plant(["Health", "Skin Care"])
    assert (leaf.path, leaf.name, leaf.parent.path) == ("health/skin-care", "Skin Care", "health")
    assert plant(["Health", "Food"]).parent == leaf.parent


def test_names_that_make_the_same_slug_are_one_topic(db):
    assert plant(["health", "SKIN  care"]) == plant(["Health", "Skin Care"])
    assert Topic.objects.count() == 2


def test_the_same_name_below_two_topics_is_two_topics(db):
    assert plant(["Tea", "History"]) != plant(["Coffee", "History"])


@pytest.mark.parametrize("names", [[], ["", " — "], ["\x00"]])
def test_names_without_a_letter_make_no_topic(db, names):
    assert plant(names) is None


def test_names_in_any_script_are_taken_and_what_no_database_takes_is_left_out(db):
    assert plant(["健康", "Tea\x00\ud800 house"]).path == "健康/tea-house"


def test_a_path_that_no_address_holds_is_refused(db):
    with pytest.raises(TextTooLarge, match="address of its topics"):
        plant(["tea" * 30] * 5)


def test_a_topic_and_what_is_below_it_but_not_its_neighbour(db):
    tea, green, teapots = plant(["Tea"]), plant(["Tea", "Green"]), plant(["Tea pots"])
    assert set(Topic.objects.under(tea)) == {tea, green}
    assert teapots.path == "tea-pots"
