"""The gazetteer of a language: every name, office and demonym form that can point to an actor, in one matcher."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any, Literal

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from demarche.languages import load

Kind = Literal[
    "country", "seat", "adjective", "demonym", "institution", "nonstate", "body", "person", "surname", "office", "noun"
]
NOT_THE_STATE = frozenset(
    {"PRE", "REB", "CRM", "OPP", "PTY", "BUS", "JRN", "REL", "LAB", "CVL"}
)  # sectors that do not act for it


@dataclass(frozen=True, slots=True)
class Office:
    """A term of office of a person: what, of which state or body, from (inclusive) until (exclusive)."""

    office: str
    code: str
    start: dt.date | None
    end: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Whether the office was held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def distance(self, day: dt.date) -> int:
        """Days between the term and a day; 0 within it."""
        if self.start is not None and day < self.start:
            return (self.start - day).days
        return (day - self.end).days + 1 if self.end is not None and day >= self.end else 0


OFFICES_BY_RANK = (
    ("supreme_leader", "president", "monarch", "chancellor", "prime_minister", "pope"),
    ("head_of_state", "secretary_general", "commission_president", "council_president", "high_representative"),
    ("foreign_minister", "defence_minister", "vice_president", "crown_prince"),
)
"""What a person is known for first, where several offices are held at once or a name is shared."""


def rank(office: str) -> int:
    """0 for the highest offices."""
    return next((i for i, offices in enumerate(OFFICES_BY_RANK) if office in offices), len(OFFICES_BY_RANK))


@dataclass(frozen=True, slots=True)
class Person:
    """A known person with dated offices."""

    person_id: str
    name: str
    gender: str
    offices: tuple[Office, ...]

    def office_at(self, day: dt.date | None, among: Collection[str | None] | None = None) -> Office | None:
        """The office held on a day (without one: the latest), else the nearest in time; `among`: only such offices."""
        offices = [o for o in self.offices if among is None or o.office in among]
        if not offices:
            return None
        if day is None:
            return max(offices, key=lambda o: o.start or dt.date.min)
        return min(offices, key=lambda o: (o.distance(day), rank(o.office), -(o.start or dt.date.min).toordinal()))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form in a text can stand for."""

    kind: Kind
    code: str | None = None  # of a state or body
    name: str | None = None
    sector: str | None = None
    office: str | None = None
    gender: str | None = None
    person: Person | None = None
    is_genitive: bool = False
    is_plural: bool = False
    until: dt.date | None = None  # of a predecessor state
    reference: str | None = None  # of a noun: country, state, people, body or person, by what it takes up
    countries: tuple[str, ...] = ()  # of a noun: the only states or bodies that it fits
    covers: tuple[str, ...] = ()  # of an office: offices whose holders the same word means


def _day(value: Any) -> dt.date | None:
    """A date of the data files: a date, `YYYY-MM` or `YYYY`."""
    if value is None or isinstance(value, dt.date):
        return value
    parts = [int(part) for part in str(value).split("-")]
    return dt.date(*([*parts, 1, 1])[:3])


class _Forms:
    """Collects the entries by form."""

    def __init__(self, german: ModuleType) -> None:
        self.by_form: dict[str, dict[Entry, None]] = {}
        self.inflection = german

    def add(self, form: str, entry: Entry) -> None:
        self.by_form.setdefault(form, {})[entry] = None

    def add_name(self, name: str, /, genitive: bool = True, **fields: Any) -> None:
        """A proper name with its genitive, and in capitals as datelines and headlines write it."""
        forms = self.inflection.name_forms(name)
        self.add(name, Entry(**fields))
        if len(name) > 3 and not name.isupper():
            self.add(name.upper(), Entry(**fields))
        if genitive:
            for form in forms[1:]:
                self.add(form, Entry(**fields, is_genitive=True))


