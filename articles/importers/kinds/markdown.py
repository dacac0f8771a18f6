"""Markdown: CommonMark with tables, footnotes and front matter."""

import re
from html import escape
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from articles.importers import entry_lines, front_matter, markdown_marks
from articles.importers.assembly import imported
from articles.importers.bibliography import LABEL, NUMBER, number_of
from articles.importers.decoding import decode
from articles.importers.draft import LINE, Draft
from articles.importers.imported import Imported
from articles.importers.markers import MARKER
from articles.importers.registry import importer
from articles.importers.source_lines import with_lines
from articles.text.limits import MAX_ELEMENTS, limit

_CAPTION = re.compile(r"(?:table|tabelle|tableau|tabla) \d+\b", re.IGNORECASE)
_CAPTION_BELOW = re.compile(r"\A(?:Table)?:\s+")
# Hugo's front matter; the parser knows the YAML of the others.
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<fields>.*?)^\+\+\+[ \t]*$", re.DOTALL | re.MULTILINE)
# What Pandoc and others write behind a heading for machines: "{#growth .wide}", "{-}".
_ATTRIBUTES = re.compile(r"\s*\{[#.\-][^{}]*\}$")
_MARK = re.compile(r"\[\^([^\]\s]{1,64})\]")
# A line that is nothing but a command to the program that makes the page (Hugo, Jekyll).
_COMMAND = re.compile(r"(?:\{\{[<%].*?[%>]\}\}\s*|\{%.*?%\}\s*)+", re.DOTALL)
_WHY_COMMAND = "It is a command to the program that makes the page; it was dropped."


@importer(".md", ".markdown")
def markdown(data: bytes) -> Imported:
    """Return what a Markdown text holds. Raises Unreadable or TextTooLarge."""
    decoded = decode(data)
    # Each may open a link, and a link is an element: more than a text may hold of these need not be looked for.
    limit("brackets", decoded.text.count("["), MAX_ELEMENTS)
    toml = _TOML.match(decoded.text)
    # Blank lines in its place keep the count of lines.
    text = "\n" * toml.group().count("\n") + decoded.text[toml.end() :] if toml else decoded.text
    parser = _parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    notes = _Notes(parser, env, tokens)
    draft = Draft.of(
        parser.renderer.render(notes.marked_up(_captioned(tokens)), parser.options, env) + notes.appended()
    )
    draft.losses += decoded.losses
    if toml:
        front_matter.read(draft, toml["fields"], first_line=2, toml=True)
    elif tokens and tokens[0].type == "front_matter":
        front_matter.read(draft, tokens[0].content, first_line=2)
    for piece in draft.pieces():
        if piece.name == "p" and _COMMAND.fullmatch(piece.text):
            draft.lose(piece, _WHY_COMMAND)
    entry_lines.part(draft)
    return imported(draft, decoded.text)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, front_matter_plugin, deflist_plugin, tasklists_plugin):
        parser.use(plugin)
    # The plugin's last step drops the notes that nothing cites.
    parser.core.ruler.disable("footnote_tail")
    markdown_marks.use(parser)
    return parser


def _captioned(tokens: list[Token]) -> list[Token]:
    """Return the tokens with each caption moved into its table: a line like "Table 1: ..." right above it, or one that
    opens with a colon right below (Pandoc).
    """
    done: list[Token] = []
    for token in tokens:
        if token.type == "table_open":
            above = _paragraph(done, _CAPTION)
            done[len(done) - len(above) :] = [token, *_caption(above)]
            continue
        done.append(token)
        if token.type == "paragraph_close" and len(done) > 3 and done[-4].type == "table_close":
            below = _paragraph(done, _CAPTION_BELOW)
            end = done[-1 - len(below)]
            done[len(done) - len(below) - 1 :] = [*_caption(below), end] if below else [end]
    return done


def _paragraph(tokens: list[Token], opening: re.Pattern[str]) -> list[Token]:
    """Return the tokens of a paragraph that opens so, if the tokens end with one."""
    last = tokens[-3:]
    return last if last and last[-1].type == "paragraph_close" and opening.match(last[1].content) else []


