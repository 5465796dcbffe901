"""Parses as this stage needs them: cues that the parser hung on the wrong verb are moved to the right one.

Only the stage's own copy of the sentences changes; texts, offsets and indices stay.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.nouns import noun_classes
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.nlp.tree import child, children, is_passive, subject
from sayso.records.language import Document, Sentence, Token
from sayso.statements.cues import nouns, verbs, with_own, words

_CLOSE = 2
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_AUX = frozenset({"aux", "auxpass"})
_PRESENT = frozenset({"VBZ", "VBP"})
_SPEAKERS = frozenset({"person", "government", "organisation", "police", "media", "business", "labour", "party"})
_CROWD = frozenset({"civilians", "military", "armed_group"})
_SHIFTED = frozenset({"would", "will", "had", "has", "have", "must", "should"})
_DOWN = frozenset({"conj", "xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "pobj", "prep", "attr", "dobj"})


def mended(document: Document, own: OwnWords = NOTHING) -> Document:
    """The document with its sentences mended, to be read with the user's own cues; the same object where nothing was
    to be done.
    """
    sentences = tuple(_mended(with_own(sentence, own)) for sentence in document.sentences)
    if all(new is old for new, old in zip(sentences, document.sentences, strict=True)):
        return document
    return replace(document, sentences=sentences)


def _mended(sentence: Sentence) -> Sentence:
    for token in sentence.tokens:
        if token.dep in ("compound", "amod") and token.tag in _FINITE and token.lemma in words().firm:
            sentence = _swallowed(sentence, token)
    for token in sentence.tokens:
        if token.dep in ("relcl", "acl"):
            teller = _strayed(sentence, token)
            if teller is not None:
                sentence = rehung(sentence, {token.i: (teller.i, "ccomp")})
    for token in sentence.tokens:
        if token.dep == "conj" and (changes := _beside(sentence, token)) is not None:
            sentence = rehung(sentence, changes)
        elif token.dep == "conj":
            host = _refused_too(sentence, token)
            if host is None and token.lemma in verbs(sentence):
                host = _said_by(sentence, token)
            host = host or _told_by_outlet(sentence, token)
            if host is not None:
                sentence = rehung(sentence, {token.i: (host.i, "conj")})
    return sentence


def _beside(sentence: Sentence, noun: Token) -> dict[int, tuple[int, str]] | None:
    """'called for a voice vote, and then a VISUAL VOTE': a noun coordinated with a verb stands beside the noun before
    the conjunction.
    """
    verb = sentence.tokens[noun.head]
    if noun.pos not in ("NOUN", "PROPN") or verb.pos != "VERB" or noun.i < verb.i or noun.lemma in verbs(sentence):
        return None
    if child(sentence, noun, "nsubj", "nsubjpass", "aux", "cop") is not None:
        return None
    joint = next((c for c in reversed(list(children(sentence, verb, "cc"))) if verb.i < c.i < noun.left), None)
    if joint is None or joint.lower not in ("and", "or") or noun.left - joint.i > _CLOSE:
        return None
    end = joint.i - 1 - (sentence.tokens[joint.i - 1].text == ",")
    first = next(
        (
            t
            for t in sentence.tokens[verb.i + 1 : joint.i]
            if t.dep in ("pobj", "dobj") and t.right == end and t.pos in ("NOUN", "PROPN")
        ),
        None,
    )
    return {noun.i: (first.i, "conj"), joint.i: (first.i, "cc")} if first is not None else None


def rehung(sentence: Sentence, changes: dict[int, tuple[int, str]]) -> Sentence:
    """The sentence with new heads and labels for some tokens: index -> (head, label). Unchanged if a cycle came up."""
    links = [changes.get(token.i, (token.head, token.dep)) for token in sentence.tokens]
    order = _from_root(links)
    if order is None:
        return sentence
    left, right = list(range(len(links))), list(range(len(links)))
    below: list[list[int]] = [[] for _ in links]
    for i in reversed(order):
        head = links[i][0]
        if head != i:
            below[head].append(i)
            left[head], right[head] = min(left[head], left[i]), max(right[head], right[i])
    tokens = tuple(
        token._replace(
            head=links[token.i][0],
            dep=links[token.i][1],
            children=tuple(sorted(below[token.i])),
            left=left[token.i],
            right=right[token.i],
        )
        for token in sentence.tokens
    )
    return replace(sentence, tokens=tokens)


def _from_root(links: Sequence[tuple[int, str]]) -> list[int] | None:
    """Token indices, heads before their children; None if some token is in a cycle."""
    below: dict[int, list[int]] = {}
    order = []
    for i, (head, _) in enumerate(links):
        if head == i:
            order.append(i)
        else:
            below.setdefault(head, []).append(i)
    for i in order:
        order.extend(below.get(i, ()))
    return order if len(order) == len(links) else None


def _swallowed(sentence: Sentence, verb: Token) -> Sentence:
    """'Two residents reached by phone said shells landed': a cue taken for part of the noun after it."""
    noun = sentence.tokens[verb.head]
    main = next((t for t in _up(sentence, noun) if t.i > noun.i and t.tag in _FINITE | {"VBN"}), None)
    own = child(sentence, main, "nsubj", "nsubjpass") if main is not None else None
    if main is None or noun.i < verb.i or main.dep not in ("ROOT", "ccomp", "conj"):
        return sentence
    changes = {verb.i: (verb.i if main.dep == "ROOT" else main.head, main.dep), main.i: (verb.i, "ccomp")}
    if own is not None and own.i < verb.i:
        changes[own.i] = (verb.i, "nsubj")
        changes[noun.i] = (main.i, own.dep)
    left = sentence.tokens[verb.i - 1] if verb.i else None
    if left is not None and left.head in (verb.i, noun.i) and left.pos in ("NOUN", "PROPN") and noun.head != main.i:
        changes[left.i] = (noun.head, noun.dep)
    for c in children(sentence, main):
        if c.dep == "punct" and (c.i < verb.i or c.right == len(sentence.tokens) - 1):
            changes[c.i] = (verb.i, "punct")
    return rehung(sentence, changes)


def _strayed(sentence: Sentence, clause: Token) -> Token | None:
    """'promised him in a letter that ten men would be freed': the cue whose clause hangs on the noun before it."""
    that = sentence.tokens[clause.left]
    noun = sentence.tokens[clause.head]
    if that.lower != "that" or that.dep != "mark" or noun.dep != "pobj" or noun.lemma in nouns(sentence):
        return None
    verb = sentence.tokens[sentence.tokens[noun.head].head]
    if "clause" not in verbs(sentence).get(verb.lemma, {}) or verb.pos != "VERB":
        return None
    if child(sentence, verb, "ccomp") is not None:
        return None
    return verb if child(sentence, clause, "nsubj", "nsubjpass") is not None else None


def _up(sentence: Sentence, token: Token) -> list[Token]:
    found = []
    while token.head != token.i:
        token = sentence.tokens[token.head]
        found.append(token)
    return found


def _said_by(sentence: Sentence, verb: Token) -> Token | None:
    """The reporting verb that `verb` really goes on with: 'the union said children had fled and DEMANDED ...'.

    Decided by what cannot be: a subject that does not talk, a tense that does not fit, a change of voice, "added".
    """
    if child(sentence, verb, "nsubj", "nsubjpass", "mark") is not None or not _plain_past(sentence, verb):
        return None
    near = sentence.tokens[verb.head]
    while near.dep == "conj":
        near = sentence.tokens[near.head]
    host = _reporting(sentence, near)
    if host is None or host.i > verb.i or (host.tag in _PRESENT) != (verb.tag in _PRESENT):
        return None
    return host if _cannot_say(sentence, near, verb) else None


def _refused_too(sentence: Sentence, verb: Token) -> Token | None:
    """'declined to threaten war or even directly BLAME X': the infinitive that a bare verb really goes on with."""
    host = sentence.tokens[verb.head]
    if verb.tag != "VB" or host.tag not in _FINITE or child(sentence, verb, "nsubj", "nsubjpass", *_AUX) is not None:
        return None
    first = child(sentence, host, "xcomp")
    joined = any(c.lower in ("or", "nor", "and") for c in children(sentence, host, "cc") if c.i < verb.i)
    joined = joined or (first is not None and any(c.dep == "cc" for c in children(sentence, first)))
    return first if first is not None and joined and first.i < verb.i and first.tag == "VB" else None


def _plain_past(sentence: Sentence, verb: Token) -> bool:
    """Is the verb finite without auxiliaries but "did" (a participle after "and" may be a past tense)?"""
    aux = [c.lower for c in children(sentence, verb, *_AUX)]
    if aux:
        return verb.tag == "VB" and set(aux) <= {"did", "does", "do"}
    return verb.tag in _FINITE | {"VBN"}


def _reporting(sentence: Sentence, near: Token) -> Token | None:
    """The finite reporting verb whose clause holds `near`."""
    token = near
    for _ in range(6):
        if token.head == token.i or token.dep not in _DOWN:
            return None
        host = sentence.tokens[token.head]
        frames = verbs(sentence).get(host.lemma, {})
        if token.dep == "ccomp" and host.i < token.i and "clause" in frames and not frames["clause"].stance:
            return host if host.tag in _FINITE | {"VBN"} and subject(sentence, host) is not None else None
        token = host
    return None


def _cannot_say(sentence: Sentence, near: Token, verb: Token) -> bool:
    """Can the subject of `near` not be the one who is reported to speak with `verb`?"""
    who = subject(sentence, near)
    aux = {c.lower for c in children(sentence, near, *_AUX)}
    if any(group.stance for group in verbs(sentence)[verb.lemma].values()):
        return False
    if verb.lemma == "add" and child(sentence, verb, "ccomp") is not None:
        return True
    if who is None or not talks(sentence, who):
        return near.dep == "ccomp" or who is None or near.tag not in _FINITE
    if verb.lemma not in words().resumed:
        return False
    unfit = bool(aux & {"will", "would", "can", "could", "must", "should", "may", "might", "to"})
    unfit = unfit or near.tag == "VB" or (near.tag in _PRESENT and verb.tag == "VBD")
    unfit = unfit or (near.lemma == "be" and who.pos == "PRON")
    if unfit and verb.tag != "VB":
        return True
    crowd = who.pos == "NOUN" and bool(noun_classes(who.lemma) & _CROWD)
    voice = is_passive(sentence, near) or crowd
    return voice and who.pos != "PRON" and child(sentence, verb, "ccomp", "xcomp", "dobj", "prep") is not None


def _told_by_outlet(sentence: Sentence, verb: Token) -> Token | None:
    """The reporting verb beside which `verb` stands with a subject of its own: 'said it would leave, and Chad closed
    its border'. Only where tense and comma show it.
    """
    own = child(sentence, verb, "nsubj", "nsubjpass")
    near = sentence.tokens[verb.head]
    if own is None or own.pos not in ("PROPN", "NOUN") or verb.tag != "VBD" or child(sentence, verb, "mark"):
        return None
    if own.left < 2 or verb.left != own.left or any(c.dep in _AUX for c in children(sentence, verb)):
        return None
    host = _reporting(sentence, near)
    aux = {c.lower for c in children(sentence, near, *_AUX)}
    if sentence.tokens[own.left - 1].lower not in ("and", "but") or host is None:
        return None
    if sentence.tokens[own.left - 2].text != "," and near.tag not in _PRESENT:
        return None
    aux |= {"has"} if near.tag in _PRESENT else set()
    return host if host is not None and near.dep == "ccomp" and host.tag == "VBD" and aux & _SHIFTED else None


def talks(sentence: Sentence, token: Token) -> bool:
    """Could this be somebody who says something: a name, a pronoun for people, a person or a body?"""
    if token.pos == "PROPN" or token.lower in ("he", "she", "they", "we", "i", "who", "it"):
        return True
    if token.lemma in words().documents or token.lemma in words().sources:
        return True
    if token.pos != "NOUN" or child(sentence, token, "nummod") is not None:
        return False
    return bool(noun_classes(token.lemma) & (_SPEAKERS | _CROWD))
