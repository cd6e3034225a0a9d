"""German clauses from the surface: their kinds, verbs and phrases, and who does what in them."""

from __future__ import annotations

import pytest

from demarche.extract.actors import Mentions
from demarche.extract.pipeline import sentences as split_sentences
from demarche.extract.syntax import Clause, Verb
from demarche.languages.de.clauses import find_clauses
from demarche.languages.de.inflection import noun_forms, principal_parts, verb_forms
from demarche.languages.de.verbs import analyses
from tests.coding import coder, sentences, told


def clauses(text: str) -> list[Clause]:
    """The clauses of a text of one sentence."""
    doc = coder().nlp(text)
    (words,) = split_sentences(doc)
    return find_clauses(words, Mentions(doc, coder().gazetteer))


def verb(text: str) -> Verb:
    """The verb of a text of one clause."""
    (clause,) = clauses(text)
    assert clause.verb is not None
    return clause.verb


def phrases(text: str, number: int = 0) -> list[str]:
    """The noun phrases of a clause."""
    doc = coder().nlp(text)
    return [doc[phrase.start : phrase.end].text for phrase in clauses(text)[number].phrases]


# --- clauses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Kenia hat den Botschafter Ugandas einbestellt.", [("main", None)]),
        ("Kenia werde Uganda angreifen, sagte der Minister.", [("main", None), ("main", None)]),
        ("Nachdem Kenia gewarnt hatte, reagierte Uganda.", [("sub", "nachdem"), ("main", None)]),
        ("Kenia sagte, dass Uganda angegriffen habe.", [("main", None), ("sub", "dass")]),
        ("Kenia, das Uganda angriff, schwieg.", [("main", None), ("relative", "das")]),
        ("Der Minister, mit dem Kenia sprach, schwieg.", [("main", None), ("relative", "dem")]),
        ("Kenia drohte, Uganda anzugreifen.", [("main", None), ("infinitive", None)]),
        ("Kenia reiste ab, ohne Uganda zu danken.", [("main", None), ("infinitive", "ohne")]),
        ("Kenia besuchte Uganda und traf den Präsidenten.", [("main", None), ("main", None)]),
    ],
)
def test_a_sentence_falls_into_clauses(text: str, kinds: list[tuple[str, str | None]]) -> None:
    assert [(clause.kind, clause.opener) for clause in clauses(text)] == kinds


def test_a_subordinate_clause_depends_on_its_neighbour() -> None:
    before, main = clauses("Nachdem Kenia gewarnt hatte, reagierte Uganda.")
    assert (before.parent, main.parent) == (1, None)
    assert before.opener_is_adverbial
    main, behind = clauses("Kenia sagte, dass Uganda angegriffen habe.")
    assert (main.parent, behind.parent) == (None, 0)
    assert not behind.opener_is_adverbial


def test_a_clause_goes_on_behind_the_one_inside_it() -> None:
    main, inside = clauses("Kenia, das Uganda angriff, schwieg.")
    assert main.verb is not None
    assert inside.verb is not None
    assert (main.verb.lemmas, inside.verb.lemmas) == (("schweigen",), ("an|greifen",))


def test_only_the_second_of_two_joined_clauses_takes_its_subject_over() -> None:
    first, second = clauses("Kenia besuchte Uganda und traf den Präsidenten.")
    assert (first.inherits_subject, second.inherits_subject) == (False, True)


def test_a_quoted_sentence_is_a_clause_and_quoted_words_are_none() -> None:
    quoted, said = clauses('"Wir greifen Uganda nicht an", sagte der Präsident Kenias.')
    assert (quoted.is_quoted, said.is_quoted) == (True, False)
    assert [clause.is_quoted for clause in clauses('Kenia verurteilte Uganda "aufs Schärfste".')] == [False]


