"""The database of a run from the command line: the one that the settings name, else the embedded one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import URL

from demarche.problems import DemarcheError
from demarche.settings import PREFIX, settings
from demarche.warehouse import connect
from demarche.warehouse.embedded import Cluster, database_name
from demarche.warehouse.migrate import migrate

LOADER = f"{PREFIX}DATABASE_URL"


@contextmanager
def migrated_database(path: Path | None) -> Iterator[str]:
    """The loader's URL of a migrated database, which the settings then name: of its own for a path, if embedded.

    A database that the settings name is migrated where they name its owner as well.
    """
    chosen = settings()
    if chosen.database_url is not None:
        if chosen.migration_url is not None:
            migrate(chosen.migration_url, chosen.database_url)
        yield chosen.database_url.get_secret_value()
        return
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
    cluster = Cluster(chosen.home)
    if chosen.database_url is not None:
        return _psql(cluster, connect.parsed(chosen.database_url))
    with cluster:
        url = connect.parsed(cluster.url(database_name(path), role="demarche_loader"))
        _require_views(url, path)
        return _psql(cluster, url)


def _psql(cluster: Cluster, url: URL) -> int:
    place = {"PGHOST": url.host, "PGPORT": url.port, "PGUSER": url.username, "PGPASSWORD": url.password}
    options = {"PGDATABASE": url.database, "PGOPTIONS": "-c default_transaction_read_only=on -c search_path=bi,public"}
    named = {name: str(value) for name, value in (place | options).items() if value is not None}
    return subprocess.run([cluster.binary("psql")], env=os.environ | named, check=False).returncode


def _require_views(url: URL, path: Path | None) -> None:
    engine = connect.engine(url.render_as_string(hide_password=False))
    with connect.transaction(engine) as cursor:
        found = cursor.execute("SELECT to_regclass('bi.event')").fetchone()
    engine.dispose()
    if found in (None, (None,)):
        articles = f" ARTICLES={path}" if path else ""
        raise DemarcheError(f"nothing has been loaded yet: run `make run{articles}` first")
