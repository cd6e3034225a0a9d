"""Whether what a clause says has happened, is planned, denied or only thought of, and who says so."""

from __future__ import annotations

import pytest

from tests.coding import sentences, the_event, told


@sentences(
    [
        ("Der japanische Außenminister wird im Mai nach Kasachstan reisen.", "CONSULT JPN=KAZ planned"),
        ("Australien will zwei iranische Diplomaten ausweisen.", "SANCTION AUS>IRN planned"),
        ("Das Treffen zwischen Erdogan und Sisi soll im Juni stattfinden.", "CONSULT EGY=TUR planned"),
        ("Der geplante Besuch des indischen Premiers in Kiew sorgt für Aufsehen.", "CONSULT IND=UKR planned"),
        ("Deutschland plant Sanktionen gegen den Iran.", "SANCTION DEU>IRN planned"),
        (
            "Ein Treffen zwischen den Präsidenten Armeniens und der Türkei ist für Mai geplant.",
            "CONSULT ARM=TUR planned",
        ),
        ("Die Niederlande werden der Ukraine 24 Kampfjets liefern.", "AID NLD>UKR planned"),
        (
            "Für nächste Woche ist ein Besuch des chilenischen Präsidenten in Peking vorgesehen.",
            "CONSULT CHL=CHN planned",
        ),
        ("Die Türkei beschloss, ihren Botschafter aus Israel abzuberufen.", "SANCTION TUR>ISR planned"),
    ]
)
def test_what_is_still_to_come_is_planned(text: str, event: str) -> None:
    assert event in told(text, "2024-05-02")


def test_the_will_to_agree_is_itself_the_agreement() -> None:
    assert told("Vietnam und Laos werden nächste Woche ein Abkommen unterzeichnen.") == {"AGREE LAO=VNM actual"}


@sentences(
    [
        ("Indiens Außenminister traf den pakistanischen Kollegen nicht.", "CONSULT IND=PAK denied"),
        ("Südkorea hat keine Sanktionen gegen China verhängt.", "SANCTION KOR>CHN denied"),
        ("Serbien bestritt, das Kosovo angegriffen zu haben.", "ASSAULT SRB>XKX denied"),
        ("Moskau dementierte einen Angriff auf Polen.", "ASSAULT RUS>POL denied"),
        ("Nie hat Finnland Schweden angegriffen.", "ASSAULT FIN>SWE denied"),
        ("Der Präsident Nicaraguas hat Costa Rica nicht besucht.", "CONSULT CRI=NIC denied"),
        ("Es gab keine Gespräche zwischen Iran und Israel.", "CONSULT IRN=ISR denied"),
        ("Nordkorea bestritt, Waffen an Russland geliefert zu haben.", "AID PRK>RUS denied"),
    ]
)
def test_what_did_not_happen_is_denied(text: str, event: str) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Falls Russland die Ukraine erneut angreift, droht eine Krise.",
        "Der Iran könnte Israel angreifen.",
        "Wenn Ägypten seinen Botschafter aus Israel abberuft, beginnt eine neue Zeit.",
        "Es wurde darüber spekuliert, ob Serbien den Botschafter Kroatiens ausweist.",
        "Angola würde Sambia angreifen, heißt es.",
        "Ob Kuwait den Botschafter des Libanon ausweist, ist offen.",
        "Möglicherweise greift Israel den Iran an.",
        "Nach einem möglichen Angriff Chinas auf Taiwan drohten Engpässe.",
        "Die Furcht vor einem Angriff Russlands auf Moldau wächst.",
        "Botswana erwägt, den Botschafter Sambias auszuweisen.",
        "Malaysia hofft auf ein Treffen mit Singapur.",
    ],
)
def test_what_is_only_thought_of_is_no_event(text: str) -> None:
    assert told(text) == set()


def test_what_is_only_thought_of_is_kept_as_hypothetical() -> None:
    assert told("Der Iran könnte Israel angreifen.", hypothetical=True) == {"ASSAULT IRN>ISR hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        "Ungarn verzichtete darauf, Sanktionen gegen Georgien zu verhängen.",
        "Der Israel-Besuch der italienischen Ministerpräsidentin wurde abgesagt.",
        "Die Forderung Polens nach Sanktionen gegen Belarus blieb ungehört.",
    ],
)
def test_what_was_refused_cancelled_or_called_for_is_no_event(text: str) -> None:
    assert told(text) == set()


