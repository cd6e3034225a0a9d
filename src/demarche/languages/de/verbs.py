"""Which German verb a word form can be, and what the verbs of one clause say together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from demarche.extract.syntax import Verb, Word, roles
from demarche.extract.triggers import split_phrase
from demarche.languages import load
from demarche.languages.de.inflection import verb_forms

FINITE = frozenset({"pres", "pret", "konj1", "konj2"})
AUXILIARIES = frozenset({"haben", "sein", "werden"})


class Analysis(NamedTuple):
    """One reading of a form; a separable verb's finite form is joined (verb-final) or waits for its particle."""

    lemma: str
    tag: str
    is_joined: bool


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Analysis, ...]]:
    data = load("de", "verbs")
    verbs = dict.fromkeys(
        [*data["strong"], *data["irregular_forms"], *data["weak"], *data["common"], *clause_verbs(), *trigger_verbs()]
    )
    found: dict[str, dict[Analysis, None]] = {}
    for verb in verbs:
        for form, tag, is_joined in verb_forms(verb):
            for spelling in {form, form.replace("ß", "ss")}:  # Swiss and reformed spelling
                found.setdefault(spelling, {})[Analysis(verb, tag, is_joined)] = None
    return {form: tuple(readings) for form, readings in found.items()}


def clause_verbs() -> list[str]:
    """The verbs that govern other clauses (`clauses.yml`)."""
    return [split_phrase(phrase, "de")[1] for group in load("de", "clauses")["governing"].values() for phrase in group]


@lru_cache(maxsize=1)
def trigger_verbs() -> tuple[str, ...]:
    """The verbs of all senses (`triggers/`)."""
    senses = load("de", "triggers")
    return tuple(
        dict.fromkeys(split_phrase(phrase, "de")[1] for sense in senses for phrase in sense.get("verbs") or ())
    )


@lru_cache(maxsize=1)
def _particles() -> tuple[str, ...]:
    data = load("de", "verbs")
    return tuple(sorted({*data["particles"], *data["verb_particles"]}, key=len, reverse=True))


@lru_cache(maxsize=1)
def particles() -> frozenset[str]:
    """Everything that can stand as a separated particle at a clause's end."""
    return frozenset(_particles()) | {verb.split("|")[0] for verb in trigger_verbs() if "|" in verb}


@lru_cache(maxsize=1)
def _no_verbs() -> frozenset[str]:
    """Words that are never read as verbs: "zu", "laut", "wegen"; not so "stand", though "stand|halten" has it."""
    grammar, data = load("de", "grammar"), load("de", "verbs")
    return (frozenset(grammar["prepositions"]) | particles()) - frozenset(data["verb_particles"])


@lru_cache(maxsize=1)
def _not_finite() -> frozenset[str]:
    return frozenset(load("de", "verbs")["not_verbs"])


@lru_cache(maxsize=50_000)
def analyses(form: str) -> tuple[Analysis, ...]:
    """All readings of a lower-case form; prefixed verbs that no list names are read through their base."""
    if form in _no_verbs():
        return ()
    found = _all_readings(form)
    return tuple(a for a in found if a.tag not in FINITE) if form in _not_finite() else found


def _all_readings(form: str) -> tuple[Analysis, ...]:
    found = [*_index().get(form, ()), *_with_particle(form)] or [*_with_prefix(form)]
    return tuple(dict.fromkeys(found)) or _unknown(form)


def _is_present_participle(form: str) -> bool:
    """Whether a form is `wachsende`, which is no form of `wach|senden`."""
    stem, end, _ = form.rpartition("d")
    return bool(end) and any(a.tag == "inf" for a in _index().get(stem, ()))


