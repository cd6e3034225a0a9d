"""Documents into articles: decoding, extraction, cleaning, dating, language and signature, one after another."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from demarche.clean.boilerplate import phrases
from demarche.clean.decode import decode
from demarche.clean.duplicates import signature
from demarche.clean.html import Page, PageReader
from demarche.clean.language import detect
from demarche.clean.plaintext import PlainText, clean_text
from demarche.clean.published import UNKNOWN, read_given, settle, take_header
from demarche.languages import languages
from demarche.problems import DemarcheError, DocumentError
from demarche.records import Article, Cleaned, Document, Problem, Published
from demarche.settings import settings
from demarche.text import sanitize_line, sanitize_text

_CLOCKS_APART = dt.timedelta(days=1)  # by which a date may lie behind the fetch: zones, and clocks that are off
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost; see the settings of the same names."""

    parse_seconds: float
    parse_megabytes: int
    max_bytes: int
    max_characters: int

    @classmethod
    def from_settings(cls) -> Limits:
        """The limits of this process's settings."""
        chosen = settings()
        return cls(chosen.parse_seconds, chosen.parse_megabytes, chosen.max_bytes, chosen.max_characters)


class Cleaner:
    """Cleans documents one by one; owns the child process that parses HTML, so close it or use it in a `with`.

    `with_signature` False leaves the near-duplicate signature empty, and the second that its library takes to load.
    """

    def __init__(self, limits: Limits | None = None, *, with_signature: bool = True) -> None:
        self._limits = limits or Limits.from_settings()
        self._with_signature = with_signature
        self._pages = PageReader(seconds=self._limits.parse_seconds, megabytes=self._limits.parse_megabytes)

    def clean(self, document: Document) -> Cleaned:
        """The article of a document, or why there is none: never an exception for what a document holds."""
        if document.problem is not None:
            return Cleaned(document.document_id, problem=document.problem)
        try:
            return self._clean(document)
        except DocumentError as error:
            return Cleaned(document.document_id, problem=error.problem)
        except DemarcheError:  # not the document's fault: the child process cannot be started
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours must cost one article, not the batch
            _log.exception("cleaning failed", extra={"location": document.location})
            return Cleaned(document.document_id, problem=Problem("cleaning_failed", f"{type(error).__name__}: {error}"))

    def clean_all(self, documents: Iterable[Document]) -> Iterator[Cleaned]:
        """One Cleaned for each document, in order."""
        return map(self.clean, documents)

    def close(self) -> None:
        """End the child process."""
        self._pages.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _clean(self, document: Document) -> Cleaned:
        page = self._page(document)
        whole = sanitize_text(page.text)
        header, text = take_header(cut(whole, self._limits.max_characters))
        language = _language(text, document.language)
        if language not in languages():
            return Cleaned(document.document_id, skipped="unsupported_language")
        plain = clean_text(text, phrases(language))
        if not plain.text:
            raise DocumentError("empty_extraction", "nothing but boilerplate was found in the text")
        article = Article(
            document_id=document.document_id,
            text=plain.text,
            language=language,
            published=_published(document, page, header, plain),
            title=_line(document.title) or _line(page.title) or plain.title,
            url=_line(document.url) or _line(page.url),
            place=plain.place,
            is_truncated=len(whole) > self._limits.max_characters,
        )
        values = signature(plain.text) if self._with_signature else ()
        return Cleaned(document.document_id, article=article, signature=values)

    def _page(self, document: Document) -> Page:
        size = len(document.content)
        if size > self._limits.max_bytes:
            raise DocumentError(
                "document_too_large", f"{size} bytes, more than the {self._limits.max_bytes} of max_bytes"
            )
        text = decode(document.content, document.media_type)
        return self._pages.read(text, document.url) if document.media_type == "text/html" else Page(text)


def cut(text: str, limit: int) -> str:
    """The text up to limit characters, ended after its last whole paragraph, sentence or word, in that order."""
    if len(text) <= limit:
        return text
    text = text[:limit]
    for mark in ("\n", ". ", " "):
        if (end := text.rfind(mark, limit // 2)) >= 0:
            return text[: end + 1].rstrip()
    return text


def _line(text: str | None) -> str | None:
    return sanitize_line(text) or None if text else None


def _given(document: Document) -> Published | None:
    if not document.published:
        return None
    try:
        return read_given(document.published)
    except ValueError as error:
        words = f"published is {document.published[:40]!r}: give YYYY, YYYY-MM, YYYY-MM-DD or a timestamp"
        raise DocumentError("invalid_record", words) from error


def _of_page(page: Page) -> Published:
    try:
        return read_given(page.published) if page.published else UNKNOWN
    except ValueError:  # a page may say anything of itself; the text decides then
        return UNKNOWN


def _published(document: Document, page: Page, header: Published, plain: PlainText) -> Published:
    limit = document.fetched_at.date() + _CLOCKS_APART
    given = _given(document) or _of_page(page)
    return settle([given, header, *plain.found], plain.days, limit)


def _language(text: str, given: str | None) -> str:
    language = detect(text, given)
    if language is None:
        raise DocumentError("empty_document", "the document holds no word")
    return language
