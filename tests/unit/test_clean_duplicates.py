from __future__ import annotations

import random
import time

from demarche.clean.duplicates import BANDS, PERMUTATIONS, band_hashes, clusters, signature, similarity

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


def test_a_text_without_words_has_no_signature_and_is_like_nothing() -> None:
    assert signature("!!!") == ()
    assert similarity((), signature("Wort")) == 0.0
    assert band_hashes(()) == ()


def test_similarity_estimates_the_share_of_common_shingles() -> None:
    one = text(1)
    assert similarity(signature(one), signature(one)) == 1.0
    assert similarity(signature(one), signature(text(2))) < 0.05
    words = one.split()
    half = " ".join(words[:200] + text(3, 100).split())
    assert 0.35 < similarity(signature(one), signature(half)) < 0.65  # 196 of 396 shingles in common


def test_near_duplicates_share_a_band_and_strangers_do_not() -> None:
    one, near, other = (set(band_hashes(signature(t))) for t in (text(1), edited(text(1), 60), text(2)))
    assert len(band_hashes(signature(text(1)))) == BANDS
    assert one & near
    assert not one & other
    assert all(-(2**63) <= value < 2**63 for value in one)


def test_clusters_are_connected_components_whatever_the_order() -> None:
    chain = [text(1)]
    for step in range(4):  # each like the next, the ends not like each other
        words = chain[-1].split()
        words[step * 60 : step * 60 + 30] = text(100 + step, 30).split()
        chain.append(" ".join(words))
    signatures = {f"t{number}": signature(t) for number, t in enumerate([*chain, text(7), text(7), text(9)])}
    expected = {frozenset({"t0", "t1", "t2", "t3", "t4"}), frozenset({"t5", "t6"})}
    assert similarity(signatures["t0"], signatures["t4"]) < 0.7
    for seed in range(5):
        keys = sorted(signatures)
        random.Random(seed).shuffle(keys)
        assert {frozenset(group) for group in clusters({key: signatures[key] for key in keys})} == expected


def test_members_stand_in_the_order_of_the_mapping() -> None:
    values = signature(text(1))
    assert clusters({"b": values, "a": values, "x": ()}) == [["b", "a"]]


def test_ten_thousand_copies_take_seconds() -> None:
    values = signature(text(1))
    started = time.process_time()
    groups = clusters(dict.fromkeys(range(10_000), values))
    assert [len(group) for group in groups] == [10_000]
    assert time.process_time() - started < 20


def test_a_long_text_is_hashed_in_bounded_memory() -> None:
    import tracemalloc

    long = " ".join(WORDS * 30)
    tracemalloc.start()
    signature(long)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000  # bytes; all hashes at once would take four times that
