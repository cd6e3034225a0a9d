"""Near-duplicate articles: signatures cut into bands, and clusters of articles that share one.

Two articles that agree in all six MinHash values of one band are near-duplicates. With the 21 bands of a signature of
128 that finds texts of similarity 0.8 with probability 0.998, 0.7 with 0.93, 0.5 with 0.28 and 0.3 with 0.015
(1 - (1 - s^6)^21). Clusters are connected components, found in time linear in the number of bands: no pair of articles
is ever compared.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

BAND_ROWS = 6

Rank = tuple[bool, dt.date, uuid.UUID, uuid.UUID]


@dataclass(frozen=True, slots=True)
class Node:
    """An article, or a whole cluster that stands under its representative."""

    article_id: uuid.UUID
    text_hash: uuid.UUID
    published_start: dt.date | None

    @property
    def rank(self) -> Rank:
        """The least of a cluster represents it: the earliest published, then by content hash."""
        unknown = self.published_start is None
        return (unknown, self.published_start or dt.date.min, self.text_hash, self.article_id)


def bands(signature: Sequence[int]) -> list[int]:
    """Hashes (signed 64 bits) of the signature's bands of six; what is left over at its end is not used."""
    whole = len(signature) // BAND_ROWS
    return [_band_hash(number, signature[number * BAND_ROWS : (number + 1) * BAND_ROWS]) for number in range(whole)]


def representatives(nodes: Iterable[Node], shared: Iterable[tuple[uuid.UUID, int]]) -> dict[uuid.UUID, uuid.UUID]:
    """For each node the article that represents its cluster. `shared`: pairs of a node's article_id and a band."""
    by_id = {node.article_id: node for node in nodes}
    groups = _components(by_id, shared)
    least = {root: min(members, key=lambda article: by_id[article].rank) for root, members in groups.items()}
    return {article: least[root] for root, members in groups.items() for article in members}


def _band_hash(number: int, rows: Sequence[int]) -> int:
    text = ",".join(map(str, (number, *rows)))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


def _components(
    nodes: Mapping[uuid.UUID, Node], shared: Iterable[tuple[uuid.UUID, int]]
) -> dict[uuid.UUID, list[uuid.UUID]]:
    parents = {article: article for article in nodes}
    first_of_band: dict[int, uuid.UUID] = {}
    for article, band in shared:
        one, other = _root(parents, article), _root(parents, first_of_band.setdefault(band, article))
        parents[one] = other
    groups = defaultdict(list)
    for article in nodes:
        groups[_root(parents, article)].append(article)
    return groups


def _root(parents: dict[uuid.UUID, uuid.UUID], article: uuid.UUID) -> uuid.UUID:
    while parents[article] != article:
        parents[article] = parents[parents[article]]
        article = parents[article]
    return article
