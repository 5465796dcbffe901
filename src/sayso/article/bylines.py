"""The names in the bylines, agency tails and photo credits that were dropped from the text."""

import re
from collections.abc import Sequence

from sayso.article.looks import WORD
from sayso.article.printed import is_outlet, without_time
from sayso.article.words import words

BY = re.compile(r"^\W*(?:(?:story|text|words|article|written|posted|published|author)?:? ?by:?|author:) ", re.I)
REPORTING = re.compile(
    r"\b(?:reporting|story|text|words|written|report|compiled) (?:by|from) (?P<names>[^;()]{2,200})", re.I
)
CONTRIBUTED = re.compile(r"^(?P<names>.{3,120}?) contributed (?:to|reporting)\b", re.I)
MAX_BARE = 6
NO_NAMES = frozenset(("Writer", "Writers", "Correspondent", "Correspondents", "Reporter", "Staff"))
SPLIT = re.compile(r"\s*(?:,|;|\||·|/|\band\b|&)\s*")
PLACE = re.compile(r"\s+(?:in|at|from|for)\s+.*$")
NAME = re.compile(
    r"[A-ZÀ-ÞŞĞİ][\w.’'-]*(?: (?:(?:de|al|el|van|von|der|bin|da|di|la|le|du) )*[A-ZÀ-ÞŞĞİ][\w.’'-]*){1,4}|[A-Z][a-z]+"
)
CREDIT_LABEL = re.compile(
    r"^.*?(?:(?:file )?(?:photo(?:graph)?|image|picture)s?(?: (?:by|credit|courtesy(?: of)?|via))?|credits?"
    r"|courtesy(?: of)?) ?[:|©] ?|^\W*photo(?:graph)? by ",
    re.I,
)
CREDIT_TAIL = re.compile(r"[\[(](?P<inner>[^\[\]()]{2,90})[\])]\.?$|(?:^|[.”\"] )(?P<last>[^.”\"]{2,90})$")


def names_of_bylines(declared: Sequence[str], quotes: Sequence[str]) -> tuple[str, ...]:
    """Declared authors and dropped byline lines -> distinct names in order."""
    found = list(declared)
    known = " ".join(declared).lower()
    for quote in quotes:
        for line in quote.split("\n"):
            for name in _names(" ".join(line.split())[:400]):
                if name.lower() not in known:
                    found.append(name)
                    known += " " + name.lower()
    return tuple(dict.fromkeys(found))


def _names(line: str) -> list[str]:
    rest = without_time(line)
    line = line if rest is None else rest
    credit = CONTRIBUTED.match(line)
    named = " , ".join(m["names"] for m in REPORTING.finditer(line)) or (credit["names"] if credit else "")
    signed = bool(named) or bool(BY.match(line))
    if not signed and len(WORD.findall(line)) > MAX_BARE:
        return []
    pieces = [PLACE.sub("", piece).strip(" .,-–—|()*_") for piece in SPLIT.split(named or BY.sub("", line, count=1))]
    return [piece for piece in pieces if NAME.fullmatch(piece) and (signed or " " in piece) and _person(piece)]


def _person(name: str) -> bool:
    """False for outlets and for the towns that reporters file from."""
    return not is_outlet(name, words()) and name not in words().towns and name.rsplit(" ", 1)[-1] not in NO_NAMES


def credits_of(quotes: Sequence[str]) -> tuple[str, ...]:
    """Dropped credit lines and captions -> whom they credit."""
    found: list[str] = []
    for quote in quotes:
        for line in quote.split("\n"):
            text = " ".join(line.split())[:600]
            label = CREDIT_LABEL.match(text)
            tail = CREDIT_TAIL.search(text)
            if label is not None:
                text = text[label.end() :]
            elif tail is not None and len(text.split()) > 8:
                text = tail["inner"] or tail["last"]
            found.append(text.strip(" ()[]|·–—-:.©"))
    return tuple(dict.fromkeys(credit for credit in found if credit))
