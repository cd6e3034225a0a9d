"""`demarche extract` on the command line: what it reads and writes, how it ends, and that it starts quickly."""

from __future__ import annotations

import csv
import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from demarche.settings import settings
from tests.coding import ROOT, Row, extract, invoke, rows

EXPULSION = "Lettland hat zwei belarussische Diplomaten ausgewiesen."
VISIT = "Der Präsident von Ghana ist am Dienstag nach Togo gereist."
ENGLISH = "The minister met his colleague on Monday, and they talked about the harvest."
HEAVY = ("spacy", "prefect", "great_expectations", "sqlalchemy", "psycopg", "trafilatura", "pydantic", "yaml", "rich")


def demarche(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The installed command in a process of its own."""
    command = [sys.executable, "-m", "demarche", *arguments]
    return subprocess.run(command, input=given, env=os.environ | environment, capture_output=True, check=False)


def lines(records: list[Row]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def outcome(row: Row) -> str:
    """How a row ended: the types of its events, or its code."""
    if "events" in row:
        return " ".join(event["type"] for event in row["events"])
    return str((row.get("skipped") or row["error"])["code"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of each format."""
    articles = tmp_path / "articles"
    (articles / "tief").mkdir(parents=True)
    (articles / "a.txt").write_text(EXPULSION, encoding="utf-8")
    (articles / "b.jsonl").write_text(lines([{"id": "x", "text": VISIT}, {"text": EXPULSION}]), encoding="utf-8")
    page = f"<html><body><article><h1>Lomé</h1><p>{VISIT}</p></article></body></html>"
    (articles / "tief" / "c.html").write_text(page, encoding="utf-8")
    (articles / ".hidden.txt").write_text(VISIT, encoding="utf-8")
    return articles


# --- input ----------------------------------------------------------------------------------------------------------


def test_a_folder_is_read_in_order_and_ids_are_relative_paths(folder: Path) -> None:
    found = rows(invoke(str(folder)))
    assert [(row["id"], outcome(row)) for row in found] == [
        ("a.txt", "SANCTION"),
        ("b.jsonl#x", "CONSULT"),
        ("b.jsonl#line-2", "SANCTION"),
        ("tief/c.html", "CONSULT"),
    ]


def test_several_paths_are_read_one_after_another(folder: Path) -> None:
    found = rows(invoke(str(folder / "b.jsonl"), str(folder / "a.txt")))
    assert [row["id"] for row in found] == ["x", "line-2", (folder / "a.txt").as_posix()]


def test_an_id_that_comes_again_on_another_path_is_an_error_row(folder: Path) -> None:
    result = invoke(str(folder / "b.jsonl"), str(folder / "b.jsonl"))
    assert [outcome(row) for row in rows(result)][2:] == ["repeated_id", "repeated_id"]
    assert result.exit_code == 1


def test_records_of_a_file_are_read_with_input(folder: Path) -> None:
    assert rows(invoke("--input", str(folder / "b.jsonl"))) == rows(invoke(str(folder / "b.jsonl")))


def test_a_record_without_an_id_is_named_by_its_line() -> None:
    given = "\n" + lines([{"text": EXPULSION}, {"id": "", "text": VISIT}, {"id": 7, "text": VISIT}])
    assert [row["id"] for row in rows(invoke("--input", "-", given=given))] == ["line-2", "line-3", "7"]


def test_bad_records_are_error_rows_and_the_run_goes_on() -> None:
    records: list[Row] = [
        {"id": "one", "text": EXPULSION},
        {"id": "one", "text": VISIT},
        {"id": "both", "text": EXPULSION, "html": f"<p>{EXPULSION}</p>"},
        {"id": "none"},
        {"id": "when", "text": EXPULSION, "published": "neulich"},
        {"id": "last", "text": VISIT},
    ]
    given = lines(records[:3]) + '{"id": "broken", "text"\n[1]\n' + lines(records[3:])
    result = invoke("--input", "-", given=given)
    assert [(row["id"], outcome(row)) for row in rows(result)] == [
        ("one", "SANCTION"),
        ("one", "repeated_id"),
        ("both", "invalid_record"),
        ("line-4", "invalid_record"),
        ("line-5", "invalid_record"),
        ("none", "invalid_record"),
        ("when", "invalid_record"),
        ("last", "CONSULT"),
    ]
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "6 of the documents" in result.stderr


def test_a_lone_surrogate_and_a_nul_do_not_stop_the_run() -> None:
    given = '{"id": "\\ud800", "text": "\\ud83d ' + EXPULSION + '\\u0000"}\n' + lines([{"id": "b", "text": VISIT}])
    result = invoke("--input", "-", given=given)
    assert [outcome(row) for row in rows(result)] == ["SANCTION", "CONSULT"]
    assert result.exit_code == 0


def test_empty_input_gives_no_rows() -> None:
    result = invoke("--input", "-", given="")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)
    assert invoke("--input", "-", "--format", "csv", given="").stdout.count("\n") == 1


