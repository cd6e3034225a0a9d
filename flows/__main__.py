"""The command line of a checkout: `python -m flows run [PATH]` and its like, which `make` calls.

Status 0: done; 1: failed; 2: wrong usage. An error is one line on standard error. Prefect, spaCy and Great
Expectations take seconds to import and are only imported by the command that needs them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from typer.exceptions import TyperException

from demarche.problems import DemarcheError
from demarche.settings import PREFIX, settings

Articles = Annotated[Path | None, typer.Argument(exists=True, help="File or folder of articles; none: samples/.")]

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help="Demarche in a checkout."
)


@app.command()
def run(path: Articles = None) -> None:
    """Run the daily flow over a path, in a temporary Prefect server, and show what came out."""
    from flows.one_run import one_run

    one_run(path)


@app.command()
def migrate() -> None:
    """Bring the database that the settings name, or the embedded one, to the newest state."""
    from flows.local_database import migrated_database

    with migrated_database(None):
        typer.echo("the database is up to date")


@app.command()
def psql(path: Articles = None) -> None:
    """Open psql, to read, in the database of `run` with the same path."""
    from flows.local_database import open_psql

    raise typer.Exit(open_psql(path))


@app.command()
def stop() -> None:
    """Stop the embedded Postgres, if one was left running."""
    from demarche.warehouse.embedded import Cluster

    Cluster(settings().home).stop()


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status."""
    try:
        _read_settings()
        return app(arguments, prog_name="python -m flows", standalone_mode=False) or 0
    except TyperException as error:
        return _failed(error.format_message(), 2)
    except DemarcheError as error:
        return _failed(str(error), 1)
    except OSError as error:
        return _failed(f"{error.filename or 'output'}: {error.strerror}", 1)
    except (KeyboardInterrupt, typer.Abort):
        return _failed("interrupted", 1)


def _read_settings() -> None:
    """Refuse wrong settings before anything starts."""
    try:
        settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise typer.BadParameter(f"{PREFIX}{str(first['loc'][0]).upper()}: {first['msg']}") from None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _failed(message: str, status: int) -> int:
    typer.echo(f"error: {' '.join(message.split())}", err=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
