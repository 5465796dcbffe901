"""Counts as written -> numbers."""

from fractions import Fraction

from sayso.times.words import words

_DUAL = frozenset({"to", "or"})


def count(text: str) -> Fraction | None:
    """A normalised count ("two and a half", "twenty four", "2 1/2", "a couple of") -> number, or None if it is none.
    Of a range of counts ("two to three"), the lower.
    """
    pieces = [piece for piece in text.split() if piece not in ("-", "and", "of", "more")]
    for split in _DUAL:
        if split in pieces:
            pieces = pieces[: pieces.index(split)]
    if not pieces:
        return None
    if pieces in (["a"], ["an"], ["the"], ["another"]):
        return Fraction(1)
    if "couple" in pieces:
        return Fraction(2)
    extra = Fraction(0)
    if "half" in pieces:
        pieces = [piece for piece in pieces if piece not in ("half", "a", "an")]
        extra = Fraction(1, 2)
    total = Fraction(0)
    for piece in pieces:
        value = _one(piece)
        if value is None:
            continue
        total = (
            max(total, Fraction(1)) * value
            if value in (100, 1000, 12) and not piece.isdigit() and piece != "twelve"
            else total + value
        )
    return total + extra if total + extra else None


def _one(word: str) -> Fraction | None:
    if word in words().numbers:
        return Fraction(words().numbers[word])
    digits = word.replace(",", "")
    if "/" in digits:
        top, _, bottom = digits.partition("/")
        return Fraction(int(top), int(bottom)) if top.isdecimal() and bottom.isdecimal() and int(bottom) else None
    if digits.count(".") <= 1 and digits.replace(".", "").isdecimal():
        return Fraction(digits)
    return None


def ordinal(text: str) -> int | None:
    """An ordinal as written (5, 5th, fifth) -> 5; None if it is none."""
    if text in words().ordinals:
        return words().ordinals[text]
    digits = text[:-2] if text[-2:] in ("st", "nd", "rd", "th") else text
    return int(digits) if digits.isdecimal() else None


def spoken_year(text: str) -> int | None:
    """A year in words (nineteen ninety seven, two thousand one) -> number; None if it is none."""
    tokens = [token for token in text.split() if token not in ("-", "and")]
    numbers = [words().numbers.get(token) for token in tokens]
    if any(n is None for n in numbers):
        return None
    known = [n for n in numbers if n is not None]
    if known[:2] == [2, 1000]:
        return 2000 + sum(known[2:])
    if known[1:] == [100]:
        return known[0] * 100
    return known[0] * 100 + sum(known[1:])
