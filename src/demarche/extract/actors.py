"""Who is meant: from names, offices, demonyms and institutions in a noun phrase to actors with codes.

A text is read from front to back; what it has said so far decides what a bare surname, an office, a pronoun or
`das Land` refers to. Persons get the country and role of the office they held when the text was published.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from spacy.tokens import Doc

from demarche.extract.gazetteer import Entry, Gazetteer, Person, rank
from demarche.extract.syntax import Clause, Phrase, Roles
from demarche.records import Actor, Entity

Function = Literal["head", "poss", "adj", "comp", "gen"]
DYAD_SHARE = 0.7  # of the named actors, to call a text one about two parties
LABELS = {
    "country": "LOC",
    "seat": "LOC",
    "adjective": "LOCderiv",
    "demonym": "LOCderiv",
    "person": "PER",
    "surname": "PER",
    "office": "ROLE",
    "body": "ORG",
    "institution": "ORG",
}


@dataclass(slots=True)
class Mention:
    """A stretch of tokens that the gazetteer knows; `prefixes` are the first parts of a hyphen compound."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    prefixes: tuple[Entry, ...] = ()

    def kinds(self) -> set[str]:
        """Kinds of its entries."""
        return {entry.kind for entry in self.entries}

    def of_kind(self, *kinds: str) -> list[Entry]:
        """Its entries of these kinds."""
        return [entry for entry in self.entries if entry.kind in kinds]


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a phrase: as its head or as an attribute, perhaps only as a place."""

    actor: Actor
    function: Function
    start: int  # first token
    is_place: bool = False
    is_coreferent: bool = False
    kind: str = "country"
    gender: str | None = None
    is_plural: bool = False


@dataclass(slots=True)
class _Reading:
    """What the walk over one phrase's mentions has found so far."""

    attributes: list[Participant] = field(default_factory=list)
    persons: list[Participant] = field(default_factory=list)
    names: list[Participant] = field(default_factory=list)
    office: tuple[Mention, Entry] | None = None
    noun: tuple[Mention, Entry] | None = None


