"""The SQL of the warehouse, read from `sql/` and called by name, so that no statement is put together in Python."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import LiteralString, cast

from demarche.problems import DemarcheError

SQL = Path(__file__).resolve().parents[3] / "sql"
_NAME = re.compile(r"^-- name: (\w+)\n", re.MULTILINE)


def query(name: str) -> LiteralString:
    """The statement of that name in `sql/queries/` or `sql/roles.sql`; KeyError if there is none."""
    return _queries()[name]


def script(path: Path) -> LiteralString:
    """The text of a file in `sql/`: a migration or a view."""
    text: LiteralString = path.read_text(encoding="utf-8")  # a file of ours, as good as a literal
    return text


def folder(name: str) -> list[Path]:
    """The SQL files of a folder of `sql/`, by name; DemarcheError outside a checkout."""
    if not SQL.is_dir():
        raise DemarcheError("the warehouse needs a checkout of the project: the installed package holds no sql/")
    return sorted((SQL / name).glob("*.sql"))


@lru_cache(maxsize=1)
def _queries() -> dict[str, LiteralString]:
    found: dict[str, LiteralString] = {}
    for path in [*folder("queries"), SQL / "roles.sql"]:
        for name, statement in _parse(script(path)):
            if name in found:
                raise ValueError(f"two statements are named {name}: the second is in {path.name}")
            found[name] = statement
    return found


def _parse(text: LiteralString) -> list[tuple[str, LiteralString]]:
    parts = _NAME.split(text)
    return [(name, cast("LiteralString", body)) for name, body in zip(parts[1::2], parts[2::2], strict=True)]
