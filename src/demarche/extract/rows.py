"""The output format of `demarche extract`: one object a document, as `data/extract.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from demarche.extract.coder import CODER_VERSION, MODEL_VERSION
from demarche.records import Actor, Article, Cleaned, Coding, Entity, Event, Problem

ACTOR_FIELDS = ("name", "country", "sector", "role", "actor_id")
SCALARS = (
    "type",
    "mode",
    "quad_class",
    "cameo_code",
    "goldstein",
    "status",
    "is_mutual",
    "date_precision",
    "date_weekday",
    "date_basis",
    "place",
    "place_country",
    "latitude",
    "longitude",
    "attributed_to",
    "confidence",
    "evidence",
)


@dataclass(frozen=True, slots=True)
class RowOptions:
    """What of a coding is shown."""

    min_confidence: float
    with_hypothetical: bool = False
    with_text: bool = True
    with_explanation: bool = False

    def shows(self, event: Event) -> bool:
        """Whether an event reaches the threshold and is no mere hypothesis."""
        return event.confidence >= self.min_confidence and (self.with_hypothetical or event.status != "hypothetical")


def _actor(actor: Actor) -> dict[str, Any]:
    return {name: getattr(actor, name) for name in ACTOR_FIELDS}


def event_row(event: Event, *, with_explanation: bool = False) -> dict[str, Any]:
    """An event as JSON: lists are never null, unknown scalars are."""
    row: dict[str, Any] = {name: getattr(event, name) for name in SCALARS}
    row |= {
        "contexts": list(event.contexts),
        "source": list(event.source),
        "target": list(event.target),
        "source_actors": [_actor(a) for a in event.source_actors],
        "target_actors": [_actor(a) for a in event.target_actors],
        "date_start": event.date_start and event.date_start.isoformat(),
        "date_end": event.date_end and event.date_end.isoformat(),
        "sentence_span": list(event.sentence_span),
        "trigger_span": list(event.trigger_span),
    }
    return row | ({"explanation": event.explanation} if with_explanation else {})


def _entity(entity: Entity) -> dict[str, Any]:
    return {"text": entity.text, "label": entity.label, "span": list(entity.span), "code": entity.code}


def _head(row_id: str, article: Article | None, *, with_text: bool) -> dict[str, Any]:
    published = article.published if article else None
    row: dict[str, Any] = {
        "id": row_id,
        "language": article.language if article else None,
        "published": {
            "start": published.start.isoformat() if published and published.start else None,
            "end": published.end.isoformat() if published and published.end else None,
            "basis": published.basis if published else "unknown",
        },
        "text": article.text if article and with_text else None,
        "coder_version": CODER_VERSION,
        "model_version": MODEL_VERSION,
    }
    return row


def document_row(row_id: str, cleaned: Cleaned, coding: Coding | Problem | None, options: RowOptions) -> dict[str, Any]:
    """What came of a document: its events and entities, or why it was skipped, or its error."""
    row = _head(row_id, cleaned.article, with_text=options.with_text)
    problem = cleaned.problem or (coding if isinstance(coding, Problem) else None)
    if problem is not None:
        return row | {"error": {"code": problem.code, "message": problem.message}}
    if cleaned.skipped is not None or not isinstance(coding, Coding):
        return row | {"skipped": {"code": cleaned.skipped}}
    events = [event_row(e, with_explanation=options.with_explanation) for e in coding.events if options.shows(e)]
    return row | {"events": events, "entities": [_entity(e) for e in coding.entities]}


CSV_COLUMNS = (
    "id",
    "language",
    "published_start",
    "published_end",
    "published_basis",
    *SCALARS,
    "contexts",
    "source",
    "target",
    "source_names",
    "target_names",
    "date_start",
    "date_end",
    "skipped",
    "error",
    "coder_version",
    "model_version",
)


def csv_rows(row: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """A document's row as flat rows, one an event; one row too where it was skipped or
    failed. Lists are joined by `;`."""
    head = {
        "id": safe_cell(row["id"]),
        "language": row["language"],
        "coder_version": row["coder_version"],
        "model_version": row["model_version"],
        **{f"published_{key}": value for key, value in row["published"].items()},
        "skipped": row.get("skipped", {}).get("code"),
        "error": row.get("error", {}).get("code"),
    }
    if "events" not in row:
        yield head
    for event in row.get("events", ()):
        flat = {name: event[name] for name in SCALARS} | {
            "date_start": event["date_start"],
            "date_end": event["date_end"],
        }
        flat |= {name: ";".join(event[name]) for name in ("contexts", "source", "target")}
        flat |= {
            f"{side}_names": ";".join(a["name"] for a in event[f"{side}_actors"] if a["name"])
            for side in ("source", "target")
        }
        yield head | {name: safe_cell(value) for name, value in flat.items()}


def safe_cell(value: Any) -> Any:
    """A spreadsheet must not run a cell as a formula: text that begins like one gets an apostrophe."""
    return "'" + value if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
