"""Demarche: diplomatic events from German-language news. `from demarche import Coder`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demarche.extract import Coder

__all__ = ["Coder"]


def __getattr__(name: str) -> Any:
    """`Coder`, imported only when asked for: it takes spaCy along, which the command line often does without."""
    if name != "Coder":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from demarche.extract import Coder

    return Coder
