"""The rules of the resolve stage."""

from sayso.records.base import Rule, RuleId

SINCE = RuleId("resolve.since")
BOTH = RuleId("resolve.both")
NOT_PAST = RuleId("resolve.not_historical")

RULES: tuple[Rule, ...] = (
    Rule(
        id=SINCE,
        doc="A period that runs since a time is an interval of its own, from that time to the publication; without a "
        "publication date its end stays open.",
        source="TimeML 1.2.1, begin and end points of durations",
    ),
    Rule(
        id=BOTH,
        doc="An event at two coordinated times that touch covers both.",
        source="TimeML 1.2.1, conjoined temporal expressions",
    ),
    Rule(
        id=NOT_PAST,
        doc="An event marked as historical for its bare year is not historical if that year is the report's own.",
        source="PLOVER 2.0 manual 2.3, auxiliary mode historical",
    ),
)
