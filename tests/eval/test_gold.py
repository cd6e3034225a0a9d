"""Figures on annotated texts do not fall: dev in two halves (even ids developed on, odd ones kept aside) and seeds."""

from __future__ import annotations

import pytest

from tests.eval.scoring import LEVELS, PARTS, baseline, coded, gold, measure, missing


@pytest.fixture(autouse=True)
def _texts(request: pytest.FixtureRequest) -> None:
    if reason := missing(request.node.callspec.params["part"]):
        pytest.skip(reason)


@pytest.mark.parametrize("part", ["dev_even", "dev_odd", "seeds"])
@pytest.mark.parametrize("level", LEVELS)
def test_f1_does_not_fall(part: str, level: str) -> None:
    assert measure(part)[level] >= baseline()["scores"][part][level], measure(part)


@pytest.mark.parametrize("part", ["dev_even", "dev_odd"])
def test_texts_without_events_get_no_more_of_them(part: str) -> None:
    name = "false_events_per_empty_text"
    assert measure(part)[name] <= baseline()["scores"][part][name], measure(part)


@pytest.mark.parametrize("part", ["dev_even", "seeds"])
def test_every_text_is_coded(part: str) -> None:
    name = PARTS[part][0]
    assert {row["id"] for row in coded(name) if "events" not in row} == set()
    assert [row["id"] for row in coded(name)] == [row["id"] for row in gold(name)]
