"""The API's description, as a document and as a page."""

import pytest

from tests import axe


def test_each_question_is_described_with_each_of_its_answers(client):
    document = client.get("/api/openapi.json").json()
    asked = {path: list(methods) for path, methods in document["paths"].items()}
    assert asked == {
        "/api/articles/": ["get"],
        "/api/articles/{slug}/": ["get"],
        "/api/sources/{key}/": ["get"],
        "/api/check": ["post"],
    }
    check = document["paths"]["/api/check"]["post"]
    assert list(check["requestBody"]["content"]) == ["text/plain", "text/markdown", "text/html"]
    assert list(check["responses"]) == ["200", "413", "415", "422", "429"]


def test_every_shape_that_the_page_names_is_on_it(client, db):
    html = client.get("/api/docs").content.decode()
    for shape in client.get("/api/openapi.json").json()["components"]["schemas"]:
        assert f'id="shape-{shape}"' in html


def test_the_root_leads_to_the_page_and_an_unknown_address_nowhere(client, db):
    assert client.get("/api/").url == "/api/docs"
    assert client.get("/api/drafts/").status_code == 404


@pytest.fixture
def docs(live_server, page, console_errors):
    page.goto(f"{live_server.url}/api/docs")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_accessible_and_fits_its_window(docs, console_errors, scheme, width):
    docs.emulate_media(color_scheme=scheme)
    docs.set_viewport_size({"width": width, "height": 800})
    assert axe.violations(docs) == []
    assert docs.evaluate("document.documentElement.scrollWidth") == width
    assert console_errors == []