# --- verbs ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lemma", "voice", "tense", "mood", "modal"),
    [
        ("Kenia greift Uganda an.", "an|greifen", "active", "present", "indicative", None),
        ("Kenia griff Uganda an.", "an|greifen", "active", "past", "indicative", None),
        ("Kenia hat Uganda angegriffen.", "an|greifen", "active", "past", "indicative", None),
        ("Kenia hatte Uganda angegriffen.", "an|greifen", "active", "past", "indicative", None),
        ("Kenia wird Uganda angreifen.", "an|greifen", "active", "future", "indicative", None),
        ("Kenia wird von Uganda angegriffen.", "an|greifen", "passive", "present", "indicative", None),
        ("Kenia wurde von Uganda angegriffen.", "an|greifen", "passive", "past", "indicative", None),
        ("Kenia ist von Uganda angegriffen worden.", "an|greifen", "passive", "past", "indicative", None),
        ("Kenia ist nach Uganda gereist.", "reisen", "active", "past", "indicative", None),
        ("Kenia habe Uganda angegriffen.", "an|greifen", "active", "past", "reported", None),
        ("Kenia würde Uganda angreifen.", "an|greifen", "active", "future", "unreal", None),
        ("Kenia will Uganda angreifen.", "an|greifen", "active", "present", "indicative", "will"),
        ("Kenia soll Uganda angegriffen haben.", "an|greifen", "active", "past", "indicative", "shall"),
        ("Kenia wies den Vorwurf zurück.", "zurück|weisen", "active", "past", "indicative", None),
        ("Kenia verurteilte den Angriff.", "verurteilen", "active", "past", "indicative", None),
    ],
)
def test_a_verb_group_is_read_as_one(
    text: str, lemma: str, voice: str, tense: str, mood: str, modal: str | None
) -> None:
    found = verb(text)
    assert found.lemmas[0] == lemma
    assert (found.voice, found.mood, found.modal) == (voice, mood, modal)
    assert found.tense == tense or (mood == "unreal" and found.tense in {"present", "future"})


@pytest.mark.parametrize(
    ("text", "negated", "is_denied"),
    [
        ("Kenia griff Uganda an.", False, False),
        ("Kenia griff Uganda nicht an.", True, True),
        ("Kenia hat Uganda nie angegriffen.", True, True),
        ("Kenia hat kein Dorf angegriffen.", True, False),
    ],
)
def test_negations_are_seen(text: str, negated: bool, is_denied: bool) -> None:
    assert (verb(text).negated, verb(text).is_denied) == (negated, is_denied)


def test_number_and_reflexive_are_seen() -> None:
    assert verb("Die Minister trafen sich.").is_plural
    assert verb("Die Minister trafen sich.").reflexive
    assert verb("Der Minister hat gesprochen.").is_plural is False
    assert not verb("Der Minister hat gesprochen.").reflexive


@pytest.mark.parametrize(
    ("form", "lemma", "tag"),
    [
        ("ausgewiesen", "aus|weisen", "part"),
        ("auszuweisen", "aus|weisen", "zu"),
        ("vorwarf", "vor|werfen", "pret"),
        ("verhängte", "verhängen", "pret"),
        ("unterzeichnet", "unterzeichnen", "part"),
        ("beschoss", "beschießen", "pret"),
        ("empfing", "empfangen", "pret"),
        ("droht", "drohen", "pres"),
        ("sei", "sein", "konj1"),
        ("hätten", "haben", "konj2"),
        ("einbestellten", "ein|bestellen", "pret"),
        ("protestiert", "protestieren", "part"),
    ],
)
def test_forms_are_traced_to_their_verbs(form: str, lemma: str, tag: str) -> None:
    assert (lemma, tag) in {(reading.lemma, reading.tag) for reading in analyses(form)}


@pytest.mark.parametrize("word", ["zu", "laut", "wegen", "minister", "und", "mali"])
def test_other_words_are_no_verbs(word: str) -> None:
    assert analyses(word) == ()


@pytest.mark.parametrize(
    ("base", "parts"),
    [
        ("greifen", ("greift", "griff", "gegriffen")),
        ("werfen", ("wirft", "warf", "geworfen")),
        ("kritisieren", ("kritisiert", "kritisierte", "kritisiert")),
        ("verhaften", ("verhaftet", "verhaftete", "verhaftet")),
        ("drohen", ("droht", "drohte", "gedroht")),
        ("empfangen", ("empfängt", "empfing", "empfangen")),
    ],
)
def test_principal_parts_follow_rules_or_the_list(base: str, parts: tuple[str, str, str]) -> None:
    assert principal_parts(base)[:3] == parts


def test_a_separable_verb_stands_joined_and_apart() -> None:
    found = {(form, is_joined) for form, _, is_joined in verb_forms("aus|weisen")}
    assert {("ausweist", True), ("weist", False), ("auszuweisen", True), ("ausgewiesen", True)} <= found
    assert ("gewiesen", False) not in found


def test_nouns_take_their_case_endings() -> None:
    assert noun_forms("Angriff", "Angriffe") == ("Angriff", "Angriffs", "Angriffes", "Angriffe", "Angriffen")


