"""What the edit page's form sends, for tests."""

from typing import Any

from django.http import HttpResponse
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article


def form_of(article: Article, bylines: list[tuple[int, str, int]] | None = None, **changed: Any) -> dict[str, Any]:
    """The form as the page shows an article, with what a person changed in it."""
    head = article.head
    if bylines is None:
        bylines = [(each.contributor_id, each.role, at) for at, each in enumerate(article.bylines.all(), start=1)]
    lines: dict[str, Any] = {"bylines-TOTAL_FORMS": len(bylines), "bylines-INITIAL_FORMS": 0}
    for at, (contributor, role, order) in enumerate(bylines):
        lines |= {f"bylines-{at}-contributor": contributor, f"bylines-{at}-role": role, f"bylines-{at}-ORDER": order}
    text = {"title": head.title, "standfirst": head.standfirst, "body": head.body, "language": head.language}
    return {"seen": head.pk} | text | lines | changed


def sent(page: HttpResponse) -> dict[str, Any]:
    """What a browser without JavaScript would send from the page's form, changed by nobody."""
    fields: dict[str, Any] = {}
    for field in LexborHTMLParser(page.content).css("#edit-form [name]"):
        attributes, name = field.attributes, field.attributes["name"]
        if field.tag == "textarea":
            fields[name] = field.text()
        elif field.tag == "select":
            chosen = field.css_first("option[selected]") or field.css_first("option")
            fields[name] = chosen.attributes.get("value") or ""
        elif attributes.get("type") != "checkbox" or "checked" in attributes:
            fields[name] = attributes.get("value") or ""
    return fields
