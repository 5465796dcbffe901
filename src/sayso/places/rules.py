"""The rules of this stage, as `sayso explain --rule` recites them."""

from sayso.records.base import Rule, RuleId

NAMED = RuleId("place.named")
LOCATED = RuleId("place.located")
DIVISION = RuleId("place.division")
KIND = RuleId("place.kind")
CONTAINED = RuleId("place.contained")
MODIFIER = RuleId("place.modifier")
REPEATED = RuleId("place.repeated")
COORDINATED = RuleId("place.coordinated")
SAME_AREA = RuleId("place.same_area")
DEMONYM = RuleId("place.demonym")
NATIONALITY = RuleId("place.nationality")
GRAMMAR = RuleId("place.grammar")
ONLY = RuleId("place.only_candidate")
PROMINENT = RuleId("place.most_prominent")
INSIDE = RuleId("place.inside_named")
COUNTRY = RuleId("place.article_country")
NEIGHBOUR = RuleId("place.neighbours")
DATELINE = RuleId("place.dateline")
OUTLET = RuleId("place.outlet")
REGION = RuleId("place.region")
NEAR = RuleId("place.near")
STRANGER = RuleId("place.no_link")
UNKNOWN = RuleId("place.unknown")

RULES: tuple[Rule, ...] = (
    Rule(id=NAMED, doc="A capitalised name of the gazetteer, prominent enough that no person or body is likelier."),
    Rule(id=LOCATED, doc="A name of the gazetteer after a preposition of place."),
    Rule(id=DIVISION, doc="A name with its kind of division: X province, X County."),
    Rule(id=KIND, doc="A name said to be a town or village: the village of X, the town X."),
    Rule(id=CONTAINED, doc="Two names of which the gazetteer says that the one lies in the other: X, Y."),
    Rule(id=MODIFIER, doc="The place of a public body or office: the X police, the X mayor."),
    Rule(id=REPEATED, doc="A name that is clearly a place elsewhere in the article."),
    Rule(id=COORDINATED, doc="A name of the gazetteer in a list with names that are places."),
    Rule(id=SAME_AREA, doc="A small place's name, in a division where other places of the article lie."),
    Rule(id=DEMONYM, doc="The name of a people or of inhabitants points at their country or region."),
    Rule(
        id=NATIONALITY,
        doc="A country's name before its arms, forces or government, or bound to what it does, is an adjective.",
    ),
    Rule(id=GRAMMAR, doc="A name that the gazetteer lacks, said to be a town or village; it stays unresolved."),
    Rule(id=ONLY, doc="The gazetteer knows one place of that name."),
    Rule(id=PROMINENT, doc="Of several places of that name the most prominent, as nothing speaks for another."),
    Rule(id=INSIDE, doc="The place of that name which lies in the division or country named beside it."),
    Rule(id=COUNTRY, doc="The place of that name in a country or division that the article is about."),
    Rule(id=NEIGHBOUR, doc="The place of that name close to other places of the article."),
    Rule(id=DATELINE, doc="The place of that name in the country of the dateline."),
    Rule(id=OUTLET, doc="The place of that name in the country or division that the outlet is named after."),
    Rule(id=REGION, doc="A region without accepted bounds is given as a region; no point is pretended."),
    Rule(id=NEAR, doc="The text says near, outside or a distance from the name: the position is not that of the name."),
    Rule(id=STRANGER, doc="The only likely places of that name are small and in countries the text does not speak of."),
    Rule(id=UNKNOWN, doc="No place of that name in the gazetteer: unresolved."),
)
