"""What counts as the same record, and what is said about one that changed."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codebook.terms import Status
from sayso.compare import Comparison, Difference, compare
from sayso.compare.compare import outcomes
from sayso.records.base import Evidence, RuleId
from sayso.records.reading import Reading
from sayso.text import OffsetMap
from tests.export.factory import at, bare, reading


def only(comparison: Comparison) -> Difference:
    assert len(comparison.differences) == 1
    return comparison.differences[0]


def test_the_same_reading_has_no_difference() -> None:
    comparison = compare([reading()], [reading()])
    assert comparison.same
    assert comparison.both == 1
    assert not comparison.rules


def test_ids_and_makers_are_not_compared() -> None:
    whole = reading()
    renamed = {event.id: f"ev-{number}" for number, event in enumerate(whole.events)}
    other = replace(
        whole,
        sayso=replace(whole.sayso, version="9"),
        events=tuple(replace(e, id=renamed[e.id]) for e in whole.events),
        tolls=tuple(replace(t, event=renamed[t.event] if t.event else None) for t in whole.tolls),
    )
    assert compare([whole], [other]).same


def test_a_record_that_says_something_else_has_changed() -> None:
    whole = reading()
    event = replace(whole.events[1], status=Status.REPORTED, place=None)
    found = only(compare([whole], [replace(whole, events=(whole.events[0], event, *whole.events[2:]))]))
    assert (found.kind, found.outcome) == ("event", "changed")
    assert [(c.field, c.before, c.after) for c in found.changes] == [
        ("place", ("Velin",), ()),
        ("status", ("claimed",), ("reported",)),
    ]
    assert found.sentence.startswith("At least 23 people were killed when shells hit")


def test_gone_and_new_are_counted_by_kind_and_by_rule() -> None:
    whole = reading()
    less = replace(whole, events=whole.events[1:])
    there, back = compare([whole], [less]), compare([less], [whole])
    assert only(there).outcome == "gone"
    assert only(back).outcome == "new"
    assert [(c.name, c.before, c.after, c.gone, c.new) for c in there.rules] == [
        ("events.assault", 5, 4, 1, 0),
        ("events.denied", 2, 1, 1, 0),
    ]
    kinds = {count.name: count for count in back.kinds}
    assert (kinds["event"].before, kinds["event"].after, kinds["event"].new) == (4, 5, 1)


def test_a_rule_that_no_longer_fires_is_gone_for_that_rule_only() -> None:
    whole = reading()
    first = whole.events[0]
    event = replace(first, why=(RuleId("events.assault"), RuleId("events.other")))
    found = only(compare([whole], [replace(whole, events=(event, *whole.events[1:]))]))
    assert outcomes(found) == {"events.assault": "changed", "events.denied": "gone", "events.other": "new"}
    assert found.changes[-1].field == "why"


def test_another_figure_at_the_same_place_is_a_change_another_harm_too_is_not() -> None:
    whole = reading()
    more = replace(whole.tolls[0], low=24)
    found = only(compare([whole], [replace(whole, tolls=(more, whole.tolls[1]))]))
    assert [(c.field, c.before, c.after) for c in found.changes] == [("figure", ("23+",), ("24+",))]
    wounded = replace(more, harm=type(more.harm)("wounded"))
    outcome = compare([whole], [replace(whole, tolls=(wounded, whole.tolls[1]))])
    assert sorted(d.outcome for d in outcome.differences if d.kind == "toll") == ["changed", "gone", "new"]


def test_an_actor_by_another_name_changes_the_actor_not_what_it_says() -> None:
    whole = reading()
    malo = next(a for a in whole.actors if "Malo" in a.name)
    actors = tuple(replace(a, name="General Malo", id="ac-x") if a is malo else a for a in whole.actors)
    other = replace(
        whole,
        actors=tuple(replace(a, member_of="ac-x") if a.member_of == malo.id else a for a in actors),
        statements=tuple(replace(s, speaker="ac-x") if s.speaker == malo.id else s for s in whole.statements),
    )
    found = only(compare([whole], [other]))
    assert found.kind == "actor"
    assert [c.field for c in found.changes] == ["name"]


def test_mentions_that_come_are_named_with_their_place() -> None:
    whole = reading()
    place = whole.places[0]
    span = at("market")
    more = replace(place, mentions=(*place.mentions, Evidence(start=span.start, end=span.end, quote="market")))
    found = only(compare([whole], [replace(whole, places=(more, *whole.places[1:]))]))
    assert set(found.changes[0].after) - set(found.changes[0].before) == {f"market @{span.start}"}


def moved(whole: Reading, lead: str, *, sha256: str | None = None) -> Reading:
    """The same reading with a first paragraph more: every position is another."""
    by = len(lead) + 2
    extra = bare(lead)
    article = replace(
        whole.article,
        id="ar-moved",
        text=f"{lead}\n\n{whole.article.text}",
        parts=(*extra.article.parts, *(replace(p, start=p.start + by, end=p.end + by) for p in whole.article.parts)),
        raw=replace(whole.article.raw, sha256=sha256 or whole.article.raw.sha256),
        offset_map=OffsetMap(tuple((c + by, r, n, m) for c, r, n, m in whole.article.offset_map.runs)),
    )

    def forth(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(e, start=e.start + by, end=e.end + by) for e in evidence)

    return replace(
        whole,
        article=article,
        actors=tuple(
            replace(a, mentions=tuple(replace(m, start=m.start + by, end=m.end + by) for m in a.mentions))
            for a in whole.actors
        ),
        places=tuple(replace(p, mentions=forth(p.mentions)) for p in whole.places),
        times=tuple(replace(t, mentions=forth(t.mentions)) for t in whole.times),
        statements=(),
        events=tuple(
            replace(
                e,
                trigger=replace(e.trigger, start=e.trigger.start + by, end=e.trigger.end + by),
                evidence=forth(e.evidence),
                said_in=None,
            )
            for e in whole.events
        ),
        tolls=tuple(replace(t, evidence=forth(t.evidence), said_in=None) for t in whole.tolls),
    )


def test_what_only_moved_is_no_difference() -> None:
    whole = reading()
    silent = replace(
        whole,
        statements=(),
        events=tuple(replace(e, said_in=None) for e in whole.events),
        tolls=tuple(replace(t, said_in=None) for t in whole.tolls),
    )
    for sha256 in (None, "f" * 64):
        comparison = compare([silent], [moved(whole, "A line that was dropped before.", sha256=sha256)])
        assert comparison.both == 1
        found = only(comparison)
        assert found.kind == "article"
        assert {change.field for change in found.changes} <= {"parts", "raw"}


def test_articles_on_one_side_only_are_named() -> None:
    other = bare("Something else entirely happened.")
    other = replace(other, article=replace(other.article, id="ar-other", raw=replace(other.article.raw, sha256="0")))
    other = replace(other, article=replace(other.article, url=None, headline="Another"))
    comparison = compare([reading(), other], [reading()])
    assert comparison.only_before == ("ar-other Another",)
    assert not comparison.same
    assert not comparison.differences


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_taken_away_is_what_is_gone(data: st.DataObject) -> None:
    whole = reading()
    kept: dict[str, Any] = {
        kind: tuple(r for r in getattr(whole, kind) if data.draw(st.booleans()))
        for kind in ("events", "tolls", "times", "places")
    }
    less = replace(whole, **kept)
    gone = {count.name: count.gone for count in compare([whole], [less]).kinds}
    assert all(gone[kind[:-1]] == len(getattr(whole, kind)) - len(kept[kind]) for kind in kept)
    new = {count.name: count.new for count in compare([less], [whole]).kinds}
    assert gone == new
