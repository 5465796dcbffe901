"""The dateline of a report: "BAKU, Nov 1 (Agency) -" before its first sentence."""

import re
from dataclasses import dataclass

from sayso.article.words import Words, words
from sayso.records.article import Dateline

REACH = 140
NAME = r"[A-ZÀ-ÞŞĞİ][\w.'’ʼ-]*"
MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)?\d\d)?|\d{{1,2}} {MONTH}(?:,? (?:19|20)?\d\d)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
# Opening brackets, place (one to three pieces; its country in brackets before a date), date, agency, closing mark.
NAMES = rf"{NAME}(?: {NAME}| (?:de|al|el|la|es|of|the|au|sur) {NAME}){{0,3}}"
FORM = re.compile(
    rf"(?P<open>[(\[])?(?P<place>{NAMES}(?:(?:, ?| ?/ ?)(?:{NAME}(?: {NAME}| of {NAME}){{0,3}})){{0,2}}?)"
    rf"(?:(?P<within> ?\({NAME}(?: {NAME}){{0,3}}\))(?=, ?{DATE}))?"
    rf"(?:,? ?(?P<date>{DATE}))?,?(?(open)[)\]])"
    r"(?P<agency> ?[(\[][A-Z][^()\[\]]{1,60}[)\]])?"
    r"(?P<close> ?(?:--+|—|–|―|:)| [-_] ?|(?<=\)) ?-|(?<=\]) ?-?)\s*"
    r"(?P<tags>(?:\[[A-Z][^\[\]]{1,80}\]\s*){0,4})",
)
AGENCY_FIRST = re.compile(
    rf"(?:(?P<agency>\([A-Z][^()]{{1,40}}\))(?: ?(?:--+|—|–|-) ?(?P<place>{NAME}(?: {NAME}){{0,2}})"
    rf"(?:, (?P<date>{DATE}))?)?)(?P<close> ?(?:--+|—|–|:)| - ?)\s*",
)
# "MOSCOW, June 14. /TASS/." and "KYIV. June 14. INTERFAX-UKRAINE -": agencies of the former Soviet Union.
POINTED = re.compile(
    rf"(?P<place>{NAMES})[.,] ?(?P<date>{DATE})[.,]{{0,2}} "
    r"(?:/(?P<slashed>[A-Z][\w. -]{1,40})/|(?P<bare>[A-Z][A-Z.-]{2,24}))(?P<close>\.?(?: ?(?:--|[-–—:]))?)\s*",
)
PLACE_DATE = re.compile(
    rf"\W{{0,3}}(?P<place>{NAMES}(?:, {NAMES})?)(?:,| [-–—])? (?:on )?(?P<date>{DATE})"
    r"(?P<rest>[ ,]*(?:19|20)\d\d)?\W{0,3}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDateline:
    """A dateline in a paragraph: [start, end) there, and its printed parts."""

    start: int
    end: int
    place: str | None
    date: str | None
    agency: str | None


def find_dateline(paragraph: str) -> FoundDateline | None:
    """The first body paragraph (raw or clean) -> the dateline at its start, or None.

    A capitalised word before a dash is no dateline by itself: the place must be in capitals, known, followed by a
    country, a date or an agency, and what follows the mark must open a sentence.
    """
    lead = len(paragraph[:REACH]) - len(paragraph[:REACH].lstrip())
    head = paragraph[lead : lead + REACH]
    table = words()
    m = FORM.match(head)
    if m and _opens_sentence(head[m.end() :]) and _is_dateline(m, head, table):
        within = (m["within"] or "").strip(" ()")
        agency = (m["agency"] or "").strip(" ()[]") or (within if within in table.agencies else None)
        country = within if within != agency else ""
        return FoundDateline(
            start=lead,
            end=lead + m.end(),
            place=", ".join(piece for piece in (m["place"].strip(" ,"), country) if piece),
            date=m["date"],
            agency=agency,
        )
    m = POINTED.match(head)
    if m and _opens_sentence(head[m.end() :]) and (m["slashed"] or m["close"]):
        return FoundDateline(
            start=lead,
            end=lead + m.end(),
            place=m["place"],
            date=m["date"],
            agency=m["slashed"] or m["bare"].strip(".-"),
        )
    m = AGENCY_FIRST.match(head)
    if m and _opens_sentence(head[m.end() :]) and _known_agency(m["agency"], table):
        return FoundDateline(
            start=lead, end=lead + m.end(), place=m["place"], date=m["date"], agency=m["agency"].strip("()")
        )
    return None


def find_place_date(line: str) -> FoundDateline | None:
    """A line that is nothing but a place and a date ("Kyiv, 9 September 2024"), or None. The place is known, in
    capitals, or a single word (a person who signs has two names).
    """
    m = PLACE_DATE.fullmatch(line) if len(line) <= REACH else None
    if m is None or not any(char.isdigit() for char in m["date"]):
        return None
    table = words()
    pieces = [piece.strip() for piece in m["place"].split(",")]
    town, country = pieces[0], pieces[-1] if len(pieces) > 1 else None
    if _month_word(town) or town.lower() in ("updated", "published", "posted"):
        return None
    known = town in table.towns or _titled(town) in table.towns or town in table.countries
    if not (known or (town.isupper() and not _acronym(town, table)) or " " not in town or country in table.countries):
        return None
    return FoundDateline(
        start=m.start("place"),
        end=m.end("rest") if m["rest"] else m.end("date"),
        place=m["place"],
        date=m["date"] + (m["rest"] or ""),
        agency=None,
    )


def _month_word(town: str) -> bool:
    return re.match(rf"(?:{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", town) is not None


def _opens_sentence(rest: str) -> bool:
    first = rest.lstrip("\"“'‘«([")[:1]
    return first.isupper() or first.isdigit()


def _is_dateline(m: re.Match[str], head: str, table: Words) -> bool:
    place, close = m["place"].strip(" ,"), m["close"].strip()
    pieces = [piece.strip() for piece in re.split(r"[,/]", place)]
    town, country = pieces[0], pieces[-1] if len(pieces) > 1 else None
    if not close and not (m["agency"] or m["open"]):
        return False
    capitals = town.isupper() and sum(c.isalpha() for c in town) >= 3 and len(town.split()) <= 4
    dated = m["date"] is not None
    agency = m["agency"] is not None and _known_agency(m["agency"], table)
    known = town in table.towns or _titled(town) in table.towns
    located = country is not None and (country in table.countries or _titled(country) in table.countries)
    if close == ":":
        return (
            (capitals and (dated or agency or known))
            or (located and len(town.split()) <= 3 and town not in table.countries)
            or (dated and (known or agency))
        )
    if m["open"] and not agency:
        return known or located or (capitals and dated)
    if capitals:
        return (
            agency or dated or located or known or (close in ("—", "--", "–", "―", "_") and not _acronym(town, table))
        )
    if agency or dated:
        return known or located or m["agency"] is not None or town in table.countries
    return (known or located) and close in ("—", "--", "–", "-", "―", "_") and not _second_dash(head[m.end() :])


def _acronym(town: str, table: Words) -> bool:
    """NATO, UNICEF, BREAKING: in capitals before a dash, and no place."""
    return len(town) <= 4 or town in table.not_places or town.split(maxsplit=1)[0] in table.not_places


def _second_dash(rest: str) -> bool:
    """True for "Kyiv — Ukraine's capital — was ...": the first dash opens an aside."""
    sentence = re.split(r"[.!?]\s", rest, maxsplit=1)[0]
    return bool(re.search(r"\s(?:--+|—|–|-)\s", sentence))


def _known_agency(text: str, table: Words) -> bool:
    names = [name.strip() for name in re.split(r"[,/;]| and ", text.strip(" ()[]"))]
    return any(
        name in table.agencies or (name.isupper() and 2 <= len(name) <= 12) or name.title() in table.agencies
        for name in names
    )


def _titled(name: str) -> str:
    return name.title().replace("'S", "'s").replace(" Of ", " of ").replace(" Es ", " es ") if name.isupper() else name


def as_record(found: FoundDateline, quote: str, raw_start: int, raw_end: int) -> Dateline:
    """A found dateline and where it stands in the raw text -> the record."""
    return Dateline(
        quote=quote, raw_start=raw_start, raw_end=raw_end, place=found.place, date=found.date, agency=found.agency
    )
