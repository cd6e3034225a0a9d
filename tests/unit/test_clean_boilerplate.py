from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from demarche.clean.boilerplate import line_key, phrases
from demarche.languages import languages, load


def strings(value: Any) -> Iterator[Any]:
    """All leaves of the data."""
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, list | dict):
            yield from strings(part)
        else:
            yield part


@pytest.mark.parametrize("language", languages())
def test_every_language_has_its_boilerplate(language: str) -> None:
    assert phrases(language).function_words


@pytest.mark.parametrize("language", languages())
def test_no_word_was_read_as_something_else(language: str) -> None:
    # YAML makes a boolean of an unquoted `No`, a mapping of what holds a colon and a space.
    found = [leaf for leaf in strings(load(language, "boilerplate")) if not isinstance(leaf, str | int | float)]
    assert found == []


@pytest.mark.parametrize("language", languages())
def test_the_months_are_twelve(language: str) -> None:
    assert sorted(load(language, "boilerplate")["months"]) == list(range(1, 13))


@pytest.mark.parametrize("language", languages())
def test_no_pattern_repeats_a_repetition(language: str) -> None:
    data = load(language, "boilerplate")
    for name in [name for name in data if name.endswith(("_patterns", "_openers", "_markers"))]:
        for pattern in data[name]:
            assert not re.search(r"[+*}]\)[+*]|\([^()]*[+*]\)\{\d*,\}", pattern), pattern


def test_an_unknown_language_has_none() -> None:
    with pytest.raises(FileNotFoundError):
        phrases("xx")


def test_a_line_is_known_without_bullets_and_case() -> None:
    assert line_key("» Artikel Teilen:") == "artikel teilen"
    assert line_key("• ÜBERSICHT >") == "übersicht"
