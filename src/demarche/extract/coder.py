"""The coder: from an article to its events.

Sentence by sentence: clauses, participants, triggers and their frames, status, date, place; then the records of one
text that tell the same event are merged. Every choice is kept in the event's explanation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from demarche import ontology
from demarche.extract.actors import Mentions, Participant, TextActors, entities
from demarche.extract.arguments import ClauseView
from demarche.extract.dates import DateFound, reported
from demarche.extract.gazetteer import Gazetteer
from demarche.extract.merge import merge_events
from demarche.extract.pipeline import pipeline, sentences
from demarche.extract.places import Place, find_place
from demarche.extract.speech import GOVERNING, Reality, group_of, noun_reality, reality, speech_words
from demarche.extract.syntax import Clause, Phrase, Verb, Word, roles
from demarche.extract.triggers import Sense, VerbPattern, has_required, is_blocked, lexicon, matches, senses_of_noun
from demarche.extract.version import fingerprint
from demarche.records import Actor, Article, Coding, Event, Problem, Published, content_id

CODER_VERSION = f"1.{fingerprint()}"  # any change of the rules or the language data is another coder
PLACE_WORDS = 5  # of the longest name of a place: "Große Halle des Volkes"
MODEL_VERSION = "surface-1"  # spacy.blank and the surface grammar: no trained model yet


@dataclass(slots=True)
class _Found:
    """A trigger with its frame filled."""

    sense: Sense
    trigger: Word
    source: list[Participant]
    target: list[Participant]
    reality: Reality
    path: dict[str, Any]
    confidence: float
    pattern: VerbPattern | None = None


@dataclass(slots=True)
class _Sentence:
    """One sentence on its way through the coder."""

    words: list[Word]
    views: list[ClauseView]
    text: str
    start: int
    end: int
    found: list[_Found] = field(default_factory=list)


class Coder:
    """Codes articles of one language. Loads its data once; safe to use from one thread at a time."""

    def __init__(self, language: str = "de") -> None:
        self.language = language
        self.nlp = pipeline(language)
        self.gazetteer = Gazetteer(language, self.nlp)
        self.lexicon = lexicon(language)
        self.words = speech_words(language)
        self.clauses: Any = import_module(f"demarche.languages.{language}.clauses")
        self.dates: Any = import_module(f"demarche.languages.{language}.dates")
        self.roles = roles(language)

    def code_all(self, articles: Iterable[Article]) -> Iterator[Coding | Problem]:
        """The codings of many articles in order; an article on which the coder fails gives a Problem."""
        for article in articles:
            try:
                yield self.code(article)
            except Exception as error:  # noqa: BLE001 - one text must not stop the others; it is quarantined by name
                yield Problem("coding_failed", f"{type(error).__name__}: {error}")

    def code(self, article: Article) -> Coding:
        """The events of an article, in text order, with their confidence; nothing is filtered here."""
        doc = self.nlp(article.text)
        mentions = Mentions(doc, self.gazetteer)
        actors = TextActors(mentions, article.published.end or article.published.start, self.roles)
        events: list[Event] = []
        for words in sentences(doc):
            if not any(w.index in mentions.by_token for w in words) and not actors.recent:
                continue
            sentence = self._read(words, article, mentions, actors)
            events += [
                event for found in sentence.found for event in self._occasions(self._event(found, sentence, article))
            ]
        return Coding(tuple(merge_events(events)), tuple(entities(mentions, actors)))

    def code_text(self, text: str, published: dt.date | None = None) -> Coding:
        """The events of a clean text, with the day it was published on if that is known."""
        when = Published(published, published, "metadata") if published else Published()
        return self.code(Article(content_id("text", text), text, self.language, when))

    # --- one sentence -------------------------------------------------------------------------------------------

    def _read(self, words: list[Word], article: Article, mentions: Mentions, actors: TextActors) -> _Sentence:
        start, end = words[0].start, words[-1].end
        clauses = self.clauses.find_clauses(words, mentions)
        actors.speaker = self._speaker_in(clauses, actors) or actors.speaker
        views = self._views(clauses, actors)
        sentence = _Sentence(words, views, article.text[start:end], start, end)
        if words[-1].text != "?":
            sentence.found = [found for view in views for found in self._triggers(view, views, actors)]
        return sentence

    def _speaker_in(self, clauses: list[Clause], actors: TextActors) -> list[Participant]:
        """Who speaks in a sentence: the subject of a verb of saying, or the name behind `so` and `laut`."""
        for clause in clauses:
            says = group_of(clause.verb, self.words) in GOVERNING
            named = clause.kind == "fragment" and clause.words[0].lower in self.roles.speaker_openers
            if says or named:
                view = self._view(clause, actors)
                found = view.subject() if says else view.anyone()
                if found:
                    return found
        return []

    def _view(self, clause: Clause, actors: TextActors) -> ClauseView:
        texts = {w.index: w.lower for w in clause.words if w.index >= 0}
        return ClauseView(clause, actors.resolve(clause), self.roles, texts=texts)

    def _views(self, clauses: list[Clause], actors: TextActors) -> list[ClauseView]:
        views = [self._view(clause, actors) for clause in clauses]
        for view in views:
            if view.clause.parent is not None:
                views[view.clause.parent].dependents.append(view)
        for number, view in enumerate(views):
            self._take_over(view, views, number)
        return views

    def _take_over(self, view: ClauseView, views: list[ClauseView], number: int) -> None:
        """The subject that a clause has from another: an infinitive, a coordinated or a relative clause."""
        clause = view.clause
        parent = views[clause.parent] if clause.parent is not None else None
        if clause.kind == "infinitive" and parent is not None:
            view.inherited = self._controller(parent)
        elif clause.kind == "relative" and parent is not None:
            self._refer_back(view, parent)
        elif clause.inherits_subject and number:
            before = [v for v in views[:number] if v.clause.kind == clause.kind]
            view.inherited = before[-1].subject() if before else []

    def _controller(self, parent: ClauseView) -> list[Participant]:
        """Who acts in an infinitive: the object of a demand, else the subject."""
        if group_of(parent.clause.verb, self.words) == "demand":
            return parent.direct_object() or parent.dative() or parent.subject()
        return parent.subject()

    @staticmethod
    def _refer_back(view: ClauseView, parent: ClauseView) -> None:
        """Gives a relative clause the phrase before its pronoun."""
        first = view.clause.words[0].index
        near = [p for p in parent.clause.phrases if p.end <= first][-2:]
        before = [p for p in near if parent.inside(p)] or near
        if before:
            view.antecedent = parent.inside(before[-1])
            view.antecedent_words = [w for w in parent.clause.words if before[-1].start <= w.index < before[-1].end]

    # --- triggers -----------------------------------------------------------------------------------------------

    def _triggers(self, view: ClauseView, views: list[ClauseView], actors: TextActors) -> list[_Found]:
        parent = self._governor(view, views)
        speaker = actors.speaker[0].actor.name or actors.speaker[0].actor.code if actors.speaker else None
        found = self._verb_trigger(view, parent, speaker, actors)
        result = [found] if found is not None else []
        own = reality(view, parent, self.words, speaker, with_negation=False)
        for phrase in view.clause.phrases:
            noun = self._noun_trigger(view, phrase, own, actors)
            is_told = found is not None and noun is not None and self._is_part_of(noun, found)
            if noun is not None and not is_told:
                result.append(noun)
        return result

    def _governor(self, view: ClauseView, views: list[ClauseView]) -> ClauseView | None:
        """The clause that governs a clause: the one it depends on, or for reported speech without `dass` the one that
        says so: `Man werde angreifen, drohte Moskau.`"""
        if view.clause.parent is not None:
            return views[view.clause.parent]
        if view.clause.verb is None or view.clause.verb.mood != "reported":
            return None
        return next((v for v in views if v is not view and group_of(v.clause.verb, self.words) in GOVERNING), None)

    @staticmethod
    def _is_part_of(noun: _Found, verb: _Found) -> bool:
        """Whether the verb's event is the noun's too: the noun is one of its required words, or of its type."""
        required = verb.pattern.required if verb.pattern else ()
        is_required = any(matches(word, noun.trigger.lower) for alternatives in required for word in alternatives)
        return is_required or noun.sense.type == verb.sense.type

    def _verb_trigger(
        self, view: ClauseView, parent: ClauseView | None, speaker: str | None, actors: TextActors
    ) -> _Found | None:
        verb = view.clause.verb
        if verb is None:
            return None
        trigger = next(w for w in view.clause.words if w.index == verb.index)
        if verb.modal in self.words.demanding_modals and verb.mood != "indicative" and actors.speaker:
            return self._modal_demand(view, trigger, actors)
        for pattern in self._patterns(view, verb):
            own = reality(view, parent, self.words, speaker, with_negation=not self._negates(pattern))
            found = (
                None
                if own.blocked
                else self._fill(pattern.sense, view, None, own, trigger, actors, is_specific=bool(pattern.required))
            )
            if found is not None:
                return replace(found, pattern=pattern)
        return None

    def _modal_demand(self, view: ClauseView, trigger: Word, actors: TextActors) -> _Found | None:
        """Reported speech in which another `müsse` or `solle`: the speaker demands it."""
        source, target = actors.speaker, view.subject()
        if not target or {p.actor.code for p in source} & {p.actor.code for p in target}:
            return None
        sense = next(s for s in self.lexicon.senses if s.sense == self.words.modal_demand)
        path = {"sense": sense.sense, "source": "speaker", "target": "subj", "clause": view.clause.kind}
        return _Found(sense, trigger, list(source), target, Reality(), path, 0.6)

    def _patterns(self, view: ClauseView, verb: Verb) -> Iterator[VerbPattern]:
        """The patterns of the lexicon that the clause's verb and words match, the most specific first."""
        words, prepositions = [*view.clause.words, *view.antecedent_words], self.clauses.grammar().prepositions
        for lemma in verb.lemmas:
            for pattern in self.lexicon.verbs.get(lemma, ()):
                fits = (verb.reflexive or not pattern.is_reflexive) and has_required(pattern, words, prepositions)
                if fits and not is_blocked(pattern.sense, words, verb.lemmas, self.lexicon):
                    yield pattern

    def _negates(self, pattern: VerbPattern) -> bool:
        """Whether a negation is among the pattern's own words: `nicht anerkennen`."""
        negations = self.clauses.grammar().negations
        return any(word in negations for alternatives in pattern.required for word in alternatives)

    def _noun_trigger(self, view: ClauseView, phrase: Phrase, own: Reality, actors: TextActors) -> _Found | None:
        text = view.texts.get(phrase.head, "")
        trigger = next((w for w in view.clause.words if w.index == phrase.head), None)
        if trigger is None or trigger.is_lower:
            return None
        lemmas = view.clause.verb.lemmas if view.clause.verb else ()
        status = noun_reality(view, phrase, own, self.words)
        for sense in senses_of_noun(text.rpartition("-")[2] or text, self.lexicon)[0]:
            if status.blocked or is_blocked(sense, view.clause.words, lemmas, self.lexicon):
                continue
            found = self._fill(sense, view, phrase, status, trigger, actors)
            if found is not None:
                return found
        return None

    # --- frames -------------------------------------------------------------------------------------------------

    def _fill(
        self,
        sense: Sense,
        view: ClauseView,
        phrase: Phrase | None,
        status: Reality,
        trigger: Word,
        actors: TextActors,
        *,
        is_specific: bool = False,
    ) -> _Found | None:
        """The frame of a sense filled from the clause; None where a side that must be there is missing."""
        sources, targets = (sense.source, sense.target) if phrase is None else (sense.noun_source, sense.noun_target)
        source, source_slot = self._first(sources, view, phrase, set())
        target, target_slot = self._first(targets, view, phrase, {p.actor.code for p in source})
        source, target = self._sides(sense, source, target)
        source, target, is_guessed = self._guess(sense, view, phrase, source, target, actors, is_specific=is_specific)
        if not source or (not target and not sense.target_optional):
            return None
        confidence = self._confidence(sense, view, phrase, status, source, target) - 0.2 * is_guessed
        path = {"sense": sense.sense, "source": source_slot, "target": target_slot, "clause": view.clause.kind}
        return _Found(sense, trigger, source, target, status, path, confidence)

    @staticmethod
    def _sides(
        sense: Sense, source: list[Participant], target: list[Participant]
    ) -> tuple[list[Participant], list[Participant]]:
        """The two sides: several actors on one side of a mutual act are parted, and nobody acts on itself."""
        if sense.mutual and not (source and target):
            everyone = source or target
            return [p for p in everyone if p.actor.code == everyone[0].actor.code], [
                p for p in everyone if p.actor.code != everyone[0].actor.code
            ]
        codes = {p.actor.code for p in source}
        return source, [p for p in target if p.actor.code not in codes]

    @staticmethod
    def _guess(
        sense: Sense,
        view: ClauseView,
        phrase: Phrase | None,
        source: list[Participant],
        target: list[Participant],
        actors: TextActors,
        *,
        is_specific: bool,
    ) -> tuple[list[Participant], list[Participant], bool]:
        """The missing side of a verb's frame from what the text said before: where the clause points back to it, or the
        text is about two parties and the verb's words are specific (`Gespräche führen`) or its slot can be silent."""
        if phrase is not None or bool(source) == bool(target):
            return source, target, False
        missing = sense.target if source else sense.source
        codes = {p.actor.code for p in [*source, *target]}
        is_open = any(view.is_open(slot) for slot in missing)
        if not source and not is_open and view.subject_phrase() is not None:
            return source, target, False  # "droht eine Krise": someone else acts, or nobody
        may_be_silent = (is_specific or any(not slot.startswith("prep:") for slot in missing)) and len(codes) == 1
        other = actors.others(codes) if is_open else actors.counterpart(min(codes)) if may_be_silent else None
        if other is None:
            return source, target, False
        return source or [other], target or [other], True

    def _first(
        self, slots: tuple[str, ...], view: ClauseView, phrase: Phrase | None, taken: set[str]
    ) -> tuple[list[Participant], str | None]:
        """The first slot that holds an actor who is not on the other side already."""
        for slot in slots:
            found = view.fill_verb(slot) if phrase is None else view.fill_noun(slot, phrase)
            if any(p.actor.code not in taken for p in found):
                return found, slot
        return [], None

    @staticmethod
    def _confidence(
        sense: Sense,
        view: ClauseView,
        phrase: Phrase | None,
        status: Reality,
        source: list[Participant],
        target: list[Participant],
    ) -> float:
        value = 0.85 if phrase is None else 0.8 if sense.strength == "strong" else 0.6
        value -= 0.1 * any(p.is_coreferent for p in [*source, *target])
        value -= 0.1 * view.clause.is_quoted + 0.1 * status.is_hearsay
        value -= 0.1 * any(p.kind == "demonym" for p in source)
        return round(max(0.05, value), 3)

    # --- events -------------------------------------------------------------------------------------------------

    @staticmethod
    def _occasions(event: Event) -> list[Event]:
        """A visit to several hosts is an occasion each."""
        if event.mode != "visit" or len(event.target) < 2:
            return [event]
        return [
            replace(event, target_actors=tuple(a for a in event.target_actors if a.code == code))
            for code in event.target
        ]

    def _event(self, found: _Found, sentence: _Sentence, article: Article) -> Event:
        sense, status = found.sense, found.reality.status
        date = self._date(found, sentence, article.published, status)
        if status == "planned" and sense.type == "AGREE":
            status = "actual"  # the will to cooperate is itself the agreement (annotation guidelines)
        if status == "actual" and self._is_ahead(date, article.published):
            status = "planned"
        if sense.status and status == "actual":
            status = sense.status  # type: ignore[assignment]
        place = self._place(found, sentence)
        cameo = sense.cameo_planned if status == "planned" and sense.cameo_planned else sense.cameo
        source, target = self._unique(found.source), self._unique(found.target)
        return Event(
            type=sense.type,
            status=status,
            source_actors=source,
            target_actors=target,
            mode=sense.mode,
            contexts=sense.contexts,
            quad_class=ontology.quad_class(sense.type),
            cameo_code=cameo,
            goldstein=ontology.goldstein(cameo),
            is_mutual=sense.mutual,
            date_start=date.start if date else None,
            date_end=date.end if date else None,
            date_precision=date.precision if date and date.is_known else "unknown",
            date_weekday=date.weekday if date else None,
            date_basis=date.basis if date else None,
            place=place.name if place else None,
            place_country=place.country if place else None,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            attributed_to=found.reality.attributed_to,
            confidence=found.confidence,
            evidence=sentence.text,
            sentence_span=(sentence.start, sentence.end),
            trigger_span=(found.trigger.start, found.trigger.end),
            explanation={**found.path, "date": date.basis if date else None},
        )

    @staticmethod
    def _unique(participants: list[Participant]) -> tuple[Actor, ...]:
        """One actor a code and name, the best named first."""
        return tuple(dict.fromkeys(p.actor for p in participants))

    @staticmethod
    def _is_ahead(date: DateFound | None, published: Published) -> bool:
        return date is not None and date.start is not None and published.end is not None and date.start > published.end

    def _date(self, found: _Found, sentence: _Sentence, published: Published, status: str) -> DateFound | None:
        """The most precise date expression of the trigger's clause, the nearest of these; else one of the sentence;
        else the time of publication."""
        view = next(v for v in sentence.views if found.trigger in v.clause.words)
        verb = view.clause.verb
        tense = (
            "future"
            if status == "planned"
            else "present"
            if verb is not None and verb.tense == "present" and not verb.is_perfect
            else "past"
        )
        expressions = [
            d
            for d in self.dates.find_dates(sentence.text, published, tense=tense, offset=sentence.start)
            if not d.is_bound
        ]
        near = self._within(expressions, [view]) or self._within(expressions, self._around(view, sentence))
        if near:
            at = found.trigger.start
            best: DateFound = min(near, key=lambda d: (not d.is_known, d.rank, abs(d.span[0] - at)))
            return best
        if status == "planned":
            return None
        return reported(published)

    @staticmethod
    def _within(dates: list[DateFound], views: list[ClauseView]) -> list[DateFound]:
        """The expressions that stand in one of the clauses."""
        spans = [(w.start, w.end) for view in views for w in view.clause.words if w.index >= 0]
        return [d for d in dates if any(start < d.span[1] and d.span[0] < end for start, end in spans)]

    @staticmethod
    def _around(view: ClauseView, sentence: _Sentence) -> list[ClauseView]:
        """The clauses whose time is a clause's too: those that govern it, and the main ones beside it."""
        around = [v for v in sentence.views if v.clause.kind in {"main", "fragment"}]
        parent = view.clause.parent
        while parent is not None:
            around.append(sentence.views[parent])
            parent = sentence.views[parent].clause.parent
        return around

    def _place(self, found: _Found, sentence: _Sentence) -> Place | None:
        """The first place that the trigger's clause names behind a preposition of place, by its longest known name."""
        view = next(v for v in sentence.views if found.trigger in v.clause.words)
        words = [w for w in view.clause.words if w.index >= 0]
        for phrase in view.clause.phrases:
            if phrase.preposition in self.roles.place:
                start = next(i for i, w in enumerate(words) if w.index == phrase.start)
                end = start + phrase.end - phrase.start
                for first in range(start, end):
                    if (place := self._longest_place([w.text for w in words[first : first + PLACE_WORDS]])) is not None:
                        return place
        return None

    def _longest_place(self, words: list[str]) -> Place | None:
        """The place whose name begins these words: `Straße von Hormus` before `Straße`."""
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            if name[:1].isupper() and (place := find_place(name, self.language)) is not None:
                return replace(place, name=name)
        return None
