"""The samples are coded as well as they were: `samples.jsonl` holds what a reader finds in them."""

from __future__ import annotations

import pytest

from tests.eval.scoring import LEVELS, SAMPLES, baseline, coded, gold, measure, missing

needs_texts = pytest.mark.skipif(missing("samples") is not None, reason=str(missing("samples")))
needs_annotation = pytest.mark.skipif(not SAMPLES.is_file(), reason=f"{SAMPLES.name} is not here")


@needs_texts
@pytest.mark.parametrize("level", LEVELS)
def test_f1_does_not_fall(level: str) -> None:
    assert measure("samples")[level] >= baseline()["scores"]["samples"][level], measure("samples")


@needs_texts
def test_samples_without_events_get_no_more_of_them() -> None:
    name = "false_events_per_empty_text"
    assert measure("samples")[name] <= baseline()["scores"]["samples"][name], measure("samples")


@needs_annotation
def test_every_annotated_sample_in_german_is_coded() -> None:
    outcomes = {row["id"]: row for row in coded("samples")}
    assert {row["id"] for row in gold("samples")} - set(outcomes) == set()
    others = {row["id"] for row in gold("samples") if row["lang"] != "de"}
    assert {row["id"] for row in gold("samples") if "events" not in outcomes[row["id"]]} == others
