"""Cleaning: article texts out of documents."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from demarche.clean import Cleaner
from demarche.records import Cleaned, Document


@task(cache_policy=NO_CACHE, persist_result=False)
def clean_batch(cleaner: Cleaner, documents: list[Document]) -> list[Cleaned]:
    """What cleaning makes of each document, in their order."""
    return list(cleaner.clean_all(documents))
