"""Cleaning: from the bytes of a document to the text of an article, its date, its language and its signature."""

from __future__ import annotations

from demarche.clean.cleaner import Cleaner, Limits
from demarche.text import sanitize_line, sanitize_text

__all__ = ["Cleaner", "Limits", "sanitize_line", "sanitize_text"]
