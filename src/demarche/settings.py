"""Settings: environment variables with the prefix DEMARCHE_; unknown ones are refused."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "DEMARCHE_"


class Settings(BaseSettings):
    """What a deployment can choose. Nothing here is ever printed with its secrets."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    database_url: SecretStr | None = Field(None, description="Postgres 15+, as the loader; unset: the embedded one")
    migration_url: SecretStr | None = Field(None, description="the same database, as the owner that migrates")
    home: Path = Field(Path(".demarche"), description="folder of the embedded Postgres and of private tools")
    min_confidence: float = Field(0.5, ge=0, le=1, description="events below this are coded but not published")
    batch_size: int = Field(500, ge=1, le=1000, description="documents a batch")
    workers: int = Field(1, ge=1, description="processes that code articles")
    parse_seconds: float = Field(10.0, gt=0, description="wall clock for one HTML page")
    parse_megabytes: int = Field(1024, ge=256, description="memory of the child process that parses HTML")
    max_bytes: int = Field(20_000_000, ge=1, description="a larger document is quarantined")
    max_characters: int = Field(500_000, ge=1, description="a longer text is cut there and marked")


def unknown_variables() -> list[str]:
    """Names of environment variables that look like settings and are none (pydantic ignores these)."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    if unknown := unknown_variables():
        raise ValueError(f"unknown setting {unknown[0]}: see `demarche settings` for those that exist")
    return Settings()
