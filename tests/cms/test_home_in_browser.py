"""The home page, as a reader's browser shows it."""

import pytest

from tests import axe

SCHEMES = ["light", "dark"]
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 22, 26)"}


@pytest.fixture
def home(live_server, page, console_errors):
    page.goto(live_server.url)
    return page


def test_home_renders_without_console_errors_under_one_title(home, console_errors):
    assert home.locator("h1").all_inner_texts() == ["Every factual claim stands on a source"]
    assert console_errors == []


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_home_fits_its_window(home, width):
    home.set_viewport_size({"width": width, "height": 800})
    assert home.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", SCHEMES)
def test_home_follows_the_colours_of_the_system(home, scheme):
    home.emulate_media(color_scheme=scheme)
    assert home.evaluate(BACKGROUND) == PAPER[scheme]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 1280])
def test_home_is_accessible(home, scheme, width):
    home.emulate_media(color_scheme=scheme)
    home.set_viewport_size({"width": width, "height": 800})
    assert axe.violations(home) == []


def test_axe_finds_a_fault_that_is_there(home):
    home.evaluate("document.querySelector('h1').style.color = '#e0e0e0'")
    assert [line.partition(":")[0] for line in axe.violations(home)] == ["color-contrast"]


def test_first_tab_stop_leads_past_the_header(home):
    home.keyboard.press("Tab")
    assert home.evaluate("document.activeElement.textContent") == "Skip to the content"
    home.keyboard.press("Enter")
    assert home.evaluate("document.activeElement.id") == "content"
