"""German inflection by rule: the forms of verbs, nouns, adjectives and names that the data files do not list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from demarche.languages import load

Tag = str
"""How a verb form is used: inf, zu, pres, pret, konj1, konj2 or part."""

ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")


@lru_cache(maxsize=1)
def _strong() -> dict[str, tuple[str, ...]]:
    return {
        verb: tuple(part.strip() for part in parts.split(",")) for verb, parts in load("de", "verbs")["strong"].items()
    }


def _split_prefix(base: str) -> tuple[str, str]:
    """The inseparable prefix and the verb behind it: empfangen -> emp, fangen; no prefix: empty."""
    data = load("de", "verbs")
    for prefix in sorted(data["inseparable"], key=len, reverse=True):
        rest = base[len(prefix) :]
        if (
            base.startswith(prefix)
            and (rest in _strong() or len(rest) > 3)
            and base not in _strong()
            and base not in data["unprefixed"]
        ):
            return prefix, rest
    return "", base


def _weak_parts(base: str, prefix: str) -> tuple[str, str, str]:
    stem = base[:-2] if base.endswith("en") else base[:-1]
    is_hard_cluster = stem[-1] in "mn" and len(stem) > 2 and (stem[-2] not in "aeiouäöülrhmn" or stem[-3:-1] == "ch")
    needs_e = stem[-1] in "td" or is_hard_cluster
    link = "e" if needs_e else ""
    ge = "" if prefix or base.endswith("ieren") else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{ge}{stem}{link}t"


def principal_parts(base: str) -> tuple[str, str, str, str | None]:
    """3rd person present, preterite, participle and, where it differs, Konjunktiv II of a verb without particle."""
    prefix, rest = _split_prefix(base)
    strong = _strong()
    if base in strong:
        parts = strong[base]
    elif rest in strong and base not in load("de", "verbs")["weak"]:
        parts = tuple(
            prefix + part.removeprefix("ge") if i == 2 else prefix + part for i, part in enumerate(strong[rest])
        )
    else:
        parts = _weak_parts(base, prefix)
    return parts[0], parts[1], parts[2], parts[3] if len(parts) > 3 else None


def _plural(form: str) -> str:
    return form + "n" if form.endswith("e") else form + "en"


def _base_forms(base: str) -> Iterator[tuple[str, Tag]]:
    present, preterite, participle, konjunktiv2 = principal_parts(base)
    stem = base[:-2] if base.endswith("en") else base[:-1]
    yield from ((base, "inf"), (base, "pres"), (present, "pres"), (preterite, "pret"), (_plural(preterite), "pret"))
    yield from ((stem + "e", "konj1"), (participle, "part"))
    if konjunktiv2:
        yield from ((konjunktiv2, "konj2"), (_plural(konjunktiv2), "konj2"))
    for tag, forms in load("de", "verbs")["irregular_forms"].get(base, {}).items():
        yield from ((form, tag) for form in forms)


def verb_forms(verb: str) -> Iterator[tuple[str, Tag, bool]]:
    """Every form of `particle|base` or `base` as (form, tag, is_joined); a finite form of a separable verb stands
    joined (verb-final) and bare (its particle at the clause's end)."""
    particle, _, base = verb.rpartition("|")
    for form, tag in _base_forms(base):
        if particle:
            yield particle + form, tag, True
            if tag not in {"inf", "part"}:
                yield form, tag, False
        else:
            yield form, tag, True
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


def article_gender(article: str | None, name: str) -> str | None:
    """The gender of a name by the article it is used with; `die` is plural where the name looks so (Niederlande)."""
    if article == "die":
        return (
            "pl"
            if name.endswith(
                ("aten", "lande", "inen", "irate", "nen", "eln", "USA", "moren", "chellen", "diven", "onen")
            )
            else "f"
        )
    return {"der": "m", "das": "n", None: "n"}.get(article)
