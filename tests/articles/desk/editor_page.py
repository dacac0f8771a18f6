"""The edit page in a browser: opened by a person, with the caret put where a test wants it."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from articles.models import Article

EDITOR = "CKEDITOR.instances.id_body"
READY = f"() => window.CKEDITOR && {EDITOR} && {EDITOR}.status === 'ready'"
CHECKED = "() => document.querySelector('report-panel').dataset.state === 'ok'"
CARET = """(words) => {
  const editor = CKEDITOR.instances.id_body;
  const walker = editor.document.$.createTreeWalker(editor.editable().$, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    editor.focus();
    const range = editor.createRange();
    range.setStart(new CKEDITOR.dom.node(walker.currentNode), at + words.length);
    range.collapse(true);
    editor.getSelection().selectRanges([range]);
    return;
  }
  throw new Error(`There is no “${words}” in the text.`);
}"""
NUMBERS = """() => [...CKEDITOR.instances.id_body.document.$.querySelectorAll("cite[data-ref]")].map(
  (cite) => getComputedStyle(cite, "::after").content.replaceAll('"', ""))"""
PAINTED = """(status) => [...CKEDITOR.instances.id_body.document.$.defaultView.CSS.highlights.get(`claim-${status}`)]
  .map((range) => String(range))"""
BEFORE_CARET = """() => {
  const { anchorNode, anchorOffset } = CKEDITOR.instances.id_body.document.$.getSelection();
  return anchorNode.textContent.slice(0, anchorOffset);
}"""


def sign_in(page: Page, live_server: Any, user: User) -> None:
    """Give the browser a session of a person."""
    client = Client()
    client.force_login(user)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


def opened(page: Page, live_server: Any, article: Article, user: User | None = None) -> Page:
    """The page with an article's editor ready and its text checked."""
    sign_in(page, live_server, user or article.owner)
    page.goto(live_server.url + reverse("desk:article", args=[article.pk]))
    page.wait_for_function(READY)
    checked(page)
    return page


def checked(page: Page) -> None:
    """Wait until the report is that of the text as it stands."""
    page.wait_for_function(CHECKED)


def text(page: Page) -> str:
    """The markup that would be saved."""
    return page.evaluate(f"{EDITOR}.getData()")


def holds(page: Page, markup: str) -> None:
    """Wait until the text holds a piece of markup, and the report is that of this text."""
    page.wait_for_function(f"(markup) => {EDITOR}.getData().includes(markup)", arg=markup)
    checked(page)


def writing(page: Page) -> None:
    """Wait until the dialog is gone and keys go into the text again."""
    page.wait_for_function(f"() => !document.querySelector('dialog[open]') && {EDITOR}.focusManager.hasFocus")


def shows(page: Page, expected: list[str]) -> None:
    """Wait until the markers show these numbers."""
    page.wait_for_function(f"(expected) => String(({NUMBERS})()) === String(expected)", arg=expected)


def caret_after(page: Page, words: str) -> None:
    page.evaluate(CARET, words)
