"""German clauses and noun phrases from the surface: punctuation, closed word classes, endings and word order.

No parser is asked. The rules lean on what German marks openly: commas part clauses, the finite verb stands second or
last, determiners and weak nouns show the case.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from demarche.extract.syntax import Case, Clause, Names, Phrase, Word, roles
from demarche.languages import load
from demarche.languages.de.verbs import FINITE, analyses, is_auxiliary, is_finite, is_modal, read_verbs

STOPS = frozenset({".", "!", "?", ",", ";", ":", "–", "—", "-", "(", ")", "…", "|", "/", "+++", "//"})
QUOTES = frozenset({'"', "„", "“", "”", "«", "»", "‚", "‘", "›", "‹", "''"})
ANY: frozenset[Case] = frozenset({"nom", "acc", "dat"})


@dataclass(frozen=True)
class Grammar:
    """The closed classes as sets."""

    determiners: dict[str, frozenset[Case]]
    prepositions: dict[str, str]  # form -> preposition (contractions resolved)
    dative_contractions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    phrase_coordinators: frozenset[str]
    negations: frozenset[str]
    plural_determiners: frozenset[str]
    pronouns: frozenset[str]
    weak_nouns: frozenset[str]
    feminine_endings: tuple[str, ...]
    adverbs: frozenset[str]
    infinitive_openers: frozenset[str]
    apposed_nouns: tuple[str, ...]
    relative_cases: dict[str, frozenset[Case]]
    object_openers: frozenset[str]
    condition_verbs: frozenset[str]
    postpositions: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The closed classes of `grammar.yml`."""
    data = load("de", "grammar")
    cases: dict[str, tuple[Case, ...]] = {
        "nom": ("nom", "dat", "gen"),
        "acc": ("acc", "dat"),
        "dat": ("dat",),
        "gen": ("gen",),
        "nom_acc": ("nom", "acc"),
        "gen_dat": ("gen", "dat"),
        "any": ("nom", "acc", "dat", "gen"),
    }
    determiners = {form: frozenset(cases[group]) for group, forms in data["determiners"].items() for form in forms}
    prepositions = {form: form for form in data["prepositions"]} | data["contractions"]
    pronouns = {form for name, forms in data["pronouns"].items() if name != "neutral" for form in forms}
    return Grammar(
        determiners=determiners,
        prepositions=prepositions,
        dative_contractions=frozenset(data["dative_contractions"]),
        subordinators=frozenset(data["subordinators"]),
        relatives=frozenset(data["relatives"]),
        coordinators=frozenset(data["coordinators"]),
        phrase_coordinators=frozenset(data["phrase_coordinators"]),
        negations=frozenset(data["negations"]),
        plural_determiners=frozenset([*data["determiners"]["any"], *data["plural_determiners"]]),
        pronouns=frozenset(pronouns),
        weak_nouns=frozenset(data["weak_nouns"]),
        feminine_endings=tuple(data["feminine_endings"]),
        adverbs=frozenset(data["adverbs_nounlike"]),
        apposed_nouns=tuple(data["apposed_nouns"]),
        infinitive_openers=frozenset(data["infinitive_openers"]),
        object_openers=frozenset(data["object_openers"]),
        condition_verbs=frozenset(data["condition_verbs"]),
        postpositions=frozenset(data["postpositions"]),
        relative_cases={
            form: frozenset(group.split("_")) for group, forms in data["relative_cases"].items() for form in forms
        },
    )


@dataclass(slots=True)
class _Segment:
    words: list[Word]
    stop: str  # the mark that ended it
    is_quoted: bool


