"""Extracting: coded events out of article texts."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from prefect import task
from prefect.cache_policies import NO_CACHE

from demarche.records import Cleaned, Coding, Problem
from tasks.coder_pool import CoderPool, Result


@task(cache_policy=NO_CACHE, persist_result=False)
def extract_batch(coder: CoderPool, cleaned: list[Cleaned]) -> dict[UUID, Coding | Problem]:
    """What coding makes of each article, by document; events only demanded, feared or conditional are left out."""
    articles = [one.article for one in cleaned if one.article is not None]
    results = map(without_hypothetical, coder.code_all(articles))
    return dict(zip([article.document_id for article in articles], results, strict=True))


def without_hypothetical(result: Result) -> Result:
    """The result with the events that the warehouse takes."""
    if isinstance(result, Problem):
        return result
    return replace(result, events=tuple(event for event in result.events if event.status != "hypothetical"))
