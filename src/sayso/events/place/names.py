"""Sentence -> the names in it that may be the place of something, gazetteer or not."""

from collections.abc import Iterable
from typing import NamedTuple

from sayso.nlp import tree
from sayso.records.language import Sentence, Token
from sayso.records.places import FoundPlace
from sayso.text import Span

LOCALITY = frozenset(
    {"district", "province", "city", "town", "village", "area", "region", "suburb", "neighborhood", "neighbourhood"}
    | {"governorate", "county", "street", "square", "hospital", "airport", "camp", "checkpoint", "countryside", "base"}
    | {"valley", "island", "mountain", "border", "river", "sea", "airbase", "station", "axis", "stronghold", "mosque"}
    | {"section", "quarter", "settlement", "port", "capital", "state", "department", "municipality", "hill", "road"}
    | {"highway", "junction", "crossing", "outskirts", "front", "sector", "zone", "strip", "bank", "colony", "ward"}
    | {"locality", "compound"}
)
"""Nouns beside which a name is that of a place: "the X district", "the town of X"."""
_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "through", "throughout", "within", "over", "on"}
    | {"into", "to", "toward", "towards", "against", "from", "of", "along", "off", "between", "past", "by", "beside"}
    | {"behind", "beyond", "onto", "via", "for", "about", "with", "after", "before", "north", "south", "east", "west"}
)
_DASHES = frozenset({"-", "–"})
_MOST = 40
_FEATURES = (
    ("PCL", "PCL"),
    ("PPLX", "PPLX"),
    ("PPL", "PPL"),
    ("ADM1", "A1"),
    ("ADM", "A"),
    ("RGN", "RGN"),
    ("CONT", "RGN"),
    ("SEA", "RGN"),
    ("OCN", "RGN"),
    ("ISLS", "RGN"),
    ("GULF", "RGN"),
)


class Name(NamedTuple):
    """Tokens first..last with their head; `feature` is a class of gazetteer features, UNL for a place that only the
    grammar knows, run for a proper name that nobody calls a place.
    """

    first: int
    last: int
    head: int
    feature: str

    @property
    def listed(self) -> bool:
        """True for a mention of the places stage."""
        return self.feature != "run"


def dated_tokens(sentence: Sentence, dates: Iterable[Span]) -> frozenset[int]:
    """Indices of the tokens inside time expressions."""
    dates = list(dates)
    if not dates:
        return frozenset()
    return frozenset(t.i for t in sentence.tokens if any(d.start <= t.start < d.end for d in dates))


def names_of(sentence: Sentence, places: Iterable[FoundPlace], dated: frozenset[int]) -> tuple[Name, ...]:
    """The place names of a sentence, then proper names in the position of one, without those inside dates."""
    tokens = sentence.tokens
    found: list[Name] = []
    used: set[int] = set()
    for place in places:
        if place.form != "name" or place.sentence != sentence.index:
            continue
        inside = [t.i for t in tokens if place.span.start <= t.start < place.span.end]
        if inside and dated.isdisjoint(inside):
            feature = _feature(place.candidates[0].feature) if place.candidates else "UNL"
            first = _glued_before(tokens, inside[0])
            found.append(Name(first, inside[-1], tree.top_of(tokens[inside[0] : inside[-1] + 1]).i, feature))
            used.update(range(first, inside[-1] + 1))
    taken = used | dated
    for first, last in _runs(tokens, taken):
        head = tree.top_of(tokens[first : last + 1]).i
        if _placed(sentence, tokens[head], first):
            found.append(Name(first, last, head, "run"))
    return tuple(found[:_MOST])


def span_of(sentence: Sentence, name: Name) -> Span:
    """The name without an article before it and a common noun behind it ("Idlib", not "Idlib province")."""
    tokens, first, last = sentence.tokens, name.first, name.last
    while last > first and tokens[last].text.islower() and tokens[last].lemma in LOCALITY:
        last -= 1
    while first < last and tokens[first].lower == "the":
        first += 1
    if last == name.last:
        last = _whole(tokens, last)
    return sentence.span(first, last)


def _whole(tokens: tuple[Token, ...], last: int) -> int:
    """The last token of the longer name that a name opens: "Deir Ezzor Airport", "Ho Chi Minh Trail"."""
    end = last
    while end + 1 < len(tokens) and tokens[end + 1].pos == "PROPN" and tokens[end + 1].text[:1].isupper():
        end += 1
    return end if end > last and tokens[last].dep in ("compound", "nmod") and last < tokens[last].head <= end else last


def _feature(code: str) -> str:
    return next((name for prefix, name in _FEATURES if code.startswith(prefix)), "X")


def _glued_before(tokens: tuple[Token, ...], first: int) -> int:
    """The first token of a hyphenated name whose last part is known: "Al-Sweida"."""
    while first >= 2 and _sticks(tokens, first) and tokens[first - 1].text in _DASHES and _sticks(tokens, first - 1):
        if tokens[first - 2].pos != "PROPN":
            break
        first -= 2
    return first


def _sticks(tokens: tuple[Token, ...], i: int) -> bool:
    """True if no space parts the token from the one before."""
    return tokens[i].start == tokens[i - 1].end


def _runs(tokens: tuple[Token, ...], taken: set[int]) -> list[tuple[int, int]]:
    """The longest runs of proper nouns outside `taken`, with the numbers and hyphens inside them."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if tokens[i].pos != "PROPN" or i in taken or tokens[i].text in _DASHES:
            i += 1
            continue
        last = i
        while last + 1 < len(tokens) and last + 1 not in taken and _goes_on(tokens, last + 1):
            last += 1
        end = last
        while tokens[end].text in _DASHES:
            end -= 1
        found.append((i, end))
        i = last + 1
    return found


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    token, before = tokens[i], tokens[i - 1]
    if token.pos == "PROPN" or token.text.isdigit():
        return True
    if token.text in _DASHES:
        return _sticks(tokens, i) and i + 1 < len(tokens) and _sticks(tokens, i + 1)
    inner = i + 1 < len(tokens) and tokens[i + 1].text in _DASHES and _sticks(tokens, i + 1)
    return before.text in _DASHES and _sticks(tokens, i) and (token.text[:1].isupper() or inner)


def _placed(sentence: Sentence, head: Token, first: int) -> bool:
    """True if a proper name stands where places stand."""
    top = head
    for _ in range(4):
        if top.dep not in ("conj", "appos"):
            break
        top = sentence.tokens[top.head]
    up = tree.head_of(sentence, top)
    if up is None:
        return False
    if top.dep in ("dobj", "poss", "compound", "nmod"):
        return True
    beside = top.dep == "appos" and up.lemma in LOCALITY
    before = sentence.tokens[first - 1].lower if first else ""
    return beside or (top.dep == "pobj" and up.lower in _LOCATIVE) or before in ("in", "at", "near")
