"""The parts of tasks that need neither Prefect nor a database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import OperationalError

from demarche.records import Actor, Article, Coding, Document, Event, Problem, Published, content_id
from demarche.warehouse.connect import DatabaseUnreachableError
from tasks.coder_pool import CoderPool
from tasks.collect import take
from tasks.extract import without_hypothetical
from tasks.retries import transient

TEXT = "Am 7. Juni 2023 hat Portugals Ministerpräsident in Lissabon den Präsidenten von Angola empfangen."


def documents(*sizes: int) -> Iterator[Document]:
    for number, size in enumerate(sizes):
        yield Document(
            content_id(number),
            "test",
            f"{number}.txt",
            "text/plain",
            b"x" * size,
            dt.datetime(2024, 3, 5, tzinfo=dt.UTC),
        )


def article(number: int) -> Article:
    return Article(content_id(number), f"{TEXT} Es war das {number}. Treffen.", "de", Published())


def test_a_batch_is_closed_by_number_or_by_weight() -> None:
    stream = documents(10, 10, 10, 90, 10, 10)
    batches = []
    while batch := take(stream, size=2, most_bytes=100):
        batches.append([len(one.content) for one in batch])
    assert batches == [[10, 10], [10, 90], [10, 10]]
    assert [len(one.content) for one in take(documents(60, 60, 60), size=9, most_bytes=100)] == [60, 60]


def test_a_pool_codes_as_one_process_does_and_in_order() -> None:
    articles = [article(number) for number in range(45)]
    with CoderPool(1) as alone, CoderPool(2) as pool:
        assert list(pool.code_all(articles)) == list(alone.code_all(articles))


def test_the_hypothetical_is_left_out() -> None:
    sides = (Actor("PRT"),), (Actor("AGO"),)
    actual, feared = Event("CONSULT", "actual", *sides), Event("ASSAULT", "hypothetical", *sides)
    assert without_hypothetical(Coding((actual, feared))) == Coding((actual,))
    assert without_hypothetical(problem := Problem("coding_failed", "why")) is problem


@pytest.mark.parametrize(
    ("error", "may_pass"),
    [
        (errors.DeadlockDetected(), True),
        (errors.SerializationFailure(), True),
        (errors.AdminShutdown(), True),
        (errors.TooManyConnections(), True),
        (psycopg.OperationalError("server closed the connection unexpectedly"), True),
        (OperationalError("SELECT 1", None, psycopg.OperationalError("connection refused")), True),
        (DatabaseUnreachableError("cannot connect"), True),
        (errors.UniqueViolation(), False),
        (errors.NotNullViolation(), False),
        (errors.UndefinedTable(), False),
        (ValueError("a fault of ours"), False),
    ],
)
def test_only_what_may_pass_is_tried_again(error: Exception, may_pass: bool) -> None:
    assert transient(error) is may_pass
