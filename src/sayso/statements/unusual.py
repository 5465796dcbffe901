"""Verbs with a grammar of their own: quoted as saying, claimed responsibility, put at, no comment, could not verify."""

from collections.abc import Iterator

from sayso.codebook.terms import Act
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import agent as agent_of
from sayso.nlp.tree import child, children, is_negated, phrase, subject
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.claims import made, responsibility
from sayso.statements.clauses import Taken, right_edge
from sayso.statements.cues import nouns, verbs, words
from sayso.statements.draft import Draft, View
from sayso.statements.passives import accused, rumoured
from sayso.statements.polarity import negates, refusal
from sayso.statements.speakers import is_passive_cue, speaker_of
from sayso.text import Span

_BODIES = frozenset({"person", "government", "military", "armed_group", "police", "organisation", "media", "civilians"})


_PARTS = frozenset({"including", "with", "among", "of"})


class Relay:
    """Who is quoted, by whom, and the verb that quotes."""

    __slots__ = ("by", "quoting", "who")

    def __init__(self, who: Token, by: Token | None, quoting: Token) -> None:
        self.who, self.by, self.quoting = who, by, quoting


def relayed(sentence: Sentence, verb: Token) -> Relay | None:
    """For "saying" in "Z quoted X as saying" or "X was quoted by Z as saying": X, Z and "quoted"."""
    if verb.tag != "VBG" or verb.head == verb.i:
        return None
    as_ = sentence.tokens[verb.head]
    if as_.lower != "as":
        as_ = next((c for c in children(sentence, verb) if c.lower == "as" and c.i < verb.i), as_)
        quoting = sentence.tokens[verb.head]
    else:
        quoting = sentence.tokens[as_.head]
    if as_.lower != "as" or quoting.lemma not in words().relayed:
        return None
    if is_passive_cue(sentence, quoting):
        who = child(sentence, quoting, "nsubjpass") or subject(sentence, quoting)
        by = agent_of(sentence, quoting) or agent_of(sentence, verb) or _by(sentence, verb)
    else:
        who = child(sentence, quoting, "dobj")
        by = subject(sentence, quoting)
    return Relay(who, by, quoting) if who is not None else None


def _by(sentence: Sentence, verb: Token) -> Token | None:
    by = next((c for c in children(sentence, verb, "prep") if c.lower in ("by", "in")), None)
    return child(sentence, by, "pobj") if by is not None else None


def apply_relay(draft: Draft, relay: Relay) -> None:
    """Turns the statement round: the one quoted speaks, the one who quotes relays."""
    sentence = draft.sentence
    draft.speaker = phrase(sentence, relay.who)
    draft.chain = (phrase(sentence, relay.by),) if relay.by is not None else ()
    draft.cue = Span(relay.quoting.start, max(draft.cue.end, relay.quoting.end))
    draft.lemma = f"{relay.quoting.lemma} as {draft.spot.lower}"
    draft.rule = rules.QUOTED_AS


def refine(draft: Draft, taken: Taken | None) -> None:
    """Acts that follow from the object: "expressed support", "claimed responsibility", "denied responsibility"."""
    if taken is None or taken.frame not in ("object", "naming"):
        return
    head = child(draft.sentence, draft.spot, "dobj")
    if head is None:
        return
    draft.object_head = head
    if head.lemma in words().blame:
        if draft.act is not Act.DENY:
            draft.act = Act.CLAIM_RESPONSIBILITY
        draft.rule = rules.RESPONSIBILITY
    elif refusal(draft.act, draft.lemma, head):
        draft.act = Act.DECLINE
        draft.extra.append(rules.REFUSED)
    elif draft.act is Act.ASSERT and head.lemma in nouns(draft.sentence):
        draft.act = nouns(draft.sentence)[head.lemma]


