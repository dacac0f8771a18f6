"""Identifiers of works and people: each normalised to one form, and found in running text."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from stdnum import isbn as stdnum_isbn
from stdnum import isni as stdnum_isni
from stdnum import issn as stdnum_issn

# Query parameters that say how a reader came to a page, never which page it is.
_TRACKER = re.compile(
    r"utm_\w+|mc_[ce]id|_h(sen|smi)c?|(fb|g|dcl|ms|y|tw)cl(id|src)|gbraid|wbraid|igshid|_ga|oly_\w+_id", re.I
)
# Sentence ends and closing quotes that running text puts after an identifier.
_TRAILING = ".,;:!?'\"’”»›…"
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}

_DOI = re.compile(r"10\.\d{4,9}(\.\d+)*/\S+")
_DOI_PREFIX = re.compile(r"(https?://)?(dx\.)?doi\.org/|doi\s*[:=]?\s*", re.I)
# The old scheme names an archive (math.GT/0309136), the new one, since 2007, a month (0704.0001).
_ARXIV = re.compile(r"(\d{2}(0[1-9]|1[0-2])\.\d{4,5}|[a-z][a-z-]+(\.[A-Z]{2})?/\d{2}(0[1-9]|1[0-2])\d{3})(v\d+)?")
_ARXIV_PREFIX = re.compile(r"(https?://)?(www\.)?arxiv\.org/(abs|pdf)/|arxiv\s*:\s*", re.I)


class Identifier(NamedTuple):
    """An identifier in a text: its kind (`doi pmid pmcid isbn issn arxiv orcid url`), its normal form, and its place.

    The half-open range of code points includes its label ("doi:", "PMID").
    """

    kind: str
    value: str
    start: int
    end: int


def doi(text: str) -> str:
    """Return a DOI in lower case without resolver or label, or "". DOIs ignore case (DOI Handbook 3.4)."""
    name = _DOI_PREFIX.sub("", text.strip(), count=1)
    if "%" in name and text.strip().lower().startswith("http"):
        name = unquote(name)
    name = _trimmed(name).lower()
    return name if _DOI.fullmatch(name) else ""


def pmid(text: str) -> str:
    """Return a PubMed identifier, one to eight digits without leading zeros, or ""."""
    match = re.fullmatch(
        r"((?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|pmid\s*:?\s*)?0*([1-9]\d{0,7})/?",
        text.strip(),
        re.I | re.A,
    )
    return match[2] if match else ""


def pmcid(text: str) -> str:
    """Return a PubMed Central identifier as `PMC8249239`, without a version, or "". A bare number is taken for one."""
    match = re.fullmatch(
        r"(?:(?:https?://)?(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/|pmcid\s*:?\s*)?"
        r"(?:PMC)?0*([1-9]\d{0,8})(?:\.\d+)?/?",
        text.strip(),
        re.I | re.A,
    )
    return f"PMC{match[1]}" if match else ""


def isbn(text: str) -> str:
    """Return an ISBN as 13 digits (ISBN-10 is converted), or "" where it is none or its check digit is wrong."""
    number = re.sub(r"^\s*(urn:)?isbn(-1[03])?\s*:?\s*", "", text, flags=re.I)
    return str(stdnum_isbn.compact(number, convert=True)) if stdnum_isbn.is_valid(number) else ""


def issn(text: str) -> str:
    """Return an ISSN as `1234-567X`, or "" where it is none or its check digit is wrong."""
    number = re.sub(r"^\s*(e-?|p-?|urn:)?issn(-l)?\s*:?\s*", "", text, flags=re.I)
    return str(stdnum_issn.format(number)) if stdnum_issn.is_valid(number) else ""


def arxiv(text: str) -> str:
    """Return an arXiv identifier with its version where it has one (`2101.00001v2`, `math.GT/0309136`), or ""."""
    name = re.sub(r"(\.pdf|\s*\[[\w.-]+\])$", "", _ARXIV_PREFIX.sub("", text.strip(), count=1))
    return name if _ARXIV.fullmatch(name) else ""


def orcid(text: str) -> str:
    """Return an ORCID as `0000-0002-1825-0097`, or "" where it is none or its check digit is wrong (ISO 7064, 11-2)."""
    number = re.sub(r"^\s*(https?://(www\.)?orcid\.org/|orcid\s*:?\s*)", "", text, flags=re.I).strip()
    if not re.fullmatch(r"(\d{4}-?){3}\d{3}[\dX]", number, re.I | re.A) or not stdnum_isni.is_valid(number):
        return ""
    return str(stdnum_isni.format(number)).replace(" ", "-")


def url(text: str) -> str:
    """Return an http(s) address with its host in lower case and without trackers or default port, or "".

    `www.` alone is read as https. Path, case of the path and order of the query stay: a server may tell them apart.
    A fragment stays too, for it may be the page (`#!/item/3`), but not a text directive (`#:~:text=`).
    """
    address = text.strip()
    if address.lower().startswith("www."):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not _is_host(host) or re.search(r"[\s<>\"\x00-\x1f]", address):
        return ""
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    fragment = parts.fragment.split(":~:")[0]
    return urlunsplit((parts.scheme, host, parts.path or "/", _untracked(parts.query), fragment))


def find(text: str) -> tuple[Identifier, ...]:
    """Return the identifiers in running text, in order and never overlapping; what a check digit refutes is left out.

    A DOI, PubMed or arXiv address counts as that, not as a URL. PMID, ISBN and ISSN are known by their label.
    """
    found: list[Identifier] = []
    for kind, pattern, normalise in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.start(), match.start() + len(_trimmed(match[0]))
            value = normalise(match["id"][: len(match["id"]) - (match.end() - end)])
            if value and not any(start < other.end and other.start < end for other in found):
                found.append(Identifier(kind, value, start, end))
    return tuple(sorted(found, key=lambda identifier: identifier.start))


def _trimmed(text: str) -> str:
    """Return the text without the sentence's own punctuation at its end: stops, quotes, brackets not opened in it."""
    while text and (text[-1] in _TRAILING or _closes_nothing(text)):
        text = text[:-1]
    return text


