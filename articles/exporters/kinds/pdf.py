"""PDF: an edition on A4 pages, to print and to keep."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from articles.exporters import pdf_blocks as set_as
from articles.exporters.pdf_text import SERIF, fonts, inline, lettered, link, unshown
from articles.exporters.published import NONE_DECLARED, Published, spoken
from articles.exporters.registry import exporter
from articles.exporters.tree import body_of
from references.entry import plain

_MARGIN = 25 * mm
_ENTRY = ParagraphStyle("entry", set_as.SMALL, leftIndent=24, bulletFontName=SERIF, bulletFontSize=9)
_MISSING = "Some letters of this text are in none of the fonts of this file. The page at the address below shows them."


@exporter("PDF", "pdf", "application/pdf")
def pdf(edition: Published) -> bytes:
    """Return an edition as a PDF. The same edition gives the same bytes: no time of making stands in it."""
    fonts()
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=A4,
        title=edition.full_title,
        author=", ".join(credit.name for credit in edition.credits if credit.role == "author"),
        subject=edition.standfirst,
        creator=edition.magazine,
        lang=edition.language,
        invariant=True,
    )
    frame = Frame(_MARGIN, _MARGIN, A4[0] - 2 * _MARGIN, A4[1] - 2 * _MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=partial(_foot, edition)))
    document.build(list(_story(edition)))
    return file.getvalue()


def _foot(edition: Published, canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont(SERIF, 8)
    canvas.setFillColor(set_as.META)
    canvas.drawString(_MARGIN, 14 * mm, edition.address)
    canvas.drawRightString(A4[0] - _MARGIN, 14 * mm, str(document.page))
    canvas.restoreState()


def _story(edition: Published) -> Iterator[Flowable]:
    yield Paragraph(lettered(" › ".join([edition.magazine, *edition.topics])), set_as.SMALL)
    yield Paragraph(lettered(edition.full_title), set_as.TITLE)
    if edition.standfirst:
        yield Paragraph(lettered(edition.standfirst), set_as.LEAD)
    for line in _imprint(edition):
        yield Paragraph(line, set_as.SMALL)
    for notice in edition.notices:
        yield Paragraph(f"<b>{notice.head}:</b> {lettered(notice.text)}", set_as.TEXT_STYLE)
    yield from set_as.blocks(edition, body_of(edition.body))
    yield from _references(edition)
    yield from _people(edition)
    yield from _unshown(edition)


def _imprint(edition: Published) -> Iterator[str]:
    for role in dict.fromkeys(credit.role for credit in edition.credits):
        names = ", ".join(credit.name for credit in edition.credits if credit.role == role)
        yield lettered(f"By {names}" if role == "author" else f"{role.capitalize()}: {names}")
    updated = f" · Updated {spoken(edition.day)}" if edition.day != edition.first_day else ""
    yield lettered(f"Published {spoken(edition.first_day)}{updated} · Edition {edition.number}")
    yield link(lettered(edition.address), edition.address)


def _references(edition: Published) -> Iterator[Flowable]:
    if not edition.references:
        return
    yield Paragraph("References", set_as.HEADING["h2"])
    entries = ["; ".join(map(plain, works)) for works in edition.references]
    for number, entry in enumerate(entries, start=1):
        text = inline(edition, body_of(entry).iter(include_text=True))
        yield Paragraph(f'<a name="ref-{number}"/>{text}', _ENTRY, bulletText=f"{number}.")


def _people(edition: Published) -> Iterator[Flowable]:
    if edition.credits:
        yield Paragraph("About the contributors", set_as.HEADING["h2"])
    for credit in edition.credits:
        told = ", ".join(filter(None, (credit.name, credit.credentials, credit.affiliation)))
        yield Paragraph(lettered(f"{told} ({credit.role})"), set_as.LABEL)
        if credit.orcid:
            yield Paragraph(link(lettered(credit.orcid_address), credit.orcid_address), set_as.SMALL)
        if credit.bio:
            yield from set_as.blocks(edition, body_of(credit.bio), set_as.SMALL)
        yield Paragraph(lettered(f"Disclosure: {credit.disclosure or NONE_DECLARED}"), set_as.SMALL)


def _unshown(edition: Published) -> Iterator[Flowable]:
    """Yield what is to be said where a letter of the text is in none of the fonts: a box stands in its place."""
    texts = [edition.full_title, edition.standfirst, body_of(edition.body).text(deep=True)]
    texts += [body_of(plain(work)).text(deep=True) for work in edition.sources]
    if unshown("".join(texts)):
        yield Paragraph(_MISSING, set_as.SMALL)
