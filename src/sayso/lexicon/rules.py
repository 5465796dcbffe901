"""Rules of records that the user's own words have made."""

from sayso.records.base import Rule, RuleId

ACTORS = RuleId("own.actors")
VERBS = RuleId("own.verbs")
CUES = RuleId("own.cues")

RULES: tuple[Rule, ...] = (
    Rule(
        id=ACTORS,
        doc="The actor is named in the user's own actors; what they say of its kind, country, sector and code holds.",
        source="the user's lexicon folder (docs/lexicons.md)",
    ),
    Rule(
        id=VERBS,
        doc="The event's word is in the user's own verbs and nouns; its type, mode and CAMEO code are theirs.",
        source="the user's lexicon folder (docs/lexicons.md)",
    ),
    Rule(
        id=CUES,
        doc="The word that says that something was said is in the user's own cues; its speech act is theirs.",
        source="the user's lexicon folder (docs/lexicons.md)",
    ),
)
