"""Content-derived ids: the same content gives the same id on any machine and in any order."""

import hashlib
from collections.abc import Callable


def content_id(kind: str, *parts: object) -> str:
    """Kind prefix and content parts -> short stable id, e.g. ``st-1f0c9a2b7d3e``.

    Parts are joined by a separator that no text contains (U+001F), so ("a", "bc") and ("ab", "c") differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def ids_within(kind: str, first: object) -> Callable[..., str]:
    """Kind and a long first part (a text) -> what `content_id` gives for it with the rest; the part is hashed once."""
    start = hashlib.sha256(str(first).encode("utf-8", "surrogatepass"))

    def made(*parts: object) -> str:
        digest = start.copy()
        digest.update("".join(f"\x1f{part}" for part in parts).encode("utf-8", "surrogatepass"))
        return f"{kind}-{digest.hexdigest()[:12]}"

    return made
