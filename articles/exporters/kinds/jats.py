"""JATS: an edition in the XML that archives and libraries take (Archiving 1.1, ANSI/NISO Z39.96-2015)."""

from datetime import date
from xml.etree.ElementTree import Element, tostring

from articles.exporters import jats_body, jats_references
from articles.exporters.published import NONE_DECLARED, Credit, Published
from articles.exporters.registry import exporter
from articles.exporters.tree import body_of
from articles.exporters.xml import child, said

# Archiving, for Publishing asks for an ISSN, which not every magazine has, and for names that are taken apart.
_DOCTYPE = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.1 20151215//EN" '
    '"https://jats.nlm.nih.gov/archiving/1.1/JATS-archivearticle1.dtd">'
)


@exporter("JATS XML", "xml", "application/xml; charset=utf-8")
def jats(edition: Published) -> bytes:
    """Return an edition as a JATS article in UTF-8."""
    namespace = {"xmlns:xlink": "http://www.w3.org/1999/xlink"}
    kind = "retraction" if edition.retracted else "other"
    article = Element("article", namespace | {"article-type": kind, "dtd-version": "1.1", "xml:lang": edition.language})
    front = child(article, "front")
    _journal(front, edition)
    _meta(child(front, "article-meta"), edition)
    jats_body.fill(edition, child(article, "body"), body_of(edition.body))
    back = child(article, "back")
    jats_references.add(back, edition)
    for notice in edition.notices:
        note = child(back, "notes", notes_type=notice.kind)
        child(note, "title", notice.head)
        child(note, "p", notice.text)
    text = tostring(article, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_DOCTYPE}\n{text}\n'.encode()


def _journal(front: Element, edition: Published) -> None:
    journal = child(front, "journal-meta")
    child(journal, "journal-id", edition.home, journal_id_type="publisher-id")
    child(child(journal, "journal-title-group"), "journal-title", edition.magazine)
    child(child(journal, "publisher"), "publisher-name", edition.magazine)


def _meta(meta: Element, edition: Published) -> None:
    child(meta, "article-id", edition.slug, pub_id_type="publisher-id")
    if edition.topics:
        group = child(child(meta, "article-categories"), "subj-group", subj_group_type="topic")
        for topic in edition.topics:
            child(group, "subject", topic)
    child(child(meta, "title-group"), "article-title", edition.full_title)
    if edition.credits:
        group = child(meta, "contrib-group")
        for credit in edition.credits:
            _credit(group, edition, credit)
    _disclosures(meta, edition)
    _date(meta, "pub-date", "pub", edition.first_day)
    if edition.day != edition.first_day:
        _date(child(meta, "history"), "date", "corrected", edition.day)
    child(meta, "self-uri", xlink__href=edition.address)
    if edition.standfirst:
        child(child(meta, "abstract", abstract_type="teaser"), "p", edition.standfirst)
    custom = child(child(meta, "custom-meta-group"), "custom-meta")
    child(custom, "meta-name", "edition")
    child(custom, "meta-value", str(edition.number))


def _credit(group: Element, edition: Published, credit: Credit) -> None:
    contrib = child(group, "contrib", contrib_type=credit.role)
    said(contrib, "contrib-id", credit.orcid_address, contrib_id_type="orcid")
    child(contrib, "string-name", credit.name)
    said(contrib, "degrees", credit.credentials)
    said(contrib, "role", credit.role)
    if credit.bio:
        jats_body.paragraphs(edition, child(contrib, "bio"), body_of(credit.bio))
    said(contrib, "aff", credit.affiliation)


def _disclosures(meta: Element, edition: Published) -> None:
    """Add what the contributors disclosed; "None declared." where one said nothing, as the page has it."""
    if not edition.credits:
        return
    notes = child(meta, "author-notes")
    for credit in edition.credits:
        disclosed = f"{credit.name}: {credit.disclosure or NONE_DECLARED}"
        child(child(notes, "fn", fn_type="conflict"), "p", disclosed)


def _date(parent: Element, tag: str, kind: str, day: date) -> None:
    named = {"date_type": kind, "iso_8601_date": day.isoformat()}
    made = child(parent, tag, **(named | {"publication_format": "electronic"} if tag == "pub-date" else named))
    child(made, "day", f"{day.day:02}")
    child(made, "month", f"{day.month:02}")
    child(made, "year", str(day.year))
