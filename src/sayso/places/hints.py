"""What the dateline and the outlet's name tell about the country: weak evidence from outside the text."""

import re
from collections.abc import Iterator

from sayso.places.gazetteer import Gazetteer
from sayso.places.keys import strict_key
from sayso.records.places import Candidate

_WORDS = re.compile(r"[^\W\d_][^\s,;()/]*")
_LONGEST = 4
_KNOWN = 100_000


def hints_from(dateline: str | None, outlet: str | None, gazetteer: Gazetteer | None) -> tuple[Candidate, ...]:
    """The prominent place that each of the two names, if it names one."""
    if gazetteer is None:
        return ()
    return tuple(place for printed in (dateline, outlet) if printed for place in _named(printed[:200], gazetteer))


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
