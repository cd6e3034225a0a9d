"""The suites of `expectations/` as files: complete, in plain words, and in step with the code's closed lists."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from demarche.languages import languages
from demarche.ontology import event_types
from demarche.problems import QUARANTINE, SKIP, DemarcheError
from demarche.records import Basis, Precision
from tasks.expectation_suites import FOLDER, Suite, Table, read_suite, refuse_dropped

SUITES: tuple[Table, ...] = get_args(Table)


def values(suite: Table, rule: str) -> set[Any]:
    [found] = [one for one in read_suite(suite).rules if one.name == rule]
    return set(found.kwargs["value_set"])


def test_every_file_is_a_suite_that_the_audit_knows() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(SUITES)


@pytest.mark.parametrize("name", SUITES)
def test_every_rule_says_why_in_a_sentence(name: Table) -> None:
    for rule in read_suite(name).rules:
        assert rule.reason[0].isupper(), rule
        assert rule.reason.endswith("."), rule


@pytest.mark.parametrize("name", SUITES)
def test_a_query_of_ours_gives_the_key_first_and_asks_the_batch(name: Table) -> None:
    suite = read_suite(name)
    for query in (rule.kwargs.get("unexpected_rows_query") for rule in suite.rules):
        assert query is None or query.startswith(f"SELECT {suite.key}, ")
        assert query is None or " FROM {batch} WHERE " in query


def test_the_code_lists_are_those_of_the_code() -> None:
    assert values("document", "problem_code_known") == set(QUARANTINE)
    assert values("document", "skip_code_known") == set(SKIP)
    assert values("article", "language_supported") == set(languages())
    assert values("article", "published_basis_known") == set(get_args(Basis))
    for suite in ("mention", "event"):
        assert values(suite, "event_type_known") == set(event_types())
        assert values(suite, "date_precision_known") == set(get_args(Precision))


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], object]], Path]:
    """Writes the document suite with a change, and gives its folder."""

    def write(change: Callable[[dict[str, Any]], object]) -> Path:
        data = json.loads((FOLDER / "document.json").read_text(encoding="utf-8"))
        change(data)
        (tmp_path / "document.json").write_text(json.dumps(data), encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: data["expectations"][0]["meta"].pop("reason"), "reason"),
        (lambda data: data["expectations"][0]["meta"].update(severity="critical"), "critical"),
        (lambda data: data["meta"].pop("key"), "key"),
        (lambda data: data["expectations"].append(data["expectations"][0]), "two rules"),
    ],
    ids=["no reason", "strange severity", "no key", "one name twice"],
)
def test_an_incomplete_suite_is_refused(
    broken: Callable[[Callable[[dict[str, Any]], object]], Path], change: Callable[[dict[str, Any]], object], words: str
) -> None:
    with pytest.raises(DemarcheError, match=words):
        read_suite("document", broken(change))


def test_a_suite_that_loads_fewer_rules_than_its_file_holds_is_refused() -> None:
    suite: Suite = read_suite("document")
    refuse_dropped(suite, len(suite.rules))
    with pytest.raises(DemarcheError, match=r"2 of \d+ rules have an unknown type"):
        refuse_dropped(suite, len(suite.rules) - 2)
