from __future__ import annotations

import pytest

from demarche.clean.decode import decode
from demarche.problems import DocumentError
from demarche.text import sanitize_line, sanitize_text

GERMAN = "Der Präsident empfängt am Dienstag die Außenministerin. Beide Länder wollen „größere“ Übungen vermeiden."


def problem(content: bytes, media_type: str = "text/plain") -> str:
    with pytest.raises(DocumentError) as error:
        decode(content, media_type)
    return error.value.problem.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_german_text_is_read_in_the_encodings_it_comes_in(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


def test_latin_1_is_read_where_it_is_german() -> None:
    text = GERMAN.replace("„", '"').replace("“", '"')
    assert decode(text.encode("latin-1")) == text


def test_a_page_s_own_word_on_its_encoding_counts() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Министр прибыл в столицу</body></html>'
    assert decode(page.encode("cp1251"), "text/html") == page
    assert problem(page.encode("cp1251"), "text/plain") == "invalid_encoding"


def test_a_page_that_declares_latin_1_means_the_windows_encoding() -> None:
    page = f'<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>{GERMAN}</p></body></html>'
    assert decode(page.encode("cp1252"), "text/html") == page


def test_a_page_in_utf_8_is_read_so_whatever_it_declares() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{GERMAN}</body></html>'
    assert decode(page.encode(), "text/html") == page


def test_a_declared_encoding_that_is_none_for_text_is_not_trusted() -> None:
    page = f'<html><head><meta charset="unicode_escape"></head><body>{GERMAN} \\u0041</body></html>'
    assert "\\u0041" in decode(page.encode("cp1252"), "text/html")


def test_one_broken_byte_in_a_long_text_does_not_cost_it() -> None:
    content = (GERMAN * 20).encode() + b"\xff" + GERMAN.encode()
    assert decode(content).replace("\ufffd", "") == GERMAN * 21


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\x00\x00\x00"])
def test_nothing_is_an_empty_document(content: bytes) -> None:
    assert problem(content) == "empty_document"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\nText",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"PK\x03\x04\x14\x00",
        bytes(range(256)) * 20,
        b"\x01\x02\x03\x04" * 100,
    ],
)
def test_what_is_no_text_is_told_as_binary(content: bytes) -> None:
    assert problem(content) == "binary_document"


def test_german_in_latin_1_with_bytes_of_nothing_in_it_is_refused() -> None:
    content = "Der Präsident verlangte ".encode("cp1252") + b"\xff\xfe\xed\xa0\x80 gef\xc3\xc3hrliche " + b"Schritte."
    assert problem(content) == "invalid_encoding"


@pytest.mark.parametrize("content", [b"\xe4\xf6\xfc" * 50, bytes(range(0xC0, 0x100)) * 20, b"\xef\xbb\xbf\xff\xfe\xfd"])
def test_bytes_in_no_encoding_are_told_as_such(content: bytes) -> None:
    assert problem(content) == "invalid_encoding"


def test_nul_and_lone_surrogates_do_not_make_a_text_binary_and_are_removed() -> None:
    content = (GERMAN + "\x00\ud800Ende").encode("utf-8", "surrogatepass")
    assert sanitize_text(decode(content)) == GERMAN + "Ende"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\x00b\x07c\x9bd", "abcd"),
        ("a\ud800b", "ab"),
        ("rechts\u202elinks\u2066\u200f", "rechtslinks"),
        ("Außen\u00administer\ufeff", "Außenminister"),
        ("a\u00a0\u2009b\t\tc", "a b c"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a \n \n\n\n b ", "a\n\nb"),
        ("u\u0308ber", "über"),
        ("👩\u200d🌾", "👩\u200d🌾"),
    ],
)
def test_text_is_sanitised(raw: str, clean: str) -> None:
    assert sanitize_text(raw) == clean


def test_a_line_stays_a_line() -> None:
    assert sanitize_line("Titel\x1b[31m\n\nzweite\u2029Zeile\r") == "Titel[31m zweite Zeile"
