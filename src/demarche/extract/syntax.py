"""The syntax layer: clauses with their verb and noun phrases, and where in them the arguments stand.

The coder asks these structures and never a parser's labels, so that what fills them can be swapped: at this stage the
surface grammar of a language folder (`languages/de/clauses.py`), later a parser.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, Protocol

from demarche.languages import load

Case = Literal["nom", "acc", "dat", "gen"]
ClauseKind = Literal["main", "sub", "relative", "infinitive", "fragment"]


@dataclass(slots=True)
class Word:
    """A token: its place in the text (code points) and in the document's token list."""

    text: str
    lower: str
    start: int
    end: int
    index: int
    is_first: bool = False  # of its sentence: its capital letter says nothing

    @property
    def is_lower(self) -> bool:
        """Written small."""
        return self.text[:1].islower()

    @property
    def is_alpha(self) -> bool:
        """A word, not a number or a punctuation mark."""
        return self.text[:1].isalpha()


@dataclass(slots=True)
class Verb:
    """What the verb words of one clause say together."""

    lemmas: tuple[str, ...]  # possible verbs, `particle|base`, the likeliest first
    index: int  # token of the main verb
    form: str = "finite"  # finite, inf, zu or part
    voice: str = "active"
    tense: str = "present"  # present, past, future
    mood: str = "indicative"  # indicative, reported (Konjunktiv I), unreal (Konjunktiv II)
    modal: str | None = None  # will, shall, must, can, may, like
    negated: bool = False
    is_denied: bool = False  # by `nicht` and its like, which deny the whole clause (`kein` denies its phrase)
    reflexive: bool = False
    is_perfect: bool = False
    is_plural: bool | None = None


class Names(Protocol):
    """What the clause finder needs to know of the names in a text, by token."""

    def covers(self, token: int) -> bool:
        """Whether a token belongs to a known name, office or demonym."""

    def breaks(self, left: int, right: int) -> bool:
        """Whether two neighbouring nouns are two phrases."""

    def is_genitive(self, token: int) -> bool:
        """Whether a token is a name in the genitive."""

    def is_name(self, token: int) -> bool:
        """Whether a token belongs to a proper name (of a state, body or person)."""

    def is_adjective(self, token: int) -> bool:
        """Whether a token is a demonym adjective, however it is written."""

    def is_state(self, token: int) -> bool:
        """Whether a token begins the name of a state, its seat or a body."""

    def gender(self, token: int) -> str | None:
        """m, f, n or pl of a known name or office; None where it is not known."""


@dataclass(frozen=True)
class Roles:
    """The prepositions and words of a language that mark who is who (`grammar.yml`, roles)."""

    agent: tuple[str, ...]
    possessor: tuple[str, ...]
    origin: tuple[str, ...]
    place: frozenset[str]
    reflexive: frozenset[str]
    empty_subject: frozenset[str]
    pronoun_genders: dict[str, str]
    ambiguous_plural: frozenset[str]
    speaker_pronouns: frozenset[str]
    speaker_openers: frozenset[str]
    title_endings: tuple[str, ...]
    both: frozenset[str]
    fillers: frozenset[str]
    articles: frozenset[str]


@lru_cache(maxsize=4)
def roles(language: str) -> Roles:
    """The role words of a language."""
    data = load(language, "grammar")["roles"]
    return Roles(
        agent=tuple(data["agent"]),
        possessor=tuple(data["possessor"]),
        origin=tuple(data["origin"]),
        place=frozenset(data["place"]),
        reflexive=frozenset(data["reflexive"]),
        empty_subject=frozenset(data["empty_subject"]),
        pronoun_genders=dict(data["pronoun_genders"]),
        ambiguous_plural=frozenset(data["ambiguous_plural"]),
        speaker_pronouns=frozenset(data["speaker_pronouns"]),
        speaker_openers=frozenset(data["speaker_openers"]),
        title_endings=tuple(data["title_endings"]),
        both=frozenset(data["both"]),
        fillers=frozenset([*data["fillers"], *data["articles"]]),
        articles=frozenset(data["articles"]),
    )


@dataclass(slots=True)
class Phrase:
    """A noun phrase: its words, preposition, possible cases, and what hangs on it."""

    number: int
    start: int
    end: int  # exclusive
    head: int
    preposition: str | None = None
    cases: frozenset[Case] = frozenset()
    is_plural: bool | None = None
    pronoun: str | None = None
    genitive_of: int | None = None  # number of the phrase whose genitive this is (a bare name too: `Besuch Putins`)
    follows: int | None = None  # number of the phrase that stands directly before
    joined_to: int | None = None  # number of the phrase it is coordinated with
    after_comma: int | None = None  # number of the phrase that only a comma parts from it, where that is no list
    apposition_of: int | None = None
    is_reference: bool = False  # headed by an office or institution without saying whose


@dataclass(slots=True)
class Clause:
    """A clause: the words that are its own (nested clauses left out), its verb and phrases."""

    kind: ClauseKind
    words: list[Word]
    opener: str | None = None  # subordinating or relative word
    parent: int | None = None  # number of the clause it depends on
    verb: Verb | None = None
    phrases: list[Phrase] = field(default_factory=list)
    inherits_subject: bool = False  # coordinated: "X besuchte Y und traf Z"
    is_quoted: bool = False
    number: int = 0
    relative_cases: frozenset[Case] = frozenset()  # what the relative pronoun can be in its clause

    opens_with_condition: bool = False  # a main clause that begins with its verb in the Konjunktiv: an `if`
    opener_is_adverbial: bool = True  # of a subordinate clause: no object clause (`dass`, `ob`)

    def has_word(self, forms: frozenset[str]) -> bool:
        """Whether one of the lower-case forms stands among the clause's own words."""
        return any(word.lower in forms for word in self.words)
