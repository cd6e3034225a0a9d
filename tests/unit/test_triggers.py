"""The trigger lexicon: how its phrases are read, when they match, and what they make of a clause."""

from __future__ import annotations

import pytest

from demarche.extract.syntax import Word
from demarche.extract.triggers import (
    Lexicon,
    Sense,
    VerbPattern,
    has_required,
    is_blocked,
    lexicon,
    matches,
    read_sense,
    read_verb_pattern,
    senses_of_noun,
    split_phrase,
)
from demarche.languages.de.clauses import grammar
from tests.coding import code, sentences, the_event, told


def words(text: str) -> list[Word]:
    """The words of a text, parted by blanks."""
    return [Word(word, word.lower(), 0, 0, i) for i, word in enumerate(text.split())]


def sense(**more: object) -> Sense:
    return read_sense({"sense": "x", "type": "ACCUSE", **more})


def pattern(phrase: str) -> VerbPattern:
    return read_verb_pattern(phrase, sense(), "de")


# --- reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "required", "lemma"),
    [
        ("verurteilen", [], "verurteilen"),
        ("aus|weisen", [], "aus|weisen"),
        ("des Landes verweisen", ["des", "Landes"], "verweisen"),
        ("sich ein|setzen für", ["sich", "für"], "ein|setzen"),
        ("zur Persona non grata erklären", ["zur", "Persona", "non", "grata"], "erklären"),
        ("in Kraft treten", ["in", "Kraft"], "treten"),
    ],
)
def test_a_phrase_is_an_infinitive_with_words_beside_it(phrase: str, required: list[str], lemma: str) -> None:
    assert split_phrase(phrase, "de") == (required, lemma)


def test_a_pattern_has_alternatives_and_leaves_articles_out() -> None:
    found = pattern("sich über den/die Diplomat/Botschafter beschweren")
    assert (found.lemma, found.is_reflexive) == ("beschweren", True)
    assert ("Diplomat", "Botschafter") in found.required
    assert ("über",) in found.required


def test_what_a_sense_leaves_out_has_a_meaning() -> None:
    found = sense(cameo=111, source=["subj"])
    assert (found.cameo, found.source, found.target, found.contexts) == ("111", ("subj",), (), ())
    assert (found.strength, found.mutual, found.target_optional, found.status) == ("weak", False, False, None)


def test_the_lexicon_tries_the_most_specific_phrase_first() -> None:
    for patterns in lexicon("de").verbs.values():
        lengths = [len(found.required) for found in patterns]
        assert lengths == sorted(lengths, reverse=True)


# --- matching -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "token"),
    [
        ("Diplomat", "diplomaten"),
        ("Angriff", "angriffs"),
        ("Angriff", "angriffe"),
        ("Botschafter", "botschaftern"),
        ("Angriff", "drohnenangriffen"),
        ("Kind", "kinder"),
        ("diplomatisch", "diplomatischen"),
        ("zurück", "zurück"),
    ],
)
def test_inflected_forms_and_compounds_match(word: str, token: str) -> None:
    assert matches(word, token)


@pytest.mark.parametrize(
    ("word", "token"),
    [
        ("Botschaft", "botschafter"),
        ("Rat", "verrat"),
        ("Angriff", "angriffslust"),
        ("ab", "abend"),
        ("diplomatisch", "undiplomatisch"),
    ],
)
def test_other_words_do_not_match(word: str, token: str) -> None:
    assert not matches(word, token)


@pytest.mark.parametrize(
    ("phrase", "text", "fits"),
    [
        ("Diplomat/Botschafter aus|weisen", "Kenia wies drei Diplomaten aus", True),
        ("Diplomat/Botschafter aus|weisen", "Kenia wies den Botschafter aus", True),
        ("Diplomat/Botschafter aus|weisen", "Kenia wies zwei Touristen aus", False),
        ("zu Gesprächen treffen", "Kenia traf sich zu Gesprächen", True),
        ("an Ort treffen", "Kenia traf sich am Ort", True),
        ("verurteilen", "Kenia schwieg", True),
    ],
)
def test_required_words_stand_in_the_clause(phrase: str, text: str, fits: bool) -> None:
    assert has_required(pattern(phrase), words(text), grammar().prepositions) is fits


def test_a_blocking_word_is_named() -> None:
    blocked = sense(unless=["Entscheidung", "lassen"])
    known = Lexicon(unless_verbs={"lassen": frozenset({"ließ", "lässt"})})
    assert is_blocked(blocked, words("Kenia traf die Entscheidung"), (), known) == "Entscheidung"
    assert is_blocked(blocked, words("Kenia ließ Uganda warten"), (), known) == "lassen"
    assert is_blocked(blocked, words("Kenia wartet"), ("lassen",), known) == "lassen"
    assert is_blocked(blocked, words("Kenia wartet"), ("warten",), known) is None


def test_a_noun_is_known_alone_and_at_the_end_of_a_compound() -> None:
    attack = sense(nouns=["Angriff"])
    known = Lexicon(nouns={"angriff": [attack], "rat": [sense()]})
    assert senses_of_noun("angriff", known) == ([attack], False)
    assert senses_of_noun("luftangriff", known) == ([attack], True)
    assert senses_of_noun("angriffslust", known) == ([], False)
    assert senses_of_noun("verrat", known) == ([], False)


# --- in sentences ---------------------------------------------------------------------------------------------------