def _segments(words: Sequence[Word]) -> Iterator[_Segment]:
    """The pieces between punctuation marks; numbers and hyphens inside words are no marks. A quotation that is no
    clause of its own (`"aufs Schärfste"`) stays inside its piece."""
    quoted = _quoted_clauses(words)
    piece: list[Word] = []
    inside = False
    for word in words:
        is_quoted = word.index in quoted
        if (word.text in STOPS or is_quoted != inside) and piece:
            yield _Segment(piece, word.text if word.text in STOPS else "", inside)
            piece = []
        inside = is_quoted
        if word.text not in STOPS and word.text not in QUOTES:
            piece.append(word)
    if piece:
        yield _Segment(piece, "", inside)


def _quoted_clauses(words: Sequence[Word]) -> frozenset[int]:
    """The tokens of those quotations in a sentence that hold a finite verb."""
    marks = [i for i, word in enumerate(words) if word.text in QUOTES]
    found: set[int] = set()
    for opening, closing in zip(marks[::2], [*marks[1::2], len(words)], strict=False):
        inner = words[opening + 1 : closing]
        if any(is_finite(word) for word in inner) and len(inner) > 3:
            found.update(word.index for word in inner)
    return frozenset(found)


def _ends_with_zu(words: list[Word]) -> bool:
    tail = words[-4:]
    for first, second in itertools.pairwise(tail):
        if first.lower == "zu" and any(a.tag == "inf" for a in analyses(second.lower)) and second.is_lower:
            return True
    return any(w.is_lower and any(a.tag == "zu" for a in analyses(w.lower)) for w in words[-3:])


def _finite_positions(words: list[Word]) -> list[int]:
    return [i for i, word in enumerate(words) if is_finite(word)]


def _opens_relative(words: list[Word]) -> str | None:
    """The relative pronoun that opens these words, a preposition before it allowed."""
    g = grammar()
    first = words[0].lower
    if first in g.relatives and len(words) > 1:
        return first
    if first in g.prepositions and len(words) > 2 and words[1].lower in g.relatives:
        return words[1].lower
    return None


def _is_verb_final(words: list[Word]) -> bool:
    finite = _finite_positions(words)
    if not finite or finite[-1] < len(words) - 2:
        return False
    is_participle = any(a.tag == "part" for a in analyses(words[finite[-1]].lower))
    return not (is_participle and any(is_auxiliary(words[i]) for i in finite[:-1]))


def _kind(segment: _Segment, previous_stop: str) -> tuple[str, str | None]:
    """What kind of clause a segment is by itself: main, sub, relative, infinitive or fragment, and its opener."""
    g = grammar()
    words = segment.words
    first = words[0].lower
    at = 1 if first in g.coordinators and len(words) > 1 else 0
    opener = words[at].lower
    if (
        opener in g.subordinators
        and opener not in {"als", "wie", "bis", "während", "seit", "da"}
        and _finite_positions(words)
    ):
        return "sub", opener
    if opener in {"als", "wie", "bis", "während", "seit", "da"} and _is_verb_final(words) and len(words) > 2:
        return "sub", opener
    if _ends_with_zu(words) and not _finite_outside_zu(words):
        return "infinitive", first if first in g.infinitive_openers else None
    relative = _opens_relative(words) if at == 0 else None
    if relative and previous_stop and _is_verb_final(words) and not words[0].is_first:
        return "relative", relative
    if _finite_positions(words):
        return "main", None
    return "fragment", None


def _finite_outside_zu(words: list[Word]) -> bool:
    """Whether a finite verb other than the infinitive behind `zu` stands here."""
    for i in _finite_positions(words):
        readings = analyses(words[i].lower)
        behind_zu = i > 0 and words[i - 1].lower == "zu"
        if not behind_zu and not (all(a.tag in {"inf", "pres", "zu"} for a in readings) and i == len(words) - 1):
            return True
    return False


