"""Publishing: all that a load holds, in one transaction."""

from __future__ import annotations

from uuid import UUID

from prefect import task
from prefect.cache_policies import NO_CACHE
from sqlalchemy import Engine

from demarche.warehouse import publish


@task(cache_policy=NO_CACHE, persist_result=False)
def publish_load(engine: Engine, load_id: UUID) -> bool:
    """Publish the load; False where another load came in between, so that it must be resolved again."""
    try:
        publish.publish_load(engine, load_id)
    except publish.StaleResolutionError:
        return False
    return True
