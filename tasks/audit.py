"""Auditing: the expectations of severity `fail` keep rows out, those of severity `warn` are noted."""

from __future__ import annotations

from uuid import UUID

from prefect import task
from prefect.cache_policies import NO_CACHE
from sqlalchemy import Engine

from demarche.warehouse import connect, stage
from tasks import expectation_suites
from tasks.expectation_suites import Table, Verdict

STAGED: tuple[Table, ...] = ("document", "article", "mention")


@task(cache_policy=NO_CACHE, persist_result=False)
def audit_rows(engine: Engine, load_id: UUID) -> int:
    """Audit the staged documents, articles and mentions; how many rows were moved to quarantine."""
    return _audit(engine, load_id, STAGED)


@task(cache_policy=NO_CACHE, persist_result=False)
def audit_events(engine: Engine, load_id: UUID) -> int:
    """Audit the staged events; how many were taken out, with their mentions: then resolve again."""
    return _audit(engine, load_id, ("event",))


def _audit(engine: Engine, load_id: UUID, names: tuple[Table, ...]) -> int:
    """Check the suites, note the verdicts, and reject what breaks a rule of severity fail."""
    suites = [expectation_suites.read_suite(name) for name in names]
    url = engine.url.render_as_string(hide_password=False)
    verdicts = expectation_suites.check(suites, url, load_id)
    stage.record_expectations(engine, load_id, [_result(verdict) for verdict in verdicts])
    broken = [verdict for verdict in verdicts if verdict.rule.severity == "fail" and not verdict.is_met]
    with connect.transaction(engine) as cursor:  # all keys before any row goes: a row may break several rules
        keys = [verdict.failing_keys(cursor) for verdict in broken]
    return sum(_reject(engine, load_id, verdict, found) for verdict, found in zip(broken, keys, strict=True))


def _reject(engine: Engine, load_id: UUID, verdict: Verdict, keys: list[UUID]) -> int:
    suite, rule = verdict.suite, verdict.rule
    return stage.reject_rows(engine, load_id, suite.name, rule.name, keys=keys, column=rule.column)


def _result(verdict: Verdict) -> stage.ExpectationResult:
    return stage.ExpectationResult(
        suite=verdict.suite.name,
        expectation=verdict.rule.name,
        severity=verdict.rule.severity,
        is_met=verdict.is_met,
        column_name=verdict.rule.column,
        element_count=verdict.element_count,
        unexpected_count=verdict.unexpected_count,
        detail={"type": verdict.rule.type, "reason": verdict.rule.reason},
    )
