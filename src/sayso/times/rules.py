"""The rules of the stage: one for each template, and the joining of ranges."""

from sayso.records.base import Rule, RuleId
from sayso.times.ranges import RANGE
from sayso.times.templates import table

_SOURCE = "TimeML TIMEX3 guidelines 1.2.1"
RANGE_RULE = Rule(
    id=RANGE, doc="Two expressions joined by from-to, between-and or a dash bound one interval.", source=_SOURCE
)

RULES: tuple[Rule, ...] = (*(Rule(id=RuleId(t.id), doc=t.doc, source=_SOURCE) for t in table()), RANGE_RULE)