def _add_country(forms: _Forms, row: dict[str, Any], historic: dict[str, Any] | None = None) -> None:
    part = historic or row
    base: dict[str, Any] = {"code": row["code"], "name": row["name"], "until": _day(part.get("until"))}
    gender = forms.inflection.article_gender(row.get("article"), row["name"])
    for name in part.get("names") or ():
        forms.add_name(name, kind="country", gender=gender, **base)
    for form in part.get("forms") or ():
        forms.add(
            form,
            Entry(
                kind="country", **base, gender=gender, is_genitive=form.endswith(("s", "'")) and not row.get("article")
            ),
        )
    for stem in part.get("adjectives") or ():
        for form in forms.inflection.adjective_forms(stem):
            forms.add(form, Entry(kind="adjective", **base))
            forms.add(form[:1].upper() + form[1:], Entry(kind="adjective", **base))
    for form in part.get("demonyms") or ():
        forms.add(form, Entry(kind="demonym", **base, sector="CVL"))
    for seat in {*(part.get("seats") or ()), *([part["capital"]] if part.get("capital") else [])}:
        forms.add_name(seat, kind="seat", **base)
    for force in part.get("forces") or ():
        _add_named(forms, force, "nonstate" if force.get("sector") in NOT_THE_STATE else "institution", **base)


def _add_named(forms: _Forms, item: Any, kind: str, **base: Any) -> None:
    """A name of a list whose items are plain names or {name, sector, forms}."""
    row = item if isinstance(item, dict) else {"name": item}
    fields: dict[str, Any] = {**base, "kind": kind, "name": row["name"], "sector": row.get("sector")}
    forms.add_name(row["name"], **fields)
    for form in row.get("forms") or ():
        forms.add(form, Entry(**fields, is_genitive=form.endswith("s")))


def _add_body(forms: _Forms, row: dict[str, Any]) -> None:
    base = {
        "code": row["code"],
        "name": row["name"],
        "gender": forms.inflection.article_gender(row.get("article", "die"), row["name"], is_body=True),
    }
    for name in row["names"]:
        forms.add_name(name, kind="body", **base)
    for form in row.get("forms") or ():
        forms.add(form, Entry(kind="body", **base, is_genitive=form.endswith("s")))
    base.pop("gender")  # of the body's own names; an organ's noun tells its gender itself
    for organ in row.get("organs") or ():
        _add_named(forms, organ, "body", **base)
    for stem in row.get("adjectives") or ():
        for form in forms.inflection.adjective_forms(stem):
            forms.add(form, Entry(kind="adjective", **base))
    for seat in row.get("seats") or ():
        forms.add_name(seat, kind="seat", **base)


def read_person(row: dict[str, Any]) -> Person:
    """A person from a row of `persons/`."""
    offices = tuple(
        Office(o["office"], str(o.get("country") or o.get("body")), _day(o.get("from")), _day(o.get("to")))
        for o in row.get("offices") or ()
    )
    return Person(row["id"], row["name"], row.get("gender") or "m", offices)


def _spellings(name: str) -> Iterator[str]:
    """A full name, with and without the hyphen of Korean given names: Kim Jong Un, Kim Jong-un."""
    yield name
    parts = name.split()
    if len(parts) == 3 and parts[2][:1].isupper():
        yield f"{parts[0]} {parts[1]}-{parts[2].lower()}"
    if len(parts) == 2 and "-" in parts[1]:
        first, _, second = parts[1].partition("-")
        yield f"{parts[0]} {first} {second[:1].upper()}{second[1:]}"
        yield f"{parts[0]} {first}-{second[:1].upper()}{second[1:]}"


def _add_person(forms: _Forms, row: dict[str, Any]) -> None:
    person = read_person(row)
    fields: dict[str, Any] = {"person": person, "name": person.name, "gender": person.gender}
    for name in {spelling for full in [row["name"], *(row.get("variants") or ())] for spelling in _spellings(full)}:
        forms.add_name(name, kind="person", **fields)
    for surname in row.get("surnames") or ():
        forms.add_name(surname, kind="surname", **fields)


