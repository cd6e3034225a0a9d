"""Which language a text is in: py3langid among those that news comes in, and small words where it is unsure."""

from __future__ import annotations

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from demarche.clean.boilerplate import phrases
from demarche.languages import languages

CANDIDATES = (
    "af ar az be bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ku ky lb lt lv "
    "mk mn ms mt nl no pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tl tr uk ur uz vi zh"
)
SURE = 0.9  # of the model's probability, which it scales by the text's length
SHORT = 60  # letters; below, a record's own word on its language counts more than the model
_POSSIBLE = 0.03
_SAMPLE = 2000  # characters; a longer text is no more certain
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES.split())
    return identifier


def detect(text: str, given: str | None = None) -> str | None:
    """The text's language (ISO 639-1), None where it has no letters; `given` counts where the text is short or unclear.

    A text of many foreign names is unclear to the model: then a language that we read is taken if its small words stand
    in it, or if nothing speaks against it.
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    ranked = _identifier().rank(sample)
    given = normalise(given)
    best, probability = ranked[0]
    if probability >= SURE and (given is None or letters >= SHORT):
        return str(best)
    return given or _by_words(sample) or _supported(ranked) or str(best)


def normalise(language: str | None) -> str | None:
    """`de` of `de`, `DE`, `de-AT` or `de_CH`; None of what is no language code."""
    code = re.split(r"[-_]", (language or "").strip().lower())[0]
    return code if code.isascii() and code.isalpha() and len(code) == 2 else None


def is_sure(text: str) -> bool:
    """Whether the text is beyond doubt in some language, or in one that we read."""
    sample = text[:_SAMPLE]
    return _identifier().classify(sample)[1] >= SURE or _by_words(sample) is not None


def _by_words(sample: str) -> str | None:
    words = set(_WORD.findall(sample))
    return next((code for code in languages() if words & phrases(code).function_words), None)


def _supported(ranked: list[tuple[str, float]]) -> str | None:
    return next((code for code, probability in ranked if probability >= _POSSIBLE and code in languages()), None)
