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


def caret_after(page: Page, words: str) -> None:
    page.evaluate(CARET, words)


def numbers(page: Page) -> list[str]:
    """What the markers show, in the text's order."""
    return page.evaluate(NUMBERS)
