"""The records side: a card for every record, linked to each other and to their words in the article."""

from collections.abc import Sequence

from sayso.export import view
from sayso.export.html.markup import Html, join, tag
from sayso.export.view import Record, View
from sayso.records.actors import Actor
from sayso.records.article import Dropped
from sayso.records.events import Event
from sayso.records.places import Place
from sayso.records.statements import Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll

Part = str | Html


def sections(look: View, prefix: str) -> Html:
    """Reading -> the list of sections, each with its cards; empty ones say so."""
    r = look.reading
    kinds: Sequence[tuple[str, Sequence[Record]]] = (
        ("Statements", r.statements),
        ("Events", r.events),
        ("Tolls", r.tolls),
        ("Actors", r.actors),
        ("Places", r.places),
        ("Times", r.times),
    )
    made: list[Part] = []
    for title, records in kinds:
        made.append(_section(title, [_card(look, record, prefix) for record in records], prefix))
    drops = [_drop(drop, f"X{n}", prefix) for n, drop in enumerate(r.dropped, start=1)]
    made.append(_section("Dropped", drops, prefix))
    return join(made, "\n")


def index(look: View, prefix: str) -> Html:
    """Links to the sections, each with its count."""
    r = look.reading
    counts = (
        ("Statements", len(r.statements)),
        ("Events", len(r.events)),
        ("Tolls", len(r.tolls)),
        ("Actors", len(r.actors)),
        ("Places", len(r.places)),
        ("Times", len(r.times)),
        ("Dropped", len(r.dropped)),
    )
    links: list[Part] = [
        tag("a", title, " ", tag("b", str(n)), href=f"#{prefix}{title.lower()}", class_=f"k-{title.lower()}")
        for title, n in counts
    ]
    return tag("nav", *links, class_="index", aria_label="Kinds of records")


def _section(title: str, cards: list[Html], prefix: str) -> Html:
    body = tag("ol", join([*cards], "\n")) if cards else tag("p", "none", class_="none")
    name = title.lower()
    return tag(
        "section", tag("h3", title, " ", tag("span", str(len(cards)))), body, id=prefix + name, class_=f"k-{name}"
    )


def _card(look: View, record: Record, prefix: str) -> Html:
    match record:
        case Statement():
            rows = _statement(look, record, prefix)
        case Event():
            rows = _event(look, record, prefix)
        case Toll():
            rows = _toll(look, record, prefix)
        case Actor():
            rows = _actor(look, record, prefix)
        case Place():
            rows = _place(look, record, prefix)
        case Time():
            rows = _time(look, record, prefix)
    label = look.label(record.id)
    why = tag("p", tag("code", record.id), " ", *_codes(record.why), class_="why")
    inside = (_confidence(record), *rows, why)
    return tag("li", *inside, id=prefix + label, class_="rec", data_r=label, tabindex="-1")


def _confidence(record: Record) -> Html:
    """The confidence in the corner of the card; in another colour where the record is doubtful."""
    told = f"confidence: of 100 such records about {round(100 * record.confidence)} are right"
    kind = "conf doubtful" if view.doubtful(record) else "conf"
    return tag("span", view.confidence(record), class_=kind, title=told)


def _head(label: str, badge: Part, *rest: Part) -> Html:
    return tag("p", tag("span", label, class_="label"), " ", badge, " ", *rest, class_="head")


def _links(*fields: Part) -> Html:
    kept = [f for f in fields if f]
    return tag("p", join(kept, " · "), class_="links") if kept else Html("")


def _ref(look: View, identifier: str | None, prefix: str, words: str | None = None) -> Html:
    """A link to a record of this reading; plain text if there is none."""
    if identifier is None:
        return Html("")
    label = look.labels.get(identifier)
    shown = words if words is not None else look.name(identifier)
    if label is None:
        return tag("span", shown or identifier)
    return tag("a", shown or label, href=f"#{prefix}{label}", title=label)


def _refs(look: View, identifiers: Sequence[str], prefix: str) -> Html:
    return join([_ref(look, i, prefix) for i in identifiers], ", ")


def _field(name: str, value: Part) -> Html:
    return join([f"{name} ", value]) if value else Html("")


def _codes(rules: Sequence[str]) -> list[Part]:
    return [part for rule in rules for part in (tag("code", rule, class_="rule"), " ")]


def _statement(look: View, s: Statement, prefix: str) -> list[Part]:
    speaker = (
        _refs(look, s.speakers or (s.speaker,), prefix)
        if s.speaker
        else tag("span", look.speaker(s), class_=None if s.speaker_span else "unknown")
    )
    holds = [r for field, r in look.referring(s.id) if field in ("said_in", "parent")]
    return [
        _head(
            look.label(s.id),
            tag("span", view.act(s), class_=f"badge act-{s.act.value}"),
            tag("strong", speaker),
            " ",
            tag("em", look.cue(s)),
        ),
        tag("blockquote", look.content(s), dir="auto"),
        _links(
            s.form.value,
            _field("via", _refs(look, s.via, prefix)),
            _field("to", _refs(look, s.audience, prefix)),
            _field("inside", _ref(look, s.parent, prefix, look.label(s.parent))),
            _field("in", _ref(look, s.place, prefix)),
            _ref(look, s.time, prefix),
            _field("holds", join([_ref(look, r.id, prefix, look.label(r.id)) for r in holds], ", ")),
        ),
    ]


