"""The files that `sayso lexicon new` writes: every entry is an example that may be changed or deleted."""

_ACTORS = """# Actors of your own: they go before those of the package. docs/lexicons.md explains every field.
# kind: person country government military police armed_group party organisation intergovernmental media business people
#       civilians facility
# country: ISO 3166 alpha-3, or the code of a country of your own; sector: PLOVER (GOV MIL REB OPP COP JUD LEG PTY ...)
# code: your own code, printed in every record.

[[actor]]
name = "Free Militia of Orlen"            # as it shall be called in the records
aliases = ["Orlen militia", "FMO"]        # as it stands in texts; in lower case if it is written so: "the orlenites"
kind = "armed_group"
country = "SYR"
sector = "REB"
code = "SYRREBFMO"

[[actor.cases]]                           # sayso lexicon test runs these
text = "The Free Militia of Orlen shelled the town, the FMO said."
expect = ['event type=ASSAULT actor="Free Militia of Orlen"', 'actor name="Free Militia of Orlen" code=SYRREBFMO']

# Somebody who is one thing until a day and another after: two entries of one name.
[[actor]]
name = "Dorin Vask"
kind = "person"
country = "SYR"
sector = "GOV"
code = "SYRGOV"
valid_until = 2019-06-30

[[actor]]
name = "Dorin Vask"
kind = "person"
country = "SYR"
sector = "OPP"
code = "SYROPP"
valid_from = 2019-07-01

# A country that is on no map: it acts, has an army, a people and a seat of government.
[[actor]]
name = "Velmark"
kind = "country"
country = "VLM"
code = "VLM"
demonyms = ["Velmarkian"]
seats = ["Port Aurel"]
"""
_VERBS = """# Verbs and nouns that name events, and words that report speech.
# words: a lemma, or a lemma and the words that stand with it.
# type: AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION PROTEST MOBILIZE
#       COERCE ASSAULT

[[verb]]
words = ["necklace"]
type = "ASSAULT"
mode = "primitive"
cameo = "182"
object = ["person", "people", "civilians", "name"]     # only where the object is one of these

[[verb.cases]]
text = "Rebels necklaced two traders in the market."
expect = ["event type=ASSAULT mode=primitive"]

[[noun]]
words = ["ghost march"]
type = "PROTEST"
mode = "demo"

[[cue]]
words = ["bellow"]
act = "assert"           # assert confirm deny accuse condemn demand request propose offer promise threaten warn predict
                         # support claim_responsibility decline
"""
_CODES = """of,value,code,note
# Your codes for what sayso says: of is type mode cameo country sector or kind. A row that begins with # is passed over.
country,SYR,652,Correlates of War
sector,MIL,-MIL,an army of Syria is 652-MIL
type,ASSAULT,18,
mode,ASSAULT.aerial,195,
"""
_OUTLETS = """name,aliases,domains,country,place,sector,about
Lowmark Courier,Courier|The Lowmark Courier,lowmarkcourier.example,USA,"Paris, Texas",MED,a local paper
"""

STARTER = {"actors.toml": _ACTORS, "verbs.toml": _VERBS, "codes.csv": _CODES, "outlets.csv": _OUTLETS}
