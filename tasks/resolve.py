"""Resolving: events out of the mentions of a load and of those that its blocks hold already."""

from __future__ import annotations

from uuid import UUID

from prefect import task
from prefect.cache_policies import NO_CACHE
from sqlalchemy import Engine

from demarche.warehouse import publish


@task(cache_policy=NO_CACHE, persist_result=False)
def resolve_load(engine: Engine, load_id: UUID) -> int:
    """Stage the events of all blocks that the load touches; how many they are."""
    with engine.begin() as connection:
        return publish.resolve_load(connection, load_id)
