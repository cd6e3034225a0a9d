"""The daily flow: articles from where they lie all the way into the published warehouse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from uuid import UUID

from prefect import flow, get_run_logger
from sqlalchemy import Engine

from demarche.clean import Cleaner
from demarche.collect import collect
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
from tasks.stage import open_load, write_batch

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


@flow(name="daily", persist_result=False)
def daily(path: str | None = None, source: str | None = None) -> UUID:
    """Take all articles under a path into the warehouse and publish the events that follow from them.

    Articles that are there already are left alone, so that a second run changes nothing.

    Args:
        path: File or folder of articles, on the machine that runs the flow; empty: the samples of the checkout.
        source: Name of the source in the warehouse; empty: the name of the file or folder.

    Returns:
        The id of the published load.
    """
    place = Path(path) if path else SAMPLES
    name = source or place.resolve().name
    documents = collect(place, source=name, fetched_at=dt.datetime.now(dt.UTC))
    with _loader() as engine:
        load_id = open_load(engine, "daily", {"path": str(place), "source": name})
        with _failing(engine, load_id):
            _load(engine, load_id, documents)
            _audit(engine, load_id)
            _publish(engine, load_id)
    return load_id


@contextmanager
def _loader() -> Iterator[Engine]:
    url = settings().database_url
    if url is None:
        raise DemarcheError("no database: set DEMARCHE_DATABASE_URL, or use `make run` for the embedded one")
    engine = connect.engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _failing(engine: Engine, load_id: UUID) -> Iterator[None]:
    """Give the load up when anything goes wrong inside, a cancelled run included."""
    try:
        yield
    except BaseException as error:
        try:
            stage.fail_load(engine, load_id, f"{type(error).__name__}: {error}")
        except DemarcheError as second:
            error.add_note(f"and the load could not be marked as failed: {second}")
        raise


def _load(engine: Engine, load_id: UUID, documents: Iterator[Document]) -> None:
    chosen = settings()
    with Cleaner() as cleaner, CoderPool(chosen.workers) as coder:
        for number in count():
            batch = collect_batch(engine, documents, chosen.batch_size)
            if not batch.documents:
                return
            cleaned = clean_batch(cleaner, batch.fresh)
            codings = extract_batch(coder, cleaned)
            write_batch(engine, load_id, number, batch.documents, cleaned, codings)
            get_run_logger().info("batch %d: %d documents, %d coded", number + 1, len(batch.documents), len(codings))


def _audit(engine: Engine, load_id: UUID) -> None:
    get_run_logger().info("auditing")
    if moved := audit_rows(engine, load_id):
        get_run_logger().info("moved %d rows to quarantine", moved)


def _publish(engine: Engine, load_id: UUID) -> None:
    """Resolve, audit and publish; again where the audit took events out or another load came in between."""
    while True:
        get_run_logger().info("resolving and publishing")
        resolve_load(engine, load_id)
        if not audit_events(engine, load_id) and publish_load(engine, load_id):
            return
