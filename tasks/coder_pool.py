"""The coder in this process or in several: models load once a process, and articles go over in handfuls."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from demarche.extract import Coder
from demarche.records import Article, Coding, Problem

HANDFUL = 20
"""Articles a message to a process: enough that its cost is nothing, few enough that all have work to the end."""

Result = Coding | Problem


class CoderPool:
    """Coders on `workers` processes; with one worker, in this process. A context manager."""

    def __init__(self, workers: int) -> None:
        # A fork would copy the locks of this process's threads in whatever state they are.
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_watch) if workers > 1 else None

    def code_all(self, articles: list[Article]) -> Iterator[Result]:
        """The coding of each article, or its problem, in their order."""
        if self._pool is None:
            return map(_code, articles)
        handfuls = [articles[start : start + HANDFUL] for start in range(0, len(articles), HANDFUL)]
        return chain.from_iterable(self._pool.map(_code_handful, handfuls))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


@cache
def _coder(language: str) -> Coder:
    return Coder(language)


def _code(article: Article) -> Result:
    return next(_coder(article.language).code_all([article]))


def _code_handful(articles: list[Article]) -> list[Result]:
    return [_code(article) for article in articles]


def _watch() -> None:
    """Let a process of the pool end with the one that started it, even if that was killed."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
