"""The coder: from a cleaned article to its events. `Coder` is the door."""

from demarche.extract.coder import CODER_VERSION, MODEL_VERSION, Coder

__all__ = ["CODER_VERSION", "MODEL_VERSION", "Coder"]
