"""How well a fill of a response answers a fill of the key: correct 1, partial .5, incorrect 0.

The rules are those of MUC-4's scoring software and guidelines, the stricter reading where they leave it to a person:
set fills by their hierarchy, dates as intervals, locations by containment, strings by their head word, numbers by
bounds; a fill that tells of another victim or organisation than the key's is incorrect (MUC-4 gave it half).
"""

import re
from datetime import date, timedelta

from sayso.evaluation.muc4_templates import STEP, Fill

COR, PAR, INC = 1.0, 0.5, 0.0

_MORE_GENERAL = {
    "type": {kind: {"ATTACK"} for kind in ("BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE")},
    "perp org confidence": {"SUSPECTED OR ACCUSED BY AUTHORITIES": {"SUSPECTED OR ACCUSED"}},
    "victim effect": {
        "NO INJURY OR DEATH": {"NO DEATH", "NO INJURY"},
        "NO DEATH": {"NO INJURY"},
    },
    "victim type": {
        "GOVERNMENT OFFICIAL": {"POLITICAL FIGURE"},
        "FORMER GOVERNMENT OFFICIAL": {"GOVERNMENT OFFICIAL", "POLITICAL FIGURE"},
        "FORMER ACTIVE MILITARY": {"ACTIVE MILITARY"},
    },
}
"""Value of the key -> the more general values that are half right (slotconfig of the MUC-4 scorer)."""

_NAMES = frozenset({"perp individual", "perp org", "target", "victim"})
_WORD = re.compile(r"[A-Z0-9]+(?:'[A-Z]{2,})?")
_AFTER_HEAD = re.compile(r" (?:OF|FROM|IN|AT|ON|BY|FOR|TO|WITH|WHO|WHICH|THAT|NEAR|BELONGING)\b|,")
_BARE = frozenset(
    "A THE AN THIS THAT THESE THOSE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN MORE MOST MANY SEVERAL SOME ALL "
    "FEW ANY ANOTHER OTHER CERTAIN OF AND S".split()
)
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def grade(slot: str, key: Fill, response: Fill) -> float:
    """Slot, fill of the key, fill of the response -> COR, PAR or INC."""
    if key.xref and not same_name(key.xref, response.xref):
        return INC
    return max((_grade(slot, k, r) for k in key.alts for r in response.alts), default=INC)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do two lists of names or descriptions share one that is the same or has the same head word?"""
    return any(_strings(a, b) == COR for a in one for b in other)


def _grade(slot: str, key: str, response: str) -> float:
    if key == response:
        return COR
    if slot == "date":
        return _dates(key, response)
    if slot == "location":
        return _places(key, response)
    if slot == "victim number":
        return _numbers(key, response)
    if slot in _NAMES:
        return _strings(key, response)
    return PAR if response in _MORE_GENERAL.get(slot, {}).get(key, ()) else INC


def interval(text: str) -> tuple[date | None, date | None]:
    """A date as MUC-4 prints it ("03 JAN 90", "- 06 DEC 89", a range) -> first and last day, None where open."""
    days = [
        date(1900 + int(year), 1 + _MONTHS.index(month), 1) + timedelta(days=int(day) - 1)
        for day, month, year in _DAY.findall(text)
        if month in _MONTHS
    ]
    if not days:
        return None, None
    if text.lstrip().startswith("-"):
        return None, days[0]
    return days[0], days[-1]


def _dates(key: str, response: str) -> float:
    """The same interval; half for one inside the other, or for the report's own date as the upper end."""
    (k_start, k_end), (r_start, r_end) = interval(key), interval(response)
    if k_end is None or r_end is None:
        return INC
    if (k_start, k_end) == (r_start, r_end):
        return COR
    if k_start is None or r_start is None:
        return PAR if k_end == r_end else INC
    inside = (k_start <= r_start and r_end <= k_end) or (r_start <= k_start and k_end <= r_end)
    return PAR if inside else INC


def _places(key: str, response: str) -> float:
    """The same innermost place; half if one chain ends inside the other, as "PERU" does in "PERU : AYACUCHO"."""
    keys, found = key.split(STEP), response.split(STEP)
    if not _same_place(keys[0], found[0]) and len(keys) > 1 and len(found) > 1:
        return INC
    if _same_place(keys[-1], found[-1]):
        return COR
    inside = any(_same_place(keys[-1], part) for part in found) or any(_same_place(found[-1], part) for part in keys)
    return PAR if inside else INC


def _same_place(one: str, other: str) -> bool:
    a, b = _content(one), _content(other)
    return a == b or (bool(a) and bool(b) and min(len(a), len(b)) > 1 and (a <= b or b <= a))


def _numbers(key: str, response: str) -> float:
    """The same bounds; half if one bound is the same, or a vague plural stands for a number that is none of few."""
    if "PLURAL" in (key, response):
        return INC
    k_low, k_high = bounds(key)
    r_low, r_high = bounds(response)
    if (k_low, k_high) == (r_low, r_high):
        return COR
    return PAR if (k_low is not None and k_low == r_low) or (k_high is not None and k_high == r_high) else INC


def bounds(text: str) -> tuple[int | None, int | None]:
    """A number as MUC-4 prints it ("12", "~12", "12-" or more, "-12" at most, "10-15") -> lowest and highest."""
    low, dash, high = text.replace(" ", "").removeprefix("~").partition("-")
    first = int(low) if low.isdigit() else None
    return (first, int(high) if high.isdigit() else None) if dash else (first, first)


def _strings(key: str, response: str) -> float:
    """The same words, or the same head word; half for any other word in common."""
    a, b = _content(key), _content(response)
    if not a or not b:
        return INC
    if a <= b or b <= a or _head(key) == _head(response):
        return COR
    return PAR if a & b else INC


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _BARE


def _head(text: str) -> str:
    words = [word for word in _WORD.findall(_AFTER_HEAD.split(text, maxsplit=1)[0]) if word not in _BARE]
    return words[-1] if words else text