def _with_particle(form: str) -> Iterator[Analysis]:
    """Readings of a joined separable verb through its base: `vorlegte`, `abzuziehen`."""
    index = _index()
    if _is_present_participle(form):
        return
    for particle in _particles():
        rest = form.removeprefix(particle)
        if rest == form or len(rest) < 3:
            continue
        yield from (Analysis(f"{particle}|{a.lemma}", a.tag, True) for a in index.get(rest, ()) if "|" not in a.lemma)
        base = rest.removeprefix("zu")
        if base != rest:
            simple = (a for a in index.get(base, ()) if a.tag == "inf" and "|" not in a.lemma)
            yield from (Analysis(f"{particle}|{a.lemma}", "zu", True) for a in simple)


def _with_prefix(form: str) -> Iterator[Analysis]:
    """Readings of an inseparable verb through its base; its participle has no ge-: `verlegt`, `zerstritten`."""
    index = _index()
    for prefix in load("de", "verbs")["productive"]:
        rest = form.removeprefix(prefix)
        if rest == form or len(rest) <= 3:
            continue
        for candidate, is_participle in ((rest, False), ("ge" + rest, True)):
            for reading in index.get(candidate, ()):
                if "|" not in reading.lemma and (reading.tag == "part") == is_participle:
                    yield Analysis(prefix + reading.lemma, reading.tag, True)


def _unknown(form: str) -> tuple[Analysis, ...]:
    """A verb that no list names, where its form leaves no doubt: `anzuheizen`, `heranzuziehen`."""
    for particle in _particles():
        base = form.removeprefix(particle + "zu")
        if base != form and len(base) > 3 and base.endswith("n"):
            return (Analysis(f"{particle}|{base}", "zu", True),)
    return ()


def is_finite(word: Word) -> bool:
    """Whether a word can be a finite verb (a noun's capital letter speaks against it)."""
    return word.is_lower and any(a.tag in FINITE for a in analyses(word.lower))


def is_auxiliary(word: Word) -> bool:
    """Whether a word can be a finite form of haben, sein or werden."""
    return word.is_lower and any(a.tag in FINITE and a.lemma in AUXILIARIES for a in analyses(word.lower))


def is_modal(word: Word) -> bool:
    """Whether a word can be a finite form of a modal verb."""
    return word.is_lower and any(a.tag in FINITE and a.lemma in _modals() for a in analyses(word.lower))


@dataclass(slots=True)
class _Found:
    """What the scan over a clause's verb words collects."""

    finite: tuple[Word, list[Analysis]] | None = None
    auxiliary: tuple[Word, str, str] | None = None  # word, lemma, tag
    modal: tuple[Word, str, str] | None = None
    passive: bool = False
    nonfinite: tuple[Word, list[Analysis]] | None = None


def _modals() -> dict[str, str]:
    """The modal verbs and what each says."""
    return load("de", "grammar")["modals"]  # type: ignore[no-any-return]


def _opening_readings(form: str) -> tuple[Analysis, ...]:
    """What a sentence's first word can be as a verb; its capital letter may be a noun's: Folgen, Zahlen, Angriffe."""
    readings = analyses(form)
    if any(a.lemma in AUXILIARIES or a.lemma in _modals() for a in readings):
        return readings
    if participles := tuple(a for a in readings if a.tag == "part"):
        return participles  # "Begleitet von Ministern reiste …"
    return tuple(a for a in readings if a.tag == "pret" or (a.tag == "pres" and not form.endswith("n")))


def _readings(word: Word, following: str) -> tuple[Analysis, ...]:
    """What a word can be as a verb where it stands: `einigen` is one in "einigen sich", not in "einigen Ländern"."""
    if not word.is_lower:
        return _opening_readings(word.lower) if word.is_first else ()
    is_reflexive = following in roles("de").reflexive and word.lower in _not_finite()
    return _all_readings(word.lower) if is_reflexive else analyses(word.lower)


def _scan(words: list[Word]) -> _Found:
    found = _Found()
    for i, word in enumerate(words):
        readings = _readings(word, words[i + 1].lower if i + 1 < len(words) else "")
        if word.lower == "worden":
            found.passive = True
        elif readings:
            _sort_in(word, readings, found)
    return found


