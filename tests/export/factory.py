"""A reading made by hand: what the exporters and `explain` are tested on, independent of the stages."""

from dataclasses import replace
from pathlib import Path

from sayso.codebook.plover import EventType
from sayso.codebook.terms import (
    Act,
    ActorKind,
    DropReason,
    Form,
    Harm,
    PartKind,
    PlacePrecision,
    Status,
    TimePrecision,
    VictimKind,
)
from sayso.ids import content_id
from sayso.records.actors import Actor, ActorMention, MentionForm
from sayso.records.article import Article, Dateline, Dropped, Part, Published, Raw
from sayso.records.base import Evidence, RuleId
from sayso.records.events import Event, Trigger, Weapon
from sayso.records.places import Candidate, Place, Resolved
from sayso.records.reading import Manifest, Reading
from sayso.records.statements import Cue, Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll, Victims
from sayso.text import OffsetMap, Span

_HERE = Path(__file__).parent
RAW = (_HERE / "velin_raw.txt").read_text(encoding="utf-8")
TEXT = (_HERE / "velin.txt").read_text(encoding="utf-8").rstrip("\n")
SEED = "factory"


def at(words: str, nth: int = 0, *, text: str = TEXT) -> Span:
    """The span of the nth occurrence of `words`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def ev(words: str, nth: int = 0) -> Evidence:
    span = at(words, nth)
    return Evidence(start=span.start, end=span.end, quote=words)


def _parts() -> tuple[Part, ...]:
    parts, start = [], 0
    for i, block in enumerate(TEXT.split("\n\n")):
        kind = PartKind.HEADLINE if i == 0 else PartKind.PARAGRAPH
        parts.append(Part(kind=kind, start=start, end=start + len(block)))
        start += len(block) + 2
    return tuple(parts)


def _article() -> Article:
    parts = _parts()
    runs = tuple((p.start, at(TEXT[p.start : p.end], text=RAW).start, p.end - p.start, p.end - p.start) for p in parts)
    dateline = "TARSA, May 3 (Harbour Press) - "
    start = RAW.index(dateline)
    return Article(
        id=content_id("ar", SEED),
        url="https://harbour.example/2025/05/03/velin",
        outlet="Harbour Press",
        headline="Army denies shelling Velin market as toll rises to 23",
        bylines=("Lena Oster",),
        credits=("R. Oduya / Harbour Press",),
        dateline=Dateline(
            quote=dateline.rstrip(),
            raw_start=start,
            raw_end=start + len(dateline.rstrip()),
            place="TARSA",
            date="May 3",
            agency="Harbour Press",
        ),
        published=Published(start="2025-05-04", end="2025-05-04", precision="day", basis="given"),
        language="en",
        text=TEXT,
        parts=parts,
        raw=Raw(sha256="0" * 64, bytes=len(RAW.encode()), media_type="text/plain"),
        offset_map=OffsetMap(runs),
    )


def _drop(reason: DropReason, quote: str) -> Dropped:
    span = at(quote, text=RAW)
    return Dropped(reason=reason, raw_start=span.start, raw_end=span.end, quote=quote, why=(f"article.{reason.value}",))


def _actor(name: str, kind: ActorKind, *mentions: tuple[str, int, MentionForm], **more: str | None) -> Actor:
    spans = [(at(words, nth), words, form) for words, nth, form in mentions]
    return Actor(
        id=content_id("ac", SEED, name),
        name=name,
        kind=kind,
        country=more.get("country"),
        sector=more.get("sector"),
        title=more.get("title"),
        member_of=more.get("member_of"),
        mentions=tuple(ActorMention(start=s.start, end=s.end, quote=q, form=f) for s, q, f in spans),
        why=(RuleId("actors.name"),),
    )


def _actors() -> dict[str, Actor]:
    korvan = _actor("Korvan", ActorKind.COUNTRY, ("Korvan", 0, "demonym"), country="XKV")
    army = _actor(
        "Korvan army",
        ActorKind.MILITARY,
        ("Army", 0, "nominal"),
        ("The Korvan army", 0, "name"),
        ("it", TEXT[: TEXT.index("it had shelled")].count("it"), "pronoun"),
        ("Our units", 0, "nominal"),
        country="XKV",
        sector="MIL",
        member_of=korvan.id,
    )
    return {
        "korvan": korvan,
        "army": army,
        "ministry": _actor(
            "Korvan health ministry",
            ActorKind.GOVERNMENT,
            ("the Korvan health ministry", 0, "name"),
            country="XKV",
            sector="GOV",
            member_of=korvan.id,
        ),
        "malo": _actor(
            "Idris Malo",
            ActorKind.PERSON,
            ("Gen. Idris Malo", 0, "name"),
            ("Mr. Malo", 0, "name"),
            country="XKV",
            sector="MIL",
            title="Gen.",
            member_of=army.id,
        ),
        "front": _actor(
            "Northern Front",
            ActorKind.ARMED_GROUP,
            ("The rebels", 0, "nominal"),
            ("the Northern Front", 0, "name"),
            sector="REB",
        ),
        "spokesman": _actor("spokesman for the Northern Front", ActorKind.UNNAMED, ("A spokesman", 0, "nominal")),
        "nurse": _actor("nurse", ActorKind.UNNAMED, ("a nurse", 0, "nominal")),
        "people": _actor("people", ActorKind.CIVILIANS, ("people", 0, "nominal")),
    }


def _places() -> dict[str, Place]:
    velin = Candidate(
        geonames_id=1,
        name="Velin",
        latitude=12.5,
        longitude=31.25,
        country="XKV",
        admin1="North",
        admin2=None,
        feature="PPL",
        population=41_000,
    )
    return {
        "velin": Place(
            id=content_id("pl", SEED, "Velin"),
            name="Velin",
            resolved=Resolved(
                latitude=12.5,
                longitude=31.25,
                country="XKV",
                admin1="North",
                admin2=None,
                geonames_id=1,
                feature="PPL",
                precision=PlacePrecision.EXACT,
            ),
            unresolved=None,
            candidates=(velin,),
            mentions=(ev("Velin", 0), ev("Velin", 1), ev("Velin", 2)),
            why=(RuleId("places.name"),),
        ),
        "tarsa": Place(
            id=content_id("pl", SEED, "Tarsa"),
            name="Tarsa",
            resolved=None,
            unresolved="not in the gazetteer",
            candidates=(),
            mentions=(ev("Tarsa"),),
            why=(RuleId("places.name"),),
        ),
    }


def _time(words: str, start: str | None, end: str | None, timex: str | None, *, kind: str = "DATE") -> Time:
    return Time(
        id=content_id("ti", SEED, words),
        start=start,
        end=end,
        precision=None if start is None else TimePrecision.DAY if kind == "DATE" else TimePrecision.PART_OF_DAY,
        timex=timex,
        kind=kind,
        anchor=None if start is None else "publication",
        unresolved=None if start else "relative, and no day it could be counted from",
        mentions=(ev(words),),
        why=(RuleId("times.weekday"),),
    )


def _statement(
    name: str,
    cue: tuple[str, int, str],
    *content: str,
    speaker: tuple[str, str],
    act: Act,
    parent: str | None = None,
) -> Statement:
    """`cue` is (words, which occurrence, lemma), `speaker` (key of the actor, words)."""
    spans = tuple(at(words) for words in content)
    words, nth, lemma = cue
    said, who = at(words, nth), at(speaker[1])
    evidence = sorted({*spans, said, who})
    return Statement(
        id=content_id("st", SEED, name),
        speaker=_actors()[speaker[0]].id,
        speaker_span=who,
        speakers=(),
        via=(),
        parent=content_id("st", SEED, parent) if parent else None,
        cue=Cue(start=said.start, end=said.end, lemma=lemma),
        content=spans,
        form=Form.DIRECT if content[0].startswith('"') else Form.INDIRECT,
        act=act,
        negated=False,
        audience=(),
        time=None,
        place=_places()["tarsa"].id if name == "units" else None,
        evidence=tuple(Evidence(start=s.start, end=s.end, quote=s.of(TEXT)) for s in evidence),
        why=(RuleId(f"statements.{lemma.replace(' ', '_')}"),),
    )


def _statements() -> tuple[Statement, ...]:
    moved = "two batteries had been moved to Velin overnight"
    return (
        _statement("headline", ("denies", 0, "deny"), "shelling Velin market", speaker=("army", "Army"), act=Act.DENY),
        _statement(
            "health",
            ("said", 0, "say"),
            "At least 23 people were killed when shells hit the main market in Velin on Saturday",
            speaker=("ministry", "the Korvan health ministry"),
            act=Act.ASSERT,
        ),
        _statement(
            "denial",
            ("denied", 0, "deny"),
            "that it had shelled the market",
            speaker=("army", "The Korvan army"),
            act=Act.DENY,
        ),
        _statement(
            "units",
            ("told", 0, "tell"),
            '"Our units were not in the area,"',
            '"The rebels fired the rockets."',
            speaker=("malo", "Gen. Idris Malo"),
            act=Act.ACCUSE,
        ),
        _statement(
            "front",
            ("said", 1, "say"),
            f"Mr. Malo had admitted to local elders that {moved}",
            speaker=("spokesman", "A spokesman for the Northern Front"),
            act=Act.ASSERT,
        ),
        _statement(
            "admitted",
            ("admitted", 0, "admit"),
            moved,
            speaker=("malo", "Mr. Malo"),
            act=Act.CONFIRM,
            parent="front",
        ),
        _statement(
            "nurse",
            ("according to", 0, "according to"),
            "Six children were among the dead",
            speaker=("nurse", "a nurse who asked not to be named"),
            act=Act.ASSERT,
        ),
    )


def _event(
    name: str,
    trigger: str,
    kind: EventType,
    status: Status,
    *,
    actors: tuple[str, ...] = (),
    said_in: str | None = None,
    nth: int = 0,
) -> Event:
    span, sides = at(trigger, nth), _actors()
    shelling = kind is EventType.ASSAULT
    rockets = ev("the rockets") if trigger == "fired" else None
    return Event(
        id=content_id("ev", SEED, name),
        type=kind,
        mode="heavy-weapons" if shelling else "troops",
        contexts=("military",),
        cameo="194" if shelling else "150",
        actors=tuple(sides[a].id for a in actors),
        recipients=(),
        place=None if name == "rockets" else _places()["velin"].id,
        time=content_id("ti", SEED, "on Saturday") if name == "hit" else None,
        status=status,
        historical=False,
        ongoing=False,
        said_in=content_id("st", SEED, said_in) if said_in else None,
        weapon=Weapon(start=rockets.start, end=rockets.end, quote=rockets.quote) if rockets else None,
        trigger=Trigger(start=span.start, end=span.end, lemma=trigger),
        evidence=(ev(trigger, nth),),
        why=(RuleId("events.assault"), RuleId(f"events.{status.value}")),
    )


def _tolls() -> tuple[Toll, ...]:
    all_dead = Toll(
        id=content_id("to", SEED, "23"),
        harm=Harm.KILLED,
        low=23,
        high=None,
        approximate=False,
        victims=Victims(text="people", kind=VictimKind.PEOPLE, side=None),
        period=content_id("ti", SEED, "on Saturday"),
        place=_places()["velin"].id,
        event=content_id("ev", SEED, "hit"),
        said_in=content_id("st", SEED, "health"),
        cumulative=False,
        part_of=None,
        evidence=(ev("At least 23 people were killed"),),
        why=(RuleId("tolls.at_least"),),
    )
    children = Toll(
        id=content_id("to", SEED, "6"),
        harm=Harm.KILLED,
        low=6,
        high=6,
        approximate=False,
        victims=Victims(text="children", kind=VictimKind.CHILDREN, side=None),
        period=None,
        place=None,
        event=None,
        said_in=content_id("st", SEED, "nurse"),
        cumulative=False,
        part_of=all_dead.id,
        evidence=(ev("Six children were among the dead"),),
        why=(RuleId("tolls.among"),),
    )
    return (all_dead, children)


def reading() -> Reading:
    """The whole reading."""
    actors, places = _actors(), _places()
    return Reading(
        sayso=Manifest(version="0.0.0", schema="1", lexicon="a" * 64, gazetteer="b" * 64, model="hand 1"),
        article=_article(),
        dropped=(
            _drop(DropReason.APPEAL, "Support independent reporting. Subscribe now!"),
            _drop(DropReason.CREDIT, "Photo: R. Oduya / Harbour Press"),
            _drop(DropReason.DATELINE, "TARSA, May 3 (Harbour Press) -"),
            _drop(DropReason.RELATED, "Read more: five things to know about Korvan"),
        ),
        actors=tuple(actors.values()),
        places=tuple(places.values()),
        times=(
            _time("on Saturday", "2025-05-03", "2025-05-03", "2025-05-03"),
            _time("overnight", None, None, None, kind="TIME"),
        ),
        statements=_statements(),
        events=(
            _event("headline", "shelling", EventType.ASSAULT, Status.DENIED, actors=("army",), said_in="headline"),
            _event("hit", "hit", EventType.ASSAULT, Status.CLAIMED, said_in="health"),
            _event("denied", "shelled", EventType.ASSAULT, Status.DENIED, actors=("army",), said_in="denial"),
            _event("rockets", "fired", EventType.ASSAULT, Status.ALLEGED, actors=("front",), said_in="units"),
            _event("moved", "moved", EventType.MOBILIZE, Status.CLAIMED, actors=("army",), said_in="admitted"),
        ),
        tolls=_tolls(),
    )


def bare(text: str) -> Reading:
    """A reading without any record, of any text."""
    part = Part(kind=PartKind.PARAGRAPH, start=0, end=len(text))
    whole = reading()
    article = replace(
        whole.article,
        text=text,
        headline=None,
        parts=(part,) if text else (),
        offset_map=OffsetMap(((0, 0, len(text), len(text)),) if text else ()),
    )
    return replace(
        whole, article=article, dropped=(), actors=(), places=(), times=(), statements=(), events=(), tolls=()
    )
