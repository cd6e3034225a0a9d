"""Which coder made an event: a fingerprint of its rules and language data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

PACKAGES = ("demarche.extract", "demarche.languages")
SUFFIXES = (".py", ".yml")


def fingerprint() -> str:
    """Eight hexadecimal digits that change with any file of the coder or of a language."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for name, file in _files(resources.files(package), package):
            digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:8]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Name and file of everything below a folder that makes up the coder, in a fixed order."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, name)
        elif entry.name.endswith(SUFFIXES):
            yield name, entry
