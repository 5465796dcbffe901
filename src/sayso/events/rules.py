"""The rules of the event coder."""

from sayso.records.base import Rule, RuleId

_PLOVER = "PLOVER 2.0 manual (2024), chapter 3"
_STATUS = "DESIGN 1.2; PLOVER 2.0 manual 2.3 (auxiliary modes)"


def _rule(name: str, doc: str, source: str = "sayso") -> Rule:
    return Rule(id=RuleId(f"events.{name}"), doc=doc, source=source)


RULES: tuple[Rule, ...] = (
    _rule("verb", "A verb of the lexicon whose arguments fit one of its senses is an event.", _PLOVER),
    _rule("phrase", 'A verb with fixed words ("open fire", "take hostage", "hold talks") is one event.', _PLOVER),
    _rule("noun", 'An event noun with someone in it ("the shelling of X", "Y\'s offensive") is an event.', _PLOVER),
    _rule(
        "light",
        'A verb that only carries an event noun ("launched an attack", "came under attack") is one event with it.',
    ),
    _rule(
        "happens", 'An event noun that takes place or does harm ("fighting erupted", "the blast killed") is an event.'
    ),
    _rule("dated", "An event noun with its own place or time is an event."),
    _rule(
        "harm",
        'Harm told as the outcome of an attack ("bombed the town, killing three") belongs to the attack.',
        _PLOVER,
    ),
    _rule("blamed", "An attack that somebody is blamed for, or takes responsibility for, has that one as its actor."),
    _rule("responsibility", "Who claims responsibility for an attack is its actor, as claimed."),
    _rule("weapon", "The weapon named tells the mode of an assault.", "PLOVER 2.0 manual, table 7.2"),
    _rule("sides", 'A fight told by "the warring sides" is theirs: the speakers are its actors.'),
    _rule("parties", '"Both sides", "the warring parties" are the two that the text has named before.'),
    _rule("ours", '"We" in the words of who speaks for a government, force or body is the speaker\'s side.'),
    _rule("must", "What a speaker says that another must do is a demand of the speaker.", _PLOVER),
    _rule("condition", "A conditional agreement addresses the party on whose conduct it depends."),
    _rule("figure", "Words of war about sport, markets, art, illness or plans are no events."),
    _rule("private", "Talk that no party of public life takes part in, and sport, is no event."),
    _rule("nature", "Harm that nobody did in a text about a disaster is no event."),
    _rule("reported", "The outlet states the event in its own voice.", _STATUS),
    _rule("claimed", "The event stands in somebody's statement, or is hedged as reported.", _STATUS),
    _rule("alleged", "The event is an accusation: its teller blames another for it.", _STATUS),
    _rule("enemy", 'What a party tells of "the enemy" is an allegation.', _STATUS),
    _rule("denied", "The event stands in a denial.", _STATUS),
    _rule("negated", "The text says that the event did not happen.", _STATUS),
    _rule("planned", "The event is intended, prepared or announced.", _STATUS),
    _rule("conditional", "The event would follow if something else did.", _STATUS),
    _rule("threatened", "The event is what somebody threatens.", _STATUS),
    _rule("promised", "The event is what somebody promises or offers.", _STATUS),
    _rule("demanded", "The event is what somebody demands or asks for.", _STATUS),
    _rule("hypothetical", "The event is possible, feared or supposed.", _STATUS),
    _rule("historical", "The event's own time is a decade, a year or a war long past.", "PLOVER 2.0 manual 2.3"),
    _rule("ongoing", "The event is told as still going on.", "sayso"),
    _rule("place", "The place is the one attached to the event's words in the parse."),
    _rule(
        "place_learned",
        "The place is the name of the sentence that a compact trained ranking holds to be the verb's own.",
        "training/event_place; A. Halterman, Geolocating political events in text, 2019 (data: MIT)",
    ),
    _rule("place_bridged", "The place is that of what the text told before; a same_ rule says of what."),
    _rule("time_bridged", "The time is that of what the text told before; a same_ rule says of what."),
    _rule(
        "same_event",
        'An event noun that points back ("the attack", "these strikes") is the last event of its kind.',
        "ECB+ guidelines (Cybulska and Vossen 2014), coreference of definite event nouns",
    ),
    _rule(
        "same_people",
        '"The attackers", "the hostages", or what was hit before hit again, tell on of the event before.',
        "ECB+ guidelines (Cybulska and Vossen 2014), shared participants",
    ),
    _rule("same_list", "Counted strikes that follow one with a date are of that date until another is named."),
    _rule("same_headline", "A headline's event is where and when the opening sentences tell it."),
    _rule("same_place", '"There", "the town", "the market" stand for the last named place of the kind.'),
    _rule("time", "The time is the one attached to the event's words in the parse."),
)
"""All rules, with their codebook section."""
