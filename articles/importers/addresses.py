"""Addresses: where the links in a reference lead, which its words do not say."""

import re

from selectolax.lexbor import LexborNode

from articles.importers.draft import text_of

_ADDRESS = re.compile(r"https?://|\bwww\.|\bdoi\b", re.IGNORECASE)
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\S+", re.IGNORECASE)


def with_addresses(node: LexborNode, text: str) -> str:
    """Return a reference's text with the address that its links give: a DOI's, else that of the link with the longest
    words, which is the title's. A text that has an address gets no other.
    """
    if _ADDRESS.search(text):
        return text
    links = [(link.attributes.get("href") or "", text_of(link)) for link in node.css('a[href^="http"]')]
    dois = [address for address, _ in links if _DOI.fullmatch(address)]
    longest = max(links, key=lambda link: len(link[1]), default=("", ""))
    address = next(iter(dois), longest[0])
    return f"{text} {address}" if address and not re.search(r"\s", address) else text
