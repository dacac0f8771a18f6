"""Markdown: an edition as CommonMark with tables, footnotes and front matter, which our importer reads back."""

from collections.abc import Iterator

import yaml

from articles.exporters import markdown_blocks, markdown_text
from articles.exporters.published import Published
from articles.exporters.registry import exporter
from articles.exporters.tree import body_of
from references.csl import SourceData
from references.entry import plain


@exporter("Markdown", "md", "text/markdown; charset=utf-8; variant=CommonMark")
def markdown(edition: Published) -> bytes:
    """Return an edition as Markdown in UTF-8: front matter, title, notices, text, and its references as footnotes."""
    parts = [
        _front_matter(edition),
        f"# {markdown_text.escaped(edition.full_title)}",
        *(markdown_blocks.quoted(notice) for notice in _notices(edition)),
        *markdown_blocks.blocks(edition, body_of(edition.body)),
        *_notes(edition),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _front_matter(edition: Published) -> str:
    said = {
        "title": edition.full_title,
        "description": edition.standfirst,
        "lang": edition.language,
        "authors": [credit.name for credit in edition.credits if credit.role == "author"],
        "topics": list(edition.topics),
        "disclosure": [
            credit.disclosure for credit in edition.credits if credit.role == "author" and credit.disclosure
        ],
        "date": edition.first_day,
        "updated": edition.day,
        "edition": edition.number,
        "publication": edition.magazine,
        "url": edition.address,
    }
    known = {name: value for name, value in said.items() if value}
    return f"---\n{yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)}---"


def _notices(edition: Published) -> Iterator[str]:
    for notice in edition.notices:
        text = markdown_text.escaped(" ".join(notice.text.split()))
        yield f"**{notice.head}:** {text}"


def _notes(edition: Published) -> list[str]:
    return [
        f"[^{number}]: " + "; ".join(map(_entry, works)) for number, works in enumerate(edition.references, start=1)
    ]


def _entry(work: SourceData) -> str:
    """Return a work as it is printed on the page."""
    return markdown_text.inline(None, body_of(plain(work)))
