"""Whom a verb of harm is done to: heads of noun phrases, from the parse."""

from sayso.codebook.terms import PartKind
from sayso.nlp.tree import agent, child, children, head_of, is_passive, subject
from sayso.records.language import Sentence, Token
from sayso.tolls.drafts import Context

NOUNISH = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def undergoers(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Heads of what a transitive verb of harm is done to."""
    last = next((c for c in children(sentence, verb, "auxpass") if c.i > verb.i), None)
    if last is not None:
        people = child(sentence, last, "attr", "nsubj") or child(sentence, verb, "attr", "nsubjpass", "dobj", "dep")
        return (people,) if people is not None and people.i > last.i else ()
    objects = tuple(children(sentence, verb, "dobj")) or _shared_object(sentence, verb)
    if objects and child(sentence, verb, "nsubjpass") is None:
        return objects
    own = child(sentence, verb, "nsubj", "nsubjpass")
    found: Token | None = None
    if verb.dep == "amod":
        found = _noun_above(sentence, verb)
    elif is_passive(sentence, verb) or verb.dep == "oprd" or (own is None and _shares_passive(sentence, verb)):
        found = subject(sentence, verb)
        if found is None and verb.dep == "oprd":
            found = subject(sentence, sentence.tokens[verb.head])
    elif verb.tag in ("VBN", "VBD") and own is None:
        found = _participle_victim(sentence, verb)
    elif verb.tag in ("VBN", "VBD") and not _perfect(sentence, verb) and agent(sentence, verb) is None:
        found = subject(sentence, verb)
    return _headline_list(sentence, _all_of(sentence, verb, found)) if found is not None else ()


def _all_of(sentence: Sentence, verb: Token, last: Token) -> Token:
    """The first of several people where a plural relative clause hangs on the last: "A, B and C, who were captured"."""
    plural = any(c.lower in ("were", "are", "have") for c in children(sentence, verb, "aux", "auxpass"))
    if verb.dep != "relcl" or not plural or last.tag not in ("NN", "NNP"):
        return last
    while last.dep == "conj" and sentence.tokens[last.head].tag in ("NN", "NNP"):
        last = sentence.tokens[last.head]
    return last


def _headline_list(sentence: Sentence, last: Token) -> tuple[Token, ...]:
    """The people of a headline's list without "and": "soldier, two villagers killed"."""
    people = [last]
    while sentence.kind is PartKind.HEADLINE and people[0].dep == "appos" and people[0].head < people[0].i:
        people.insert(0, sentence.tokens[people[0].head])
    return tuple(people)


def _shared_object(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The object of "arrested and beat six men", which the parse hangs on the second verb."""
    if verb.tag == "VBN" or is_passive(sentence, verb):
        return ()
    second = next((c for c in children(sentence, verb, "conj") if c.tag == verb.tag and c.i <= verb.i + 3), None)
    own = second is not None and child(sentence, second, "nsubj", "nsubjpass") is not None
    return tuple(children(sentence, second, "dobj")) if second is not None and not own else ()


def _noun_above(sentence: Sentence, token: Token) -> Token | None:
    up = head_of(sentence, token)
    return up if up is not None and up.pos in NOUNISH else None


def _participle_victim(sentence: Sentence, verb: Token) -> Token | None:
    """The noun of a bare participle: "12 people killed in", "people shot and killed", "left 12 people killed"."""
    up = head_of(sentence, verb)
    if up is None:
        return child(sentence, verb, "dep", "npadvmod")
    if verb.dep in ("acl", "relcl"):
        return _noun_above(sentence, verb)
    if verb.dep == "conj":
        while up.dep == "conj" and up.tag in ("VBN", "VBD"):
            up = sentence.tokens[up.head]
        return _noun_above(sentence, up) if up.dep in ("acl", "amod") and up.tag == "VBN" else None
    if verb.dep in ("xcomp", "ccomp"):
        return child(sentence, up, "dobj") or (subject(sentence, up) if is_passive(sentence, up) else None)
    return None


def the_number_before(context: Context, verb: Token) -> tuple[Token, ...]:
    """The number of "two of the eight wounded died": it is counted by the participle that follows it."""
    tokens = context.sentence.tokens
    number = next((q for q in context.quantities if q.last == verb.i - 1), None)
    if number is None or number.first == 0 or verb.tag not in ("VBN", "VBD"):
        return ()
    if tokens[number.first - 1].lower not in ("the", "those", "these") or any(
        True for _ in children(context.sentence, verb, "dobj", "aux", "auxpass")
    ):
        return ()
    return (tokens[number.last],)


def number_after(context: Context, verb: Token) -> tuple[Token, ...]:
    """The people of a number phrase right after an active verb, where the parse lost the object."""
    tokens = context.sentence.tokens
    number = next((q for q in context.quantities if q.left == verb.i + 1), None)
    if number is None:
        return ()
    heads = [tokens[tokens[i].head] for i in range(number.first, number.last + 1) if tokens[i].head > number.last]
    return (heads[0] if heads and heads[0].pos in NOUNISH else tokens[number.last],)


def _perfect(sentence: Sentence, verb: Token) -> bool:
    """True for an active perfect: "had kidnapped"."""
    return any(c.lemma == "have" for c in children(sentence, verb, "aux"))


def _shares_passive(sentence: Sentence, verb: Token) -> bool:
    """True for "was shot and killed", "were reported killed"."""
    up = head_of(sentence, verb)
    for _ in range(3):
        if up is None or verb.dep not in ("conj", "xcomp", "ccomp") or verb.tag not in ("VBN", "VBD"):
            return False
        if is_passive(sentence, up):
            return True
        verb, up = up, head_of(sentence, up)
    return False


def subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Heads of who does what an intransitive verb says: the people who die."""
    found = subject(sentence, verb)
    return (found,) if found is not None else ()
