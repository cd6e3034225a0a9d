"""Which forms in a German text the gazetteer knows, and what they can stand for."""

from __future__ import annotations

import datetime as dt

import pytest

from demarche.extract.actors import Mentions
from demarche.extract.gazetteer import Entry, Office, Person, persons, read_person
from tests.coding import coder


def found(text: str) -> list[tuple[str, tuple[Entry, ...]]]:
    """The known forms of a text in order, with what each can stand for."""
    doc = coder().nlp(text)
    return [(doc[start:end].text, entries) for start, end, entries in coder().gazetteer.find(doc)]


def forms(text: str) -> list[str]:
    return [form for form, _ in found(text)]


def entries(form: str) -> tuple[Entry, ...]:
    """What a form can stand for, in a sentence around it."""
    ((text, known),) = found(f"es geht um {form} heute")
    assert text == form
    return known


def codes(form: str, kind: str) -> set[str | None]:
    return {entry.code for entry in entries(form) if entry.kind == kind}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Russland", "RUS"),
        ("Rußland", "RUS"),
        ("RUSSLAND", "RUS"),
        ("Russische Föderation", "RUS"),
        ("Russischen Föderation", "RUS"),
        ("Vereinigten Arabischen Emiraten", "ARE"),
        ("Vereinigte Staaten", "USA"),
        ("USA", "USA"),
        ("Elfenbeinküste", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("Birma", "MMR"),
        ("Weißrussland", "BLR"),
        ("Guinea-Bissau", "GNB"),
        ("Guinea", "GIN"),
        ("Äquatorialguinea", "GNQ"),
        ("Demokratische Republik Kongo", "COD"),
        ("Kongo-Brazzaville", "COG"),
        ("Südsudan", "SSD"),
        ("Sudan", "SDN"),
        ("Osttimor", "TLS"),
        ("Eswatini", "SWZ"),
        ("Swasiland", "SWZ"),
        ("Nordmazedonien", "MKD"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("Vatikan", "VAT"),
        ("Grönland", "GRL"),
    ],
)
def test_states_are_known_by_all_their_names(form: str, code: str) -> None:
    assert codes(form, "country") | codes(form, "seat") == {code}


@pytest.mark.parametrize("form", ["Frankreichs", "Laos'", "Österreichs", "Togos", "Polens", "Kremls"])
def test_a_genitive_is_known_as_one(form: str) -> None:
    assert all(entry.is_genitive for entry in entries(form))


@pytest.mark.parametrize("form", ["Laos", "Zypern", "Honduras", "Kreml"])
def test_a_name_that_looks_like_a_genitive_is_none(form: str) -> None:
    assert any(not entry.is_genitive for entry in entries(form))


@pytest.mark.parametrize(
    ("form", "code", "until"),
    [
        ("Sowjetunion", "RUS", dt.date(1991, 12, 26)),
        ("UdSSR", "RUS", dt.date(1991, 12, 26)),
        ("Tschechoslowakei", "CZE", dt.date(1993, 1, 1)),
        ("Zaire", "COD", None),
    ],
)
def test_predecessors_are_coded_as_the_state_with_the_day_they_ended(
    form: str, code: str, until: dt.date | None
) -> None:
    entry = next(entry for entry in entries(form) if entry.kind == "country")
    assert entry.code == code
    assert entry.until is not None
    assert until is None or abs((entry.until - until).days) <= 7


@pytest.mark.parametrize(
    ("stem", "code"), [("russisch", "RUS"), ("nordkoreanisch", "PRK"), ("ivorisch", "CIV"), ("zyprisch", "CYP")]
)
@pytest.mark.parametrize("ending", ["e", "en", "er", "es", "em"])
def test_adjectives_are_known_in_every_form(stem: str, code: str, ending: str) -> None:
    assert codes(stem + ending, "adjective") == {code}
    assert codes((stem + ending).capitalize(), "adjective") == {code}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Südkoreanerinnen", "KOR"),
        ("Nordkoreaner", "PRK"),
        ("Franzosen", "FRA"),
        ("Schwedin", "SWE"),
        ("Iraker", "IRQ"),
        ("Ghanaern", "GHA"),
        ("Palästinensern", "PSE"),
    ],
)
def test_people_of_a_state_are_known_in_every_form(form: str, code: str) -> None:
    assert codes(form, "demonym") == {code}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Moskau", "RUS"),
        ("Kreml", "RUS"),
        ("Weißen Haus", "USA"),
        ("Downing Street", "GBR"),
        ("Pjöngjang", "PRK"),
        ("Elysée", "FRA"),
        ("Brüssel", "EU"),
        ("Brüssel", "BEL"),
        ("Kinshasa", "COD"),
        ("Den Haag", "NLD"),
    ],
)
def test_seats_stand_for_their_governments(form: str, code: str) -> None:
    assert code in codes(form, "seat")


