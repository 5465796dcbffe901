"""What a line looks like, apart from its neighbours."""

import re
from dataclasses import dataclass

from sayso.article.lines import Line
from sayso.article.words import Words

QUOTED = re.compile('“[^“”]*(?:”|$)|"[^"]*(?:"|$)|«[^«»]*(?:»|$)|„[^„“”]*(?:[“”]|$)')
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
FINAL = re.compile(r"[.!?…](?:[\"”’'»)\]]|\s)*$")
# Marks with which agencies end their copy, after the last full stop.
END = re.compile(r"(?<=[.!?\"”’)]) ?\(?(?:Enditem|ENDITEM|ENDS?|End item|Item ends|MORE|-30-|-0-|/ENDS|MTF|#{2,4})\)?$")
TEASER = re.compile(r"(?:\.\.\.|…|\[\.\.\.\]|\[…\])\s*$")
BULLET = re.compile(r"^(?:[-–—•*·▪►»>|]\s*|\d{1,2}[.)]\s+)+")
TRAIL = re.compile(r"[\s.!:;…,»>→›|-]+$")
LONG, PROSE, LISTING, MAX_NOTE = 16, 8, 12, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """`words` counts words; `final` says whether it ends as a sentence does; `prose` whether it reads as running text;
    `key` is the lower-cased line without bullets and trailing marks; `own` the lower-cased line without what stands
    in quotation marks; the rest count phrases of `own` (words.toml, voice).
    """

    words: int
    final: bool
    prose: bool
    teaser: bool
    key: str
    own: str
    ask: int
    cause: int
    press: bool
    letter: int
    cookie: int
    paywall: int
    first: bool
    second: bool
    money: bool
    reporting: int
    names: int

    @property
    def appeal(self) -> float:
        """How much the line sounds like a house asking its readers for money."""
        voice = self.first + self.second + self.money
        return 2 * min(self.ask, 4) + 1.5 * min(self.cause, 4) + voice - min(self.reporting, 2)


def look_at(line: Line, words: Words) -> Look:
    """A line -> its Look."""
    end = END.search(line.text, max(0, len(line.text) - 14))
    text = line.text[: end.start()] if end else line.text
    found = WORD.findall(text)
    own_text = QUOTED.sub(" ", text)
    own = own_text.replace("US", "U.S.").lower()
    own_words = WORD.findall(own)
    closed = text[: text.rfind("[")].rstrip() if text.endswith("]") and len(text) - text.rfind("[") < MAX_NOTE else text
    final = bool(FINAL.search(text[-8:]) or FINAL.search(closed[-8:]))
    teaser = bool(TEASER.search(text[-8:]))
    count = len(found)
    prose = (count >= PROSE and final and not teaser) or count >= LONG or (count >= LISTING and text.endswith(":"))
    return Look(
        words=count,
        final=final,
        prose=prose and line.linked < 0.6,
        teaser=teaser,
        key=TRAIL.sub("", BULLET.sub("", text[:400])).lower().replace("’", "'"),
        own=own,
        ask=_kinds(words.ask, own),
        cause=_kinds(words.cause, own),
        press=bool(words.press.search(own)),
        letter=_kinds(words.letter, own),
        cookie=_kinds(words.cookie, own),
        paywall=_kinds(words.paywall, own),
        first=bool(words.first.search(own)),
        second=bool(words.second.search(own)),
        money=bool(words.money.search(own)),
        reporting=sum(word in words.reporting for word in own_words),
        names=_names(found),
    )


def _kinds(pattern: re.Pattern[str], text: str) -> int:
    return len(set(pattern.findall(text)))


def _names(found: list[str]) -> int:
    """Capitalised words that do not open the line."""
    return sum(word[0].isupper() for word in found[1:])
