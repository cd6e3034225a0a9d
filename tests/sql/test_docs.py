"""What the documentation tells a reader to type works."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from demarche.settings import PREFIX, Settings

if TYPE_CHECKING:
    from tests.conftest import Database

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCKS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(re.findall(r"```sql\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL))
]


@pytest.mark.parametrize("query", BLOCKS)
def test_a_query_of_the_documentation_runs(query: str, database: Database) -> None:
    with database.engine.connect() as connection:
        connection.execute(text(query))


def test_the_settings_page_names_every_setting() -> None:
    page = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    named = set(re.findall(rf"^\| `({PREFIX}\w+)`", page, re.MULTILINE))
    assert named == {PREFIX + name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_points_only_to_files_that_are_there(page: Path) -> None:
    for path in re.findall(
        r"`((?:docs|src|sql|tests|samples|flows|LICENSES)/[\w./-]+)`", page.read_text(encoding="utf-8")
    ):
        assert (ROOT / path).exists(), path
