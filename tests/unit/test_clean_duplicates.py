from __future__ import annotations

import random

from demarche.clean.duplicates import PERMUTATIONS, signature

WORDS = [f"wort{number}" for number in range(3000)]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edited(original: str, every: int) -> str:
    return " ".join("anders" if number % every == 0 else word for number, word in enumerate(original.split()))


def test_a_signature_is_the_same_on_every_machine() -> None:
    # Signatures are stored: another value here means that all of a warehouse's must be computed anew.
    assert signature("Die Minister trafen sich am Dienstag in der Hauptstadt.")[:4] == (
        635864121,
        138567522,
        669985620,
        44304917,
    )
    assert len(signature("Ein Wort")) == PERMUTATIONS


def test_case_and_marks_do_not_count() -> None:
    assert signature("Die Minister trafen sich, heute!") == signature("die minister TRAFEN sich heute")


def test_a_text_without_words_has_no_signature() -> None:
    assert signature("!!!") == ()


def test_texts_that_share_most_runs_of_words_share_most_values() -> None:
    one, near, other = (signature(t) for t in (text(1), edited(text(1), 60), text(2)))
    assert sum(a == b for a, b in zip(one, near, strict=True)) > PERMUTATIONS / 2
    assert sum(a == b for a, b in zip(one, other, strict=True)) < PERMUTATIONS / 10
