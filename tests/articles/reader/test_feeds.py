"""Feeds, sitemap and robots: what programs are told of the editions, and nothing of drafts."""

import json
from html import unescape

import pytest
from django.utils.dateparse import parse_datetime

from articles import drafting, erasure, topics
from articles.drafting import Draft
from articles.models import Byline, SiteIdentity
from tests.articles.exporters.editions import tree
from tests.factories import advanced, cited, contributor, draft, fresh, person, published, saved, source

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITE = "http://testserver"


def atom(client, address="/feed/"):
    """A feed's entries."""
    return tree(client.get(address).content.decode()).findall("a:entry", ATOM)


def titles(client, address="/feed/"):
    return [entry.findtext("a:title", namespaces=ATOM) for entry in atom(client, address)]


def items(client):
    return json.loads(client.get("/feed.json").content)["items"]


def called(title, **more):
    return published(draft(title=title, **more))


def test_both_feeds_hold_the_newest_articles_first(client, db):
    called("On tea")
    called("On cups")
    assert titles(client) == ["On cups", "On tea"]
    assert [item["title"] for item in items(client)] == ["On cups", "On tea"]


def test_an_entry_says_what_its_article_is(client, db):
    article = draft(title="On tea", body=cited(source("Trial").key))
    article.topics.add(topics.plant(["Health", "Tea"]))
    article = published(fresh(article))
    name = article.bylines.get().contributor.name
    (entry,) = atom(client)
    assert entry.find("a:link", ATOM).get("href") == f"{SITE}/articles/{article.slug}/"
    assert entry.findtext("a:author/a:name", namespaces=ATOM) == name
    assert [topic.get("term") for topic in entry.findall("a:category", ATOM)] == ["Health", "Tea"]
    assert parse_datetime(entry.findtext("a:published", namespaces=ATOM)) <= article.edition.created
    (item,) = items(client)
    assert (item["url"], item["tags"], item["authors"]) == (
        f"{SITE}/articles/{article.slug}/",
        ["Health", "Tea"],
        [{"name": name}],
    )
    assert item["id"] == entry.findtext("a:id", namespaces=ATOM)


def test_a_summary_is_plain_text_in_both(client, db):
    writer = person("Contributor")
    article = drafting.start(Draft("On tea", cited(source().key), standfirst="Is <b> & 5 < 6?"), writer)
    Byline.objects.create(article=article, contributor=contributor())
    published(fresh(article))
    # Atom's summary is HTML here: what a reader shows of it is what was written.
    assert unescape(atom(client)[0].findtext("a:summary", namespaces=ATOM)) == "Is <b> & 5 < 6?"
    assert "<b>" not in atom(client)[0].findtext("a:summary", namespaces=ATOM)
    assert items(client)[0]["summary"] == "Is <b> & 5 < 6?"


def test_the_text_is_whole_and_its_markers_lead_to_the_page(client, db):
    article = called("On tea", body=cited(source("Trial of oolong").key))
    content = atom(client)[0].findtext("a:content", namespaces=ATOM)
    assert content == items(client)[0]["content_html"]
    assert "Tea lowers blood pressure by 10%." in content
    assert f'href="{SITE}/articles/{article.slug}/#ref-1"' in content
    assert "Trial of oolong" in content


@pytest.mark.parametrize("address", ["/feed/", "/feed.json", "/sitemap.xml"])
def test_a_draft_is_nowhere(client, db, address):
    live = called("On tea")
    draft(title="Secrets")
    saved(live, cited(source("Unseen trial").key, claim="Secrets cure 90% of all ills."))
    body = client.get(address).content.decode()
    assert live.slug in body
    assert "ecrets" not in body


@pytest.mark.parametrize("address", ["/feed/", "/feed.json"])
def test_a_feed_is_named_after_the_magazine_and_tells_where_it_is(client, db, address):
    SiteIdentity.objects.create(pk=1, name="Leaf & Cup", tagline="Tea, with sources.")
    SiteIdentity.forget()
    body = client.get(address).content.decode()
    assert ("Leaf &amp; Cup" if address == "/feed/" else "Leaf & Cup") in body
    assert f"{SITE}{address}" in body
    assert "Tea, with sources." in body


