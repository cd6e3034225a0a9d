"""What the block cleaner takes off and what it leaves. All texts are invented."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from demarche.clean.boilerplate import phrases
from demarche.clean.plaintext import PlainText, clean_text
from demarche.clean.sentences import part_sentences, remove_lead_ins
from demarche.records import Published
from demarche.text import sanitize_text

GERMAN = phrases("de")
STORY = (
    "Der Außenminister von Nordland ist am Dienstag in Hafenstadt mit seiner Amtskollegin aus Südland "
    "zusammengekommen. Nach Angaben beider Ministerien ging es um den Streit über die Fischerei und um ein neues "
    "Abkommen über den Handel."
)
MORE = (
    "Die Gespräche dauerten nach Darstellung der Gastgeber rund vier Stunden und verliefen in sachlicher Stimmung. "
    "Ein weiteres Treffen ist für den Herbst in der Hauptstadt von Südland geplant, wie ein Sprecher mitteilte."
)


def clean(text: str) -> PlainText:
    return clean_text(sanitize_text(text), GERMAN)


def day(year: int, month: int, number: int) -> Published:
    return Published(dt.date(year, month, number), dt.date(year, month, number), "text")


@pytest.mark.parametrize(
    "line",
    [
        "2/2",
        "Bild 3 von 7",
        "Foto: Eva Muster/dpa",
        "Photo : YONHAP News",
        "© Reuters",
        "(Bild: Imago)",
        "Foto: epa/Jan Beispiel",
        "Quelle: Agenturen",
        "REUTERS/Max Muster/Pool",
        "Von Eva Muster",
        "Von Eva Muster, Wien",
        "von Redaktion",
        "dpa/Reuters",
        "AP · Reuters",
        "Kommentar von Eva Muster",
        "Artikel 4 von 11",
        "Anzeige",
        "ANZEIGE:",
        "• Kommentare",
        "Teilen",
        "Zum Inhalt springen",
        "1. Zur Hauptnavigation springen",
        "Artikel anhören",
        "Lesezeit: 3 Min.",
        "12 Kommentare",
        "source site-20",
        "#Nordland #Südland",
        "https://www.beispiel-zeitung.de/a/1",
        "Übersetzt mit DeepL",
        "Mit Material von dpa",
        "Jetzt kostenlos testen: unser Digital-Abo",
        "Wir verwenden Cookies, um Inhalte anzuzeigen.",
        "Sie sind hier: Startseite > Politik > Ausland",
        "Den vollständigen Artikel lesen ...",
        "---------------",
        "Anhören 3 Min | Teilen | Merken | Kommentare (14)",
        "Startseite > Politik",
        "Foto: Amt für Presse der Regierung / Handout / nur redaktionelle Nutzung",
        "Alle Meldungen aus Europa finden Sie in unserem Ticker.",
        "Lesen Sie jetzt: So lebt es sich im Süden",
        "Das Gespräch führte Eva Muster.",
        "Tags: Nordland, Südland, Fische",
        "Bleiben Sie informiert!",
        "+++ Ihre Vorteile als Abonnent: im ersten Monat gratis +++",
        "0",
    ],
)
@pytest.mark.parametrize("place", ["before", "between", "after"])
def test_a_line_that_is_no_story_goes_wherever_it_stands(line: str, place: str) -> None:
    paragraphs = {"before": [line, STORY, MORE], "between": [STORY, line, MORE], "after": [STORY, MORE, line]}[place]
    assert clean("\n\n".join(paragraphs)).text == f"{STORY}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "Nordland: Minister droht mit Abbruch der Gespräche",
        "Bild: Kanzler trifft Präsidenten im Geheimen",
        "Von Freunden zu Feinden",
        "Weitere Themen des Gipfels",
        "Mehr Waffen für den Süden",
        "Kontakt zu den Geiseln abgebrochen",
        "2019",
        "Stand der Verhandlungen",
        "„Wir sind bereit“",
        "Interview: Minister droht dem Nachbarn",
        "Jetzt testen beide Länder neue Raketen",
        "Übersetzung von Rede sorgt für Streit",
        "Das Gespräch führte zu keinem Ergebnis.",
        "Deutschland und Europa schweigen",
        "Ab Januar zahlt Nordland 500 Millionen Euro an Südland",
        "Rückfragen ließ der Minister nicht zu.",
        "Ihre Meinung haben die Minister geändert.",
        "Quelle des Streits ist ein Fluss, den beide Länder für sich beanspruchen und an dem lange gekämpft wird!",
        "Kommentare aus dem Ausland ließen nicht lange auf sich warten.",
        "Dienstag, 5. März, bis Donnerstag, 7. März",
        "Die Regierung will die Partner um Zustimmung bitten.",
        "Der Bericht über das Treffen wurde in der Hauptstadt zurückgewiesen.",
    ],
)
def test_a_line_of_the_story_stays(line: str) -> None:
    assert line in clean(f"{STORY}\n\n{line}\n\n{MORE}").text.split("\n\n")


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("HAFENSTADT (Reuters) – ", "HAFENSTADT"),
        ("Hafenstadt (dpa) - ", "Hafenstadt"),
        ("Hafenstadt (dpa). ", "Hafenstadt"),
        ("Hafenstadt/Bergstadt (dpa/AFP) — ", "Hafenstadt/Bergstadt"),
        ("HAFENSTADT AFP | ", "HAFENSTADT"),
        ("San Hafen dpa/taz | ", "San Hafen"),
        ("HAFENSTADT: ", "HAFENSTADT"),
        ("Hafenstadt. ", "Hafenstadt"),
        ("RAROTONGA – ", "RAROTONGA"),
        ("Hafenstadt - ", "Hafenstadt"),
        ("Hafenstadt – ", "Hafenstadt"),
        ("HAFENSTADT, 5. März. /tass/. ", "HAFENSTADT"),
        ("Hafenstadt (Nordland), 05.03.2024 wikinews – ", "Hafenstadt"),
        ("Hafenstadt (ots) - Hafenstadt, 5. März (pafl) - ", "Hafenstadt"),
        ("Hafenstadt ", "Hafenstadt"),
    ],
)
def test_a_dateline_is_taken_off_and_its_place_kept(opening: str, place: str) -> None:
    plain = clean(f"Minister treffen sich in Hafenstadt\n\n{opening}{STORY}\n\n{MORE}")
    assert plain.place == place
    assert STORY in plain.text.split("\n\n")


@pytest.mark.parametrize(
    "opening",
    ["NATO: ", "EXKLUSIV: ", "Stille. ", "Nein. ", "Der Präsident (CDU) - ", "Nordland - Insel im Westmeer - ",
     "Krieg: ", "Dienstag, 5. März – ", "Eva Muster (l.): ", "Eva Muster (links) – ", "Hintergrund. "],
)  # fmt: skip
def test_what_only_looks_like_a_dateline_stays(opening: str) -> None:
    plain = clean(f"{opening}{STORY}\n\n{MORE}")
    assert plain.place is None
    assert plain.text.startswith(opening.strip())


def test_a_line_that_says_whence_the_report_comes_is_its_place() -> None:
    plain = clean(f"Frieden in Sicht\n\nAus Hafenstadt\n\n{STORY}")
    assert (plain.place, plain.text) == ("Hafenstadt", f"Frieden in Sicht\n\n{STORY}")


@pytest.mark.parametrize(
    "tail",
    [" (AFP/jW)", " ( dpa )", " dpa/nd", " (APA, 11.4.2015)", " (red, 18.1.2016)", " (mit Material von dpa)",
     " Quelle: RT",
     " (Quelle: Nordfunk)", " Übersetzt mit Deepl.com", " Mehr zum Thema - Ein anderer Streit", " source site-20",
     " em"],
)  # fmt: skip
def test_what_hangs_on_the_end_of_the_last_paragraph_goes(tail: str) -> None:
    assert clean(f"{STORY}\n\n{MORE}{tail}").text == f"{STORY}\n\n{MORE}"


@pytest.mark.parametrize("tail", [" (USA)", " (EU).", " (4. Nov.)", " (1:2)", " (Zürich)"])
def test_a_bracket_of_the_story_stays(tail: str) -> None:
    assert clean(f"{STORY}\n\n{MORE}{tail}").text.endswith(tail.strip())


def test_a_byline_at_the_end_of_a_headline_goes() -> None:
    for byline in (" Von Reuters", " Von Eva Muster"):
        plain = clean(f"Nordland lobt die Beziehungen zum Nachbarn{byline}\n\n{STORY}")
        assert plain.title == "Nordland lobt die Beziehungen zum Nachbarn"
    kept = "Die Kommissionschefin Ursula Von der Leyen reist in den Süden"
    assert clean(f"{kept}\n\n{STORY}").title == kept


# --- comments, offers, other stories ----------------------------------------------------------------------------------


def test_readers_comments_go_and_their_earliest_day_bounds_the_publication() -> None:
    comments = (
        "Pflichtfelder\nOtto aus dem Wald 06.11.24 11:50\n@ Emil , so ist es\nNordland droht Südland mit Krieg!\n"
    )
    comments += "Emil K. Beispiel 05.11.24 15:00\nIch sage nur ...\n\nEin langer Absatz eines Lesers. " + MORE
    plain = clean(f"{STORY}\n\n{MORE}\n\n{comments}")
    assert plain.text == f"{STORY}\n\n{MORE}"
    assert plain.found == [Published(None, dt.date(2024, 11, 5), "comment")]


@pytest.mark.parametrize(
    "head",
    [
        "Emil sagt:\n12. März 2020 um 14:05 Uhr",
        "Emil schrieb am 12.03.2020 um 14:05 Uhr:",
        "Emil K., 12. März 2020, 14:05",
        "von Emil am 12.03.2020, 14.05 Uhr",
    ],
)
def test_comments_are_known_by_other_forms_of_their_head(head: str) -> None:
    plain = clean(f"{STORY}\n\n{MORE}\n\n{head}\nDas glaube ich nicht, dass Nordland dem Nachbarn jetzt droht.")
    assert plain.text == f"{STORY}\n\n{MORE}"
    assert plain.found == [Published(None, dt.date(2020, 3, 12), "comment")]


def test_an_author_with_a_date_over_the_story_is_no_comment() -> None:
    plain = clean(f"Streit um Fische\n\nEva Muster 06.11.2024, 08:10 Uhr\n\n{STORY}\n\n{MORE}")
    assert STORY in plain.text
    assert plain.found == [day(2024, 11, 6)]


@pytest.mark.parametrize(
    "marker", ["HINTERLASSEN EINE ANTWORT", "Kommentar schreiben", "Das könnte Sie auch interessieren:", "Kontakt:"]
)
def test_the_page_ends_where_the_house_speaks(marker: str) -> None:
    assert clean(f"{STORY}\n\n{MORE}\n\n{marker}\nSpionage im Ostland\nName\nE-Mail").text == f"{STORY}\n\n{MORE}"


def test_such_a_line_in_the_middle_ends_nothing() -> None:
    rest = "\n\n".join(f"{number}. Abschnitt. {MORE}" for number in range(1, 5))
    assert clean(f"{STORY}\n\n{MORE}\n\nKontakt\n\n{rest}").text == f"{STORY}\n\n{MORE}\n\n{rest}"


def test_teasers_under_an_announcing_line_go_up_to_the_next_paragraph() -> None:
    text = f"{STORY}\n\nLesen Sie auch\nMinister tritt zurück\nSo lebt es sich im Süden\n\n{MORE}"
    assert clean(text).text == f"{STORY}\n\n{MORE}"


def test_an_offer_of_several_lines_goes() -> None:
    offer = "Gefällt Ihnen das? Unser Online-Abo:\nAlle Artikel als PDF-Magazin herunterladen, im Archiv stöbern."
    assert clean(f"{STORY}\n\n{MORE}\n\n{offer}").text == f"{STORY}\n\n{MORE}"


def test_headlines_of_other_stories_glued_into_a_paragraph_are_taken_out() -> None:
    glued = f"{STORY} Netze, Boote und Drohnen: Nordland rüstet auf Der Minister zeigte sich dennoch zuversichtlich."
    glued += (
        f' {MORE} Sprecherin: "Wir liefern nichts" gegen Vorwürfe aus Ostland Muster teilte ferner mit, dass er reise.'
    )
    cleaned = remove_lead_ins(glued, GERMAN)
    assert (
        cleaned
        == f"{STORY} Der Minister zeigte sich dennoch zuversichtlich. {MORE} Muster teilte ferner mit, dass er reise."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Minister sagte: Wir werden das in den nächsten Tagen in der Hauptstadt besprechen.",
        "Muster: Wir haben das am Morgen besprochen und reisen heute nach Den Haag zu den Richtern.",
        "In Hafenstadt hieß es: Die Lage an der Grenze sei ernst, aber nicht hoffnungslos.",
    ],
)
def test_sentences_with_a_colon_are_no_headlines(sentence: str) -> None:
    paragraph = f"{STORY} {sentence} {MORE} {STORY}"
    assert remove_lead_ins(paragraph, GERMAN) == paragraph


# --- pictures ---------------------------------------------------------------------------------------------------------


def test_a_caption_that_only_repeats_goes_and_one_that_adds_stays() -> None:
    repeats = "Außenminister von Nordland mit Amtskollegin aus Südland in Hafenstadt. Foto: Eva Muster/dpa"
    adds = "Fischer verbrennen vor der Botschaft Flaggen und werfen faule Heringe. Foto: Eva Muster/dpa"
    assert clean(f"Streit um Fische\n\n{repeats}\n\n{STORY}").text == f"Streit um Fische\n\n{STORY}"
    assert clean(f"Streit um Fische\n\n{adds}\n\n{STORY}").text.split("\n\n")[1] == adds.split(" Foto", maxsplit=1)[0]


def test_a_caption_above_a_credit_that_stands_alone_is_known() -> None:
    text = f"Streit um Fische\n\nAußenminister von Nordland mit Amtskollegin in Hafenstadt.\n(Foto: REUTERS)\n\n{STORY}"
    assert clean(text).text == f"Streit um Fische\n\n{STORY}"


def test_a_headline_above_a_credit_is_no_caption() -> None:
    text = f"Außenminister von Nordland trifft Amtskollegin in Hafenstadt\nFoto: Eva Muster/dpa\n{STORY}"
    assert clean(text).title == "Außenminister von Nordland trifft Amtskollegin in Hafenstadt"


@pytest.mark.parametrize("credit", [" (Symbolfoto: Shutterstock)", " | © IMAGO / AAP / Eva Muster", " Foto: dpa"])
def test_a_headline_with_a_credit_behind_it_is_no_caption(credit: str) -> None:
    headline = "Außenminister von Nordland trifft Amtskollegin in Hafenstadt"
    assert clean(f"{headline}{credit}\n\n{STORY}").text == f"{headline}\n\n{STORY}"


def test_a_day_under_an_agency_s_picture_dates_the_text() -> None:
    caption = "© Reuters. Außenminister von Nordland trifft am 16. Januar 2024 Amtskollegin. REUTERS/Eva Muster/Pool"
    assert clean(f"{caption}\n\n{STORY}").found == [day(2024, 1, 16)]


@pytest.mark.parametrize("mark", [" (Archivbild)", ""])
def test_a_day_of_an_archive_picture_or_of_no_agency_does_not(mark: str) -> None:
    credit = " Foto: Eva Muster" if not mark else f"{mark} Foto: Eva Muster/dpa"
    assert clean(f"Außenminister von Nordland am 16. Januar 2014 in Hafenstadt.{credit}\n\n{STORY}").found == []


def test_a_paragraph_with_a_credit_behind_it_is_not_taken_for_a_caption() -> None:
    plain = clean(f"Streit um Fische\n\n{STORY} {MORE} Foto: Eva Muster/dpa\n\n{STORY} {MORE}")
    assert plain.text.count(STORY) == 1 or plain.text.count(STORY) == 2
    assert "Foto" not in plain.text
    assert STORY in plain.text


# --- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "14. September 2023",
        "Donnerstag, 14. September 2023",
        "Donnerstag, den 14. September 2023, 18:57 Uhr",
        "14.09.2023, 15:37 Uhr Artikel anhören",
        "14.09.23",
        "2023-09-14",
        "14 Sep 2023",
        "17:21 14.09.23",
        "Stand: 14.09.2023 15:16 Uhr",
        "Aktualisiert am 14.09.2023 - 19:18 Uhr",
        "Veröffentlicht am Donnerstag, 14. September 2023 um 16:53",
        "Archivierter Artikel vom 14.09.2023, 15:06 Uhr",
        "„Neue Nordpost“, 14.09.2023",
        "nordpost.example / 14.09.2023 / Politik / Seite 8",
        "Moderation: Eva Muster | 14.09.2023",
        "Diese Nachricht wurde am 14.09.2023 im Programm Nordfunk gesendet.",
        "Über dieses Thema berichtete der Nordfunk am 14. September 2023 um 20:00 Uhr in den Nachrichten.",
        "Meldung 14. September 2023",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_line_that_dates_the_text_is_used_and_goes(line: str, place: str) -> None:
    lines = ["Streit um Fische im Westmeer", STORY, MORE]
    lines.insert(1 if place == "before" else 3, line)
    plain = clean("\n\n".join(lines))
    assert plain.found == [day(2023, 9, 14)]
    assert plain.text == f"Streit um Fische im Westmeer\n\n{STORY}\n\n{MORE}"


def test_a_date_glued_to_the_first_sentence_is_parted_and_used() -> None:
    plain = clean(f"Streit um Fische\n\n14. September 2023{STORY}")
    assert (plain.found, plain.text) == ([day(2023, 9, 14)], f"Streit um Fische\n\n{STORY}")
    assert clean(f"14.09.2023 um 13:58{STORY}").found == [day(2023, 9, 14)]


def test_a_headline_behind_a_date_stays() -> None:
    plain = clean(f"14. September 2023, 18:57 Uhr Nordland und Südland schließen endlich Frieden\n\n{STORY}")
    assert plain.text.startswith("Nordland und Südland schließen endlich Frieden")
    plain = clean(f"Ostland droht dem Nachbarn, 14. September 2023\n\n{STORY}")
    assert plain.text.startswith("Ostland droht dem Nachbarn")


def test_of_two_dates_the_earlier_is_the_day_of_publication() -> None:
    plain = clean(f"Freitag, 03. Mai 2024\n\nStreit um Fische\n\nModeration: Eva Muster | 03.04.2008\n\n{STORY}")
    assert plain.found == [day(2008, 4, 3)]


def test_a_chronology_keeps_its_dates_and_dates_nothing() -> None:
    days = ["14. September 2023", "16. September 2023", "18. September 2023"]
    text = "\n\n".join(f"{date}\n\n{MORE}" for date in days)
    plain = clean(text)
    assert plain.found == []
    assert all(date in plain.text for date in days)


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 3. Mai 2019 hatte der Minister die Gespräche abgesagt.",
        "Stand 3. Mai 2019 hatten zwanzig Staaten unterschrieben.",
        "Der Bericht wurde veröffentlicht am 3. Mai 2019.",
        "Der Bericht der Prüfer ist am 3. Mai 2019 erschienen.",
        "Vom 3. Mai 2019 bis heute ist nichts geschehen.",
        "3. Mai 2019 bis 5. Mai 2019: Besuch des Ministers in Südland",
    ],
)
def test_a_date_in_a_sentence_does_not_date_the_text(sentence: str) -> None:
    for text in (f"{STORY}\n\n{sentence}\n\n{MORE}", f"{sentence}\n\n{STORY}", f"{STORY}\n\n{sentence}"):
        assert clean(text).found == []
        assert sentence in clean(text).text


def test_an_agency_s_bracket_and_a_dateline_date_the_text() -> None:
    assert clean(f"{STORY} (APA, 11.4.2015)").found == [day(2015, 4, 11)]
    dateline = clean(f"Hafenstadt (Nordland), 01.10.2006 wikinews – {STORY}").found
    assert dateline == [Published(dt.date(2006, 10, 1), dt.date(2006, 10, 1), "dateline")]
    assert [(d.day, d.month) for d in clean(f"HAFENSTADT, 5. Januar. /tass/. {STORY}").days] == [(5, 1)]


# --- sentences and paragraphs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("getroffen.Muster", "getroffen. Muster"),
        ("der EU.Die", "der EU. Die"),
        ("getroffen!Muster", "getroffen! Muster"),
        ("im Jahr 2022.Die", "im Jahr 2022. Die"),
        ("„Nie.“Muster", "„Nie.“ Muster"),
        ('"Nie."Muster', '"Nie." Muster'),
        ('sagte er."Niemals', 'sagte er. "Niemals'),
        ("sagte er.„Niemals", "sagte er. „Niemals"),
        ("«Nie.»Muster", "«Nie.» Muster"),
        ("»Nie.«Muster", "»Nie.« Muster"),
        ("sagte er.«Nie", "sagte er. «Nie"),
        ("(Nordfunk).Muster", "(Nordfunk). Muster"),
        ("gegründet23.03.2019", "gegründet 23.03.2019"),
        ("gegründet.23.03.2019", "gegründet. 23.03.2019"),
        ("am 27.September", "am 27. September"),
    ],
)
def test_sentences_that_stand_together_are_put_apart(glued: str, parted: str) -> None:
    assert part_sentences(glued, GERMAN) == parted


@pytest.mark.parametrize(
    "whole",
    [
        "z.B. Nordland", "z.B.Nordland", "Nr.1", "Dr.Muster", "J.R.R.Muster", "U.S.Army",
        "www.Beispiel.example/Seite.Html",
        "eva.Muster@post.example", "https://beispiel.example/?Seite=a.Die", "St.Gallen", "u.a.Nordland", "1.000.000",
        "3.4.2020", "bzw.Nordland",
        "Mio.Euro", "Was?!", "YouTube", "McMuster",
    ],
)  # fmt: skip
def test_abbreviations_initials_numbers_and_addresses_are_left_whole(whole: str) -> None:
    assert part_sentences(f"Das ist {whole} und mehr", GERMAN) == f"Das ist {whole} und mehr"


def test_every_line_is_a_paragraph_of_its_own() -> None:
    assert clean(f"Eine Überschrift\n{STORY}\n{MORE}").text == f"Eine Überschrift\n\n{STORY}\n\n{MORE}"


def test_lines_broken_at_a_width_are_joined_again() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in (STORY, MORE))
    assert clean(wrapped).text == f"{STORY}\n\n{MORE}"
    table = "\n".join(f"| {line.ljust(74)} | |" for line in wrapped.split("\n"))
    assert clean(table).text == f"{STORY}\n\n{MORE}"


def test_a_sentence_broken_in_two_is_joined() -> None:
    head, tail = STORY[:70].rsplit(" ", 1)[0], STORY[:70].rsplit(" ", 1)[1] + STORY[70:]
    assert clean(f"{head}\n{tail[0].lower()}{tail[1:]}").text.count("\n") == 0


def test_a_list_of_headlines_is_not_joined() -> None:
    headlines = ["Nordland baut einen Hafen", "Südland wählt ein Parlament", "Ostland schweigt zu den Vorwürfen"]
    assert clean("\n".join(headlines)).text == "\n\n".join(headlines)


def test_a_paragraph_that_stands_twice_is_told_once() -> None:
    assert clean(f"{STORY}\n\n{STORY}\n\n{MORE}").text == f"{STORY}\n\n{MORE}"


def test_only_boilerplate_leaves_nothing() -> None:
    assert clean("Anzeige\n\nTeilen\n\nFoto: Eva Muster/dpa").text == ""
    assert clean("").text == ""


def test_the_title_is_the_first_line_that_is_a_headline() -> None:
    assert (
        clean(f"Hafenstadt\n\nStreit um die Fische im Westmeer\n\n{STORY}").title == "Streit um die Fische im Westmeer"
    )
    assert clean(f"{STORY}\n\n{MORE}").title is None


@pytest.mark.parametrize(
    "line",
    [
        "a", "Ab.", 'ab."Cd', "Foto: A ", "(Foto: ", "Von A ", "1. Januar 2020 ", "1.1.2020\n\n", "Kommentare\n",
        "Max M 01.01.20 10:00\n", " (dpa)",
        ' Aa: bbb" ', "Aa: ", "« »", "- ", "A – ", "x. Mehr zum Thema - ", "Stand: ", "Foto: A/B\n",
        "Der Minister sagte \n", "A/", "| a |\n",
    ],
)  # fmt: skip
def test_a_megabyte_of_one_thing_is_cleaned_in_linear_time(line: str) -> None:
    text = sanitize_text(("x" * 310 + "\n") + line * (1_000_000 // len(line)))
    started = time.process_time()
    clean_text(text, GERMAN)
    assert time.process_time() - started < 10  # seconds; a second or two here, hours where a pattern is not linear


@pytest.mark.parametrize(
    "head",
    [
        "BERN/DOHA, 27.05.2025 (sda) ",
        "Tiflis (27.05.2025, AFP) – ",
        "NAIROBI, Dienstag, 27. Mai 2025 - ",
        "PEKING/TAIPEH – 27. Mai 2025 (Reuters) – ",
        "27.05.2025 – ",
        "27. Mai 2025. ",
    ],
)
def test_a_dateline_with_its_date_dates_the_text(head: str) -> None:
    plain = clean(head + STORY)
    assert plain.text == STORY
    assert [(str(f.start), f.basis) for f in plain.found] == [("2025-05-27", "dateline")]
