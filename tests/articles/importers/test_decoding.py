"""Bytes to text."""

import codecs

import pytest

from articles.importers.decoding import decode
from articles.importers.imported import Unreadable

GERMAN = "Die Gänse über den Flüssen hören größere Geräusche früher. Müde Vögel schlafen länger. " * 5


def refusal(data: bytes, **options: bool) -> str:
    with pytest.raises(Unreadable) as caught:
        decode(data, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        "Tea – é".encode(),
        codecs.BOM_UTF8 + "Tea – é".encode(),
        codecs.BOM_UTF16_LE + "Tea – é".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Tea – é".encode("utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_byte_order_mark(data):
    decoded = decode(data)
    assert decoded.text == "Tea – é"
    assert decoded.losses == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_become_one(end):
    assert decode(f"one{end}two".encode()).text == "one\ntwo"


def test_an_encoding_that_is_detected_is_said_in_the_losses():
    decoded = decode(GERMAN.encode("cp1252"))
    assert decoded.text == GERMAN
    assert [loss.line for loss in decoded.losses] == [1]
    assert "is not UTF-8: the file was read as" in decoded.losses[0].why


def test_bytes_that_tell_no_encoding_are_refused_with_their_position():
    assert refusal(b"Plain words and one \xff stray byte.") == (
        "Byte 21 is not UTF-8 and the encoding cannot be told. Save the file as UTF-8."
    )


def test_an_encoding_that_markup_declares_is_believed():
    assert decode('<meta charset="windows-1252"><p>café'.encode("cp1252"), markup=True).text.endswith("café")
    assert decode('<?xml version="1.0" encoding="ISO-8859-1"?><p>é'.encode("latin-1"), markup=True).text.endswith("é")


def test_a_declaration_counts_in_markup_alone():
    assert "cannot be told" in refusal(b'<meta charset="windows-1252"> caf\xe9')


def test_a_declaration_that_is_wrong_is_refused_with_the_byte():
    assert "says that it is utf-8, but byte 24 is not" in refusal(b'<meta charset="utf-8"> \xe9', markup=True)


@pytest.mark.parametrize("name", ["klingon", "utf-16", "hex", "idna"])
def test_a_declaration_that_cannot_be_true_is_passed_over(name):
    assert "é" in decode(f'<meta charset="{name}"> é'.encode(), markup=True).text


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", codecs.BOM_UTF8])
def test_an_empty_file_is_refused(data):
    assert refusal(data) == "The file is empty. Choose one that holds a text."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04 ...", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"{\\rtf1 Hello}", "a rich text file"),
    ],
)
def test_a_known_kind_of_file_that_is_no_text_is_named(data, what):
    assert what in refusal(data)


def test_a_binary_file_is_refused_with_its_first_odd_byte():
    assert refusal(b"ab" + bytes(50)).startswith("This is a binary file: byte 3 and 49 more are no text.")


def test_a_stray_control_character_is_dropped_with_its_line():
    decoded = decode(b"one\nt\x00wo " + b"and many words more " * 20)
    assert decoded.text.startswith("one\ntwo and")
    assert [(loss.line, loss.what) for loss in decoded.losses] == [(2, "control characters")]


def test_ten_megabytes_are_refused_at_once():
    assert refusal(b"a" * 10_000_000).startswith("The file has 10,000,000 bytes; at most 2,097,152 are taken.")
