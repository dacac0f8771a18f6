"""What machines read in a page's head: Highwire's citation tags and the graph of schema.org."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Notice
from articles.reader.article_page import ArticlePage
from articles.reader.people import Person
from references.csl import SourceData
from references.entry import short_name

# As Django's json_script: a text in it can neither end the element nor open another.
_HARMLESS = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def citation_tags(page: ArticlePage, magazine: str, address: str) -> Iterator[tuple[str, str]]:
    """Yield names and contents of the citation_* tags that reference managers and Google Scholar read."""
    yield "citation_title", page.content["title"]
    for byline in page.content["bylines"]:
        if byline["role"] == "author":
            yield "citation_author", byline["name"]
            if byline["affiliation"]:
                yield "citation_author_institution", byline["affiliation"]
    yield "citation_journal_title", magazine
    yield "citation_publication_date", f"{page.row['published']:%Y/%m/%d}"
    yield "citation_online_date", f"{page.row['created']:%Y/%m/%d}"
    yield "citation_language", page.content["language"]
    yield "citation_public_url", address


def graph(page: ArticlePage, magazine: str, absolute: Callable[[str], str]) -> SafeString:
    """Return the page's JSON-LD as a data block. `absolute` makes an address of a path."""
    address = absolute(f"/articles/{page.row['slug']}/")
    nodes = [_web_page(page, address), _article(page, magazine, absolute, address), _breadcrumb(page, absolute)]
    data = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, sort_keys=True)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(data.translate(_HARMLESS)))


def _web_page(page: ArticlePage, address: str) -> dict[str, Any]:
    node = {"@type": "WebPage", "@id": address, "url": address, "breadcrumb": {"@id": f"{address}#breadcrumb"}}
    reviewed = {"reviewedBy": _person(page.reviewer)} if page.reviewer else {}
    return node | reviewed | {"lastReviewed": f"{page.row['reviewed']:%Y-%m-%d}"}


def _article(page: ArticlePage, magazine: str, absolute: Callable[[str], str], address: str) -> dict[str, Any]:
    content = page.content
    return {
        "@type": "Article",
        "@id": f"{address}#article",
        "mainEntityOfPage": {"@id": address},
        "headline": content["title"],
        "description": content["standfirst"],
        "inLanguage": content["language"],
        "datePublished": page.row["published"].isoformat(),
        "dateModified": page.row["created"].isoformat(),
        "version": page.row["number"],
        "publisher": {"@type": "Organization", "name": magazine, "url": absolute("/")},
        "author": [_person(person) for person in page.people if "Author" in person.roles],
        "articleSection": [topic["name"] for topic in content["topics"]],
        "wordCount": len(page.text.split()),
        "citation": [_work(SourceData.from_csl(item)) for item in content["sources"].values()],
        "correction": [_correction(notice) for notice in page.notices if notice["kind"] == Notice.Kind.CORRECTION],
        "creativeWorkStatus": "Retracted" if page.is_retracted else "Published",
    }


def _breadcrumb(page: ArticlePage, absolute: Callable[[str], str]) -> dict[str, Any]:
    steps = [("Home", "/"), *((topic["name"], f"/topics/{topic['path']}/") for topic in page.topics)]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
        for position, (name, path) in enumerate(steps, start=1)
    ]
    address = absolute(f"/articles/{page.row['slug']}/")
    return {"@type": "BreadcrumbList", "@id": f"{address}#breadcrumb", "itemListElement": items}


def _person(person: Person) -> dict[str, Any]:
    identified = {"sameAs": person.orcid_address} if person.orcid else {}
    employed = {"affiliation": {"@type": "Organization", "name": person.affiliation}} if person.affiliation else {}
    return {"@type": "Person", "name": person.name} | identified | employed


def _work(work: SourceData) -> dict[str, Any]:
    told = {"name": work.title or short_name(work), "datePublished": str(work.year or ""), "url": work.url}
    doi = {"sameAs": f"https://doi.org/{work.doi}"} if work.doi else {}
    return {"@type": "CreativeWork"} | {name: value for name, value in told.items() if value} | doi


def _correction(notice: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": notice["text"], "dateCreated": notice["created"].isoformat()}