def _closes_nothing(text: str) -> bool:
    opening = _BRACKETS.get(text[-1])
    return opening is not None and text.count(text[-1]) > text.count(opening)


def _is_host(host: str) -> bool:
    return bool(re.fullmatch(r"([\w-]+\.)+[^\W\d_][\w-]+\.?|localhost|\d+(\.\d+){3}|[0-9a-f:]+", host))


def _untracked(query: str) -> str:
    """Return the query without trackers; one that has none is left exactly as it is written."""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKER.fullmatch(pair[0])]
    return query if len(kept) == len(pairs) else urlencode(kept)


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.I | re.X)


# In this order: an address that holds a DOI or a PubMed number is that, and only what is left is a plain URL.
_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    (
        "doi",
        _pattern(
            r"(?<![\w/.]) (?:(?:https?://)?(?:dx\.)?doi\.org/ | doi\s*[:=]?\s*)*"
            r"(?P<id>10\.\d{4,9}(?:\.\d+)*/(?:[^\s<>\"“”]|<\d[^\s<>]*>)+)"
        ),
        doi,
    ),
    (
        "pmcid",
        _pattern(
            r"(?:https?://\S*?/pmc/articles/ | https?://pmc\.\S+?/articles/ | pmcid\s*:?\s* | \b)"
            r"(?P<id>PMC\d{4,9}\b)(?:\.\d+)?/?"
        ),
        pmcid,
    ),
    (
        "pmid",
        _pattern(
            r"(?:https?://pubmed\.ncbi\.nlm\.nih\.gov/ | https?://(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/ |"
            r" \bpmid\s*:?\s*)"
            r"(?P<id>\d{1,8}\b/?)"
        ),
        pmid,
    ),
    (
        "arxiv",
        _pattern(
            r"(?:https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/ | \barxiv\s*:\s*)"
            r"(?P<id>[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)? | \d{4}\.\d{4,5}(?:v\d+)?)"
        ),
        arxiv,
    ),
    (
        "orcid",
        _pattern(
            r"(?:https?://(?:www\.)?orcid\.org/ | \borcid\s*:?\s*)?(?<![\d-])(?P<id>(?:\d{4}-){3}\d{3}[\dX])(?![\d-])"
        ),
        orcid,
    ),
    ("isbn", _pattern(r"\bisbn(?:-?1[03])?\s*:?\s*(?P<id>(?:97[89][-\ ]?)?(?:\d[-\ ]?){9}[\dX]\b)"), isbn),
    ("issn", _pattern(r"\b[ep]?-?issn(?:-l)?\s*:?\s*(?P<id>\d{4}-?\d{3}[\dX]\b)"), issn),
    ("url", _pattern(r"(?P<id>(?:\bhttps?://|\bwww\.)[^\s<>\"“”]+)"), url),
)
