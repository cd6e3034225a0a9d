"""Bytes into text: the encoding is told from a byte order mark, from the bytes themselves, or from the page's word."""

from __future__ import annotations

import codecs
import re

from demarche.clean.boilerplate import phrases
from demarche.clean.language import detect, is_sure
from demarche.languages import languages
from demarche.problems import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (  # of files that people leave among texts: documents, pictures, archives, programs
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"Rar!",
    b"7z\xbc\xaf", b"\x7fELF", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"RIFF", b"ID3", b"OggS", b"SQLite format",
    b"\x00\x00\x01\x00", b"{\\rtf",
)  # fmt: skip
_HEAD = 8192
_BINARY_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.3  # of controls in bytes that are UTF-8 all the same
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})|^\s*<\?xml[^>]{0,100}encoding=["']([\w-]{3,20})""",
    re.IGNORECASE,
)
_DECLARED_REACH = 4096
_TRUSTED = re.compile(
    r"utf-?8|iso-8859-\d{1,2}|latin-?\d|windows-125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|macintosh|ascii|us-ascii"
)
_WESTERN = ("cp1252", "latin-1")
_BEYOND_SHARE = 0.15  # of letters beyond ASCII; in a Western text there are fewer
_OWN_SHARE = 0.5  # of those, the language's own; the rest are in names from elsewhere
_BROKEN_SHARE = 0.002  # of undecodable bytes; a page of UTF-8 may have so many and is readable
_SAMPLE = 100_000
_TAG = re.compile(r"<[^<>]*>")
_REPLACEMENT = "\ufffd"


def decode(content: bytes, media_type: str = "text/plain") -> str:
    """The text of the bytes. DocumentError: `empty_document`, `binary_document` or `invalid_encoding`."""
    if not content.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf"):
        raise DocumentError("empty_document")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding)
    if content.startswith(_SIGNATURES):
        raise DocumentError("binary_document")
    text = _as_utf8(content)
    return text if text is not None else _as_other(content, media_type)


def _marked(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError("invalid_encoding", f"the byte order mark says {encoding}, the bytes are not") from error


def _as_utf8(content: bytes) -> str | None:
    try:
        text = content.decode("utf-8", "surrogatepass")  # of a JSON string; sanitize_text removes lone surrogates
    except UnicodeDecodeError:
        return None
    head = content[:_HEAD]
    if len(_BINARY_CONTROLS.findall(head)) > _BINARY_SHARE * len(head):
        raise DocumentError("binary_document")
    return text


def _as_other(content: bytes, media_type: str) -> str:
    if _BINARY_CONTROLS.search(content[:_HEAD]):  # text in a Western or East Asian encoding has none
        raise DocumentError("binary_document")
    if (text := _as_broken_utf8(content)) is not None:
        return text
    for encoding in (*_declared(content, media_type), *_WESTERN):
        text = _try(content, encoding)
        if text is not None and (encoding not in _WESTERN or _is_western(text)):
            return text
    raise DocumentError("invalid_encoding")


def _as_broken_utf8(content: bytes) -> str | None:
    """Text that is UTF-8 but for a few bytes, which become U+FFFD; in any other encoding nearly all would."""
    text = content.decode("utf-8", "replace")
    broken = text.count(_REPLACEMENT)
    whole = sum(not c.isascii() for c in text) - broken
    return text if whole >= broken and broken <= max(1, _BROKEN_SHARE * len(text)) else None


def _declared(content: bytes, media_type: str) -> list[str]:
    """The encoding that the page declares, if it is one that text comes in; Latin-1 means cp1252 on the web."""
    match = _DECLARED.search(content[:_DECLARED_REACH]) if media_type == "text/html" else None
    if match is None:
        return []
    name = (match[1] or match[2]).decode("ascii").lower()
    if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"):
        name = "cp1252"
    return [name] if _TRUSTED.fullmatch(name) and name != "cp1252" else []


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_western(text: str) -> bool:
    """Whether bytes read as Western European make a text of a known language, with the letters that it has."""
    text = _TAG.sub(" ", text[:_SAMPLE])
    letters = [c for c in text if c.isalpha()]
    beyond = [c for c in letters if not c.isascii()]
    if any("\x80" <= c <= "\x9f" for c in text) or not letters or len(beyond) > _BEYOND_SHARE * len(letters):
        return False
    language = detect(text)
    own = phrases(language).letters if language in languages() else frozenset(beyond)
    return is_sure(text) and sum(c in own for c in beyond) >= _OWN_SHARE * len(beyond)
