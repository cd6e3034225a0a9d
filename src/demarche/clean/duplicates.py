"""Near-duplicates: MinHash signatures over runs of five words, bands to look them up by, clusters of them.

Signatures are stored, so permutations, seed and scheme are part of the warehouse's format: changing one of them
means computing all signatures anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

SHINGLE = 5  # words
PERMUTATIONS = 128
SEED = 1
SCHEME = "affine32"
BANDS = 32  # of 4 values: two texts of similarity 0.7 share a band in 99.98 of 100 cases
SIMILAR = 0.7  # estimated Jaccard similarity from which two texts are near-duplicates
_BATCH = 2000  # shingles; bounds the memory that their hashes take
_WORD = re.compile(r"\w+")

Signature = tuple[int, ...]
Key = TypeVar("Key", bound=Hashable)


def signature(text: str) -> Signature:
    """128 unsigned 32-bit integers; the same for the same words on every machine. Empty for a text without words."""
    from datasketch import MinHash  # brings SciPy, over a second to import: only where signatures are wanted

    minhash = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme=SCHEME)
    shingles = _shingles(_WORD.findall(text.casefold()))
    empty = True
    while batch := list(islice(shingles, _BATCH)):
        minhash.update_batch(batch)
        empty = False
    return () if empty else tuple(int(value) for value in minhash.hashvalues)


def _shingles(words: Sequence[str]) -> Iterator[bytes]:
    if 0 < len(words) < SHINGLE:
        yield " ".join(words).encode()
    for i in range(len(words) - SHINGLE + 1):
        yield " ".join(words[i : i + SHINGLE]).encode()


def similarity(one: Signature, other: Signature) -> float:
    """The estimated Jaccard similarity of two texts' shingles, 0 where one has no signature."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def band_hashes(values: Signature) -> tuple[int, ...]:
    """32 signed 64-bit integers (Postgres bigint) to be indexed: texts that share one are candidates to compare."""
    rows = len(values) // BANDS
    return tuple(_band_hash(band, values[band * rows : (band + 1) * rows]) for band in range(BANDS)) if rows else ()


def _band_hash(band: int, values: Signature) -> int:
    digest = blake2b(repr((band, values)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def clusters(signatures: Mapping[Key, Signature], threshold: float = SIMILAR) -> list[list[Key]]:
    """Connected components of near-duplicates with more than one member, in the order of the mapping."""
    keys = [key for key, values in signatures.items() if values]
    values = [signatures[key] for key in keys]
    parent = list(range(len(keys)))
    for bucket in _buckets(values):
        _unite(bucket, values, parent, threshold)
    members: dict[int, list[Key]] = defaultdict(list)
    for i, key in enumerate(keys):
        members[_root(parent, i)].append(key)
    return [group for group in members.values() if len(group) > 1]


def _buckets(values: Sequence[Signature]) -> Iterator[list[int]]:
    buckets: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(values):
        for band in band_hashes(one):
            buckets[band].append(i)
    return (bucket for bucket in buckets.values() if len(bucket) > 1)


def _unite(bucket: Sequence[int], values: Sequence[Signature], parent: list[int], threshold: float) -> None:
    """Unite what is similar in a bucket. A text is held against the groups formed so far: copies cost one look each."""
    groups: list[list[int]] = []
    for i in bucket:
        near = [group for group in groups if _is_near(i, group, values, parent, threshold)]
        for group in near:
            _join(parent, i, group[0])
            if group is not near[0]:
                near[0].extend(group)
                groups.remove(group)
        if near:
            near[0].append(i)
        else:
            groups.append([i])


def _is_near(i: int, group: list[int], values: Sequence[Signature], parent: list[int], threshold: float) -> bool:
    """Whether a text belongs to a group, every member of which is of one component."""
    if _root(parent, i) == _root(parent, group[0]):
        return True
    return any(similarity(values[i], values[j]) >= threshold for j in group)


def _join(parent: list[int], i: int, j: int) -> None:
    a, b = _root(parent, i), _root(parent, j)
    parent[max(a, b)] = min(a, b)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