# --- phrases --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenia hat den Botschafter Ugandas einbestellt.", ["Kenia", "den Botschafter", "Ugandas"]),
        ("Am Dienstag trafen sich die Minister.", ["Am Dienstag", "sich", "die Minister"]),
        ("Sie lobte die neue Regierung in Nairobi.", ["Sie", "die neue Regierung", "in Nairobi"]),
        ("Gestern drohte Russland Japan.", ["Russland", "Japan"]),
    ],
)
def test_noun_phrases_are_cut_out(text: str, found: list[str]) -> None:
    assert phrases(text) == found


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Den Botschafter wies Kenia aus.", {"acc"}),
        ("Dem Botschafter dankte Kenia.", {"dat"}),
        ("Der Botschafter reiste ab.", {"nom", "gen"}),
        ("Die Botschafterin reiste ab.", {"nom", "acc"}),
        ("Der Botschafterin dankte Kenia.", {"gen", "dat"}),
        ("Präsidenten sprachen mit Kenia.", {"nom", "acc", "dat"}),
        ("Präsidenten Trump dankte Kenia.", {"acc", "dat"}),
    ],
)
def test_determiners_and_endings_show_the_case(text: str, cases: set[str]) -> None:
    assert clauses(text)[0].phrases[0].cases == cases


def test_a_genitive_hangs_on_the_phrase_before_it() -> None:
    _, ambassador, owner = clauses("Kenia empfing den Botschafter Ugandas.")[0].phrases
    assert owner.genitive_of == ambassador.number
    _, government, owner = clauses("Kenia lobte die Regierung des Landes.")[0].phrases
    assert owner.genitive_of == government.number


def test_a_list_is_joined_and_an_apposition_is_not() -> None:
    first, second, third, _ = clauses("Kenia, Uganda und Ruanda lobten Togo.")[0].phrases
    assert (second.joined_to, third.joined_to) == (first.number, second.number)
    first, second, _ = clauses("Kenia, ein Nachbar, lobte Togo.")[0].phrases
    assert (second.joined_to, second.after_comma) == (None, first.number)


# --- who does what --------------------------------------------------------------------------------------------------


@sentences(
    [
        ("Zwei norwegische Diplomaten wurden von Russland ausgewiesen.", "SANCTION RUS>NOR actual"),
        ("Der Botschafter Frankreichs ist von der Regierung in Niamey einbestellt worden.", "ACCUSE NER>FRA actual"),
        ("Die Ukraine wurde in der Nacht von russischen Drohnen angegriffen.", "ASSAULT RUS>UKR actual"),
        ("Von Peking wurde das Manöver der Philippinen scharf verurteilt.", "ACCUSE CHN>PHL actual"),
        ("Mali ist von der Afrikanischen Union suspendiert worden.", "SANCTION AU>MLI actual"),
        ("Gegen Belarus wurden von der EU neue Sanktionen verhängt.", "SANCTION EU>BLR actual"),
        ("Der Luftraum Estlands wurde von russischen Kampfjets verletzt.", "MOBILIZE RUS>EST actual"),
        ("Ein armenischer Soldat ist von aserbaidschanischen Truppen erschossen worden.", "ASSAULT AZE>ARM actual"),
        ("Die Ukraine wird von Dänemark mit Panzern beliefert.", "AID DNK>UKR actual"),
        ("Der Libanon soll von Israel bombardiert worden sein.", "ASSAULT ISR>LBN actual"),
        ("Die Erklärung der Vereinigten Staaten wurde durch Kuba zurückgewiesen.", "REJECT CUB>USA actual"),
    ]
)
def test_the_passive_is_turned(text: str, event: str) -> None:
    assert event in told(text)


@sentences(
    [
        (
            "Die Agentur berichtete, dass Algerien den Botschafter Spaniens ausgewiesen habe.",
            "SANCTION DZA>ESP actual",
        ),
        ("Nachdem Schweden seinen Botschafter aus Teheran abberufen hatte, blieb es still.", "SANCTION SWE>IRN actual"),
        ("Es ist bekannt, dass Kolumbien Venezuela verurteilt hat.", "ACCUSE COL>VEN actual"),
        ("Weil Ägypten Äthiopien mit einem Angriff drohte, wurden die Gespräche abgesagt.", "THREATEN EGY>ETH actual"),
        ("Bekannt wurde, dass Polen drei belarussische Diplomaten ausweist.", "SANCTION POL>BLR actual"),
        ("Als Norwegens König in Reykjavik Islands Präsidentin traf, regnete es.", "CONSULT ISL=NOR actual"),
        (
            "Der Sender meldete, dass die iranische Marine einen griechischen Tanker beschlagnahmt hat.",
            "COERCE IRN>GRC actual",
        ),
        ("Obwohl Katar die USA um Vermittlung gebeten hatte, blieb alles still.", "REQUEST QAT>USA actual"),
    ]
)
def test_the_verb_may_stand_last(text: str, event: str) -> None:
    assert event in told(text)


