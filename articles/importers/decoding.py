"""Bytes to text: which encoding, how sure, and what no text may hold."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from articles.importers.imported import Loss, Unreadable
from articles.text.limits import MAX_BYTES
from articles.text.sanitize import storable

# First bytes of files that people take for text, and what to do with each. RFC 8118 (PDF), APPNOTE 4.3.7 (ZIP), RFC
# 2083 (PNG)...
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (a word processor's file is one too)",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "a rich text file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "a media file",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
}
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset=["']?\s?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# HTML says that a declaration stands in the first 1024 bytes (WHATWG, 13.2.3.2).
_DECLARED_WITHIN = 1024
# The encodings in which pages are written, by Python's names. What begins a readable declaration is none of UTF-16.
_WEB = ("utf-8", "iso8859", "cp125", "cp866", "cp932", "cp949", "koi8", "mac-", "euc_", "gb", "big5", "shift_jis")
# How much of a file the detector is shown: its time grows with the text, its certainty hardly.
_SAMPLE = 64 * 1024
# More NUL or control characters than one in this many is no text.
_ONE_IN = 100
_CONTROL = bytes(sorted({*range(0x20)} - set(b"\t\n\r\f\x1b")))
# The detector's measure of disorder, 0 to 1, and the least number of bytes beyond ASCII that it can judge by.
_MOST_CHAOS = 0.1
_LEAST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text: lines end with "\\n", no byte order mark, nothing that cannot be stored; `losses` says what was
    mended.
    """

    text: str
    losses: tuple[Loss, ...] = ()


def decode(data: bytes, *, markup: bool = False) -> Decoded:
    """Return the text of a file. A byte order mark counts first, then a declaration in it (where `markup`), then
    UTF-8, then what
    charset-normalizer is sure of. Raises Unreadable when the file is empty, too large, not text, or in no encoding
    that is certain.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(
            f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are taken. Split the text and import its parts."
        )
    _refuse_binary(data)
    text, losses = _text(data, markup)
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable("The file is empty. Choose one that holds a text.")
    dropped = tuple(
        Loss(number, "control characters", "They show nothing and cannot be stored; they were dropped.")
        for number, line in enumerate(text.split("\n"), start=1)
        if not line.isprintable() and storable(line) != line
    )
    return Decoded(storable(text), losses + dropped)


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise Unreadable(f"This is {what}, not a text. Save it as text, Markdown or HTML and import that.")
    if any(data.startswith(mark) for mark in _MARKS):
        return
    controls = len(data) - len(data.translate(None, _CONTROL))
    if controls * _ONE_IN > len(data):
        first = next(index for index, byte in enumerate(data) if byte in _CONTROL)
        raise Unreadable(
            f"This is a binary file: byte {first + 1:,} and {controls - 1:,} more are no text. "
            "Choose a file that holds a text."
        )


def _text(data: bytes, markup: bool) -> tuple[str, tuple[Loss, ...]]:
    """Return the text and what was guessed of its encoding."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, len(mark)), ()
    declared = _declared(data) if markup else ""
    if declared:
        return _strictly(data, declared, 0), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        encoding = _detected(data)
        if not encoding:
            raise Unreadable(
                f"Byte {error.start + 1:,} is not UTF-8 and the encoding cannot be told. Save the file as UTF-8."
            ) from error
        guess = Loss(
            1, f"encoding {encoding}", f"Byte {error.start + 1:,} is not UTF-8: the file was read as {encoding}."
        )
        return _strictly(data, encoding, 0), (guess,)


def _declared(data: bytes) -> str:
    """Return the encoding that a file of markup declares, or "" where it declares none that is known and can be
    true.
    """
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if not match:
        return ""
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ""
    # Browsers read Latin-1 as Windows' superset of it (WHATWG Encoding, 4.2).
    known = "cp1252" if known in {"iso8859-1", "ascii"} else known
    return known if known.startswith(_WEB) else ""


def _strictly(data: bytes, encoding: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"The file says that it is {encoding}, but byte {error.start + skipped + 1:,} is not. Save it as UTF-8."
        ) from error


def _detected(data: bytes) -> str:
    """Return the encoding that the detector is sure of, or ""."""
    beyond_ascii = bytes(byte for byte in data if byte > 0x7F)
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.chaos > _MOST_CHAOS or len(beyond_ascii) < _LEAST_EVIDENCE:
        return ""
    try:
        data.decode(best.encoding)
    except UnicodeDecodeError:
        return ""
    return codecs.lookup(best.encoding).name
