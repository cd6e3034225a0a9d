"""Arguments: which participants of a clause fill the slots of a sense's frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from demarche.extract.actors import Participant
from demarche.extract.syntax import Clause, Phrase, Roles, Word
from demarche.extract.triggers import matches


@dataclass(slots=True)
class ClauseView:
    """A clause with its participants by phrase, and the subject that it takes over from another clause."""

    clause: Clause
    participants: dict[int, list[Participant]]
    roles: Roles
    inherited: list[Participant] = field(default_factory=list)  # subject of an infinitive or coordinated clause
    antecedent: list[Participant] = field(default_factory=list)  # what a relative pronoun stands for
    antecedent_words: list[Word] = field(default_factory=list)  # of a relative clause: the words of that phrase
    texts: dict[int, str] = field(default_factory=dict)  # lower-case text by token
    dependents: list[ClauseView] = field(default_factory=list)

    # --- phrases ----------------------------------------------------------------------------------------------

    def group(self, phrase: Phrase) -> list[Phrase]:
        """A phrase with those coordinated to it."""
        members = [phrase]
        for other in self.clause.phrases[phrase.number + 1 :]:
            if other.joined_to is not None and other.joined_to in {m.number for m in members}:
                members.append(other)
        return members

    def heads(self, phrase: Phrase, *, with_places: bool = False) -> list[Participant]:
        """The actors that the phrase and its coordinated ones stand for."""
        found = [p for member in self.group(phrase) for p in self.participants.get(member.number, [])]
        return [p for p in found if p.function == "head" and (with_places or not p.is_place)]

    def inside(self, phrase: Phrase) -> list[Participant]:
        """The actors inside the phrase: its heads, else its attributes and genitives."""
        heads = self.heads(phrase)
        if heads:
            return heads
        found = [p for member in self.group(phrase) for p in self.participants.get(member.number, []) if not p.is_place]
        return found or self.genitives(phrase)

    def genitives(self, phrase: Phrase) -> list[Participant]:
        """The actors in the genitive, or behind `von`, directly behind the phrase."""
        for other in self.clause.phrases[phrase.number + 1 :]:
            is_genitive = other.genitive_of == phrase.number or (
                other.follows == phrase.number and other.preposition in self.roles.possessor
            )
            if is_genitive:
                found = [p for member in self.group(other) for p in self.participants.get(member.number, [])]
                heads = [p for p in found if p.function == "head"]
                return heads or found
            if other.joined_to is None:
                break
        return []

    def with_preposition(self, prepositions: Iterable[str], after: int = -1) -> list[Phrase]:
        """The phrases behind one of these prepositions, in order."""
        wanted = set(prepositions)
        return [p for p in self.clause.phrases if p.preposition in wanted and p.number > after and p.joined_to is None]

    # --- grammatical functions ----------------------------------------------------------------------------------

    def subject_phrase(self) -> Phrase | None:
        """The phrase that is the grammatical subject, by case, number and order."""
        candidates = [
            p
            for p in self.clause.phrases
            if p.preposition is None
            and p.genitive_of is None
            and p.joined_to is None
            and p.apposition_of is None
            and "nom" in p.cases
            and p.pronoun not in self.roles.empty_subject
        ]
        if not candidates:
            return None
        if "nom" in self.clause.relative_cases:
            return self._relative_subject(candidates)
        return self._agreeing(candidates)

    def _relative_subject(self, candidates: list[Phrase]) -> Phrase | None:
        """In a relative clause the pronoun is the subject unless another phrase must be."""
        for phrase in candidates:
            if phrase.number and phrase.cases == frozenset({"nom"}) and phrase.pronoun is None:
                return phrase
        return None

    def _agreeing(self, candidates: list[Phrase]) -> Phrase:
        verb = self.clause.verb
        first = candidates[0]
        if len(candidates) == 1 or verb is None:
            return first
        actor = next((c for c in candidates if self.heads(c)), None)
        if actor is not None and not self._can_act(first) and (not verb.is_plural or self._is_plural(actor)):
            return actor
        if verb.is_plural is False and self._is_plural(first) and any(not self._is_plural(c) for c in candidates[1:]):
            return next(c for c in candidates[1:] if not self._is_plural(c))
        return first

    def _can_act(self, phrase: Phrase) -> bool:
        """Whether a phrase names someone who acts, points back to one, or can be nothing but the subject."""
        named = bool(self.heads(phrase)) or phrase.is_reference or phrase.pronoun is not None
        is_marked = phrase.cases <= {"nom", "gen"} and not self.texts.get(phrase.head, "").endswith("en")
        return named or is_marked

    def _is_plural(self, phrase: Phrase) -> bool:
        return len(self.group(phrase)) > 1 or bool(phrase.is_plural)

    def subject(self) -> list[Participant]:
        """The actors of the grammatical subject; taken over where the clause has none of its own."""
        if self.clause.kind == "infinitive":
            return self.inherited
        phrase = self.subject_phrase()
        if phrase is not None and not (self.clause.inherits_subject and self.inherited and self._verb_first(phrase)):
            return self.heads(phrase)
        return self.antecedent if "nom" in self.clause.relative_cases else self.inherited

    def _verb_first(self, phrase: Phrase) -> bool:
        return self.clause.verb is not None and self.clause.verb.index < phrase.start

    def _others(self) -> list[Phrase]:
        subject = self.subject_phrase() if self.clause.kind != "infinitive" else None
        takes_over = (
            self.clause.inherits_subject and self.inherited and subject is not None and self._verb_first(subject)
        )
        skip = set() if subject is None or takes_over else {m.number for m in self.group(subject)}
        return [
            p
            for p in self.clause.phrases
            if p.number not in skip
            and p.preposition is None
            and p.genitive_of is None
            and p.joined_to is None
            and p.apposition_of is None
        ]

    def direct_object(self) -> list[Participant]:
        """The actors inside the accusative object."""
        if "acc" in self.clause.relative_cases and self.subject_phrase() is not None:
            return self.antecedent
        for phrase in self._others():
            is_object = "acc" in phrase.cases and phrase.pronoun not in self.roles.reflexive
            if is_object and (found := self.inside(phrase) or self._behind(phrase, self.roles.origin)):
                return found
        return self._object_clause()

    def _object_clause(self) -> list[Participant]:
        """Who acts in the clause that stands for the object: `Dass die USA …, hat China kritisiert`."""
        for view in self.dependents:
            if view.clause.kind == "sub" and not view.clause.opener_is_adverbial and (found := view.subject()):
                return found
        return []

    def dative(self) -> list[Participant]:
        """The actors of the dative object: one that can be nothing else first."""
        if "dat" in self.clause.relative_cases:
            return self.antecedent
        others = [p for p in self._others() if "dat" in p.cases and p.pronoun not in self.roles.reflexive]
        for phrase in sorted(others, key=lambda p: ("nom" in p.cases or "acc" in p.cases, p.number)):
            if found := self.inside(phrase):
                return found
        return []

    # --- slots ------------------------------------------------------------------------------------------------

    def fill_verb(self, slot: str) -> list[Participant]:
        """What stands in a slot of the clause's verb; the passive is turned."""
        is_passive = self.clause.verb is not None and self.clause.verb.voice == "passive"
        plain = {
            "subj": self._agent if is_passive else self.subject,
            "obj": self._passive_subject if is_passive else self.direct_object,
            "dat": self.dative,
            "inf": self._dependent_subject,
            "gen": self._genitive_object,
            "any": self.anyone,
        }
        if slot in plain:
            return plain[slot]()
        kind, _, names = slot.partition(":")
        if kind == "prep":
            return self._prepositional(names.split("/"), after=-1)
        return self._possessor(names.split("/")) if kind == "of" else []

    def _genitive_object(self) -> list[Participant]:
        phrases = (p for p in self._others() if p.cases <= {"gen", "dat"} and "gen" in p.cases)
        return next((found for p in phrases if (found := self.inside(p))), [])

    def _dependent_subject(self) -> list[Participant]:
        return next((found for view in self.dependents if (found := view.subject() or view.anyone())), [])

    def is_open(self, slot: str) -> bool:
        """Whether a slot of the verb is held by words that point back in the text: a pronoun, an office or an
        institution that is not said whose; or, for who acts, by nothing because the clause is passive."""
        is_passive = self.clause.verb is not None and self.clause.verb.voice == "passive"
        if slot == "subj":
            return is_passive or self._points_back(self.subject_phrase())
        if slot == "obj" and is_passive:
            return self._points_back(self.subject_phrase())
        kind, _, names = slot.partition(":")
        if kind == "prep":
            return any(self._points_back(p) for p in self.with_preposition(names.split("/")))
        if kind == "of":
            return any(self._is_headed_by(p, names) for p in self.clause.phrases)
        case = {"obj": "acc", "dat": "dat"}.get(slot)
        return case is not None and any(case in p.cases and self._points_back(p) for p in self._others())

    def _is_headed_by(self, phrase: Phrase, nouns: str) -> bool:
        return any(matches(noun, self.texts.get(phrase.head, "")) for noun in nouns.split("/"))

    def _points_back(self, phrase: Phrase | None) -> bool:
        if phrase is None or self.participants.get(phrase.number):
            return False
        return phrase.pronoun not in {None, *self.roles.empty_subject} or phrase.is_reference

    def _passive_subject(self) -> list[Participant]:
        phrase = self.subject_phrase()
        if phrase is not None:
            return self.inside(phrase)
        if self.clause.kind == "relative":
            return self.antecedent
        return self.inherited

    def _agent(self) -> list[Participant]:
        for phrase in self.with_preposition(self.roles.agent):
            if found := self.heads(phrase, with_places=True) or self.inside(phrase):
                return found
        return []

    def _prepositional(self, prepositions: Sequence[str], after: int) -> list[Participant]:
        """The actors behind one of the prepositions; behind one of place only what is itself a place or actor."""
        for phrase in self.with_preposition(prepositions, after):
            found = self.heads(phrase, with_places=True)
            if not found and phrase.preposition not in self.roles.place:
                found = self.inside(phrase)
            if found:
                return found
        return []

    def _possessor(self, nouns: Sequence[str]) -> list[Participant]:
        for phrase in self.clause.phrases:
            text = self.texts.get(phrase.head, "")
            if any(matches(noun, text) for noun in nouns):
                own = [p for p in self.participants.get(phrase.number, []) if not p.is_place]
                whose = [p for p in own if p.function != "comp"] or self.genitives(phrase) or own
                if found := whose or self._behind(phrase, self.roles.origin):
                    return found
        return []

    def _behind(self, phrase: Phrase, prepositions: Sequence[str]) -> list[Participant]:
        for other in self.clause.phrases[phrase.number + 1 : phrase.number + 2]:
            if other.preposition in prepositions and other.follows == phrase.number:
                return self.heads(other, with_places=True)
        return []

    def fill_noun(self, slot: str, phrase: Phrase) -> list[Participant]:
        """What stands in a slot of a noun that heads the phrase."""
        own = self.participants.get(phrase.number, [])
        if slot in {"poss", "adj", "comp"}:
            return [p for p in own if p.function == slot]
        if slot in {"gen", "of"}:
            return self.genitives(phrase)
        if slot in {"subj", "obj", "dat"}:
            return self.fill_verb(slot) if not self._is_argument(phrase, slot) else []
        if slot == "any":
            return [p for p in self.anyone() if p.start < phrase.start or p.start >= phrase.end]
        names = slot.removeprefix("prep:").split("/")
        return self._prepositional(names, after=phrase.number) or self._prepositional(names, after=-1)

    def _is_argument(self, phrase: Phrase, slot: str) -> bool:
        """Whether the noun's own phrase is what stands in that slot."""
        return slot == "subj" and self.subject_phrase() is phrase

    def anyone(self) -> list[Participant]:
        """All actors of the clause that are no mere places, in order."""
        found = [
            p for phrase in self.clause.phrases for p in self.participants.get(phrase.number, []) if not p.is_place
        ]
        return sorted(found, key=lambda p: p.start)
