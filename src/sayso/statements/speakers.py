"""Who speaks: the subject of the cue, the agent of a passive, or the noun phrase beside it."""

from dataclasses import replace

from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import SUBJECTS, child, children, conjuncts, is_passive, phrase, subject
from sayso.nlp.tree import agent as agent_of
from sayso.records.base import Phrase
from sayso.records.language import Sentence, Token
from sayso.statements.cues import words
from sayso.statements.draft import View
from sayso.text import Span

_THINGS = frozenset({"infrastructure", "vehicle", "weapon", "body_part", "event"})
_HOUSES = frozenset({"organisation", "government", "military", "police", "media", "party", "judicial"})
_EXPLETIVE = frozenset({"it", "there"})


def is_passive_cue(sentence: Sentence, verb: Token) -> bool:
    """True if the cue is passive, also as a reduced relative ("accused of")."""
    if verb.tag != "VBN":
        return False
    if is_passive(sentence, verb):
        return True
    if any(c.dep == "aux" for c in children(sentence, verb)):
        return False
    if verb.dep in ("acl", "amod", "advcl"):
        return child(sentence, verb, "nsubj") is None
    if verb.dep == "conj" and child(sentence, verb, *SUBJECTS) is None:
        up = sentence.tokens[verb.head]
        return up.tag == "VBN" and is_passive_cue(sentence, up)
    return False


def speaker_of(view: View, sentence: Sentence, verb: Token, *, passive: bool) -> Token | None:
    """The token that heads the speaker's noun phrase, or None."""
    if passive:
        return agent_of(sentence, verb) or house(sentence, verb)
    several = [c for c in children(sentence, verb, "nsubj") if c.i < verb.i]
    found = several[-1] if len(several) > 1 else subject(sentence, verb)
    if found is not None and _fits(view, verb, found):
        return found
    return beside(view, sentence, verb)


def house(sentence: Sentence, verb: Token) -> Token | None:
    """The body in which it was told: 'it was reported in the General Staff'."""
    own = child(sentence, verb, "nsubjpass", "nsubj")
    if own is not None and own.lower not in _EXPLETIVE:
        return None
    for c in children(sentence, verb, "prep"):
        found = child(sentence, c, "pobj") if c.lower in ("in", "at") else None
        if found is not None and (noun_classes(found.lemma.lower()) & _HOUSES or found.text == "Staff"):
            return found
    return None


def _fits(view: View, verb: Token, found: Token) -> bool:
    if found.lemma in words().days and found.i > 0:
        return False
    return found.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") and view.quotation(found) is view.quotation(verb)


def is_nobody(sentence: Sentence, head: Token) -> bool:
    """'No group has claimed', 'nobody said': the absence of a statement."""
    return head.lower in ("nobody", "none") or any(c.lower == "no" for c in children(sentence, head, "det"))


def is_mute(head: Token, *, loose: bool) -> bool:
    """Demonstrations, attacks, vehicles: a common noun for nothing that talks. A noun of no known class may be
    somebody, but not before a `loose` participle ("candles spelling out").
    """
    listed = words()
    if head.tag not in ("NN", "NNS") or head.lemma in listed.quantities or head.lemma in ("voice", "body"):
        return False
    if any(head.lemma in known for known in (listed.documents, listed.sources, listed.evidence, listed.nouns)):
        return False
    found = noun_classes(head.lemma)
    return found <= _THINGS if found else loose


def beside(view: View, sentence: Sentence, verb: Token) -> Token | None:
    """A noun phrase right after ("said the general") or right before the cue, for when the parse has no subject."""
    tokens = sentence.tokens
    inside = view.quotation(verb)
    before = verb.i == 0 or (
        view.quotation(tokens[verb.i - 1]) is not inside or tokens[verb.i - 1].text in (",", '"', "”", "''")
    )
    steps = range(verb.i + 1, min(verb.i + 9, len(tokens))) if before else range(verb.i - 1, max(verb.i - 6, -1), -1)
    best: Token | None = None
    for i in steps:
        token = tokens[i]
        if view.quotation(token) is not inside or token.pos in ("VERB", "PUNCT", "ADP", "SCONJ", "CCONJ"):
            break
        if token.pos in ("NOUN", "PROPN", "PRON") and token.tag not in ("PRP$", "WP$"):
            best = token
            if not before:
                break
    return top(sentence, best) if best is not None else None


def top(sentence: Sentence, token: Token) -> Token:
    """The head of the noun phrase that `token` is part of."""
    while token.dep in ("compound", "det", "amod", "poss", "nmod", "nummod") and sentence.tokens[token.head].pos in (
        "NOUN",
        "PROPN",
    ):
        token = sentence.tokens[token.head]
    return token


def speaker_phrase(sentence: Sentence, head: Token, verb: Token | None = None) -> Phrase | None:
    """The phrase of the speaker; for a document ("a statement from the ministry said") its issuer if named. None for
    expletives. The phrase ends before a clause of `verb` that is part of it ("a statement | saying").
    """
    if head.lower in _EXPLETIVE and head.dep == "expl":
        return None
    if head.lemma in words().documents:
        issuer = _issuer(sentence, head)
        if issuer is not None:
            return _bare(sentence, phrase(sentence, issuer))
    found = _together(sentence, head)
    if verb is not None and head.i < verb.left and found.span.end > verb.start:
        found = replace(found, span=sentence.span(head.left, verb.left - 1))
    return _bare(sentence, found)


def several(sentence: Sentence, speaker: Phrase | None) -> tuple[Phrase, ...]:
    """All members of a coordinated speaker ("the army and the police said"), the first first."""
    if speaker is None:
        return ()
    members = _members(sentence, sentence.tokens[speaker.head])
    return tuple(phrase(sentence, member) for member in members) if len(members) > 1 else (speaker,)


def _members(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """The head with the nouns coordinated with it."""
    return tuple(t for t in conjuncts(sentence, head) if t.i >= head.i and t.pos in ("NOUN", "PROPN", "PRON"))


def _together(sentence: Sentence, head: Token) -> Phrase:
    """The phrase of the speaker; speakers without a name ("parents and a teacher") speak as one."""
    first, members = phrase(sentence, head), _members(sentence, head)
    if len(members) < 2 or any(t.pos != "NOUN" for t in members):
        return first
    last = phrase(sentence, members[-1])
    if last.span.end <= first.span.end or not _unbroken(sentence, head, members[-1]):
        return first
    return replace(first, span=Span(first.span.start, last.span.end))


def _unbroken(sentence: Sentence, first: Token, last: Token) -> bool:
    """Does nothing but nouns and what belongs to them stand between the two?"""
    return all(t.pos not in ("VERB", "AUX") or t.dep == "amod" for t in sentence.tokens[first.i : last.i])


def _bare(sentence: Sentence, found: Phrase) -> Phrase:
    """The phrase without a possessive mark at its end."""
    last = sentence.token_at(found.span.end - 1)
    if last is None or last.tag != "POS" or last.start <= found.span.start:
        return found
    return replace(found, span=Span(found.span.start, last.start))


def _issuer(sentence: Sentence, head: Token) -> Token | None:
    owner = child(sentence, head, "poss")
    if owner is not None and owner.tag != "WP$":
        return owner
    for c in children(sentence, head, "prep", "agent"):
        if c.lower in ("from", "by"):
            return child(sentence, c, "pobj")
    verb = sentence.tokens[head.head]
    if head.dep == "dobj" and verb.lemma in words().light:
        return subject(sentence, verb)
    return None
