"""The one door for markup: whatever is written passes through clean()."""

import re
from collections.abc import Iterable, Iterator

import nh3

from articles.text.limits import TextTooLarge, check_size, check_tags
from articles.text.tags import Tag, tokens
from references.csl import KEY_PATTERN

__all__ = ["TextTooLarge", "check_limits", "clean", "storable"]

TAGS = frozenset(
    "p h2 h3 h4 ul ol li blockquote table figure img figcaption strong em sub sup abbr code pre a hr br aside caption "
    "thead tbody tr th td cite".split()
)
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "aside": {"class"},
    "cite": {"class", "data-ref", "data-locator"},
    "img": {"src", "alt", "title", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
CALLOUTS = frozenset({"promo", "note", "key-points"})
VALUES = {
    ("aside", "class"): re.compile("|".join(sorted(CALLOUTS))),
    ("cite", "class"): re.compile("cit"),
    ("cite", "data-ref"): re.compile(rf"{KEY_PATTERN}(?: {KEY_PATTERN})*"),
    ("th", "scope"): re.compile("row|col|rowgroup|colgroup"),
}
NUMERIC = frozenset({"width", "height", "colspan", "rowspan"})

# Elements of other people's markup that stand for one of ours.
RENAMED = {
    "b": "strong", "i": "em", "tt": "code", "kbd": "code", "samp": "code", "h1": "h2", "h5": "h4", "h6": "h4",
    "tfoot": "tbody", "image": "img", "xmp": "pre", "listing": "pre", "plaintext": "pre",
}  # fmt: skip
# Elements of other people's markup around whose text a reader sees a gap: what follows one is a paragraph of its own.
PARTING = frozenset(
    "div section article main header footer nav address center dl dt dd details summary dialog form fieldset legend "
    "option optgroup hgroup search menu dir textarea button title noscript template rt text iframe noembed "
    "noframes".split()
)
_OURS = TAGS | RENAMED.keys() | PARTING
_INLINE = frozenset("a abbr cite code em strong sub sup img".split())

# What no document needs and PostgreSQL or JSON refuses: NUL, the other control characters, lone surrogates.
_UNSTORABLE = {code: None for code in [*range(0x20), 0x7F] if chr(code) not in "\t\n\r"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_MOST_ROUNDS = 8


def clean(html: str) -> str:
    """Return `html` as stored markup: only the elements and attributes of the design, harmless, and stable when
    cleaned again.

    What is visible or hidden by style alone stays, as text that is read; scripts, style sheets and comments go. Raises
    TextTooLarge when the text passes a limit of size, depth or number of elements or attributes.
    """
    markup = storable(html)
    for _ in range(_MOST_ROUNDS):
        before, markup = markup, _cleaned(markup)
        if markup == before:
            return markup
    raise TextTooLarge(f"The text's tags are too tangled: {_MOST_ROUNDS} rounds of cleaning, at most, are made.")


def storable(text: str) -> str:
    """Return `text` without the characters that a database or a JSON file would refuse; lone surrogates become
    U+FFFD."""
    return _SURROGATE.sub("\ufffd", text.translate(_UNSTORABLE))


def check_limits(html: str) -> None:
    """Raise TextTooLarge if `html` is more than a parser should be given. Linear in its length, and before any
    parser."""
    check_size(html)
    check_tags(tokens(html), _OURS)


def _cleaned(html: str) -> str:
    """Return what one round of cleaning makes of `html`. A parser may nest elements anew: only the next round shows
    it."""
    check_size(html)
    read = list(tokens(html))
    check_tags(read, _OURS)
    cleaned = nh3.clean(
        "".join(_ours(read)),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_allowed_value,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return storable(cleaned)


def _ours(read: Iterable[str | Tag]) -> Iterator[str]:
    """Yield the markup of `read` in our elements alone, so that a parser finds nothing in it but their tags and
    text."""
    parted = first_in_pre = False
    for token in read:
        text = token.replace("<", "&lt;") if isinstance(token, str) else ""
        name = "" if isinstance(token, str) else RENAMED.get(token.name, token.name)
        # The parser drops a line's end right after <pre>: what is kept there would go at the next cleaning.
        text = text.lstrip("\r\n") if first_in_pre else text
        first_in_pre = isinstance(token, Tag) and name == "pre" and not token.closing
        if parted and (text.strip() or name in _INLINE):
            yield "<p>"
        parted = name in PARTING or (parted and not (text.strip() or name in TAGS))
        yield text
        if isinstance(token, Tag) and name in TAGS:
            yield _written(token, name)


def _written(tag: Tag, name: str) -> str:
    if tag.closing:
        return f"</{name}>"
    kept = ATTRIBUTES["*"] | ATTRIBUTES.get(name, set())
    values = [f' {key}="{value.replace(chr(34), "&quot;")}"' for key, value in tag.attributes.items() if key in kept]
    return f"<{name}{''.join(values)}>"


def _allowed_value(tag: str, name: str, value: str) -> str | None:
    """Return the attribute's value as it is kept, or None to drop the attribute."""
    if name in {"href", "src"} and (_CONTROL.search(value) or value.strip().replace("\\", "/").startswith("//")):
        # A link without a scheme follows whatever page it stands on; stored text must not depend on that. Browsers skip
        # control characters in an address, so one may hide what it is.
        return None
    if name in NUMERIC:
        return value if value.isascii() and value.isdigit() and len(value) <= 5 else None
    if name == "dir":
        return value if value in {"ltr", "rtl", "auto"} else None
    pattern = VALUES.get((tag, name))
    return value if pattern is None or pattern.fullmatch(value) else None
