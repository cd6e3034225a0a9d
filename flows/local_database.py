"""The database of a run from the command line: the one that the settings name, else the embedded one."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from demarche.problems import DemarcheError
from demarche.settings import PREFIX, settings
from demarche.warehouse import connect
from demarche.warehouse.embedded import Cluster, database_name
from demarche.warehouse.migrate import migrate

LOADER = f"{PREFIX}DATABASE_URL"


@contextmanager
def migrated_database(path: Path | None) -> Iterator[str]:
    """The loader's URL of a migrated database, which the settings then name: of its own for a path, if embedded.

    A database that the settings name is migrated where they name its owner as well. DemarcheError: it does not answer,
    or was never migrated.
    """
    chosen = settings()
    if chosen.database_url is not None:
        if chosen.migration_url is not None:
            migrate(chosen.migration_url, chosen.database_url)
        _require_views(chosen.database_url, f"it is not migrated: set {PREFIX}MIGRATION_URL, its owner's, as well")
        yield chosen.database_url.get_secret_value()
        return
    if chosen.migration_url is not None:
        raise DemarcheError(f"{PREFIX}MIGRATION_URL is set alone: set {LOADER}, the loader's, as well")
    with Cluster(chosen.home) as cluster:
        migrate(cluster.url(database_name(path)))
        with _named(cluster.url(database_name(path), role="demarche_loader")) as url:
            yield url


@contextmanager
def _named(url: str) -> Iterator[str]:
    """Make the URL a setting of this process, where the flow and its child processes find it."""
    os.environ[LOADER] = url
    settings.cache_clear()
    try:
        yield url
    finally:
        del os.environ[LOADER]
        settings.cache_clear()


def open_psql(path: Path | None) -> int:
    """Open the bundled psql in the database of a run, to read; its exit status. DemarcheError where nothing was run."""
    chosen = settings()
    advice = f"nothing has been loaded yet: run `make run{f' ARTICLES={path}' if path else ''}` first"
    cluster = Cluster(chosen.home)
    if chosen.database_url is not None:
        return _psql(cluster, chosen.database_url, advice)
    with cluster:
        return _psql(cluster, cluster.url(database_name(path), role="demarche_loader"), advice)


def _psql(cluster: Cluster, where: SecretStr | str, advice: str) -> int:
    _require_views(where, advice)
    url = connect.parsed(where)
    place = {"PGHOST": url.host, "PGPORT": url.port, "PGUSER": url.username, "PGPASSWORD": url.password}
    options = {"PGDATABASE": url.database, "PGOPTIONS": "-c default_transaction_read_only=on -c search_path=bi,public"}
    named = {name: str(value) for name, value in (place | options).items() if value is not None}
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends a statement, not psql
    try:
        return subprocess.run([cluster.binary("psql")], env=os.environ | named, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, ours)


def _require_views(where: SecretStr | str, advice: str) -> None:
    engine = connect.engine(where)
    try:
        with connect.transaction(engine) as cursor:
            [(view,)] = cursor.execute("SELECT to_regclass('bi.event')").fetchall()
    finally:
        engine.dispose()
    if view is None:
        raise DemarcheError(f"{connect.redacted(where)}: {advice}")
