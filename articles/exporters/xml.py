"""XML by hand: elements with text and children in one call, and only characters that XML has."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

# What XML 1.0 has no place for (production 2), escaped or not.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def child(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element to a parent. An attribute's "_" stands for "-", "__" for ":"; an empty one is left out."""
    named = {name.replace("__", ":").replace("_", "-"): writable(value) for name, value in attributes.items() if value}
    element = SubElement(parent, tag, named)
    element.text = writable(text) or None
    return element


def said(parent: Element, tag: str, text: str, **attributes: str) -> None:
    """Add an element to a parent where there is a text for it."""
    if text:
        child(parent, tag, text, **attributes)


def append(parent: Element, pieces: Iterable[str | Element]) -> None:
    """Add text and elements to a parent, in order, after what it holds."""
    for piece in pieces:
        if isinstance(piece, Element):
            parent.append(piece)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + writable(piece)
        else:
            parent.text = (parent.text or "") + writable(piece)
