"""German inflection by rule: the forms of verbs, nouns, adjectives and names that the data files do not list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from demarche.languages import load

Tag = str
"""How a verb form is used: inf, zu, pres, pret, konj1, konj2 or part."""

ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")


_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}
_VOWELS = frozenset("aeiouyäöü")


@lru_cache(maxsize=1)
def _strong() -> dict[str, tuple[str, ...]]:
    return {
        verb: tuple(part.strip() for part in parts.split(",")) for verb, parts in load("de", "verbs")["strong"].items()
    }


@lru_cache(maxsize=1)
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted(load("de", "verbs")["inseparable"], key=len, reverse=True))


@lru_cache(maxsize=10_000)
def _split_prefix(base: str) -> tuple[str, str]:
    """The inseparable prefix and the verb behind it: empfangen -> emp, fangen; no prefix: empty."""
    strong = _strong()
    if base in strong or base in load("de", "verbs")["unprefixed"]:
        return "", base
    for prefix in _prefixes():
        rest = base.removeprefix(prefix)
        if rest != base and (rest in strong or (len(rest) > 3 and not _VOWELS.isdisjoint(_stem(rest)))):
            return prefix, rest
    return "", base


def _is_foreign(base: str) -> bool:
    """Whether a verb in -ieren has no ge-: studieren, but not zieren and schmieren."""
    return base.endswith("ieren") and not _VOWELS.isdisjoint(base[:-5])


def _stem(base: str) -> str:
    return base[:-2] if base.endswith("en") else base[:-1]


def _weak_parts(base: str) -> tuple[str, str, str]:
    stem = _stem(base)
    is_hard_cluster = stem[-1] in "mn" and len(stem) > 2 and (stem[-2] not in "aeiouäöülrhmn" or stem[-3:-1] == "ch")
    link = "e" if stem[-1] in "td" or is_hard_cluster else ""
    ge = "" if _is_foreign(base) else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{ge}{stem}{link}t"


def _without_ge(participle: str, base: str) -> str:
    """The participle as it stands behind a prefix: bereitet, missverstanden; the ge- of a prefixed verb stays."""
    return participle if _split_prefix(base)[0] else participle.removeprefix("ge")


def _konjunktiv2(preterite: str) -> str | None:
    """The Konjunktiv II of a strong verb: kam -> käme, ging -> ginge; None where it is the preterite."""
    if preterite.endswith("e"):
        return None
    at = max(preterite.rfind(vowel) for vowel in _UMLAUTS)
    return preterite + "e" if at < 0 else preterite[:at] + _UMLAUTS[preterite[at]] + preterite[at + 1 :] + "e"


def _strong_parts(base: str) -> tuple[str, str, str, str | None]:
    present, preterite, participle, *konjunktiv2 = _strong()[base]
    return present, preterite, participle, konjunktiv2[0] if konjunktiv2 else _konjunktiv2(preterite)


def principal_parts(base: str) -> tuple[str, str, str, str | None]:
    """3rd person present, preterite, participle and, where it differs, Konjunktiv II of a verb without particle."""
    if base in _strong():
        return _strong_parts(base)
    prefix, rest = _split_prefix(base)
    if not prefix:
        return (*_weak_parts(base), None)
    if base in load("de", "verbs")["weak"]:
        present, preterite, participle = _weak_parts(base)
        return present, preterite, participle.removeprefix("ge"), None
    present, preterite, participle, konjunktiv2 = principal_parts(rest)
    return (
        prefix + present,
        prefix + preterite,
        prefix + _without_ge(participle, rest),
        prefix + konjunktiv2 if konjunktiv2 else None,
    )


def _irregular_forms(base: str) -> Iterator[tuple[str, Tag]]:
    """The listed second forms of a verb or, behind its prefix, of the verb that it is made of: verwendet, verwandt."""
    data = load("de", "verbs")
    listed = data["irregular_forms"].get(base)
    if listed is not None:
        yield from ((form, tag) for tag, forms in listed.items() for form in forms)
        return
    prefix, rest = _split_prefix(base)
    if prefix and base not in data["weak"]:
        for form, tag in _irregular_forms(rest):
            yield prefix + (_without_ge(form, rest) if tag == "part" else form), tag


def _plural(form: str) -> str:
    return form + "n" if form.endswith("e") else form + "en"


def _base_forms(base: str) -> Iterator[tuple[str, Tag]]:
    present, preterite, participle, konjunktiv2 = principal_parts(base)
    yield from ((base, "inf"), (present, "pres"), (preterite, "pret"), (_plural(preterite), "pret"))
    if base != "sein":  # sind
        yield from ((base, "pres"), (_stem(base) + "e", "konj1"))
    if base.endswith("eln"):
        yield base[:-3] + "le", "konj1"
    yield participle, "part"
    if konjunktiv2:
        yield konjunktiv2, "konj2"
        if konjunktiv2 != preterite + "e":  # griffen is read as the preterite
            yield _plural(konjunktiv2), "konj2"
    yield from _irregular_forms(base)


def _spellings(form: str) -> tuple[str, ...]:
    """A form and, where it differs, its spelling before 1996: muss, muß; lässt, läßt."""
    old = re.sub(r"ss(?=t|$)", "ß", form)
    return (form,) if old == form else (form, old)


def verb_forms(verb: str) -> Iterator[tuple[str, Tag, bool]]:
    """Every form of `particle|base` or `base` as (form, tag, is_joined); a finite form of a separable verb stands
    joined (verb-final) and bare (its particle at the clause's end)."""
    particle, _, base = verb.rpartition("|")
    for written, tag in _base_forms(base):
        for form in _spellings(written):
            yield particle + form, tag, True
            if particle and tag not in {"inf", "part"}:
                yield form, tag, False
    if particle:
        yield f"{particle}zu{base}", "zu", True


def adjective_forms(stem: str) -> tuple[str, ...]:
    """A stem with all endings: russisch -> russisch, russische, russischen, …"""
    return tuple(stem + ending for ending in ADJECTIVE_ENDINGS)


def participle_forms(participle: str) -> tuple[str, ...]:
    """The attributive forms of a participle: ausgewiesen -> ausgewiesene, ausgewiesenen, …"""
    return tuple(participle + ending for ending in ADJECTIVE_ENDINGS[1:])


def name_forms(name: str) -> tuple[str, ...]:
    """A proper name and its genitive: Russland -> Russland, Russlands; Paris -> Paris, Paris'."""
    if name[-1:] in "sxzß":
        return (name, name + "'", name + "’")
    return (name, name + "s")


def noun_forms(singular: str, plural: str = "") -> tuple[str, ...]:
    """Singular, plural, genitive singular and dative plural of a noun."""
    forms = [singular, singular + "s", singular + "es", plural or singular]
    if plural and plural[-1] not in "ns":
        forms.append(plural + "n")
    return tuple(dict.fromkeys(forms))


def title_forms(noun: str, gender: str | None = None) -> tuple[str, ...]:
    """All forms of the word for an office or institution: gender m, f, n, pl, or adj for a stem that is declined
    like an adjective. -s, -es, -e, -en, -n, -ern are put on; forms that no one writes do no harm."""
    if gender == "adj":
        return tuple(noun + ending for ending in ("e", "en", "er", "em", "es"))
    if gender == "pl":
        return (noun,)
    if noun.endswith("in") and gender == "f":
        return (noun, noun + "nen")
    return tuple(noun + ending for ending in ("", "s", "es", "e", "en", "n", "ern"))


def article_gender(article: str | None, name: str, *, is_body: bool = False) -> str | None:
    """The gender of a name by its article: m, f, n, or pl where the name is a plural (`die Niederlande`).
    Bodies are feminine (`die OAS`) but for those that are many (`die Vereinten Nationen`)."""
    plurals = load("de", "names")["plural_bodies" if is_body else "plural_endings"]
    if is_body:
        return "pl" if name in plurals else "f"
    if article == "die":
        return "pl" if name.endswith(tuple(plurals)) else "f"
    return {"der": "m", "das": "n", None: "n"}.get(article)