def _event(look: View, e: Event, prefix: str) -> list[Part]:
    sides: list[Part] = []
    if e.actors or e.recipients:
        unknown = tag("span", "not said", class_="unknown")
        sides = [
            tag("p", _refs(look, e.actors, prefix) or unknown, " → ", _refs(look, e.recipients, prefix) or unknown)
        ]
    return [
        _head(
            look.label(e.id),
            tag("span", e.status.value, class_=f"badge st {e.status.value}"),
            tag("strong", view.event_type(e)),
            " ",
            tag("em", look.trigger(e)),
        ),
        *sides,
        _links(
            _field("in", _ref(look, e.place, prefix)),
            _ref(look, e.time, prefix),
            _field("with", e.weapon.quote if e.weapon else ""),
            "historical" if e.historical else "",
            "ongoing" if e.ongoing else "",
            _said(look, e.said_in, prefix),
            _field("CAMEO", e.cameo or ""),
            _field("code", e.code or ""),
            ", ".join(e.contexts),
        ),
    ]


def _toll(look: View, t: Toll, prefix: str) -> list[Part]:
    return [
        _head(
            look.label(t.id),
            tag("span", view.harm(t), class_="badge harm"),
            tag("strong", view.bounds(t), class_="figure"),
            " ",
            t.victims.text or t.victims.kind.value,
        ),
        _links(
            t.victims.kind.value,
            _field("of", _ref(look, t.victims.side, prefix)),
            _field("part of", _ref(look, t.part_of, prefix, look.label(t.part_of))),
            "running total" if t.cumulative else "",
            _field("in", _ref(look, t.place, prefix)),
            _ref(look, t.period, prefix),
            _field("from", _ref(look, t.event, prefix, look.label(t.event))),
            _said(look, t.said_in, prefix),
        ),
    ]


def _said(look: View, said_in: str | None, prefix: str) -> Html:
    if said_in is None:
        return tag("span", "outlet’s own voice", class_="unknown")
    return join(["per ", _ref(look, said_in, prefix), " (", _ref(look, said_in, prefix, look.label(said_in)), ")"])


def _actor(look: View, a: Actor, prefix: str) -> list[Part]:
    uses = look.referring(a.id)
    roles: dict[str, list[Part]] = {}
    for field, record in uses:
        roles.setdefault(_ROLES.get(field, field), []).append(_ref(look, record.id, prefix, look.label(record.id)))
    called = ", ".join(view.forms(a))
    return [
        _head(look.label(a.id), tag("span", a.kind.value.replace("_", " "), class_="badge"), tag("strong", a.name)),
        _links(
            a.title or "",
            a.country or "",
            a.sector or "",
            _field("code", a.code or ""),
            _field("of", _ref(look, a.member_of, prefix)),
            _field("also called", called),
        ),
        _links(*[_field(role, join(refs, ", ")) for role, refs in roles.items()]),
    ]


_ROLES = {
    "speaker": "speaks in",
    "actors": "acts in",
    "recipients": "recipient in",
    "audience": "is told",
    "member_of": "has",
}


def _place(look: View, p: Place, prefix: str) -> list[Part]:
    at = p.resolved
    badge = tag("span", at.precision.value if at else "unresolved", class_="badge")
    others = [c.name + (f" ({c.country})" if c.country else "") for c in p.candidates[1:5]]
    return [
        _head(look.label(p.id), badge, tag("strong", p.name)),
        _links(
            *(
                [at.country or "", at.admin1 or "", at.admin2 or "", view.coordinates(p), at.feature]
                if at
                else [p.unresolved or ""]
            ),
            _field("GeoNames", str(at.geonames_id) if at and at.geonames_id else ""),
            _field("could also be", "; ".join(others)),
        ),
        _used(look, p.id, prefix),
    ]


def _time(look: View, t: Time, prefix: str) -> list[Part]:
    words = ", ".join(dict.fromkeys(m.quote for m in t.mentions))
    return [
        _head(
            look.label(t.id),
            tag("span", t.precision.value.replace("_", " ") if t.precision else "unresolved", class_="badge"),
            tag("strong", view.interval(t) or words),
        ),
        _links(words, _field(t.kind, t.timex or ""), _field("counted from", t.anchor or ""), t.unresolved or ""),
        _used(look, t.id, prefix),
    ]


def _used(look: View, identifier: str, prefix: str) -> Html:
    uses = [_ref(look, record.id, prefix, look.label(record.id)) for _, record in look.referring(identifier)]
    return _links(_field("used by", join([*uses], ", ")))


def _drop(drop: Dropped, label: str, prefix: str) -> Html:
    why = tag("p", f"raw {drop.raw_start}–{drop.raw_end} ", *_codes(drop.why), class_="why")
    return tag(
        "li",
        _head(label, tag("span", drop.reason.value, class_="badge")),
        tag("blockquote", drop.quote, dir="auto"),
        why,
        id=prefix + label,
        class_="rec",
        data_r=label,
        tabindex="-1",
    )
