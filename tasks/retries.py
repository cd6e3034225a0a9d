"""Which failures may pass by themselves, so that a task is worth a second try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy.exc import DBAPIError

from demarche.warehouse.connect import DatabaseUnreachableError

if TYPE_CHECKING:
    from prefect import Task
    from prefect.client.schemas.objects import State, TaskRun

TRANSIENT = ("08", "40001", "40P01", "53", "57P01", "57P02", "57P03")
"""SQLSTATE prefixes: connection lost, serialisation, deadlock, resources, shutdown. Never bad data (22, 23)."""


def is_transient(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether the failed state's error is one of a database that is away, busy or restarting."""
    return transient(state.data)


def transient(error: object) -> bool:
    """Whether the error is one of a database that is away, busy or restarting."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, DatabaseUnreachableError):
        return True
    if not isinstance(cause, psycopg.Error):
        return False
    return cause.sqlstate.startswith(TRANSIENT) if cause.sqlstate else isinstance(cause, psycopg.OperationalError)
