"""Files and folders: what an ending means, which files are taken, and in which order.

A format is one entry of `READERS`: a function from a file to its documents. Later formats (WARC) are added there.
"""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from demarche.collect.documents import HTML, TEXT, Origin
from demarche.collect.jsonl import read_records
from demarche.records import Document

Reader = Callable[[Path, str, Origin], Iterator[Document]]
"""From a file and its location to its documents; OSError where it cannot be read."""

_BOMB_RATIO = 200  # of unpacked to packed bytes; JSON of news is near 5, the most that gzip can do is 1032


def _read_whole(media_type: str) -> Reader:
    def read(path: Path, location: str, origin: Origin) -> Iterator[Document]:
        with path.open("rb") as file:
            content = file.read(origin.max_bytes + 1)
        if len(content) > origin.max_bytes:
            size = path.stat().st_size
            yield origin.broken(
                location,
                "document_too_large",
                f"{size} bytes, more than the {origin.max_bytes} of max_bytes",
                media_type,
            )
        else:
            yield origin.document(location, media_type, content)

    return read


def _read_jsonl(path: Path, location: str, origin: Origin) -> Iterator[Document]:
    with path.open("rb") as file:
        yield from read_records(file, origin, f"{location}#")


def _read_jsonl_gz(path: Path, location: str, origin: Origin) -> Iterator[Document]:
    with path.open("rb") as packed, gzip.GzipFile(fileobj=packed) as unpacked:
        bounded = _Bounded(unpacked, path.stat().st_size * _BOMB_RATIO + origin.max_bytes)
        try:
            yield from read_records(cast(BinaryIO, bounded), origin, f"{location}#")
        except (EOFError, zlib.error) as error:
            raise OSError(f"the gzip data is broken: {error}") from error
        if bounded.is_spent:
            yield origin.broken(location, "document_too_large", f"unpacks to more than {_BOMB_RATIO} times its size")


class _Bounded:
    """A stream that ends after some bytes, so that what unpacks without end does not."""

    def __init__(self, stream: gzip.GzipFile, limit: int) -> None:
        self._stream, self._left = stream, limit

    @property
    def is_spent(self) -> bool:
        return self._left <= 0

    def readline(self, size: int) -> bytes:
        if self.is_spent:
            return b""
        line = self._stream.readline(min(size, self._left))
        self._left -= len(line)
        return line


READERS: dict[str, Reader] = {
    ".txt": _read_whole(TEXT),
    ".html": _read_whole(HTML),
    ".htm": _read_whole(HTML),
    ".jsonl": _read_jsonl,
    ".jsonl.gz": _read_jsonl_gz,
}


def read_file(path: Path, location: str, origin: Origin) -> Iterator[Document]:
    """The documents of a file; one with a problem where its ending is unknown or it cannot be read (to the end)."""
    reader = next((read for ending, read in READERS.items() if path.name.lower().endswith(ending)), None)
    if reader is None:
        yield origin.broken(location, "unsupported_format", f"ends in none of {', '.join(READERS)}")
        return
    try:
        _check_regular(path)
        yield from reader(path, location, origin)
    except OSError as error:
        yield origin.broken(location, "unreadable_document", error.strerror or str(error))


def _check_regular(path: Path) -> None:
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for a writer
        raise OSError("not a regular file")


def read_folder(folder: Path, origin: Origin) -> Iterator[Document]:
    """The documents of all files below a folder, in the order of their names; hidden files and folders are left out.

    A link to a folder is not followed: what lies inside the folder is taken where it lies. A link that leaves the
    folder is refused, and counted as a document with a problem.
    """
    root = folder.resolve()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        location = path.relative_to(folder).as_posix()
        if path.is_symlink() and path != folder and not _is_inside(path, root):
            yield origin.broken(location, "unreadable_document", "a link that leaves the folder")
        elif not path.is_dir():
            yield from read_file(path, location, origin)
        elif path == folder or not path.is_symlink():
            try:
                waiting += sorted(_entries(path), reverse=True)
            except OSError as error:
                yield origin.broken(location, "unreadable_document", error.strerror or str(error))


def _is_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # a link to nothing, or to itself
        return False


def _entries(folder: Path) -> list[Path]:
    return [Path(entry.path) for entry in os.scandir(folder) if not entry.name.startswith(".")]
