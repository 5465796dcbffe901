"""Statements whose cue is a verb."""

from collections.abc import Iterator

from sayso.codebook.terms import Act
from sayso.lexicon.rules import CUES
from sayso.nlp.tree import agent as agent_of
from sayso.nlp.tree import child, children, phrase
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.clauses import Taken
from sayso.statements.cues import VerbGroup, verbs, words
from sayso.statements.draft import Draft, View
from sayso.statements.frames import complement
from sayso.statements.mend import talks
from sayso.statements.polarity import declined, is_open, is_pleonastic, negates
from sayso.statements.speakers import is_mute, is_nobody, is_passive_cue, speaker_of, speaker_phrase
from sayso.statements.unusual import apply_relay, refine, relayed, unusual
from sayso.text import Span

_UNREAL = frozenset({"could", "can", "may", "might", "should", "must", "ought"})
_FUTURE = frozenset({"would", "will", "'d", "’d", "'ll", "’ll"})
_OWN = frozenset({"i", "we", "you", "who", "one"})
_GOING_ON = frozenset({"i", "we", "you", "it"})
_PLAIN_TENSE = frozenset({"VBD", "VBZ", "VBN", "VBP"})


def verbal(view: View, sentence: Sentence) -> Iterator[Draft]:
    """Every reporting verb of a sentence -> a draft; those with frame "quote" may still be without content."""
    table = verbs(sentence)
    for token in sentence.tokens:
        special = unusual(view, sentence, token) if token.pos == "VERB" or _is_there(sentence, token) else None
        if special is not None:
            yield special
            continue
        lemma, frames = _entry(sentence, token, table)
        if not frames:
            continue
        draft = _draft(view, sentence, token, lemma, frames)
        if draft is not None:
            yield draft


def _is_there(sentence: Sentence, token: Token) -> bool:
    """'There was ...'"""
    return token.lemma == "be" and child(sentence, token, "expl") is not None


def _entry(
    sentence: Sentence, token: Token, table: dict[str, dict[str, VerbGroup]]
) -> tuple[str, dict[str, VerbGroup]]:
    """The entry of a verb, or of the verb with its particle ("rule out") where there is one."""
    lemma = token.lemma
    if token.pos not in ("VERB", "AUX") and not (token.tag == "NNS" and token.dep in ("ROOT", "ccomp")):
        return lemma, {}
    lemma = lemma.removeprefix("re-")
    if token.dep in ("amod", "compound", "aux"):
        return lemma, {}
    if _is_preposition(sentence, token):
        return lemma, {}
    particle = child(sentence, token, "prt", "advmod")
    phrasal = f"{lemma} {particle.lower}" if particle is not None and particle.i == token.i + 1 else lemma
    return (phrasal, table[phrasal]) if phrasal in table else (lemma, table.get(lemma, {}))


def _is_preposition(sentence: Sentence, token: Token) -> bool:
    """'Considering how little was left, ...', '..., assuming that the truce holds': the reporter's own link."""
    if token.lower not in words().prepositions or token.dep not in ("advcl", "prep", "dep"):
        return False
    if child(sentence, token, "nsubj", "aux") is not None or token.i + 1 >= len(sentence.tokens):
        return False
    after = sentence.tokens[token.i + 1]
    linked = token.i > 0 and sentence.tokens[token.i - 1].text == ","
    return token.i == 0 or (linked and (after.lower == "that" or after.tag in ("WRB", "WP")))


def _draft(view: View, sentence: Sentence, verb: Token, lemma: str, frames: dict[str, VerbGroup]) -> Draft | None:
    passive = is_passive_cue(sentence, verb)
    taken = complement(sentence, verb, frames)
    if passive and taken is None:
        taken = _passive_content(sentence, verb, frames)
    if (taken is None and "quote" not in frames) or is_pleonastic(sentence, verb):
        return None
    group = taken.group if taken else frames["quote"]
    head = speaker_of(view, sentence, verb, passive=passive)
    if (passive and head is None) or (head is not None and is_nobody(sentence, head)):
        return None
    if head is not None and _is_speechless(sentence, verb, lemma, head, taken):
        return None
    who = speaker_phrase(sentence, head, verb) if head is not None else None
    if who is None and taken is not None and (taken.frame != "clause" or group.stance or verb.tag == "VB"):
        return None
    if not _reported(view, sentence, verb, head, taken):
        return None
    draft = Draft(
        sentence=sentence,
        spot=verb,
        cue=cue_span(sentence, verb),
        lemma=lemma,
        act=group.act,
        rule=taken.rule if taken else rules.QUOTE_AFTER,
        speaker=who,
        content=list(taken.spans) if taken else [],
        quotable="quote" in frames,
        negated=negates(sentence, verb) or _fails(sentence, verb),
    )
    _complete(draft, taken, group, passive=passive)
    _leave_open(draft)
    return draft


