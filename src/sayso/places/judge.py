"""Is this name a place here? Signs in the words around a match -> a verdict.

The questions are put in order and the first that answers decides: is it a name at all, is it said to be a place, is
it part of another name, where does it stand.
"""

from enum import IntEnum
from typing import NamedTuple

from sayso.lexicon.names import is_given_name
from sayso.lexicon.nouns import noun_classes
from sayso.places.rules import CONTAINED, DEMONYM, DIVISION, KIND, LOCATED, MODIFIER, NAMED
from sayso.places.scan import Match
from sayso.places.words import words
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.records.places import Candidate


class Sign(IntEnum):
    """How the words around speak: of a person, of another name, perhaps of a longer name, not at all, for a place,
    clearly for a place.
    """

    PERSON = 0
    AGAINST = 1
    PART = 2
    NONE = 3
    FAIR = 4
    CLEAR = 5


class Verdict(NamedTuple):
    """A sign and the rule that gave it."""

    sign: Sign
    rule: RuleId


class View(NamedTuple):
    """A match with its surroundings: the tokens beside it, the matches beside it."""

    match: Match
    sentence: Sentence
    left: Token | None
    right: Token | None
    before: Match | None
    after: Match | None

    @property
    def top(self) -> Candidate:
        """The foremost candidate."""
        return self.match.hit.candidates[0]

    @property
    def large(self) -> bool:
        """Is the name by itself known as that of a large place?"""
        return is_large(self.match)


PERSON = Verdict(Sign.PERSON, NAMED)
PART = Verdict(Sign.PART, NAMED)
AGAINST = Verdict(Sign.AGAINST, NAMED)
NOTHING = Verdict(Sign.NONE, NAMED)
_PROPER = ("NNP", "NNPS")
_QUOTES = frozenset({"“", '"', "‘", "'", "``"})
_LARGE = 300_000
_TOWN = 50_000
_SHORT = 3
_MODIFIED = ("person", "civilians", "people", "government", "police", "organisation", "facility", "place", "media")


def judge(view: View) -> Verdict:
    """The verdict on a match in its sentence, without a look at the rest of the article."""
    if view.match.hit.form == "demonym":
        return _demonym(view)
    if not _may_be_name(view):
        return AGAINST
    for question in (_contained, _said_to_be_place, _calendar, _part_of_name, _located, _modifier):
        verdict = question(view)
        if verdict is not None:
            return verdict
    return NOTHING


def is_large(match: Match) -> bool:
    """Does the name properly belong to a country, continent, capital, great division or city, or a listed place?"""
    place = match.hit.candidates[0]
    return match.hit.proper > 0 and (
        place.feature in ("PCLI", "CONT", "PPLC")
        or (place.feature == "ADM1" and place.population > 1_000_000)
        or place.population >= _LARGE
        or not place.feature.startswith(("PPL", "ADM"))
    )


def _demonym(view: View) -> Verdict:
    """A people's name points at its country unless it is part of a person's name, a team or a brand."""
    token = view.sentence.tokens[view.match.last]
    if view.left is not None and is_given_name(view.left.text) and token.tag in _PROPER and _joined_left(view):
        return AGAINST
    if view.right is not None and _capital(view.right) and view.right.text in words().brands:
        return AGAINST
    if view.right is not None and view.right.lower in words().not_of_a_people:
        return AGAINST
    return Verdict(Sign.CLEAR, DEMONYM)


def _may_be_name(view: View) -> bool:
    """False for ordinary words that open a sentence ("Reading the letter ...") and for tags no name has."""
    inside = view.sentence.tokens[view.match.first : view.match.last + 1]
    if any(token.tag in _PROPER for token in inside):
        return True
    last = inside[-1]
    if last.pos in ("PRON", "DET", "AUX", "ADP", "SCONJ", "CCONJ", "INTJ", "PART", "NUM"):
        return False
    if len(inside) > 1 or (view.large and last.pos not in ("NUM", "ADV", "VERB")):
        return True
    if noun_classes(last.lemma) or view.match.key in words().never:
        return False
    return last.pos in ("NOUN", "ADJ", "X") or view.left is None


def _contained(view: View) -> Verdict | None:
    """As in "Paris, Texas": the gazetteer says that the one lies in the other."""
    match, sentence = view.match, view.sentence
    if view.after is not None and lies_in(match, view.after, sentence):
        return Verdict(Sign.CLEAR, CONTAINED)
    if view.before is not None and lies_in(view.before, match, sentence):
        return Verdict(Sign.CLEAR, CONTAINED)
    return None