class Mentions:
    """The mentions of a document by token."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.doc, self.gazetteer = doc, gazetteer
        self.by_token: dict[int, Mention] = {}
        self.all: list[Mention] = []
        for start, end, entries in gazetteer.find(doc):
            self._add(Mention(start, end, doc[start:end].text, entries))
        for token in doc:
            if "-" in token.text[1:-1] and token.i not in self.by_token:
                mention = self._compound(token.i, token.text)
                if mention is not None:
                    self._add(mention)
        self.all.sort(key=lambda mention: mention.start)

    def _add(self, mention: Mention) -> None:
        self.all.append(mention)
        for token in range(mention.start, mention.end):
            self.by_token[token] = mention

    def _compound(self, token: int, text: str) -> Mention | None:
        """`US-Außenminister`, `Putin-Besuch`, `russisch-nordkoreanische`: first parts and head looked up apart."""
        *firsts, head = text.split("-")
        entries = self.gazetteer.entries.get(head, ())
        prefixes = [entry for part in firsts for entry in self._part(part)]
        if not prefixes and not any(entry.kind in {"office", "adjective"} for entry in entries):
            return None
        if all(entry.kind == "adjective" for entry in entries) and entries:
            return Mention(token, token + 1, text, (*(e for e in prefixes if e.code), *entries))
        keep = tuple(entry for entry in entries if entry.kind in {"office", "noun", "surname"})
        return Mention(token, token + 1, text, keep, tuple(prefixes))

    def _part(self, part: str) -> list[Entry]:
        prefix = self.gazetteer.prefixes.get(part)
        if prefix is not None and (prefix.get("country") or prefix.get("body")):
            code = prefix.get("country") or prefix.get("body")
            return [Entry(kind="country", code=code, name=self.gazetteer.codes.get(code))]
        found = self.gazetteer.entries.get(part, ()) or self.gazetteer.entries.get(part.lower(), ())
        return [
            e for e in found if e.kind in {"country", "body", "seat", "surname", "person", "adjective", "institution"}
        ][:3]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of tokens."""
        found: list[Mention] = []
        for token in range(start, end):
            mention = self.by_token.get(token)
            if mention is not None and (not found or found[-1] is not mention):
                found.append(mention)
        return found

    def covers(self, token: int) -> bool:
        """Whether a token belongs to a mention."""
        return token in self.by_token

    def is_genitive(self, token: int) -> bool:
        """Whether a token is a name in the genitive and can be nothing else."""
        mention = self.by_token.get(token)
        return mention is not None and bool(mention.entries) and all(e.is_genitive for e in mention.entries)

    def is_name(self, token: int) -> bool:
        """Whether a token belongs to a proper name."""
        mention = self.by_token.get(token)
        return mention is not None and bool(mention.of_kind("country", "seat", "body", "person", "surname"))

    def is_adjective(self, token: int) -> bool:
        """Whether a token is a demonym adjective, at a sentence's start too."""
        mention = self.by_token.get(token)
        return mention is not None and bool(mention.entries) and all(e.kind == "adjective" for e in mention.entries)

    def is_state(self, token: int) -> bool:
        """Whether a token begins the name of a state, its seat or a body."""
        mention = self.by_token.get(token)
        return mention is not None and mention.start == token and bool(mention.of_kind("country", "seat", "body"))

    def gender(self, token: int) -> str | None:
        """m, f, n or pl of the name or office that a token belongs to; None where it is not known."""
        mention = self.by_token.get(token)
        return next((e.gender for e in mention.entries if e.gender), None) if mention is not None else None

    def breaks(self, left: int, right: int) -> bool:
        """Whether two neighbouring nouns are two phrases: `drohte Japan Sanktionen an`, `Russland Nordkorea`."""
        a, b = self.by_token.get(left), self.by_token.get(right)
        if b is not None and a is not b and self.is_genitive(right) and not (a is not None and self.is_name(left)):
            return True  # "der Besuch Putins": the genitive is a phrase of its own
        if a is None or a is b:
            return False
        if b is not None and a.of_kind("office", "noun", "demonym") and not a.of_kind("person", "country"):
            return False
        is_name = bool(a.of_kind("country", "seat", "body", "person", "surname", "institution"))
        genitive = any(entry.is_genitive for entry in a.entries) or a.text.endswith(("s", "'", "’"))
        if not is_name or genitive:
            return False
        if b is None:
            return bool(a.of_kind("country", "seat", "body")) or not self._name_like(right)
        return True

    def _name_like(self, token: int) -> bool:
        return self.doc[token].text[:1].isupper() and self.doc[token].text.lower() not in self.doc.vocab.strings


