"""All articles, and a new one."""

import pytest
from django.urls import reverse

from articles import topics
from articles.models import Article
from tests.articles.desk.test_access import signed_in
from tests.factories import draft, person, published, submitted

pytestmark = pytest.mark.django_db


def listed(user, **wanted):
    answer = signed_in(user).get(reverse("desk:articles"), wanted)
    return {str(article) for article in answer.context["page"]}


def test_a_list_holds_what_its_address_asks_for():
    writer, editor = person("Contributor"), person("Editor")
    published(draft(title="On milk"))
    submitted(draft(writer, title="On tea"))
    draft(title="On white tea")
    assert listed(editor) == {"On milk", "On tea", "On white tea"}
    assert listed(editor, state="in_review") == {"On tea"}
    assert listed(editor, owner=writer.get_username()) == {"On tea"}
    assert listed(editor, public="live") == {"On milk"}
    assert listed(editor, q="tea white") == {"On white tea"}
    assert listed(editor, q="tea", state="draft") == {"On white tea"}


def test_a_topic_holds_what_stands_below_it():
    below = topics.plant(["Drinks", "Hot drinks"])
    draft(title="On tea").topics.add(below)
    draft(title="On bread")
    assert listed(person("Editor"), topic="drinks") == {"On tea"}


def test_what_means_nothing_filters_nothing():
    draft(title="On tea")
    assert listed(person("Editor"), state="burnt", topic="no-such", page="x") == {"On tea"}


def test_a_contributor_finds_only_their_own():
    writer = person("Contributor")
    draft(writer, title="Mine")
    draft(title="Another’s")
    assert listed(writer) == {"Mine"}


def test_a_page_of_a_long_list_takes_no_more_queries(django_assert_max_num_queries):
    client = signed_in(person("Editor"))
    for number in range(12):
        draft(title=f"On tea {number}")
    with django_assert_max_num_queries(14):
        answer = client.get(reverse("desk:articles"))
    assert answer.context["page"].paginator.count == 12


def test_a_new_article_begins_with_what_was_typed():
    topic, writer = topics.plant(["Drinks"]), person("Contributor")
    said = {"title": "On  cocoa", "topics": [topic.pk], "language": "en-GB"}
    answer = signed_in(writer).post(reverse("desk:new"), said)
    article = Article.objects.get()
    assert answer["Location"] == reverse("desk:article", args=[article.pk])
    assert (article.head.title, article.head.language, article.owner) == ("On cocoa", "en-GB", writer)
    assert list(article.topics.all()) == [topic]


@pytest.mark.parametrize(
    ("role", "said", "reason"),
    [
        ("Contributor", {"title": "", "language": "en"}, "required"),
        ("Contributor", {"title": "On tea", "language": "klingon!"}, "no code of a language"),
        ("Admin", {"title": "On tea", "language": "en"}, "You may not write here"),
    ],
)
def test_what_cannot_be_begun_is_said_with_the_words_kept(role, said, reason):
    answer = signed_in(person(role)).post(reverse("desk:new"), said)
    assert reason in answer.content.decode()
    assert answer.context["form"]["title"].value() == said["title"]
    assert not Article.objects.exists()
