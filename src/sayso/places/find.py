"""Names and demonyms that stand for places: Document -> FoundPlace records."""

from collections.abc import Iterator

from sayso.lexicon.names import is_given_name
from sayso.places.gazetteer import Gazetteer
from sayso.places.judge import Sign, Verdict, judge
from sayso.places.rules import REPEATED
from sayso.places.scan import Match, scan
from sayso.places.unlisted import unlisted_places
from sayso.places.words import words
from sayso.records.language import Document, Sentence
from sayso.records.places import FoundPlace
from sayso.text import Span

_ENOUGH = 15_000
"""Inhabitants from which on a name stands for itself without a sign of place (chosen on TR-News and LGL)."""


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[FoundPlace, ...]:
    """Document -> names and demonyms in text order, each with all its candidates; none overlap."""
    judged = [(sentence, *row) for sentence in document.sentences for row in _judged(sentence, document, gazetteer)]
    people = _people(document)
    clear = {match.key for _, match, verdict in judged if verdict.sign is Sign.CLEAR}
    against = {match.key for _, match, verdict in judged if verdict.sign is Sign.AGAINST} | people
    found = []
    for sentence, match, verdict in judged:
        kept = _keep(match, verdict, clear, against)
        if kept is not None:
            found.append(_found(sentence, match, kept))
    taken = [place.span for place in found]
    found += unlisted_places(document, taken)
    return tuple(sorted(found, key=lambda place: place.span))


def _judged(sentence: Sentence, document: Document, gazetteer: Gazetteer) -> Iterator[tuple[Match, Verdict]]:
    matches = list(scan(sentence, document.text, gazetteer))
    for i, match in enumerate(matches):
        before = matches[i - 1] if i else None
        after = matches[i + 1] if i + 1 < len(matches) else None
        yield match, judge(match, before, after, sentence)


def _keep(match: Match, verdict: Verdict, clear: set[str], against: set[str]) -> Verdict | None:
    """The verdict that stands after the whole article was seen, or None if the match is no place."""
    if verdict.sign is Sign.AGAINST:
        return None
    if verdict.sign is Sign.CLEAR:
        return verdict
    lists = words()
    doubtful = (match.key in lists.doubtful and match.key not in lists.famous) or _like_person(match)
    if match.key in clear and match.key not in against:
        return Verdict(verdict.sign, REPEATED) if verdict.sign is Sign.NONE else verdict
    if match.key in against and not _is_area(match):
        return None
    if verdict.sign is Sign.FAIR:
        return None if doubtful else verdict
    return verdict if not doubtful and _prominent(match) else None


def _like_person(match: Match) -> bool:
    return match.first == match.last and is_given_name(match.key.capitalize()) and not _is_area(match)


def _is_area(match: Match) -> bool:
    top = match.hit.candidates[0]
    return top.feature in ("PCLI", "CONT", "PPLC") or (top.feature == "ADM1" and top.population > 2_000_000)


def _prominent(match: Match) -> bool:
    top = match.hit.candidates[0]
    return top.feature not in ("PPL", "ADM2") or top.population >= _ENOUGH or match.last - match.first >= 2


def _people(document: Document) -> set[str]:
    """Keys of the surnames of people whom the article names with a forename or title."""
    lists = words()
    surnames: set[str] = set()
    for sentence in document.sentences:
        for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            if b.tag == "NNP" and (a.lower.rstrip(".") in lists.titles or is_given_name(a.text)) and a.text[0].isupper():
                surnames.add(b.lower)
    return surnames


def _found(sentence: Sentence, match: Match, verdict: Verdict) -> FoundPlace:
    tokens = sentence.tokens[match.first : match.last + 1]
    head = next((t for t in tokens if not match.first <= t.head <= match.last or t.head == t.i), tokens[-1])
    return FoundPlace(
        span=Span(match.start, match.end), sentence=sentence.index, head=head.i, form=match.hit.form,
        candidates=match.hit.candidates, rule=verdict.rule,
    )
