"""Connections: an engine from a URL, a transaction from an engine, and errors that never show a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from demarche.problems import DemarcheError

CONNECT_SECONDS = 10
STATEMENT_MINUTES = 30  # a publish of millions of rows is one statement after another, none of them long
LOCK_SECONDS = 60
IDLE_MINUTES = 10  # a client that sleeps inside a transaction holds back vacuum

NAMED = "the database URL (DEMARCHE_DATABASE_URL, DEMARCHE_MIGRATION_URL)"

Cursor = psycopg.Cursor[tuple[Any, ...]]


class DatabaseUnreachableError(DemarcheError):
    """No connection could be made."""


def engine(url: SecretStr | str) -> sa.Engine:
    """An engine for a Postgres URL, as psycopg 3 speaks it; DemarcheError for what is no such URL."""
    options = (
        f"-c statement_timeout={STATEMENT_MINUTES}min -c lock_timeout={LOCK_SECONDS}s "
        f"-c idle_in_transaction_session_timeout={IDLE_MINUTES}min -c timezone=UTC"
    )
    arguments = {"connect_timeout": CONNECT_SECONDS, "application_name": "demarche", "options": options}
    return sa.create_engine(parsed(url), pool_pre_ping=True, connect_args=arguments, hide_parameters=True)


def parsed(url: SecretStr | str) -> URL:
    """The URL with its driver set; DemarcheError, without the text, for what is no Postgres URL."""
    text = url.get_secret_value() if isinstance(url, SecretStr) else url
    try:
        found = make_url(text)
    except (ArgumentError, ValueError):
        found = None
    if found is None or found.get_backend_name() not in ("postgresql", "postgres"):
        raise DemarcheError(f"{NAMED} is no Postgres URL: write postgresql://user:password@host:port/database")
    if "@" in (found.host or ""):
        raise DemarcheError(f"{NAMED}: the password holds an @; write %40 in its place")
    return found.set(drivername="postgresql+psycopg")


def libpq_url(url: SecretStr | str) -> str:
    """The URL as psycopg, psql and pg_dump take it, password included: for their argument or environment only."""
    return parsed(url).set(drivername="postgresql").render_as_string(hide_password=False)


def redacted(url: SecretStr | str | URL) -> str:
    """The URL fit to print: `postgresql://***@host:port/database`."""
    found = url if isinstance(url, URL) else parsed(url)
    port = f":{found.port}" if found.port else ""
    return f"postgresql://***@{found.host or ''}{port}/{found.database or ''}"


@contextmanager
def transaction(bind: sa.Engine) -> Iterator[Cursor]:
    """A cursor inside a transaction that commits at the end; DatabaseUnreachableError if there is no connection."""
    with connected(bind) as connection, connection.begin(), cursor(connection) as found:
        yield found


@contextmanager
def connected(bind: sa.Engine) -> Iterator[sa.Connection]:
    """A connection of the engine; DatabaseUnreachableError, in one line, if there is none to be had."""
    try:
        connection = bind.connect()
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        message = f"cannot connect to the database {redacted(bind.url)}: {reason}; is it running, is the URL right?"
        raise DatabaseUnreachableError(message) from None
    with connection:
        yield connection


def cursor(connection: sa.Connection) -> Cursor:
    """A psycopg cursor on the connection, inside its transaction."""
    found: Cursor = connection.connection.cursor()  # type: ignore[assignment]
    return found
