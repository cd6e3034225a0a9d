"""The codes by which a document or an input can fail or be skipped, and the error that carries one."""

from __future__ import annotations

from demarche.records import Problem

QUARANTINE = {
    "empty_document": "the document holds no text at all",
    "binary_document": "the document is not text",
    "unsupported_format": "the file's ending is none of those that are read",
    "document_too_large": "the document is larger than the setting max_bytes",
    "unreadable_document": "the file could not be read",
    "invalid_record": "the record is not a JSON object with exactly one of text and html and fields of the right kind",
    "repeated_id": "another record of the same input bears this id",
    "invalid_encoding": "the bytes are text in no encoding that could be told",
    "empty_extraction": "no article text was found in the page",
    "extraction_timeout": "the page took longer to parse than the setting parse_seconds",
    "extraction_memory": "the page took more memory to parse than the setting parse_megabytes",
    "extraction_failed": "the page could not be parsed",
    "cleaning_failed": "the cleaner failed on this document",
    "coding_failed": "the coder failed on this text",
    "failed_expectation": "an expectation of severity fail rejected the row",
}
SKIP = {
    "unsupported_language": "there is no folder for the text's language under languages/",
}


class DemarcheError(Exception):
    """Something the user can mend, told in one line: what, where, what to do."""


class DocumentError(DemarcheError):
    """A document that cannot be processed; it is quarantined with this problem."""

    def __init__(self, code: str, message: str | None = None) -> None:
        super().__init__(message or QUARANTINE[code])
        self.problem = Problem(code, str(self))
