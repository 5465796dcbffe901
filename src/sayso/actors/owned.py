"""What it tells of a mention that it names one of the user's own actors."""

from sayso.actors.lexicon import Known, Lexicon
from sayso.actors.mention import Mention
from sayso.actors.runs import Marked
from sayso.actors.titles import Title, gender_of
from sayso.codebook.terms import ActorKind
from sayso.lexicon.rules import ACTORS


def named_by_own(mention: Mention, known: Known, title: Title | None, lex: Lexicon) -> Mention:
    """The mention with the entry that names it; a person goes by the name of the entry and has the title before it."""
    if known.own is None:
        return mention
    mention = mention._replace(own=known.own, rule=ACTORS)
    if known.kind is not ActorKind.PERSON:
        return mention
    gender = gender_of(known.name.lower().split(), title, lex)
    return mention._replace(name=known.name, gender=gender, title=title.text if title else None)


def is_own_country(marked: Marked, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a name at the start of a sentence is one of the user's countries after a word whose capital says nothing:
    "Besieged Velmark".
    """
    place = marked.places.get(start + 1) if start == 0 else None
    return place is not None and place.nation and place.end >= end and place.iso in lex.own_countries
