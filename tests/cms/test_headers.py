"""The security headers, on every answer."""

import re

import pytest
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from articles.editor import editor_page

STRICT = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}
ALWAYS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}
WORDS = {"int": "1", "slug": "x", "str": "x", "path": "x", "uuid": "6c6f6e67-0000-4000-8000-000000000000"}


def addresses(patterns=None, before="/"):
    """An address for each pattern there is, with a word in each place that takes one."""
    for pattern in patterns or get_resolver().url_patterns:
        route = before + filled(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def filled(route):
    """A pattern with a word in each place that takes one."""
    route = re.sub(r"(?<!\?P)<(?:(\w+):)?\w+>", lambda found: WORDS.get(found[1] or "str", "1"), route)
    route = re.sub(r"\(\?P<\w+>[^()]*(?:\([^()]*\)[^()]*)*\)", "1", route)
    return re.sub(r"\\(?=[./-])|[$^?]|\\[AZz]", "", route)


def policy(answer):
    return set(answer.headers["Content-Security-Policy"].split("; "))


def assert_guarded(answer, address):
    for name, value in ALWAYS.items():
        assert answer.headers.get(name) == value, f"{address}: {name}"
    assert answer.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}, address
    assert "camera=()" in answer.headers["Permissions-Policy"], address


def test_patterns_are_found_with_a_word_in_each_place():
    found = set(addresses())
    assert {"/", "/articles/x/", "/desk/articles/1/", "/healthz", "/admin/"} <= found
    assert not [address for address in found if set("<>()^$\\") & set(address)]


@pytest.mark.django_db
def test_stranger_gets_the_strict_policy_at_every_address(client):
    client.raise_request_exception = False
    for address in addresses():
        answer = client.get(address)
        assert_guarded(answer, address)
        # The way to the log-in has no page that a loosened policy could open.
        assert answer.status_code == 302 or policy(answer) == STRICT, address


@pytest.mark.django_db
def test_page_that_is_not_there_is_guarded_too(client):
    answer = client.get("/nothing/here/")
    assert answer.status_code == 404
    assert_guarded(answer, "404")
    assert policy(answer) == STRICT


@pytest.mark.django_db
def test_page_that_failed_is_guarded_too(client, monkeypatch):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("cms.views.health._reasons", fail)
    client.raise_request_exception = False
    answer = client.get("/readyz")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.content.decode()
    assert_guarded(answer, "500")
    assert policy(answer) == STRICT


def test_editor_page_is_loosened_by_what_the_editor_needs_and_no_more(rf):
    answer = CSPMiddleware(editor_page(lambda request: HttpResponse()))(rf.get("/"))
    loosened = {
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "frame-src 'self'",
    }
    assert policy(answer) - STRICT == loosened
    assert {each.split()[0] for each in STRICT - policy(answer)} == {"script-src", "style-src"}


def test_plain_http_is_sent_to_https_in_production(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/accounts/login/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/accounts/login/")
    assert client.get("/healthz").status_code == 200
