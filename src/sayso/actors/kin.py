"""People introduced as somebody's relative: "his wife X", "Y, the brother of Z"."""

from sayso.actors.lexicon import Lexicon
from sayso.actors.mention import Mention
from sayso.codebook.terms import ActorKind
from sayso.nlp.tree import children
from sayso.records.language import Sentence, Token


def relative(mention: Mention, sentence: Sentence, lex: Lexicon) -> Mention:
    """A named mention -> the same, marked and with the noun's gender where it is set beside a noun for a relative."""
    if mention.kind is not ActorKind.PERSON or mention.name is None:
        return mention
    noun = _noun(mention, sentence, lex)
    if noun is None:
        return mention
    gender = "m" if noun.lower in lex.lists["kin_men"] else "f" if noun.lower in lex.lists["kin_women"] else None
    return mention._replace(kin=True, gender=gender or mention.gender)


def _noun(mention: Mention, sentence: Sentence, lex: Lexicon) -> Token | None:
    tokens = sentence.tokens
    first = next((i for i in mention.tokens if tokens[i].text[0].isupper()), mention.tokens[0])
    head = tokens[mention.head]
    beside = [tokens[first - 1]] if first else []
    if first > 1 and beside[0].text == ",":
        beside = [tokens[first - 2]] if head.dep == "appos" else []
    beside += [t for t in children(sentence, head, "appos") if t.i > head.i]
    if head.dep == "appos":
        beside.append(tokens[head.head])
    words = lex.lists["kin_men"] | lex.lists["kin_women"] | lex.lists["kin"]
    return next((t for t in beside if t.lower in words and _of_somebody(sentence, t)), None)


def _of_somebody(sentence: Sentence, noun: Token) -> bool:
    """Somebody's: "his wife", "Z's son", "the sister of Z"; not "Father X" or "X, father of two"."""
    before = sentence.tokens[max(0, noun.i - 3) : noun.i]
    if any(t.dep == "poss" or t.tag in ("PRP$", "POS") for t in before):
        return True
    of = sentence.tokens[noun.i + 1 : noun.i + 3]
    return len(of) == 2 and of[0].lower == "of" and of[1].tag not in ("CD", "NNS")