def unusual(view: View, sentence: Sentence, verb: Token) -> Draft | None:
    """The statement of a verb that is no cue in itself but is one in this construction."""
    if view.quotation(verb) is not None:
        return None
    for finder in (responsibility, _figure, _no_comment, _unverified, _accused, _contrary):
        draft = finder(view, sentence, verb)
        if draft is not None:
            return draft
    return None


def _figure(view: View, sentence: Sentence, verb: Token) -> Draft | None:
    """Put the death toll at 34"""
    found = child(sentence, verb, "dobj")
    if verb.lemma == "give" and found is not None and found.lemma in words().figures:
        of = next((c for c in children(sentence, found, "prep") if c.lower == "of" and c.right > c.i), None)
        span = sentence.span(found.left, of.right) if of is not None else None
        return made(view, sentence, verb, Act.ASSERT, rules.FIGURE, span) if span is not None else None
    if verb.lemma not in ("put", "place", "set", "peg"):
        return None
    if found is None or found.lemma not in words().counted:
        return None
    at = next(
        (c for c in [*children(sentence, verb, "prep"), *children(sentence, found, "prep")] if c.lower == "at"), None
    )
    if at is None or at.right == at.i:
        return None
    right = at.right
    for c in (*children(sentence, verb, "prep", "punct"), *children(sentence, found, "prep")):
        parted = c.left == right + 2 and sentence.tokens[right + 1].text == ","
        if c.dep == "prep" and c.left > right and (parted or c.left == right + 1) and c.lower in _PARTS:
            right = c.right
    return made(view, sentence, verb, Act.ASSERT, rules.FIGURE, sentence.span(min(found.left, at.i), right))


def _no_comment(view: View, sentence: Sentence, verb: Token) -> Draft | None:
    """Did not answer calls seeking comment, made no comment, could not be reached for comment"""
    negated = negates(sentence, verb)
    found = child(sentence, verb, "dobj")
    if (
        verb.lemma == "reach"
        and negated
        and any(t.lower == "comment" for t in sentence.tokens[verb.i : verb.right + 1])
    ):
        who = child(sentence, verb, "nsubjpass")
        return _silence(sentence, verb, who) if who is not None else None
    if verb.lemma in ("have", "make", "offer", "give") and found is not None and found.lemma == "comment":
        if not negated and not any(c.lower == "no" for c in children(sentence, found, "det")):
            return None
    elif verb.lemma == "comment":
        if not negated:
            return None
    elif verb.lemma not in words().answering or not negated or not _about_request(sentence, verb):
        return None
    head = speaker_of(view, sentence, verb, passive=is_passive_cue(sentence, verb))
    return _silence(sentence, verb, head) if head is not None else None


def _silence(sentence: Sentence, verb: Token, who: Token) -> Draft:
    return Draft(
        sentence=sentence,
        spot=verb,
        cue=sentence.span(verb.i, verb.i),
        lemma=verb.lemma,
        act=Act.DECLINE,
        rule=rules.DECLINED,
        speaker=phrase(sentence, who),
        silent=True,
    )


def _about_request(sentence: Sentence, verb: Token) -> bool:
    around = sentence.tokens[verb.i + 1 : min(verb.right, verb.i + 8) + 1]
    return (verb.lemma in ("respond", "reply", "answer") and verb.right <= verb.i + 2) or any(
        t.lemma in words().asked for t in around
    )


def _unverified(view: View, sentence: Sentence, verb: Token) -> Draft | None:
    """Reuters could not independently verify the claims; the claims could not be verified"""
    if verb.lemma not in ("verify", "confirm", "authenticate", "corroborate"):
        return None
    if is_passive_cue(sentence, verb):
        return _unconfirmed(sentence, verb)
    if not is_negated(sentence, verb) and not _unable(sentence, verb):
        return None
    if not _unable(sentence, verb) and not any(
        c.lower in ("could", "can", "ca") for c in children(sentence, verb, "aux")
    ):
        return None
    found = child(sentence, verb, "dobj", "ccomp")
    if found is None:
        return None
    span = sentence.span(found.left, right_edge(sentence, verb, found.right))
    return made(view, sentence, verb, Act.DECLINE, rules.UNVERIFIED, span)


