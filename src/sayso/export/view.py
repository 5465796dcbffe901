"""A reading with its cross-references looked up: short labels, names for ids, times and figures in words."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from sayso.codebook.terms import Act, Form, Harm
from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.places import Place
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll

Record = Statement | Event | Toll | Actor | Place | Time

ACTS = {Act.CLAIM_RESPONSIBILITY: "claim"}
HARMS = {Harm.KILLED_OR_WOUNDED: "casualties"}
_DOUBTFUL = 0.4


class View:
    """Looks up ids of one reading. Labels number each kind in the reading's order: S1, E1, T1, A1, P1, D1 (dates)."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.records: dict[str, Record] = {}
        self.labels: dict[str, str] = {}
        kinds: Sequence[tuple[str, Sequence[Record]]] = (
            ("S", reading.statements),
            ("E", reading.events),
            ("T", reading.tolls),
            ("A", reading.actors),
            ("P", reading.places),
            ("D", reading.times),
        )
        for letter, records in kinds:
            for number, record in enumerate(records, start=1):
                self.records.setdefault(record.id, record)
                self.labels.setdefault(record.id, f"{letter}{number}")

    @cached_property
    def _pointing(self) -> dict[str, list[tuple[str, Record]]]:
        found: dict[str, list[tuple[str, Record]]] = {}
        for record in chain[Record](self.claims, self.reading.actors):
            for field in _REFERENCES:
                value = getattr(record, field, None)
                for identifier in dict.fromkeys(value if isinstance(value, tuple) else (value,)):
                    if isinstance(identifier, str):
                        found.setdefault(identifier, []).append((field, record))
        return found

    def referring(self, identifier: str) -> list[tuple[str, Record]]:
        """What points at a record: (field name, record), in the reading's order."""
        return self._pointing.get(identifier, [])

    @property
    def claims(self) -> tuple[Statement | Event | Toll, ...]:
        """Statements, events and tolls, in that order."""
        return (*self.reading.statements, *self.reading.events, *self.reading.tolls)

    def label(self, identifier: str | None) -> str:
        """The short label of a record; the id itself if the reading has no such record; empty for None."""
        return "" if identifier is None else self.labels.get(identifier, identifier)

    def name(self, identifier: str | None) -> str:
        """A few words for an actor, place, time or statement (its speaker); empty for None."""
        words = identifier or ""
        match self.records.get(words):
            case Actor(name=name) | Place(name=name):
                words = name
            case Time() as time:
                words = interval(time) or ", ".join(f"“{mention.quote}”" for mention in time.mentions[:1])
            case Statement() as statement:
                words = self.speaker(statement)
            case Event() as event:
                words = event_type(event)
            case Toll() as toll:
                words = f"{bounds(toll)} {harm(toll)}"
        return words

    def names(self, identifiers: Sequence[str]) -> str:
        """Names, joined by commas."""
        return ", ".join(self.name(i) for i in identifiers)

    def speaker(self, statement: Statement) -> str:
        """Who speaks: the actor's name, else the words printed, else that nobody is named."""
        if statement.speakers:
            return " + ".join(self.name(speaker) for speaker in statement.speakers)
        if statement.speaker is not None:
            return self.name(statement.speaker)
        if statement.speaker_span is not None:
            return statement.speaker_span.of(self.text)
        return "(nobody named)"

    def content(self, statement: Statement) -> str:
        """The words said, stretches joined by an ellipsis; in quotation marks if given word for word."""
        said = " … ".join(span.of(self.text) for span in statement.content)
        bare = statement.form is Form.DIRECT and said and said[0] not in "\"“'‘«„`"
        return f"“{said}”" if bare else said

    def cue(self, statement: Statement) -> str:
        """The cue as printed."""
        return self.text[statement.cue.start : statement.cue.end]

    def trigger(self, event: Event) -> str:
        """The trigger as printed."""
        return self.text[event.trigger.start : event.trigger.end]


def doubtful(record: Record) -> bool:
    """True if the record is clearly more likely wrong than right."""
    return record.confidence < _DOUBTFUL


def confidence(record: Record) -> str:
    """The confidence without its leading nought: .83."""
    return f"{record.confidence:.2f}".removeprefix("0")


def act(statement: Statement) -> str:
    """The speech act in at most twelve characters."""
    word = ACTS.get(statement.act, statement.act.value)
    return f"not {word}" if statement.negated else word


def harm(toll: Toll) -> str:
    """The harm in one word."""
    return HARMS.get(toll.harm, toll.harm.value)


def event_type(event: Event) -> str:
    """TYPE or TYPE/mode."""
    return f"{event.type.value}/{event.mode}" if event.mode else event.type.value


def bounds(toll: Toll) -> str:
    """The figure: 23, 23+ (at least), up to 40, 5–7, ~200, none."""
    low, high = toll.low, toll.high
    about = "~" if toll.approximate else ""
    if low is not None and high is not None:
        return about + (f"{low:,}" if low == high else f"{low:,}–{high:,}")
    return f"{about}{low:,}+" if low is not None else f"up to {about}{high or 0:,}"


def interval(time: Time) -> str:
    """The interval: one day, a range, an open range; empty if unresolved."""
    start, end = time.start, time.end
    if start is None and end is None:
        return ""
    if start == end:
        return start or ""
    if start and end and start[:10] == end[:10] and len(start) > len("2000-01-01"):
        return f"{start[:10]} {start[11:16]}–{end[11:16]}"
    if start is None:
        return f"until {_brief(end)}"
    return f"{_brief(start)} to {_brief(end)}" if end else f"from {_brief(start)}"


def _brief(moment: str | None) -> str:
    return "" if moment is None else moment.replace("T", " ")[:16]


def coordinates(place: Place) -> str:
    """Latitude and longitude in degrees, or empty."""
    at = place.resolved
    if at is None or at.latitude is None or at.longitude is None:
        return ""
    north, east = "N" if at.latitude >= 0 else "S", "E" if at.longitude >= 0 else "W"
    return f"{abs(at.latitude):.2f}°{north} {abs(at.longitude):.2f}°{east}"


def forms(actor: Actor) -> list[str]:
    """The different words an actor is called by, capitals aside, names first, its own name left out."""
    ranked = sorted(actor.mentions, key=lambda m: (m.form in ("nominal", "pronoun"), m.form == "pronoun", m.start))
    different: dict[str, str] = {}
    for mention in ranked:
        different.setdefault(mention.quote.casefold(), mention.quote)
    different.pop(actor.name.casefold(), None)
    return list(different.values())


def anchor(record: Record) -> int:
    """The character of the article that a record is shown at: its cue, trigger, or first evidence."""
    match record:
        case Statement(cue=cue):
            return cue.start
        case Event(trigger=trigger):
            return trigger.start
        case Toll(evidence=evidence):
            return evidence[0].start if evidence else 0
        case _:
            return record.mentions[0].start if record.mentions else 0


_REFERENCES = (
    "speaker",
    "via",
    "audience",
    "parent",
    "actors",
    "recipients",
    "place",
    "time",
    "period",
    "said_in",
    "event",
    "part_of",
    "member_of",
)
