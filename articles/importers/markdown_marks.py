"""Markdown marks: what cites in Markdown besides footnotes, as inline rules of the parser."""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from references.csl import KEY_PATTERN

# Between words "*2" would open emphasis.
_STAR = re.compile(r"\*\d{1,3}(?:,\*\d{1,3})*(?![\d*])")
_UNDEFINED = re.compile(r"\[\^(\d{1,3})\]")
# Pandoc's citations: "[see @brown2011, p. 4; @derksen2012]". What refers to a figure or table is none.
_CITED = re.compile(r"\[([^\[\]@\n]{0,40}-?@[^\[\]]{1,300})\](?![(\[])")
_CITED_WORK = re.compile(
    r"(?:[^@]*\s)?-?@\{?(?!(?:fig|tbl|eq|sec|lst):)([\w:.#$%&+?~/-]*\w)\}?(?:,\s*(.*))?", re.DOTALL
)
_KEY = re.compile(KEY_PATTERN)


def use(parser: MarkdownIt) -> None:
    """Teach a parser the marks: typed stars, marks of footnotes that are not there, citations by key."""
    parser.inline.ruler.before("emphasis", "typed_star", _typed_star)
    parser.inline.ruler.after("footnote_ref", "undefined_note", _undefined_note)
    parser.inline.ruler.before("link", "citation_by_key", _citation_by_key)


def _typed_star(state: StateInline, silent: bool) -> bool:
    """Keep a typed marker as text where it follows a word or a stop."""
    match = _STAR.match(state.src, state.pos)
    if match is None or not state.pos or state.src[state.pos - 1].isspace() or state.src[state.pos - 1] == "*":
        return False
    if not silent:
        state.pending += match.group()
    state.pos = match.end()
    return True


def _undefined_note(state: StateInline, silent: bool) -> bool:
    """Make a marker of a footnote's number that no footnote has."""
    match = _UNDEFINED.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": match[1]}
    state.pos = match.end()
    return True


def _citation_by_key(state: StateInline, silent: bool) -> bool:
    """Make a citation of the works that are named by their keys. Their list is in another file: the checks say so."""
    match = _CITED.match(state.src, state.pos)
    works = [_CITED_WORK.fullmatch(part.strip()) for part in match[1].split(";")] if match else []
    keys = [re.sub(r"[^a-z0-9]+", "-", work[1].lower()) for work in works if work]
    if match is None or len(keys) < len(works) or not all(map(_KEY.fullmatch, keys)):
        return False
    if not silent:
        locators = "|".join((work[2] or "").replace("|", " ").strip() for work in works if work)
        attributes = f'data-ref="{" ".join(keys)}" data-locator="{escape(locators)}"'
        state.push("html_inline", "", 0).content = f'<cite class="cit" {attributes}>{"; ".join(keys)}</cite>'
    state.pos = match.end()
    return True