def _split_coordinated(words: list[Word], kind: str) -> list[list[Word]]:
    """Parts of a segment with a finite verb each: "X besuchte Y und traf Z"."""
    finite = _finite_positions(words)
    if kind in {"infinitive", "fragment"} or not finite:
        return [words]
    shared = _split_shared(words)
    if shared is not None:
        return shared
    if len(finite) < 2:
        return [words]
    coordinators = [i for i, w in enumerate(words) if w.lower in grammar().coordinators]
    for cut in coordinators:
        before, after = words[:cut], words[cut + 1 :]
        if not after or not _closed(before) or not _finite_positions(after) or _completes(before, after):
            continue
        if kind == "main" and _finite_positions(after)[0] > _second_place(after):
            continue
        return [before, *_split_coordinated(after, kind)]
    return [words]


def _is_incomplete(words: list[Word]) -> bool:
    """Whether an auxiliary or modal still waits for its participle or infinitive."""
    helper = next((i for i, w in enumerate(words) if w.index >= 0 and (is_auxiliary(w) or is_modal(w))), None)
    return helper is not None and not any(_is_nonfinite(w) and i != helper for i, w in enumerate(words))


def _completes(before: list[Word], after: list[Word]) -> bool:
    """Whether the only verb of the second piece is what the first waits for: `wollen die EU | Italien … helfen`."""
    finite = _finite_positions(after)
    return _is_incomplete(before) and finite[:1] == [len(after) - 1] and _is_nonfinite(after[-1])


def _split_shared(words: list[Word]) -> list[list[Word]] | None:
    """ "X hatte A beendet und B anerkannt": two parts that share the auxiliary, which the second gets as a copy."""
    helper = next((w for w in words if is_auxiliary(w) or is_modal(w)), None)
    if helper is None or not _is_nonfinite(words[-1]):
        return None
    for cut in range(1, len(words) - 1):
        if (
            words[cut].lower in grammar().coordinators
            and _is_nonfinite(words[cut - 1])
            and words[cut - 1] is not helper
        ):
            copy = Word(helper.text, helper.lower, words[cut].start, words[cut].start, -1)
            return [words[:cut], [copy, *words[cut + 1 :]]]
    return None


def _is_nonfinite(word: Word) -> bool:
    """Whether a word can be a participle or an infinitive."""
    return word.is_lower and any(a.tag in {"part", "inf"} for a in analyses(word.lower))


def _closed(words: list[Word]) -> bool:
    return bool(_finite_positions(words))


def _second_place(words: list[Word]) -> int:
    """How far into a coordinated main clause its finite verb may stand: behind one phrase."""
    return min(6, max(1, len(words) - 1))


def find_clauses(words: Sequence[Word], names: Names) -> list[Clause]:
    """The clauses of one sentence, in order of their first word; fragments join the clause around them."""
    builder = _Builder()
    previous_stop = ""
    for segment in _segments(words):
        if segment.words:
            kind, opener = _kind(segment, previous_stop)
            for i, part in enumerate(_split_coordinated(segment.words, kind)):
                builder.add(kind, opener, part, segment, previous_stop, is_continuation=i > 0)
        previous_stop = segment.stop or previous_stop
        if segment.stop in {":", ";", ".", "!", "?", "|", "+++"}:
            builder.open_main = None  # what follows stands for itself
    clauses = builder.clauses
    _attach_preposed(clauses)
    for number, clause in enumerate(clauses):
        clause.number = number
        clause.verb = read_verbs(clause.words, grammar().negations)
        clause.opens_with_condition = clause.words[0].lower in grammar().condition_verbs
        is_opened = clause.kind == "sub" and clause.words[0].lower == clause.opener
        clause.phrases = find_phrases(clause.words[1:] if is_opened else clause.words, names)
        if clause.kind == "relative":
            clause.relative_cases = grammar().relative_cases.get(clause.opener or "", frozenset())
    return clauses


def _attach_preposed(clauses: list[Clause]) -> None:
    """A subordinate clause before any main clause depends on the next one: `Dass …, hat China kritisiert.`"""
    for number, clause in enumerate(clauses):
        if clause.kind in {"sub", "infinitive"} and clause.parent is None:
            clause.parent = next((i for i in range(number + 1, len(clauses)) if clauses[i].kind == "main"), None)


