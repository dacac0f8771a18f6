"""The library as a person at the desk sees it."""

import pytest

from tests import axe
from tests.factories import person, source

LINE = "Marlow, J. (2004). The hedge and its working history. Journal of Fields, 3, 1-9. doi:10.5555/hedge.4"
PAGES = {
    "list": "",
    "nothing found": "?q=spoon",
    "source": "{key}/",
    "edit": "{key}/edit/",
    "merge": "{key}/merge/",
    "preview": "{key}/merge/?into={other}",
    "add": "add/",
}


@pytest.fixture
def library(live_server, client, page):
    """A browser in which somebody who writes is signed in, on the library's list."""
    client.force_login(person("Contributor"))
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(f"{live_server.url}/library/")
    return page


def test_a_pasted_reference_becomes_a_source_that_is_found_again(library, console_errors):
    library.get_by_role("link", name="Add a source").click()
    library.get_by_label("Reference").fill(LINE)
    library.get_by_role("button", name="Read it").click()
    assert library.get_by_label("Title").input_value() == "The hedge and its working history"
    library.get_by_label("Authors").fill("Marlow, Jean")
    library.get_by_role("button", name="Add to the library").click()
    assert library.get_by_role("status").inner_text() == "Added to the library as marlow2004."
    library.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Sources").click()
    library.get_by_label("Search", exact=True).fill("marlow fields")
    library.get_by_role("button", name="Show").click()
    assert library.locator(".sources tbody a.serif").all_inner_texts() == ["The hedge and its working history"]
    assert console_errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible_and_fits_its_window(live_server, library, console_errors, scheme, width):
    names = {"key": source("Bells of old, their founders and the towns that paid for them").key, "other": source().key}
    library.emulate_media(color_scheme=scheme)
    library.set_viewport_size({"width": width, "height": 800})
    for name, address in PAGES.items():
        library.goto(f"{live_server.url}/library/{address.format(**names)}")
        assert (name, axe.violations(library)) == (name, [])
        assert (name, library.evaluate("document.documentElement.scrollWidth")) == (name, width)
    assert console_errors == []
