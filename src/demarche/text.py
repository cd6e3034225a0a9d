"""Text as the whole system takes it: what is removed from every string before it is stored or coded.

Postgres refuses NUL and lone surrogates, and controls or bidi marks in a title can forge log lines and reports;
so every string that comes from outside passes through here once.
"""

from __future__ import annotations

import re
import unicodedata

# Controls but tab and line ends, surrogates, soft hyphens, zero-width marks but the joiners (emoji and some scripts
# need those), bidi controls, annotation marks.
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANK_LINES = re.compile("\n{3,}")


def sanitize_text(text: str) -> str:
    """The text in NFC without controls, surrogates and bidi marks; single spaces, `\\n` line ends, one blank line.

    Idempotent; adds no character but spaces and line ends in the place of others.
    """
    text = unicodedata.normalize("NFC", _REMOVED.sub("", text))
    text = _SPACES.sub(" ", _LINE_END.sub("\n", text))
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    return _BLANK_LINES.sub("\n\n", text).strip()


def sanitize_line(text: str) -> str:
    """The same for what must be one line: a title, a URL, a location."""
    return " ".join(sanitize_text(text).split())
