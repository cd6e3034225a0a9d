"""What a run prints at its end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from rich.console import Console

from demarche.warehouse.read import EventRow, ProblemRow
from flows import report

EVENT = EventRow(
    event_id=UUID(int=1),
    date_start=dt.date(2024, 3, 4),
    date_end=dt.date(2024, 3, 4),
    date_precision="day",
    event_type="CONSULT",
    event_mode="visit",
    status="actual",
    source_codes=["NOR", "SWE"],
    target_codes=["FIN"],
    place_name="Turku [Hafen]",
    place_country="FIN",
    confidence=0.9,
    article_count=2,
    evidence="Die Minister\ntrafen sich. " * 20,
)
PROBLEM = ProblemRow("samples", "a/b.txt", "quarantined", "empty_document", "the document holds no text at all")


@pytest.fixture
def console() -> Console:
    return Console(width=100, record=True, highlight=False)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "2024-03-04"),
        ({"date_start": None, "date_end": None}, "unknown"),
        ({"date_end": dt.date(2024, 3, 31), "date_precision": "month"}, "2024-03-04 .. 2024-03-31"),
        ({"date_end": dt.date(2024, 3, 6), "date_precision": "span"}, "2024-03-04 to 2024-03-06"),
        ({"status": "planned"}, "planned CONSULT visit"),
        ({"event_mode": None}, "CONSULT  "),
        ({"target_codes": []}, "NOR SWE →"),
    ],
)
def test_an_event_is_a_line(console: Console, changes: dict[str, object], shown: str) -> None:
    report._print_events(console, [replace(EVENT, **changes)])  # type: ignore[arg-type]
    [line] = [line for line in console.export_text().splitlines() if "CONSULT" in line]
    assert shown in line
    assert "Turku [Hafen]" in line
    assert line.rstrip().endswith("…")
    assert len(line) <= 100


def test_what_was_kept_out_is_told_with_its_reason(console: Console) -> None:
    report._print_problems(console, [PROBLEM])
    text = console.export_text()
    assert all(word in text for word in ("a/b.txt", "quarantined", "empty_document", "holds no text"))


def test_without_problems_there_is_no_table_of_them(console: Console) -> None:
    report._print_problems(console, [])
    assert console.export_text() == ""


def test_without_events_the_table_is_empty(console: Console) -> None:
    report._print_events(console, [])
    assert "evidence" in console.export_text()


def test_long_lists_are_cut_and_the_rest_is_counted(console: Console) -> None:
    report._print_events(console, [EVENT] * (report.MOST_ROWS + 7))
    report._print_problems(console, [PROBLEM] * (report.MOST_ROWS + 3))
    text = console.export_text()
    assert "… and 7 more events" in text
    assert "… and 3 empty_document more" in text


def test_a_path_with_a_blank_is_quoted() -> None:
    assert "`make psql ARTICLES='my articles'`" in report._further(Path("my articles"))
    assert "`make psql`" in report._further(None)