class _Builder:
    """Puts segments together into clauses."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.open_main: int | None = None

    def _new(self, kind: str, opener: str | None, words: list[Word], segment: _Segment) -> Clause:
        clause = Clause(kind=kind, words=list(words), opener=opener, is_quoted=segment.is_quoted)  # type: ignore[arg-type]
        self.clauses.append(clause)
        return clause

    def add(
        self, kind: str, opener: str | None, words: list[Word], segment: _Segment, stop: str, *, is_continuation: bool
    ) -> None:
        """Adds one part: to the open clause where it continues one, else as a clause of its own."""
        if kind == "fragment":
            self._add_fragment(words, segment, stop)
            return
        if kind == "main" and not is_continuation and self._resumes(segment, words):
            waiting = self.clauses[self.open_main or 0]
            waiting.words += [_mark(stop, words[0]), *words] if stop == "," else words
            waiting.kind = "main"
            return
        parent = self._parent(kind)
        clause = self._new(kind, opener, words, segment)
        clause.parent = parent
        clause.opener_is_adverbial = opener not in grammar().object_openers
        clause.inherits_subject = is_continuation or words[0].lower in grammar().coordinators
        if kind == "main":
            clause.parent = None
            self.open_main = len(self.clauses) - 1

    def _resumes(self, segment: _Segment, words: list[Word]) -> bool:
        """Whether a main clause that has no verb yet, or only an auxiliary, waits for this segment."""
        if self.open_main is None:
            return False
        waiting = self.clauses[self.open_main]
        is_open = waiting.kind == "fragment" or _completes(waiting.words, words)
        return is_open and waiting.is_quoted == segment.is_quoted

    def _parent(self, kind: str) -> int | None:
        if not self.clauses:
            return None
        return len(self.clauses) - 1 if kind in {"relative", "infinitive", "sub"} else None

    def _add_fragment(self, words: list[Word], segment: _Segment, stop: str) -> None:
        last = self.clauses[-1] if self.clauses else None
        names_speaker = words[0].lower in roles("de").speaker_openers
        joins = last is not None and stop in {",", "", "(", ")", "–", "-"} and last.is_quoted == segment.is_quoted
        if last is not None and joins and not names_speaker:
            main = self.clauses[self.open_main] if self.open_main is not None else None
            target = main if last.kind in {"relative", "infinitive"} and main is not None else last
            target.words += [_mark(stop or ",", words[0]), *words]
            return
        self._new("fragment", None, words, segment)
        if not names_speaker:
            self.open_main = len(self.clauses) - 1


def _mark(text: str, before: Word) -> Word:
    """A punctuation mark between two pieces of a clause; it has no token of its own."""
    return Word(text, text, before.start, before.start, -1)


# --- noun phrases ---------------------------------------------------------------------------------------------------


def _is_noun(word: Word, names: Names) -> bool:
    g = grammar()
    if names.is_adjective(word.index):
        return False
    if names.covers(word.index):
        return True
    if not word.text[:1].isupper() and not (word.text[:1].isdigit() and "-" in word.text and word.text[-1].isalpha()):
        return False
    if word.is_first:
        closed = word.lower in g.determiners or word.lower in g.prepositions or word.lower in g.subordinators
        closed = closed or word.lower in g.adverbs or word.lower in g.pronouns or word.lower in g.coordinators
        return not closed and not any(a.tag in FINITE | {"part"} for a in analyses(word.lower))
    return True


def _is_adjective(word: Word, names: Names) -> bool:
    if not word.is_lower and not names.covers(word.index):
        return word.text.isdigit() or (word.text[:-1].isdigit() and word.text.endswith("."))
    return word.lower.endswith(("e", "en", "er", "es", "em")) and word.lower not in grammar().adverbs


@lru_cache(maxsize=1)
def _time_words() -> tuple[str, ...]:
    data = load("de", "dates")
    return (
        *data["months"],
        *data["weekdays"],
        *(
            f"{day}{part}"
            for day in data["weekdays"]
            for part in ("abend", "morgen", "nachmittag", "vormittag", "mittag")
        ),
    )


def _is_time(word: Word) -> bool:
    return word.lower in _time_words() or word.text.isdigit()


def _gender(noun: Word, names: Names) -> str:
    """The gender of a phrase's head: of the known name or office, else by its ending (f, or m for all others)."""
    return names.gender(noun.index) or ("f" if noun.lower.endswith(grammar().feminine_endings) else "m")


