"""The daily flow: articles from where they lie all the way into the published warehouse."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from uuid import UUID

from prefect import flow

from demarche.collect import collect
from flows.loading import failing, load_documents, publish_events, warehouse
from tasks.stage import open_load

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
    with warehouse() as engine:
        load_id = open_load(engine, "daily", {"path": str(place), "source": name})
        with failing(engine, load_id):
            load_documents(engine, load_id, documents)
            publish_events(engine, load_id)
    return load_id
