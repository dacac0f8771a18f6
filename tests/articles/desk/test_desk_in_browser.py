"""The desk's pages, as a browser shows them."""

import pytest
from django.test import Client
from django.urls import reverse

from articles import discussing, ledger
from articles.models import Waiver
from tests import axe
from tests.articles.desk.test_importing import TEXT
from tests.articles.sayings import FIRST, LEANS, SECOND, cite, claim, written
from tests.factories import fresh, person, published, saved, source

PAGES = ["home", "articles", "new", "import", "waivers", "comments"]
ARTICLE_PAGES = ["review", "preview", "history", "compare"]
STEPS = ["approve", "schedule", "withdraw"]
VIEWS = [("light", 1280), ("dark", 1280), ("light", 320)]


@pytest.fixture
def publisher(transactional_db):
    return person("Publisher")


@pytest.fixture
def desk(page, live_server, publisher):
    """A browser's page in which a publisher is logged in."""
    client = Client()
    client.force_login(publisher)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    return page


@pytest.fixture
def article(publisher):
    """A live article whose next text has something of each kind to decide on."""
    body = f"<h2>Tea</h2><p>{FIRST}{cite(source().key)} {LEANS} And so on.</p>"
    article = published(written(body))
    saved(article, f"{body.replace('10%', '12%')}<p>{SECOND}</p>")
    asked = ledger.ask_waiver(claim(article, SECOND), article.owner, Waiver.Reason.OWN_EXPERIENCE, "I drank it.")
    assert asked.granted is None
    discussing.hold(article, "Ann", "I drink tea.")
    return fresh(article)


def faults(page, address, scheme, width):
    """What is wrong with a page in one view: axe's violations, and whether it is wider than its window."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return axe.violations(page) + ([f"{wide} wide"] if wide > width else [])


def look(page, address):
    return {view: found for view in VIEWS if (found := faults(page, address, *view))}


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_accessible_and_fits(desk, live_server, article, console_errors, name):
    assert look(desk, live_server.url + reverse(f"desk:{name}")) == {}
    assert console_errors == []


@pytest.mark.parametrize("name", ARTICLE_PAGES)
def test_each_page_of_an_article_is_accessible_and_fits(desk, live_server, article, console_errors, name):
    assert look(desk, live_server.url + reverse(f"desk:{name}", args=[article.pk])) == {}
    assert console_errors == []


@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_accessible_and_fits(desk, live_server, article, console_errors, step):
    assert look(desk, live_server.url + reverse("desk:step", args=[article.pk, step])) == {}
    assert console_errors == []


def test_asking_a_waiver_is_accessible_and_fits(desk, live_server, article):
    address = reverse("desk:ask-waiver", args=[claim(article, FIRST.replace("10%", "12%")).pk])
    assert look(desk, live_server.url + address) == {}


def test_a_pasted_text_becomes_a_draft(desk, live_server, console_errors):
    desk.goto(live_server.url + reverse("desk:import"))
    desk.get_by_label("Or paste the text here").fill(TEXT)
    desk.get_by_role("button", name="Show what is read").click()
    assert desk.get_by_role("heading", level=1).inner_text() == "A cup of green tea"
    assert axe.violations(desk) == []
    desk.get_by_role("button", name="Make a draft").click()
    assert "The draft is made. References: 1, citations: 1." in desk.locator("main").inner_text()
    assert console_errors == []


def test_a_waiver_is_granted_where_it_is_read(desk, live_server, article):
    desk.goto(live_server.url + reverse("desk:review", args=[article.pk]))
    desk.get_by_role("button", name="Grant").click()
    assert desk.url.endswith(reverse("desk:review", args=[article.pk]))
    assert Waiver.objects.get().granted is True


def test_keys_lead_to_the_search_and_to_pages(desk, live_server):
    desk.goto(live_server.url + reverse("desk:home"))
    desk.keyboard.press("/")
    assert desk.evaluate("document.activeElement.name") == "q"
    desk.keyboard.press("g")
    desk.keyboard.press("a")
    assert desk.evaluate("document.activeElement.value") == "ga"
    desk.evaluate("document.activeElement.blur()")
    desk.keyboard.press("g")
    desk.keyboard.press("a")
    desk.wait_for_url(f"**{reverse('desk:articles')}")


def test_the_list_of_keys_opens_and_switches_them_off(desk, live_server):
    desk.goto(live_server.url + reverse("desk:home"))
    desk.keyboard.press("?")
    dialog = desk.get_by_role("dialog", name="Keys")
    assert "Dashboard" in dialog.inner_text()
    assert axe.violations(desk) == []
    dialog.get_by_label("Keys of one letter are on").uncheck()
    desk.keyboard.press("Escape")
    desk.reload()
    desk.keyboard.press("/")
    assert desk.evaluate("document.activeElement === document.body")