def test_a_retracted_article_is_told_as_one(client, db):
    article = called("On tea")
    before = atom(client)[0].findtext("a:updated", namespaces=ATOM)
    advanced(article, "retract", person("Publisher"), "It was made up.")
    (entry,) = atom(client)
    assert entry.findtext("a:title", namespaces=ATOM) == "Retracted: On tea"
    assert entry.findtext("a:updated", namespaces=ATOM) >= before
    assert article.slug not in client.get("/sitemap.xml").content.decode()


def test_a_withdrawn_article_is_in_no_feed(client, db):
    article = called("On tea")
    advanced(article, "withdraw", person("Publisher"), "It was made up.")
    assert (titles(client), items(client)) == ([], [])
    assert article.slug not in client.get("/sitemap.xml").content.decode()


def test_who_was_erased_is_in_no_feed(client, db):
    article = draft()
    signed = contributor(name="Quillon Quillfeather")
    Byline.objects.create(article=article, contributor=signed, position=1)
    published(fresh(article))
    assert "Quillon" in client.get("/feed/").content.decode()
    erasure.erase(person("Admin"), contributor=signed)
    for address in ("/feed/", "/feed.json"):
        body = client.get(address).content.decode()
        assert "Quill" not in body
        assert "Name withheld" in body


def test_a_topic_s_feed_holds_what_stands_on_it_or_below(client, db):
    for title, path in [("On tea", ["Health", "Tea"]), ("On tax", ["Money"])]:
        article = draft(title=title)
        article.topics.add(topics.plant(path))
        published(fresh(article))
    assert titles(client, "/feed/topics/health/") == ["On tea"]
    assert titles(client, "/feed/topics/health/tea/") == ["On tea"]
    assert client.get("/feed/topics/none/").status_code == 404


def test_a_topic_of_drafts_has_no_feed(client, db):
    article = draft()
    article.topics.add(topics.plant(["Secrets"]))
    assert client.get("/feed/topics/secrets/").status_code == 404
    assert "secrets" not in client.get("/sitemap.xml").content.decode()


def test_a_contributor_s_feed_holds_their_articles(client, db):
    article = called("On tea")
    called("On cups")
    slug = article.bylines.get().contributor.slug
    assert titles(client, f"/feed/contributors/{slug}/") == ["On tea"]


def test_a_contributor_of_drafts_has_no_feed(client, db):
    slug = draft().bylines.get().contributor.slug
    assert client.get(f"/feed/contributors/{slug}/").status_code == 404


@pytest.mark.parametrize("address", ["/feed/", "/feed.json"])
def test_who_has_the_feed_gets_no_second_until_it_changes(client, db, address):
    article = called("On tea")
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    advanced(article, "retract", person("Publisher"), "It was made up.")
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "content_type"),
    [
        ("/feed/", "application/atom+xml; charset=utf-8"),
        ("/feed.json", "application/feed+json; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_each_has_its_type_the_second_time_too(client, db, address, content_type):
    called("On tea")
    assert [client.get(address)["Content-Type"] for _ in range(2)] == [content_type] * 2


def test_feeds_cost_the_same_however_many_articles_there_are(client, db, django_assert_max_num_queries):
    for title in ("One", "Two", "Three"):
        called(title)
    for address in ("/feed/", "/feed.json"):
        with django_assert_max_num_queries(5):
            assert client.get(address).status_code == 200


def test_empty_feeds_are_feeds(client, db):
    assert (titles(client), items(client)) == ([], [])


def test_the_sitemap_says_when_an_article_last_changed(client, db):
    article = called("On tea")
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = tree(client.get("/sitemap.xml").content.decode()).findall("s:url", spaces)
    dates = {each.findtext("s:loc", namespaces=spaces): each.findtext("s:lastmod", namespaces=spaces) for each in found}
    assert dates[f"{SITE}/articles/{article.slug}/"] == f"{article.edition.created:%Y-%m-%d}"
    assert f"{SITE}/" in dates


def test_robots_are_sent_to_the_sitemap_and_kept_off_the_desk(client, db):
    body = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {SITE}/sitemap.xml" in body.splitlines()
    assert "Disallow: /desk/" in body.splitlines()
