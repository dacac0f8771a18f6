"""Markup to tags and the text between them, in one linear pass that reads as a browser does and that nothing can
mislead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_SPACE = " \t\n\f\r"
_MARK = re.compile(
    rf"<(?:(?P<comment>!--)|(?P<bogus>[!?]|/(?![a-zA-Z]))|(?P<slash>/?)(?P<name>[a-zA-Z][^{_SPACE}/>]*))"
)
_ATTRIBUTE = re.compile(
    rf"[{_SPACE}/]*([^{_SPACE}/>][^{_SPACE}/>=]*)"
    rf"(?:[{_SPACE}]*=[{_SPACE}]*(?:\"([^\"]*)\"|'([^']*)'|(?![\"'])([^{_SPACE}>]*)))?"
)
_TAG_END = re.compile(rf"([{_SPACE}/]*)>")
_COMMENT_END = re.compile(r"--!?>")
# What these hold is for machines: it is no text, and nothing in it is a tag.
_UNREAD = {name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE) for name in ("script", "style")}
_NEVER = -1


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its name and its attributes' names in lower case, their values as they are written, between no quotes."""

    name: str
    closing: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    self_closing: bool = False


def tokens(html: str) -> Iterator[str | Tag]:
    """Yield the tags of `html` and the text between them, in order, without comments, scripts and style sheets.

    After the tokenizer of the HTML standard (13.2.5), with one difference: what never ends is text, where a browser
    would
    drop all that follows. A text's "<" is a character like any other; its character references are left as they are.
    """
    last_end = html.rfind(">")
    endless: set[str] = set()
    done = position = 0
    while (mark := _MARK.search(html, position)) and mark.start() < last_end:
        tag, position = _markup(html, mark, endless)
        if position == _NEVER:
            break
        if position > mark.end() or tag:
            yield html[done : mark.start()]
            done = position
        if tag:
            yield tag
    yield html[done:]


def _markup(html: str, mark: re.Match[str], endless: set[str]) -> tuple[Tag | None, int]:
    """Return the tag that begins at `mark`, or None for what is no tag, and where to read on.

    `endless` remembers what was sought in vain, so that it is sought once.
    """
    if mark["comment"]:
        return None, _after(_COMMENT_END, html, mark.start() + 2, endless) or mark.end()
    if mark["bogus"]:
        return None, html.index(">", mark.end()) + 1
    attributes, position = _attributes(html, mark.end())
    ending = _TAG_END.match(html, position)
    if ending is None:
        return None, _NEVER
    tag = Tag(mark["name"].lower(), bool(mark["slash"]), attributes, ending[1].endswith("/"))
    if tag.name in _UNREAD and not tag.closing:
        end = _after(_UNREAD[tag.name], html, ending.end(), endless)
        return (None, html.find(">", end) + 1 or len(html)) if end else (None, ending.end())
    return tag, ending.end()


def _after(pattern: re.Pattern[str], html: str, position: int, endless: set[str]) -> int:
    """Return where the pattern's next match ends, or 0 where there is none."""
    match = None if pattern.pattern in endless else pattern.search(html, position)
    if match is None:
        endless.add(pattern.pattern)
    return match.end() if match else 0


def _attributes(html: str, position: int) -> tuple[dict[str, str], int]:
    """Return the attributes that begin at `position`, of two with one name the first, and where they end."""
    attributes: dict[str, str] = {}
    while match := _ATTRIBUTE.match(html, position):
        attributes.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
        position = match.end()
    return attributes, position