def _is_speechless(sentence: Sentence, verb: Token, lemma: str, head: Token, taken: Taken | None) -> bool:
    """Is the subject nothing that says anything, at least with this verb?"""
    if lemma == "continue" and head.lower in _GOING_ON:
        return True
    if is_mute(head, loose=verb.dep == "acl" and taken is not None and taken.frame != "clause"):
        return True
    if taken is None:
        return False
    if taken.group.stance:
        supposed = any(c.lower in ("if", "unless") for c in children(sentence, verb, "mark"))
        generic = supposed or head.lower in ("you", "one") or (lemma in words().knowing and not _knows(sentence, verb))
        return generic or (lemma in words().intending and not (talks(sentence, head) or _counts(head)))
    if taken.frame != "object" or lemma not in words().showing:
        return False
    return not talks(sentence, head) and head.lemma not in words().evidence


def _knows(sentence: Sentence, verb: Token) -> bool:
    """Is it told that somebody knows, not that he should or does not?"""
    told = verb.tag in _PLAIN_TENSE or (verb.tag == "VBG" and verb.dep in ("advcl", "conj"))
    return told and not negates(sentence, verb)


def _counts(head: Token) -> bool:
    """'Most', 'both', '60 percent', 'a majority': a number of people."""
    return head.pos in ("NUM", "DET", "PRON", "ADJ") or head.lemma in words().quantities


def _leave_open(draft: Draft) -> None:
    """'neither confirmed nor denied': one refusal to say, no denial."""
    first = is_open(draft.sentence, draft.spot)
    if first is None:
        return
    draft.cue = Span(first.start, draft.cue.end)
    draft.lemma = f"{first.lemma} or {draft.spot.lemma}"
    draft.act, draft.negated, draft.rule = Act.DECLINE, False, rules.OPEN


def _complete(draft: Draft, taken: Taken | None, group: VerbGroup, *, passive: bool) -> None:
    """Adds whom it was told, what kind of cue it is, and who relays it."""
    sentence, verb = draft.sentence, draft.spot
    if taken is not None and taken.audience is not None:
        draft.audience = (phrase(sentence, taken.audience),)
    if group.own:
        draft.extra.append(CUES)
    if group.stance:
        draft.extra.append(rules.STANCE)
    if verb.tag == "VBG" and verb.dep == "advcl" and child(sentence, verb, "nsubj") is None:
        draft.extra.append(rules.CARRIED)
    if passive:
        draft.extra.append(rules.PASSIVE)
    relay = relayed(sentence, verb)
    if relay is not None:
        apply_relay(draft, relay)
    refine(draft, taken)


def _reported(view: View, sentence: Sentence, verb: Token, head: Token | None, taken: Taken | None) -> bool:
    """Was it said at all? Not what could, should or is to be said, nor what a quoted speaker tells of himself."""
    if relayed(sentence, verb) is not None:
        return True
    aux = {c.lower for c in children(sentence, verb, "aux")}
    unreal = verb.tag == "VB" and bool(aux & _UNREAL or ("to" in aux and verb.dep in ("relcl", "acl")))
    future = bool(aux & _FUTURE) and taken is not None and taken.frame != "clause"
    purpose = verb.tag == "VB" and "to" in aux and taken is not None and taken.group.stance
    if unreal or future or purpose or _controlled(sentence, verb):
        return False
    return not view.in_speech(verb) or _firm(verb, head, taken)


def _firm(verb: Token, head: Token | None, taken: Taken | None) -> bool:
    """Does a quoted speaker plainly report what a third person said?"""
    if taken is None or taken.group.stance or taken.frame not in ("clause", "naming"):
        return False
    told = head is not None and head.lower not in _OWN
    return told and verb.tag in _PLAIN_TENSE and verb.lemma in words().firm


def _controlled(sentence: Sentence, verb: Token) -> bool:
    """'declined to say', 'vowed to condemn': the infinitive of another cue is its content, not a second statement."""
    return declined(sentence, verb)


def _fails(sentence: Sentence, verb: Token) -> bool:
    return verb.dep == "xcomp" and sentence.tokens[verb.head].lemma in ("fail", "forget", "neglect")


def _passive_content(sentence: Sentence, verb: Token, frames: dict[str, VerbGroup]) -> Taken | None:
    """'The raid was condemned by the UN': the subject is what the agent speaks about."""
    group = frames.get("object") or frames.get("naming")
    own = child(sentence, verb, "nsubjpass")
    if group is None or own is None or (own.lower == "it" and agent_of(sentence, verb) is None):
        return None
    return Taken(spans=(sentence.span(own.left, own.right),), frame="object", group=group, rule=rules.OBJECT)


def cue_span(sentence: Sentence, verb: Token) -> Span:
    """The verb with its particle ("pointed out")."""
    first, last = verb.i, verb.i
    for c in children(sentence, verb, "prt", "advmod"):
        if c.i == verb.i + 1 and (c.dep == "prt" or f"{verb.lemma} {c.lower}" in verbs(sentence)):
            last = c.i
    return sentence.span(first, last)