def test_an_empty_text_and_an_empty_folder_are_told_apart(tmp_path: Path) -> None:
    assert rows(invoke(str(tmp_path))) == []
    (tmp_path / "leer.txt").write_bytes(b"")
    result = invoke(str(tmp_path))
    assert ([outcome(row) for row in rows(result)], result.exit_code) == (["empty_document"], 1)


def test_a_text_in_another_language_is_skipped() -> None:
    found = extract([{"id": "told", "text": ENGLISH, "lang": "en"}, {"id": "seen", "text": ENGLISH}])
    assert [row.get("skipped") for row in found] == [{"code": "unsupported_language"}] * 2


@pytest.mark.parametrize(
    ("published", "start", "end"),
    [
        (None, None, None),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-05", "2023-05-01", "2023-05-31"),
        ("2023-05-10", "2023-05-10", "2023-05-10"),
        ("2023-05-10T22:30:00Z", "2023-05-11", "2023-05-11"),  # the day in Berlin
    ],
)
def test_published_is_taken_as_precisely_as_given(published: str | None, start: str | None, end: str | None) -> None:
    (row,) = extract([{"id": "a", "text": VISIT, "published": published}])
    assert (row["published"]["start"], row["published"]["end"]) == (start, end)
    assert row["published"]["basis"] == ("metadata" if published else "unknown")


def test_published_narrows_the_events_date() -> None:
    dates = {
        published: (event["date_start"], event["date_end"], event["date_precision"])
        for published in (None, "2023-05", "2023-05-11")
        for row in extract([{"id": "a", "text": VISIT, "published": published}])
        for event in row["events"]
    }
    assert dates[None] == (None, None, "unknown")
    assert dates["2023-05"] == ("2023-05-01", "2023-05-31", "month")
    assert dates["2023-05-11"] == ("2023-05-09", "2023-05-09", "day")


def test_what_is_given_is_intersected_with_what_the_text_says() -> None:
    text = f" date 2023-05 {VISIT}"
    records = [
        {"id": "wider", "text": text, "published": "2023"},
        {"id": "narrower", "text": text, "published": "2023-05-11"},
        {"id": "other", "text": text, "published": "2021-02"},
    ]
    found = {row["id"]: row["published"] for row in extract(records)}
    assert (found["wider"]["start"], found["wider"]["end"]) == ("2023-05-01", "2023-05-31")
    assert (found["narrower"]["start"], found["narrower"]["end"]) == ("2023-05-11", "2023-05-11")
    assert (found["other"]["start"], found["other"]["end"]) == ("2021-02-01", "2021-02-28")


# --- output ---------------------------------------------------------------------------------------------------------


def test_the_events_of_the_chosen_confidence_are_shown() -> None:
    records = [{"id": "a", "text": EXPULSION}]
    assert [outcome(row) for row in extract(records, "--min-confidence", "0.8")] == ["SANCTION"]
    assert [outcome(row) for row in extract(records, "--min-confidence", "0.99")] == [""]


