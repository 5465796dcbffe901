"""Countries of the user's own actors as places: their names, demonyms and seats; names of own actors are no places."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from sayso.codebook.terms import ActorKind
from sayso.lexicon.own import OwnWords
from sayso.lexicon.rules import ACTORS
from sayso.nlp.tree import top_of
from sayso.records.language import Document, Sentence
from sayso.records.places import Candidate, FoundPlace
from sayso.text import Span


class _Name(NamedTuple):
    """A name as the user wrote it, and the country or seat that it stands for, if it is one."""

    text: str
    form: Literal["name", "demonym"]
    candidate: Candidate | None


def with_own(found: Sequence[FoundPlace], document: Document, own: OwnWords) -> tuple[FoundPlace, ...]:
    """The found places with own countries in place of what else the gazetteer has under their names, and without the
    names of other own actors.
    """
    if not own.known:
        return tuple(found)
    names = _names(own)
    mine = [row for sentence in document.sentences for row in _in(sentence, document.text, names)]
    taken = [span for span, _ in mine]
    kept = [place for place in found if not any(place.span.overlaps(span) for span in taken)]
    return tuple(sorted([*kept, *(place for _, place in mine if place is not None)], key=lambda place: place.span))


@cache
def _names(own: OwnWords) -> dict[str, tuple[_Name, ...]]:
    """First word in lower case -> the names that begin with it, longest first."""
    rows: dict[str, dict[str, _Name]] = {}
    for actor in own.known:
        nation = _candidate(actor.name, actor.country, "PCLI") if actor.kind is ActorKind.COUNTRY else None
        listed = [_Name(text, "name", nation) for text in (actor.name, *actor.aliases) if not text[0].islower()]
        listed += [_Name(text, "demonym", nation) for word in actor.demonyms for text in (word, _plural(word))]
        listed += [_Name(text, "name", _candidate(text, actor.country, "PPLC")) for text in actor.seats]
        for name in listed:
            first = name.text.replace("-", " ").split(maxsplit=1)[0].lower()
            rows.setdefault(first, {}).setdefault(name.text, name)
    return {first: tuple(sorted(row.values(), key=lambda n: (-len(n.text), n.text))) for first, row in rows.items()}


def _plural(word: str) -> str:
    return word[:-3] + "men" if word.endswith("man") else word + "s"


def _in(sentence: Sentence, text: str, names: dict[str, tuple[_Name, ...]]) -> Iterator[tuple[Span, FoundPlace | None]]:
    """The spans of own names in a sentence, with the place that each is, if it is one."""
    ends = {token.end: token.i for token in sentence.tokens}
    free = 0
    for token in sentence.tokens:
        if token.i < free:
            continue
        for name in names.get(token.lower, ()):
            end = ends.get(token.start + len(name.text))
            printed = text[token.start : token.start + len(name.text)]
            if end is None or printed not in (name.text, name.text.upper()):
                continue
            span = Span(token.start, token.start + len(name.text))
            yield span, _place(span, sentence, token.i, end, name)
            free = end + 1
            break


def _place(span: Span, sentence: Sentence, first: int, last: int, name: _Name) -> FoundPlace | None:
    if name.candidate is None:
        return None
    tokens = sentence.tokens[first : last + 1]
    return FoundPlace(
        span=span,
        sentence=sentence.index,
        head=top_of(tokens).i,
        form=name.form,
        candidates=(name.candidate,),
        rule=ACTORS,
        proper=1,
    )


def _candidate(name: str, code: str | None, feature: str) -> Candidate:
    """A country or its seat of government. An own country has no point."""
    return Candidate(
        geonames_id=None,
        name=name,
        latitude=None,
        longitude=None,
        country=code,
        admin1=None,
        admin2=None,
        feature=feature,
        population=0,
    )
