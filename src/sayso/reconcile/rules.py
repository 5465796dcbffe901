"""The rules of the reconcile stage."""

from sayso.records.base import Rule, RuleId

TOLD = RuleId("reconcile.told")
JOINED = RuleId("reconcile.joined")
CONTEXT = RuleId("reconcile.context")
ONLY_GROUP = RuleId("reconcile.only_group")
HELD = RuleId("reconcile.held")
ONE_PERSON = RuleId("reconcile.one_person")

RULES: tuple[Rule, ...] = (
    Rule(
        id=TOLD,
        doc="An event of violence that is told as done or threatened, or a toll that no event carries, opens an "
        "incident; one that is negated, planned or conditional opens none.",
    ),
    Rule(
        id=JOINED,
        doc="A telling joins the incident told before that it agrees with most: the same named victim, day, place, "
        "people or paragraph, as many of the same sort ('six nuns'), 'the pipeline' told of before, or a bare 'the "
        "attack'. Another day or place (unless the victims are the same), sort of violence or named victim keeps it "
        "apart.",
        source="weights chosen on MUC-4 development reports",
    ),
    Rule(
        id=CONTEXT,
        doc="An incident whose events carry no day or place of their own has the nearest of its paragraph, unless a "
        "statement or an event of another sort has taken it; an event told by a noun takes no day from its clause.",
    ),
    Rule(
        id=ONLY_GROUP,
        doc="'The rebels' and 'the terrorists' are the armed group that the report names, if it names only one; men "
        "said to be unknown or suspected are not.",
    ),
    Rule(
        id=ONE_PERSON,
        doc="One victim by name and one by description, of the same fate and told of in different sentences, are one.",
    ),
    Rule(id=HELD, doc="Who releases the kidnapped held them; the kidnapped are released."),
)
