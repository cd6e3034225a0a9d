"""German sentences and records through the coder, in this process: one coder a session, whatever the test."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from demarche import ontology
from demarche.cli import app
from demarche.coding import coder as shared_coder
from demarche.extract.coder import Coder
from demarche.records import Article, Coding, Event, Published, content_id

Row = dict[str, Any]
ROOT = Path(__file__).resolve().parents[1]


def coder() -> Coder:
    """The German coder, the same one that the command line uses in this process."""
    return shared_coder("de")


def code(text: str, published: str | None = None) -> Coding:
    """What the coder makes of a clean text; `published` is a day."""
    day = dt.date.fromisoformat(published) if published else None
    when = Published(day, day, "metadata") if day else Published()
    return coder().code(Article(content_id("test", text), text, "de", when))


def told(text: str, published: str | None = None, *, hypothetical: bool = False) -> set[str]:
    """The events of a text, each as `TYPE SRC>TGT status`, or `TYPE A=B status` where the sides can be swapped.

    Codes of one side are joined by `+` in their alphabetical order."""
    events = code(text, published).events
    return {shown(event) for event in events if hypothetical or event.status != "hypothetical"}


def shown(event: Event) -> str:
    """An event in the notation of `told`."""
    sides = "+".join(sorted(event.source)), "+".join(sorted(event.target))
    is_symmetric = ontology.is_symmetric(event.type, event.is_mutual)
    pair = "=".join(sorted(sides)) if is_symmetric else ">".join(sides)
    return f"{event.type} {pair} {event.status}"


def the_event(text: str, event_type: str, published: str | None = None) -> Event:
    """The only event of a type in a text; AssertionError where there is none or more than one."""
    events = [event for event in code(text, published).events if event.type == event_type]
    assert len(events) == 1, [shown(event) for event in events]
    return events[0]


def invoke(*arguments: str, given: str | None = None) -> Result:
    """`demarche extract` with these arguments, in this process."""
    return CliRunner().invoke(app, ["extract", *arguments], input=given)


def extract(records: Iterable[Row], *arguments: str) -> list[Row]:
    """The rows that `demarche extract --input -` writes for records."""
    given = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return rows(invoke("--input", "-", *arguments, given=given))


def rows(result: Result) -> list[Row]:
    """The rows of a run that wrote to standard output; AssertionError where it broke off."""
    assert isinstance(result.exception, SystemExit | None), result.exception
    return [json.loads(line) for line in result.stdout.splitlines()]


def sentences(
    cases: Sequence[tuple[str, str]],
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Parametrizes a test by (German text, event) pairs, named by the event."""
    import pytest

    return pytest.mark.parametrize(("text", "event"), cases, ids=[f"{event}-{i}" for i, (_, event) in enumerate(cases)])
