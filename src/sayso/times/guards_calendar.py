"""Conditions on dates, years, seasons, weekdays and clock times that a pattern cannot state."""

from sayso.times.site import Site, cues

_VERB_LIKE = frozenset({"may", "march", "august"})
_CURRENCY = frozenset({"$", "€", "£", "#", "¥", ".", "№", "/", "+"})


def month_day(site: Site) -> bool:
    """A day, not the name of a movement or a street (the 19 July Movement)."""
    return "y" in site.fields or not (site.after() in cues().named_after_days and site.is_capital(site.last + 1))


def month(site: Site) -> bool:
    """May, March and August only as nouns where nothing else makes them months."""
    if not month_day(site) or (site.after().isdecimal() and site.after(2) in cues().named_after_days):
        return False
    if site.last > site.first and any(key in site.fields for key in ("y", "m", "rel")):
        return True
    if not _VERB_LIKE.intersection(site.words()):
        return True
    token = site.parsed()
    if token is None or token.tag not in ("NNP", "NN", "NNPS"):
        return False
    return site.before() in cues().prepositions or token.dep in ("npadvmod", "pobj", "conj", "poss", "nmod")


def year(site: Site) -> bool:
    """A number that is no sum, part of a name, or count."""
    if site.char_before() in _CURRENCY or site.char_after() in ("%", "°") or _hyphened(site):
        return False
    said = site.words()
    if len(said) > 1:
        return True
    measured = site.after(2) if site.after() == "-" else site.after()
    if site.before() in cues().number_names or measured in cues().measures or _counts(site):
        return False
    recent = said[0].isdecimal() and 1900 <= int(said[0]) <= 2049
    return recent or site.before() in cues().year_prepositions


def _hyphened(site: Site) -> bool:
    return site.char_before() == "-" and site.before(2) not in ("mid", "post", "pre", "early", "late")


def _counts(site: Site) -> bool:
    """True if the number counts the noun after it or is itself the object."""
    token, sentence = site.parsed(), site.sentence()
    if token is None or sentence is None:
        return False
    head = sentence.tokens[token.head]
    if token.dep == "nummod" and head.tag == "NNS" and head.i == token.i + 1:
        return site.before() not in ("the", "in")
    return token.dep == "dobj" and site.before() not in cues().prepositions


def decade(site: Site) -> bool:
    """Decades of a century, not of a life ("in his 30s")."""
    owner = site.before(2) if site.before() in ("early", "mid", "late", "-") else site.before()
    if owner in cues().owners:
        return False
    digits = site.fields.get("d", "")
    dated = len(digits.strip("'s")) == 4 and digits[:1].isdigit()
    return dated or digits.startswith("'") or "the" in site.words()


def quarter(site: Site) -> bool:
    """Halves need their year (football has halves); quarter-finals are none."""
    if site.fields.get("u") == "half":
        return "y" in site.fields
    return site.after() not in ("final", "finals")


def season(site: Site) -> bool:
    """A bare season after a preposition, not a name (the Prague Spring) or a verb (fall)."""
    if any(key in site.fields for key in ("y", "rel", "m")):
        return True
    token = site.parsed()
    if token is None or token.tag not in ("NN", "NNP") or site.is_capital(site.last) or site.after() == "of":
        return False
    return site.before() in cues().season_prepositions


def weekday(site: Site) -> bool:
    """A day, not a name (Bloody Sunday) and not a habit (Tuesday nights)."""
    if site.fields.get("p", "").endswith("s"):
        return False
    if site.before() in cues().weekday_names and site.char_before() == " ":
        return False
    return not (site.after() in cues().weekday_titles and site.is_capital(site.last + 1))


def day_name(site: Site) -> bool:
    """Today; not a paper or programme that is called Today."""
    if site.words() != ["today"] or not (site.is_capital(site.first) and site.is_capital(site.first - 1)):
        return True
    sentence = site.sentence()
    return site.char_before() != " " or sentence is None or not any(t.text.islower() for t in sentence.tokens)


def part_alone(site: Site) -> bool:
    """In the morning, at dawn; not Golden Dawn, not "the morning after"."""
    if site.is_capital(site.last) and site.first:
        return False
    said = site.words()
    if said[0] == "the":
        return site.before() in cues().part_prepositions and site.after() not in ("after", "of", "before")
    return site.before() in cues().dawn_prepositions or said[0] == "mid"


def clock(site: Site) -> bool:
    """A bare h:mm only after a preposition or with a zone or day: scores and verses look the same."""
    said, hour = site.words(), site.fields.get("h", "")
    if "ap" in site.fields and hour.isdecimal() and int(hour) > 12:
        return False
    if "ap" in site.fields or "z" in site.fields or "clock" in said or hour in ("noon", "midnight", "midday"):
        return True
    if not hour[:1].isdigit():
        return False
    matched = site.tokens[site.first : site.last + 1]
    if any("zone" in token.classes or token.norm in ("time", "hours", "hrs") for token in matched):
        return True
    hours, _, minutes = hour.partition(":")
    cued = site.before() in cues().clock_prepositions or "wd" in site.fields
    return bool(minutes) and int(hours) < 24 and int(minutes[:2]) < 60 and cued