@pytest.mark.parametrize(
    ("form", "code", "sector"),
    [
        ("Pentagon", "USA", "MIL"),
        ("Knesset", "ISR", "LEG"),
        ("Duma", "RUS", "LEG"),
        ("Bundeswehr", "DEU", "MIL"),
        ("Mossad", "ISR", "SPY"),
        ("Quai d'Orsay", "FRA", "GOV"),
    ],
)
def test_forces_parliaments_and_ministries_are_known_by_name(form: str, code: str, sector: str) -> None:
    assert {(entry.code, entry.sector) for entry in entries(form) if entry.kind == "institution"} == {(code, sector)}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Vereinten Nationen", "UN"),
        ("UN", "UN"),
        ("UN-Sicherheitsrat", "UN"),
        ("EU-Kommission", "EU"),
        ("Europäischen Kommission", "EU"),
        ("Internationale Gerichtshof", "UN"),
        ("UN-Sicherheitsrates", "UN"),
        ("Nato", "NATO"),
        ("NATO", "NATO"),
        ("Afrikanischen Union", "AU"),
        ("Internationalen Atomenergiebehörde", "IAEA"),
        ("Taliban", "TALIBAN"),
        ("Hisbollah", "HEZBOLLAH"),
        ("Huthi-Rebellen", "HOUTHI"),
        ("Mercosur", "MERCOSUR"),
    ],
)
def test_bodies_and_groups_are_known_with_their_organs(form: str, code: str) -> None:
    assert code in codes(form, "body")


@pytest.mark.parametrize(
    ("form", "person"),
    [
        ("Kim Jong-un", "kim_jong_un"),
        ("Kim Jong Un", "kim_jong_un"),
        ("Wladimir Putin", "putin_wladimir"),
        ("Putins", "putin_wladimir"),
        ("Vladimir Putin", "putin_wladimir"),
        ("Sergej Lawrow", "lawrow_sergej"),
        ("Sergei Lawrow", "lawrow_sergej"),
    ],
)
def test_persons_are_known_in_every_spelling(form: str, person: str) -> None:
    assert person in {entry.person.person_id for entry in entries(form) if entry.person}


@pytest.mark.parametrize(
    ("form", "office"),
    [
        ("Präsidentin", "president"),
        ("Präsidenten", "president"),
        ("Außenministers", "foreign_minister"),
        ("Aussenminister", "foreign_minister"),
        ("Chefdiplomatin", "foreign_minister"),
        ("Regierungschefs", "head_of_government"),
        ("Königin", "monarch"),
        ("Botschafterinnen", "ambassador"),
        ("Abgeordneten", "parliamentarian"),
    ],
)
def test_offices_are_known_in_every_form(form: str, office: str) -> None:
    assert office in {entry.office for entry in entries(form) if entry.kind == "office"}


@pytest.mark.parametrize(("form", "code"), [("Kremlchef", "RUS"), ("Pentagonchef", "USA"), ("CIA-Direktorin", "USA")])
def test_some_titles_say_whose_office_it_is(form: str, code: str) -> None:
    assert codes(form, "office") == {code}


@pytest.mark.parametrize("word", ["Lautsprecher", "Reiseführer", "Marktführer", "Personalchef", "Schützenkönig"])
def test_words_that_only_look_like_titles_stand_for_nobody(word: str) -> None:
    assert found(f"es geht um {word} heute") == []


