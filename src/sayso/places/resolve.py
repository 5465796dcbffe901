"""What the found names stand for: FoundPlace records of one article -> Place records."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.codebook.terms import PlacePrecision
from sayso.ids import content_id
from sayso.lexicon.own import OwnOutlet
from sayso.places.agree import agreement
from sayso.places.divisions import division_said
from sayso.places.gazetteer import Gazetteer
from sayso.places.hints import Hint, hints_from
from sayso.places.judge import contains
from sayso.places.keys import key
from sayso.places.naming import name_of
from sayso.places.nearby import is_near
from sayso.places.rules import COUNTRY, INSIDE, NEAR, NEIGHBOUR, REGION, STRANGER, UNKNOWN
from sayso.places.score import Known, Name, Scored, Setting, rank, traits_of
from sayso.places.strangers import without_strangers
from sayso.places.words import words
from sayso.records.base import Evidence, RuleId
from sayso.records.language import Document
from sayso.records.places import Candidate, FoundPlace, Place, Resolved

_KEPT = 5
_ROUNDS = 3
_HINT = 1.0
_ALONE = 0.4
_ENOUGH = 50_000
_WITHIN = (",", "(", "in", "", ", in", ", in the", "in the")
_LISTS = (",", "and", "or", ", and", ", or")
_FAMOUS = 3000
_UNKNOWN = "no place of that name in the gazetteer"
_NO_LINK = "the places of that name lie in countries that the text does not speak of"
_DIVISIONS = ("ADM1", "ADM2")
_FIRST_ORDER = ("province", "region", "oblast", "governorate", "krai", "prefecture", "voivodeship")


class _Group(NamedTuple):
    """All mentions of one name in one reading: with the division it is said to lie in, or as a division itself."""

    name: str
    candidates: tuple[Candidate, ...]
    mentions: tuple[FoundPlace, ...]
    sure: bool

    @property
    def proper(self) -> frozenset[Candidate]:
        """The candidates that go by the name in English or at home."""
        return frozenset(self.mentions[0].candidates[: self.mentions[0].proper])


def resolve_places(
    found: Sequence[FoundPlace],
    document: Document,
    *,
    dateline: str | None,
    outlet: str | None,
    gazetteer: Gazetteer | None = None,
    context: Sequence[FoundPlace] = (),
    home: OwnOutlet | None = None,
) -> tuple[Place, ...]:
    """Found names -> places, in the order of their first mention; all mentions of one place are together.

    `context` are more names of the article, which tell what it is about and become no places (those that act as
    governments, nationalities). `dateline` is the dateline's place as printed, `outlet` the outlet's name; both are
    looked up in `gazetteer` and count as weak evidence of the country (without a gazetteer they do not count). `home`
    is the outlet as one of the user's own; it goes before the name.
    """
    wanted = {place.span for place in found}
    groups = _groups(sorted({p.span: p for p in (*context, *found)}.values(), key=lambda p: p.span), document)
    hints = hints_from(dateline, outlet, gazetteer, home)
    ranked = without_strangers(_rank(groups, hints), [g.sure for g in groups], hints)
    rows: dict[tuple[bool, PlacePrecision | None, object], list[tuple[FoundPlace, _Group, list[Scored]]]] = {}
    for group, scored in zip(groups, ranked, strict=True):
        for mention in (m for m in group.mentions if m.span in wanted):
            near = is_near(mention, document)
            known = scored and scored[0].rule != STRANGER
            what: object = scored[0].candidate if known else mention.span.of(document.text)
            order = division_said(mention, document) if known and scored[0].candidate.feature[:3] == "PPL" else None
            rows.setdefault((near, order, what), []).append((mention, group, scored))
    places = [_place(members, document, near=bool(a[0]), order=a[1]) for a, members in rows.items()]
    return tuple(sorted(places, key=lambda place: (place.mentions[0].start, place.id)))


def _groups(found: Sequence[FoundPlace], document: Document) -> list[_Group]:
    """Mentions of one name belong together, unless the words beside them tell them apart."""
    said: dict[int, tuple[Candidate, ...]] = {}
    for i, place in enumerate(found):
        narrowed = _inside(i, found, document) or _kind(place, document)
        if narrowed:
            said[i] = narrowed
    senses: dict[str, tuple[Candidate, ...]] = {}
    for i, narrowed in said.items():
        senses.setdefault(_name(found[i], document), narrowed)
    members: dict[tuple[str, tuple[Candidate, ...]], list[FoundPlace]] = {}
    for i, place in enumerate(found):
        name = _name(place, document)
        candidates = said.get(i) or senses.get(name) or _listed(i, found, document) or place.candidates
        members.setdefault((name, candidates), []).append(place)
    return [_Group(name, c, tuple(m), name in senses) for (name, c), m in members.items()]


def _name(place: FoundPlace, document: Document) -> str:
    return key(place.span.of(document.text))


def _inside(i: int, found: Sequence[FoundPlace], document: Document) -> tuple[Candidate, ...]:
    """As in "Paris, Texas": the candidates that lie in what is named right after; none if nothing is, or if the name is
    far better known for another place ("China, Japan": a list, no village in Japan).
    """
    place = found[i]
    if i + 1 >= len(found) or not place.candidates or "demonym" in (place.form, found[i + 1].form):
        return ()
    outer = found[i + 1]
    between = " ".join(document.text[place.span.end : outer.span.start].lower().split())
    if place.sentence != outer.sentence or between not in _WITHIN:
        return ()
    inside = tuple(c for c in place.candidates if any(contains(o, c) for o in outer.candidates[:20]))
    most = place.candidates[0].population
    return inside if inside and max(c.population for c in inside) * _FAMOUS >= most else ()


def _kind(place: FoundPlace, document: Document) -> tuple[Candidate, ...]:
    """As in "Idlib province", "the city of Idlib": the candidates of that kind; none if the kind is not said."""
    tokens = document.sentences[place.sentence].tokens
    after = next((t.lower for t in tokens if t.start >= place.span.end), "")
    if after in words().division_nouns and after != "state":
        divisions = tuple(c for c in place.candidates if c.feature in _DIVISIONS)
        first = tuple(c for c in divisions if c.feature == "ADM1") if after in _FIRST_ORDER else ()
        return first or divisions
    before = [t.lower for t in tokens if t.end <= place.span.start][-2:]
    country = bool(place.candidates) and place.candidates[0].feature == "PCLI"
    if before[-1:] == ["of"] and before[0] in words().division_nouns and not country:
        return tuple(c for c in place.candidates if c.feature in _DIVISIONS)
    if after in ("city", "town", "village") or (before[-1:] == ["of"] and before[0] in ("city", "town", "village")):
        return tuple(c for c in place.candidates if c.feature not in (*_DIVISIONS, "PCLI"))
    return ()


def _listed(i: int, found: Sequence[FoundPlace], document: Document) -> tuple[Candidate, ...]:
    """As in "Oregon and Washington": between a division and a capital of one name, the one that its list speaks for."""
    place = found[i]
    capital = {c.country for c in place.candidates if c.feature == "PPLC"}
    divisions = tuple(c for c in place.candidates if c.feature == "ADM1" and c.country in capital)
    for j in (i - 1, i + 1) if divisions else ():
        if not 0 <= j < len(found) or found[j].sentence != place.sentence or not found[j].candidates:
            continue
        first, second = sorted((place.span, found[j].span))
        between = " ".join(document.text[first.end : second.start].lower().split())
        top = found[j].candidates[0]
        if between in _LISTS and top.feature == "ADM1" and top.country in {c.country for c in divisions}:
            return divisions
    return ()


def _rank(groups: Sequence[_Group], hints: Sequence[Hint]) -> list[list[Scored]]:
    """Round one knows what is unambiguous; each further round what the round before chose."""
    outside = [Known(-1 - i, hint, _HINT) for i, (hint, _) in enumerate(hints)]
    known = [
        Known(i, g.candidates[0], _weight(g) * (1.0 if g.sure or _plain(g) else _ALONE))
        for i, g in enumerate(groups)
        if g.candidates and (g.sure or len(g.candidates) == 1 or _plain(g))
    ]
    bonuses = agreement([g.candidates for g in groups])
    traits = [traits_of(Name(g.name, g.proper), g.candidates, b) for g, b in zip(groups, bonuses, strict=True)]
    ranked: list[list[Scored]] = []
    for _ in range(_ROUNDS):
        about = Setting([*known, *outside])
        ranked = [rank(candidates, i, about) for i, candidates in enumerate(traits)]
        before, known = (
            known,
            [
                Known(i, scored[0].candidate, _weight(groups[i]) * _certainty(groups[i], scored))
                for i, scored in enumerate(ranked)
                if scored
            ],
        )
        if known == before:
            break
    return [_credited(i, ranked, hints) for i in range(len(groups))]


def _credited(i: int, ranked: Sequence[list[Scored]], hints: Sequence[Hint]) -> list[Scored]:
    """Names the hint as the rule where nothing in the article but the hint speaks for the chosen country."""
    scored = ranked[i]
    if not scored or scored[0].rule not in (COUNTRY, NEIGHBOUR):
        return scored
    country = scored[0].candidate.country
    if any(rows and rows[0].candidate.country == country for j, rows in enumerate(ranked) if j != i):
        return scored
    rule = next((rule for hint, rule in hints if hint.country == country), scored[0].rule)
    return [scored[0]._replace(rule=rule), *scored[1:]]


def _plain(group: _Group) -> bool:
    """A country by its name, or a division or large city that has no rival."""
    top = group.candidates[0]
    return top.feature == "PCLI" or (len(group.candidates) == 1 and top.population > _ENOUGH)


def _certainty(group: _Group, scored: Sequence[Scored]) -> float:
    if len(scored) == 1:
        return 1.0 if group.sure or _plain(group) else _ALONE
    return min(1.0, 0.3 + (scored[0].score - scored[1].score) / 3)


def _weight(group: _Group) -> float:
    return min(len(group.mentions), 4) * (0.5 if group.mentions[0].form == "demonym" else 1.0)


def _place(
    members: Sequence[tuple[FoundPlace, _Group, list[Scored]]],
    document: Document,
    *,
    near: bool,
    order: PlacePrecision | None,
) -> Place:
    mentions = sorted({mention.span: mention for mention, _, _ in members}.values(), key=lambda m: m.span)
    first, group, scored = min(members, key=lambda row: row[0].span)
    why: list[RuleId] = [mention.rule for mention in mentions]
    best = scored[0] if scored and scored[0].rule != STRANGER else None
    if best is None:
        why.append(STRANGER if scored else UNKNOWN)
    else:
        why.append(INSIDE if group.sure and len(group.candidates) < len(first.candidates) else best.rule)
        why += [NEAR] if near else [REGION] if best.candidate.latitude is None else []
    name = name_of([m.span.of(document.text) for m in mentions if m.form == "name"], best.candidate if best else None)
    name = name or first.span.of(document.text)
    evidence = tuple(Evidence(start=m.span.start, end=m.span.end, quote=m.span.of(document.text)) for m in mentions)
    resolved = _resolved(best.candidate, near=near) if best else None
    if resolved and order:
        resolved = replace(resolved, precision=order)
    others = scored[1 : _KEPT + 1] if best else scored[:_KEPT]
    return Place(
        id=content_id("pl", name, resolved, *(m.span for m in mentions)),
        name=name,
        resolved=resolved,
        unresolved=None if best else _NO_LINK if scored else _UNKNOWN,
        candidates=tuple(s.candidate for s in others),
        mentions=evidence,
        why=tuple(dict.fromkeys(why)),
        form="demonym" if all(m.form == "demonym" for m in mentions) else "name",
    )


def _resolved(place: Candidate, *, near: bool) -> Resolved:
    precision = _precision(place)
    return Resolved(
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        geonames_id=place.geonames_id,
        feature=place.feature,
        note=place.note,
        precision=PlacePrecision.NEAR if near and precision is PlacePrecision.EXACT else precision,
    )


_POINTS = ("PPL", "SQR", "AIR", "BDG", "BLDG", "MFG", "PS", "SITE", "HLL", "MT")


def _precision(place: Candidate) -> PlacePrecision:
    if place.feature == "PCLI":
        return PlacePrecision.COUNTRY
    if place.feature == "ADM1":
        return PlacePrecision.ADMIN1
    if place.feature == "ADM2":
        return PlacePrecision.ADMIN2
    exact = place.feature.startswith(_POINTS) and place.feature != "MTS"
    return PlacePrecision.EXACT if exact else PlacePrecision.REGION
