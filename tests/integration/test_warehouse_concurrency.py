"""Loads at once: no deadlock, and the same core as one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from demarche.warehouse.connect import engine
from demarche.warehouse.publish import resolve_and_publish
from demarche.warehouse.read import LoadCounts
from tests.loading import Told, load, meeting, stage, told, write

if TYPE_CHECKING:
    from tests.conftest import Database

EVENTS = "SELECT event_id, mention_count, article_count FROM core.event ORDER BY 1"


def articles(numbers: range) -> list[Told]:
    return [told(f"{number}.txt", meeting(), text=f"Text {number}.") for number in numbers]


def test_overlapping_loads_at_once_give_the_same_core(database: Database) -> None:
    def run(numbers: range) -> LoadCounts:
        own = engine(database.loader_url)
        try:
            return load(own, *articles(numbers))
        finally:
            own.dispose()

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(run, [range(30), range(10, 40), range(20, 50), range(50)]))
    assert all(one.collected == one.loaded + one.unchanged for one in counts)
    assert sum(one.loaded for one in counts) == 50
    found: list[Any] = database.fetch(EVENTS)
    assert [row[1:] for row in found] == [(50, 50)]


def test_batches_of_one_load_at_once_count_each_document_once(database: Database) -> None:
    load_id = stage(database.engine)

    def run(number: int) -> bool:
        return write(
            database.engine, load_id, number % 6, articles(range(10 * (number % 6), 10 * (number % 6) + 10)), set()
        )

    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(run, range(12)))
    assert sorted(written) == [False] * 6 + [True] * 6
    assert resolve_and_publish(database.engine, load_id).loaded == 60