def _caption(paragraph: list[Token]) -> list[Token]:
    """Return the tokens of a paragraph as those of a caption, without a colon that opens it."""
    for token in paragraph:
        token.tag = "caption" if token.tag == "p" else token.tag
        for child in (token.children or [])[:1]:
            child.content = _CAPTION_BELOW.sub("", child.content, count=1)
    return paragraph


class _Notes:
    """A text's footnotes: they become numbered entries, and their marks in the text markers with these numbers.

    A numeric label is the number; the other notes get the free numbers in their order in the file.
    """

    def __init__(self, parser: MarkdownIt, env: dict[str, Any], tokens: list[Token]) -> None:
        self.parser, self.env = parser, env
        self.inline = {at: note for at, note in env.get("footnotes", {}).get("list", {}).items() if "tokens" in note}
        labels = [token.meta["label"] for token in tokens if token.type == "footnote_reference_open"]
        labels += [f"^{at}" for at in self.inline]
        taken = {int(label) for label in labels if _is_number(label)} | _undefined(tokens)
        free = (number for number in range(1, len(labels) + len(taken) + 1) if number not in taken)
        self.numbers = {label: int(label) if _is_number(label) else next(free) for label in labels}

    def marked_up(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens with lines on the blocks, and the footnotes' tokens as HTML."""
        in_note = False
        for token in tokens:
            if token.map and token.nesting == 1:
                token.attrSet(LINE, str(token.map[0] + 1))
            if token.type == "html_block":
                token.content = _MARK.sub(self.marker_in_html, with_lines(token.content, (token.map or [0])[0] + 1))
            if token.type == "inline":
                _tidy(token)
            if token.type == "footnote_reference_open":
                in_note = True
                _become(token, self.opening(token.meta["label"], (token.map or [0])[0] + 1))
            elif token.type == "footnote_reference_close":
                in_note = False
                _become(token, "</p>")
            elif in_note and token.type in {"paragraph_open", "paragraph_close"}:
                token.hidden = True
            for child in token.children or []:
                if child.type == "footnote_ref":
                    _become(child, self.marker(child.meta.get("label") or f"^{child.meta.get('id')}"))
        return tokens

    def marker(self, label: str) -> str:
        number = self.numbers.get(label, label)
        return f'<sup {MARKER}="{number}">{number}</sup>'

    def marker_in_html(self, match: re.Match[str]) -> str:
        """Return the marker for a mark in a block of HTML, which the parser leaves alone, if it has a footnote."""
        return self.marker(match[1]) if match[1] in self.numbers else match[0]

    def opening(self, label: str, line: int | None = None) -> str:
        named = "" if label.startswith("^") else label
        at = f' {LINE}="{line}"' if line else ""
        return f'<p {LABEL}="{escape(named)}" {NUMBER}="{self.numbers[label]}"{at}>'

    def appended(self) -> str:
        """Return the notes that stand in the text itself (`^[note]`) as entries."""
        paragraphs = (
            (at, Token("inline", "", 0, children=note["tokens"], content=note["content"]))
            for at, note in self.inline.items()
        )
        render = self.parser.renderer.render
        return "".join(
            f"{self.opening(f'^{at}')}{render([paragraph], self.parser.options, self.env)}</p>"
            for at, paragraph in paragraphs
        )


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdigit() and 0 < int(label) < 1000 if len(label) < 4 else False


def _undefined(tokens: list[Token]) -> set[int]:
    """Return the numbers of the marks in the text."""
    labels = (
        child.meta.get("label") or ""
        for token in tokens
        for child in token.children or []
        if child.type == "footnote_ref"
    )
    return {int(label) for label in labels if _is_number(label)}


def _become(token: Token, html: str) -> None:
    token.type, token.tag, token.content = "html_inline", "", html


def _tidy(inline: Token) -> None:
    """Cut what is for machines from the end of a text, and end the line before each numbered line of it."""
    children = inline.children or []
    for child in children[-1:]:
        child.content = _ATTRIBUTES.sub("", child.content)
    for child, after in pairwise(children):
        if child.type == "softbreak" and number_of(after.content) is not None:
            child.type = "hardbreak"
