from __future__ import annotations

import pytest

from demarche.clean.language import detect, normalise

NAMES = "Wang Yi, Sergej Lawrow, Choe Son Hui, Hakan Fidan, Péter Szijjártó, Aleksandar Vučić, Narendra Modi"


@pytest.mark.parametrize(
    "text",
    [
        "Minister droht Nachbarn mit Krieg",
        "Merkel in Moskau",
        f"{NAMES} und Emmanuel Macron trafen sich.",
        f"In Ankara empfängt Recep Tayyip Erdogan die Gäste: {NAMES}.",
        "Der Bundesrat hat beschlossen, die Massnahmen zu verschärfen, sagte Ignazio Cassis in Bern.",
        "Heuer treffen sich die Außenminister im Jänner in Wien, verlautete aus dem Außenamt am Ballhausplatz.",
        "Putin accepts the invitation\n\nWie die Agentur berichtet, nahm Putin die Einladung an und dankte.",
    ],
)
def test_german_is_known_though_short_or_full_of_names(text: str) -> None:
    assert detect(text) == "de"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign minister met his counterpart on Tuesday to discuss the treaty between both countries.", "en"),
        ("Le ministre des Affaires étrangères a rencontré mardi son homologue dans la capitale pour discuter.", "fr"),
        ("De minister van Buitenlandse Zaken heeft dinsdag in Den Haag met zijn Duitse collega gesproken.", "nl"),
        ("Den danske udenrigsminister mødte i dag sin tyske kollega i København for at tale om aftalen.", "da"),
        ("Министр иностранных дел встретился во вторник со своим коллегой в столице.", "ru"),
        ("Dışişleri Bakanı salı günü başkentte mevkidaşıyla bir araya geldi ve anlaşmayı görüştü.", "tr"),
        ("De Ausseminister huet haut zu Lëtzebuerg säi Kolleg begéint an iwwer d'Ofkommes geschwat.", "lb"),
    ],
)
def test_other_languages_are_told_apart(text: str, language: str) -> None:
    assert detect(text) == language
    assert detect(text, "de") == language


def test_a_record_s_own_word_counts_where_the_text_is_short() -> None:
    assert detect("Putin trifft Xi", "fr") == "fr"
    assert detect("Putin meets Xi", "en-GB") == "en"
    assert detect("Putin meets Xi", "kein Code") == detect("Putin meets Xi")


def test_a_text_without_letters_has_no_language() -> None:
    assert detect("12:30 – 14:00 !!!") is None
    assert detect("", "de") is None


@pytest.mark.parametrize(
    ("written", "code"),
    [("de", "de"), ("DE", "de"), ("de-AT", "de"), ("de_CH", "de"), ("deutsch", None), ("", None), (None, None)],
)
def test_language_codes_are_normalised(written: str | None, code: str | None) -> None:
    assert normalise(written) == code
