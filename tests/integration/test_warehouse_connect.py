"""Connecting: what a wrong URL and a database that is down say, and that no password is ever shown."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from psycopg.errors import UniqueViolation
from pydantic import SecretStr

from demarche.problems import DemarcheError
from demarche.warehouse.connect import DatabaseUnreachableError, engine, redacted, transaction
from demarche.warehouse.queries import query

if TYPE_CHECKING:
    from tests.conftest import Database

SECRET = "correct-horse-battery"  # noqa: S105 - a made-up one to look for


@pytest.mark.parametrize(
    "url",
    [
        f"mysql://user:{SECRET}@host/database",
        f"not a url {SECRET}",
        f"postgresql://user:{SECRET}@host:port/database",
        "",
    ],
)
def test_a_wrong_url_is_told_in_one_line_without_itself(url: str) -> None:
    with pytest.raises(DemarcheError) as caught:
        engine(url)
    assert "write postgresql://user:password@host:port/database" in str(caught.value)
    assert SECRET not in str(caught.value)


def test_a_database_that_is_down_is_told_in_one_line_without_password() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = SecretStr(f"postgresql://user:{SECRET}@127.0.0.1:{port}/news")
    with pytest.raises(DatabaseUnreachableError) as caught, transaction(engine(url)):
        pass
    message = str(caught.value)
    assert message.startswith(f"cannot connect to the database postgresql://***@127.0.0.1:{port}/news: ")
    assert "Connection refused" in message
    assert "\n" not in message
    assert SECRET not in message


def test_a_wrong_password_is_told_without_it(database: Database) -> None:
    url = database.loader_url.replace("://", "://nobody_").replace("@", f"{SECRET}@")
    with pytest.raises(DatabaseUnreachableError) as caught, transaction(engine(url)):
        pass
    assert "password authentication failed" in str(caught.value)
    assert SECRET not in str(caught.value)


def test_the_name_of_an_engine_holds_no_password() -> None:
    url = f"postgresql://user:{SECRET}@host:5432/news"
    assert SECRET not in repr(engine(url))
    assert redacted(url) == "postgresql://***@host:5432/news"


def test_sessions_have_time_limits_and_a_name(database: Database) -> None:
    with transaction(database.engine) as cursor:
        shown = [cursor.execute(f"SHOW {name}").fetchone() for name in (
            "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "timezone", "application_name"
        )]  # fmt: skip
    assert [row and row[0] for row in shown] == ["30min", "1min", "10min", "UTC", "demarche"]


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    row = {"load_id": "00000000-0000-0000-0000-000000000001", "flow": "test", "parameters": "{}", "min_confidence": 0.5}
    with pytest.raises(UniqueViolation), transaction(database.engine) as cursor:
        cursor.executemany(query("open_load"), [row, row])
    assert database.fetch("SELECT count(*) FROM ops.load") == [(0,)]


def test_a_statement_that_nobody_wrote() -> None:
    with pytest.raises(KeyError):
        query("drop_everything")


def test_an_at_sign_in_a_password_is_refused_and_not_shown() -> None:
    with pytest.raises(DemarcheError, match="write %40 in its place") as caught:
        engine("postgresql://loader:p@ssgeheim@127.0.0.1:1/db")
    assert "geheim" not in str(caught.value)