def test_csv_has_one_row_an_event_and_one_where_there_is_none_to_have() -> None:
    records: list[Row] = [
        {"id": "a", "text": f"{EXPULSION} {VISIT}", "published": "2023-05-11"},
        {"id": "b", "text": ENGLISH},
        {"id": "c", "text": ""},
        {"id": "d", "text": "Das Wetter bleibt in dieser Woche kühl, im Norden fällt etwas Regen."},
    ]
    found = table(lines(records))
    assert [(row["id"], row["type"], row["skipped"], row["error"]) for row in found] == [
        ("a", "SANCTION", "", ""),
        ("a", "CONSULT", "", ""),
        ("b", "", "unsupported_language", ""),
        ("c", "", "", "empty_document"),
    ]
    assert (found[0]["source"], found[0]["target"], found[0]["status"]) == ("LVA", "BLR", "actual")
    assert (found[1]["date_start"], found[1]["date_end"]) == ("2023-05-09", "2023-05-09")


def table(given: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(invoke("--input", "-", "--format", "csv", given=given).stdout)))


@pytest.mark.parametrize("opening", ["=1+2", "+49", "-1", "@SUM(A1)", "=cmd|' /C calc'!A1"])
def test_csv_cells_are_never_formulas(opening: str) -> None:
    found = table(lines([{"id": opening, "text": f"{opening}: {EXPULSION}"}, {"id": f"{opening}2", "text": ENGLISH}]))
    cells = [cell for row in found for name, cell in row.items() if name not in NUMBERS]
    assert len(found) == 2
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


NUMBERS = {"goldstein", "latitude", "longitude"}


def test_csv_keeps_commas_and_quotes_inside_a_cell() -> None:
    text = 'Riga, die "Perle", blieb ruhig, doch Lettland hat zwei "Diplomaten" aus Belarus ausgewiesen.'
    (row,) = table(lines([{"id": 'a,"b"', "text": text}]))
    assert (row["id"], row["evidence"]) == ('a,"b"', text)


def test_output_is_written_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    result = invoke("--input", "-", "--output", str(path), given=lines([{"id": "ä", "text": EXPULSION}]))
    assert (result.stdout, result.exit_code) == ("", 0)
    (row,) = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    assert row["id"] == "ä"
    assert '"ä"' in path.read_text(encoding="utf-8")


# --- processes of its own -------------------------------------------------------------------------------------------


