"""Runs of capitalised names in a sentence, with known actors, countries and places marked first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.actors.lexicon import Known, Lexicon, first_word
from sayso.codebook.terms import ActorKind, PartKind
from sayso.records.language import Sentence, Token
from sayso.records.places import FoundPlace

_ADJECTIVES = ("ed", "ing", "ous", "ful", "less")
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LOOSE_TAGS = frozenset({"JJ", "NN", "NNS", "FW", "VBN", "VBG", "VB", "VBP", "JJR", "UH", "XX", "RB", "CD"})
_OPENERS = frozenset({'"', "“", "``", "''", "‘", "'", ":", "-", "--", "–", "—", "(", "…", "...", "•", "*", "«", "„"})
_NICKNAME_OPENS = frozenset({'"', "“", "``", "‘", "'"})
_NICKNAME_ENDS = frozenset({'"', "”", "''", "’", "'"})
_NUMBERED = frozenset({"Channel", "Radio"})
_COMPANY = frozenset(
    {"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "llc", "plc", "co", "co.", "ag", "sa", "spa", "nv", "se"}
)
"""What may follow the name of a company and is part of it."""
_COMMON_ALIAS = 4
"""An alias of up to this many letters, all capitals, must be printed in capitals ("IS", "AU", "PA")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAt:
    """A place name at tokens [start, end): `iso` of the country it is or is the seat of; `nation` for a country."""

    start: int
    end: int
    iso: str | None
    nation: bool
    seat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence with its known actors and places by first token, and the runs of name tokens [start, end)."""

    sentence: Sentence
    styled: bool
    known: dict[int, tuple[int, Known]]
    places: dict[int, PlaceAt]
    runs: tuple[tuple[int, int], ...]


def mark(sentence: Sentence, text: str, places: Sequence[FoundPlace], lex: Lexicon) -> Marked:
    """Sentence and the places found in it -> marked sentence."""
    styled = _is_styled(sentence)
    known = _known(sentence, text, lex, styled=styled)
    taken = {i for start, (end, _) in known.items() for i in range(start, end)}
    found = _places(sentence, text, places, lex, taken)
    runs = _runs(sentence, lex, styled=styled)
    return Marked(
        sentence=sentence,
        styled=styled,
        known=known,
        places=found,
        runs=tuple((start + _described(sentence, (start, end), found.get(start + 1), lex), end) for start, end in runs),
    )


def _described(sentence: Sentence, run: tuple[int, int], place: PlaceAt | None, lex: Lexicon) -> int:
    """1 for an adjective before a country that only its place in the sentence makes a capital: "Embattled Syria"."""
    start, end = run
    word = sentence.tokens[start].lower
    first = start == 0 or not sentence.tokens[start - 1].text[0].isalnum()
    adjective = word in lex.lists["of_countries"] or word.endswith(_ADJECTIVES)
    return int(first and adjective and place is not None and place.nation and place.end >= end)


def _is_styled(sentence: Sentence) -> bool:
    """True if capitals say nothing here: a headline, or text in capitals."""
    words = [t.text for t in sentence.tokens if len(t.text) > 2 and t.text.isalpha()]
    if len(words) < 3:
        return False
    if sum(map(str.isupper, words)) >= 0.8 * len(words):
        return True
    return sentence.kind is PartKind.HEADLINE and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def _known(sentence: Sentence, text: str, lex: Lexicon, *, styled: bool) -> dict[int, tuple[int, Known]]:
    found: dict[int, tuple[int, Known]] = {}
    ends: dict[int, int] = {}
    free = 0
    for token in sentence.tokens:
        word = token.lower
        aliases = lex.known.get(word if word.isalnum() else first_word(word))
        if aliases is None or token.i < free or not token.text[0].isalnum():
            continue
        ends = ends or {t.end: t.i + 1 for t in sentence.tokens}
        for alias, known in aliases:
            stop = token.start + len(alias)
            end = ends.get(stop)
            if end is None or not _same(text[token.start : stop], alias, styled=styled, own=known.own is not None):
                continue
            if known.own is None and not _stands_alone(sentence, token.i, end, alias, lex, styled=styled):
                continue
            if token.lower == "the" and end < len(sentence.tokens) and sentence.tokens[end].tag in _NAME_TAGS:
                continue  # "The National" of "The National Liberation Army"
            if known.kind is ActorKind.BUSINESS and end < len(sentence.tokens):
                end += sentence.tokens[end].lower in _COMPANY
            found[token.i] = (end, known)
            free = end
            break
    return found


def _opening(word: str) -> str:
    return word if word.isalnum() else first_word(word)


def _same(printed: str, alias: str, *, styled: bool, own: bool = False) -> bool:
    printed = printed.replace("’", "'")
    if printed == alias:
        return True
    if own and alias == alias.lower():
        return printed.lower() == alias.lower()
    if printed.lower() != alias.lower():
        return False
    if alias.isupper() and len(alias) <= _COMMON_ALIAS and not printed.isupper():
        return False
    return styled or printed.isupper() or (printed[0].isupper() and " " in alias)


def _stands_alone(sentence: Sentence, start: int, end: int, alias: str, lex: Lexicon, *, styled: bool) -> bool:
    """False where a one-word alias is an ordinary word or a part of somebody's name."""
    if end - start > 1:
        return True
    token = sentence.tokens[start]
    if token.tag not in _NAME_TAGS and not (alias[0].islower() or (alias.isupper() and not styled)):
        return token.text[0].isupper() and start > 0 and not styled and token.tag in _LOOSE_TAGS
    if alias.isupper():
        return not (styled and len(alias) <= 3 and token.tag not in _NAME_TAGS)
    after = sentence.tokens[end] if end < len(sentence.tokens) else None
    before = sentence.tokens[start - 1] if start else None
    if before is not None and before.tag in _NAME_TAGS and before.lower in lex.gender:
        return False
    plain = after is None or after.tag not in _NAME_TAGS or not after.text[0].isupper()
    return plain or (
        after is not None
        and (
            after.lower in lex.titles
            or after.lower in lex.heads
            or after.lower in lex.demonyms
            or after.lower in lex.nouns["calendar"]
        )
    )