def _helper(word: Word, readings: tuple[Analysis, ...], found: _Found) -> Analysis | None:
    """The reading as an auxiliary or modal: a finite one, or `sein` behind its participle ("getötet worden sein")."""
    is_behind = found.passive or (found.nonfinite is not None and word.index - found.nonfinite[0].index == 1)
    tags = FINITE | {"inf"} if is_behind else FINITE
    return next((a for a in readings if a.tag in tags and a.lemma in AUXILIARIES | _modals().keys()), None)


def _sort_in(word: Word, readings: tuple[Analysis, ...], found: _Found) -> None:
    """Puts a verb word where it belongs: modal, auxiliary, non-finite or finite main verb."""
    finite = [a for a in readings if a.tag in FINITE]
    bare = [a for a in readings if a.tag not in FINITE]
    helper = _helper(word, readings, found)
    if helper is not None and helper.lemma in _modals():
        found.modal = found.modal or (word, helper.lemma, helper.tag)
    elif helper is not None:
        if found.auxiliary is None or found.auxiliary[1] == "haben":
            found.auxiliary = (word, helper.lemma, helper.tag)
    else:
        if finite and found.finite is None:
            found.finite = (word, finite)
        if bare:
            found.nonfinite = (word, bare)


def _particle_of(words: list[Word]) -> Word | None:
    """The separated particle: the last word of the clause, if it can be one."""
    for word in reversed(words[-3:]):
        if word.lower in particles():
            return word
        if word.is_alpha:
            return None
    return None


def _bare_lemmas(readings: list[Analysis], particle: Word | None) -> list[tuple[str, str]]:
    """Lemmas of a bare finite form: with the particle that stands at the end first, Konjunktiv II (`führen` of fahren)
    last."""
    readings = sorted(readings, key=lambda a: a.tag == "konj2")
    if particle is not None:
        lemmas = [(f"{particle.lower}|{a.lemma.rpartition('|')[2]}", a.tag) for a in readings]
        return lemmas + [(a.lemma, a.tag) for a in readings if a.is_joined]
    return [(a.lemma, a.tag) for a in readings if a.is_joined]


def _is_plural(words: list[Word], found: _Found) -> bool | None:
    """Whether the finite verb stands in the plural; None where there is none."""
    data = load("de", "grammar")
    for word in words:
        if word.lower in data["singular_finite"]:
            return False
        if word.lower in data["plural_finite"]:
            return True
    return found.finite[0].lower.endswith("n") if found.finite is not None else None


def _mood(tag: str) -> str:
    return {"konj1": "reported", "konj2": "unreal"}.get(tag, "indicative")


def read_verbs(words: list[Word], negations: frozenset[str]) -> Verb | None:
    """What the verb words of a clause say together; None where there is none. `words` has no nested clauses."""
    found = _scan(words)
    negated = any(word.lower in negations for word in words)
    is_denied = any(word.lower in load("de", "grammar")["clause_negations"] for word in words)
    reflexive = any(word.lower in roles("de").reflexive for word in words)
    zu_before = {words[i + 1].index for i, word in enumerate(words[:-1]) if word.lower == "zu"}

    is_plural = _is_plural(words, found)

    def verb(word: Word, lemmas: list[tuple[str, str]], **more: Any) -> Verb:
        names = tuple(dict.fromkeys(lemma for lemma, _ in lemmas))
        return Verb(
            lemmas=names,
            index=word.index,
            negated=negated,
            is_denied=is_denied,
            reflexive=reflexive,
            is_plural=is_plural,
            **more,
        )

    if found.nonfinite is not None and (found.auxiliary or found.modal):
        word, readings = found.nonfinite
        return _compound(verb, word, readings, found, zu_before)
    if (found.nonfinite is not None and found.finite is None) or (
        found.nonfinite is not None and found.nonfinite[0].index in zu_before
    ):
        word, readings = found.nonfinite
        kind = "zu" if word.index in zu_before or any(a.tag == "zu" for a in readings) else readings[0].tag
        return verb(word, [(a.lemma, a.tag) for a in readings], form=kind)
    if found.finite is not None:
        word, finite = found.finite
        lemmas = _bare_lemmas(finite, _particle_of(words)) or [(a.lemma, a.tag) for a in finite]
        tag = lemmas[0][1]
        return verb(word, lemmas, form="finite", tense="past" if tag == "pret" else "present", mood=_mood(tag))
    helper = found.auxiliary or found.modal
    if (
        helper is not None
        and helper[0].lower in {"haben", "sein", "werden"}
        and helper[0].index in zu_before
        and found.nonfinite is None
    ):
        return verb(helper[0], [(helper[1], "inf")], form="zu")
    if helper is not None:
        word, lemma, tag = helper
        particle = _particle_of(words)
        name = f"{particle.lower}|{lemma}" if particle is not None else lemma
        return verb(word, [(name, tag)], form="finite", tense="past" if tag == "pret" else "present", mood=_mood(tag))
    return None


