"""Reading -> CAMEO records: source, target, event code, one a pair of actors, as machine-coded event data have them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.codebook.cameo_coding import LEAGUES, MIRRORED, actor_code, event_code, is_general, of_deed
from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, ActorKind, Status
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.reading import Reading

_BOTH_WAYS = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.SANCTION, EventType.ASSAULT}
)
"""Types whose actors, where nobody is named as recipient, do it to each other."""
_VERBAL = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT})
_WANTED = {EventType.REQUEST: Status.DEMANDED, EventType.REJECT: Status.NEGATED}
_NEAR = 120
"""How many characters after a demand what it demands may come."""
_COOPERATIVE = frozenset(
    {EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT}
)
_UNWILLING = re.compile(r"\b(?:will not|would not|won't|won’t|wouldn't|wouldn’t)\b")
_WILL_NOT = 30
_THERE = frozenset({EventType.ASSAULT, EventType.PROTEST})
_CLAIMED = "015"
_JUDGEMENTS = frozenset({Act.CONDEMN, Act.ACCUSE})
"""A deed told in an accusation or condemnation is not coded beside it."""
_UNKNOWN = "---"
_ROOT = 3
_DEPTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoRow:
    """One dyadic record; `event` is the id of the sayso event it comes from."""

    source: str
    target: str
    code: str
    event: str


def cameo_rows(reading: Reading, *, own: OwnWords = NOTHING, future: bool = False) -> tuple[CameoRow, ...]:
    """Reading -> its dyadic CAMEO records in text order, without repeats within a sentence.

    An event needs a coded actor on both sides, one of them with a country or a code of its own; what is done to nobody
    named is done to the country of its place, if that is another's. A claim of responsibility is an event of its own.
    `own` are the user's codes, `future` is as in `event_code`.
    """
    coder = _Coder(reading, own)
    rows = merged(row for event in reading.events for row in coder.rows(event, future=future))
    coded = own.coded
    return tuple(replace(row, code=coded.get(("cameo", row.code), row.code)) for row in rows)


class _Coder:
    """Codes the events of one reading."""

    def __init__(self, reading: Reading, own: OwnWords) -> None:
        self._actors = {actor.id: actor for actor in reading.actors}
        self._places = {place.id: place for place in reading.places}
        self._judged = {s.id for s in reading.statements if s.act in _JUDGEMENTS}
        self._claims = {s.id: s for s in reading.statements if s.act is Act.CLAIM_RESPONSIBILITY and s.speaker}
        self._events = reading.events
        self._text = reading.article.text
        self._own = own
        roles = {code for (of, _), code in own.coded.items() if of in ("sector", "kind")}
        self._roles = tuple(sorted(roles, key=lambda role: (-len(role), role)))

    def rows(self, event: Event, *, future: bool) -> Iterator[CameoRow]:
        """A record for each pair of actor and recipient."""
        code = event_code(event.cameo, event.status, future=future) if event.cameo else None
        code = self._refusal(event) if code is None else code
        if code is None or (event.type not in _VERBAL and event.said_in in self._judged):
            return
        deed = self._deed(event)
        code = of_deed(code, deed) if deed is not None else code
        sources = self._codes(event.actors)
        targets = self._targets(event, sources)
        claim = self._claims.get(event.said_in or "")
        if claim is not None:
            sources, code = self._codes([claim.speaker] if claim.speaker else []), _CLAIMED
            targets = self._targets(event, sources)
        both = not targets and len(sources) > 1 and event.type in _BOTH_WAYS
        back = MIRRORED.get(code) if event.type is EventType.CONSULT and not both else None
        for source in sources:
            for target in sources if both else targets:
                if source == target or (source.startswith(_UNKNOWN) and target.startswith(_UNKNOWN)):
                    continue
                yield CameoRow(source=source, target=target, code=code, event=event.id)
                if back is not None:
                    yield CameoRow(source=target, target=source, code=back, event=event.id)

    def _codes(self, ids: Iterable[str]) -> list[str]:
        found = (code_of(self._actors[number], self._actors, self._roles) for number in ids if number in self._actors)
        return list(dict.fromkeys(code for code in found if code is not None))

    def _refusal(self, event: Event) -> str | None:
        """The code of a refusal told as what somebody will not do: "Norway will not send aid to Chad" (122)."""
        if event.status is not Status.NEGATED or event.type not in _COOPERATIVE or not event.cameo:
            return None
        before = self._text[max(0, event.trigger.start - _WILL_NOT) : event.trigger.start].lower()
        return of_deed("120", event.cameo) if _UNWILLING.search(before) else None

    def _deed(self, event: Event) -> str | None:
        """The code of what a demand wants or a refusal refuses, if it is an event that follows in the sentence."""
        wanted = _WANTED.get(event.type)
        if wanted is None:
            return None
        doers = frozenset(event.actors if event.type is EventType.REJECT else event.recipients)
        for deed in self._events:
            gap = deed.trigger.start - event.trigger.end
            if (
                deed.status is wanted
                and 0 < gap < _NEAR
                and deed.cameo
                and (doers.intersection(deed.actors) or not deed.actors)
            ):
                between = self._text[event.trigger.end : deed.trigger.start]
                return deed.cameo if "\n" not in between and ". " not in between else None
        return None

    def _targets(self, event: Event, sources: list[str]) -> list[str]:
        """The codes of the recipients: of those known by their role only in the country where they suffer, and of an
        assault, protest or visit without recipients that country itself, unless it is the actor's own.
        """
        found = self._codes(event.recipients)
        there = event.type in _THERE or event.mode == "visit"
        place = self._places.get(event.place) if event.place and there else None
        country = place.resolved.country if place is not None and place.resolved is not None else None
        together = len(sources) > 1 and event.type in _BOTH_WAYS
        if country is None or (together and not event.recipients):
            return found
        code = self._own.coded.get(("country", country), country)
        if not event.recipients:
            return [code] if not any(source.startswith((code, country)) for source in sources) else []
        return [code + target.removeprefix(_UNKNOWN) if target.startswith(_UNKNOWN) else target for target in found]


def merged(rows: Iterable[CameoRow]) -> list[CameoRow]:
    """Records of one text -> without repeats, and without a general code where the same pair has a narrower one."""
    kept: dict[tuple[str, str, str], CameoRow] = {}
    for row in rows:
        kept.setdefault((row.source, row.target, row.code), row)
    pairs: dict[tuple[str, str], list[str]] = {}
    for source, target, code in kept:
        pairs.setdefault((source, target), []).append(code)
    return [
        row
        for (source, target, code), row in kept.items()
        if not any(is_general(code, other) for other in pairs[source, target])
    ]


def code_of(actor: Actor, actors: Mapping[str, Actor], roles: Sequence[str] = ()) -> str | None:
    """Actor -> its CAMEO code: its own, or that of its country or of what it belongs to, with its role.

    An own code longer than a country's says the role too, one of the user's `roles` only the role; a people has none.
    """
    country, own = actor.country, actor.code
    role = next((role for role in roles if own is not None and own.endswith(role)), None)
    if role is not None:
        body = actors.get(actor.member_of or "")
        base = (body.code or body.country if body is not None else None) or country or _UNKNOWN
        return base + role if own == role or (body is not None and body.code is not None) else own
    if own is not None and len(own) > _ROOT:
        return own
    sector = None if actor.kind is ActorKind.PEOPLE else actor.sector
    holder: Actor | None = actor
    for _ in range(_DEPTH):
        holder = actors.get(holder.member_of) if holder is not None and holder.member_of else None
        if holder is None or own is not None:
            break
        own, country = holder.code, country or holder.country
        if own is None and country is None and holder.sector in LEAGUES:
            own = actor_code(None, holder.sector)
    return actor_code(country, sector, own)
