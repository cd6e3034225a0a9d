"""What a run says while it runs: progress on a terminal, warnings in a line each, everything in a log file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

Say = Callable[[str], None]


@contextmanager
def progress() -> Iterator[Say]:
    """A function that shows what is being done: a bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        shown = bar.add_task("starting", total=None)
        yield lambda words: bar.update(shown, description=words)


@contextmanager
def logged(path: Path, say: Say) -> Iterator[None]:
    """Send what Prefect logs to a file, its flows' steps to `say`, and warnings to standard error, one line each.

    Errors are not shown: the exception reaches the caller, who tells it; the traceback is in the file.
    """
    from prefect.logging.configuration import setup_logging

    setup_logging()  # once and now; else the flow does it, and puts its own handlers back
    loggers = {name: logging.getLogger(name) for name in ("prefect", "demarche", None)}
    before = {name: (logger.handlers, logger.level) for name, logger in loggers.items()}
    file = logging.FileHandler(path, mode="w", encoding="utf-8")
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    terminal = _Terminal(say)
    loggers["prefect"].handlers = loggers["demarche"].handlers = [terminal]
    loggers[None].handlers = [file]
    try:
        yield
    finally:
        for name, logger in loggers.items():
            logger.handlers, logger.level = before[name]
        file.close()


class _Terminal(logging.Handler):
    def __init__(self, say: Say) -> None:
        super().__init__(logging.INFO)
        self._say = say
        self._console = Console(stderr=True, highlight=False)

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage().partition("\n")[0]
        if record.levelno == logging.WARNING:
            self._console.print(f"warning: {line}", markup=False, soft_wrap=True)
        elif record.levelno < logging.WARNING and record.name.startswith("prefect.flow_runs"):
            self._say(line)