class TextActors:
    """Resolves the phrases of one text, in order, and remembers who was spoken of."""

    def __init__(self, mentions: Mentions, day: dt.date | None, roles: Roles) -> None:
        self.mentions, self.day, self.roles = mentions, day, roles
        self.full_names = {e.person.person_id for m in mentions.all for e in m.of_kind("person") if e.person}
        self.local: dict[str, Actor] = {}  # surname of a person whom the text itself introduces
        self.counts = Counter(e.code for m in mentions.all for e in {e.code: e for e in m.entries if e.code}.values())
        self.speaker: list[Participant] = []  # who speaks where the text reports: `man`, `wir`
        self.recent: list[Participant] = []  # heads, the latest last
        self.pair: list[Participant] = []  # the last parties named together

    # --- persons ----------------------------------------------------------------------------------------------

    def _person(self, entries: Sequence[Entry]) -> Person | None:
        """The person meant: named in full in this text, else in office at the time, else the highest."""
        people = [e.person for e in entries if e.person is not None]
        if not people:
            return None

        def key(person: Person) -> tuple[bool, int, int]:
            office = person.office_at(self.day)
            distance = office.distance(self.day) if office and self.day else 0
            return person.person_id not in self.full_names, distance, rank(office.office) if office else 9

        return min(people, key=key)

    def person_actor(self, person: Person, title: Entry | None = None) -> Actor | None:
        """The person as an actor on the text's day, in the office of the title that stands before the name, if it was
        ever theirs."""
        meant = {title.office, *title.covers} if title else set()
        office = person.office_at(self.day, meant) or person.office_at(self.day)
        if office is None:
            return None
        is_state = office.code in self.mentions.gazetteer.states
        return Actor(
            code=office.code,
            name=person.name,
            country=office.code if is_state else None,
            sector="GOV" if is_state else "IGO",
            role=office.office,
            actor_id=person.person_id,
        )

    # --- phrases ----------------------------------------------------------------------------------------------

    def resolve(self, clause: Clause) -> dict[int, list[Participant]]:
        """The participants of every phrase of a clause by phrase number; a genitive that only says whose office or
        government it is belongs to that phrase and is no participant of its own."""
        found = {phrase.number: self._resolve_phrase(phrase, clause) for phrase in clause.phrases}
        for phrase in clause.phrases:
            self._appose(phrase, clause, found)
        self._remember_pair(clause, found)
        for participants in found.values():
            self.recent += [p for p in participants if p.function == "head" and not p.is_place]
        del self.recent[:-40]
        return found

    def _remember_pair(self, clause: Clause, found: dict[int, list[Participant]]) -> None:
        """The parties that a coordination names, for a plural pronoun after it: `Suga und Morrison, als sie …`."""
        for phrase in clause.phrases:
            members = [phrase, *(p for p in clause.phrases if p.joined_to == phrase.number)]
            heads = [p for member in members for p in found[member.number] if p.function == "head"]
            if len({p.actor.code for p in heads}) > 1 and phrase.pronoun is None:
                self.pair = heads

    def _appose(self, phrase: Phrase, clause: Clause, found: dict[int, list[Participant]]) -> None:
        """`X Y, der malische Außenminister,`: one person, not two."""
        if phrase.after_comma is None:
            return
        before = clause.phrases[phrase.after_comma]
        own, other = found[phrase.number], found[before.number]
        same = {p.actor.code for p in own} & {p.actor.code for p in other if p.function == "head"}
        if own and (same or (not other and own[0].kind == "office")):
            phrase.apposition_of = before.number
            if not other:
                found[before.number] = [replace(p, function="head") for p in own]

    def _resolve_phrase(self, phrase: Phrase, clause: Clause) -> list[Participant]:
        if phrase.pronoun is not None:
            return self._pronoun(phrase, clause)
        reading = self._read(phrase)
        phrase.is_reference = reading.office is not None or reading.noun is not None
        return reading.persons or self._referent(phrase, clause, reading)

    def _referent(self, phrase: Phrase, clause: Clause, reading: _Reading) -> list[Participant]:
        """Whom a phrase without a person means: by office, name or institution, else whom its attributes name."""
        if phrase.is_reference and not reading.attributes and self._says_both(phrase):
            return [replace(p, is_coreferent=True, start=phrase.start, is_place=False) for p in self._parties()]
        if reading.office is not None:
            return self._office(phrase, clause, reading)
        if reading.names:
            place = phrase.preposition in self.roles.place
            names = [replace(p, is_place=place and p.kind in {"country", "seat"}) for p in reading.names]
            return names + reading.attributes
        if reading.noun is not None:
            return self._institution(phrase, clause, reading)
        return reading.attributes or self._local(phrase)

    def _read(self, phrase: Phrase) -> _Reading:
        reading = _Reading()
        for mention in self.mentions.within(phrase.start, phrase.end):
            for prefix in mention.prefixes[:1]:
                actor = self._entry_actor(prefix)
                if actor is not None:
                    reading.attributes.append(Participant(actor, "comp", mention.start, kind=prefix.kind))
            self._read_mention(mention, reading, phrase)
        return reading

    def _read_mention(self, mention: Mention, reading: _Reading, phrase: Phrase) -> None:
        has_more = mention.end < phrase.end
        genitive = [e for e in mention.entries if e.is_genitive]
        plain = [e for e in mention.entries if not e.is_genitive]
        people = [e for e in mention.entries if e.person is not None and self._may_mean(e, mention, reading)]
        if people and not self._is_other_person(mention):
            person = self._person(people)
            title = reading.office[1] if reading.office else None
            actor = self.person_actor(person, title) if person else None
            if actor is not None and person is not None:
                is_possessor = bool(genitive) and has_more
                participant = Participant(
                    actor, "poss" if is_possessor else "head", mention.start, kind="person", gender=person.gender
                )
                (reading.attributes if is_possessor else reading.persons).append(participant)
                return
        office = next((e for e in mention.entries if e.kind == "office"), None)
        if office is not None:
            reading.office = (mention, office)
            return
        for entry in self._codes(mention.of_kind("adjective")):
            reading.attributes.append(Participant(self._state(entry), "adj", mention.start, kind="adjective"))
        names = [e for e in (plain or genitive) if e.kind in {"country", "seat", "body", "institution", "demonym"}]
        if names:
            entry = self._best_name(names, is_place=phrase.preposition in self.roles.place)
            is_possessor = entry.is_genitive and has_more
            participant = Participant(
                self._state(entry), "poss" if is_possessor else "head", mention.start, kind=entry.kind
            )
            (reading.attributes if is_possessor else reading.names).append(participant)
        noun = next((e for e in mention.entries if e.kind == "noun"), None)
        if noun is not None and not names:
            reading.noun = (mention, noun)

    def _may_mean(self, entry: Entry, mention: Mention, reading: _Reading) -> bool:
        """Whether a name can mean the person: an everyday word only with an office before it or the full name."""
        is_word = (
            entry.kind == "surname" and mention.text.removesuffix("s") in self.mentions.gazetteer.ambiguous_surnames
        )
        is_named = entry.person is not None and entry.person.person_id in self.full_names
        return not is_word or is_named or reading.office is not None

    def _is_other_person(self, mention: Mention) -> bool:
        """A known surname behind an unknown first name is somebody else: `Johannes Kim`."""
        if "surname" not in mention.kinds() or mention.start == 0:
            return False
        before = self.mentions.doc[mention.start - 1]
        if (
            not before.text[:1].isupper()
            or before.is_sent_start
            or before.i in self.mentions.by_token
            or not before.is_alpha
        ):
            return False
        if before.text.lower().endswith(self.roles.title_endings):
            return False
        after = self.mentions.doc[before.i - 1] if before.i else None
        return after is None or after.text.lower() not in self.roles.articles

    @staticmethod
    def _codes(entries: Iterable[Entry]) -> list[Entry]:
        seen: dict[str, Entry] = {}
        for entry in entries:
            if entry.code and entry.code not in seen:
                seen[entry.code] = entry
        return list(seen.values())

    def _best_name(self, names: list[Entry], *, is_place: bool) -> Entry:
        """What a form means here: the most specific kind; a seat of a body (`Brüssel`) only where it is no place; of
        several states the one that the text speaks of most, else the one most is known of."""
        gazetteer = self.mentions.gazetteer
        order = {"institution": 0, "body": 1, "country": 2, "seat": 3, "demonym": 4}

        def key(entry: Entry) -> tuple[int, bool, bool, int, int]:
            is_body_seat = entry.kind == "seat" and entry.code not in gazetteer.states
            code = str(entry.code)
            return (
                order[entry.kind],
                is_body_seat == is_place and entry.kind == "seat",
                entry.until is not None,
                -self.counts[code],
                -gazetteer.weight[code],
            )

        return min(names, key=key)

    def _state(self, entry: Entry) -> Actor:
        code = str(entry.code)
        is_state = code in self.mentions.gazetteer.states
        name = entry.name if entry.kind in {"body", "institution", "country", "seat"} else None
        return Actor(code=code, name=name, country=code if is_state else None, sector=entry.sector)

    def _entry_actor(self, entry: Entry) -> Actor | None:
        if entry.person is not None:
            return self.person_actor(entry.person)
        return self._state(entry) if entry.code else None

    def _office(self, phrase: Phrase, clause: Clause, reading: _Reading) -> list[Participant]:
        mention, entry = reading.office  # type: ignore[misc]
        states = [
            p for p in reading.attributes if p.actor.country and p.function != "comp"
        ]  # "die amerikanische UN-Botschafterin"
        owners = [p.actor for p in states or reading.attributes] or [p.actor for p in reading.names]
        if entry.code:
            owners = [self._state(entry)]
        owners = owners or self._owner_behind(phrase, clause)
        name = self._unknown_name(mention.end, phrase.end)
        is_coreferent = False
        if not owners:
            known = self._same_office(entry)
            if known is not None:
                return [replace(known, start=mention.start, is_coreferent=True, function="head", is_place=False)]
            return self._local(phrase)
        result = []
        for owner in {o.code: o for o in owners}.values():
            actor = Actor(
                code=owner.code, name=name, country=owner.country, sector=entry.sector or "GOV", role=entry.office
            )
            if name:
                self.local[name.split()[-1]] = actor
            result.append(
                Participant(
                    actor, "head", mention.start, kind="office", gender=entry.gender, is_coreferent=is_coreferent
                )
            )
        return result

    def _unknown_name(self, start: int, end: int) -> str | None:
        """The capitalised words behind an office that are no known name: the person whom the text introduces."""
        words = []
        for token in self.mentions.doc[start:end]:
            if token.i in self.mentions.by_token and not self.mentions.by_token[token.i].of_kind("surname"):
                break
            words.append(token.text)
        return " ".join(words) or None

    def _owner_behind(self, phrase: Phrase, clause: Clause) -> list[Actor]:
        """The state in the genitive, behind `von` or (for a government) `in`: `der Präsident Malis`."""
        owners: list[Actor] = []
        for other in clause.phrases[phrase.number + 1 : phrase.number + 3]:
            is_owner = other.genitive_of == phrase.number or (
                other.follows == phrase.number and other.preposition in (*self.roles.possessor, *self.roles.origin)
            )
            if not is_owner:
                break
            members = [other, *(p for p in clause.phrases if p.joined_to == other.number)]
            readings = [self._read(member) for member in members]
            owners = [p.actor for reading in readings for p in [*reading.names, *reading.persons]]
            if owners:
                break
        return owners

    def _same_office(self, entry: Entry) -> Participant | None:
        """Who was last spoken of with this office: `der Minister`."""
        for participant in reversed(self.recent):
            if participant.kind not in {"person", "office"}:
                continue
            role = participant.actor.role or ""
            if role in {entry.office, *entry.covers} or (
                entry.office in {"minister", "diplomat"} and role.endswith(("minister", "diplomat"))
            ):
                return participant
        return None

    def _institution(self, phrase: Phrase, clause: Clause, reading: _Reading) -> list[Participant]:
        mention, entry = reading.noun  # type: ignore[misc]
        owners = [p.actor for p in reading.attributes] or self._owner_behind(phrase, clause)
        if entry.code:
            owners = [self._state(entry)]
        if owners:
            return [
                Participant(
                    replace(owner, sector=entry.sector or owner.sector, name=None, role=None, actor_id=None),
                    "head",
                    mention.start,
                    kind="institution",
                )
                for owner in {o.code: o for o in owners}.values()
            ]
        if entry.reference in {"country", "state"} and not entry.is_plural:
            return self._taken_up(entry, mention.start)
        return []

    def _taken_up(self, entry: Entry, start: int) -> list[Participant]:
        """The state that `das Land`, `die Regierung`, `der Inselstaat` takes up: the last one named that fits."""
        for participant in reversed(self.recent):
            code = participant.actor.code
            if (
                (code in entry.countries)
                if entry.countries
                else code in self.mentions.gazetteer.states and participant.kind in {"country", "seat", "institution"}
            ):
                return [replace(participant, is_coreferent=True, start=start, function="head", is_place=False)]
        return []

    def _local(self, phrase: Phrase) -> list[Participant]:
        """A surname that the text itself introduced with an office."""
        for token in self.mentions.doc[phrase.start : phrase.end]:
            actor = self.local.get(token.text) or self.local.get(token.text.removesuffix("s"))
            if actor is not None:
                return [Participant(actor, "head", token.i, kind="person")]
        return []

    def _pronoun(self, phrase: Phrase, clause: Clause) -> list[Participant]:
        word = phrase.pronoun or ""
        if word in self.roles.speaker_pronouns:
            return [replace(p, is_coreferent=True, start=phrase.start, is_place=False) for p in self.speaker]
        wanted = self.roles.pronoun_genders.get(word)
        is_plural = word in self.roles.ambiguous_plural and clause.verb is not None and clause.verb.is_plural
        if is_plural:
            return [replace(p, is_coreferent=True, start=phrase.start, is_place=False) for p in self.pair]
        if wanted is None:
            return []
        kinds = {"person", "office"} if wanted == "m" else {"person", "office", "institution"}
        for participant in reversed(self.recent):
            if (
                participant.kind in kinds
                and (participant.gender or ("f" if participant.kind == "institution" else "m")) == wanted
            ):
                return [replace(participant, is_coreferent=True, start=phrase.start, function="head", is_place=False)]
        return []

    def counterpart(self, code: str) -> Participant | None:
        """The other party of a text that is about two: they make up most of what it names."""
        top = self.counts.most_common(2)
        pair = {c for c, _ in top}
        if len(top) < 2 or code not in pair or sum(n for _, n in top) < DYAD_SHARE * self.counts.total():
            return None
        return next(
            (
                replace(p, is_coreferent=True, function="head", is_place=False)
                for p in reversed(self.recent)
                if p.actor.code in pair - {code}
            ),
            None,
        )

    def _says_both(self, phrase: Phrase) -> bool:
        """`beide Länder`, `die beiden Außenminister`."""
        return any(token.lower_ in self.roles.both for token in self.mentions.doc[phrase.start : phrase.end])

    def _parties(self) -> list[Participant]:
        """The two that a text speaks of together: the last ones coordinated, else the two that make up most of it."""
        if self.pair:
            return self.pair
        for code, _ in self.counts.most_common(1):
            other = self.counterpart(str(code))
            first = next((p for p in reversed(self.recent) if p.actor.code == code), None)
            if other is not None and first is not None:
                return [replace(first, function="head"), other]
        return []

    def others(self, codes: set[str]) -> Participant | None:
        """Whom a text that names one side means by the other: the last named state that is not it, a person or
        government before a mere demonym."""
        for participant in reversed(self.recent):
            if participant.actor.code not in codes and participant.kind != "demonym":
                return replace(participant, is_coreferent=True, function="head", is_place=False)
        return None


def entities(mentions: Mentions, actors: TextActors) -> list[Entity]:
    """The named actors, persons, bodies, demonyms and offices of a text, in order."""
    found = []
    doc = mentions.doc
    for mention in mentions.all:
        entry = next((e for e in mention.entries if e.kind in LABELS), None)
        if entry is None:
            continue
        person = actors._person(mention.of_kind("person", "surname")) if entry.person else None
        code = entry.code if person is None else (office.code if (office := person.office_at(actors.day)) else None)
        last = doc[mention.end - 1]
        found.append(Entity(mention.text, LABELS[entry.kind], (doc[mention.start].idx, last.idx + len(last)), code))
    return found
