"""Collecting: documents from where they lie, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prefect import task
from prefect.cache_policies import NO_CACHE
from sqlalchemy import Engine

from demarche.records import Document
from demarche.warehouse import stage

BATCH_BYTES = 64_000_000
"""A batch is closed when its documents hold this much, however few they are: a bound on memory."""


class Collected(NamedTuple):
    """A batch of documents, and those of them that are neither known nor broken and so are to be cleaned."""

    documents: list[Document]
    fresh: list[Document]


@task(cache_policy=NO_CACHE, persist_result=False)
def collect_batch(engine: Engine, documents: Iterator[Document], size: int) -> Collected:
    """The next documents, `size` at most; none at the end."""
    batch = take(documents, size)
    known = stage.known_documents(engine, [document.document_id for document in batch])
    fresh = [one for one in batch if one.problem is None and one.document_id not in known]
    return Collected(batch, fresh)


def take(documents: Iterator[Document], size: int, most_bytes: int = BATCH_BYTES) -> list[Document]:
    """The next `size` documents, or as many as bring the batch to `most_bytes`."""
    batch: list[Document] = []
    held = 0
    while len(batch) < size and held < most_bytes and (document := next(documents, None)):
        batch.append(document)
        held += len(document.content)
    return batch
