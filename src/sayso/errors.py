"""Every error a caller can meet, as a tree.

SaysoError
├── BadInput        one input cannot be read; carries `source` and a one-line `reason`
├── BadLexicon      a word list or rule table is malformed; names file and entry
├── MissingExtra    an optional dependency or model is absent; names the install command
└── Bug             an invariant of ours does not hold; please report it
"""


class SaysoError(Exception):
    """Base of all errors raised on purpose."""


class BadInput(SaysoError):
    """One input was rejected. `str(error)` is one line: the input, then the reason."""

    def __init__(self, source: str, reason: str) -> None:
        """`source`: path, URL or '-' as the user gave it; `reason`: one line, no full stop."""
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class BadLexicon(SaysoError):
    """A word list or rule table of the package or the user is malformed."""


class MissingExtra(SaysoError):
    """An optional dependency or language model is not installed."""


class Bug(SaysoError):
    """An invariant of sayso itself is broken."""
