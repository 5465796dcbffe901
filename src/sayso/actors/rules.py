"""The rules of the actors stage, as `sayso explain --rule` recites them."""

from sayso.records.base import Rule, RuleId

NAME_PERSON = RuleId("actors.name_person")
NAME_BODY = RuleId("actors.name_body")
NAME_KNOWN = RuleId("actors.name_known")
NAME_PEOPLE = RuleId("actors.name_people")
COUNTRY_ACTS = RuleId("actors.country_acts")
SEAT_ACTS = RuleId("actors.seat_acts")
PLACE_ACTS = RuleId("actors.place_acts")
NOMINAL = RuleId("actors.nominal")
POINTED_AT = RuleId("actors.pointed_at")
SAME_NAME = RuleId("actors.same_name")
SHORT_NAME = RuleId("actors.short_name")
ACRONYM = RuleId("actors.acronym")
APPOSITION = RuleId("actors.apposition")
OFFICE = RuleId("actors.office")
LAST_BODY = RuleId("actors.last_body")
SAME_GROUP = RuleId("actors.same_group")
OWN_COUNTRY = RuleId("actors.own_country")
OWNED = RuleId("actors.owned")
HEADLINE = RuleId("actors.headline")
ONLY_GROUP = RuleId("actors.only_group")
SPOKEN_FOR = RuleId("actors.spoken_for")
RELATIVE = RuleId("actors.relative")
PRONOUN = RuleId("actors.pronoun")
REFLEXIVE = RuleId("actors.reflexive")
SAID_OF_SELF = RuleId("actors.said_of_self")
FIRST_PERSON = RuleId("actors.first_person")
FROM_MODIFIER = RuleId("actors.country_from_modifier")
BESIDE_PLACE = RuleId("actors.beside_place")
ONLY_COUNTRY = RuleId("actors.only_country")
LEADER = RuleId("actors.leader")

RULES: tuple[Rule, ...] = (
    Rule(id=BESIDE_PLACE, doc="Officials, groups and crowds 'in Harare' are of the country that the place is in."),
    Rule(
        id=ONLY_COUNTRY,
        doc="Officials, forces and crowds are of the only country that the article names, if it names one alone.",
    ),
    Rule(
        id=NAME_PERSON,
        doc="A run of capitalised names with a title, a known given name, or a person's grammar is a person.",
    ),
    Rule(id=NAME_BODY, doc="A run of names with a word for a body (ministry, army, party, council) is that body."),
    Rule(id=NAME_KNOWN, doc="A name in the word lists of groups, institutions, media and parties is that actor."),
    Rule(id=NAME_PEOPLE, doc="A demonym or people's name used as a noun is a people."),
    Rule(id=COUNTRY_ACTS, doc="A country's name that speaks, decides, or is addressed is the country as an actor."),
    Rule(id=SEAT_ACTS, doc="A capital that speaks, decides, or is addressed stands for its country."),
    Rule(id=PLACE_ACTS, doc="Another place that speaks stands for its authorities."),
    Rule(id=NOMINAL, doc="A common noun for humans, bodies or groups is an actor without a name."),
    Rule(id=POINTED_AT, doc="A phrase that a statement, event or toll points at is an actor if it can be one."),
    Rule(id=SAME_NAME, doc="Same name, same actor within an article."),
    Rule(id=SHORT_NAME, doc="A surname, given name or shortened name is the last actor whose fuller name holds it."),
    Rule(id=ACRONYM, doc="An acronym in brackets after a name, or made of its initials, names the same actor."),
    Rule(id=APPOSITION, doc="A noun phrase set beside a name describes the same actor."),
    Rule(id=OFFICE, doc="'the president' is the last person introduced by that office, country agreeing."),
    Rule(id=LAST_BODY, doc="'the ministry', 'the group' is the last actor of that sort."),
    Rule(id=SAME_GROUP, doc="A group named again by the same noun and modifiers is the same group."),
    Rule(id=OWN_COUNTRY, doc="'his country', 'its government' belong to the country of the person or body."),
    Rule(
        id=OWNED,
        doc="A body that belongs to a country or group ('its army') is an actor of its own, member of the owner.",
    ),
    Rule(id=HEADLINE, doc="The first sentence repeats the headline: the same noun in both is the same actor."),
    Rule(
        id=ONLY_GROUP,
        doc="'the attackers', 'the rebels' are the armed group of the article where it has had only one so far.",
    ),
    Rule(
        id=SPOKEN_FOR,
        doc="'our forces' said for an army or armed group are that army or group.",
    ),
    Rule(id=RELATIVE, doc="'who', 'which', 'that' stand for the noun their clause modifies."),
    Rule(
        id=PRONOUN,
        doc="Pronouns go to the most salient actor that agrees in number, gender and binding; ties stay open.",
        source="after Lappin and Leass 1994, Computational Linguistics 20(4)",
    ),
    Rule(id=REFLEXIVE, doc="A reflexive is the subject of its own clause."),
    Rule(
        id=SAID_OF_SELF,
        doc="'it' as the subject of reported content is the body that speaks, or that the speaker belongs to.",
    ),
    Rule(id=FIRST_PERSON, doc="'I' inside a quotation is its speaker; 'we' the speaker's side where it is known."),
    Rule(
        id=FROM_MODIFIER,
        doc="A demonym, country or possessor before a noun gives the actor's country.",
        source="PLOVER 2.0 manual, chapter 5",
    ),
    Rule(
        id=LEADER,
        doc="A statesman of leaders.toml has that country, where the text tells none.",
        source="leaders.toml: heads of state and government and their like, about 1985 to 2025",
    ),
)