@sentences(
    [
        ("Vietnam und Laos haben ein Abkommen unterzeichnet.", "AGREE LAO=VNM actual"),
        ("Der Präsident Maltas hat am Freitag Zypern besucht.", "CONSULT CYP=MLT actual"),
        ("Irlands Präsident lobte die Regierung Spaniens.", "SUPPORT IRL>ESP actual"),
        ("Kanada hat die Sanktionen gegen Kuba aufgehoben.", "CONCEDE CAN>CUB actual"),
        ("Das amerikanisch-südkoreanische Manöver begann am Montag.", "COOPERATE KOR=USA actual"),
        ("Die Niederlande lieferten der Ukraine zwei Panzer.", "AID NLD>UKR actual"),
        ("Ruanda hat seine Truppen aus Mosambik abgezogen.", "RETREAT RWA>MOZ actual"),
        ("Indien forderte Pakistan auf, die Grenze zu schließen.", "REQUEST IND>PAK actual"),
        ("Kolumbien warf Venezuela Spionage vor.", "ACCUSE COL>VEN actual"),
        ("Die Erklärung der Vereinigten Staaten wies Kuba zurück.", "REJECT CUB>USA actual"),
        ("Der Iran drohte Israel mit Vergeltung.", "THREATEN IRN>ISR actual"),
        ("Tausende Griechen demonstrierten vor der türkischen Botschaft.", "PROTEST GRC>TUR actual"),
        ("Tschechien wies zwei russische Diplomaten aus.", "SANCTION CZE>RUS actual"),
        ("Chinesische Kampfjets drangen in den Luftraum Taiwans ein.", "MOBILIZE CHN>TWN actual"),
        ("Die iranische Marine hat einen griechischen Tanker beschlagnahmt.", "COERCE IRN>GRC actual"),
        ("Israel bombardierte am Abend Ziele im Libanon.", "ASSAULT ISR>LBN actual"),
    ]
)
def test_each_type_is_told_by_a_verb(text: str, event: str) -> None:
    assert event in told(text)


@sentences(
    [
        ("Der Angriff Russlands auf die Ukraine begann im Februar 2022.", "ASSAULT RUS>UKR actual"),
        ("Putins Besuch in Vietnam dauerte zwei Tage.", "CONSULT RUS=VNM actual"),
        ("Die Ausweisung zweier deutscher Diplomaten durch den Tschad sorgte für Ärger.", "SANCTION TCD>DEU actual"),
        ("Es gab am Freitag ein Treffen zwischen den Außenministern Chiles und Perus.", "CONSULT CHL=PER actual"),
    ]
)
def test_nouns_tell_events_too(text: str, event: str) -> None:
    assert event in told(text)


@sentences(
    [
        ("Nordkorea hat am Freitag eine Rakete getestet.", "MOBILIZE PRK> actual"),
    ]
)
def test_some_senses_need_no_target(text: str, event: str) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Präsident von Ghana traf eine Entscheidung über Togo.",
        "Die Regierung Kenias traf Vorbereitungen für den Besuch aus Uganda.",
        "Der Trainer Spaniens griff im Spiel gegen Italien an.",
        "Die Studie verwies auf das Land Kuba und auf die USA.",
    ],
)
def test_other_meanings_of_the_words_are_no_events(text: str) -> None:
    assert not {event for event in told(text) if event.split()[0] in {"SANCTION", "ASSAULT"}}


def test_the_trigger_is_the_word_that_tells() -> None:
    text = "Am Montag hat Lettland zwei Diplomaten aus Belarus ausgewiesen."
    event = the_event(text, "SANCTION")
    assert text[slice(*event.trigger_span)] == "ausgewiesen"
    noun = the_event("Der Angriff Russlands auf die Ukraine dauerte an.", "ASSAULT")
    assert noun.trigger_span == (4, 11)


def test_a_verb_and_its_own_noun_are_one_event() -> None:
    assert told("Kanada verhängte Sanktionen gegen Myanmar.") == {"SANCTION CAN>MMR actual"}
    assert len(code("Kanada verhängte Sanktionen gegen Myanmar.").events) == 1


def test_what_a_text_tells_twice_is_one_event() -> None:
    text = "Kanada verhängt Sanktionen gegen Myanmar\n\nKanada hat am Freitag Sanktionen gegen Myanmar verhängt."
    (event,) = code(text, "2024-05-04").events
    assert event.date_start is not None
    assert event.date_start.isoformat() == "2024-05-03"


def test_the_sense_gives_mode_codes_and_score() -> None:
    event = the_event("Lettland hat zwei Diplomaten aus Belarus ausgewiesen.", "SANCTION")
    assert (event.mode, event.quad_class, event.is_mutual) == ("expel", 4, False)
    assert event.cameo_code is not None
    assert event.cameo_code.startswith("16")
    assert event.goldstein is not None
    assert event.goldstein < 0


def test_what_is_planned_takes_the_code_of_plans() -> None:
    done = the_event("Die Niederlande lieferten der Ukraine zwei Panzer.", "AID")
    planned = the_event("Die Niederlande werden der Ukraine zwei Panzer liefern.", "AID")
    assert (done.status, planned.status) == ("actual", "planned")
    assert done.cameo_code != planned.cameo_code


def test_a_visit_to_several_hosts_is_an_occasion_each() -> None:
    assert told("Der Präsident Angolas besuchte Sambia und Botswana.") == {
        "CONSULT AGO=ZMB actual",
        "CONSULT AGO=BWA actual",
    }
