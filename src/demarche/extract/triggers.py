"""The trigger lexicon: which words can tell an event, in which frame. Format: docs/reference/language-data.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import Any

from demarche.extract.syntax import Word, roles
from demarche.languages import load

Slots = tuple[str, ...]
NOUN_ENDINGS = ("s", "es", "e", "en", "n", "se", "sen", "nen")
SHORT_NOUN_ENDINGS = ("er", "ern")  # Kind, Kinder; not Botschaft, Botschafter
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of some words: the event they tell and where its parties stand."""

    sense: str
    type: str
    mode: str | None
    cameo: str | None
    cameo_planned: str | None
    contexts: tuple[str, ...]
    source: Slots
    target: Slots
    noun_source: Slots
    noun_target: Slots
    strength: str
    mutual: bool
    target_optional: bool
    status: str | None
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """A verb with the words that must stand beside it; each required word is a set of alternatives."""

    lemma: str
    required: tuple[tuple[str, ...], ...]
    is_reflexive: bool
    sense: Sense


@dataclass(slots=True)
class Lexicon:
    """The senses of a language by verb and by noun."""

    verbs: dict[str, list[VerbPattern]] = field(default_factory=dict)
    nouns: dict[str, list[Sense]] = field(default_factory=dict)  # lower-case form -> senses
    senses: list[Sense] = field(default_factory=list)
    unless_verbs: dict[str, frozenset[str]] = field(default_factory=dict)


def read_sense(row: dict[str, Any]) -> Sense:
    """A sense from a row of `triggers/`."""
    return Sense(
        sense=row["sense"],
        type=row["type"],
        mode=row.get("mode"),
        cameo=_text(row.get("cameo")),
        cameo_planned=_text(row.get("cameo_planned")),
        contexts=tuple(row.get("contexts") or ()),
        source=tuple(row.get("source") or ()),
        target=tuple(row.get("target") or ()),
        noun_source=tuple(row.get("noun_source") or ()),
        noun_target=tuple(row.get("noun_target") or ()),
        strength=row.get("strength") or "weak",
        mutual=bool(row.get("mutual")),
        target_optional=bool(row.get("target_optional")),
        status=row.get("status"),
        unless=tuple(row.get("unless") or ()),
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def split_phrase(phrase: str, language: str) -> tuple[list[str], str]:
    """The required words and the infinitive of a verb phrase: `sich ein|setzen für` -> [sich, für], ein|setzen."""
    words = phrase.split()
    fillers = roles(language).fillers
    at = max(i for i, word in enumerate(words) if word[:1].islower() and word.endswith("n") and word not in fillers)
    return words[:at] + words[at + 1 :], words[at]


def read_verb_pattern(phrase: str, sense: Sense, language: str) -> VerbPattern:
    """The pattern of a verb phrase of the lexicon."""
    words, lemma = split_phrase(phrase, language)
    skipped = roles(language).fillers | roles(language).reflexive
    required = tuple(tuple(word.split("/")) for word in words if word.lower() not in skipped)
    return VerbPattern(lemma, required, not roles(language).reflexive.isdisjoint(words), sense)


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The trigger lexicon of a language."""
    found = Lexicon()
    for row in load(language, "triggers"):
        _add_sense(found, row, language)
    for patterns in found.verbs.values():
        patterns.sort(key=lambda p: (-len(p.required), not p.is_reflexive))
    return found


def _add_sense(found: Lexicon, row: dict[str, Any], language: str) -> None:
    inflection = import_module(f"demarche.languages.{language}.inflection")
    sense = read_sense(row)
    found.senses.append(sense)
    for phrase in row.get("verbs") or ():
        pattern = read_verb_pattern(phrase, sense, language)
        found.verbs.setdefault(pattern.lemma, []).append(pattern)
    for noun in row.get("nouns") or ():
        for form in inflection.noun_forms(*noun.split()[:2]):
            senses = found.nouns.setdefault(form.lower(), [])
            if sense not in senses:
                senses.append(sense)
    for word in sense.unless:
        if word[:1].islower() and word.endswith("n"):
            forms = {form for form, _, is_joined in inflection.verb_forms(word) if is_joined}
            found.unless_verbs.setdefault(word, frozenset(forms))


def matches(word: str, token: str) -> bool:
    """Whether a lower-case token is an inflected form of a word, or a compound that ends in it (nouns only)."""
    return token in _forms(word) or (word[:1].isupper() and len(word) > 4 and token.endswith(tuple(_forms(word))))


@lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    """The forms of a word of the lexicon: nouns (written with a capital) and the rest take their own endings."""
    lower = word.lower()
    endings: tuple[str, ...] = ADJECTIVE_ENDINGS
    if word[:1].isupper():
        endings = NOUN_ENDINGS + (SHORT_NOUN_ENDINGS if len(word) < 6 else ())
    return frozenset({lower, *(lower + ending for ending in endings)})


def has_required(pattern: VerbPattern, words: list[Word], prepositions: dict[str, str]) -> bool:
    """Whether every required word stands in the clause; a preposition also counts in its contraction."""
    resolved = {prepositions.get(word.lower, word.lower) for word in words}
    return all(any(a in resolved or stands(a, words) for a in alternatives) for alternatives in pattern.required)


def stands(word: str, words: list[Word]) -> bool:
    """Whether a form of a word of the lexicon stands among the words; a noun only where one is written."""
    is_noun = word[:1].isupper()
    return any(matches(word, w.lower) for w in words if not is_noun or not w.is_lower)


def is_blocked(sense: Sense, words: list[Word], lemmas: tuple[str, ...], lexicon_: Lexicon) -> str | None:
    """The word of the clause that blocks the sense, if any; `lemmas` are the readings of the clause's verb."""
    tokens = {word.lower for word in words}
    for word in sense.unless:
        forms = lexicon_.unless_verbs.get(word, frozenset())
        if word in lemmas or forms & tokens or stands(word, words):
            return word
    return None


def senses_of_noun(token: str, lexicon_: Lexicon) -> tuple[list[Sense], bool]:
    """The senses of a lower-case noun and whether it is a compound that ends in the listed noun."""
    exact = lexicon_.nouns.get(token)
    if exact is not None:
        return exact, False
    for start in range(2, len(token) - 3):
        found = lexicon_.nouns.get(token[start:])
        if found is not None and len(token) - start >= 4:
            return found, True
    return [], False
