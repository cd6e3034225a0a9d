"""A clean environment for every test, and a database of its own for each that asks for one.

Databases are clones of a template that is migrated once a session: on the server of DEMARCHE_DATABASE_URL (and
DEMARCHE_MIGRATION_URL, its owner, who may create databases and roles) where that is set, else on an embedded one.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

PREFIXES = ("DEMARCHE_", "PG", "PREFECT_")
GIVEN = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith(PREFIXES)}
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Server:
    """Where test databases are made, and how each role logs in there (`{}` stands for the database)."""

    admin: str = field(repr=False)
    owner: str = field(repr=False)
    loader: str = field(repr=False)
    reader: str = field(repr=False)

    def execute(self, statement: LiteralString, *names: str) -> None:
        with psycopg.connect(self.admin, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@dataclass(frozen=True)
class Database:
    """One database: URLs by role, and an engine of the loader's."""

    name: str
    owner_url: str = field(repr=False)
    loader_url: str = field(repr=False)
    reader_url: str = field(repr=False)
    engine: sa.Engine

    def fetch(self, statement: LiteralString, *parameters: object) -> list[tuple[Any, ...]]:
        """Rows of a statement, as the owner."""
        with psycopg.connect(self.owner_url) as connection:
            return connection.execute(statement, parameters or None).fetchall()

    def execute(self, statement: LiteralString, *parameters: object) -> None:
        """Run a statement as the owner."""
        with psycopg.connect(self.owner_url) as connection:
            connection.execute(statement, parameters or None)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    made = _given_server() if "DEMARCHE_DATABASE_URL" in GIVEN else _embedded_server()
    with made as found:
        yield found


@pytest.fixture(scope="session")
def template(server: Server) -> Iterator[str]:
    from demarche.warehouse.migrate import migrate

    name = f"demarche_template_{os.getpid()}_{secrets.token_hex(4)}"
    server.execute("CREATE DATABASE {} TEMPLATE template0", name)
    _own(server, name)
    migrate(server.owner.format(name))
    yield name
    server.execute("DROP DATABASE {} WITH (FORCE)", name)


@pytest.fixture
def database(server: Server, template: str) -> Iterator[Database]:
    from demarche.warehouse.connect import engine

    name = f"demarche_test_{os.getpid()}_{secrets.token_hex(4)}"
    server.execute("CREATE DATABASE {} TEMPLATE {}", name, template)
    _own(server, name)
    found = engine(server.loader.format(name))
    yield Database(name, server.owner.format(name), server.loader.format(name), server.reader.format(name), found)
    found.dispose()
    server.execute("DROP DATABASE {} WITH (FORCE)", name)


@pytest.fixture
def empty_database(server: Server) -> Iterator[str]:
    """The owner's URL of a database that was never migrated."""
    name = f"demarche_test_{os.getpid()}_{secrets.token_hex(4)}"
    server.execute("CREATE DATABASE {} TEMPLATE template0", name)
    _own(server, name)
    yield server.owner.format(name)
    server.execute("DROP DATABASE {} WITH (FORCE)", name)


def _own(server: Server, name: str) -> None:
    """Give a database to the owner, with the rights that a template does not hand down."""
    owner = psycopg.conninfo.conninfo_to_dict(server.owner.format(name))["user"]
    server.execute("ALTER DATABASE {} OWNER TO {}", name, str(owner))
    server.execute("REVOKE ALL ON DATABASE {} FROM PUBLIC", name)
    server.execute("GRANT CONNECT ON DATABASE {} TO demarche_loader, demarche_reader", name)


@contextmanager
def _embedded_server() -> Iterator[Server]:
    from demarche.warehouse.embedded import ROLES, Cluster

    with Cluster(ROOT / ".demarche" / "tests", durable=False) as cluster:
        admin = cluster.url("postgres", "postgres")
        yield Server(admin, *(cluster.url("postgres", role).removesuffix("postgres") + "{}" for role in ROLES))


@contextmanager
def _given_server() -> Iterator[Server]:
    """Logins of our own beside the given one, members of the three roles, for as long as the session lasts."""
    from demarche.warehouse.connect import engine, libpq_url
    from demarche.warehouse.migrate import create_roles

    admin = libpq_url(GIVEN.get("DEMARCHE_MIGRATION_URL", GIVEN["DEMARCHE_DATABASE_URL"]))
    bound = engine(admin)
    create_roles(bound)
    bound.dispose()
    parts = psycopg.conninfo.conninfo_to_dict(admin)
    where = f"{parts.get('host', 'localhost')}:{parts.get('port', 5432)}"
    logins = {
        role: (f"{role}_{secrets.token_hex(4)}", secrets.token_urlsafe(12)) for role in ("owner", "loader", "reader")
    }
    server = Server(admin, *(f"postgresql://{login}:{word}@{where}/{{}}" for login, word in logins.values()))
    with psycopg.connect(admin, autocommit=True) as connection:
        for role, (login, word) in logins.items():
            create = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {} IN ROLE {}")
            member = sql.Identifier(f"demarche_{role}")
            connection.execute(create.format(sql.Identifier(login), sql.Literal(word), member))
    yield server
    for login, _ in logins.values():
        server.execute("DROP ROLE {}", login)
