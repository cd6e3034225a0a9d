"""How well the coder does: the examples of the lexicon, and annotated texts through `demarche extract`.

`python -m tests.eval.scoring` prints today's figures beside the pinned ones; with `--pin` it writes them to
`baseline.json`, floors `SLACK` below what was measured. A floor that falls is a decision: say why in the commit.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from demarche import ontology
from demarche.languages import load
from demarche.records import Event
from tests.coding import ROOT, Row, code, extract, invoke, rows

BASELINE = Path(__file__).with_name("baseline.json")
GOLD = ROOT.parent / "shared" / "gold"
SCORER = GOLD / "score_events.py"
SAMPLES = Path(__file__).with_name("samples.jsonl")
LEVELS = ("full", "type", "quad")
SLACK = 0.01  # of F1 and of the share of examples: what a change may lose without being noticed
Figures = dict[str, float]


def baseline() -> dict[str, Any]:
    """The pinned figures."""
    found: dict[str, Any] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return found


# --- examples of the lexicon ----------------------------------------------------------------------------------------


@cache
def failing_examples() -> dict[str, list[str]]:
    """The examples of `triggers/` that do not hold, by sense; each with what was coded instead."""
    found: dict[str, list[str]] = {}
    for row in load("de", "triggers"):
        for example in row["examples"]:
            text, _, wanted = example.rpartition("=>")
            events = [e for e in code(text.strip()).events if e.type == row["type"] and e.status != "hypothetical"]
            if not _holds(wanted.strip(), events):
                found.setdefault(row["sense"], []).append(f"{example} | got {[_shown(event) for event in events]}")
    return found


def example_count() -> int:
    """How many examples the lexicon has."""
    return sum(len(row["examples"]) for row in load("de", "triggers"))


def _holds(wanted: str, events: list[Event]) -> bool:
    """Whether the events of the sense's type are what an example says: one such event, or none at all."""
    if wanted == "none":
        return not events
    pair, status = wanted.rsplit(" ", 1)
    source, target = (set(side.split("+")) - {""} for side in pair.replace("=", ">").split(">"))
    return any(event.status == status and _is_pair(event, source, target, "=" in pair) for event in events)


def _is_pair(event: Event, source: set[str], target: set[str], is_mutual: bool) -> bool:
    found = set(event.source), set(event.target)
    is_symmetric = is_mutual or ontology.is_symmetric(event.type, event.is_mutual)
    return found == (source, target) or (is_symmetric and found[0] | found[1] == source | target)


def _shown(event: Event) -> str:
    return f"{'+'.join(event.source)}>{'+'.join(event.target)} {event.status}"


# --- annotated texts ------------------------------------------------------------------------------------------------


@cache
def gold(name: str) -> tuple[Row, ...]:
    """The annotated texts of `../shared/gold/NAME.jsonl`, or of `samples.jsonl` here."""
    path = SAMPLES if name == "samples" else GOLD / f"{name}.jsonl"
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


@cache
def coded(name: str) -> tuple[Row, ...]:
    """What `demarche extract` makes of these texts. For the seeds it gets no date of publication; the samples it
    reads from their folder."""
    if name == "samples":
        return tuple(rows(invoke(str(ROOT / "samples"), "--no-text")))
    given = ("id", "text") if name == "seeds" else ("id", "text", "published")
    records = [{key: row[key] for key in given if row.get(key) is not None} for row in gold(name)]
    return tuple(extract(records, "--no-text"))


def is_even(row: Row) -> bool:
    """Whether a text of dev is of the half that the coder is developed on."""
    return int(row["id"][1:]) % 2 == 0


PARTS: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "dev_even": ("dev", is_even),  # developed on
    "dev_odd": ("dev", lambda row: not is_even(row)),  # kept aside
    "seeds": ("seeds", lambda _: True),
    "samples": ("samples", lambda _: True),
}


def missing(part: str) -> str | None:
    """Why a part cannot be scored here; None where it can."""
    needed = SAMPLES if part == "samples" else GOLD / f"{PARTS[part][0]}.jsonl"
    return next((f"{path.name} is not here" for path in (SCORER, needed) if not path.is_file()), None)


@cache
def measure(part: str) -> Figures:
    """F1 at each level, and the false events in a text that has none."""
    name, is_in = PARTS[part]
    wanted = [row for row in gold(name) if is_in(row)]
    ids = {row["id"] for row in wanted}
    found = _score(wanted, [row for row in coded(name) if row["id"] in ids])
    figures = {level: round(found[level]["f1"], 3) for level in LEVELS}
    alarms = found["false_events_per_empty_text"]
    return figures | ({} if alarms is None else {"false_events_per_empty_text": round(alarms, 3)})


def _score(wanted: list[Row], found: list[Row]) -> dict[str, Any]:
    """The figures of `score_events.py --json`."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"]
        for path, part in zip(paths, (wanted, found), strict=True):
            path.write_text("".join(json.dumps(row) + "\n" for row in part), encoding="utf-8")
        command = [sys.executable, str(SCORER), *map(str, paths), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


# --- pinning --------------------------------------------------------------------------------------------------------


def today() -> dict[str, Any]:
    """What `baseline.json` would hold if it were pinned now; parts that cannot be scored here keep their figures."""
    pinned = baseline() if BASELINE.is_file() else {}
    failing = {sense: len(examples) for sense, examples in sorted(failing_examples().items())}
    share = 1 - sum(failing.values()) / example_count()
    scores = {part: pinned.get("scores", {}).get(part) if missing(part) else _floors(measure(part)) for part in PARTS}
    return {
        "lexicon": {"share": round(share - SLACK, 3), "failing": failing},
        "scores": {part: floors for part, floors in scores.items() if floors},
    }


def _floors(figures: Figures) -> Figures:
    """The least F1 that is accepted, and the most false events."""
    slack = {name: SLACK if name in LEVELS else -0.05 for name in figures}
    return {name: round(value - slack[name], 3) for name, value in figures.items()}


def main() -> None:
    """Print or pin today's figures."""
    figures = {part: measure(part) for part in PARTS if not missing(part)}
    failed = sum(map(len, failing_examples().values()))
    sys.stdout.write(f"examples that hold: {example_count() - failed} of {example_count()}\n")
    for part, found in figures.items():
        sys.stdout.write(f"{part}: {found}, pinned {baseline()['scores'].get(part) if BASELINE.is_file() else None}\n")
    if "--pin" in sys.argv:
        BASELINE.write_text(json.dumps(today(), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