def _unconfirmed(sentence: Sentence, verb: Token) -> Draft | None:
    """'The claims could not be verified': nobody is named who could not."""
    own = child(sentence, verb, "nsubjpass")
    may = any(c.lower in ("could", "can", "ca") for c in children(sentence, verb, "aux"))
    if own is None or not may or not is_negated(sentence, verb):
        return None
    by = agent_of(sentence, verb)
    up = sentence.tokens[verb.head]
    what = sentence.span(own.left, own.right)
    if own.lower in ("that", "which") and verb.dep == "relcl" and up.i < verb.i:
        what = sentence.span(up.left, up.i)
    return Draft(
        sentence=sentence,
        spot=verb,
        cue=sentence.span(verb.i, verb.i),
        lemma=verb.lemma,
        act=Act.DECLINE,
        rule=rules.UNVERIFIED,
        speaker=phrase(sentence, by) if by is not None else None,
        content=[what],
        impersonal=by is None,
    )


def _contrary(view: View, sentence: Sentence, verb: Token) -> Draft | None:
    """'Contrary to what X told Y, the town had fallen': X denied what the outlet says."""
    to, what = sentence.tokens[verb.head], sentence.tokens[verb.left]
    if what.lower != "what" or to.lower != "to" or verb.dep != "pcomp":
        return None
    opening = sentence.tokens[to.i - 1]
    if opening.lower != "contrary" or "clause" not in verbs(sentence).get(verb.lemma, {}):
        return None
    if opening.i and "clause" in verbs(sentence).get(sentence.tokens[_root(sentence, verb)].lemma, {}):
        return None
    rest = (verb.right + 1, len(sentence.tokens) - 1) if opening.i == 0 else (0, opening.i - 1)
    if rest[0] > rest[1]:
        return None
    return made(view, sentence, verb, Act.DENY, rules.CONTRARY, sentence.span(*rest))


def _root(sentence: Sentence, token: Token) -> int:
    while token.head != token.i:
        token = sentence.tokens[token.head]
    return token.i


def _accused(view: View, sentence: Sentence, verb: Token) -> Draft | None:
    return None if view.in_speech(verb) else accused(sentence, verb) or rumoured(sentence, verb)


def _unable(sentence: Sentence, verb: Token) -> bool:
    return verb.dep == "xcomp" and sentence.tokens[verb.head].lower in ("unable",)


def citable(token: Token) -> bool:
    """Can the noun be cited as a source: a name, a person, a body, a witness, a report?"""
    return token.pos == "PROPN" or token.lemma in words().sources or bool(noun_classes(token.lemma) & _BODIES)


def cited(drafts: list[Draft]) -> Iterator[tuple[Draft, Draft, Token]]:
    """("citing" draft, the statement it supports, the source cited): "Z reported that ..., citing X"."""
    for draft in drafts:
        verb = draft.spot
        if verb.lemma not in words().relayed or draft.rule != rules.OBJECT or draft.object_head is None:
            continue
        if verb.tag != "VBG" or not citable(draft.object_head):
            continue
        host = _host(drafts, draft)
        if host is not None:
            yield draft, host, draft.object_head


def _host(drafts: list[Draft], draft: Draft) -> Draft | None:
    """The reporting statement of the same sentence that the cited source stands behind."""
    verb, sentence = draft.spot, draft.sentence
    up = sentence.tokens[verb.head]
    near = [
        d
        for d in drafts
        if d.sentence is sentence and d is not draft and d.content and d.rule not in (rules.OBJECT, rules.NOUN)
    ]
    for other in near:
        if other.spot.i == up.i or (other.speaker is not None and other.speaker.head == up.i):
            return other
    before = [d for d in near if d.spot.i < verb.i]
    return before[-1] if before else near[0] if near else None