def _places(
    sentence: Sentence,
    text: str,
    places: Sequence[FoundPlace],
    lex: Lexicon,
    taken: set[int],
) -> dict[int, PlaceAt]:
    starts = {token.start: token.i for token in sentence.tokens} if places else {}
    ends = {token.end: token.i + 1 for token in sentence.tokens} if places else {}
    found: dict[int, PlaceAt] = {}
    for place in places:
        start, end = starts.get(place.span.start), ends.get(place.span.end)
        if place.form != "name" or start is None or end is None or start in taken:
            continue
        name = place.span.of(text).lower().removeprefix("the ")
        if sentence.tokens[start].lower == "the" and end - start > 1:
            start += 1
        iso, nation = lex.country_words.get(name), name in lex.country_words
        if iso is None and place.candidates and place.candidates[0].feature.startswith("PCL"):
            iso, nation = place.candidates[0].country, True
        seat = name in lex.seats
        found[start] = PlaceAt(start=start, end=end, iso=iso or lex.seats.get(name), nation=nation, seat=seat)
    covered = {i for place in found.values() for i in range(place.start, place.end)}
    for token in sentence.tokens:
        if not token.text[0].isupper() or token.i in covered or token.i in taken:
            continue
        names = lex.places.get(_opening(token.lower))
        if names is None:
            continue
        ends = ends or {t.end: t.i + 1 for t in sentence.tokens}
        for name, iso, nation in names:
            end = ends.get(token.start + len(name))
            if end is None or text[token.start : token.start + len(name)].lower() != name:
                continue
            if name in ("us", "uk", "car") and not (token.text.isupper() and token.tag in _NAME_TAGS):
                continue
            found[token.i] = PlaceAt(start=token.i, end=end, iso=iso, nation=nation, seat=not nation)
            covered.update(range(token.i, end))
            break
    return found


def _runs(sentence: Sentence, lex: Lexicon, *, styled: bool) -> tuple[tuple[int, int], ...]:
    tokens = sentence.tokens
    particles = lex.nouns["particles"]
    namey = [
        (styled or token.text[0].isupper() or token.text[0].isdigit()) and _namey(tokens, i, styled=styled)
        for i, token in enumerate(tokens)
    ]
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if not namey[i] and (tokens[i].lower not in particles or not _prefix(tokens, i)):
            i += 1
            continue
        j = i + 1
        while j < len(tokens):
            given = tokens[j].text[0].isupper() and tokens[j].lower in lex.gender and not styled
            step = 1 if given or namey[j] else _joint(tokens, i, j, lex, namey)
            if not step:
                break
            j += step
        runs.append((i, j))
        i = j
    return tuple(runs)