def _cases(determiner: str | None, adjective: str | None, noun: Word, names: Names) -> frozenset[Case]:
    """The cases that the determiner, else the adjective, leaves open; weak nouns show the rest."""
    gender = _gender(noun, names)
    if determiner is not None:
        cases = _determined(determiner, noun, gender)
    elif adjective is not None:
        cases = _adjectival(adjective[-2:], gender)
    else:
        cases = ANY
    is_singular = determiner is not None and determiner not in grammar().plural_determiners
    is_title = determiner is None and names.is_name(noun.index + 1)  # "Präsidenten Trump"
    if _is_weak_oblique(noun) and not names.is_name(noun.index) and (is_singular or is_title) and cases - {"nom"}:
        return cases - {"nom"}
    return cases


def _determined(determiner: str, noun: Word, gender: str) -> frozenset[Case]:
    if determiner == "der":
        return (
            frozenset({"gen", "dat"})
            if gender == "f"
            else frozenset({"gen"})
            if gender == "pl"
            else frozenset({"nom", "gen"})
        )
    if determiner == "den":
        is_plural = gender == "pl" or (noun.lower.endswith("n") and not _is_weak_oblique(noun))
        return frozenset({"dat"}) if gender == "pl" else frozenset({"acc", "dat"}) if is_plural else frozenset({"acc"})
    if determiner == "ein":
        return frozenset({"nom", "acc"})
    return grammar().determiners[determiner]


def _adjectival(ending: str, gender: str) -> frozenset[Case]:
    if ending == "em":
        return frozenset({"dat"})
    if ending == "er":
        return frozenset({"gen", "dat"}) if gender == "f" else frozenset({"nom", "gen"})
    return frozenset({"acc", "dat"}) if ending == "en" else ANY


@lru_cache(maxsize=20_000)
def _weak(lower: str) -> bool:
    stem = lower[:-2] if lower.endswith("en") else lower[:-1] if lower.endswith("n") else ""
    return bool(stem) and any(stem == noun or (len(noun) > 5 and stem.endswith(noun)) for noun in grammar().weak_nouns)


def _is_weak_oblique(noun: Word) -> bool:
    """Whether a weak noun shows by -n or -en that it is not the subject: `den Präsidenten`."""
    return _weak(noun.lower)


