from __future__ import annotations

import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from demarche.child import Child
from demarche.problems import DemarcheError, DocumentError


def child(target: str, seconds: float = 20, megabytes: int = 512) -> Child:
    return Child(target, seconds=seconds, megabytes=megabytes)


@pytest.fixture
def compressor() -> Iterator[Child]:
    with child("zlib:compress") as running:
        yield running


def test_it_answers_and_serves_many_calls_from_one_process(compressor: Child) -> None:
    import zlib

    for message in (b"", b"a", b"b" * 3_000_000):
        assert zlib.decompress(compressor.call(message)) == message


def test_an_error_in_the_child_is_told_and_the_next_call_works() -> None:
    with child("zlib:decompress") as running:
        for _ in range(2):
            with pytest.raises(DocumentError, match="error: Error -3") as error:
                running.call(b"no zlib data")
            assert error.value.problem.code == "extraction_failed"


@pytest.mark.parametrize("target", ["no_such_module:f", "json:no_such_function"])
def test_a_child_that_cannot_start_says_why(target: str) -> None:
    with child(target) as running, pytest.raises(DemarcheError, match=r"did not start: .*no_such") as error:
        running.call(b"")
    assert not isinstance(error.value, DocumentError)


def test_a_call_that_takes_too_long_is_killed_on_time_and_the_next_one_works() -> None:
    with child("bz2:compress", seconds=0.3) as running:
        running.call(b"")
        started = time.monotonic()
        with pytest.raises(DocumentError) as error:
            running.call(random.Random(1).randbytes(30_000_000))  # seconds of work that hold the interpreter
        assert error.value.problem.code == "extraction_timeout"
        assert time.monotonic() - started < 2
        assert running.call(b"short").startswith(b"BZ")


def test_a_crash_in_the_middle_of_a_call_is_told_as_such() -> None:
    work = random.Random(1).randbytes(40_000_000)
    with child("bz2:compress", seconds=30) as running:
        running.call(b"")
        process = running._process
        assert process is not None
        threading.Timer(0.3, os.kill, (process.pid, signal.SIGSEGV)).start()
        with pytest.raises(DocumentError, match="crashed") as error:
            running.call(work)
        assert error.value.problem.code == "extraction_failed"
        assert running.call(b"short").startswith(b"BZ")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux enforces the limit on address space")
def test_too_much_memory_is_told_and_the_next_call_works() -> None:
    with child("zlib:decompress", megabytes=256) as running:
        import zlib

        with pytest.raises(DocumentError) as error:
            running.call(zlib.compress(b"\0" * 400_000_000, level=1))
        assert error.value.problem.code == "extraction_memory"
        assert running.call(zlib.compress(b"a")) == b"a"


def test_a_child_killed_from_outside_costs_one_call_at_most(compressor: Child) -> None:
    compressor.call(b"a")
    process = compressor._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert compressor.call(b"a")


def test_threads_may_share_it(compressor: Child) -> None:
    answers: list[bytes] = []
    threads = [threading.Thread(target=lambda: answers.append(compressor.call(b"a" * 1000))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert len(set(answers)) == 1


def test_it_works_inside_a_worker_process() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("fork" if sys.platform == "linux" else "spawn")) as pool:
        assert pool.submit(_length_in_worker).result(timeout=60) > 0


def _length_in_worker() -> int:
    with child("zlib:compress") as running:
        return len(running.call(b"a" * 100))


def test_what_the_child_prints_does_not_reach_the_answers() -> None:
    with child("demarche.clean.html:extract_page") as running:
        answer = running.call(json.dumps({"html": "<html><body><p>x</p></body></html>", "url": None}).encode())
    assert set(json.loads(answer)) == {"text", "title", "url", "published"}


def test_closing_ends_the_process_and_a_later_call_starts_another(compressor: Child) -> None:
    compressor.call(b"a")
    first = compressor._process
    assert first is not None
    compressor.close()
    assert first.poll() is not None
    assert compressor.call(b"a")
