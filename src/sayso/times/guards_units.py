"""Conditions on units, lengths, habits and vague references that a pattern cannot state."""

from sayso.times.site import Site, cues
from sayso.times.words import words

_SHORT = frozenset({"second", "minute", "hour"})
_DEFINITE = frozenset({"quarter", "year", "week", "weekend", "month", "decade"})


def relative_unit(site: Site) -> bool:
    """Last week, that day; not "that day" as a clause, not ordinal seconds."""
    unit, rel = site.fields.get("u", ""), site.fields.get("rel", "")
    if unit in ("second", "minute", "millennium") or (unit == "night" and site.after() == "club"):
        return False
    if unit == "hour":
        return rel in ("last", "next", "past")
    if unit == "period":
        return rel in ("latest", "same", "current", "previous")
    if rel == "last" and site.words()[0] == "the" and site.before() in ("over", "for", "during", "within", "in"):
        return False  # a length: see times.window
    if rel == "that":
        token = site.parsed(site.first)
        return token is None or token.tag == "DT"
    return True


def the_unit(site: Site) -> bool:
    """The year, the end of the month; not "the week of", "the day when"."""
    unit = site.fields.get("u", "")
    if len(site.words()) == 1:
        return False
    if "m" not in site.fields and site.after() in ("of", "old", "when", "after", "before", "-"):
        return False
    if "m" in site.fields or site.words()[0] != "the":
        return unit not in _SHORT
    return unit in _DEFINITE and (site.before() != "of" or unit in ("quarter", "year", "weekend"))


def later(site: Site) -> bool:
    """Days before, days after: only where no event follows to count from."""
    relation = site.fields.get("d")
    if relation in ("before", "after", "prior"):
        return site.after() in cues().ends
    if site.fields.get("n") == "the" and relation != "before":
        return False
    return site.after() != "than"


def window(site: Site) -> bool:
    """The last second, the last minute are no lengths."""
    return site.fields.get("u", "") not in ("second", "minute") or "n" in site.fields


def duration(site: Site) -> bool:
    """A length; not an age, a sum, a share (a quarter of), an ordinal or a rate (a day)."""
    if "n" not in site.fields:
        return True
    if _is_age(site) or site.char_before() in ("$", "€", "£", ".", "/", "#") or not _lasts(site):
        return False
    if "h" in site.fields and site.after() == "-":
        return False  # three days and a half-hour truce
    said, n = site.words(), site.fields["n"]
    if (n in ("a", "an") and "-" in said) or ("quarter" in said and len(n) == 4 and n.isdecimal()):
        return False  # "the 1988 quarter"
    if n in ("a", "an") and len(said) == 2:
        loose = site.before() in ("of", "to", "as") and site.after() != ""
        return site.before() in cues().length_prepositions and not loose
    return True


def _is_age(site: Site) -> bool:
    after = site.after(2) if site.after() == "-" else site.after()
    return after == "old" or (after == "of" and site.after(2) == "age")


def _lasts(site: Site) -> bool:
    """False for units that are shares, ordinals or titles here."""
    unit, n = site.fields.get("u", ""), site.fields["n"]
    if unit in ("quarter", "quarters"):
        return site.after() != "of" and n not in ("a", "an", "one", "three")
    if unit == "second":
        return "-" in site.words() or (n in ("one", "1") and not _counts_noun(site))
    return unit not in ("weekend", "weekends", "millennium")


def _counts_noun(site: Site) -> bool:
    """A noun follows: "one second lieutenant" is a man."""
    token, sentence = site.parsed(), site.sentence()
    after = sentence.tokens[token.i + 1 : token.i + 2] if token is not None and sentence is not None else ()
    return any(word.pos in ("NOUN", "PROPN") for word in after)


def duration_vague(site: Site) -> bool:
    """An uncounted length where a preposition makes it one."""
    said, unit = site.words(), site.fields.get("u", "")
    if _is_age(site):
        return False
    if "d" in site.fields:
        return unit.endswith("s") and site.before() in ("in", "for", "during", "over", "")
    if "v" in site.fields:
        one = site.fields["v"] in ("some", "many", "few", "several") and unit in ("day", "year", "week", "night")
        return unit != "second" and not one
    if "while" in said or "time" in said:
        return site.before() in ("for", "in", "after", "take")
    if len(said) == 1:
        return site.before() in cues().bare_length_prepositions and site.after() != "-"
    return unit not in ("second", "minute") and not (unit == "quarter" and site.after() == "of")


def age(site: Site) -> bool:
    """The age of a thing; "a 34-year-old", "12-year-old boys" and "a 40-year-old Frenchman" are no times."""
    token, sentence = site.parsed(), site.sentence()
    if token is None or sentence is None:
        return False
    return any(word.lemma in words().aging for word in sentence.tokens[token.i + 1 : token.i + 4])


def night_of(site: Site) -> bool:
    """A night of fighting; not "the night of the attack"."""
    if site.last + 1 >= len(site.tokens) or site.before() in ("the", "that", "this"):
        return False
    token = site.parsed(site.last + 1)
    return token is not None and token.tag in ("NN", "NNS", "JJ", "VBG") and token.lower not in ("its", "the")


def recurs(site: Site) -> bool:
    """Daily and the like as adverbs (daily as an adjective too); plural weekdays after "on"."""
    if "q" in site.fields:
        token = site.parsed()
        if token is None:
            return False
        return token.tag == "RB" or token.dep == "advmod" or (token.tag == "JJ" and site.words()[0] == "daily")
    return "wds" not in site.fields or site.before() in ("on", "and", "to", "of")


def present(site: Site) -> bool:
    """Now, currently; not "now that", "the now defunct", "the present danger"."""
    said = site.words()
    if said == ["now"]:
        return site.after() not in ("that", "-", "infamous", "famous", "defunct") and site.char_before() != "-"
    if said[-1] == "present":
        return site.before() in ("at", "for", "to", "in", "until", "") and site.after() in cues().ends
    return True


def past(site: Site) -> bool:
    """In the past; not "more recent", and "as recently as Tuesday" is Tuesday."""
    said = site.words()
    if site.before() == site.after() == "as":
        return False
    if said[-1] == "past":
        cued = site.before() in ("in", "from", "of", "with", "about", "to")
        return cued and (site.after() in cues().ends or site.after() in ("to", "have", "has"))
    return not (said == ["recent"] and site.before() in ("more", "most"))


def future(site: Site) -> bool:
    """The future; "the future of" is a fate, not a time."""
    return site.words() != ["the", "future"] or site.after() != "of"
