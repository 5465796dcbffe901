"""Conditions on the surroundings of a match that a pattern cannot state."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sayso.records.language import Document, Token
from sayso.times.lexer import TimeToken
from sayso.times.words import words

_PREPOSITIONS = frozenset({
    "in", "on", "at", "since", "until", "till", "by", "from", "to", "of", "before", "after", "during", "for", "between", "around", "about",
    "through", "throughout", "than", "circa", "early", "late", "mid", "and", "or", "into", "over", "within", "with", "-", "(", "/", ",", "past", "as",
})
_CLOCK_CUES = frozenset({
    "at", "by", "around", "about", "until", "till", "since", "from", "between", "before", "after", "to", "and", "approximately", "nearly", "-", "roughly", "past",
})
_LENGTH_CUES = frozenset({
    "for", "in", "within", "over", "under", "after", "of", "than", "least", "about", "almost", "nearly", "take", "takes", "took", "last", "lasted", "lasts",
    "spend", "spent", "during", "through", "every", "another", "to", "nearly", "some", "around", "up", "once", "wait", "until", "barely", "only", "just", "roughly", "stay",
    "stayed", "lasting", "taking", "if", "by", "as", "half",
})
_BARE_LENGTH_CUES = frozenset({"for", "in", "within", "over", "after", "during", "through", "lasted", "took", "take", "last", "spent", "many", "several", "of", "by", "are", "than", "until", "nearly"})
_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "its"})
_WEEKDAY_NAMES = frozenset({"black", "bloody", "good", "ash", "easter", "palm", "fat", "shrove", "cyber", "freaky", "orange", "super"})
_WEEKDAY_TITLES = frozenset({"times", "mail", "express", "telegraph", "mirror", "post", "herald", "people", "tribune", "school", "group", "best", "prayer"})
_ENDS = frozenset({",", ".", ";", ":", ")", "and", "but", "'", '"', "”", "’", "?", "!", "-", "when", "that", "in", "at", "by", "on", "as", "while", "or"})
_SHORT_UNITS = frozenset({"second", "minute", "hour"})


class Site(NamedTuple):
    """A candidate match: tokens first..last of a part, and its fields."""

    document: Document
    tokens: Sequence[TimeToken]
    first: int
    last: int
    fields: Mapping[str, str]

    def before(self, steps: int = 1) -> str:
        """The normal form of the token so many steps before the match, or ''."""
        at = self.first - steps
        return self.tokens[at].norm if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The normal form of the token so many steps after the match, or ''."""
        at = self.last + steps
        return self.tokens[at].norm if at < len(self.tokens) else ""

    def char_before(self) -> str:
        """The character just before the match, or ''."""
        start = self.tokens[self.first].start
        return self.document.text[start - 1 : start]

    def char_after(self) -> str:
        """The character just after the match, or ''."""
        end = self.tokens[self.last].end
        return self.document.text[end : end + 1]

    def words(self) -> list[str]:
        """The normal forms of the match."""
        return [token.norm for token in self.tokens[self.first : self.last + 1]]

    def parsed(self, at: int | None = None) -> Token | None:
        """The parser's token at time token `at` (the last one if not given), or None."""
        start = self.tokens[self.last if at is None else at].start
        sentence = self.document.sentence_at(start)
        return sentence.token_at(start) if sentence else None


def admits(name: str, site: Site) -> bool:
    """Guard name and site -> does the match stand?"""
    return GUARDS[name](site)


def _month(site: Site) -> bool:
    if site.last > site.first and any(key in site.fields for key in ("y", "m", "rel")):
        return True
    if "may" not in site.words() and "march" not in site.words() and "august" not in site.words():
        return True
    token = site.parsed()
    return token is not None and token.tag in ("NNP", "NN", "NNPS") and (
        site.before() in _PREPOSITIONS or token.dep in ("npadvmod", "pobj", "conj", "poss", "nmod"))


