"""Text goes through Postgres and comes back as it was, and any order of loads gives the same core."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.records import Actor
from tests.loading import MORNING, Told, load, meeting, quarantined, told

if TYPE_CHECKING:
    from tests.conftest import Database

storable = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), min_size=1, max_size=200)
nasty = st.sampled_from(
    [
        "'; DROP TABLE core.event; --",
        "%s %(a)s",
        "{}",
        "$1",
        "\\",
        "\\N",
        "\\.",
        "\t\r\n",
        "\x1b[0m",
        "NULL",
        '"',
        "{a,b}",
    ]
)
text = st.one_of(storable, nasty, st.builds(lambda a, b: a + b, storable, nasty))
same_database = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@same_database
@given(text, text, text, text)
def test_text_comes_back_as_it_was(database: Database, body: str, evidence: str, name: str, title: str) -> None:
    actor = Actor("POL", name=name, actor_id="a" + name)
    event = meeting(evidence=evidence, source_actors=(actor,), contexts=(name, title), attributed_to=title)
    batch = told(f"{uuid.uuid4()} {title}", event, text=body, title=title, source=name)
    load(database.engine, batch)
    [row] = database.fetch(
        """
        SELECT a.text, m.evidence, x.name, m.contexts, m.attributed_to, d.title, d.location, d.source, d.content
        FROM core.article AS a
        JOIN core.mention AS m USING (article_id)
        JOIN core.mention_actor AS x USING (mention_id)
        JOIN raw.document AS d USING (document_id)
        WHERE document_id = %s AND x.side = 'source'
        """,
        batch.document.document_id,
    )
    location = batch.document.location
    assert row == (body, evidence, name, [name, title], title, title, location, name, body.encode())


def articles() -> list[Told]:
    """Articles that supersede, repeat and nearly repeat each other, with events that meet."""
    copy = tuple(range(128))
    half = (*range(64), *range(2000, 2064))
    undated = meeting(None, status="planned")
    persons: dict[str, Any] = {"source_actors": (Actor("POL", actor_id="tusk", name="Donald Tusk"),)}
    later = MORNING + dt.timedelta(days=1)
    return [
        told("a.txt", meeting(), undated, text="Eins.", signature=copy),
        told(
            "b.txt",
            meeting(place=None, latitude=None, longitude=None, place_country=None),
            text="Zwei.",
            signature=half,
        ),
        told("c.txt", meeting(**persons), undated, text="Drei.", signature=copy),
        told("d.txt", meeting(dt.date(2024, 3, 3), date_end=dt.date(2024, 3, 6), date_precision="span"), text="Vier."),
        told("e.txt", meeting(), undated, text="Eins.", published=dt.date(2024, 3, 4)),
        told("f.txt", meeting(type="ACCUSE", cameo_code="112", quad_class=3), text="Fünf."),
        told("f.txt", meeting(), text="Sechs.", fetched_at=later),
        told("g.txt", meeting(), text="Sieben.", signature=half, published=None),
        quarantined(),
    ]


CORE = {
    "article": "load_id, fetched_at",
    "article_band": "",
    "actor": "",
    "actor_role": "",
    "place": "",
    "mention": "load_id",
    "mention_actor": "",
    "event": "load_id, changed_at",
    "event_mention": "",
}


def core(database: Database) -> dict[str, list[Any]]:
    """All of core, without load ids, times and history."""
    found = {}
    for table, without in CORE.items():
        statement = f"SELECT to_jsonb(t) - %s::text[] FROM core.{table} AS t ORDER BY 1"  # noqa: S608
        found[table] = database.fetch(statement, without.split(", "))
    return found


@pytest.mark.parametrize("seed", range(6))
def test_any_order_and_split_of_loads_gives_the_same_core(database: Database, seed: int) -> None:
    chance = random.Random(seed)
    load(database.engine, *articles())
    expected = core(database)
    database.execute(
        "TRUNCATE core.article, core.article_band, core.actor, core.actor_role, core.place, core.mention,"
        " core.mention_actor, core.event, core.event_mention, core.event_revision, ops.load_document, ops.batch,"
        " quarantine.record, ops.load, ops.expectation_result"
    )
    shuffled = articles()
    chance.shuffle(shuffled)
    while shuffled:
        cut = chance.randint(1, 4)
        load(database.engine, *shuffled[:cut])
        repeated = cut - 1 if cut > 1 and chance.random() < 0.2 else cut
        shuffled = shuffled[repeated:]
    assert core(database) == expected
