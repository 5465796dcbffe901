"""Reading -> the same reading with a confidence on every record, from measured counts; see README.md."""

from sayso.confidence.keep import confident
from sayso.confidence.score import account, scored

__all__ = ["account", "confident", "scored"]
