"""A child process with limits, for work on input from outside that may hang, bloat or crash: parsing a page.

The parent writes a message and reads an answer over pipes. A child that takes too long or too much memory is killed and
another one started; one child serves many messages. No pickle crosses the pipes, and no fork: it may be used from any
thread, and inside the worker processes of a pool, which multiprocessing would not allow.
"""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import IO, Self

from demarche.problems import DemarcheError, DocumentError

_HEAD = struct.Struct(">cQ")  # what the message is, and its length in bytes
_CALL, _READY, _ANSWER, _MEMORY, _ERROR = b"C", b"O", b"A", b"M", b"E"
_DEAD = b""  # no answer: the child is gone
_CALLS = 2000  # after so many a child is replaced: parsers keep caches, memory fragments
_START_SECONDS = 60.0
_ORPHAN_SECONDS = 30  # beyond the limit, after which a child whose parent is gone ends itself
_LAST_SECONDS = 5.0  # to end after the pipes are closed
_MEGABYTE = 1 << 20
_KILLED_BY_SYSTEM = 9  # what the kernel sends where memory runs out


class Child:
    """Calls `target` (`package.module:function`, bytes to bytes) in a child process, one call at a time.

    `seconds` of wall clock a call, `megabytes` of address space (where the system enforces it: Linux).
    """

    def __init__(self, target: str, *, seconds: float, megabytes: int) -> None:
        self._target, self._seconds, self._megabytes = target, seconds, megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._calls = 0
        self._lock = threading.Lock()

    def call(self, message: bytes) -> bytes:
        """The answer to a message. DocumentError: `extraction_timeout`, `extraction_memory` or `extraction_failed`."""
        with self._lock:
            process = self._running()
            self._calls += 1
            with _Watch(process, self._seconds) as watch:
                kind, answer = _exchange(process, message)
            died_of = _died_of(process) if kind == _DEAD else None
            if kind != _ANSWER or watch.is_late:  # late even with an answer: the kill is on its way
                self._end()
            if kind == _ANSWER:
                return answer
            if watch.is_late:
                raise DocumentError("extraction_timeout", f"took longer than {self._seconds:g} s to parse")
            raise self._problem(kind, answer, died_of)

    def close(self) -> None:
        """End the child; a later call starts a new one."""
        with self._lock:
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._calls >= _CALLS or self._process.poll() is not None):
            self._end()
        if self._process is None:
            self._process = self._start()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        arguments = [self._target, str(self._megabytes), str(int(self._seconds) + _ORPHAN_SECONDS)]
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the child
        self._calls = 0
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        with _Watch(process, _START_SECONDS):
            kind, _ = _read(_pipe(process.stdout))
        if kind != _READY:
            self._process = process
            words = self._last_words()
            self._end()
            raise DemarcheError(f"the process that parses pages did not start: {words or 'it said nothing'}")
        return process

    def _last_words(self) -> str:
        if self._errors is None:
            return ""
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(BrokenPipeError):  # what was not yet written goes with the child
                        pipe.close()
            process.wait()
        if self._errors is not None:
            self._errors.close()
            self._errors = None

    def _problem(self, kind: bytes, answer: bytes, died_of: int | None) -> DocumentError:
        if kind == _MEMORY or died_of == -_KILLED_BY_SYSTEM:
            return DocumentError("extraction_memory", f"took more than {self._megabytes} MB to parse")
        if kind == _ERROR:
            return DocumentError("extraction_failed", answer.decode(errors="replace"))
        return DocumentError("extraction_failed", f"the parser crashed (exit status {died_of})")


def _died_of(process: subprocess.Popen[bytes]) -> int | None:
    """The exit status of a process that has closed its pipes, the negative signal where one ended it."""
    try:
        return process.wait(_LAST_SECONDS)
    except subprocess.TimeoutExpired:
        return None


class _Watch:
    """Kills a process that is still at it after some seconds."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.is_late = False
        self._process = process
        self._timer = threading.Timer(seconds, self._kill)
        self._timer.daemon = True

    def _kill(self) -> None:
        self.is_late = True
        self._process.kill()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()


def _exchange(process: subprocess.Popen[bytes], message: bytes) -> tuple[bytes, bytes]:
    """Kind and content of the answer; a kind of no bytes where the child died."""
    try:
        _write(_pipe(process.stdin), _CALL, message)
    except (BrokenPipeError, OSError):
        return _DEAD, b""
    return _read(_pipe(process.stdout))


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise TypeError("both ends of the child are pipes")
    return stream


def _write(stream: IO[bytes], kind: bytes, content: bytes) -> None:
    stream.write(_HEAD.pack(kind, len(content)))
    stream.write(content)
    stream.flush()


def _read(stream: IO[bytes]) -> tuple[bytes, bytes]:
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return _DEAD, b""
    kind, length = _HEAD.unpack(head)
    content = stream.read(length)
    return (kind, content) if len(content) == length else (_DEAD, b"")


# --- in the child -----------------------------------------------------------------------------------------------------


def _serve(target: str, megabytes: int, orphan_seconds: int) -> None:
    """Answer messages until the parent closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    module, _, name = target.partition(":")
    function: Callable[[bytes], bytes] = getattr(import_module(module), name)
    _limit_memory(megabytes)
    _write(answers, _READY, b"")
    while True:
        _alarm(0)
        kind, message = _read(sys.stdin.buffer)
        if kind != _CALL:
            return
        _alarm(orphan_seconds)
        _write(answers, *_answer(function, message))


def _answer(function: Callable[[bytes], bytes], message: bytes) -> tuple[bytes, bytes]:
    try:
        return _ANSWER, function(message)
    except MemoryError:
        return _MEMORY, b""
    except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
        return _ERROR, f"{type(error).__name__}: {error}"[:500].encode(errors="replace")


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE, megabytes * _MEGABYTE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
