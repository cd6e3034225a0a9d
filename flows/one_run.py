"""One run of the daily flow from the command line: database and Prefect server around it, and the report after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from demarche.problems import DemarcheError
from demarche.settings import settings
from flows.local_database import migrated_database
from flows.report import show
from flows.run_log import Say, logged, progress
from flows.temporary_server import temporary_server


def one_run(path: Path | None) -> None:
    """Load the articles under a path (none: the samples) and print what came out; DemarcheError if the load failed."""
    home = settings().home
    with migrated_database(path) as url:
        with progress() as say, temporary_server(home / "prefect") as await_server:
            load_id = _daily(path, home / "run.log", say, await_server)
        show(url, load_id, path)


def _daily(path: Path | None, log: Path, say: Say, await_server: Callable[[], None]) -> UUID:
    """The real flow, through Prefect. Importing it takes as long as the server's start, so both go on at once."""
    say("loading Prefect and the language")
    from flows.daily import daily

    await_server()
    with logged(log, say):
        try:
            return daily(path=str(path) if path else None)
        except DemarcheError:
            raise
        except Exception as error:
            reason = str(error).partition("\n")[0]
            raise DemarcheError(f"the load failed: {type(error).__name__}: {reason} (see {log})") from error
