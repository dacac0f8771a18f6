"""Folding: what a reader sees and what two texts are compared by, whatever tricks the characters play."""

import re
import unicodedata
from functools import lru_cache

from confusable_homoglyphs import confusables

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
# Overlays, underlines and marks over two letters decorate; enclosing marks ring. The letter is read all the same.
_DECORATION = frozenset(
    map(chr, [0x0305, 0x0332, 0x0333, 0x033F, *range(0x0334, 0x0339), *range(0x035C, 0x0363), *range(0x20D0, 0x20F1)])
)
# What shows nothing and is no format character: Default_Ignorable_Code_Point of Unicode 15's DerivedCoreProperties,
# and the blank Braille pattern.
_BLANK = frozenset(
    map(chr, [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2065, 0x2800, 0x3164, *range(0xFE00,
    0xFE10)])
) | frozenset(map(chr, [0xFFA0, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)]))  # fmt: skip
# Scripts whose letters pass for Latin ones. Of Greek only the capitals and omicron do: a lone alpha or beta is a term
# of science, not a disguise.
_LOOKALIKE_SCRIPTS = (
    "CYRILLIC",
    "ARMENIAN",
    "CHEROKEE",
    "COPTIC",
    "LISU",
    "GREEK CAPITAL",
    "GREEK SMALL LETTER OMICRON",
)
# Latin letters in fancy dress that have no compatibility form.
_DRESSED = re.compile(
    "(?:LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER|REGIONAL INDICATOR SYMBOL LETTER)"
    " ([A-Z])"
)
# Normalising takes time in the square of a run of marks. No writing needs more than 30 (Unicode UAX 15, Stream-Safe
# Text).
_MARKS = "".join(map(re.escape, filter(unicodedata.combining, map(chr, range(0x300, 0x1F000)))))
_LONG_RUN = re.compile(f"([{_MARKS}]{{30}})[{_MARKS}]+")


def folded(text: str) -> str:
    """Return `text` as it is compared and judged: compatibility forms (NFKC), no invisible characters, single spaces,
    ASCII
    digits, and Latin letters where look-alikes of other scripts stand among them. Idempotent; the letters' case is
    kept.

    Two texts are the same claim exactly when they fold to the same string. The look-alikes are those of Unicode TS 39.
    """
    before = ""
    text = text if text.isascii() else _LONG_RUN.sub(r"\1", text)
    # What is taken out or replaced may leave a letter beside its accent, or a word in one script: fold again until it
    # stands.
    while text != before and not text.isascii():
        before, text = text, _in_latin("".join(map(_plain, unicodedata.normalize("NFKC", text))))
    return _SPACE.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return the character to compare by: "" for one that shows nothing, ASCII for a digit of another script."""
    category = unicodedata.category(character)
    if category in {"Cf", "Me"} or character in _DECORATION or character in _BLANK:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    dressed = _DRESSED.fullmatch(unicodedata.name(character, ""))
    return dressed[1].lower() if dressed else character


def _in_latin(text: str) -> str:
    """Return the text with each word in Latin letters that mixes them with look-alikes, or is all look-alikes in a
    text that is mostly Latin."""
    mostly = len(_LATIN_LETTER.findall(text)) * 2 > sum(map(str.isalpha, text))
    return _WORD.sub(lambda match: _word_in_latin(match.group(), mostly), text)


@lru_cache(maxsize=4096)
def _word_in_latin(word: str, in_latin_text: bool) -> str:
    if word.isascii():
        return word
    latin = "".join(map(_lookalike, word))
    return latin if _LATIN_LETTER.search(word) or (in_latin_text and latin.isascii()) else word


@lru_cache(maxsize=4096)
def _lookalike(character: str) -> str:
    """Return the Latin letter that `character` passes for, or the character itself."""
    if character.isascii() or not unicodedata.name(character, "").startswith(_LOOKALIKE_SCRIPTS):
        return character
    found = confusables.is_confusable(character, preferred_aliases=["latin"], greedy=True)
    glyphs = [glyph["c"] for entry in found or () for glyph in entry["homoglyphs"] if glyph["c"].isascii()]
    return min(glyphs, default=character)