def _year(site: Site) -> bool:
    if site.char_before() in ("$", "€", "£", "#", "¥", ".", "№", "/", "+") and site.first:
        return False
    if site.char_after() in ("%", "°") or (site.char_before() == "-" and site.before(2) not in ("mid", "post", "pre", "early", "late")):
        return False
    if len(site.words()) > 1:
        return True
    if site.before() in ("$", "us", "no", "number", "route", "highway", "flight", "page", "room", "than", "nearly", "about", "exceeded") and site.before() not in ("than", "about"):
        return False
    year = int(site.words()[0]) if site.words()[0].isdecimal() else 0
    token = site.parsed()
    if token is not None and token.dep in ("nummod", "quantmod", "dobj", "nsubj"):
        sentence = site.document.sentence_at(token.start)
        head = sentence.tokens[token.head] if sentence else None
        if head is not None and token.dep == "nummod" and head.tag == "NNS" and head.i == token.i + 1 and site.before() not in ("the", "in"):
            return False
        if token.dep == "dobj" and site.before() not in _PREPOSITIONS:
            return False
    if site.after() in ("miles", "kilometers", "kilometres", "km", "meters", "metres", "feet", "tons", "tonnes", "points", "percent", "per", "gmt", "utc", "hours"):
        return False
    if 1900 <= year <= 2049:  # noqa: PLR2004
        return True
    return site.before() in _PREPOSITIONS - {"to", "for", "at", "with", "-", ",", "and", "or", "as", "than", "over", "about", "around", "of", "from"}


def _decade(site: Site) -> bool:
    said = site.words()
    if site.before() in _OWNERS or (site.before() in ("early", "mid", "late", "-") and site.before(2) in _OWNERS):
        return False
    if "thirties" in said or site.fields.get("d", "").isalpha():
        return "the" in said
    digits = site.fields.get("d", "")
    return len(digits.strip("'s")) == 4 or digits.startswith("'") or "the" in said  # noqa: PLR2004


def _quarter(site: Site) -> bool:
    if site.fields.get("u") == "half":
        return "y" in site.fields
    return site.after() not in ("final", "finals")


def _season(site: Site) -> bool:
    if any(key in site.fields for key in ("y", "rel", "m")):
        return True
    token = site.parsed()
    if token is None or token.tag not in ("NN", "NNP"):
        return False
    text = site.document.text
    if text[site.tokens[site.last].start].isupper() and site.char_before() == " " and not site.before().islower():
        return False
    named = site.first and text[site.tokens[site.first - 1].start].isupper() and site.tokens[site.first].norm != "the"
    return not named and site.before() in ("in", "during", "since", "until", "by", "through", "throughout", "of", "before", "after", "over", "into")


def _weekday(site: Site) -> bool:
    if site.before() in _WEEKDAY_NAMES and site.char_before() == " ":
        return False
    if site.fields.get("p", "").endswith("s"):
        return False  # Tuesday nights: recurs
    after = site.tokens[site.last + 1] if site.last + 1 < len(site.tokens) else None
    return not (after is not None and after.norm in _WEEKDAY_TITLES and site.document.text[after.start].isupper())


def _part_alone(site: Site) -> bool:
    said = site.words()
    if site.document.text[site.tokens[site.last].start].isupper() and site.first:
        return False
    if said[0] == "the":
        return site.before() in ("in", "during", "by", "through", "throughout", "until", "early", "late") and site.after() not in ("after", "of", "before")
    return site.before() in ("at", "by", "before", "after", "around", "until", "since", "from", "about", "pre", "near", "in", "") or said[0] == "mid"


def _clock(site: Site) -> bool:
    said = site.words()
    if "ap" in site.fields or "z" in site.fields or "clock" in said:
        return True
    hour = site.fields.get("h", "")
    if hour in ("noon", "midnight", "midday"):
        return True
    if any("zone" in token.classes or token.norm in ("time", "hours", "hrs") for token in site.tokens[site.first : site.last + 1]):
        return hour[:1].isdigit()
    return ":" in hour and int(hour.split(":")[0]) < 24 and int(hour.split(":")[1]) < 60 and (site.before() in _CLOCK_CUES or bool(site.fields.get("wd")))  # noqa: PLR2004


def _relative_unit(site: Site) -> bool:
    unit = site.fields.get("u", "")
    if unit in ("second", "minute", "millennium"):
        return False
    if unit == "hour":
        return site.fields.get("rel") in ("last", "next", "past")
    if unit == "period":
        return site.fields.get("rel") in ("latest", "same", "current", "previous") and site.before() != "in"
    if site.fields.get("rel") == "that":
        token = site.parsed(site.first)
        return token is None or token.tag == "DT"
    return not (unit == "night" and site.after() == "club")


def _the_unit(site: Site) -> bool:
    unit = site.fields.get("u", "")
    if len(site.words()) == 1:
        return False
    if site.after() in ("of", "old", "when", "after", "before", "-") and "m" not in site.fields:
        return False
    if "m" in site.fields or site.words()[0] != "the":
        return unit not in _SHORT_UNITS
    return unit in ("quarter", "year", "week", "weekend", "month", "decade") and site.before() not in ("of",) or unit in ("quarter", "year", "weekend")


