"""Databases that several tests share, and the Prefect server that flows run against."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from demarche.settings import settings
from demarche.warehouse.connect import engine
from flows.temporary_server import QUIET, temporary_server
from tests.conftest import ROOT, Database, Server, _own

PREFECT_HOME = ROOT / ".demarche" / "tests" / "prefect"

# Prefect reads its settings when it is imported, which the modules of tests do before any fixture runs.
PREFECT_HOME.mkdir(parents=True, exist_ok=True)
os.environ |= QUIET | {"PREFECT_HOME": str(PREFECT_HOME), "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false"}


@contextmanager
def cloned(server: Server, template: str) -> Iterator[Database]:
    """A migrated database of its own, for longer than one test or beside its first."""
    name = f"demarche_test_{os.getpid()}_{secrets.token_hex(4)}"
    server.execute("CREATE DATABASE {} TEMPLATE {}", name, template)
    _own(server, name)
    found = engine(server.loader.format(name))
    yield Database(name, server.owner.format(name), server.loader.format(name), server.reader.format(name), found)
    found.dispose()
    server.execute("DROP DATABASE {} WITH (FORCE)", name)


class Choose(Protocol):
    """Makes a database, and other settings, those of the flows in this process."""

    def __call__(self, database: Database, **others: str) -> None: ...


@pytest.fixture(scope="module")
def module_database(server: Server, template: str) -> Iterator[Database]:
    with cloned(server, template) as found:
        yield found


@pytest.fixture
def other_database(server: Server, template: str) -> Iterator[Database]:
    with cloned(server, template) as found:
        yield found


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """A Prefect server for the session; flows called in this process run against it."""
    with temporary_server(PREFECT_HOME) as await_server:
        from prefect.settings import PREFECT_API_URL, temporary_settings

        await_server()
        with temporary_settings({PREFECT_API_URL: os.environ["PREFECT_API_URL"]}):
            yield


@pytest.fixture
def loading_into(monkeypatch: pytest.MonkeyPatch) -> Iterator[Choose]:
    def choose(database: Database, **others: str) -> None:
        monkeypatch.setenv("DEMARCHE_DATABASE_URL", database.loader_url)
        for name, value in others.items():
            monkeypatch.setenv(f"DEMARCHE_{name.upper()}", value)
        settings.cache_clear()

    yield choose
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder for a test's articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder
