"""Migrations: numbered plain SQL, each in a transaction of its own, never changed once applied.

After the migrations come the parts that are made anew when they change: the code tables (from the ontology), the
views of `sql/views/`, and the grants of `sql/roles.sql`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, LiteralString

import sqlalchemy as sa
from psycopg import errors
from pydantic import SecretStr

from demarche import ontology
from demarche.problems import DemarcheError
from demarche.warehouse import connect
from demarche.warehouse.connect import Cursor
from demarche.warehouse.queries import folder, query, script

VIEWS = "views"  # the name under which the views' checksum is kept


def migrate(url: SecretStr | str, loader: SecretStr | str | None = None) -> list[str]:
    """Bring the database to the newest state, as its owner; return what was applied, in order.

    With the loader's URL, its login must be demarche_loader, a member of it, or this very login.
    DemarcheError: an applied migration was changed, or the database is newer than this checkout.
    """
    engine = connect.engine(url)
    try:
        create_roles(engine)
        applied = [path.name for path in folder("migrations") if _apply(engine, path)]
        return applied + _refresh(engine, loader)
    except errors.InsufficientPrivilege as error:
        raise DemarcheError(f"{connect.redacted(url)}: {error.diag.message_primary}; migrate as the owner") from error
    finally:
        engine.dispose()


def create_roles(engine: sa.Engine) -> None:
    """Create the three roles where they are missing; DemarcheError if this login may not."""
    with connect.transaction(engine) as cursor:
        missing = [name for (name,) in cursor.execute(query("missing_roles"))]
        if not missing:
            return
        try:
            cursor.execute(query("create_roles"))
        except errors.InsufficientPrivilege:
            message = f"role {missing[0]} is missing and this login may not create it: run sql/roles.sql, first part"
            raise DemarcheError(message) from None


def _apply(engine: sa.Engine, path: Path) -> bool:
    text = script(path)
    with connect.transaction(engine) as cursor:
        _begin(cursor)
        applied = _applied(cursor)
        _refuse_strange(applied)
        if path.name in applied:
            _refuse_changed(path, applied[path.name], text)
            return False
        cursor.execute(text)
        _note(cursor, path.name, text)
    return True


def _refresh(engine: sa.Engine, loader: SecretStr | str | None) -> list[str]:
    with connect.transaction(engine) as cursor:
        _begin(cursor)
        _fill_code_tables(cursor)
        changed = _refresh_views(cursor)
        cursor.execute(query("grants"))
        if loader is not None:
            _require_membership(cursor, connect.parsed(loader).username)
    return [VIEWS] if changed else []


def _begin(cursor: Cursor) -> None:
    cursor.execute(query("lock_migrations"))
    if _scalar(cursor, query("can_be_owner")):
        cursor.execute(query("become_owner"))
    if not _scalar(cursor, query("has_migration_table")):
        cursor.execute(query("create_migration_table"))


def _applied(cursor: Cursor) -> dict[str, str]:
    return dict(cursor.execute(query("applied_migrations")).fetchall())


def _refuse_strange(applied: Iterable[str]) -> None:
    known = {path.name for path in folder("migrations")} | {VIEWS}
    if strange := sorted(set(applied) - known):
        raise DemarcheError(f"the database has had {strange[0]}, unknown to this checkout: update the checkout")


def _refuse_changed(path: Path, checksum: str, text: str) -> None:
    if checksum != _checksum(text):
        raise DemarcheError(f"{path.name} was changed after it was applied: restore it and write a new migration")


def _refresh_views(cursor: Cursor) -> bool:
    """Make the views anew if any of them changed; readers wait for that one transaction."""
    paths = folder("views")
    text = "\n".join(f"{path.name}\n{script(path)}" for path in paths)
    if _applied(cursor).get(VIEWS) == _checksum(text):
        return False
    cursor.execute(query("drop_views"))
    for path in paths:
        cursor.execute(script(path))
    _note(cursor, VIEWS, text)
    return True


def _fill_code_tables(cursor: Cursor) -> None:
    _upsert(cursor, "quad_class", ((number, *labels) for number, labels in ontology.quad_labels().items()))
    _upsert(cursor, "event_status", ((status, *labels) for status, labels in ontology.status_labels().items()))
    types = ontology.event_types().values()
    _upsert(cursor, "event_type", ((t.name, t.quad_class, t.score, t.symmetry, t.label_de, t.label_en) for t in types))
    modes = ((t.name, m.name, m.score, m.label_de, m.label_en) for t in types for m in t.modes.values())
    _upsert(cursor, "event_mode", modes)
    codes = ontology.cameo().values()
    _upsert(cursor, "cameo", ((c.code, c.name, c.goldstein, c.type, c.mode, list(c.contexts)) for c in codes))
    _upsert(cursor, "body", ((b.code, b.label_de, b.label_en, b.kind) for b in ontology.bodies().values()))


def _upsert(cursor: Cursor, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    cursor.executemany(query(f"upsert_{table}"), rows)


def _require_membership(cursor: Cursor, login: str | None) -> None:
    member = _scalar(cursor, query("is_member"), {"login": login})
    if member is False and login != _scalar(cursor, "SELECT session_user"):
        raise DemarcheError(f"the login {login} is no member of demarche_loader: GRANT demarche_loader TO {login}")


def _note(cursor: Cursor, migration: str, text: str) -> None:
    cursor.execute(query("note_migration"), {"migration": migration, "checksum": _checksum(text)})


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _scalar(cursor: Cursor, statement: LiteralString, parameters: dict[str, Any] | None = None) -> object:
    row = cursor.execute(statement, parameters).fetchone()
    return row[0] if row else None
