"""Whether what a clause says has happened, is planned, is denied or is only thought of, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from demarche.extract.arguments import ClauseView
from demarche.extract.syntax import Clause, Phrase, Verb
from demarche.extract.triggers import split_phrase
from demarche.languages import load
from demarche.records import Status


@dataclass(frozen=True, slots=True)
class Reality:
    """The status of what a clause says; `blocked` names what keeps it from being an event at all."""

    status: Status = "actual"
    blocked: str | None = None
    attributed_to: str | None = None
    is_hearsay: bool = False


@dataclass(frozen=True)
class SpeechWords:
    """The words of `clauses.yml` as sets."""

    group_of: dict[str, str]  # verb lemma -> group
    hearsay: frozenset[str]
    hypothetical: frozenset[str]
    conditional: frozenset[str]
    purpose_openers: frozenset[str]
    complement_prepositions: frozenset[str]
    temporal_openers: frozenset[str]  # conditional ones that tell of what was with a past tense: `bevor`
    planned: frozenset[str]
    shifting: dict[str, str]  # lower-case noun -> group
    negating_determiners: frozenset[str]
    demanding_modals: frozenset[str]  # in reported speech they tell a demand of the speaker
    modal_demand: str  # the sense of such a demand


@lru_cache(maxsize=4)
def speech_words(language: str) -> SpeechWords:
    """The speech and modality words of a language."""
    data = load(language, "clauses")
    group_of = {
        split_phrase(phrase, language)[1]: group
        for group, phrases in data["governing"].items()
        for phrase in phrases
        if " " not in phrase or phrase.startswith("sich")
    }
    shifting = {
        noun.lower() + ending: group
        for group, nouns in data["shifting_nouns"].items()
        for noun in nouns
        for ending in ("", "en", "n", "e", "s", "es")
    }
    return SpeechWords(
        group_of,
        frozenset(data["hearsay"]),
        frozenset(data["hypothetical"]),
        frozenset(data["conditional_openers"]),
        frozenset(data["purpose_openers"]),
        frozenset(data["complement_prepositions"]),
        frozenset(data["temporal_openers"]),
        frozenset(data["planned"]),
        shifting,
        frozenset(data["negating_determiners"]),
        frozenset(data["demanding_modals"]),
        data["modal_demand"],
    )


def group_of(verb: Verb | None, words: SpeechWords) -> str | None:
    """What the verb makes of a clause that depends on it."""
    if verb is None:
        return None
    return next((words.group_of[lemma] for lemma in verb.lemmas if lemma in words.group_of), None)


GOVERNING = frozenset({"speech", "demand", "accusation", "denial", "threat"})  # groups of verbs of saying
BLOCKING = {
    "demand": "demanded",
    "threat": "threatened",
    "accusation": "accused of",
    "refusal": "refused",
    "cancelling": "cancelled",
}


def _own(view: ClauseView, words: SpeechWords, *, with_negation: bool) -> Reality:
    """What the clause's own words say; its negation is left out where it is part of the trigger, or not a noun's."""
    verb, clause = view.clause.verb, view.clause
    is_before_the_past = clause.opener in words.temporal_openers and verb is not None and verb.tense == "past"
    if clause.opener in words.conditional and not is_before_the_past:
        return Reality("hypothetical")
    if verb is None:
        return Reality("planned" if clause.has_word(words.planned) else "actual")
    if clause.kind == "main" and clause.opens_with_condition:
        return Reality("hypothetical")  # "Sollte China …", "Hätte Kenia …"
    said = _modality(verb) or (_negation(verb) if with_negation else None) or _still_to_come(verb, clause, words)
    if said is not None:
        return said
    is_possible = clause.has_word(words.hypothetical)
    return Reality("hypothetical" if is_possible else "actual", is_hearsay=clause.has_word(words.hearsay))


def _modality(verb: Verb) -> Reality | None:
    """What a modal or the Konjunktiv II says: `konnte` and `musste` tell of what was, `soll … haben` is hearsay."""
    if verb.modal in {"shall", "will"} and verb.is_perfect:
        return Reality("actual", is_hearsay=True)  # "will abgeschossen haben": a claim
    if verb.modal == "will":
        return Reality("planned")
    if verb.modal == "shall":
        return Reality("hypothetical" if verb.mood == "unreal" else "planned")
    was_so = verb.tense == "past" and verb.mood == "indicative" and verb.modal in {"can", "must"}
    is_unreal = verb.mood == "unreal" and not (verb.is_perfect and verb.tense == "past")
    return Reality("hypothetical") if (verb.modal and not was_so) or is_unreal else None


def _negation(verb: Verb) -> Reality | None:
    if not verb.negated:
        return None
    return Reality("denied") if verb.tense == "past" or verb.is_perfect else Reality(blocked="negated")


def _still_to_come(verb: Verb, clause: Clause, words: SpeechWords) -> Reality | None:
    is_present = verb.tense == "present" and not verb.is_perfect
    return Reality("planned") if verb.tense == "future" or (is_present and clause.has_word(words.planned)) else None


def reality(
    view: ClauseView, parent: ClauseView | None, words: SpeechWords, speaker: str | None, *, with_negation: bool = True
) -> Reality:
    """The status of what a clause says, from its own words and from the verb that governs it."""
    own = _own(view, words, with_negation=with_negation)
    clause = view.clause
    governor = group_of(parent.clause.verb, words) if parent is not None else None
    if clause.kind == "infinitive":
        is_past = clause.verb is not None and clause.verb.is_perfect
        return _infinitive(
            own, governor, clause.opener, is_past=is_past, is_purpose=clause.opener in words.purpose_openers
        )
    is_reported = clause.verb is not None and clause.verb.mood == "reported"
    depends = not clause.opener_is_adverbial if clause.kind == "sub" else is_reported and parent is not None
    if depends and governor in BLOCKING:
        return Reality(blocked=BLOCKING[governor])
    if depends and governor == "denial":
        return Reality("denied", attributed_to=speaker)
    if depends and governor == "doubt":
        return Reality("hypothetical")
    return Reality(own.status, own.blocked, speaker if depends or is_reported else None, own.is_hearsay)


def _infinitive(own: Reality, governor: str | None, opener: str | None, *, is_past: bool, is_purpose: bool) -> Reality:
    """The status of an infinitive: its governing verb decides; what is only a purpose or not done is no event."""
    if own.blocked or own.status in {"hypothetical", "denied"}:
        return own
    if opener is not None:
        return Reality("hypothetical") if is_purpose else Reality(blocked="negated")
    if governor in BLOCKING:
        return Reality(blocked=BLOCKING[governor])
    if governor == "speech":
        return Reality("actual" if is_past else "planned")
    status: dict[str | None, Status] = {"denial": "denied", "plan": "planned"}
    return Reality(status.get(governor, "hypothetical"))


def noun_reality(view: ClauseView, phrase: Phrase, of_clause: Reality, words: SpeechWords) -> Reality:
    """The status of what a noun says: its own modifiers, the noun it hangs on, the verb whose argument it is."""
    inside = {view.texts.get(token, "") for token in range(phrase.start, phrase.end)}
    if inside & words.planned:
        return Reality("planned")
    if inside & words.hypothetical:
        return Reality("hypothetical")
    if inside & words.negating_determiners or (view.clause.verb is not None and view.clause.verb.is_denied):
        return Reality("denied")
    holder = _holder(view, phrase)
    if holder is not None:
        group = words.shifting.get(view.texts.get(holder.head, ""))
        if group is not None:
            return _shifted(group)
    governor = group_of(view.clause.verb, words)
    if governor in {"demand", "threat", "refusal", "doubt", "denial", "cancelling"} or (
        governor == "plan" and _is_object(phrase, words)
    ):
        return _shifted(governor) if of_clause.blocked is None else of_clause
    return of_clause


def _holder(view: ClauseView, phrase: Phrase) -> Phrase | None:
    """The phrase that this one hangs on: directly before it, with a preposition or genitive between."""
    number = phrase.genitive_of if phrase.genitive_of is not None else phrase.follows if phrase.preposition else None
    return view.clause.phrases[number] if number is not None else None


def _is_object(phrase: Phrase, words: SpeechWords) -> bool:
    return phrase.preposition is None or phrase.preposition in words.complement_prepositions


def _shifted(group: str) -> Reality:
    if group == "plan":
        return Reality("planned")
    if group == "denial":
        return Reality("denied")
    if group == "doubt":
        return Reality("hypothetical")
    return Reality(blocked=BLOCKING[group])