class _MakeVerb(Protocol):
    def __call__(self, word: Word, lemmas: list[tuple[str, str]], **more: Any) -> Verb:
        """A Verb with what the whole clause says already filled in."""


def _compound(verb: _MakeVerb, word: Word, readings: list[Analysis], found: _Found, zu_before: set[int]) -> Verb:
    """Perfect, passive, future and modal constructions: the auxiliaries' say over the main verb."""
    auxiliary = found.auxiliary[1] if found.auxiliary else None
    tag = _finite_tag(found)
    participles = [a for a in readings if a.tag == "part"]
    infinitives = [a for a in readings if a.tag in {"inf", "zu"}]
    lemmas = [(a.lemma, a.tag) for a in (participles or infinitives)]
    is_zu = word.index in zu_before or any(a.tag == "zu" for a in infinitives)
    is_passive, tense = _voice_and_tense(found, auxiliary, tag, participles)
    if found.auxiliary and found.auxiliary[0].index in zu_before:
        voice = "passive" if found.passive or auxiliary == "werden" else "active"
        return verb(word, lemmas, form="zu", tense="past", voice=voice, is_perfect=True)
    if is_zu and auxiliary == "sein":
        return verb(word, lemmas, voice="passive", modal="must", mood=_mood(tag))
    modal = _modals()[found.modal[1]] if found.modal else "must" if is_zu and auxiliary == "haben" else None
    is_perfect = bool(participles) and auxiliary in {"haben", "sein"}
    voice = "passive" if is_passive else "active"
    return verb(word, lemmas, voice=voice, tense=tense, mood=_mood(tag), modal=modal, is_perfect=is_perfect)


def _finite_tag(found: _Found) -> str:
    """The tag of the word that is finite: the modal, unless the auxiliary stands in Konjunktiv I."""
    helpers = [h for h in (found.auxiliary, found.modal) if h is not None]
    if found.modal is not None and (found.auxiliary is None or found.auxiliary[2] != "konj1"):
        return found.modal[2]
    return helpers[0][2] if helpers else "pres"


def _voice_and_tense(found: _Found, auxiliary: str | None, tag: str, participles: list[Analysis]) -> tuple[bool, str]:
    """Whether the clause is passive, and its tense. `sein` with a verb of motion is the perfect, else a passive."""
    past = "past" if tag == "pret" else "present"
    if not participles:
        is_past_modal = found.modal is not None and tag == "pret" and found.modal[1] not in {"sollen", "wollen"}
        future = "future" if auxiliary == "werden" and found.modal is None else "present"
        return found.passive, "past" if is_past_modal else future
    if auxiliary == "werden":
        return True, past
    if auxiliary == "sein" and not found.passive:
        moves = participles[0].lemma.rpartition("|")[2] in load("de", "grammar")["sein_perfect"]
        return not moves, "past"
    return found.passive, "past" if auxiliary == "haben" or found.passive else "present"