def _said_to_be_place(view: View) -> Verdict | None:
    """As in "X province", "X County", "the village of X", "the town X"."""
    lists, match = words(), view.match
    if match.last > match.first and view.sentence.tokens[match.last].lower in lists.division_nouns:
        return Verdict(Sign.CLEAR, DIVISION)
    return None if match.key in lists.never else _kind_after(view) or _kind_before(view)


def _kind_after(view: View) -> Verdict | None:
    lists, right = words(), view.right
    if right is None:
        return None
    if right.tag[:2] == "NN" and right.text in lists.division_nouns:
        return Verdict(Sign.CLEAR, DIVISION)
    town = right.tag[:2] == "NN" and right.text in lists.town_nouns
    return Verdict(Sign.CLEAR, KIND) if town or (right.text == "-" and _follows(view, 2) in lists.bound_to) else None


def _kind_before(view: View) -> Verdict | None:
    lists, left = words(), before(view)
    if left is None:
        return None
    if left.lower == "of" and left.i and view.sentence.tokens[left.i - 1].text in lists.heads_of_place:
        return Verdict(Sign.CLEAR, KIND)
    named = left.text in lists.town_nouns and left.tag == "NN" and _joined_left(view)
    return Verdict(Sign.FAIR, KIND) if named else None


def _calendar(view: View) -> Verdict | None:
    """Months, weekdays, "Police", "University": names of villages, but only with their country beside them."""
    return AGAINST if view.match.key in words().never else None


def _part_of_name(view: View) -> Verdict | None:
    """Against, where the words right beside make a person or body of it; fair, where they make a public body."""
    left = view.left
    if left is not None and _joined_left(view):
        verdict = _with_left(view, left)
        if verdict is not None:
            return verdict
    if left is not None and left.lower in ("of", "&") and left.i and _head_of_body(view.sentence, left):
        return AGAINST
    if _follows(view, 1) in ("'s", "’s") and _starts_day(view):
        return AGAINST
    right = view.right
    return _with_right(view, right) if right is not None and _joined_right(view) else None


def _named_person(view: View) -> bool:
    """As in "Devraj Anand, a teacher, said": a name of which the place is the surname, and that does what people do."""
    sentence, last = view.sentence, view.sentence.tokens[view.match.last]
    if view.top.feature in ("PCLI", "PPLC") or view.match.first != view.match.last:
        return False
    if view.left is None or view.left.head != last.i or view.left.dep != "compound":
        return False
    up = sentence.tokens[last.head]
    if last.dep == "nsubj" and up.lemma in words().speech:
        return True
    titled = (c for c in last.children if c > last.i and sentence.tokens[c].dep == "appos")
    return any("person" in noun_classes(sentence.tokens[c].lemma) for c in titled)


def _with_left(view: View, left: Token) -> Verdict | None:
    """Is the word before a title, a forename or another part of the same name?"""
    lists = words()
    title = left.lower.rstrip(".")
    if title in lists.titles and (left.tag in _PROPER or left.tag == "NN") and view.top.feature != "PCLI":
        return AGAINST if title in lists.offices and view.large else PERSON
    if not _capital(left) or left.tag not in _PROPER or left.text in lists.place_openers:
        return None
    if is_given_name(left.text) or (len(left.text) == 2 and left.text.endswith(".")):
        return None if view.top.feature == "PCLI" else PERSON
    if left.lower in lists.place_nouns or left.lower in lists.calendar or left.lower in lists.skipped:
        return None
    if _named_person(view):
        return PERSON
    return None if view.large else PART


def _with_right(view: View, right: Token) -> Verdict | None:
    """Is the word after a surname, a paper, a club, a public body?"""
    lists = words()
    if right.text in ("$", "&") or right.text in lists.organisation_tails:
        return AGAINST
    if right.text == "State" and _follows(view, 2) in ("university", "college"):
        return AGAINST
    if right.text in lists.place_tails:
        return Verdict(Sign.FAIR, MODIFIER)
    if right.lower in lists.named_things and view.top.population < _TOWN and view.top.feature.startswith("PPL"):
        return PART
    if not _capital(right) or right.tag not in _PROPER or view.match.key.endswith("^"):
        return None
    name = _word(view)
    forename = is_given_name(name) or name in lists.also_forenames
    return PERSON if forename else None if view.large else PART


