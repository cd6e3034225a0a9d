"""Who is meant: from names, seats, offices, adjectives and pronouns of a German text to actors."""

from __future__ import annotations

import pytest

from demarche.records import Actor, Event
from tests.coding import code, sentences, the_event, told


def actor(event: Event, of: str) -> Actor:
    """The only actor of an event with a code."""
    (found,) = (a for a in (*event.source_actors, *event.target_actors) if a.code == of)
    return found


# --- names, seats and places ----------------------------------------------------------------------------------------


@sentences(
    [
        ("Moskau hat den Botschafter Rumäniens einbestellt.", "ACCUSE RUS>ROU actual"),
        ("Der Kreml drohte Lettland mit Vergeltung.", "THREATEN RUS>LVA actual"),
        ("Der Elysée empfing den Präsidenten des Senegal.", "CONSULT FRA=SEN actual"),
        ("Brüssel verhängte Sanktionen gegen Belarus.", "SANCTION EU>BLR actual"),
        ("Peking und Neu-Delhi unterzeichneten ein Grenzabkommen.", "AGREE CHN=IND actual"),
        ("Ankara wies den Botschafter Syriens aus.", "SANCTION TUR>SYR actual"),
        ("London und Paris lieferten der Ukraine Marschflugkörper.", "AID FRA+GBR>UKR actual"),
        ("Das Kanzleramt kündigte Hilfe für Tunesien an.", "AID DEU>TUN planned"),
        ("Der Emir von Kuwait flog nach Peking.", "CONSULT CHN=KWT actual"),
    ]
)
def test_a_seat_stands_for_its_government(text: str, event: str) -> None:
    assert told(text) == {event}


@sentences(
    [
        ("In Moskau traf der ungarische Außenminister seinen chinesischen Kollegen.", "CONSULT CHN=HUN actual"),
        ("In Washington haben sich die Präsidenten Armeniens und Aserbaidschans getroffen.", "CONSULT ARM=AZE actual"),
        ("In Brüssel trafen sich die Außenminister Serbiens und Kosovos.", "CONSULT SRB=XKX actual"),
        ("Der Präsident Tansanias sprach in Genf mit seinem Kollegen aus Mosambik.", "CONSULT MOZ=TZA actual"),
        ("Die Außenminister Ägyptens und Jordaniens trafen sich am Sonntag in Kairo.", "CONSULT EGY=JOR actual"),
        ("Belgrad und Pristina setzten ihre Gespräche in Brüssel fort.", "CONSULT SRB=XKX actual"),
    ]
)
def test_a_place_takes_no_part(text: str, event: str) -> None:
    assert told(text) == {event}


@sentences(
    [
        ("Das Pentagon warnte China.", "THREATEN USA>CHN actual"),
        ("Der UN-Sicherheitsrat verurteilte Nordkorea.", "ACCUSE UN>PRK actual"),
        ("Die Hisbollah griff Israel mit Raketen an.", "ASSAULT HEZBOLLAH>ISR actual"),
        ("Teheran hat die Gespräche mit der IAEA ausgesetzt.", "SANCTION IRN>IAEA actual"),
        ("Ungarn wurde von der Europäischen Kommission kritisiert.", "ACCUSE EU>HUN actual"),
        ("Der Vatikan verurteilte den Angriff Russlands.", "ACCUSE VAT>RUS actual"),
        ("Die Sowjetunion unterzeichnete ein Abkommen mit Finnland.", "AGREE FIN=RUS actual"),
    ]
)
def test_bodies_forces_and_predecessors_are_actors(text: str, event: str) -> None:
    assert event in told(text)


def test_an_institution_names_itself_and_its_sector() -> None:
    army = actor(the_event("Die Bundeswehr hat der Ukraine Panzer geliefert.", "AID"), "DEU")
    assert (army.name, army.sector, army.country, army.role) == ("Bundeswehr", "MIL", "DEU", None)
    council = actor(the_event("Der UN-Sicherheitsrat verurteilte Nordkorea.", "ACCUSE"), "UN")
    assert (council.name, council.country) == ("UN-Sicherheitsrat", None)


# --- adjectives and compounds ---------------------------------------------------------------------------------------


@sentences(
    [
        ("Die türkische Luftwaffe griff Stellungen im Irak an.", "ASSAULT TUR>IRQ actual"),
        ("Chinesische Kampfjets drangen in den Luftraum Taiwans ein.", "MOBILIZE CHN>TWN actual"),
        ("Somalische Soldaten haben kenianische Polizisten angegriffen.", "ASSAULT SOM>KEN actual"),
        ("Der russisch-nordkoreanische Gipfel begann am Mittwoch in Wladiwostok.", "CONSULT PRK=RUS actual"),
        ("Das deutsch-polnische Abkommen wurde am Montag unterzeichnet.", "AGREE DEU=POL actual"),
        ("Ein indisch-chinesisches Treffen fand am Freitag in Kasan statt.", "CONSULT CHN=IND actual"),
        ("Das amerikanisch-südkoreanische Manöver begann am Montag.", "COOPERATE KOR=USA actual"),
        ("Der US-Außenminister traf den jordanischen König in Amman.", "CONSULT JOR=USA actual"),
        ("Der EU-Außenbeauftragte verurteilte den Iran.", "ACCUSE EU>IRN actual"),
        ("Die US-Regierung verhängte Sanktionen gegen Venezuela.", "SANCTION USA>VEN actual"),
        (
            "Der Nordkorea-Besuch des russischen Verteidigungsministers dauerte drei Tage.",
            "CONSULT PRK=RUS actual",
        ),
        ("UN-Generalsekretär Guterres rief Ruanda zum Truppenabzug auf.", "REQUEST UN>RWA actual"),
    ]
)
def test_adjectives_and_compounds_say_whose(text: str, event: str) -> None:
    assert event in told(text)


