"""The details at a reference's end: date, volume, issue, pages, edition. They are read backwards until words begin."""

import re
from typing import NamedTuple

from references.csl import Date
from references.formats.raw import dates

_RANGE = r"[A-Za-z]{0,2}\d+[A-Za-z]?(?:\s*[-–—−‐‑]+\s*[A-Za-z]{0,2}\d+[A-Za-z]?)?"
_PAIR = r"[A-Za-z]{0,2}\d+[A-Za-z]?\s*[-–—−‐‑]+\s*[A-Za-z]{0,2}\d+[A-Za-z]?"
# A year behind a comma is no page, nor is one before a colon a volume.
_NO_YEAR = rf"(?!{dates.YEAR}[\s,.;:)\]]*(?:$|[:,]))"
_BEFORE = r"(?:^|(?<=[\s,.;:(\]]))"
_AFTER = r"[\s,.;:)\]]*$"
_LIST = rf"(?:,\s*{_NO_YEAR}{_RANGE})*"

# What may stand last, each with the fields that its groups fill. The order matters: what has a label goes first.
_LAST = tuple(
    re.compile(rf"{_BEFORE}(?:{expression}){_AFTER}", re.I)
    for expression in (
        rf"(?:pp?\.|pp?(?=\s?\d)|pages?|pgs?\.?|S\.|Seiten?|с\.)[\s:]*(?P<page>{_RANGE}{_LIST})\+?",
        rf"(?<!\d\s)(?P<volume_3>\d+[A-Za-z]?|[IVXLC]+)\s*\(\s*(?:no\.?\s*)?(?P<issue_3>(?![^)]*(?<!\d){dates.YEAR}\s*\))[\w\s.,/–-]{{1,20}}?)\s*\)(?:\s*[:,]\s*(?:pp?\.\s*)?(?P<page_3>{_NO_YEAR}{_RANGE}{_LIST}))?",
        r"(?P<count>\d+)\s*(?:pp?\.?|pages?|S\.)",
        rf"(?:art(?:icle|\.)?\s*(?:no\.?|number)?|paper|e-?location)\s*:?\s*(?P<page_2>{_RANGE})",
        r"(?:vol(?:ume|s?\.)?-?|v\.|Bd\.?|Band|t\.|том)\s*(?P<volume>\d+[A-Za-z]?|[IVXLC]+)\s*\(\s*(?:no\.?\s*)?(?P<issue>[\w\s./–-]{1,20}?)\s*\)",
        r"(?:vol(?:ume|s?\.)?-?|v\.|Bd\.?|Band|t\.|том)\s*(?P<volume_2>\d+[A-Za-z]?|[IVXLC]+)",
        r"(?:(?:no|nr|num|issue|iss|núm|№|Heft|H)\.?|n[°º.]|n\s?°)[\s:]*(?P<issue_2>\d+[\w/–-]*)",
        rf"{_NO_YEAR}(?P<volume_4>\d{{1,4}})(?P<issue_4>[./]\d+)?\s*[:,]\s*(?P<page_4>{_NO_YEAR}{_RANGE})",
        rf"(?:(?:recorded|published|posted|updated|presented|issued|broadcast)(?:\s+on)?:?\s+)?[(\[]?(?P<date>{dates.DATE})[)\]]?",
        r"[(\[]?(?P<word>n\.\s?d\.|in press|to appear|forthcoming|undated|s\.\s?a\.)[)\]]?",
        rf"(?P<page_5>{_PAIR})",
        rf"[(\[]?(?P<date_2>{dates.DATE})[)\]]?[.,;:]\s*(?P<volume_5>\d{{1,4}}[A-Za-z]?)",
        r"\((?P<issue_5>\d{1,3}(?:[-–/]\d{1,3})?)\)",
    )
)
# A bare number is a volume only where the pages or the issue were read behind it.
_BARE_VOLUME = re.compile(
    rf"(?<=[\w.,)])[\s,]\s*(?P<volume>\d{{1,4}}[A-Za-z]?|[IVXLC]+)(?:(?:\.|,\s)(?P<issue>\d{{1,3}}))?{_AFTER}"
)
_BARE_PAGE = re.compile(rf"(?<=[:,])\s*(?P<page>[A-Za-z]?\d+){_AFTER}")
_EDITION = re.compile(
    r"[,.;(]\s*(?P<edition>(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|revised|rev\.|updated)\s+(?:rev(?:ised|\.)\s+)?"
    r"(?:edition|edn?\.?|Aufl(?:age|\.))|\d+\.\s+Aufl(?:age|\.))\)?(?=$|[\s,.;:)])[,.;]?",
    re.I,
)


class Details(NamedTuple):
    """What stood at the end of a text, and the text before it."""

    head: str
    issued: Date | None
    volume: str
    issue: str
    page: str


def read(text: str) -> Details:
    """Take the details off the end of a text, the last first, until what stands there is none.

    Where two pieces could be the same field, the one further to the left wins only if the field is still empty.
    """
    found: dict[str, str] = {}
    head = text
    while head:
        match = _last(head, found)
        if not match:
            break
        for name, value in match.groupdict().items():
            if value:
                found.setdefault(name.split("_")[0], value)
        head = head[: match.start()]
    return Details(
        head=head.rstrip(" ,;:("),
        issued=dates.read(found.get("date", "")),
        volume=found.get("volume", ""),
        issue=found.get("issue", "").lstrip("./").strip(),
        page=_page(found.get("page", "")),
    )


def without_edition(text: str) -> tuple[str, str]:
    """Return a text without its edition ("3rd ed."), and the edition as CSL has it: the number where it has one."""
    match = _EDITION.search(text)
    if not match:
        return text, ""
    number = re.match(r"\d+", match["edition"])
    end = "." if match[0].rstrip(",;").endswith((".", ")")) or match[0][0] == "." else match[0][-1]
    return f"{text[: match.start()]}{end if end in '.,;' else ''}{text[match.end() :]}", number[0] if number else match[
        "edition"
    ]


def _last(head: str, found: dict[str, str]) -> re.Match[str] | None:
    for pattern in _LAST:
        match = pattern.search(head, max(0, len(head) - 60))
        if match and not any(value and name.split("_")[0] in found for name, value in match.groupdict().items()):
            return match
    if "volume" not in found and ("page" in found or "issue" in found) and "date" in found:
        match = _BARE_VOLUME.search(head, max(0, len(head) - 60))
        return match if match and not ("issue" in found and match["issue"]) else None
    if "page" not in found and "volume" not in found and "date" not in found:
        return _BARE_PAGE.search(head, max(0, len(head) - 20))
    return None


def _page(text: str) -> str:
    """Return pages with a plain hyphen, as CSL-JSON has them, and a shortened last page as it stands."""
    return re.sub(r"\s*[-–—−‐‑]+\s*", "-", text)
