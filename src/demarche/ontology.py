"""The coding standard: PLOVER 2.0 types and modes with their scores, CAMEO codes with theirs, and coded bodies.

Read from `ontology.yml` and `data/cameo.csv`. Scores run from -10 (conflict) to 10 (cooperation).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Symmetry = Literal["always", "mutual", "never"]
BodyKind = Literal["organisation", "armed_group"]


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done."""

    name: str
    score: float | None
    label_de: str
    label_en: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 PLOVER types."""

    name: str
    quad_class: int  # 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    score: float
    symmetry: Symmetry
    label_de: str
    label_en: str
    modes: dict[str, Mode]


@dataclass(frozen=True, slots=True)
class Cameo:
    """One CAMEO code and its place in PLOVER (no type: PLOVER drops it)."""

    code: str
    name: str
    goldstein: float | None
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or armed group that is an actor of its own."""

    code: str
    kind: BodyKind
    label_de: str
    label_en: str


def quad_class(event_type: str) -> int:
    """1 to 4; KeyError for what is no type."""
    return event_types()[event_type].quad_class


def goldstein(cameo_code: str | None) -> float | None:
    """The code's Goldstein score; None without a code or where none was ever given; KeyError for what is no code."""
    return None if cameo_code is None else cameo()[cameo_code].goldstein


def is_symmetric(event_type: str, is_mutual: bool = False) -> bool:
    """Whether source and target can be swapped: annotation guidelines, rule 1."""
    symmetry = event_types()[event_type].symmetry
    return symmetry == "always" or (symmetry == "mutual" and is_mutual)


def modes(event_type: str) -> frozenset[str]:
    """The modes that the type has."""
    return frozenset(event_types()[event_type].modes)


@lru_cache(maxsize=1)
def event_types() -> dict[str, EventType]:
    """The types by name, in the manual's order."""
    return {name: _event_type(name, entry) for name, entry in _ontology()["types"].items()}


@lru_cache(maxsize=1)
def quad_labels() -> dict[int, tuple[str, str]]:
    """German and English label of each quad class."""
    return {number: (labels[0], labels[1]) for number, labels in _ontology()["quad_classes"].items()}


@lru_cache(maxsize=1)
def status_labels() -> dict[str, tuple[str, str]]:
    """German and English label of each status."""
    return {status: (labels[0], labels[1]) for status, labels in _ontology()["statuses"].items()}


@lru_cache(maxsize=1)
def contexts() -> frozenset[str]:
    """The 37 contexts."""
    return frozenset(_ontology()["contexts"])


@lru_cache(maxsize=1)
def bodies() -> dict[str, Body]:
    """The coded bodies by code."""
    return {code: Body(code, *entry) for code, entry in _ontology()["bodies"].items()}


@lru_cache(maxsize=1)
def cameo() -> dict[str, Cameo]:
    """The CAMEO codes by code."""
    table = files("demarche").joinpath("data/cameo.csv").read_text(encoding="utf-8")
    return {row["code"]: _cameo(row) for row in csv.DictReader(table.splitlines())}


@lru_cache(maxsize=1)
def _ontology() -> dict[str, Any]:
    ontology: dict[str, Any] = yaml.safe_load(files("demarche").joinpath("ontology.yml").read_text(encoding="utf-8"))
    return ontology


def _event_type(name: str, entry: dict[str, Any]) -> EventType:
    found = {mode: Mode(mode, *values) for mode, values in entry["modes"].items()}
    return EventType(name, entry["quad_class"], entry["score"], entry["symmetry"], entry["de"], entry["en"], found)


def _cameo(row: dict[str, str]) -> Cameo:
    contexts = tuple(filter(None, row["contexts"].split(";")))
    score = float(row["goldstein"]) if row["goldstein"] else None
    return Cameo(row["code"], row["name"], score, row["type"] or None, row["mode"] or None, contexts)
