"""What the dateline and the outlet's name tell about the country: weak evidence from outside the text."""

import re
from collections.abc import Iterable, Iterator

from sayso.lexicon.countries import countries
from sayso.lexicon.own import OwnOutlet
from sayso.places.gazetteer import Gazetteer
from sayso.places.judge import contains
from sayso.places.keys import strict_key
from sayso.places.rules import DATELINE, OUTLET
from sayso.records.base import RuleId
from sayso.records.places import Candidate

_WORDS = re.compile(r"[^\W\d_][^\s,;()/]*")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}([a-z]{2})")
_LONGEST = 4
_KNOWN = 100_000


Hint = tuple[Candidate, RuleId]


def hints_from(
    dateline: str | None, outlet: str | None, gazetteer: Gazetteer | None, home: OwnOutlet | None = None
) -> tuple[Hint, ...]:
    """The prominent place that each of the two names, if it names one, with the rule that uses it; `home`: the outlet
    where it is one of the user's own.
    """
    if gazetteer is None:
        return ()
    by_dateline = _named(dateline[:200], gazetteer) if dateline else ()
    by_outlet: Iterable[Candidate] = at_home(home, gazetteer) if home is not None else ()
    if not by_outlet and outlet:
        by_outlet = _country_of_site(outlet, gazetteer) or _named(outlet[:200], gazetteer)
    return (*((place, DATELINE) for place in by_dateline), *((place, OUTLET) for place in by_outlet))


def at_home(outlet: OwnOutlet, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Where an own outlet is at home: the largest place of that name in its country, or its country; none if the
    gazetteer has neither.
    """
    name, *around = [part.strip() for part in (outlet.place or "").split(",") if part.strip()] or [""]
    hit = gazetteer.lookup(strict_key(name)) if name else None
    candidates = hit.candidates if hit is not None else ()
    if outlet.country is not None:
        candidates = tuple(c for c in candidates if c.country == outlet.country)
    for part in around:
        wider = gazetteer.lookup(strict_key(part))
        candidates = tuple(c for c in candidates if wider and any(contains(w, c) for w in wider.candidates[:20]))
    if candidates:
        return (max(candidates, key=lambda c: c.population),)
    nation = next((c.name for c in countries() if c.alpha3 == outlet.country), None) if not name else None
    found = gazetteer.lookup(strict_key(nation)) if nation else None
    return found.candidates[:1] if found is not None else ()


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