def _namey(tokens: Sequence[Token], i: int, *, styled: bool) -> bool:
    token = tokens[i]
    if i and token.tag == "CD" and token.text.isdigit() and tokens[i - 1].text in _NUMBERED:
        return True
    if not token.text[0].isalpha():
        return token.tag in _NAME_TAGS and token.text[0].isdigit() and any(c.isalpha() for c in token.text)
    if token.tag in _NAME_TAGS:
        return token.text[0].isupper() or styled
    if styled or not token.text[0].isupper() or token.tag not in _LOOSE_TAGS:
        return False
    if i and tokens[i - 1].text not in _OPENERS:
        return True
    # First word of a sentence: a name only if a name follows and it is tagged as an adjective ("Turkish President").
    return (
        i + 1 < len(tokens)
        and tokens[i + 1].tag in _NAME_TAGS
        and token.tag in ("JJ", "NN", "UH")
        and tokens[i + 1].text[0].isupper()
    )


def _prefix(tokens: Sequence[Token], i: int) -> bool:
    """Reads the particle "al" of "al-Assad", at the start of a run."""
    return (
        len(tokens[i].text) <= 4
        and i + 2 < len(tokens)
        and tokens[i + 1].text == "-"
        and tokens[i + 1].start == tokens[i].end
        and tokens[i + 2].text[0].isupper()
        and tokens[i + 2].start == tokens[i + 1].end
    )


def _joint(tokens: Sequence[Token], start: int, j: int, lex: Lexicon, namey: Sequence[bool]) -> int:
    """How many tokens from `j` join the run before to the name after; 0 if the run ends here."""
    token = tokens[j]
    if j + 1 >= len(tokens):
        return 0
    after = namey[j + 1]
    step = 0
    if token.text == "-":
        step = 2 if after and token.start == tokens[j - 1].end and tokens[j + 1].start == token.end else 0
    elif token.lower in lex.nouns["particles"]:
        step = 2 if after else _particles(tokens, j, lex, namey)
    elif token.text in _NICKNAME_OPENS and after:
        step = _nickname(tokens, start, j, namey)
    elif token.lower in ("of", "for") and _anchored(tokens, start, j, lex):
        det = j + 2 < len(tokens) and tokens[j + 1].lower == "the" and namey[j + 2]
        step = 2 if after else 3 if det else 0
    elif token.lower in ("and", "&") and after:
        step = 2 if token.text == "&" or _coordinated(tokens, start, j, lex) else 0
    if not step and token.text in ("'s", "’s", "'", "’") and after:
        step = 2 if tokens[j - 1].lower in lex.lists["possessors"] else 0
    return step


def _anchored(tokens: Sequence[Token], start: int, j: int, lex: Lexicon) -> bool:
    """Whether "of" goes on: after a title ("Secretary of State") or a body ("Bank of Mali"), not after a person."""
    last = tokens[j - 1].lower
    return last in lex.titles or last in lex.lists["portfolio"] or any(t.lower in lex.heads for t in tokens[start:j])


def _particles(tokens: Sequence[Token], j: int, lex: Lexicon, namey: Sequence[bool]) -> int:
    """Two particles or one with a hyphen: "van der Bellen", "Mohammed al-Sudani"."""
    if _prefix(tokens, j):
        return 3
    twice = j + 2 < len(tokens) and tokens[j + 1].lower in lex.nouns["particles"]
    return 3 if twice and namey[j + 2] else 0


def _nickname(tokens: Sequence[Token], start: int, j: int, namey: Sequence[bool]) -> int:
    """A nickname inside a name: Col. John "Jack" Doe."""
    inside = j + 3 < len(tokens) and tokens[j + 2].text in _NICKNAME_ENDS and j - start >= 2
    return 4 if inside and namey[j + 3] else 0


def _coordinated(tokens: Sequence[Token], start: int, j: int, lex: Lexicon) -> bool:
    """Reads "Ministry of Health and Welfare", "Justice and Development Party": "and" inside one name."""
    portfolio = lex.lists["portfolio"]
    if any(t.lower == "of" for t in tokens[start:j]) and tokens[j - 1].lower in portfolio:
        return tokens[j + 1].lower in portfolio
    after = tokens[j + 2] if j + 2 < len(tokens) else None
    return (
        after is not None
        and after.lower in lex.heads
        and after.text[0].isupper()
        and tokens[j - 1].lower not in lex.heads
    )


def head_within(tokens: Sequence[Token], start: int, end: int) -> int:
    """The token of [start, end) whose head lies outside; the last one if there are several."""
    outside = [i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i]
    return outside[-1] if outside else end - 1


def acronym_after(tokens: Sequence[Token], end: int) -> str | None:
    """The acronym in brackets right after a name that ends before the token `end`: "(PKK)"."""
    found = tokens[end : end + 3]
    if len(found) == 3 and found[0].text in ("(", "[") and found[2].text in (")", "]"):
        word = found[1].text.strip(".")
        if 2 <= len(word) <= 10 and sum(c.isupper() for c in word) >= 2:
            return word
    return None
