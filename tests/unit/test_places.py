"""Where a named place lies, and where a text says that an event took place."""

from __future__ import annotations

import pytest

from demarche.extract.places import Place, capital, find_place
from demarche.languages import load
from tests.coding import the_event

MEETING = "Chinas Außenminister traf {where} den Präsidenten von Kasachstan."


def place(name: str) -> Place:
    found = find_place(name, "de")
    assert found is not None
    return found


def near(found: Place, latitude: float, longitude: float, degrees: float = 1.0) -> bool:
    """Whether a place has coordinates not further away than that."""
    if found.latitude is None or found.longitude is None:
        return False
    return abs(found.latitude - latitude) <= degrees and abs(found.longitude - longitude) <= degrees


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Genf", "CHE", 46.2, 6.1),
        ("Peking", "CHN", 39.9, 116.4),
        ("Kiew", "UKR", 50.45, 30.5),
        ("Den Haag", "NLD", 52.1, 4.3),
        ("Taschkent", "UZB", 41.3, 69.2),
        ("Islamabad", "PAK", 33.7, 73.0),
        ("Odessa", "UKR", 46.5, 30.7),
        ("Davos", "CHE", 46.8, 9.8),
        ("Ramallah", "PSE", 31.9, 35.2),
    ],
)
def test_cities_are_found_by_their_german_names(name: str, country: str, latitude: float, longitude: float) -> None:
    assert place(name).country == country
    assert near(place(name), latitude, longitude)


@pytest.mark.parametrize("name", ["Wien", "Berlin", "Tokio", "Nairobi", "Lima", "Canberra", "Ottawa", "Riga", "Tiflis"])
def test_capitals_lie_in_their_states(name: str) -> None:
    (code,) = (row["code"] for row in load("de", "countries") if row.get("capital") == name)
    assert place(name).country == code
    assert place(name).latitude is not None


@pytest.mark.parametrize(
    ("name", "country"), [("Kreml", "RUS"), ("Wostotschny", "RUS"), ("Gazastreifen", "PSE"), ("Camp David", "USA")]
)
def test_landmarks_and_regions_are_found(name: str, country: str) -> None:
    assert place(name).country == country
    assert place(name).latitude is not None


@pytest.mark.parametrize("name", ["Schwarzes Meer", "Schwarzen Meer", "Roten Meer", "Südchinesischen Meer"])
def test_seas_belong_to_no_state(name: str) -> None:
    assert place(name).country is None
    assert place(name).latitude is not None


def test_a_state_is_a_place_without_coordinates() -> None:
    assert place("Mali") == Place("Mali", "MLI")
    assert place("Russischen Föderation") == Place("Russland", "RUS")


def test_a_genitive_is_the_same_place() -> None:
    assert place("Genfs") == place("Genf")


@pytest.mark.parametrize("name", ["Nirgendheim", "Merkel", "genf", "", "s"])
def test_what_no_source_knows_is_no_place(name: str) -> None:
    assert find_place(name, "de") is None


def test_a_capital_takes_coordinates_only_from_its_own_state() -> None:
    assert capital("Lima", "PER").latitude is not None
    assert capital("Lima", "PRY") == Place("Lima", "PRY")


def test_own_places_lie_on_the_globe() -> None:
    for row in load("de", "places")["places"]:
        assert -90 <= row.get("latitude", 0) <= 90, row
        assert -180 <= row.get("longitude", 0) <= 180, row
        assert ("latitude" in row) == ("longitude" in row), row


# --- of events ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "name", "country"),
    [
        ("in Genf", "Genf", "CHE"),
        ("am Freitag in Genf", "Genf", "CHE"),
        ("in Wostotschny", "Wostotschny", "RUS"),
        ("in Den Haag", "Den Haag", "NLD"),
        ("im Kreml", "Kreml", "RUS"),
    ],
)
def test_an_event_takes_its_place_from_its_clause(where: str, name: str, country: str) -> None:
    event = the_event(MEETING.format(where=where), "CONSULT")
    assert (event.place, event.place_country) == (name, country)
    assert None not in {event.latitude, event.longitude}


@pytest.mark.parametrize("where", ["im Mai", "nahe Nirgendheim", "am Montag", "in der Nacht", ""])
def test_an_event_without_a_known_place_has_none(where: str) -> None:
    event = the_event(MEETING.format(where=where), "CONSULT")
    assert (event.place, event.place_country, event.latitude, event.longitude) == (None, None, None, None)
