"""The Great Expectations suites of `expectations/`: read them, run them in Postgres, and find every row that fails.

Great Expectations gives the verdict on a rule and at most 200 of the rows that break it. Which rows are kept out is
therefore read with the rule's own query, and their number is held against the verdict's. Great Expectations takes
seconds to import and is only imported where a suite runs.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast
from uuid import UUID

from demarche.problems import DemarcheError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from great_expectations.core.expectation_validation_result import ExpectationValidationResult
    from great_expectations.core.validation_definition import ValidationDefinition
    from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    from demarche.warehouse.connect import Cursor

FOLDER = Path(__file__).resolve().parents[1] / "expectations"
ROWS = "unexpected_rows_expectation"  # the one type whose rule is a query of ours

Severity = Literal["fail", "warn"]
Table = Literal["document", "article", "mention", "event"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation: what Great Expectations is told, and what a reader is told about it."""

    name: str
    severity: Severity
    reason: str
    column: str | None
    type: str
    kwargs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Suite:
    """The rules for one staging table; `rows` is the query of a load's rows, `key` their key column."""

    name: Table
    key: str
    rows: str
    rules: tuple[Rule, ...]

    def batch(self, load_id: UUID) -> str:
        """The query of one load's rows."""
        return self.rows.replace("{load_id}", str(load_id))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one rule: held or not, rows looked at and broken, and the query of those that broke it."""

    suite: Suite
    rule: Rule
    is_met: bool
    element_count: int | None
    unexpected_count: int
    query: str

    def failing_keys(self, cursor: Cursor) -> list[UUID]:
        """Keys of all rows that break the rule; DemarcheError if they are not as many as the verdict says."""
        rows = cursor.execute(self.query).fetchall()  # made of a file of ours and a uuid
        if len(rows) != self.unexpected_count:
            found = f"{self.suite.name}.{self.rule.name}: {self.unexpected_count} rows fail, but {len(rows)} were found"
            raise DemarcheError(f"{found}; did another process write to this load?")
        return [row[0] for row in rows]


def read_suite(name: Table, folder: Path = FOLDER) -> Suite:
    """The suite of that name; DemarcheError where a rule lacks its name, severity or reason."""
    path = folder / f"{name}.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rules = tuple(_rule(entry) for entry in data["expectations"])
        suite = Suite(name, data["meta"]["key"], data["meta"]["rows"], rules)
    except (OSError, ValueError, KeyError) as error:
        raise DemarcheError(f"{path} is no suite: {error!r}") from error
    if len({rule.name for rule in rules}) < len(rules):
        raise DemarcheError(f"{path}: two rules bear one name")
    return suite


def _rule(entry: dict[str, Any]) -> Rule:
    meta, kwargs = entry["meta"], entry["kwargs"]
    if meta["severity"] not in ("fail", "warn"):
        raise ValueError(f"severity {meta['severity']} is neither fail nor warn")
    column = meta.get("column") or kwargs.get("column") or kwargs.get("column_A")
    return Rule(meta["rule"], meta["severity"], meta["reason"], column, entry["type"], kwargs)


def check(suites: Iterable[Suite], url: str, load_id: UUID) -> list[Verdict]:
    """Run the suites over the load's staged rows, in Postgres; DemarcheError where a rule cannot be run at all."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    source = context.data_sources.add_postgres("warehouse", connection_string=url)
    try:
        return [verdict for suite in suites for verdict in _run(context, suite, load_id)]
    finally:
        source.get_engine().dispose()


def _run(context: EphemeralDataContext, suite: Suite, load_id: UUID) -> Iterator[Verdict]:
    rules = {rule.name: rule for rule in suite.rules}
    wanted = {"result_format": "COMPLETE", "unexpected_index_column_names": [suite.key]}
    for result in _validation(context, suite, load_id).run(result_format=wanted).results:
        rule = rules[cast("ExpectationConfiguration", result.expectation_config).meta["rule"]]
        if _raised(result):
            raise DemarcheError(f"the rule {suite.name}.{rule.name} cannot be checked: {_reason(result)}")
        yield _verdict(suite, rule, result, load_id)


def _validation(context: EphemeralDataContext, suite: Suite, load_id: UUID) -> ValidationDefinition:
    import great_expectations as gx

    entries = [{"type": rule.type, "kwargs": dict(rule.kwargs), "meta": {"rule": rule.name}} for rule in suite.rules]
    loaded = gx.ExpectationSuite(name=suite.name, expectations=cast("list[Any]", entries))
    refuse_dropped(suite, len(loaded.expectations))
    context.suites.add(loaded)
    source: Any = context.data_sources.get("warehouse")
    asset = source.add_query_asset(suite.name, query=suite.batch(load_id))
    data = asset.add_batch_definition_whole_table("load")
    return context.validation_definitions.add(gx.ValidationDefinition(name=suite.name, data=data, suite=loaded))


def refuse_dropped(suite: Suite, loaded: int) -> None:
    """DemarcheError if fewer rules were loaded than the file holds: those of a misspelt type are dropped in silence."""
    if loaded < len(suite.rules):
        lost = len(suite.rules) - loaded
        raise DemarcheError(f"expectations/{suite.name}.json: {lost} of {len(suite.rules)} rules have an unknown type")


def _raised(result: ExpectationValidationResult) -> bool:
    return "raised_exception" not in result.exception_info or bool(result.exception_info["raised_exception"])


def _reason(result: ExpectationValidationResult) -> str:
    """The first line of what went wrong; there is one entry a metric where metrics failed."""
    info: Any = result.exception_info
    entry = info if "exception_message" in info else next(iter(info.values()))
    return str(entry["exception_message"]).splitlines()[0]


def _verdict(suite: Suite, rule: Rule, result: ExpectationValidationResult, load_id: UUID) -> Verdict:
    found = result.result
    count = found["observed_value" if rule.type == ROWS else "unexpected_count"] or 0  # null over no rows
    query = _failing_query(rule, found, suite.batch(load_id))
    return Verdict(suite, rule, bool(result.success), found.get("element_count"), int(count), query)


def _failing_query(rule: Rule, found: dict[str, Any], batch: str) -> str:
    """The query of the failing rows, the key first. That of Great Expectations lacks the brackets round the batch."""
    if rule.type == ROWS:
        return str(rule.kwargs["unexpected_rows_query"]).format(batch=f"({batch}) AS subselect")
    return str(found["unexpected_index_query"]).replace(f"FROM {batch}", f"FROM ({batch}) AS subselect").rstrip(";")
