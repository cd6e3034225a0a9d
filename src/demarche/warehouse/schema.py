"""The schema as one readable file: `python -m demarche.warehouse.schema` writes `sql/schema.sql`.

Made by the bundled pg_dump from a database that has had all migrations, without what changes from one to the next.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from demarche.problems import DemarcheError
from demarche.warehouse import connect
from demarche.warehouse.embedded import Cluster
from demarche.warehouse.migrate import migrate
from demarche.warehouse.queries import SQL

HEAD = "-- The schema after all migrations. Generated (python -m demarche.warehouse.schema); a test holds it equal.\n"
_NOISE = re.compile(r"^(--.*|SET .*|SELECT pg_catalog\.set_config.*|\\(un)?restrict .*)\n", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")
DATABASE = "demarche_schema"


def dump_schema(url: str) -> str:
    """The schema of the database: tables, views, comments and grants; no owners, no data. Postgres 18's wording."""
    program = Cluster(SQL.parent / ".demarche").binary("pg_dump")
    command = [program, "--schema-only", "--no-owner", f"--dbname={connect.libpq_url(url)}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise DemarcheError(f"pg_dump of {connect.redacted(url)} failed: {done.stderr.strip()}")
    return HEAD + "\n" + _BLANKS.sub("\n\n", _NOISE.sub("", done.stdout)).strip() + "\n"


def write_schema() -> Path:
    """Write `sql/schema.sql` from a database made for the purpose; return its path."""
    path = SQL / "schema.sql"
    with Cluster(SQL.parent / ".demarche") as cluster:
        cluster.drop_database(DATABASE)
        migrate(cluster.url(DATABASE))
        path.write_text(dump_schema(cluster.url(DATABASE)), encoding="utf-8")
        cluster.drop_database(DATABASE)
    return path


if __name__ == "__main__":
    write_schema()
