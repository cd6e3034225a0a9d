"""One batch on its way into staging: by COPY, and around a row that Postgres refuses by halves."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import LiteralString, TypeVar

from psycopg import DataError, IntegrityError

from demarche.warehouse import quarantine, rows
from demarche.warehouse.connect import Cursor
from demarche.warehouse.quarantine import Rejected
from demarche.warehouse.queries import query
from demarche.warehouse.rows import BatchMark, DocumentRows, MentionRows, Row

REFUSALS = (DataError, IntegrityError, UnicodeEncodeError)  # of a row's content; anything else is no fault of a row

Item = TypeVar("Item", DocumentRows, MentionRows)


@dataclass
class Batch:
    """What one batch has written so far."""

    cursor: Cursor
    mark: BatchMark
    documents: int = 0
    articles: int = 0
    mentions: int = 0

    def write(self, batch: Sequence[DocumentRows]) -> None:
        """Stage the batch, keep its documents in raw, quarantine those with a problem, and finish its token row."""
        by_halves(self._copy_documents, batch, self._refuse_document)
        names = {"load_id": self.mark.load_id, "batch_number": self.mark.number}
        self.cursor.execute(query("keep_documents"), names)
        self.cursor.execute(query("drop_staged_content"), names)
        quarantine.note(self.cursor, self.mark.load_id, [_problem(one) for one in batch if one.problem])
        counts = {"documents": self.documents, "articles": self.articles, "mentions": self.mentions}
        self.cursor.execute(query("finish_batch"), names | counts)

    def _copy_documents(self, batch: Sequence[DocumentRows]) -> None:
        articles = [one.article for one in batch if one.article is not None]
        with self.cursor.connection.transaction():
            self._copy(query("copy_document"), [one.row for one in batch])
            self._copy(query("copy_article"), articles)
            self._copy_mentions([mention for one in batch for mention in one.mentions])
        self.documents += len(batch)
        self.articles += len(articles)

    def _copy_mentions(self, mentions: Sequence[MentionRows]) -> None:
        with self.cursor.connection.transaction():
            self._copy(query("copy_mention"), [one.mention for one in mentions])
            self._copy(query("copy_mention_actor"), [actor for one in mentions for actor in one.actors])
        self.mentions += len(mentions)

    def _refuse_document(self, one: DocumentRows, error: Exception) -> None:
        """Something of this document is bad: a mention, if it goes without them, else the document itself."""
        try:
            self._copy_documents([replace(one, mentions=())])
        except REFUSALS:
            refused = rows.refused_rows(self.mark, one.document, _reason(error))
            self._copy_documents([refused])
            quarantine.note(self.cursor, self.mark.load_id, [_problem(refused)])
        else:
            by_halves(self._copy_mentions, one.mentions, self._refuse_mention(one.document.document_id))

    def _refuse_mention(self, document_id: uuid.UUID) -> Callable[[MentionRows, Exception], None]:
        def refuse(one: MentionRows, error: Exception) -> None:
            payload = {"row": rows.storable(repr(one.mention)), "actors": rows.storable(repr(one.actors))}
            told = Rejected("mention", one.mention_id, document_id, payload, "postgres", message=_reason(error))
            quarantine.note(self.cursor, self.mark.load_id, [told])
            quarantine.reject(self.cursor, self.mark.load_id, [told])
            self.mentions += 1

        return refuse

    def _copy(self, statement: LiteralString, lines: Iterable[Row]) -> None:
        with self.cursor.copy(statement) as copy:
            for line in lines:
                copy.write_row(line)


def by_halves(
    write: Callable[[Sequence[Item]], None], items: Sequence[Item], refuse: Callable[[Item, Exception], None]
) -> None:
    """Write the items, around those that Postgres refuses: halve until each of them stands alone."""
    try:
        write(items)
    except REFUSALS as error:
        if len(items) == 1:
            refuse(items[0], error)
            return
        middle = len(items) // 2
        by_halves(write, items[:middle], refuse)
        by_halves(write, items[middle:], refuse)


def _reason(error: Exception) -> str:
    """The error's first line: the second may hold a whole article."""
    return rows.storable(str(error).partition("\n")[0])


def _problem(one: DocumentRows) -> Rejected:
    assert one.problem is not None  # noqa: S101 - callers pass documents with a problem only
    document_id, code = one.document.document_id, one.problem.code
    payload, message = rows.document_payload(one.document), rows.problem_words(one.problem)
    return Rejected("document", document_id, document_id, payload, code, code, message, payload["location"])
