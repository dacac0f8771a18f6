"""Runs of text for a PDF: the markup that ReportLab's paragraphs understand, each character in a letter that has it."""

from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from selectolax.lexbor import LexborNode

from articles.exporters.published import Published
from articles.exporters.tree import TEXT, folded, is_citation, marks

SERIF, CODE, OTHER = "SourceSerif4", "DejaVuSansMono", "DejaVuSans"
_FOLDER = Path(__file__).parent / "fonts"
_FACES = {SERIF: "Regular", f"{SERIF}-Bold": "Bold", f"{SERIF}-Italic": "It", f"{SERIF}-BoldItalic": "BoldIt"}
_TAGS = {"em": "i", "cite": "i", "strong": "b", "sub": "sub", "sup": "super"}
# No letter shows these; a font without them would show a box.
_UNSEEN = dict.fromkeys([*range(0x20), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0F, 0xFEFF])
_ADDRESS = ("http://", "https://", "mailto:")


@cache
def fonts() -> None:
    """Make the letters known to ReportLab, once."""
    for name, face in _FACES.items():
        pdfmetrics.registerFont(TTFont(name, _FOLDER / f"{SERIF}-{face}.ttf"))
    for name in (CODE, OTHER):
        pdfmetrics.registerFont(TTFont(name, _FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFontFamily(SERIF, *_FACES)
    for name in (CODE, OTHER):
        pdfmetrics.registerFontFamily(name, name, name, name, name)


def lettered(text: str, font: str = SERIF) -> str:
    """Return plain text as paragraph markup; what the font lacks is set in another that has most letters there are."""
    runs = groupby(text.translate(_UNSEEN), key=_has(font))
    return "".join(
        escape("".join(run)) if held else f'<font name="{OTHER}">{escape("".join(run))}</font>' for held, run in runs
    )


def unshown(text: str) -> str:
    """Return the characters of a text that none of the fonts has, each once."""
    held = [_has(SERIF), _has(OTHER)]
    return "".join(sign for sign in dict.fromkeys(text.translate(_UNSEEN)) if not any(has(sign) for has in held))


def _has(font: str) -> Callable[[str], bool]:
    held = pdfmetrics.getFont(font).face.charToGlyph
    return lambda letter: ord(letter) in held or letter.isspace()


def inline(edition: Published, nodes: Iterable[LexborNode]) -> str:
    """Return a run of nodes as paragraph markup."""
    return "".join(_one(edition, node) for node in nodes)


def _one(edition: Published, node: LexborNode) -> str:
    if node.tag == TEXT:
        return lettered(folded(node.text(deep=False)))
    if is_citation(node):
        return _marker(edition, node)
    if node.tag == "br":
        return "<br/>"
    if node.tag == "code":
        code = lettered(" ".join(node.text(deep=True).split()), CODE)
        return f'<font name="{CODE}" size="-1">{code}</font>'
    content = inline(edition, node.iter(include_text=True))
    if node.tag == "a":
        return link(content, edition.absolute(node.attributes.get("href") or ""))
    tag = _TAGS.get(node.tag or "")
    return f"<{tag}>{content}</{tag}>" if tag and content.strip() else content


def link(content: str, address: str) -> str:
    """Return content as a link; anything but a web or mail address is no link on paper."""
    if not content.strip() or not address.lower().startswith(_ADDRESS):
        return content
    return f'<a href="{escape(address)}" color="#0A5688">{content}</a>'


def _marker(edition: Published, cite: LexborNode) -> str:
    """Return a marker: each number leads to its reference; where in the work stands in small letters beside it."""
    shown = (
        f'<a href="#ref-{mark.number}" color="#0A5688">{mark.number}</a>'
        + (f" ({lettered(mark.locator)})" if mark.locator else "")
        for mark in marks(edition, cite)
    )
    text = ", ".join(shown)
    return f"<super>{text}</super>" if text else ""
