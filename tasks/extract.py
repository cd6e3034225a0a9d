"""Extracting: coded events out of article texts."""

from __future__ import annotations

from uuid import UUID

from prefect import task
from prefect.cache_policies import NO_CACHE

from demarche.records import Cleaned, Coding, Problem
from tasks.coder_pool import CoderPool


@task(cache_policy=NO_CACHE, persist_result=False)
def extract_batch(coder: CoderPool, cleaned: list[Cleaned]) -> dict[UUID, Coding | Problem]:
    """What coding makes of each article, by document."""
    articles = [one.article for one in cleaned if one.article is not None]
    return dict(zip([article.document_id for article in articles], coder.code_all(articles), strict=True))
