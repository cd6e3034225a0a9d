"""Collecting: from files and folders to Documents, each file or record one, an unreadable one too.

Every collector is a function that returns `Iterator[Document]` made by an `Origin`: a file format is an entry of
`files.READERS`; feeds, sitemaps and URL lists stand beside `collect` with the same result.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from demarche.collect.documents import Origin
from demarche.collect.files import READERS, read_file, read_folder
from demarche.collect.jsonl import read_records
from demarche.problems import DemarcheError
from demarche.records import Document
from demarche.settings import settings

__all__ = ["Origin", "collect", "collect_records"]


def collect(path: Path, *, source: str, fetched_at: dt.datetime, max_bytes: int | None = None) -> Iterator[Document]:
    """The documents of a file, or of a folder and all below it, in a fixed order. DemarcheError where there is none.

    Locations are relative to the path (of a file: its name), with `#id` behind them for records.
    """
    if not _exists(path):
        raise DemarcheError(f"{path}: no such file or folder; give one that holds {', '.join(READERS)}")
    origin = _origin(source, fetched_at, max_bytes)
    return read_folder(path, origin) if path.is_dir() else read_file(path, path.name, origin)


def collect_records(
    stream: BinaryIO, *, source: str, fetched_at: dt.datetime, max_bytes: int | None = None
) -> Iterator[Document]:
    """The documents of JSON Lines in a binary stream (standard input); a record's location is its id."""
    return read_records(stream, _origin(source, fetched_at, max_bytes), mark_repeated=False)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # in a folder that may not be read, or a name that no file can have
        return False


def _origin(source: str, fetched_at: dt.datetime, max_bytes: int | None) -> Origin:
    return Origin(source, fetched_at, max_bytes or settings().max_bytes)