def test_two_workers_give_what_one_gives_byte_for_byte(tmp_path: Path) -> None:
    records = [{"id": str(i), "text": f"{EXPULSION if i % 3 else VISIT} Nummer {i}."} for i in range(40)]
    given = lines([*records, {"id": "3", "text": VISIT}, {"id": "en", "text": ENGLISH}])
    alone = invoke("--input", "-", given=given)
    path = tmp_path / "two.jsonl"
    both = demarche("extract", "--input", "-", "--workers", "2", "--output", str(path), given=given.encode())
    assert (both.returncode, both.stdout) == (1, b"")
    assert both.stderr.decode() == alone.stderr
    assert path.read_text(encoding="utf-8") == alone.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract"], "give either PATHs or --input"),
        (["extract", "a.txt", "--input", "-"], "give either PATHs or --input"),
        (["extract", "no/such/path"], "no/such/path: no such file or folder"),
        (["extract", "--input", "no-such.jsonl"], "no-such.jsonl: no such file"),
        (["extract", "--input", "-", "--output", "no/such/folder/out.jsonl"], "no/such/folder/out.jsonl: cannot be"),
        (["extract", "--input", "-", "--workers", "0"], "--workers"),
        (["extract", "--input", "-", "--min-confidence", "1.5"], "--min-confidence"),
        (["extract", "--input", "-", "--format", "xml"], "--format"),
        (["extract", "--input", "-", "--nonsense"], "--nonsense"),
        (["nonsense"], "nonsense"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert ended(arguments, monkeypatch) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("demarche: ")
    assert (printed.err.count("\n"), words in printed.err) == (1, True), printed.err


def ended(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> object:
    """The status of the entry point with these arguments and an empty input."""
    monkeypatch.setattr(sys, "argv", ["demarche", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    settings.cache_clear()
    try:
        with pytest.raises(SystemExit) as stopped:
            runpy.run_module("demarche", run_name="__main__")
    finally:
        settings.cache_clear()
    return stopped.value.code


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DEMARCHE_WORKRES", "2", "unknown setting DEMARCHE_WORKRES"),
        ("DEMARCHE_WORKERS", "two", "DEMARCHE_WORKERS: "),
        ("DEMARCHE_MIN_CONFIDENCE", "7", "DEMARCHE_MIN_CONFIDENCE: "),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert ended(["extract", "--input", "-"], monkeypatch) == 2
    printed = capfd.readouterr()
    assert printed.err.startswith(f"demarche: {words}")
    assert (printed.err.count("\n"), printed.out) == (1, "")


def test_the_settings_choose_the_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [{"id": "a", "text": EXPULSION}]
    monkeypatch.setenv("DEMARCHE_MIN_CONFIDENCE", "0.99")
    settings.cache_clear()
    try:
        assert [outcome(row) for row in extract(records)] == [""]
    finally:
        settings.cache_clear()
    monkeypatch.undo()
    assert [outcome(row) for row in extract(records)] == ["SANCTION"]


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    given = tmp_path / "many.jsonl"
    given.write_text(lines([{"id": str(i), "text": ENGLISH} for i in range(3000)]), encoding="utf-8")
    command = [sys.executable, "-m", "demarche", "extract", "--input", str(given)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"id": "0"')
        process.stdout.close()
        assert (process.wait(60), process.stderr.read()) == (1, b"")


def test_help_and_version_load_nothing_heavy() -> None:
    script = (
        "import sys, json; sys.argv = ['demarche', '--help']\n"
        "import demarche.cli\n"
        "try: demarche.cli.main()\n"
        "except SystemExit: pass\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "extract" in done.stdout
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}
    assert not loaded & set(HEAVY)
    assert demarche("--version").stdout.strip()


def test_the_start_is_measured() -> None:
    measured = runpy.run_path(str(ROOT / "benchmarks" / "startup.py"))["medians"](1)
    assert set(measured) == {"help_seconds", "pass_seconds", "ratio"}
    assert measured["ratio"] == pytest.approx(measured["help_seconds"] / measured["pass_seconds"])


def test_an_output_that_is_the_input_is_refused_and_left_alone(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text('{"text": "Der Kreml schweigt."}\n', encoding="utf-8")
    result = demarche("extract", "--input", str(records), "--output", str(records))
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert records.read_text(encoding="utf-8") == '{"text": "Der Kreml schweigt."}\n'


def test_a_path_that_is_missing_is_told_before_anything_is_written(tmp_path: Path) -> None:
    output, article = tmp_path / "out.jsonl", tmp_path / "a.txt"
    output.write_text("kept", encoding="utf-8")
    article.write_text("Der Kreml schweigt.", encoding="utf-8")
    result = demarche("extract", str(article), str(tmp_path / "nope.txt"), "--output", str(output))
    assert (result.returncode, result.stdout) == (2, b"")
    assert output.read_text(encoding="utf-8") == "kept"


def test_files_of_one_name_in_two_folders_are_both_coded(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(f"Der Kreml schweigt zu {folder}.", encoding="utf-8")
    result = demarche("extract", str(tmp_path / "a" / "x.txt"), str(tmp_path / "b"))
    assert result.returncode == 0
    assert [json.loads(line)["id"].split("/")[-2:] for line in result.stdout.splitlines()] == [
        ["a", "x.txt"],
        ["b", "x.txt"],
    ]
