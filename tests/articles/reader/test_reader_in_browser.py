"""The reader's pages, as a browser shows them."""

import pytest

from articles import topics
from articles.models import Comment
from tests import axe
from tests.factories import advanced, approved, cited, draft, fresh, person, published, saved, source

PARTS = [
    "<h2>How much</h2>",
    "<h2>In numbers</h2>",
    "<table><caption>By year</caption><tbody><tr><td>Green</td><td>Black</td></tr></tbody></table>",
    '<aside class="promo"><p>Buy tea at <a href="https://shop.example/">the shop</a>.</p></aside>',
    "<h2>Views</h2><p>I like it with milk.</p>",
]
PAGES = "article older home topic contributors search nothing corrections comment retracted".split()
MARKER = "sup.cite a >> nth=0"
CARD = ".reference-card"


@pytest.fixture
def article(transactional_db):
    works = [source(f"Trial {each} of green tea", container_title="Journal of Tea").key for each in (1, 2)]
    article = draft(body=cited(" ".join(works)) + "".join(PARTS))
    article.topics.add(topics.plant(["Health", "Drinks"]))
    article = published(fresh(article))
    saved(article, article.head.body.replace("10%", "11%"))
    article = advanced(approved(fresh(article)), "correct", person("Publisher"), "The figure was 10%.")
    Comment.objects.create(article=article, name="Jo", email="", text="Well said.", state="published")
    return article


@pytest.fixture
def addresses(article):
    retracted = published(draft(title="Made up"))
    advanced(retracted, "retract", person("Publisher"), "The trial was made up.")
    own = f"/articles/{article.slug}/"
    there = (own, f"{own}editions/1/", "/", "/topics/health/", "/contributors/", "/search/?q=tea", "/search/?q=zebra")
    return dict(zip(PAGES, (*there, "/corrections/", f"{own}comment/", f"/articles/{retracted.slug}/"), strict=True))


@pytest.fixture
def open_page(live_server, page, article):
    page.goto(f"{live_server.url}/articles/{article.slug}/")
    return page


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
def test_every_page_is_accessible_fits_its_window_and_says_nothing_on_the_console(
    live_server, page, addresses, console_errors, scheme, width
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for name, address in addresses.items():
        page.goto(live_server.url + address)
        assert (name, axe.violations(page)) == (name, [])
        assert (name, page.evaluate("document.documentElement.scrollWidth")) == (name, width)
    assert console_errors == []


def test_a_marker_leads_to_its_reference_and_back(open_page):
    open_page.locator(MARKER).click()
    assert open_page.evaluate("location.hash") == "#ref-1"
    open_page.locator("#ref-1 .backlinks a").click()
    assert open_page.evaluate("location.hash") == "#cite-1-1"


def test_the_card_opens_over_a_marker_and_escape_closes_it(open_page):
    open_page.locator(MARKER).hover()
    card = open_page.locator(CARD)
    card.wait_for(state="visible")
    assert "Journal of Tea" in card.inner_text()
    assert "Cited at" not in card.inner_text()
    assert axe.violations(open_page) == []
    open_page.keyboard.press("Escape")
    card.wait_for(state="hidden")


def test_the_card_opens_for_the_keyboard_and_enter_follows_the_link(open_page):
    open_page.locator(MARKER).focus()
    open_page.keyboard.press("Shift+Tab")
    open_page.keyboard.press("Tab")
    open_page.locator(CARD).wait_for(state="visible")
    open_page.keyboard.press("Enter")
    assert open_page.evaluate("location.hash") == "#ref-1"


def test_a_tap_opens_a_sheet_with_the_way_on(browser, live_server, article):
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{live_server.url}/articles/{article.slug}/")
    page.locator(MARKER).tap()
    sheet = page.locator(f"{CARD}.sheet")
    sheet.wait_for(state="visible")
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("document.activeElement.ariaLabel") == "Close"
    assert axe.violations(page) == []
    sheet.get_by_text("Go to reference 1").tap()
    sheet.wait_for(state="hidden")
    assert page.evaluate("location.hash") == "#ref-1"
    context.close()


def test_without_javascript_all_is_there_and_links_work(browser, live_server, article):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/articles/{article.slug}/")
    page.locator(MARKER).click()
    assert page.url.endswith("#ref-1")
    page.get_by_text("How we check").click()
    assert page.get_by_text("approved exactly this text").is_visible()
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Your name").fill("Jo")
    page.get_by_label("Your comment").fill("A new one.")
    page.get_by_role("button", name="Send comment").click()
    assert page.get_by_text("An editor reads your comment").is_visible()
    context.close()


def test_print_has_the_references_and_no_navigation(open_page):
    open_page.emulate_media(media="print")
    assert open_page.locator("section.references").is_visible()
    assert open_page.get_by_role("heading", name="Cite as").is_visible()
    for hidden in (".site-header", ".breadcrumb", "#comments", ".backlinks >> nth=0", ".contents"):
        assert not open_page.locator(hidden).is_visible()
