"""The examples of the trigger lexicon hold when the coder reads them alone."""

from __future__ import annotations

from tests.eval.scoring import baseline, example_count, failing_examples


def test_no_example_fails_that_held_before() -> None:
    pinned = baseline()["lexicon"]["failing"]
    newly = {sense: examples for sense, examples in failing_examples().items() if len(examples) > pinned.get(sense, 0)}
    assert newly == {}, "\n".join(line for examples in newly.values() for line in examples)


def test_the_share_of_examples_that_hold_does_not_fall() -> None:
    failed = sum(map(len, failing_examples().values()))
    assert 1 - failed / example_count() >= baseline()["lexicon"]["share"]
