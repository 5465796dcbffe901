"""Finds number phrases with their bounds in a sentence: "at least a dozen", "30-40", "hundreds", "1.2k"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.records.base import RuleId
from sayso.records.language import Token
from sayso.tolls import rules
from sayso.tolls.words import Words

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{1,2})?")
_GLUED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,6})[-–](\d{1,3}(?:,\d{3})+|\d{1,6})")
_DASHES = frozenset({"-", "–", "—", "‐", "‑"})
_CURRENCY = frozenset({"$", "£", "€", "¥", "us$", "#", "usd", "eur", "no.", "rs", "rs."})
_PERCENT = frozenset({"%", "percent", "per", "pct", "percentage"})
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split(),
)
_LARGEST = 10**10
_LONGEST_PHRASE = 4


class Quantity(NamedTuple):
    """A number phrase: tokens [left, right] with its modifiers, [first, last] without. `low` and `high` are bounds,
    None = open; `exact` tells a plain number from a bounded one; `start_of_change` is set in "from 20 to 31".
    """

    left: int
    right: int
    first: int
    last: int
    low: int | None
    high: int | None
    approximate: bool
    why: tuple[RuleId, ...]


class _Number(NamedTuple):
    low: int
    high: int | None
    after: int
    why: RuleId
    fuzzy: bool = False


def find_quantities(tokens: Sequence[Token], words: Words, vague: dict[str, int]) -> tuple[Quantity, ...]:
    """Tokens of a sentence -> its number phrases, ascending, not overlapping. Ages, money, percentages, dates and
    numbers that are part of a hyphenated compound ("four-day", "12-year-old") are left out.
    """
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        number = _number(tokens, i, words, vague)
        if number is None:
            i += 1
            continue
        number = _range(tokens, number, words, vague)
        if _counts(tokens, i, number.after):
            floor = found[-1].right + 1 if found else 0
            found.append(_bounded(tokens, i, number, words, floor))
        i = number.after
    return tuple(found)


def _number(tokens: Sequence[Token], i: int, words: Words, vague: dict[str, int]) -> _Number | None:
    """The number that starts at token `i`, or None."""
    word = tokens[i].lower
    nxt = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if word in vague:
        return _vague(tokens, i, words, vague)
    if word in ("a", "an", "half", "couple", "the"):
        return _article_number(tokens, i, words, vague)
    if word == "both" and nxt != "and":
        clear = tokens[i].dep not in ("preconj", "cc")
        return _Number(2, 2, i + 1, rules.BOTH) if clear else None
    glued = _GLUED.fullmatch(word) if word[0].isdigit() else None
    if glued:
        low, high = (int(part.replace(",", "")) for part in glued.groups())
        return _Number(low, high, i + 1, rules.RANGE) if low < high else None
    if word[0].isdigit():
        return _digits(tokens, i, words)
    number = word in words.scales or word.partition("-")[0] in words.units
    return _spelt(tokens, i, words) if number else None


def _vague(tokens: Sequence[Token], i: int, words: Words, vague: dict[str, int]) -> _Number | None:
    word = tokens[i].lower
    nxt = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    value, after = vague[word], i + 1
    if nxt in words.scales and word in ("several", "few"):
        return _Number(value * words.scales[nxt], None, i + 2, rules.VAGUE, fuzzy=True)
    if word in ("tens", "hundreds", "thousands", "dozens") and nxt == "of" and i + 2 < len(tokens):
        big = tokens[i + 2].lower
        if big in ("thousands", "millions", "hundreds"):
            return _Number(value * words.scales[big[:-1]], None, i + 3, rules.VAGUE, fuzzy=True)
    if word == "few" and (i == 0 or tokens[i - 1].lower not in ("a", "the")):
        return None
    return _Number(value, None, after, rules.VAGUE, fuzzy=True)


def _article_number(tokens: Sequence[Token], i: int, words: Words, vague: dict[str, int]) -> _Number | None:
    """As in "a dozen", "half a million", "a couple of dozen", "a few hundred", "a handful"."""
    low = [token.lower for token in tokens[i : i + 4]]
    word, rest = low[0], [*low[1:], "", "", ""]
    scale = words.scales.get(rest[1] if word == "half" else rest[0])
    if word == "couple" or (word != "half" and rest[0] == "couple"):
        return _couple(tokens, i, words)
    if scale is not None and ((word == "half" and rest[0] in ("a", "an")) or word in ("a", "an")):
        value, size = (scale // 2, 3) if word == "half" else (scale, 2)
        return _Number(value, value, i + size, rules.NUMBER)
    if word == "a" and rest[0] in ("few", "handful"):
        return _vague(tokens, i + 1, words, vague)
    return None


def _couple(tokens: Sequence[Token], i: int, words: Words) -> _Number | None:
    """As in "a couple of dozen", "a couple hundred", "a couple of people" (but not "the couple")."""
    at = i + 1 if tokens[i].lower == "couple" else i + 2
    follow = [token.lower for token in tokens[at : at + 2]] + ["", ""]
    size = 1 if follow[0] == "of" and follow[1] in words.scales else 0
    scale = words.scales.get(follow[size])
    if scale is not None:
        return _Number(2 * scale, 2 * scale, at + size + 1, rules.NUMBER)
    if tokens[i].lower in ("a", "an") and follow[0] == "of":
        return _Number(2, 2, at, rules.NUMBER)
    return None


def _digits(tokens: Sequence[Token], i: int, words: Words) -> _Number | None:
    m = _DIGITS.fullmatch(tokens[i].lower)
    if m is None or (len(m[1]) > 1 and m[1][0] == "0") or (m[3] and m[3] not in words.suffixes) or len(m[1]) > 15:
        return None
    number = float(m[1].replace(",", "") + (m[2] or "")) if m[2] else int(m[1].replace(",", ""))
    value = number * words.suffixes.get(m[3] or "", 1)
    after = i + 1
    if len(m[0]) <= 3:
        value, after = _spaced(tokens, i, value)
    while after < len(tokens) and tokens[after].lower in words.scales and tokens[after].lower != "score":
        value *= words.scales[tokens[after].lower]
        after += 1
        if value > _LARGEST:
            break
    if value > _LARGEST or (m[2] and value < 1000):
        return None
    return _Number(round(value), round(value), after, rules.NUMBER)


def _spaced(tokens: Sequence[Token], i: int, value: float) -> tuple[float, int]:
    """A number with spaced commas, as tokenised text has it ("31 , 000"): its value and the token after it."""
    after = i + 1
    while after + 1 < len(tokens) and tokens[after].text == "," and tokens[after].start > tokens[after - 1].end:
        group = tokens[after + 1].text
        if len(group) != 3 or not group.isascii() or not group.isdigit():
            break
        value, after = value * 1000 + int(group), after + 2
    return value, after


def _spelt(tokens: Sequence[Token], i: int, words: Words) -> _Number | None:
    """A number in words: "twenty-one", "one hundred and twelve", "two dozen"."""
    total = current = 0
    seen = False
    at = i
    while at < len(tokens):
        word = tokens[at].lower
        parts = word.split("-")
        if all(part in words.units for part in parts) and len(parts) <= 2:
            current += sum(words.units[part] for part in parts)
        elif word in words.scales and (seen or word in ("hundred", "dozen", "thousand", "million")):
            scale = words.scales[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif not (seen and _joins(tokens, at, words, current)):
            break
        seen = True
        at += 1
        if total + current > _LARGEST:
            return None
    return _Number(total + current, total + current, at, rules.NUMBER) if seen else None


def _joins(tokens: Sequence[Token], at: int, words: Words, current: int) -> bool:
    """True if the hyphen or "and" at `at` goes on inside a spelt number."""
    nxt = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if nxt.split("-")[0] not in words.units:
        return False
    if tokens[at].lower in _DASHES:
        return (
            current >= 20
            and current % 10 == 0
            and words.units.get(nxt, 99) < 10
            and tokens[at - 1].end == tokens[at].start
        )
    return tokens[at].lower == "and" and current >= 100 and current % 100 == 0


def _range(tokens: Sequence[Token], number: _Number, words: Words, vague: dict[str, int]) -> _Number:
    """Extends a number by the second half of a range: "10 to 15", "two or three", "between 10 and 15"."""
    at = number.after
    if at + 1 >= len(tokens) or number.high is None:
        return number
    link = tokens[at].lower
    start = at
    while start > 0 and tokens[start - 1].i >= 0 and tokens[start - 1].tag in ("CD", "HYPH"):
        start -= 1
    between = start > 0 and tokens[start - 1].lower == "between"
    if not (link in _DASHES or link in ("to", "or") or (link == "and" and between)):
        return number
    second = _number(tokens, at + 1, words, vague)
    if second is None or second.high is None or second.why is rules.BOTH:
        return number
    low, high = number.low, second.low
    if low < high and high >= 1000 and low < 1000 and tokens[second.after - 1].lower in words.scales and link != "or":
        low *= words.scales[tokens[second.after - 1].lower]
    if low >= high or not _plain(tokens, at + 1):
        return number
    return _Number(low, high, second.after, rules.RANGE)


def _plain(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower not in ("a", "an", "half", "the")


def _counts(tokens: Sequence[Token], first: int, after: int) -> bool:
    """False for ages, money, percentages, dates and pieces of compounds."""
    before = tokens[first - 1] if first else None
    nxt = tokens[after] if after < len(tokens) else None
    if before is not None:
        if before.text == "/" or before.lower in _CURRENCY or before.tag == "$":
            return False
        if before.lower in MONTHS and before.tag.startswith("NNP") and tokens[first].tag == "CD" and after == first + 1:
            return False
        if (
            before.lower in _DASHES
            and before.end == tokens[first].start
            and before.start == tokens[max(first - 2, 0)].end
        ):
            return False
    if nxt is None:
        return True
    if nxt.lower in _PERCENT or (nxt.lower in MONTHS and nxt.tag.startswith("NNP")):
        return False
    glued = nxt.lower in _DASHES and nxt.start == tokens[after - 1].end
    return not (glued and after + 1 < len(tokens) and tokens[after + 1].start == nxt.end)


def _bounded(tokens: Sequence[Token], first: int, number: _Number, words: Words, floor: int) -> Quantity:
    """Reads the words before and after the number into bounds."""
    low: int | None = number.low
    high = number.high
    approximate = number.fuzzy
    why = [number.why]
    left, last = first, number.after - 1
    right = last
    names: list[str] = []
    while True:
        size, name = _modifier(tokens, left, words, floor)
        if size == 0:
            break
        left -= size
        names.append(name)
    for size in (2, 1):
        name = words.after.get(tuple(token.lower for token in tokens[right + 1 : right + 1 + size]), "")
        if name:
            right += size
            names.append(name)
            break
    if right == last and last + 1 < len(tokens) and tokens[last + 1].text == "+":
        right += 1
        names.append("at_least")
    if first and tokens[first - 1].lower == "between" and number.why is rules.RANGE:
        left = min(left, first - 1)
    for name in reversed(names):
        low, high, fuzzy, rule = _apply(name, low, high)
        approximate = approximate or fuzzy
        if rule is not None:
            why.append(rule)
    return Quantity(left, right, first, last, low, high, approximate, tuple(why))


def _modifier(tokens: Sequence[Token], left: int, words: Words, floor: int) -> tuple[int, str]:
    for size in range(min(_LONGEST_PHRASE, left - floor), 0, -1):
        name = words.before.get(tuple(token.lower for token in tokens[left - size : left]))
        if name:
            return size, name
    return 0, ""


def _apply(name: str, low: int | None, high: int | None) -> tuple[int | None, int | None, bool, RuleId | None]:
    """Bounds after one modifier. A vague number has no upper bound to move, and keeps its lower one."""
    top = high if high is not None else low
    vague = high is None or low is None
    table: dict[str, tuple[int | None, int | None, bool, RuleId]] = {
        "at_least": (low, None, False, rules.AT_LEAST),
        "more_than": (low if vague or low is None else low + 1, None, False, rules.MORE_THAN),
        "up_to": (None, top, False, rules.UP_TO),
        "nearly": (None, top, True, rules.NEARLY),
        "about": (low, high, True, rules.ABOUT),
    }
    if name == "fewer_than" and top:
        return None, top - 1, False, rules.FEWER_THAN
    if name in table:
        return table[name]
    return low, high, False, None