def test_the_longest_form_counts_and_none_overlap() -> None:
    text = "Die Demokratische Republik Kongo und die Republik Kongo baten den UN-Sicherheitsrat um Hilfe."
    assert forms(text) == ["Demokratische Republik Kongo", "Republik Kongo", "UN-Sicherheitsrat"]
    assert forms("Kim Jong Un traf Wladimir Putin.") == ["Kim Jong Un", "Wladimir Putin"]


def test_names_are_known_in_capitals_and_never_in_small_letters() -> None:
    assert forms("DER IRAN UND DER TSCHAD") == ["IRAN", "TSCHAD"]
    assert forms("alle russland sagten mali") == []


# --- hyphen compounds -----------------------------------------------------------------------------------------------


def compound(text: str) -> tuple[set[str | None], set[str | None]]:
    """Codes that stand before the last hyphen of a word, and codes or offices behind it."""
    doc = coder().nlp(f"es geht um {text} heute")
    mention = Mentions(doc, coder().gazetteer).by_token[3]
    assert mention.text == text
    return {entry.code for entry in mention.prefixes}, {entry.code or entry.office for entry in mention.entries}


def test_compounds_are_taken_apart() -> None:
    assert compound("US-Außenministerin") == ({"USA"}, {"foreign_minister"})
    assert compound("EU-Außenbeauftragten")[0] | compound("EU-Außenbeauftragten")[1] >= {"EU"}
    assert compound("Syrien-Präsident") == ({"SYR"}, {"president"})
    assert compound("Nordkorea-Besuch") == ({"PRK"}, set())
    assert compound("Moskau-Reise") == ({"RUS"}, set())


def test_double_adjectives_stand_for_both_states() -> None:
    assert compound("russisch-nordkoreanischen")[1] == {"RUS", "PRK"}
    assert compound("deutsch-polnische")[1] == {"DEU", "POL"}


def test_compounds_without_a_known_part_are_no_mentions() -> None:
    doc = coder().nlp("es geht um Bahn-Tickets heute")
    assert Mentions(doc, coder().gazetteer).all == []


# --- persons and terms ----------------------------------------------------------------------------------------------


def person(*offices: tuple[str, str | None, str | None]) -> Person:
    rows = [{"office": office, "country": "FRA", "from": start, "to": end} for office, start, end in offices]
    return read_person({"id": "x", "name": "X", "gender": "f", "offices": rows})


@pytest.mark.parametrize(
    ("day", "office"),
    [
        ("2001-05-06", "prime_minister"),  # before any term: the nearest
        ("2003-01-01", "prime_minister"),
        ("2007-04-30", "prime_minister"),
        ("2007-05-01", "president"),  # the first day is inside, the last one not
        ("2011-12-31", "president"),
        ("2020-01-01", "president"),
    ],
)
def test_the_office_is_that_of_the_day(day: str, office: str) -> None:
    held = person(("prime_minister", "2003", "2007-05-01"), ("president", "2007-05-01", "2012"))
    found_office = held.office_at(dt.date.fromisoformat(day))
    assert found_office is not None
    assert found_office.office == office


def test_without_a_day_the_latest_office_counts() -> None:
    held = person(("president", "2017", None), ("economy_minister", "2014-08", "2016-08"))
    latest = held.office_at(None)
    assert latest is not None
    assert latest.office == "president"
    assert person().office_at(None) is None


def test_a_term_holds_from_its_first_day_until_before_its_last() -> None:
    term = Office("president", "FRA", dt.date(2007, 5, 16), dt.date(2012, 5, 15))
    assert [term.holds(dt.date(2007, 5, day)) for day in (15, 16)] == [False, True]
    assert [term.holds(dt.date(2012, 5, day)) for day in (14, 15)] == [True, False]
    assert term.distance(dt.date(2007, 5, 14)) == 2
    assert term.distance(dt.date(2012, 5, 15)) == 1
    assert term.distance(dt.date(2010, 1, 1)) == 0


def test_incomplete_days_begin_their_year_or_month() -> None:
    (term,) = person(("president", "2014-08", "2016")).offices
    assert (term.start, term.end) == (dt.date(2014, 8, 1), dt.date(2016, 1, 1))


def test_every_person_can_be_found_by_the_full_name() -> None:
    known = coder().gazetteer.entries
    lost = [p.name for p in persons("de").values() if p not in {entry.person for entry in known.get(p.name, ())}]
    assert lost == []
