"""Phrases that records point at and that no mention covers: who can be an actor, and of what kind."""

from sayso.actors.lexicon import Lexicon
from sayso.actors.mention import Mention
from sayso.actors.rules import POINTED_AT
from sayso.codebook.terms import ActorKind
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import child, children
from sayso.records.base import Phrase
from sayso.records.language import Document, Sentence, Token
from sayso.text import Span

_HUMAN_PRONOUNS = frozenset(
    {
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
        "we",
        "us",
        "i",
        "me",
        "you",
        "who",
        "whom",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "others",
        "those",
    }
)
_QUANTIFIERS = frozenset(
    {
        "some",
        "many",
        "several",
        "few",
        "both",
        "all",
        "most",
        "none",
        "another",
        "others",
        "each",
        "one",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "dozen",
        "hundred",
        "thousand",
        "number",
        "handful",
        "majority",
        "rest",
        "half",
        "million",
        "other",
    }
)
_NOBODY = frozenset({"nobody", "none", "no-one", "noone", "nothing", "no"})
_QUOTES = "\"“”‘’«»'`"
_ROUND = frozenset({"dozens", "hundreds", "thousands", "scores", "dozen", "hundred", "thousand", "million"})
_LEADING = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "more",
        "many",
        "several",
        "most",
        "all",
        "other",
        "such",
        "so",
        "not",
        "nearly",
        "almost",
        "about",
        "around",
        "roughly",
        "only",
        "just",
        "even",
        "very",
        "too",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
    }
)
_OFFICES = frozenset(
    {"head", "chief", "leader", "member", "director", "commander", "president", "chairman", "chair", "deputy", "boss"}
    | {"founder", "spokesman", "spokeswoman", "spokesperson", "representative", "minister", "secretary", "governor"}
    | {"mayor", "general", "resident", "supporter", "relative", "victim", "survivor", "user", "owner", "brother"}
    | {"father", "mother", "son", "daughter", "wife", "husband", "widow", "sister", "ally", "critic", "opponent"}
)
_NEAR = 8
"""So many words after an office its body may stand at most."""
_NO_ADVERBS = frozenset(
    {"elderly", "early", "daily", "weekly", "monthly", "holy", "friendly", "deadly", "likely", "family", "only"}
    | {"lonely", "costly", "orderly", "unfriendly", "scholarly", "unruly", "silly", "ugly", "homely", "cowardly"}
)
MEASURES = frozenset(
    {
        "group",
        "number",
        "crowd",
        "band",
        "team",
        "gang",
        "mob",
        "handful",
        "dozen",
        "hundred",
        "thousand",
        "score",
        "majority",
        "couple",
        "pair",
        "series",
        "lot",
        "wave",
        "column",
        "unit",
        "squad",
        "range",
        "variety",
    }
)
"""Nouns that count others: "a group of buildings" is no actor, "a group of gunmen" is the gunmen."""
_THINGS = frozenset(
    {"document", "event", "abstract", "weapon", "vehicle", "facility", "infrastructure", "place", "body_part"}
)
_TARGETS = frozenset({"facility", "infrastructure", "vehicle"})
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "conj", "appos"})
"""What is hit, taken or blocked ("the market", "a convoy") receives the act although it is nobody."""
_HARM = frozenset(
    {
        "kill",
        "wound",
        "injure",
        "die",
        "hurt",
        "arrest",
        "detain",
        "abduct",
        "kidnap",
        "capture",
        "flee",
        "shoot",
        "behead",
        "execute",
        "displace",
        "evacuate",
        "rescue",
        "hospitalize",
        "treat",
        "release",
        "free",
        "torture",
        "beat",
        "rape",
        "hang",
    }
)


def leftover(sentence: Sentence, head: Token, span: Span, lex: Lexicon) -> Mention | None:
    """An unnamed actor for the phrase, or None where its head names a thing, a time, a place."""
    kind = None if _denied(sentence, head) else _kind(sentence, head, lex)
    if kind is None:
        return None
    form = "pronoun" if head.pos == "PRON" else "name" if head.pos == "PROPN" else "nominal"
    inside = span if span.start <= head.start and head.end <= span.end else Span(head.start, head.end)
    return Mention(
        sentence=sentence.index,
        head=head.i,
        tokens=(head.i,),
        span=inside,
        form=form,  # type: ignore[arg-type]
        name=None,
        kind=kind,
        lemma=head.lemma,
        rule=POINTED_AT,
        plural=None,
    )


def measured(sentence: Sentence, head: Token) -> Token | None:
    """The noun that a measure counts, where it is all of them: "hundreds of people", "a group of gunmen"."""
    if head.lower not in _QUANTIFIERS and head.lemma not in MEASURES:
        return None
    of = child(sentence, head, "prep")
    inner = child(sentence, of, "pobj") if of is not None and of.lower == "of" else None
    if inner is None or any(c.dep in ("det", "poss") for c in children(sentence, inner)):
        return None
    return inner