@sentences(
    [
        ("Nach Angaben aus Bamako hat Algerien eine malische Drohne abgeschossen.", "ASSAULT DZA>MLI actual"),
        ("Laut Außenminister Lawrow hat Polen russische Diplomaten ausgewiesen.", "SANCTION POL>RUS actual"),
        ("Die Ukraine habe russische Dörfer beschossen, sagte ein Sprecher in Moskau.", "ASSAULT UKR>RUS actual"),
        ("Äthiopien soll eritreische Truppen angegriffen haben.", "ASSAULT ETH>ERI actual"),
        ("Nach Darstellung Pakistans hat Indien eine Moschee in Pakistan beschossen.", "ASSAULT IND>PAK actual"),
        (
            "Der Präsident Kolumbiens sagte, Venezuela habe zwei Soldaten aus Kolumbien entführt.",
            "ASSAULT VEN>COL actual",
        ),
    ]
)
def test_what_somebody_reports_is_told(text: str, event: str) -> None:
    assert event in told(text)


def test_who_says_so_is_named() -> None:
    text = "Der russische Außenminister Lawrow sagte, dass Polen drei Diplomaten aus Russland ausgewiesen habe."
    assert the_event(text, "SANCTION", "2023-05-01").attributed_to == "Sergej Lawrow"
    own = the_event("Polen hat drei Diplomaten aus Russland ausgewiesen.", "SANCTION", "2023-05-01")
    assert own.attributed_to is None


def test_hearsay_is_less_sure() -> None:
    told_as_fact = the_event("Der Iran hat Israel angegriffen.", "ASSAULT")
    for text in ("Angeblich hat der Iran Israel angegriffen.", "Der Iran soll Israel angegriffen haben."):
        assert the_event(text, "ASSAULT").confidence < told_as_fact.confidence


@sentences(
    [
        ("Litauen forderte, dass die Nato Truppen an die Grenze zu Belarus verlegt.", "REQUEST LTU>NATO actual"),
        ("Saudi-Arabien verlangte vom Jemen, die Gefangenen freizulassen.", "REQUEST SAU>YEM actual"),
        ("Kenia bat die Vereinten Nationen, Truppen nach Haiti zu schicken.", "REQUEST KEN>UN actual"),
        ("Südafrika rief Israel auf, die Angriffe zu beenden.", "REQUEST ZAF>ISR actual"),
        ("Norwegen rief Venezuela und Guyana zu Gesprächen auf.", "REQUEST NOR>GUY+VEN actual"),
        ("Italien forderte Ägypten zur Auslieferung der Beamten auf.", "REQUEST ITA>EGY actual"),
        ("Ghana müsse die Grenze öffnen, verlangte Burkina Fasos Außenminister.", "REQUEST BFA>GHA actual"),
        ("China forderte die USA auf, Taiwan keine Waffen zu liefern.", "REQUEST CHN>USA actual"),
        ("Estland empfahl Finnland, die Grenze zu schließen.", "REQUEST EST>FIN actual"),
        ("Der Iran drohte, Israel mit Raketen anzugreifen.", "THREATEN IRN>ISR actual"),
        ("China drohte damit, Sanktionen gegen Taiwan zu verhängen.", "THREATEN CHN>TWN actual"),
        ("Die Philippinen warnten China davor, das Schiff anzugreifen.", "THREATEN PHL>CHN actual"),
        ("Armenien warf Aserbaidschan vor, Dörfer beschossen zu haben.", "ACCUSE ARM>AZE actual"),
        ("Uganda lehnte es ab, Truppen aus Kongo abzuziehen.", "REJECT UGA>COD actual"),
        ("Japan weigerte sich, Sanktionen gegen Myanmar zu verhängen.", "REJECT JPN>MMR actual"),
    ]
)
def test_demands_threats_and_accusations_let_no_content_out(text: str, event: str) -> None:
    assert told(text) == {event}
