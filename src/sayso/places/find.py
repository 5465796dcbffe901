"""Names and demonyms that stand for places: Document -> FoundPlace records."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.lexicon.names import is_given_name
from sayso.lexicon.nouns import noun_classes
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.nlp.tree import top_of
from sayso.places.gazetteer import Gazetteer
from sayso.places.judge import Sign, Verdict, View, is_large, judge
from sayso.places.nationality import is_nationality
from sayso.places.own import with_own
from sayso.places.rules import CONTAINED, COORDINATED, NATIONALITY, REPEATED, SAME_AREA
from sayso.places.scan import Match, scan
from sayso.places.unlisted import unlisted_places
from sayso.places.words import fixed_names, words
from sayso.records.language import Document, Sentence
from sayso.records.places import FoundPlace
from sayso.text import Span

_ENOUGH = 15_000
"""Inhabitants from which on a name stands for itself without a sign of place (chosen on TR-News and LGL)."""
_LISTED = frozenset({",", "and", "or", "&", ", and", ", or", "to", ";"})


class _Row(NamedTuple):
    sentence: Sentence
    match: Match
    verdict: Verdict
    standing: bool


class _Article(NamedTuple):
    """What the whole article tells about names: keys that are clearly places, keys that are people or bodies, words
    that it also writes small, and the divisions that its clear places lie in.
    """

    clear: frozenset[str]
    against: frozenset[str]
    small: frozenset[str]
    areas: frozenset[tuple[str, str]]


def find_places(document: Document, gazetteer: Gazetteer, *, own: OwnWords = NOTHING) -> tuple[FoundPlace, ...]:
    """Document -> names and demonyms in text order, each with all its candidates; none overlap. `own`: the user's own
    actors, whose countries are places and whose other names are none.
    """
    fixed = [Span(*m.span()) for m in fixed_names().finditer(document.text)]
    rows = [
        row
        for sentence in document.sentences
        for row in _judged(sentence, document, gazetteer)
        if not any(span.overlaps(Span(row.match.start, row.match.end)) for span in fixed)
    ]
    article = _article(rows, document)
    kept = [_keep(row, article) for row in rows]
    _coordinate(rows, kept, document)
    found = [_found(row, verdict, document.text) for row, verdict in zip(rows, kept, strict=True) if verdict]
    found += unlisted_places(document, [place.span for place in found])
    return with_own(sorted(found, key=lambda place: place.span), document, own)


def _judged(sentence: Sentence, document: Document, gazetteer: Gazetteer) -> Iterator[_Row]:
    matches = list(scan(sentence, document.text, gazetteer))
    tokens = sentence.tokens
    for i, match in enumerate(matches):
        view = View(
            match,
            sentence,
            tokens[match.first - 1] if match.first else None,
            tokens[match.last + 1] if match.last + 1 < len(tokens) else None,
            matches[i - 1] if i else None,
            matches[i + 1] if i + 1 < len(matches) else None,
        )
        standing = any(t.tag in ("NNP", "NNPS") for t in tokens[match.first : match.last + 1])
        yield _Row(sentence, match, judge(view), standing)


def _article(rows: Sequence[_Row], document: Document) -> _Article:
    clear = [row.match for row in rows if row.verdict.sign is Sign.CLEAR]
    against = {row.match.key for row in rows if row.verdict.sign is Sign.PERSON} | _people(document)
    small = {token.text for sentence in document.sentences for token in sentence.tokens if token.text.islower()}
    areas: set[tuple[str, str]] = set()
    for row in rows:
        if row.verdict.sign is Sign.CLEAR and row.match.hit.form == "name":
            areas.update(_areas(row))
    return _Article(frozenset(m.key for m in clear), frozenset(against), frozenset(small), frozenset(areas))


def _areas(row: _Row) -> Iterator[tuple[str, str]]:
    """The divisions that a clear place lies in, if there are few to choose from."""
    candidates = row.match.hit.candidates
    if row.verdict.rule != CONTAINED and len(candidates) > 3 and not is_large(row.match):
        return
    for place in candidates[:3]:
        if place.country and place.admin1:
            yield place.country, place.admin1


def _keep(row: _Row, article: _Article) -> Verdict | None:
    """The verdict that stands after the whole article was seen, or None if the match is no place."""
    match, (sign, rule) = row.match, row.verdict
    if match.hit.form == "demonym" or rule == CONTAINED or sign < Sign.PART:
        return None if sign < Sign.PART else row.verdict
    doubtful = _doubtful(match, article)
    clear = match.key in article.clear
    if sign is Sign.CLEAR:
        return None if doubtful and not row.standing else row.verdict
    if match.key in article.against and not (_is_area(match) or (sign is Sign.FAIR and clear)):
        return None
    if not clear:
        return None if doubtful or sign is Sign.PART else _unaided(row, article)
    return Verdict(sign, REPEATED) if sign < Sign.FAIR else row.verdict


def _unaided(row: _Row, article: _Article) -> Verdict | None:
    """A name that the rest of the article says nothing about: known, or small and where the article is."""
    match, (sign, _) = row.match, row.verdict
    if sign is Sign.FAIR or _known(match):
        return row.verdict
    near = any((place.country, place.admin1) in article.areas for place in match.hit.candidates)
    return Verdict(sign, SAME_AREA) if near and row.standing else None


def _known(match: Match) -> bool:
    return is_large(match) or (match.hit.proper > 0 and match.hit.candidates[0].population >= _ENOUGH)


def _is_area(match: Match) -> bool:
    """A country, continent, capital or great division, whatever people are named after it."""
    top = match.hit.candidates[0]
    return top.feature in ("PCLI", "CONT", "PPLC") or (top.feature == "ADM1" and top.population > 2_000_000)


def _doubtful(match: Match, article: _Article) -> bool:
    """Is it a common word, a forename or a surname more often than a place?"""
    lists = words()
    if match.key in lists.famous:
        return False
    if match.key in lists.doubtful:
        return True
    if match.last > match.first or is_large(match):
        return False
    return is_given_name(match.key.capitalize()) or match.key in article.small or bool(noun_classes(match.key))


def _coordinate(rows: Sequence[_Row], kept: list[Verdict | None], document: Document) -> None:
    """Names in a list with places are places: goes over the rows to the right and back, and amends `kept`."""
    order = range(1, len(rows))
    for i, j in [*((i, i - 1) for i in order), *((i - 1, i) for i in reversed(order))]:
        row, other, verdict = rows[i], rows[j], kept[j]
        if kept[i] is not None or verdict is None or not row.standing or row.sentence is not other.sentence:
            continue
        if row.verdict.sign < Sign.PART or other.match.hit.form == "demonym":
            continue
        a, b = sorted((row.match, other.match), key=lambda m: m.start)
        if document.text[a.end : b.start].strip() in _LISTED and not _is_person(row.match):
            kept[i] = Verdict(Sign.FAIR, COORDINATED)


def _is_person(match: Match) -> bool:
    return match.first == match.last and is_given_name(match.key.capitalize())


def _people(document: Document) -> set[str]:
    """Keys of the surnames of people whom the article names with a forename or title."""
    lists = words()
    surnames: set[str] = set()
    for sentence in document.sentences:
        for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            if b.tag != "NNP" or not a.text[0].isupper():
                continue
            if a.lower.rstrip(".") in lists.titles or is_given_name(a.text):
                surnames.add(b.lower)
    return surnames


def _found(row: _Row, verdict: Verdict, text: str) -> FoundPlace:
    match = row.match
    national = match.hit.form == "name" and is_nationality(match, row.sentence, text)
    tokens = row.sentence.tokens[match.first : match.last + 1]
    return FoundPlace(
        span=Span(match.start, match.end),
        sentence=row.sentence.index,
        head=top_of(tokens).i,
        form="demonym" if national else match.hit.form,
        candidates=match.hit.candidates,
        rule=NATIONALITY if national else verdict.rule,
        proper=match.hit.proper,
    )
