"""Titles before names: "Foreign Minister", "Lt. Gen.", "Secretary of State", "rebel leader", "spokesman"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.actors.lexicon import Lexicon
from sayso.lexicon.nouns import noun_classes
from sayso.records.language import Token

_WEAK = frozenset(
    {
        "foreign",
        "interior",
        "finance",
        "state",
        "acting",
        "deputy",
        "field",
        "wing",
        "air",
        "police",
        "crown",
        "grand",
        "vice",
        "prime",
        "opposition",
        "staff",
        "rear",
        "lance",
        "petty",
        "squadron",
        "interim",
        "warrant",
        "rebel",
        "militant",
        "u",
        "don",
        "private",
        "father",
        "star",
        "brother",
        "sister",
        "host",
        "national",
    }
)
_MEN = frozenset(
    {
        "mr",
        "mr.",
        "king",
        "prince",
        "emir",
        "sultan",
        "sheikh",
        "sheik",
        "pope",
        "father",
        "sir",
        "spokesman",
        "congressman",
        "councilman",
        "chairman",
        "businessman",
        "brother",
        "husband",
        "son",
        "uncle",
        "herr",
        "monsieur",
        "señor",
        "senor",
        "fr.",
        "imam",
        "ayatollah",
        "policeman",
        "cameraman",
        "statesman",
        "gunman",
        "strongman",
        "emperor",
        "archbishop",
        "cardinal",
        "mullah",
    }
)
_WOMEN = frozenset(
    {
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "queen",
        "princess",
        "lady",
        "dame",
        "madam",
        "spokeswoman",
        "congresswoman",
        "chairwoman",
        "sister",
        "wife",
        "daughter",
        "mother",
        "aunt",
        "actress",
        "businesswoman",
        "policewoman",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title of tokens [start, end): its words as printed, PLOVER sector, gender and country where they tell it."""

    start: int
    end: int
    text: str
    sector: str | None
    gender: str | None
    country: str | None = None


def title_row(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> Title | None:
    """The title that opens tokens [start, end), or None. Portfolios count: "Minister of Foreign Affairs"."""
    last = i = start
    strong, of = False, False
    while i < end:
        word = tokens[i].lower
        if word in lex.titles:
            strong = strong or word not in _WEAK
            i += 1
            last = i if strong else last
        elif word in lex.lists["portfolio"]:
            i += 1
            last = i if strong and of else last
        elif word in ("of", "for", "and", "&", "the", "-", ",") and i > start:
            of = of or word in ("of", "for")
            i += 1
        else:
            break
    return _title(tokens, start, last, lex) if strong and last > start else None


def title_before(tokens: Sequence[Token], start: int, lex: Lexicon) -> Title | None:
    """A title in lower case right before a name: "rebel leader X", "the army's chief spokesman X"."""
    left = start
    country: str | None = None
    while left:
        token = tokens[left - 1]
        word = token.lower
        if left == start:
            human = "person" in noun_classes(token.lemma) and token.tag in ("NN", "NNP")
            if not human or word.endswith("s") or token.text[0].isupper():
                break
        elif word in lex.demonyms:
            country = country or lex.demonyms[word]
        elif not (
            token.tag in ("NN", "JJ", "NNP", "HYPH", "NNS", "VBG")
            and token.head < start + 8
            and token.dep in ("compound", "amod", "nmod", "punct", "nn")
        ):
            break
        elif word in lex.country_words:
            country = country or lex.country_words[word]
        left -= 1
        if word == "staff" and left >= 2 and [t.lower for t in tokens[left - 2 : left]] == ["chief", "of"]:
            left -= 2
    while left < start and (tokens[left].lower == "old" or not tokens[left].text[0].isalnum()):
        left += 1
    if left == start:
        return None
    first = left
    while first < start - 1 and (tokens[first].lower in lex.demonyms or tokens[first].lower in lex.country_words):
        first += 1
    made = _title(tokens, first, start, lex)
    sector = None if made.text == "captain" else made.sector
    return Title(start=left, end=start, text=made.text, sector=sector, gender=made.gender, country=country)


def _sector_of(words: list[str], ranked: list[str]) -> str:
    """The last word of a title decides, but for generals and officers who are no soldiers or police."""
    if words[-1] == "executive":
        return "BUS"
    if words[-1] == "general" and {"attorney", "secretary", "director", "governor", "inspector", "consul"} & set(words):
        return "GOV"
    if words[-1] == "officer" and {"petty", "warrant", "army", "military", "navy"} & set(words):
        return "MIL"
    return "COP" if "police" in words else ranked[-1]


def _title(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> Title:
    words = [t.lower for t in tokens[start:end]]
    sectors = [lex.titles[w] for w in words if w in lex.titles]
    ranked = [s for s in sectors if s not in ("SOC", "ROLE")]
    plain = [lex.sectors[w] for w in words if w in lex.sectors]
    sector = _sector_of(words, ranked) if ranked else plain[-1] if plain else None
    gender = "m" if _MEN & set(words) else "f" if _WOMEN & set(words) else None
    pieces = [
        t.text if k == 0 or tokens[start + k - 1].end == t.start else f" {t.text}"
        for k, t in enumerate(tokens[start:end])
    ]
    return Title(start=start, end=end, text="".join(pieces), sector=sector, gender=gender)


def gender_of(words: Sequence[str], title: Title | None, lex: Lexicon) -> str | None:
    """Gender of a person by title, else by given name; None where neither tells."""
    if title is not None and title.gender is not None:
        return title.gender
    found = lex.gender.get(words[0]) if len(words) > 1 else None
    return found if found in ("m", "f") else None
