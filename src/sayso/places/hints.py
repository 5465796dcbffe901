"""What the dateline and the outlet's name tell about the country: weak evidence from outside the text."""

import re
from collections.abc import Iterator

from sayso.places.gazetteer import Gazetteer
from sayso.places.keys import strict_key
from sayso.places.rules import DATELINE, OUTLET
from sayso.records.base import RuleId
from sayso.records.places import Candidate

_WORDS = re.compile(r"[^\W\d_][^\s,;()/]*")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}([a-z]{2})")
_LONGEST = 4
_KNOWN = 100_000


Hint = tuple[Candidate, RuleId]


def hints_from(dateline: str | None, outlet: str | None, gazetteer: Gazetteer | None) -> tuple[Hint, ...]:
    """The prominent place that each of the two names, if it names one, with the rule that uses it."""
    if gazetteer is None:
        return ()
    by_dateline = _named(dateline[:200], gazetteer) if dateline else ()
    by_outlet = (_country_of_site(outlet, gazetteer) or _named(outlet[:200], gazetteer)) if outlet else ()
    return (*((place, DATELINE) for place in by_dateline), *((place, OUTLET) for place in by_outlet))


def _named(printed: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The longest name in the words, if its foremost bearer is a country, a division or a city."""
    words = _WORDS.findall(printed)
    for n in range(min(_LONGEST, len(words)), 0, -1):
        for i in range(len(words) - n + 1):
            hit = gazetteer.lookup(strict_key(" ".join(words[i : i + n]).title()))
            if hit is None or hit.form == "demonym" or not hit.proper:
                continue
            top = hit.candidates[0]
            if top.feature in ("PCLI", "ADM1", "PPLC") or top.population >= _KNOWN:
                yield top
                return


def _country_of_site(outlet: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The country of an outlet that is given as a host name under a country's domain (news.example.ca)."""
    host = _HOST.fullmatch(outlet.strip().lower())
    hit = gazetteer.lookup(f".{host[1]}") if host else None
    return hit.candidates[:1] if hit else ()
