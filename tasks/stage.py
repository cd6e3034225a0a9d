"""Staging: loads opened, and batches written to them, each in one transaction."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from prefect import task
from prefect.cache_policies import NO_CACHE
from sqlalchemy import Engine

from demarche.extract import CODER_VERSION, MODEL_VERSION
from demarche.records import Cleaned, Coding, Document, Problem
from demarche.warehouse import stage
from tasks.retries import is_transient

DELAYS = [1.0, 5.0, 20.0]  # seconds: a deadlock is gone at once, a restarted Postgres is back by the last


@task(cache_policy=NO_CACHE, persist_result=False)
def open_load(engine: Engine, flow: str, parameters: dict[str, Any]) -> UUID:
    """The id of a new load; those that were killed long ago are marked as failed, and their rows cleared away."""
    stage.fail_abandoned_loads(engine)
    return stage.open_load(engine, flow, parameters)


@task(
    cache_policy=NO_CACHE, persist_result=False, retries=3, retry_delay_seconds=DELAYS, retry_condition_fn=is_transient
)
def write_batch(
    engine: Engine,
    load_id: UUID,
    number: int,
    documents: list[Document],
    cleaned: list[Cleaned],
    codings: dict[UUID, Coding | Problem],
) -> bool:
    """Write one batch, all of it or nothing; False where it had been written before, as after a lost answer."""
    versions = {"coder_version": CODER_VERSION, "model_version": MODEL_VERSION}
    return stage.write_batch(engine, load_id, number, documents, cleaned, codings=codings, **versions)
