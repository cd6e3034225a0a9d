"""The loader of all language data: a language is a folder here, its data are `NAME.yml` or a folder `NAME/*.yml`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

_ROOT = resources.files(__name__)


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder."""
    return tuple(sorted(entry.name for entry in _ROOT.iterdir() if entry.is_dir() and len(entry.name) == 2))


def _read(file: Traversable) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there
    return yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - both are safe loaders


@cache
def load(language: str, name: str) -> Any:
    """The data of `NAME.yml`, or the lists of all files in the folder `NAME` in one list, sorted by file name."""
    folder = _ROOT / language
    single = folder / f"{name}.yml"
    if single.is_file():
        return _read(single)
    files = sorted((f for f in (folder / name).iterdir() if f.name.endswith(".yml")), key=lambda f: f.name)
    return [entry for file in files for entry in _read(file)]
