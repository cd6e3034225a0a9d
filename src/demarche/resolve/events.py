"""Events from groups of mentions: the written rule of what an event takes from which of its mentions.

The best mention is the one with the greatest confidence; then one that says it in its text's own voice, one with a
mode, one with a place, one with names; then the least mention_id. From it come type, mode, CAMEO code and score, sides,
evidence and the date. Of a group with a span the date is that of its best mention with a span: it lasted that long.
Where the best mention has no place or no names, the next best that has gives them. Contexts are those of all.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from demarche.resolve import keys
from demarche.resolve.mention import Mention
from demarche.resolve.rules import Group, group


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """An event and its evidence. Fields: see core.event; `best` is the mention that most of them come from."""

    event_id: uuid.UUID
    best: Mention
    dated: Mention  # whose date it has
    placed: Mention  # whose place it has
    source_names: tuple[str, ...]
    target_names: tuple[str, ...]
    contexts: tuple[str, ...]
    attributed_to: str | None
    merge_reason: str
    members: tuple[tuple[uuid.UUID, str], ...]  # mention_id and why it belongs here, by mention_id
    article_count: int
    source_count: int
    first_reported_at: dt.datetime
    last_reported_at: dt.datetime


def resolve(mentions: Iterable[Mention]) -> list[ResolvedEvent]:
    """The events that the mentions tell of, by event_id; the same for any order of the mentions."""
    blocks: dict[uuid.UUID, list[Mention]] = defaultdict(list)
    for mention in mentions:
        blocks[mention.block_id].append(mention)
    events = [derive(found) for block in blocks.values() for found in group(block)]
    return sorted(events, key=lambda event: event.event_id)


def derive(found: Group) -> ResolvedEvent:
    """The event of a group."""
    mentions = sorted((mention for mention, _ in found.members), key=_best_first)
    best, reported = mentions[0], [mention.reported_at for mention in mentions]
    sources, targets = _names(mentions, best)
    return ResolvedEvent(
        event_id=keys.event_id(min(mention.mention_id for mention in mentions)),
        best=best,
        dated=_first(mentions, lambda mention: mention.is_span),
        placed=_placed(mentions),
        source_names=sources,
        target_names=targets,
        contexts=tuple(sorted({context for mention in mentions for context in mention.contexts})),
        attributed_to=_attributed_to(mentions),
        merge_reason=found.merge_reason,
        members=tuple(sorted((mention.mention_id, reason) for mention, reason in found.members)),
        article_count=len({mention.article_id for mention in mentions}),
        source_count=len({mention.cluster_id for mention in mentions}),
        first_reported_at=min(reported),
        last_reported_at=max(reported),
    )


def _best_first(mention: Mention) -> tuple[Any, ...]:
    return (
        -mention.confidence,
        mention.attributed_to is not None,
        mention.event_mode is None,
        mention.place_name is None,
        not (mention.source_names or mention.target_names),
        mention.mention_id,
    )


def _first(mentions: Sequence[Mention], holds: Callable[[Mention], bool]) -> Mention:
    """The best mention for which that holds, else the best of all."""
    return next(filter(holds, mentions), mentions[0])


def _placed(mentions: Sequence[Mention]) -> Mention:
    """The best mention with a place on the map, else with a place."""
    on_map = [mention for mention in mentions if mention.has_coordinates]
    return on_map[0] if on_map else _first(mentions, lambda mention: mention.place_name is not None)


def _names(mentions: Sequence[Mention], best: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names on either side as the best mention has them; a side without any takes the next best's."""
    sides = [_sides(mention, best) for mention in mentions]
    sources = next((source for source, _ in sides if source), ())
    targets = next((target for _, target in sides if target), ())
    return sources, targets


def _sides(mention: Mention, best: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Its names, turned where it tells a symmetric event the other way round than the best mention does."""
    if mention.is_symmetric and set(mention.source_codes) != set(best.source_codes):
        return mention.target_names, mention.source_names
    return mention.source_names, mention.target_names


def _attributed_to(mentions: Sequence[Mention]) -> str | None:
    """Nobody, if one text says it in its own voice."""
    return None if any(mention.attributed_to is None for mention in mentions) else mentions[0].attributed_to
