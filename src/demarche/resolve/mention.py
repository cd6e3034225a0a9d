"""A mention as resolution sees it: what the text says, and what is known of the article that says it."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from demarche import ontology


@dataclass(frozen=True, slots=True)
class Mention:
    """One coded event of one article, at or above the publishing threshold. Fields: see core.mention.

    `cluster_id` is the representative of the article's near-duplicates; `reported_at` the first possible publication
    of the article; `source_persons` and `target_persons` are the ids of known persons and bodies on either side.
    """

    mention_id: uuid.UUID
    article_id: uuid.UUID
    cluster_id: uuid.UUID
    block_id: uuid.UUID
    event_type: str
    event_mode: str | None
    contexts: tuple[str, ...]
    quad_class: int
    cameo_code: str | None
    goldstein: float | None
    status: str
    is_mutual: bool
    source_codes: tuple[str, ...]
    target_codes: tuple[str, ...]
    source_names: tuple[str, ...]
    target_names: tuple[str, ...]
    source_persons: frozenset[uuid.UUID]
    target_persons: frozenset[uuid.UUID]
    date_start: dt.date | None
    date_end: dt.date | None
    date_precision: str
    date_weekday: int | None
    date_basis: str | None
    place_id: uuid.UUID | None
    place_name: str | None
    place_country_code: str | None
    latitude: float | None
    longitude: float | None
    attributed_to: str | None
    confidence: float
    evidence: str
    trigger_start: int
    reported_at: dt.datetime

    @property
    def is_symmetric(self) -> bool:
        """Whether its source and target can be swapped."""
        return ontology.is_symmetric(self.event_type, self.is_mutual)

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.date_start is not None and self.date_start == self.date_end

    @property
    def is_span(self) -> bool:
        """Whether it says that the event lasted from one day through another."""
        return self.date_precision == "span" and self.date_start is not None and not self.is_day

    @property
    def has_coordinates(self) -> bool:
        """Whether its place is on the map."""
        return self.latitude is not None and self.longitude is not None
