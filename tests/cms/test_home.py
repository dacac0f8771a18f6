"""The home page, as it leaves the server."""

from html.parser import HTMLParser

import pytest

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Nesting(HTMLParser):
    """Collects the headings, and what is left open."""

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.headings: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def home(client):
    return client.get("/")


def test_home_says_what_stet_does_and_how_to_run_it(home):
    text = home.content.decode()
    assert home.status_code == 200
    assert ".venv/bin/python manage.py citecheck docs/demonstration.txt" in text


def test_home_is_well_nested_with_one_title_and_no_skipped_heading(home):
    page = Nesting()
    page.feed(home.content.decode())
    assert page.open == []
    assert page.headings == ["h1", "h2", "h2"]


def test_home_needs_no_script_and_no_other_host(home):
    text = home.content.decode()
    assert "<script" not in text
    assert "//" not in text


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_home_carries_the_security_headers(home, header, value):
    assert home.headers[header] == value


def test_plain_http_is_sent_to_https_in_production(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/")