def _kind(sentence: Sentence, head: Token, lex: Lexicon) -> ActorKind | None:
    up = sentence.tokens[head.head]
    speaks = head.dep == "nsubj" and up.lemma in lex.verbs["speech"]
    if head.lower in _HUMAN_PRONOUNS:
        return ActorKind.UNNAMED
    if head.pos == "PRON":
        return ActorKind.UNNAMED if speaks and head.lower in ("it", "this", "one") else None
    kind: ActorKind | None = None
    if head.lower in _QUANTIFIERS or head.tag == "CD":
        human = _counts_humans(sentence, head, speaks=speaks)
        kind = (ActorKind.PEOPLE if _numeral(head) else ActorKind.UNNAMED) if human else None
    elif head.pos == "PROPN":
        thing = head.lower in lex.nouns["calendar"] or head.lower in lex.nouns["not_actors"]
        kind = ActorKind.UNNAMED if speaks and not thing else None
    elif head.pos == "ADJ":
        several = any(c.lower in ("the", "many", "some", "several") for c in children(sentence, head))
        kind = ActorKind.PEOPLE if several else None
    elif head.pos == "NOUN" and speaks:
        classes = noun_classes(head.lemma) or noun_classes(head.lower)
        kind = None if classes & (_THINGS - {"facility", "place"}) else ActorKind.UNNAMED
    elif head.pos == "NOUN" and head.dep in _OBJECTS and noun_classes(head.lemma) & _TARGETS:
        kind = ActorKind.FACILITY
    return kind


def counted(sentence: Sentence, mention: Mention, words: str) -> str:
    """Name of an unnamed actor: a bare number is so many people ("at least 80" people)."""
    head = sentence.tokens[mention.head]
    bare = _numeral(head) and not any(c.dep == "prep" for c in children(sentence, head))
    if bare and mention.kind is ActorKind.PEOPLE:
        return "people" if words.lower() in _LEADING else f"{words} people"
    return words


def _numeral(head: Token) -> bool:
    return head.tag == "CD" or head.lower in _ROUND


def _denied(sentence: Sentence, head: Token) -> bool:
    """Reads "no group", "neither side", "nobody", "none", "no one": nobody at all."""
    return head.lower in _NOBODY or any(c.lower in ("no", "neither") for c in children(sentence, head))


def _counts_humans(sentence: Sentence, head: Token, *, speaks: bool) -> bool:
    """A number or quantity of people: "two of the soldiers", "12 were killed"."""
    of = child(sentence, head, "prep")
    inner = child(sentence, of, "pobj") if of is not None and of.lower == "of" else None
    return _human(inner) if inner is not None else speaks or sentence.tokens[head.head].lemma in _HARM


def _human(token: Token) -> bool:
    return bool(noun_classes(token.lemma) & {"person", "people", "civilians", "military", "armed_group", "police"})


def valid(document: Document, phrase: Phrase) -> bool:
    """True if the phrase points at a token of the document."""
    return 0 <= phrase.sentence < len(document.sentences) and 0 <= phrase.head < len(
        document.sentences[phrase.sentence].tokens
    )


def whole(document: Document, mention: Mention) -> str:
    """The words of a common-noun mention without its determiner; an office that says nothing alone keeps its "of"
    phrase: "head of the border guard".
    """
    sentence = document.sentences[mention.sentence]
    head = sentence.tokens[mention.head]
    words = bare(mention.span.of(document.text))
    if " of " in words:
        return words
    of = next((c for c in children(sentence, head, "prep") if c.i == head.i + 1 and c.lower == "of"), None)
    body = child(sentence, of, "pobj") if of is not None else None
    if body is None or head.lemma not in _OFFICES or body.i - head.i > _NEAR:
        return words
    if any(c.tag == "PRP$" for c in children(sentence, body)):
        return words
    end = max([body.i, *(c.i for c in children(sentence, body, "nmod", "compound", "flat"))])
    return f"{words} {' '.join(sentence.span(of.i if of else end, end).of(document.text).split())}"


def bare(words: str) -> str:
    """A noun phrase without its determiner, white space folded."""
    pieces = words.split()
    while len(pieces) > 1 and (pieces[0].lower() in _LEADING or _adverb(pieces)):
        pieces.pop(0)
    return " ".join(pieces).lstrip(_QUOTES)


def _adverb(pieces: list[str]) -> bool:
    """An adverb before the first modifier: "heavily armed men" is the armed men."""
    word = pieces[0].lower()
    return len(pieces) > 2 and pieces[1].islower() and word.endswith("ly") and word not in _NO_ADVERBS
