"""Lists of articles: home, topics, contributors, search, corrections; from editions alone, and with few queries."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles import topics
from articles.models import Byline
from articles.reader import listing
from tests.factories import advanced, contributor, draft, fresh, person, published


def titles(client, address: str) -> list[str]:
    page = LexborHTMLParser(client.get(address).content.decode())
    return [link.text() for link in page.css("article h2 a")]


def about(title: str, *topic: str):
    article = draft(title=title)
    article.topics.add(topics.plant(topic))
    return article


@pytest.mark.parametrize("address", ["/", "/contributors/", "/search/", "/search/?q=%21", "/corrections/"])
def test_an_empty_magazine_says_so_and_offers_no_way_to_nothing(db, client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "article h2" not in answer.content.decode()
    assert titles(client, address) == []


def test_home_lists_the_newest_first_with_what_was_sourced(db, client):
    published(draft(title="Older"))
    published(draft(title="Newer"))
    draft(title="Draft")
    assert titles(client, "/") == ["Newer", "Older"]
    assert "1 claim sourced" in client.get("/").content.decode()


def test_home_pages_by_key_and_each_article_stands_on_one_page(db, client, monkeypatch):
    monkeypatch.setattr(listing, "A_PAGE", 2)
    for name in "ABCDE":
        published(draft(title=name))
    seen, address = [], "/"
    for _ in range(3):
        seen.append(titles(client, address))
        page = LexborHTMLParser(client.get(address).content.decode())
        older = page.css_first("a[rel=next]")
        address = f"/{older.attributes['href']}" if older else ""
    assert (seen, address) == ([["E", "D"], ["C", "B"], ["A"]], "")


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "٣"])
def test_a_mark_that_is_no_number_does_no_harm(db, client, before):
    assert client.get("/", {"before": before}).status_code == 200
    assert client.get("/corrections/", {"before": before}).status_code == 200


def test_lists_ask_as_often_for_many_as_for_one(db, client, django_assert_max_num_queries):
    for name in "ABCDEF":
        published(about(name, "Health"))
    for address in ("/", "/topics/health/", "/search/?q=tea", "/corrections/", "/contributors/"):
        with django_assert_max_num_queries(7):
            assert client.get(address).status_code == 200


def test_a_topic_has_the_articles_below_it_and_its_children(db, client):
    published(about("Deep", "Health", "Heart"))
    published(about("Other", "Money"))
    assert titles(client, "/topics/health/") == titles(client, "/topics/health/heart/") == ["Deep"]
    assert "/topics/health/heart/" in client.get("/topics/health/").content.decode()
    assert client.get("/topics/none/").status_code == 404


def test_a_topic_of_drafts_alone_is_a_draft(db, client):
    about("Draft", "Secret", "Plans")
    assert client.get("/topics/secret/").status_code == client.get("/topics/secret/plans/").status_code == 404
    assert "Secret" not in client.get("/").content.decode()


def test_a_contributor_has_what_they_wrote_and_what_they_reviewed(db, client):
    checker = person("Fact-checker")
    who = contributor(user=checker, name="Mo Okafor", slug="mo")
    article = draft(title="Reviewed")
    advanced(article, "submit", article.owner)
    advanced(article, "approve", checker)
    advanced(article, "publish", person("Publisher"))
    written = draft(title="Written")
    Byline.objects.create(article=written, contributor=who)
    published(written)
    page = LexborHTMLParser(client.get("/contributors/mo/").content.decode())
    assert [heading.text() for heading in page.css("section.listed > h2")] == [
        "Written by Mo Okafor",
        "Reviewed by Mo Okafor",
    ]
    assert titles(client, "/contributors/mo/") == ["Written", "Reviewed"]


def test_nobody_is_a_contributor_for_a_draft_or_by_a_later_byline(db, client):
    article = published()
    Byline.objects.create(article=article, contributor=contributor(name="Too Early", slug="too-early"))
    assert client.get("/contributors/too-early/").status_code == 404
    assert "Too Early" not in client.get("/contributors/").content.decode()


def test_search_asks_for_all_words_and_marks_them(db, client):
    published(draft(title="Calendars"))
    published(draft(title="Clocks"))
    assert titles(client, "/search/?q=TEA+pressure") == ["Clocks", "Calendars"]
    assert titles(client, "/search/?q=calend+tea") == ["Calendars"]
    assert titles(client, "/search/?q=calend+zebra") == []
    assert "<mark>pressure</mark>" in client.get("/search/?q=pressure").content.decode()


def test_search_does_not_find_what_stands_in_markup_alone(db, client):
    published()
    assert titles(client, "/search/?q=cite") == titles(client, "/search/?q=class") == []


def test_what_is_asked_for_never_becomes_markup(db, client):
    published()
    answer = client.get("/search/", {"q": '<script>alert(1)</script>"tea'}).content.decode()
    assert "<script>alert" not in answer


def test_corrections_lists_each_notice_newest_first(db, client):
    first, second = published(draft(title="First")), published(draft(title="Second"))
    advanced(first, "retract", person("Publisher"), "Made up.")
    advanced(second, "withdraw", person("Publisher"), "Asked for.")
    assert titles(client, "/corrections/") == ["Second", "First"]
    text = client.get("/corrections/").content.decode()
    assert "Made up." in text
    assert "Asked for." in text


def test_a_retracted_article_is_listed_as_such_where_it_is_listed(db, client):
    article = about("Made up", "Health")
    article = published(fresh(article))
    advanced(article, "retract", person("Publisher"), "It was.")
    assert titles(client, "/") == titles(client, "/search/?q=tea") == []
    assert titles(client, "/topics/health/") == ["Retracted: Made up"]
