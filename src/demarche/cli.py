"""The command line of the package: `demarche extract` and what needs no checkout.

Heavy parts (spaCy, the settings' pydantic) are imported by the command that needs them, so that `demarche --help` is
quick.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, NoReturn, TextIO

import typer
from typer.exceptions import TyperException

from demarche.problems import DemarcheError

if TYPE_CHECKING:
    from demarche.coding import Job
    from demarche.records import Document
    from demarche.settings import Settings

app = typer.Typer(
    name="demarche",
    help="Diplomatic events from German-language news.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich takes longer to load than all the rest, and puts a usage error on five lines
)
RECORDS = (".jsonl",)


class Format(StrEnum):
    """Output formats of `extract`."""

    jsonl = "jsonl"
    csv = "csv"


def main() -> None:
    """Runs the command line: exit codes 0 done, 1 failed, 2 wrong usage; an error is one line."""
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except TyperException as error:
        _fail(error.format_message(), 2)
    except DemarcheError as error:
        _fail(str(error), 2)
    except (KeyboardInterrupt, typer.Abort):
        _fail("interrupted", 1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone; nothing is left to say
        sys.exit(1)
    except OSError as error:
        _fail(f"{error.filename or 'output'}: {error.strerror}", 1)


def _fail(message: str, code: int) -> NoReturn:
    sys.stderr.write(f"demarche: {message.splitlines()[0]}\n")
    sys.exit(code)


def _settings() -> Settings:
    """The settings; a wrong one is an error that names its variable."""
    from pydantic import ValidationError

    from demarche.settings import PREFIX, settings

    try:
        return settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise DemarcheError(f"{PREFIX}{str(first['loc'][0]).upper()}: {first['msg']}") from None
    except ValueError as error:
        raise DemarcheError(str(error)) from None


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if show_version:
        typer.echo(version("demarche"))
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command("settings")
def show_settings() -> None:
    """List the settings: environment variables, what they mean, their values (secrets masked)."""
    current = _settings()
    for name, field in type(current).model_fields.items():
        typer.echo(f"DEMARCHE_{name.upper()}={getattr(current, name)}\n    {field.description}")


@app.command()
def extract(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders (.txt, .html, .jsonl); the id is the relative path.")
    ] = None,
    input_: Annotated[str | None, typer.Option("--input", help="JSON Lines to read; - for standard input.")] = None,
    output: Annotated[str, typer.Option("--output", help="File to write; - for standard output.")] = "-",
    format_: Annotated[
        Format, typer.Option("--format", help="One object a document, or one row an event.")
    ] = Format.jsonl,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; default: the setting workers.")] = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Least confidence shown; default: the publishing threshold.")
    ] = None,
    hypothetical: Annotated[bool, typer.Option(help="Also events only demanded, feared or conditional.")] = False,
    text: Annotated[bool, typer.Option(help="The cleaned text, into which the spans point.")] = True,
    explain: Annotated[bool, typer.Option(help="Sense, argument slots and date rule of each event.")] = False,
) -> None:
    """Code texts: who did what to whom, when, where, and which sentence says so.

    Example: demarche extract article.txt
    """
    if bool(paths) == bool(input_):
        raise DemarcheError("give either PATHs or --input FILE (- for standard input)")
    from demarche.coding import code_documents
    from demarche.extract.rows import RowOptions

    _check(paths or [], input_, output)
    threshold = _settings().min_confidence if min_confidence is None else min_confidence
    options = RowOptions(threshold, with_hypothetical=hypothetical, with_text=text, with_explanation=explain)
    jobs = _jobs(paths or [], input_)
    errors = _write(code_documents(jobs, options, workers or _settings().workers), output, format_)
    if errors:
        _fail(f"{errors} of the documents could not be coded; their rows have an `error`", 1)


def _check(paths: list[Path], input_: str | None, output: str) -> None:
    """Refuse, before anything is written, what cannot be read and an output that is one of the inputs."""
    if output != "-" and not Path(output).parent.is_dir():
        raise DemarcheError(f"{output}: cannot be written: there is no such folder")
    inputs = [*paths, *([Path(input_)] if input_ not in {None, "-"} else [])]
    for path in inputs:
        if not path.exists():
            raise DemarcheError(f"{path}: no such file or folder")
        if output != "-" and Path(output).exists() and Path(output).samefile(path):
            raise DemarcheError(f"{output}: is also the input; write to another file")


def _jobs(paths: list[Path], input_: str | None) -> Iterator[Job]:
    """The documents to code with their row ids; an id that comes again is an error row."""
    from demarche.coding import Job
    from demarche.problems import QUARANTINE
    from demarche.records import Problem

    seen: set[str] = set()
    for row_id, document in _documents(paths, input_):
        repeated = Problem("repeated_id", QUARANTINE["repeated_id"]) if row_id in seen else None
        seen.add(row_id)
        yield Job(row_id, replace(document, problem=document.problem or repeated))


def _documents(paths: list[Path], input_: str | None) -> Iterator[tuple[str, Document]]:
    """The documents of the paths one after another, or of the JSON Lines, with their ids: the path relative to the one
    given, or where several are given the path as given; a record of a JSON Lines file has its own."""
    from demarche.collect import collect, collect_records

    now = dt.datetime.now(dt.UTC)
    if input_ is not None:
        with _binary(input_) as stream:
            yield from ((d.location, d) for d in collect_records(stream, source="extract", fetched_at=now))
        return
    for path in paths:
        if path.suffix in RECORDS and path.is_file():
            with path.open("rb") as stream:
                yield from ((d.location, d) for d in collect_records(stream, source="extract", fetched_at=now))
        else:
            before = "" if len(paths) == 1 else f"{path.as_posix()}/" if path.is_dir() else f"{path.parent.as_posix()}/"
            before = before.removeprefix("./")
            yield from ((before + d.location, d) for d in collect(path, source="extract", fetched_at=now))


@contextmanager
def _binary(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    path = Path(name)
    if not path.is_file():
        raise DemarcheError(f"{name}: no such file; give a JSON Lines file or - for standard input")
    with path.open("rb") as stream:
        yield stream


@contextmanager
def _text(name: str) -> Iterator[TextIO]:
    if name == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        return
    path = Path(name)
    beside = path if path.exists() and not path.is_file() else path.with_name(path.name + ".part")
    with beside.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream
    if beside != path:
        beside.replace(path)


def _write(rows: Iterable[dict[str, Any]], output: str, format_: Format) -> int:
    """Writes the rows as they come; returns how many of them are errors."""
    from demarche.extract.rows import CSV_COLUMNS, csv_rows

    errors = 0
    with _text(output) as stream:
        table = csv.DictWriter(stream, CSV_COLUMNS, lineterminator="\n")
        if format_ is Format.csv:
            table.writeheader()
        for row in _with_progress(rows):
            errors += "error" in row
            if format_ is Format.csv:
                table.writerows(csv_rows(row))
            else:
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return errors


def _with_progress(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A counter on a terminal, nothing in logs."""
    if not sys.stderr.isatty():
        yield from rows
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents coded"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for row in rows:
            progress.advance(task)
            yield row