# --- offices --------------------------------------------------------------------------------------------------------


@sentences(
    [
        ("Der Präsident von Sambia besuchte am Dienstag Simbabwe.", "CONSULT ZMB=ZWE actual"),
        ("Chinas Außenminister traf den Ministerpräsidenten Vietnams in Hanoi.", "CONSULT CHN=VNM actual"),
        ("Die neuseeländische Verteidigungsministerin traf in Suva Fidschis Regierungschef.", "CONSULT FJI=NZL actual"),
        ("Der Kremlchef telefonierte mit dem Emir von Katar.", "CONSULT QAT=RUS actual"),
        ("Der Ministerpräsident Bulgariens hat Nordmazedonien scharf kritisiert.", "ACCUSE BGR>MKD actual"),
        ("Der Außenminister der Niederlande traf seinen Amtskollegen aus Suriname.", "CONSULT NLD=SUR actual"),
        ("Die Regierung des Libanon verurteilte den Angriff Israels.", "ACCUSE LBN>ISR actual"),
        ("Die Junta in Niger wies den Botschafter von Benin aus.", "SANCTION NER>BEN actual"),
        ("Der Besuch des Präsidenten von Ruanda in Benin begann am Montag.", "CONSULT BEN=RWA actual"),
        ("Australiens Botschafterin in Peking überreichte China eine Protestnote.", "ACCUSE AUS>CHN actual"),
        ("Der Vize-Außenminister Chinas besuchte Nordkorea.", "CONSULT CHN=PRK actual"),
    ]
)
def test_an_office_acts_for_whose_it_is(text: str, event: str) -> None:
    assert event in told(text)


def test_an_office_without_a_name_has_country_sector_and_role() -> None:
    guest = actor(the_event("Der Präsident von Sambia besuchte am Dienstag Simbabwe.", "CONSULT"), "ZMB")
    assert guest == Actor("ZMB", name=None, country="ZMB", sector="GOV", role="president")


def test_a_minister_who_meets_his_own_president_is_no_event() -> None:
    assert told("Der deutsche Verteidigungsminister traf den deutschen Bundespräsidenten.") == set()


# --- persons --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "day", "name", "role"),
    [
        ("Putin", "2007-06-01", "Wladimir Putin", "president"),
        ("Putin", "2009-06-01", "Wladimir Putin", "prime_minister"),
        ("Putin", "2014-01-01", "Wladimir Putin", "president"),
        ("Steinmeier", "2015-06-01", "Frank-Walter Steinmeier", "foreign_minister"),
        ("Steinmeier", "2019-01-01", "Frank-Walter Steinmeier", "president"),
        ("Bush", "1991-05-01", "George H. W. Bush", "president"),
        ("Bush", "2004-05-01", "George W. Bush", "president"),
    ],
)
def test_a_surname_and_its_role_are_those_of_the_day(subject: str, day: str, name: str, role: str) -> None:
    event = the_event(f"{subject} empfing den Präsidenten von Ghana.", "CONSULT", day)
    host = next(a for a in (*event.source_actors, *event.target_actors) if a.code != "GHA")
    assert (host.name, host.role) == (name, role)


@pytest.mark.parametrize(
    ("day", "name"),
    [("2006-03-01", "Jacques Chirac"), ("2009-03-01", "Nicolas Sarkozy"), ("2020-03-01", "Emmanuel Macron")],
)
def test_a_person_in_office_is_known_with_the_office(day: str, name: str) -> None:
    surname = name.rsplit(maxsplit=1)[-1]
    event = the_event(f"Frankreichs Präsident {surname} traf den König von Jordanien.", "CONSULT", day)
    assert (actor(event, "FRA").name, actor(event, "FRA").role) == (name, "president")


@sentences(
    [
        ("Putins Besuch in Pjöngjang begann am Mittwoch.", "CONSULT PRK=RUS actual"),
        ("Bolsonaro traf in Budapest Viktor Orbán.", "CONSULT BRA=HUN actual"),
        ("Der Machthaber in Pjöngjang, Kim Jong-un, drohte Südkorea mit Vernichtung.", "THREATEN PRK>KOR actual"),
        ("Japans Außenministerin Yoko Kamikawa reiste nach Sri Lanka.", "CONSULT JPN=LKA actual"),
    ]
)
def test_known_persons_act_for_their_states(text: str, event: str) -> None:
    assert event in told(text, "2022-02-17" if "Bolsonaro" in text else "2024-06-19")