@sentences(
    [
        ("Den iranischen Botschafter hat Dänemark am Donnerstag einbestellt.", "ACCUSE DNK>IRN actual"),
        ("Den kanadischen Premierminister empfing Japans Regierungschefin in Tokio.", "CONSULT CAN=JPN actual"),
        ("Einen saudischen Diplomaten hat Kanada ausgewiesen.", "SANCTION CAN>SAU actual"),
        ("Den Präsidenten der Türkei traf der griechische Ministerpräsident in Athen.", "CONSULT GRC=TUR actual"),
        ("Der Türkei dankte Finnlands Präsident für die Zustimmung.", "SUPPORT FIN>TUR actual"),
        ("Den Angriff Israels auf Doha verurteilte Pakistan aufs Schärfste.", "ACCUSE PAK>ISR actual"),
        ("Der Ukraine lieferten die Niederlande am Montag Kampfjets.", "AID NLD>UKR actual"),
        ("Dem Iran drohte Israels Verteidigungsminister mit Krieg.", "THREATEN ISR>IRN actual"),
        ("Den Friedensplan der Vereinigten Staaten lehnt der Sudan ab.", "REJECT SDN>USA actual"),
    ]
)
def test_the_object_may_stand_first(text: str, event: str) -> None:
    assert event in told(text)


@sentences(
    [
        ("Finnland, das zwei russische Diplomaten ausgewiesen hatte, schweigt.", "SANCTION FIN>RUS actual"),
        ("Litauen, dem Belarus mit Vergeltung gedroht hatte, schloss die Grenze.", "THREATEN BLR>LTU actual"),
        ("Aserbaidschan, das von Frankreich scharf kritisiert wurde, schwieg.", "ACCUSE FRA>AZE actual"),
        ("Es gibt Streit mit Ghana, dessen Präsident am Montag nach Lomé gereist ist.", "CONSULT GHA=TGO actual"),
        (
            "Der Minister aus Kasachstan, der am Montag Kirgistan besuchte, sprach von Fortschritten.",
            "CONSULT KAZ=KGZ actual",
        ),
        ("Die Türkei, die den schwedischen Botschafter einbestellte, forderte Klarheit.", "ACCUSE TUR>SWE actual"),
    ]
)
def test_a_relative_pronoun_stands_for_what_is_before_it(text: str, event: str) -> None:
    assert event in told(text)


@sentences(
    [
        ("Die Türkei beschloss, ihren Botschafter aus Israel abzuberufen.", "SANCTION TUR>ISR planned"),
        ("Norwegen kündigte an, der Ukraine Luftabwehrsysteme zu liefern.", "AID NOR>UKR planned"),
        ("Serbien bestritt, das Kosovo angegriffen zu haben.", "ASSAULT SRB>XKX denied"),
        ("Der Iran plant, den Botschafter Schwedens auszuweisen.", "SANCTION IRN>SWE planned"),
        ("Indonesien sagte zu, den Philippinen Reis zu schicken.", "AID IDN>PHL planned"),
        ("Nordkorea bestritt, Waffen an Russland geliefert zu haben.", "AID PRK>RUS denied"),
    ]
)
def test_an_infinitive_takes_its_subject_from_the_verb_above_it(text: str, event: str) -> None:
    assert event in told(text)


@sentences(
    [
        ("Deutschland und Frankreich verurteilten den Angriff Russlands.", "ACCUSE DEU+FRA>RUS actual"),
        ("Österreich, die Schweiz und Italien unterzeichneten ein Abkommen.", "AGREE AUT=CHE+ITA actual"),
        ("Der indische Premierminister und der Präsident Frankreichs trafen sich in Paris.", "CONSULT FRA=IND actual"),
        ("Die USA, Großbritannien und Australien verurteilten China.", "ACCUSE AUS+GBR+USA>CHN actual"),
        ("Sudan beschuldigt Äthiopien und die Vereinigten Arabischen Emirate.", "ACCUSE SDN>ARE+ETH actual"),
        ("Die Minister aus Bolivien und Chile sprachen am Freitag miteinander.", "CONSULT BOL=CHL actual"),
        ("Japan empfing den Außenminister Australiens und kritisierte China.", "ACCUSE JPN>CHN actual"),
        ("Japan empfing den Außenminister Australiens und kritisierte China.", "CONSULT AUS=JPN actual"),
        ("Schweden wies einen Diplomaten aus und Russland drohte Schweden.", "THREATEN RUS>SWE actual"),
        ("Griechenland kritisierte Albanien, Bulgarien lobte Rumänien.", "SUPPORT BGR>ROU actual"),
    ]
)
def test_coordinated_parties_and_clauses_are_kept_apart_or_together(text: str, event: str) -> None:
    assert event in told(text)
