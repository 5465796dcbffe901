"""How place names are compared: a printed name -> the key it is stored under. Standard library only (build time)."""

import re
import unicodedata
from functools import lru_cache

_FOLD = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ə": "a",
        "ħ": "h",
        ".": None,
        "'": None,
        "’": None,
        "‘": None,
        "ʻ": None,
        "ʼ": None,
        "`": None,
        "´": None,
        "ʿ": None,
        "ʾ": None,
        "-": " ",
        "‐": " ",
        "‑": " ",
        "–": " ",
        "—": " ",
        "/": " ",
        "_": " ",
        "\xad": None,
    }
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ABBREVIATION = re.compile(r"(?:[A-Z][ .]{0,2}){2,5}")


@lru_cache(1 << 14)
def key(name: str) -> str:
    """Printed name -> key: lower case, no accents, no dots or apostrophes, hyphens as spaces, "St." as "saint"."""
    folded = name.lower().translate(_FOLD)
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
        folded = folded.lower().translate(_FOLD)
    words = folded.split()
    if words and words[0] in _SHORT and len(words) > 1:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


def strict_key(name: str) -> str:
    """Name as printed -> its key; abbreviations keep a mark, so that "us" or "Miss" is no place: "U.S." -> ``us^``,
    "Ky." -> ``ky.``.
    """
    if _ABBREVIATION.fullmatch(name):
        return name.replace(".", "").replace(" ", "").lower() + "^"
    return key(name) + ("." if name.endswith(".") else "")
