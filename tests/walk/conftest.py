"""What a walk through the site takes: a window for each person, and what their consoles say."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.articles.desk.editor_page import sign_in

Window = Callable[[User | None], Page]
# Chromium reports each answer of 4xx so; a walk that is refused something asks for it.
REFUSED = "Failed to load resource: the server responded with a status of 4"


@pytest.fixture
def complaints() -> list[str]:
    """What consoles say of errors and of broken content policy, each with its page; refused requests left out."""
    return []


@pytest.fixture
def window(browser: Browser, live_server: Any, complaints: list[str]) -> Iterator[Window]:
    """Opens a window of its own for a person, signed in; for a reader where it is None."""
    contexts = []

    def note(message: ConsoleMessage) -> None:
        # What has no address comes from axe, which is put into the page: it styles what it measures.
        if message.type == "error" and message.location["url"] and not message.text.startswith(REFUSED):
            complaints.append(f"{message.location['url']}: {message.text}")

    def opened(user: User | None) -> Page:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, reduced_motion="reduce", base_url=live_server.url
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        if user:
            sign_in(page, live_server, user)
        return page

    yield opened
    for context in contexts:
        context.close()
