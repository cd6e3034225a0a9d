"""The spaCy pipeline under the coder: tokens and sentences. No sentence crosses a paragraph."""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from demarche.extract.syntax import Word
from demarche.languages import load

CLOSERS = frozenset({'"', "“", "”", "«", "»", "'", "‘", "’", ")", "]", "›", "‹"})
ORDINAL = re.compile(r"\d{1,2}\.$")


def _ends_sentence(token: Token, following: Token, openers: frozenset[str]) -> bool:
    """Whether a sentence ends between these two tokens (closing quotes already skipped)."""
    text = token.text
    if text in {"!", "?", "…"} or text == ".":
        return not following.text[:1].islower()
    if ORDINAL.match(text) or (text.endswith(".") and len(text) > 1 and not text[:-1].isdigit()):
        return following.lower_ in openers and following.text[:1].isupper()
    return text.endswith(".") and text[:-1].isdigit() and not following.text[:1].islower()


@Language.factory("demarche_sentences", default_config={"language": "de"})
class Sentences:
    """Marks sentence starts by punctuation, abbreviations and line ends."""

    def __init__(self, nlp: Language, name: str, language: str) -> None:  # noqa: ARG002 - the signature of a factory
        self.openers = frozenset(load(language, "sentences")["openers"])

    def __call__(self, doc: Doc) -> Doc:
        """Sets `is_sent_start` on every token."""
        starts = [False] * len(doc)
        for i, token in enumerate(doc[:-1]):
            if token.is_space:
                starts[i + 1] = starts[i + 1] or "\n" in token.text
                continue
            end = i + 1
            while end < len(doc) - 1 and doc[end].text in CLOSERS and not doc[end - 1].whitespace_:
                end += 1
            if _ends_sentence(token, doc[end], self.openers):
                starts[end] = True
        for i, token in enumerate(doc):
            token.is_sent_start = i == 0 or starts[i]
        return doc


@lru_cache(maxsize=4)
def pipeline(language: str) -> Language:
    """The pipeline of a language, loaded once a process."""
    nlp = spacy.blank(language)
    nlp.add_pipe("demarche_sentences", config={"language": language})
    nlp.max_length = 2_000_000
    return nlp


def sentences(doc: Doc) -> list[list[Word]]:
    """The sentences as words, without white space."""
    found: list[list[Word]] = []
    for sent in doc.sents:
        words = [Word(t.text, t.lower_, t.idx, t.idx + len(t), t.i) for t in sent if not t.is_space]
        first = next((w for w in words if w.is_alpha), None)
        if first is not None:
            first.is_first = True
            found.append(words)
    return found
