"""sayso: who did what to whom, and on whose say-so.

``sayso.read(text_or_bytes)`` reads one news report and returns a Reading; see ``sayso.api.read``.
"""

from typing import TYPE_CHECKING, Any

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.api import read
    from sayso.records.reading import Reading

__all__ = ["Reading", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """Loads the reader on first use, so that `import sayso` stays instant."""
    if name == "read":
        from sayso.api import read

        return read
    if name == "Reading":
        from sayso.records.reading import Reading

        return Reading
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