def _add_offices(forms: _Forms, data: dict[str, Any]) -> None:
    for row in data["offices"]:
        base: dict[str, Any] = {
            "kind": "office",
            "office": row["office"],
            "sector": row.get("sector"),
            "covers": tuple(row.get("covers") or ()),
        }
        for gender, titles in row["titles"].items():
            for title in titles:
                _add_title(forms, title, gender, base)
        for form in row.get("forms") or ():
            forms.add(form, Entry(**base))
    for row in data["country_titles"]:
        base = {
            "kind": "office",
            "office": row["office"],
            "code": row.get("country") or row.get("body"),
            "sector": row.get("sector"),
        }
        _add_title(forms, row["title"], row.get("gender") or "m", base)


def _add_title(forms: _Forms, title: str, gender: str, base: dict[str, Any]) -> None:
    """A title in all its forms; `adj` titles are declined like adjectives and show no gender."""
    for form in forms.inflection.title_forms(title, gender):
        forms.add(form, Entry(**base, gender=None if gender == "adj" else gender))


def _add_nouns(forms: _Forms, data: dict[str, Any]) -> None:
    for reference, rows in data["nouns"].items():
        for row in rows:
            countries = tuple(row.get("countries") or row.get("bodies") or ())
            entry = Entry(
                kind="noun",
                sector=row.get("sector"),
                reference=reference,
                countries=countries,
                gender=row.get("gender"),
                code=countries[0] if len(countries) == 1 else None,
                is_plural=row.get("gender") == "pl",
            )
            for form in (*forms.inflection.title_forms(row["noun"], row.get("gender")), *(row.get("forms") or ())):
                forms.add(form, entry)


class Gazetteer:
    """All entries of a language by form, and a matcher that finds the longest forms in a text."""

    def __init__(self, language: str, nlp: Language) -> None:
        self.language = language
        forms = _Forms(import_module(f"demarche.languages.{language}.inflection"))
        for row in load(language, "countries"):
            _add_country(forms, row)
            for historic in row.get("historic") or ():
                _add_country(forms, row, historic)
        for row in load(language, "bodies"):
            _add_body(forms, row)
        for row in load(language, "persons"):
            _add_person(forms, row)
        offices = load(language, "offices")
        _add_offices(forms, offices)
        _add_nouns(forms, offices)
        for word in offices["not_offices"]:
            forms.by_form.pop(word, None)
        self.entries: dict[str, tuple[Entry, ...]] = {form: tuple(found) for form, found in forms.by_form.items()}
        self._matcher = self._build(nlp, self.entries)
        self.states = frozenset(row["code"] for row in load(language, "countries"))
        self.weight = Counter(
            o.code for person in persons(language).values() for o in person.offices
        )  # how much is known of whom
        self.codes = {row["code"]: row["name"] for name in ("countries", "bodies") for row in load(language, name)}
        self.ambiguous_surnames = frozenset(load(language, "names")["ambiguous_surnames"])
        self.prefixes: dict[str, dict[str, Any]] = {row["prefix"]: row for row in offices["prefixes"]}

    @staticmethod
    def _build(nlp: Language, forms: Iterable[str]) -> PhraseMatcher:
        """Only forms of several tokens need the matcher; single tokens are looked up."""
        matcher = PhraseMatcher(nlp.vocab)
        several = [
            form
            for form in forms
            if " " in form or "-" in form or "'" in form or "’" in form or "." in form or "/" in form
        ]
        matcher.add("NAME", [doc for form in several if len(doc := nlp.make_doc(form)) > 1])
        return matcher

    def find(self, doc: Doc) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """The longest forms in a text as (first token, last token + 1, entries), in order, none overlapping."""
        spans = [(start, end) for _, start, end in self._matcher(doc)]
        spans += [(token.i, token.i + 1) for token in doc if token.text in self.entries]
        taken: list[tuple[int, int, tuple[Entry, ...]]] = []
        covered = bytearray(len(doc))
        for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken.append((start, end, self.entries.get(doc[start:end].text, ())))
        return sorted((span for span in taken if span[2]), key=lambda span: span[0])


@lru_cache(maxsize=4)
def persons(language: str) -> dict[str, Person]:
    """All known persons of a language by id."""
    return {row["id"]: read_person(row) for row in load(language, "persons")}