class _PhraseFinder:
    """Walks over a clause's words and cuts out its noun phrases."""

    def __init__(self, words: list[Word], names: Names) -> None:
        self.words, self.names = words, names
        self.phrases: list[Phrase] = []
        self.by_comma: set[int] = set()  # numbers of phrases that a comma joins to the one before

    def run(self) -> list[Phrase]:
        position, last_end, link = 0, -1, ""
        while position < len(self.words):
            pronoun = self._pronoun(position)
            end = position + 1 if pronoun else self._phrase_end(position)
            if end is not None:
                self._append(position, end, pronoun, link if last_end == position else None)
                position = last_end = end
                link = ""
                continue
            word = self.words[position].lower
            is_link = position == last_end and word in grammar().phrase_coordinators | {","}
            link, last_end = (word, position + 1) if is_link else ("", last_end)
            position += 1
        self._part_appositions()
        return self.phrases

    def _part_appositions(self) -> None:
        """Phrases that only commas join are a list where an `und` ends it; else the second explains the first."""
        listed: set[int] = set()
        for phrase in self.phrases:
            if phrase.joined_to is not None and phrase.number not in self.by_comma:
                number: int | None = phrase.number
                while number is not None:
                    listed.add(number)
                    number = self.phrases[number].joined_to
        for phrase in self.phrases:
            if phrase.number in self.by_comma and phrase.number not in listed:
                phrase.after_comma, phrase.joined_to = phrase.joined_to, None

    def _pronoun(self, position: int) -> str | None:
        word = self.words[position]
        if word.lower not in grammar().pronouns or self.names.covers(word.index):
            return None
        if not word.is_lower and not word.is_first:
            return None
        following = self.words[position + 1] if position + 1 < len(self.words) else None
        if (
            word.lower in grammar().determiners
            and following is not None
            and (_is_noun(following, self.names) or _is_adjective(following, self.names))
        ):
            return None
        return word.lower

    def _phrase_end(self, start: int) -> int | None:
        """End of the phrase that begins here; None where none does."""
        g, words = grammar(), self.words
        i = start
        while i < len(words) and words[i].lower in g.prepositions and not self._is_name(i):
            i += 1
        has_determiner = i < len(words) and words[i].lower in g.determiners and not self._is_name(i)
        i += has_determiner
        if i < len(words) - 1 and self._is_opening_adjective(i):
            i += 1
        while i < len(words) - 1 and not _is_noun(words[i], self.names) and _is_adjective(words[i], self.names):
            if not has_determiner and is_finite(words[i]):
                return None  # "bestellte den Botschafter": a verb, no adjective
            i += 1
        i = self._past_demonyms(i)
        first_noun = i
        while (
            i < len(words)
            and _is_noun(words[i], self.names)
            and (i == first_noun or not self._breaks(words[i - 1], words[i]))
        ):
            i += 1
        return i if i > first_noun else None

    def _past_demonyms(self, i: int) -> int:
        """Behind the demonym adjectives that stand here: `russischer und ukrainischer Truppen`."""
        words, start = self.words, i
        while i < len(words) - 1 and self._is_demonym(i):
            i += 1
        before = self._is_demonym(i - 1) if i else False
        is_linked = before and words[i].lower in grammar().phrase_coordinators
        if is_linked and i + 2 < len(words) and self._is_demonym(i + 1):
            return self._past_demonyms(i + 1)
        return i if i > start or not before else start

    def _breaks(self, left: Word, right: Word) -> bool:
        """A time word ends its phrase: `am Dienstag Peking`."""
        if _is_time(left) and not _is_time(right):
            return True
        is_loose = not self.names.covers(left.index) and not left.lower.endswith(grammar().apposed_nouns)
        return (is_loose and self.names.is_state(right.index)) or self.names.breaks(left.index, right.index)

    def _is_name(self, i: int) -> bool:
        return self.names.covers(self.words[i].index) and not self.words[i].is_lower

    def _is_demonym(self, i: int) -> bool:
        return self.names.is_adjective(self.words[i].index)

    def _is_opening_adjective(self, i: int) -> bool:
        """A sentence's first word that looks like an adjective before its noun: `Neue Sanktionen`, `Scharfe Kritik`."""
        word, following = self.words[i], self.words[i + 1]
        looks = word.is_first and word.lower.endswith(("e", "er", "es", "em")) and not self.names.covers(word.index)
        return looks and following.text[:1].isupper() and not self.names.is_name(following.index)

    def _append(self, start: int, end: int, pronoun: str | None, link: str | None) -> None:
        """Adds a phrase; `link` is the comma or conjunction between it and the phrase directly before, if one stands
        there: empty where nothing parts them."""
        phrase, determiner = self._make(start, end, pronoun)
        previous = self.phrases[-1] if self.phrases else None
        if previous is not None and link == "":
            phrase.follows = previous.number
            if self._may_own(phrase, previous, determiner):
                phrase.genitive_of = previous.number
        elif previous is not None and link and phrase.preposition in {None, previous.preposition}:
            self._join(phrase, previous, link)
        self.phrases.append(phrase)

    def _make(self, start: int, end: int, pronoun: str | None) -> tuple[Phrase, str | None]:
        """The phrase of these words, and its determiner."""
        g, words, i = grammar(), self.words, start
        while i < end - 1 and words[i].lower in g.prepositions and not self._is_name(i):
            i += 1
        preposition = g.prepositions[words[i - 1].lower] if i > start else None
        if preposition is None and end < len(words) and words[end].lower in g.postpositions:
            preposition = words[end].lower
        determiner = words[i].lower if words[i].lower in g.determiners and i < end - 1 else None
        first = i + (determiner is not None)
        adjective = next((words[k].lower for k in range(first, end - 1) if words[k].is_lower), None)
        head = words[self._head(i, end)]
        cases = _pronoun_cases(pronoun) if pronoun else _cases(determiner, adjective, head, self.names)
        if i > start and words[i - 1].lower in g.dative_contractions:
            cases = frozenset({"dat"})
        is_many = determiner in g.plural_determiners and determiner != "die"
        is_plural = is_many or (determiner == "die" and head.lower.endswith(("en", "er", "s", "e")))
        phrase = Phrase(
            number=len(self.phrases),
            start=words[start].index,
            end=words[end - 1].index + 1,
            head=head.index,
            preposition=preposition,
            cases=cases,
            pronoun=pronoun,
            is_plural=is_many or (is_plural and _gender(head, self.names) != "f"),
        )
        return phrase, determiner

    def _may_own(self, phrase: Phrase, previous: Phrase, determiner: str | None) -> bool:
        """Whether a phrase is the genitive of the one directly before it."""
        if phrase.preposition is not None or previous.pronoun is not None:
            return False
        if determiner is None:
            return self.names.is_genitive(phrase.head)
        return determiner in {"des", "eines"} or ("gen" in phrase.cases and not self.names.is_name(previous.head))

    def _join(self, phrase: Phrase, previous: Phrase, link: str) -> None:
        """Coordinates a phrase with the one before, or with the one whose genitive that is."""
        is_genitive = "gen" in phrase.cases or self.names.is_genitive(phrase.head)
        anchor = previous
        if previous.genitive_of is not None and not is_genitive:
            anchor = self.phrases[previous.genitive_of]
        phrase.joined_to, phrase.preposition = anchor.number, anchor.preposition
        phrase.genitive_of = anchor.genitive_of
        if link == ",":
            self.by_comma.add(phrase.number)

    def _head(self, start: int, end: int) -> int:
        """The first noun of the run is the head (titles and names behind it are its apposition); a genitive name
        before it is its possessor."""
        for k in range(start, end):
            is_possessor = k < end - 1 and self.names.is_genitive(self.words[k].index)
            if _is_noun(self.words[k], self.names) and not self._is_demonym(k) and not is_possessor:
                return k
        return end - 1


def _pronoun_cases(pronoun: str) -> frozenset[Case]:
    table: dict[str, frozenset[Case]] = {
        "er": frozenset({"nom"}),
        "ihn": frozenset({"acc"}),
        "ihm": frozenset({"dat"}),
        "ihnen": frozenset({"dat"}),
        "ihr": frozenset({"dat"}),
        "sich": frozenset({"acc", "dat"}),
        "man": frozenset({"nom"}),
        "wir": frozenset({"nom"}),
        "uns": frozenset({"acc", "dat"}),
        "ich": frozenset({"nom"}),
        "einander": frozenset({"acc", "dat"}),
    }
    return table.get(pronoun, frozenset({"nom", "acc"}))


def find_phrases(words: list[Word], names: Names) -> list[Phrase]:
    """The noun phrases of a clause's words, in order."""
    return _PhraseFinder(words, names).run()
