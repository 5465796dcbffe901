"""The rules of the tolls stage; `sayso explain --rule ID` recites them."""

from sayso.records.base import Rule, RuleId

NUMBER = RuleId("tolls.number")
AT_LEAST = RuleId("tolls.at_least")
MORE_THAN = RuleId("tolls.more_than")
UP_TO = RuleId("tolls.up_to")
FEWER_THAN = RuleId("tolls.fewer_than")
NEARLY = RuleId("tolls.nearly")
ABOUT = RuleId("tolls.about")
RANGE = RuleId("tolls.range")
VAGUE = RuleId("tolls.vague")
ONE = RuleId("tolls.one")
NAMED = RuleId("tolls.named")
BOTH = RuleId("tolls.both")
GROUP = RuleId("tolls.group")
ZERO = RuleId("tolls.zero")
NO_REPORTS = RuleId("tolls.no_reports")
VERB = RuleId("tolls.verb")
STATE = RuleId("tolls.state")
COUNTED = RuleId("tolls.counted")
NOMINAL = RuleId("tolls.nominal")
BODIES = RuleId("tolls.bodies")
LIVES = RuleId("tolls.lives")
RUNNING = RuleId("tolls.running")
SINCE = RuleId("tolls.since")
WAR = RuleId("tolls.war")
ELLIPTIC = RuleId("tolls.elliptic")
HIGHER = RuleId("tolls.higher")
TAKEN = RuleId("tolls.taken")
SUBSET = RuleId("tolls.subset")
EITHER = RuleId("tolls.either")
HEDGED = RuleId("tolls.hedged")
NOT_PEOPLE = RuleId("tolls.not_people")
NOT_REAL = RuleId("tolls.not_real")
NATURAL = RuleId("tolls.natural")

RULES: tuple[Rule, ...] = (
    Rule(id=NUMBER, doc="A plain number is an exact figure: low = high."),
    Rule(id=AT_LEAST, doc="'at least', 'no fewer than', 'or more': the number is the lower bound, the upper is open."),
    Rule(id=MORE_THAN, doc="'more than', 'over': the lower bound is the next whole number."),
    Rule(id=UP_TO, doc="'up to', 'as many as': the number is the upper bound, the lower is open."),
    Rule(id=FEWER_THAN, doc="'fewer than', 'under': the upper bound is the number before."),
    Rule(id=NEARLY, doc="'nearly', 'almost', 'close to': the number is the upper bound, and approximate."),
    Rule(id=ABOUT, doc="'about', 'some', 'an estimated': the number as it is, marked approximate."),
    Rule(id=RANGE, doc="'between 10 and 15', '30-40', 'two or three': both bounds as printed."),
    Rule(
        id=VAGUE,
        doc="'dozens', 'scores', 'hundreds', 'several': a lower bound from the coding table (words.toml, [coding]), "
        "approximate; the default counts a plural as two of its unit (dozens = 24), the set 'units' as one (12).",
        source="UCDP GED codebook, estimates from vague wording; the values are sayso's",
    ),
    Rule(id=ONE, doc="A singular noun for a person ('a civilian', 'her grandson', 'the mayor') counts one."),
    Rule(id=NAMED, doc="A person named as victim counts one; so does 'he' or 'she'."),
    Rule(id=BOTH, doc="'both' counts two."),
    Rule(id=GROUP, doc="'a family of seven': the number after 'of' counts the members."),
    Rule(id=ZERO, doc="'no casualties', 'nobody was hurt': a claim that the figure is nought."),
    Rule(id=NO_REPORTS, doc="'no reports of casualties': nought, but only as far as known, hence approximate."),
    Rule(
        id=VERB, doc="A verb of harm counts its victims: the object, the subject of the passive, the subject of 'die'."
    ),
    Rule(id=STATE, doc="'dead', 'wounded', 'missing' count the people they are said of ('left 200 dead')."),
    Rule(id=COUNTED, doc="A number before 'deaths', 'casualties', 'injuries', 'dead', 'wounded' is a figure itself."),
    Rule(id=NOMINAL, doc="'the deaths of four miners': a noun of harm counts the people after 'of'."),
    Rule(id=BODIES, doc="Bodies found are people killed."),
    Rule(id=LIVES, doc="Lives claimed, cost, taken or lost, and people who lost their lives, are people killed."),
    Rule(
        id=RUNNING,
        doc="'the death toll rose to 31': the figure reached is a running total, marked cumulative.",
    ),
    Rule(
        id=SINCE,
        doc="'since ...', 'so far', or a perfect tense within a war or outbreak makes the figure a running total; a "
        "time mention inside the since-phrase is its period.",
    ),
    Rule(
        id=WAR,
        doc="A running total 'in the fighting', 'in the war' runs since the start of that war, if the article gives "
        "one start and only one ('since fighting broke out on 3 May').",
    ),
    Rule(
        id=ELLIPTIC,
        doc="A number before a place repeats the harm of the number before it: '12 died in one town, nine in another'; "
        "so do people harmed 'along with' others.",
    ),
    Rule(
        id=HIGHER,
        doc="'The real number is believed to be higher' in the same sentence leaves the upper bound open.",
    ),
    Rule(id=TAKEN, doc="In an article about abductions, people 'taken' (to no place) are people abducted."),
    Rule(
        id=SUBSET,
        doc="'including six children', 'three of the five', 'among them', an apposition that breaks a number down: "
        "the figure is part of another one (`part_of`) and must not be added to it.",
    ),
    Rule(id=EITHER, doc="'killed or injured', 'dead and wounded' with one number for both: killed|wounded."),
    Rule(id=HEDGED, doc="'feared dead', 'may have been killed': a figure that is itself a guess, marked approximate."),
    Rule(
        id=NOT_PEOPLE,
        doc="No toll is made where what was killed, captured, hurt or lost is no person: jobs, villages, drones, "
        "animals, goals; nor from ages, years, calibres, distances, money, votes.",
    ),
    Rule(
        id=NOT_REAL,
        doc="No toll is made of harm that is only possible, planned, threatened, conditional or denied: "
        "'could kill thousands', 'would have killed', 'threatened to kill'.",
    ),
    Rule(
        id=NATURAL,
        doc="A single person's natural death (of cancer, of old age) is no casualty; nor is a single death in an "
        "article that has no word of violence or disaster.",
    ),
)
