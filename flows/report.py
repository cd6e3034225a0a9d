"""What a run prints at its end: its events, what was kept out and why, how to look further, and the counts."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from textwrap import shorten
from uuid import UUID

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from demarche.warehouse import connect, read
from demarche.warehouse.read import EventRow, ProblemRow

WIDTH = 140  # of what is not printed on a terminal
MOST_ROWS = 200
MOST_WIDTHS = {"who": 18, "place": 14}  # what is wider goes on in a second line; the last column is cut instead
MOST_WIDTH = 36  # of all others
GAP = 3  # between columns


def show(url: str, load_id: UUID, path: Path | None) -> None:
    """Print the report of a published load; its last line is the counts."""
    engine = connect.engine(url)
    counts = read.load_counts(engine, load_id)
    events, problems = read.load_events(engine, load_id), read.load_problems(engine, load_id)
    engine.dispose()
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDTH
    _print_events(console, events)
    _print_problems(console, problems)
    console.print(_further(path), markup=False, soft_wrap=True)
    console.print(counts.sentence, markup=False, soft_wrap=True)


def _print_events(console: Console, events: Sequence[EventRow]) -> None:
    rows = [(_date(one), _event(one), _dyad(one), one.place_name or "", one.evidence) for one in events[:MOST_ROWS]]
    _print_table(console, "events", ("date", "event", "who", "place", "evidence"), rows)
    if len(events) > MOST_ROWS:
        console.print(f"… and {len(events) - MOST_ROWS} more events")


def _print_problems(console: Console, problems: Sequence[ProblemRow]) -> None:
    if not problems:
        return
    rows = [(one.location, one.outcome, one.code, one.message) for one in problems[:MOST_ROWS]]
    _print_table(console, "kept out", ("article", "outcome", "code", "reason"), rows)
    if len(problems) > MOST_ROWS:
        rest = Counter(problem.code for problem in problems[MOST_ROWS:])
        console.print(f"… and {', '.join(f'{number} {code}' for code, number in rest.most_common())} more")


def _print_table(console: Console, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    rest = console.width - GAP * len(columns)
    for column, cells in zip(columns[:-1], zip(columns, *rows, strict=True), strict=False):
        width = min(MOST_WIDTHS.get(column, MOST_WIDTH), max(map(len, cells)))
        table.add_column(column, overflow="fold", width=width)
        rest -= width
    table.add_column(columns[-1])
    for row in rows:
        table.add_row(*map(Text, row[:-1]), Text(shorten(row[-1], max(20, rest), placeholder=" …")))
    console.print(table)


def _date(event: EventRow) -> str:
    """The day, the two ends of a span, or the interval that an imprecise date leaves open."""
    if event.date_start is None:
        return "unknown"
    if event.date_start == event.date_end:
        return str(event.date_start)
    return f"{event.date_start} {'to' if event.date_precision == 'span' else '..'} {event.date_end}"


def _event(event: EventRow) -> str:
    """Status (where it is not actual), type and mode."""
    status = None if event.status == "actual" else event.status
    return " ".join(word for word in (status, event.event_type, event.event_mode) if word)


def _dyad(event: EventRow) -> str:
    return " ".join([*event.source_codes, "→", *event.target_codes])


def _further(path: Path | None) -> str:
    articles = f" ARTICLES={shlex.quote(str(path))}" if path else ""
    queries = "TABLE bi.event; or TABLE quarantine.record;"
    return f"look further: `make psql{articles}`, then {queries}"