def _later(site: Site) -> bool:
    if site.fields.get("d") in ("before", "after", "prior"):
        return site.after() in _ENDS or site.after() == ""
    if site.fields.get("n") == "the" and site.fields.get("d") != "before":
        return False
    return site.after() != "than"


def _window(site: Site) -> bool:
    unit = site.fields.get("u", "")
    return not (unit in ("second", "minute") and "n" not in site.fields)


def _duration(site: Site) -> bool:
    said, unit, n = site.words(), site.fields.get("u", ""), site.fields.get("n", "")
    if site.after() == "old" or (site.after() == "-" and site.after(2) == "old") or (site.after() == "of" and site.after(2) == "age"):
        return False
    if said[0] == "the" and unit == "year" and "n" not in site.fields:
        return True
    if site.char_before() in ("$", "€", "£", ".", "/", "#") and site.first:
        return False
    if unit in ("quarter", "quarters") and (site.after() == "of" or n in ("a", "an", "one", "three")):
        return False
    if unit in ("weekend", "weekends", "millennium"):
        return False
    if unit == "second" and not ("-" in said or n in ("one", "1")):
        return False
    if n in ("a", "an") and "-" in said:
        return False
    if n in ("a", "an") and len(said) == 2:  # noqa: PLR2004
        return site.before() in _LENGTH_CUES and not (site.before() in ("of", "to", "as") and site.after() != "")
    return True


def _duration_vague(site: Site) -> bool:
    said, unit = site.words(), site.fields.get("u", "")
    if site.after() == "old" or (site.after() == "-" and site.after(2) == "old"):
        return False
    if "v" in site.fields:
        return unit not in ("second",) and not (site.fields["v"] in ("some", "many", "few", "several") and unit in ("day", "year", "week", "night"))
    if "d" in site.fields:
        return unit in ("days", "weeks", "months", "years", "hours") and site.before() in ("in", "for", "during", "over", "")
    if "while" in said or "time" in said:
        return site.before() in ("for", "in", "after", "take")
    if len(said) == 1:
        return site.before() in _BARE_LENGTH_CUES and site.after() != "-"
    return unit not in ("second", "minute")


def _age(site: Site) -> bool:
    """The age of a thing; "a 34-year-old", "12-year-old boys" and "a 40-year-old Frenchman" are no times."""
    token = site.parsed()
    sentence = site.document.sentence_at(token.start) if token else None
    if token is None or sentence is None:
        return False
    return any(word.lemma in words().aging for word in sentence.tokens[token.i + 1 : token.i + 4])


def _night_of(site: Site) -> bool:
    follower = site.tokens[site.last + 1] if site.last + 1 < len(site.tokens) else None
    if follower is None or site.before() in ("the", "that", "this"):
        return False
    token = site.parsed(site.last + 1)
    return token is not None and token.tag in ("NN", "NNS", "JJ", "VBG") and follower.norm not in ("its", "the")


def _set(site: Site) -> bool:
    said = site.words()
    if "q" in site.fields:
        token = site.parsed()
        return token is not None and (token.tag in ("RB", "JJ") if said[0] == "daily" else token.tag == "RB" or token.dep == "advmod")
    return not ("wds" in site.fields and site.before() not in ("on", "and", "to", "mondays", "of"))


def _present(site: Site) -> bool:
    said = site.words()
    if said == ["now"]:
        return site.after() not in ("that", "-", "infamous", "famous", "defunct") and site.char_before() != "-"
    return not (said[-1] == "present" and (site.before() not in ("at", "for", "to", "in", "until") or site.after() not in _ENDS))


def _past(site: Site) -> bool:
    said = site.words()
    if said[-1] == "past":
        return site.before() in ("in", "from", "of", "with", "about", "to") and site.after() in (*_ENDS, "", "to", "have", "has")
    return not (said == ["recent"] and site.before() in ("more", "most"))


def _future(site: Site) -> bool:
    said = site.words()
    if "soon" in said:
        return False
    return said != ["the", "future"] or site.after() != "of"


GUARDS: Mapping[str, Callable[[Site], bool]] = {
    "month": _month, "year": _year, "decade": _decade, "quarter": _quarter, "season": _season, "weekday": _weekday,
    "part_alone": _part_alone, "clock": _clock, "relative_unit": _relative_unit, "the_unit": _the_unit, "later": _later,
    "window": _window, "duration": _duration, "duration_vague": _duration_vague, "age": _age, "night_of": _night_of, "set": _set, "present": _present,
    "past": _past, "future": _future,
}