def test_a_text_introduces_an_unknown_person_by_an_office() -> None:
    text = (
        "Der togoische Außenminister Kodjo Mensavi sprach am Montag in Accra mit seinem ghanaischen Kollegen. "
        "Mensavi kritisierte Benin."
    )
    assert told(text) == {"CONSULT GHA=TGO actual", "ACCUSE TGO>BEN actual"}
    speaker = actor(the_event(text, "ACCUSE"), "TGO")
    assert speaker == Actor("TGO", "Kodjo Mensavi", "TGO", "GOV", "foreign_minister")


def test_an_introduced_surname_is_known_in_later_sentences() -> None:
    text = (
        "Montenegros Verteidigungsministerin Jelena Radunov warnte Serbien. Radunov drohte Belgrad mit Gegenmaßnahmen."
    )
    assert "THREATEN MNE>SRB actual" in told(text)


def test_an_unknown_name_alone_is_nobody() -> None:
    assert told("Mensavi kritisierte Benin.") == set()


# --- apposition -----------------------------------------------------------------------------------------------------


@sentences(
    [
        ("Wadephul, der deutsche Außenminister, hat Russland scharf kritisiert.", "ACCUSE DEU>RUS actual"),
        (
            "Frankreich, ein enger Partner der Ukraine, hat den russischen Botschafter einbestellt.",
            "ACCUSE FRA>RUS actual",
        ),
        (
            "Bundeskanzler Merz empfing den Präsidenten Finnlands, Alexander Stubb, in Berlin.",
            "CONSULT DEU=FIN actual",
        ),
        (
            "Xi Jinping, Chinas Staatschef, empfing am Dienstag den Premierminister von Thailand.",
            "CONSULT CHN=THA actual",
        ),
        ("Sophie Nduku, die kenianische Außenministerin, traf den Präsidenten von Togo.", "CONSULT KEN=TGO actual"),
    ]
)
def test_an_apposition_is_the_same_party(text: str, event: str) -> None:
    assert event in told(text, "2025-07-01")


# --- what a text takes up again -------------------------------------------------------------------------------------


@sentences(
    [
        (
            "Der Präsident Kenias reiste nach Uganda. Dort traf er am Freitag den tansanischen Außenminister.",
            "CONSULT KEN=TZA actual",
        ),
        (
            "Die dänische Ministerpräsidentin ist in Oslo eingetroffen. Sie verurteilte den Angriff Russlands.",
            "ACCUSE DNK>RUS actual",
        ),
        (
            "Der syrische Außenminister kam nach Beirut. Der libanesische Präsident empfing ihn am Abend.",
            "CONSULT LBN=SYR actual",
        ),
        (
            "Brasiliens Präsident landete in Maputo. Ihm dankte die Regierung Mosambiks für die Hilfe.",
            "SUPPORT MOZ>BRA actual",
        ),
        ("Usbekistan hat gewählt. Die Regierung wies zwei britische Diplomaten aus.", "SANCTION UZB>GBR actual"),
    ]
)
def test_pronouns_and_common_nouns_take_up_who_was_named(text: str, event: str) -> None:
    assert event in told(text)


def test_what_was_taken_up_is_less_sure() -> None:
    named = the_event("Der Präsident Kenias traf den tansanischen Außenminister.", "CONSULT")
    text = "Der Präsident Kenias hielt eine Rede. Am Freitag traf er den tansanischen Außenminister."
    assert the_event(text, "CONSULT").confidence < named.confidence


# --- entities -------------------------------------------------------------------------------------------------------


def test_entities_are_the_named_actors_in_order() -> None:
    text = (
        "Der russische Außenminister Sergej Lawrow traf in Genf Vertreter der Vereinten Nationen. Südkoreanerinnen "
        "schwiegen."
    )
    found = code(text, "2023-05-01").entities
    assert [(e.text, e.label, e.code) for e in found if e.label != "ROLE"] == [
        ("russische", "LOCderiv", "RUS"),
        ("Sergej Lawrow", "PER", "RUS"),
        ("Vereinten Nationen", "ORG", "UN"),
        ("Südkoreanerinnen", "LOCderiv", "KOR"),
    ]
    assert ("Außenminister", "ROLE") in {(e.text, e.label) for e in found}
    assert all(text[slice(*e.span)] == e.text for e in found)


# --- nobody ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Der FC Bayern empfängt am Samstag Real Madrid.",
        "In Frankreich hat es stark geregnet.",
        "Der deutsche Verteidigungsminister besuchte eine Kaserne in Bayern.",
        "Polnische Forscher fanden in Ägypten ein Grab.",
        "Der Film läuft in Italien und Spanien an.",
        "Die Aktien in Japan griffen nach den Sternen.",
    ],
)
def test_texts_without_parties_have_no_events(text: str) -> None:
    assert told(text) == set()


def test_the_title_before_a_name_tells_which_of_a_persons_offices_is_meant() -> None:
    assert "CONSULT DEU=POL actual" in told(
        "Außenministerin Annalena Baerbock traf ihren polnischen Kollegen Zbigniew Rau."
    )
