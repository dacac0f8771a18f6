"""Log-in, theme, error pages and the admin, as a browser shows them."""

import pytest
from PIL import Image

from articles.models import Contributor
from tests import axe, factories

PASSWORD = "a long sentence"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 22, 26)"}
OPEN = ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/", "/about/", "/nothing/green-tea/"]
WITHIN = [
    "/admin/",
    "/admin/articles/contributor/",
    "/admin/articles/contributor/add/",
    "/admin/articles/topic/add/",
    "/admin/articles/invitation/add/",
    "/admin/auth/user/",
    "/accounts/2fa/totp/activate/",
]
LOOKS = [(1280, "light"), (1280, "dark"), (320, "light")]
each_look = pytest.mark.parametrize(("width", "scheme"), LOOKS)


@pytest.fixture
def an_admin(live_server):
    user = factories.person("Admin", "ines")
    user.is_staff = True
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def within(page, live_server, an_admin):
    """A page on which an Admin has logged in."""
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("User name or e-mail").fill("ines")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Site administration").wait_for()
    return page


@pytest.fixture
def photo(tmp_path, settings):
    """A picture on the person's machine; what is uploaded goes to a folder of this test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    path = tmp_path / "me.png"
    Image.new("RGB", (1200, 900), "teal").save(path)
    return path


def look(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def faults(page, address, width):
    """What is wrong with a page: accessibility, and a line that leaves the window."""
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return axe.violations(page) + ([f"{wide} pixels wide"] if wide > width else [])


@each_look
def test_open_pages_are_accessible_and_fit(page, live_server, width, scheme):
    look(page, width, scheme)
    found = {address: faults(page, live_server.url + address, width) for address in OPEN}
    assert {address: lines for address, lines in found.items() if lines} == {}


@each_look
def test_pages_of_an_admin_are_accessible_and_fit(within, live_server, width, scheme):
    look(within, width, scheme)
    found = {address: faults(within, live_server.url + address, width) for address in WITHIN}
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_axe_finds_a_fault_that_is_there(page, live_server):
    page.goto(f"{live_server.url}/about/")
    page.evaluate("document.querySelector('h1').style.color = '#e0e0e0'")
    assert [line.partition(":")[0] for line in axe.violations(page)] == ["color-contrast"]


def test_first_tab_stop_leads_past_the_header(page, live_server):
    page.goto(f"{live_server.url}/about/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_theme_changes_at_once_and_stays(page, live_server, console_errors):
    page.goto(f"{live_server.url}/about/")
    assert page.evaluate(BACKGROUND) == PAPER["light"]
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(BACKGROUND) == PAPER["dark"]
    page.reload()
    assert page.evaluate(BACKGROUND) == PAPER["dark"]
    assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="As the system").click()
    assert page.evaluate(BACKGROUND) == PAPER["light"]
    assert console_errors == []


def test_theme_changes_without_script(browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/about/")
    page.get_by_role("button", name="Dark").click()
    assert page.url == f"{live_server.url}/about/"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    context.close()


def test_missing_page_offers_a_search_for_its_words(page, live_server):
    page.goto(f"{live_server.url}/nothing/green-tea/")
    assert page.get_by_label("Search", exact=True).input_value() == "green tea"


def test_admin_makes_a_contributor_with_photo_bio_and_disclosure(within, live_server, console_errors, photo):
    within.goto(f"{live_server.url}/admin/articles/contributor/add/")
    within.get_by_label("Name:").fill("Ada Ng")
    within.get_by_label("Slug:").fill("ada-ng")
    within.frame_locator("iframe.cke_wysiwyg_frame").locator("body").fill("Writes on tea.")
    within.get_by_label("Photo:").set_input_files(photo)
    within.get_by_label("Alternative text:").fill("Ada Ng at her desk")
    within.get_by_label("Disclosure:").fill("None declared.")
    within.get_by_role("button", name="Save", exact=True).click()
    within.get_by_text("was added successfully").wait_for()
    made = Contributor.objects.get()
    assert (made.bio, made.disclosure) == ("<p>Writes on tea.</p>", "None declared.")
    assert (made.photo_alt, made.photo.width) == ("Ada Ng at her desk", 800)
    assert console_errors == []


def test_editor_has_no_door_that_is_switched_off(within, live_server):
    within.goto(f"{live_server.url}/admin/articles/contributor/add/")
    within.locator("iframe.cke_wysiwyg_frame").wait_for()
    loaded = set(within.evaluate("Object.keys(CKEDITOR.instances.id_bio.plugins)"))
    doors = {"sourcearea", "preview", "print", "iframe", "forms", "flash", "templates", "filebrowser", "uploadimage"}
    assert {"wysiwygarea", "basicstyles", "link"} <= loaded
    assert not loaded & doors
