"""An article's page, as it leaves the server."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles import drafting, erasure, ledger, topics
from articles.drafting import Draft
from articles.models import Comment, Contributor
from tests.factories import advanced, approved, cited, contributor, draft, fresh, person, published, saved, source

CANARY = "quillwort"


def parsed(answer) -> LexborHTMLParser:
    return LexborHTMLParser(answer.content.decode())


def words(answer, selector) -> str:
    return " ".join(parsed(answer).css_first(selector).text().split())


def corrected(article, text="The figure was 10%."):
    saved(article, article.head.body.replace("10%", "11%"))
    return advanced(approved(fresh(article)), "correct", person("Publisher"), text)


def address(article) -> str:
    return f"/articles/{article.slug}/"


@pytest.fixture
def article(db):
    return published()


def test_the_page_costs_one_query(article, client, django_assert_num_queries):
    Comment.objects.create(article=article, name="Jo", email="", text="Well said.", state="published")
    with django_assert_num_queries(1):
        answer = client.get(f"{address(article)}?anew")
    text = answer.content.decode()
    assert all(
        words in text for words in ("On tea", "Ada Ng", "None declared.", "Well said.", "1 of 1 claim has a source.")
    )


def test_the_page_is_everybodys(article, client):
    client.force_login(person("Publisher"))
    client.cookies["theme"] = "dark"
    answer = client.get(address(article))
    assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Vary" not in answer.headers
    assert answer.cookies == {}
    assert "data-theme" not in answer.content.decode()


def test_an_unchanged_page_is_not_sent_again(article, client):
    etag = client.get(address(article)).headers["ETag"]
    answer = client.get(address(article), headers={"If-None-Match": etag})
    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", etag)


@pytest.mark.parametrize("change", ["correction", "comment", "erasure", "retraction"])
def test_whatever_changes_on_the_page_changes_its_tag(article, client, change):
    etag = client.get(address(article)).headers["ETag"]
    if change == "correction":
        corrected(article)
    elif change == "comment":
        Comment.objects.create(article=article, name="Jo", email="", text="Yes.", state="published")
    elif change == "erasure":
        erasure.erase(person("Admin"), contributor=article.bylines.get().contributor)
    else:
        advanced(article, "retract", person("Publisher"), "It does not hold.")
    answer = client.get(address(article), headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != etag


def test_who_was_erased_since_is_not_named(article, client):
    who = article.bylines.get().contributor
    erasure.erase(person("Admin"), contributor=who)
    for each in (address(article), "/", "/search/?q=tea", "/contributors/", f"{address(article)}editions/1/"):
        text = client.get(each).content.decode()
        assert who.name not in text
        assert "Writes on tea" not in text
    assert "Name withheld" in client.get(address(article)).content.decode()
    assert client.get(f"/contributors/{who.slug}/").status_code == 404
    assert client.get(f"/contributors/withheld-{who.pk}/").status_code == 404


def test_what_was_never_published_is_not_found(db, client):
    article = draft(title=CANARY)
    for each in ("", "comment/", "editions/1/"):
        assert client.get(address(article) + each).status_code == 404


def test_a_later_draft_does_not_show(article, client):
    body = cited(source().key, f"The {CANARY} grew by 4%.")
    drafting.save(article, Draft(CANARY, body), article.owner, article.head_id)
    for each in (
        address(article),
        "/",
        "/search/?q=tea",
        "/corrections/",
        "/contributors/",
        f"{address(article)}comment/",
    ):
        assert CANARY not in client.get(each).content.decode()
    assert "No article has all of these words" in client.get(f"/search/?q={CANARY}").content.decode()


def test_a_withdrawn_article_is_gone_with_its_note(article, client):
    advanced(article, "withdraw", person("Publisher"), "The author asked for it.")
    for each in (address(article), f"{address(article)}editions/1/"):
        answer = client.get(each)
        assert answer.status_code == 410
        assert "The author asked for it." in answer.content.decode()
        assert "blood pressure" not in answer.content.decode()


def test_a_retracted_article_stays_and_says_so(article, client):
    advanced(article, "retract", person("Publisher"), "The trial was made up.")
    page = parsed(client.get(address(article)))
    assert page.css_first("h1").text() == "Retracted: On tea"
    assert "The trial was made up." in page.css_first(".banner.bad").text()
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert page.css_first("details.retracted .prose").text().startswith("Tea lowers")
    assert page.css_first(".trust") is None
    assert "On tea" not in client.get("/").content.decode()


def test_a_former_address_leads_to_todays(article, client):
    former = address(article)
    drafting.rename(article, "green-tea", article.owner)
    answer = client.get(former)
    assert (answer.status_code, answer.headers["Location"]) == (301, "/articles/green-tea/")


def test_a_former_address_of_a_draft_tells_nothing(db, client):
    article = draft()
    former = address(article)
    drafting.rename(article, "secret-plans", article.owner)
    assert client.get(former).status_code == 404


def test_an_older_edition_stays_as_it_was_and_is_marked(article, client):
    first = article.edition
    corrected(article)
    older, newest = (parsed(client.get(f"{address(article)}{each}")) for each in ("editions/1/", ""))
    assert "edition 1 of 2" in older.css_first(".banner.warn").text()
    assert "10%" in older.css_first(".prose").text()
    assert "11%" in newest.css_first(".prose").text()
    assert older.css_first("link[rel=canonical]").attributes["href"] == f"http://testserver/articles/{article.slug}/"
    assert older.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert newest.css_first("meta[name=robots]") is None
    assert "The figure was 10%." in newest.css_first(".banner.warn").text()
    assert first.html in client.get(f"{address(article)}editions/1/").content.decode()


def test_the_approver_is_named_by_contributor_or_full_name_and_never_by_account(db, client):
    checker = person("Fact-checker", name="log-in-name")
    article = advanced(approved(by=checker), "publish", person("Publisher"))
    assert "Reviewed by a fact-checker" in " ".join(
        parsed(client.get(address(article))).css_first(".credit").text().split()
    )
    contributor(user=checker, name="Mo Okafor")
    page = client.get(address(article))
    assert "Reviewed by Mo Okafor" in words(page, ".credit")
    assert "log-in-name" not in page.content.decode()


def test_a_waived_claim_is_told_with_its_reason(db, client):
    claim = "Tea lowers blood pressure by 10%."
    article = draft(body=f"<p>{claim}</p>{cited(source().key, 'Coffee raises it by 4%.')}")
    waiver = ledger.ask_waiver(article.claims.get(text=claim), article.owner, "own experience")
    ledger.decide_waiver(waiver, person("Fact-checker"), granted=True)
    trust = words(client.get(address(published(article))), ".trust")
    assert "1 of 2 claims have a source." in trust
    assert "1 statement is published without a source, with reasons." in trust
    assert f"{claim} Reason: the author’s own experience." in trust


def test_contents_topics_advertisement_and_table(db, client):
    body = "".join(
        f"<h2>Part {name}</h2>{cited(source().key, f'Tea number {name} has 3% more of it.')}" for name in "ABC"
    )
    article = draft(
        body=f'{body}<aside class="promo"><p>Buy tea.</p></aside><table><tbody><tr><td>x</td></tr></tbody></table>'
    )
    article.topics.add(topics.plant(["Health", "Drinks"]))
    page = parsed(client.get(address(published(article))))
    links = [link.attributes["href"] for link in page.css(".contents a")]
    assert links == ["#section-1", "#section-2", "#section-3", "#references", "#comments"]
    assert all(page.css_first(link) for link in links)
    assert [link.attributes["href"] for link in page.css(".breadcrumb a")] == [
        "/",
        "/topics/health/",
        "/topics/health/drinks/",
    ]
    assert page.css_first("aside.promo").text() == "AdvertisementBuy tea."
    assert page.css_first("div.scroll > table")


@pytest.mark.parametrize("number", [0, 7, 2**31 - 1, 10**30])
def test_an_edition_that_there_is_not_is_not_found(article, client, number):
    assert client.get(f"{address(article)}editions/{number}/").status_code == 404


def test_each_marker_leads_to_a_reference_and_back(article, client):
    page = parsed(client.get(address(article)))
    for link in (*page.css("sup.cite a"), *page.css(".backlinks a")):
        assert page.css_first(link.attributes["href"])


def test_machines_read_who_wrote_what_it_cites_and_what_was_corrected(article, client):
    Contributor.objects.update(orcid="0000-0002-1825-0097")
    page = parsed(client.get(address(corrected(article, "</script><b>Wrong</b>"))))
    web_page, told, crumbs = json.loads(page.css_first("script[type='application/ld+json']").text())["@graph"]
    assert (told["headline"], told["version"], web_page["@type"]) == ("On tea", 2, "WebPage")
    assert told["author"][0]["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
    assert told["citation"][0]["sameAs"].startswith("https://doi.org/10.1000/")
    assert told["correction"][0]["text"] == "</script><b>Wrong</b>"
    assert crumbs["itemListElement"][0]["name"] == "Home"
    tags = {tag.attributes["name"]: tag.attributes["content"] for tag in page.css("meta[name^=citation_]")}
    assert tags["citation_title"] == "On tea"
    assert tags["citation_author"].startswith("Ada Ng")
