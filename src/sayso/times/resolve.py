"""Found expressions -> intervals, in text order, so that later ones can be counted from earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.ids import content_id
from sayso.records.article import Published
from sayso.records.base import Evidence, RuleId
from sayso.records.language import Document
from sayso.records.times import FoundTime, Time
from sayso.times import periods
from sayso.times.periods import Period
from sayso.times.ranges import RANGE
from sayso.times.readers import READERS
from sayso.times.readers_calendar import span_of
from sayso.times.templates import reader_names
from sayso.times.tense import Tense, tense_of
from sayso.times.values import Context, Mention, Value, unresolved

_TENSED = frozenset(
    {
        "weekday",
        "part_of_day",
        "month_day",
        "day_range",
        "month",
        "holiday",
        "season",
        "clock",
        "quarter",
        "the_unit",
        "week_of",
        "duration",
        "duration_vague",
        "night_between",
        "overnight",
    }
)
_COMPARED = frozenset({"times.ago", "times.later"})  # "a year earlier": a yardstick, not where the story goes on
_JOINERS = frozenset({"and", "into", "to", "or", "through", "-"})


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the text has named so far."""

    spoken: Period | None = None
    day: Period | None = None
    quarter: Period | None = None
    sentence: int = -1
    has_year: bool = False

    def after(self, mention: Mention) -> "_Memory":
        period = mention.value.period
        if period is None or (mention.rule in _COMPARED and period.unit != "day"):
            return self
        is_day = period.unit == "day"
        newer = period.unit == "quarter" and (self.quarter is None or period.first >= self.quarter.first)
        return _Memory(
            spoken=period,
            day=period if is_day else self.day,
            quarter=period if newer else self.quarter,
            sentence=mention.sentence if is_day else self.sentence,
            has_year=mention.value.anchor is None or (mention.value.anchor == "text" and self.has_year),
        )


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for the whole text."""

    document: Document
    publication: Period | None
    tense: Tense | None


def resolve_times(found: tuple[FoundTime, ...], document: Document, published: Published | None) -> tuple[Time, ...]:
    """Found expressions -> times, one for each distinct reading, in the order of their first mention.

    Without a publication date relative expressions stay unresolved, with a reason.
    """
    grouped: dict[tuple[object, ...], list[Mention]] = {}
    for mention in read_mentions(found, document, published):
        value = mention.value
        key = (value.timex, value.start, value.end, value.kind, value.unresolved, value.precision)
        grouped.setdefault(key, []).append(mention)
    return tuple(_time(document.text, mentions) for mentions in grouped.values())


def _time(text: str, mentions: Sequence[Mention]) -> Time:
    value, first = mentions[0].value, mentions[0].span
    rules = tuple(dict.fromkeys(mention.rule for mention in mentions))
    return Time(
        id=content_id("ti", value.timex, value.start, value.end, value.kind, first.start, first.end),
        start=value.start,
        end=value.end,
        precision=value.precision,
        timex=value.timex,
        kind=value.kind,
        anchor=value.anchor,
        unresolved=value.unresolved,
        mentions=tuple(Evidence(start=m.span.start, end=m.span.end, quote=m.span.of(text)) for m in mentions),
        why=rules,
    )


def read_mentions(
    found: Sequence[FoundTime],
    document: Document,
    published: Published | None,
    *,
    tense: Tense | None = None,
) -> tuple[Mention, ...]:
    """Each expression with its own reading, in text order. `tense`, if given, is taken for that of every verb."""
    publication = publication_period(published)
    memory, mentions, section = _Memory(), [], 0
    for i, expression in enumerate(found):
        follower = found[i + 1] if i + 1 < len(found) else None
        part = document.parts[document.sentences[expression.sentence].part]
        if part.section != section:
            memory, section = _Memory(), part.section
        own = publication_period(part.published) if part.published else publication
        mention = _mention(expression, follower, _Setting(document, own, tense), memory)
        memory = memory.after(mention)
        mentions.append(mention)
    return tuple(mentions)


def _mention(expression: FoundTime, follower: FoundTime | None, setting: _Setting, memory: _Memory) -> Mention:
    if expression.rule == RANGE:
        return _range(expression, setting, memory)
    document, publication = setting.document, setting.publication
    read = reader_names()[expression.rule]
    tense = setting.tense or (tense_of(document, expression) if read in _TENSED and publication else Tense("none"))
    fields = dict(expression.fields)
    fields["text"] = _norm(expression.span.of(document.text))
    context = Context(
        publication=publication,
        spoken=memory.spoken,
        spoken_day=memory.day,
        spoken_quarter=memory.quarter,
        spoken_has_year=memory.has_year,
        tense=tense,
        text_day=memory.day if memory.sentence == expression.sentence else None,
        relation=fields.get("relation", ""),
    )
    if read == "overnight" and follower is not None and _joined(expression, follower, document):
        then = _mention(follower, None, setting, memory).value
        context = replace(context, next_day=then.period if then.kind == "TIME" else None)
    return Mention(
        span=expression.span,
        sentence=expression.sentence,
        rule=expression.rule,
        value=_read(read, fields, context),
        parts=tuple(_mention(end, None, setting, memory) for end in expression.parts),
    )


def _read(name: str, fields: dict[str, str], context: Context) -> Value:
    try:
        value = READERS[name](fields, context)
    except (ValueError, OverflowError):  # datetime ends at the years 1 and 9999
        return unresolved("outside the calendar", None)
    if value.kind == "DATE" and value.timex and "T" in value.timex and value.timex[:1].isdigit():
        return replace(value, kind="TIME")
    return value


def _range(expression: FoundTime, setting: _Setting, memory: _Memory) -> Mention:
    first, last = (_mention(end, None, setting, memory) for end in expression.parts)
    return Mention(
        span=expression.span,
        sentence=expression.sentence,
        rule=RANGE,
        value=span_of(*_ordered(first.value, last.value)),
        parts=(first, last),
    )


def _ordered(first: Value, last: Value) -> tuple[Value, Value]:
    """The ends of a range in order: a first day that falls after the last is a week or a year too late."""
    a, b = first.period, last.period
    if first.kind == last.kind == "TIME" and a == b and first.start and last.end and first.start > last.end:
        return first, _next_day(last)
    if a is None or b is None or a.first <= b.first:
        return first, last
    step = 7 if first.anchor == "publication" and a.unit == "day" and (a.first - b.first).days <= 7 else 0
    if step:
        moved = periods.day(periods.moved(a.first, "day", -step))
    elif first.anchor == "publication" and a.unit in ("day", "month"):
        moved = periods.holding(a.unit, periods.moved(a.first, "year", -1))
    else:
        return first, last
    return replace(
        first, start=moved.first.isoformat(), end=moved.last.isoformat(), timex=moved.timex, period=moved
    ), last


def _next_day(value: Value) -> Value:
    """A time of day, a day later ("from 10 p.m. to 5 a.m.")."""
    if value.period is None or value.start is None or value.end is None or value.timex is None:
        return value
    day = periods.day(periods.moved(value.period.first, "day", 1))
    old, new = value.period.timex, day.timex
    start, end, timex = (text.replace(old, new) for text in (value.start, value.end, value.timex))
    return replace(value, start=start, end=end, timex=timex, period=day)


def publication_period(published: Published | None) -> Period | None:
    """The day, month or year of publication; None if unknown or ill-formed."""
    if published is None:
        return None
    text = published.start
    try:
        when = date.fromisoformat(f"{text}-01-01"[:10] if len(text) < 10 else text[:10])
    except ValueError:
        return None
    if published.precision == "year":
        return periods.year(when.year)
    if published.precision == "month":
        return periods.month(when.year, when.month)
    return periods.day(when)


def _joined(expression: FoundTime, follower: FoundTime, document: Document) -> bool:
    between = document.text[expression.span.end : follower.span.start].lower().split()
    return follower.sentence == expression.sentence and len(between) == 1 and between[0] in _JOINERS


def _norm(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("-", " - ").replace("–", " - ").split())


__all__ = ["RuleId", "read_mentions", "resolve_times"]
