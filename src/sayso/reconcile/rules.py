"""The rules of the reconcile stage."""

from sayso.records.base import Rule, RuleId

TOLD = RuleId("reconcile.told")
JOINED = RuleId("reconcile.joined")

RULES: tuple[Rule, ...] = (
    Rule(id=TOLD, doc="An event of violence, or a toll that no event carries, opens an incident."),
    Rule(
        id=JOINED,
        doc="A telling joins the incident told before that it agrees with most: the same named victim, day, place, "
        "people or paragraph, or a bare 'the attack'. Another day, place, sort of violence or named victim keeps it "
        "apart.",
    ),
)
