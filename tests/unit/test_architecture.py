"""The laws of the tree that no tool of ours checks: names, docstrings, sizes, and what the wheel holds."""

from __future__ import annotations

import ast
import importlib.metadata
import statistics
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = ("src/demarche", "flows", "tasks")
MODULES = sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))
MOST_LINES = 60
MEDIAN_LINES = 10


def functions() -> Iterator[tuple[str, int]]:
    """Every function of the code, and how many lines it has, its docstring left out."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.name}", lines(node)


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    has_words = ast.get_docstring(node, clean=False) is not None
    words = (first.end_lineno or first.lineno) - first.lineno + 1 if has_words else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - words


@pytest.mark.parametrize("folder", ["flows", "tasks"])
def test_no_flow_or_task_bears_the_name_of_another_module(folder: str) -> None:
    # Prefect puts a flow's folder on the path, where such a name hides the module of that name.
    names = {path.stem for path in (ROOT / folder).rglob("*.py")} - {"__init__", "__main__"}
    assert not names & sys.stdlib_module_names
    assert not names & set(importlib.metadata.packages_distributions())


def test_folders_of_data_hold_no_code() -> None:
    assert not [
        path for folder in ("sql", "expectations", "samples", "sources") for path in (ROOT / folder).rglob("*.py")
    ]


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent


def test_no_function_is_long() -> None:
    assert [(name, size) for name, size in functions() if size > MOST_LINES] == []


def test_functions_are_short() -> None:
    assert statistics.median(size for _, size in functions()) <= MEDIAN_LINES


def test_the_wheel_holds_the_domain_only() -> None:
    # flows and tasks are names of other packages on the index: whoever installs last would win.
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert settings["targets"] == {"wheel": {"packages": ["src/demarche"]}}
