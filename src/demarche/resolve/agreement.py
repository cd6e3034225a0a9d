"""Whether two tellings contradict each other in place or persons; both must agree for one event."""

from __future__ import annotations

import uuid
from math import asin, cos, radians, sin, sqrt

from demarche.resolve.mention import Mention

EARTH_KM = 6371.0
SAME_PLACE_KM = 100.0  # a capital and its airport, residence or outskirts are one place; two capitals are not

Persons = tuple[frozenset[uuid.UUID], frozenset[uuid.UUID]]
Place = tuple[str | None, float | None, float | None]


def persons(mention: Mention) -> Persons:
    """Known persons and bodies on either side, where they tell one act from another.

    What two sides do together is one event an occasion, whoever of them is named (a visit with all its talks is one
    CONSULT: annotation guidelines, rule 1); what one says of the other is told apart by who says it.
    """
    none: frozenset[uuid.UUID] = frozenset()
    return (none, none) if mention.is_symmetric else (mention.source_persons, mention.target_persons)


def persons_agree(one: Persons, other: Persons) -> bool:
    """Whether on either side one set contains the other (that nobody is named is contained in all)."""
    return all(mine <= theirs or theirs <= mine for mine, theirs in zip(one, other, strict=True))


def place(mention: Mention) -> Place:
    """Country and coordinates of the place, as far as known."""
    return (mention.place_country_code, mention.latitude, mention.longitude)


def places_agree(one: Place, other: Place) -> bool:
    """Whether one place can lie in the other: same country, and not far apart where both are on the map."""
    (country, *here), (other_country, *there) = one, other
    if country is not None and other_country is not None and country != other_country:
        return False
    if None in here or None in there:
        return True
    return distance_km(here[0] or 0.0, here[1] or 0.0, there[0] or 0.0, there[1] or 0.0) <= SAME_PLACE_KM


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance between two points in degrees (haversine formula)."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    half_height = sin((other_phi - phi) / 2) ** 2
    half_width = sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half_height + cos(phi) * cos(other_phi) * half_width)))