def _starts_day(view: View) -> bool:
    """As in "St. Patrick's Day", "Valentine's Day", "St. Mary's Church"."""
    i = view.match.last + 2
    tokens = view.sentence.tokens
    return (
        i < len(tokens)
        and _capital(tokens[i])
        and (view.match.key.startswith("saint ") or tokens[i].text in ("Day", "Eve", "Hospital", "Church", "School"))
    )


def _head_of_body(sentence: Sentence, of: Token) -> bool:
    """As in "Bank of X", "Islamic State of X": an organisation's name, of which the place is a part."""
    head = sentence.tokens[of.i - 1]
    if not _capital(head) or of.text == "&":
        return of.text == "&" and _capital(head)
    lists = words()
    earlier = sentence.tokens[of.i - 2] if of.i > 1 else None
    return head.text in lists.private_heads or (
        head.text in lists.group_heads and earlier is not None and _capital(earlier)
    )


def _located(view: View) -> Verdict | None:
    left, lists = before(view), words()
    if _is_dateline(view):
        return Verdict(Sign.CLEAR, LOCATED)
    if left is None:
        return None
    if left.lower in lists.located_by and left.tag in ("IN", "TO", "RB", "RP", "JJ"):
        possessive = view.right is not None and view.right.lower in ("'s", "’s")
        return Verdict(Sign.FAIR if possessive or left.lower == "at" else Sign.CLEAR, LOCATED)
    if left.lower in lists.maybe_located_by:
        return Verdict(Sign.FAIR, LOCATED)
    return None


def _is_dateline(view: View) -> bool:
    """As in "CAIRO - ", "BEIRUT (Agency) -" in capitals at the start."""
    if not view.sentence.tokens[view.match.last].text.isupper() or view.match.first > 3 or view.right is None:
        return False
    return view.right.text in ("-", "–", "—", "--", "(", ",")


def _modifier(view: View) -> Verdict | None:
    """As in "X police", "X woman", "X airport": before a common noun for people or public things."""
    right = view.right
    if right is None or right.tag not in ("NN", "NNS") or not _joined_right(view) or not right.text.islower():
        return None
    if _acronym(view):
        return AGAINST
    return Verdict(Sign.FAIR, MODIFIER) if noun_classes(right.lemma).intersection(_MODIFIED) else None


def _acronym(view: View) -> bool:
    """A long name in capitals that no gazetteer has so, before a word in small letters: "a SWAT team"."""
    word = _word(view)
    return len(word) > _SHORT and word.isupper() and not view.match.key.endswith(("^", "."))


def lies_in(inner: Match, outer: Match, sentence: Sentence) -> bool:
    """As in "Paris, Texas", "Idlib in Syria", "Aleppo (Syria)": does `inner` lie in `outer`?"""
    if inner.hit.form == "demonym" or outer.hit.form == "demonym":
        return False
    between = [token.lower for token in sentence.tokens[inner.last + 1 : outer.first]]
    if between not in ([","], ["("], ["in"], [], [",", "in"]):
        return False
    if between == [] and not outer.key.endswith((".", "^")):
        return False
    return any(contains(o, i) for o in outer.hit.candidates[:20] for i in inner.hit.candidates)


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Does the division or country `outer` hold `inner`?"""
    if outer is inner or outer.country is None or outer.country != inner.country:
        return False
    if outer.feature == "PCLI":
        return inner.feature != "PCLI"
    if outer.feature == "ADM1":
        return inner.admin1 == outer.admin1 and inner.feature != "ADM1"
    return outer.feature == "ADM2" and inner.admin2 == outer.admin2 and inner.feature != "ADM2"


def before(view: View) -> Token | None:
    """The token before the name, articles, quotation marks and adjectives of direction left out."""
    i = view.match.first - 1
    tokens = view.sentence.tokens
    while i >= 0 and (tokens[i].lower in words().skipped or tokens[i].text in _QUOTES):
        i -= 1
    return tokens[i] if i >= 0 else None


def _follows(view: View, distance: int) -> str:
    i = view.match.last + distance
    return view.sentence.tokens[i].lower if i < len(view.sentence.tokens) else ""


def _word(view: View) -> str:
    return view.sentence.tokens[view.match.first].text if view.match.first == view.match.last else ""


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.text == "&"


def _joined_left(view: View) -> bool:
    return view.left is not None and 0 <= view.match.start - view.left.end <= 1


def _joined_right(view: View) -> bool:
    return view.right is not None and 0 <= view.right.start - view.match.end <= 1
