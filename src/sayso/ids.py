"""Content-derived ids: the same content gives the same id on any machine and in any order."""

import hashlib


def content_id(kind: str, *parts: object) -> str:
    """Kind prefix and content parts -> short stable id, e.g. ``st-1f0c9a2b7d3e``.

    Parts are joined by a separator that no text contains (U+001F), so ("a", "bc") and ("ab", "c") differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
