"""The steps of a load that every flow takes: staged in batches, audited, resolved, published, or given up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from uuid import UUID

from prefect import get_run_logger
from sqlalchemy import Engine

from demarche.clean import Cleaner
from demarche.problems import DemarcheError
from demarche.records import Document
from demarche.settings import settings
from demarche.warehouse import connect, stage
from tasks.audit import audit_events, audit_rows
from tasks.clean import clean_batch
from tasks.coder_pool import CoderPool
from tasks.collect import collect_batch
from tasks.extract import extract_batch
from tasks.publish import publish_load
from tasks.resolve import resolve_load
from tasks.stage import write_batch


@contextmanager
def warehouse() -> Iterator[Engine]:
    """The loader's engine for the database that the settings name; DemarcheError if they name none."""
    url = settings().database_url
    if url is None:
        raise DemarcheError("no database: set DEMARCHE_DATABASE_URL, or use `make run` for the embedded one")
    engine = connect.engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def failing(engine: Engine, load_id: UUID) -> Iterator[None]:
    """Hold the load, and give it up when anything goes wrong inside, a cancelled run included."""
    try:
        with stage.holding(engine, load_id):
            yield
    except BaseException as error:
        try:
            stage.fail_load(engine, load_id, f"{type(error).__name__}: {error}")
        except DemarcheError as second:
            error.add_note(f"and the load could not be marked as failed: {second}")
        raise


def load_documents(engine: Engine, load_id: UUID, documents: Iterator[Document]) -> None:
    """Collect, clean, code and stage the documents in batches, then audit what was staged."""
    log, chosen = get_run_logger(), settings()
    with Cleaner() as cleaner, CoderPool(chosen.workers) as coder:
        for number in count():
            batch = collect_batch(engine, documents, chosen.batch_size)
            if not batch.documents:
                break
            cleaned = clean_batch(cleaner, batch.fresh)
            codings = extract_batch(coder, cleaned)
            write_batch(engine, load_id, number, batch.documents, cleaned, codings)
            log.info("batch %d: %d documents, %d coded", number + 1, len(batch.documents), len(codings))
    log.info("auditing")
    log.info("moved %d rows to quarantine", audit_rows(engine, load_id))


def publish_events(engine: Engine, load_id: UUID) -> None:
    """Resolve, audit and publish; again where the audit took events out or another load came in between."""
    while True:
        get_run_logger().info("resolving and publishing")
        resolve_load(engine, load_id)
        if not audit_events(engine, load_id) and publish_load(engine, load_id):
            return
