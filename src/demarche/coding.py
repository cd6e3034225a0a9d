"""Coding many documents at once: cleaned and coded in this process or in several, in input order."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from demarche.clean import Cleaner
from demarche.extract.coder import Coder
from demarche.extract.rows import RowOptions, document_row
from demarche.records import Coding, Document, Problem

CHUNK = 16  # documents handed to a process at once


@dataclass(frozen=True, slots=True)
class Job:
    """A document with the id that its row bears."""

    row_id: str
    document: Document


@lru_cache(maxsize=1)
def _cleaner() -> Cleaner:
    return Cleaner(with_signature=False)


@lru_cache(maxsize=4)
def coder(language: str) -> Coder:
    """The coder of a language, loaded once a process."""
    return Coder(language)


def code_document(job: Job, options: RowOptions) -> dict[str, Any]:
    """The output row of one document."""
    cleaned = _cleaner().clean(job.document)
    coding: Coding | Problem | None = None
    if cleaned.article is not None:
        coding = next(coder(cleaned.article.language).code_all([cleaned.article]))
    return document_row(job.row_id, cleaned, coding, options)


def _code_chunk(work: tuple[list[Job], RowOptions]) -> list[dict[str, Any]]:
    jobs, options = work
    return [code_document(job, options) for job in jobs]


def _chunks(jobs: Iterable[Job], options: RowOptions) -> Iterator[tuple[list[Job], RowOptions]]:
    iterator = iter(jobs)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk, options


def code_documents(jobs: Iterable[Job], options: RowOptions, workers: int = 1) -> Iterator[dict[str, Any]]:
    """The output rows of documents in their order; `workers` processes, or this one."""
    if workers == 1:
        yield from (code_document(job, options) for job in jobs)
        _cleaner().close()
        return
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for rows in pool.imap(_code_chunk, _chunks(jobs, options)):
            yield from rows
