"""MinHash signatures over runs of five words, by which near-duplicates are found (`demarche.resolve.duplicates`).

Signatures are stored, so permutations, seed and scheme are part of the warehouse's format: changing one of them
means computing all signatures anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

SHINGLE = 5  # words
PERMUTATIONS = 128
SEED = 1
SCHEME = "affine32"
_BATCH = 2000  # shingles; bounds the memory that their hashes take
_WORD = re.compile(r"\w+")

Signature = tuple[int, ...]


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
