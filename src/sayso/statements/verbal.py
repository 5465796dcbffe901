"""Statements whose cue is a verb."""

from collections.abc import Iterator

from sayso.nlp.tree import child, children, is_negated, phrase
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.cues import VerbGroup, verbs, words
from sayso.statements.draft import Draft, View
from sayso.statements.frames import Taken, complement
from sayso.statements.speakers import is_passive_cue, speaker_of, speaker_phrase
from sayso.text import Span

_MODALS = frozenset({"could", "can", "may", "might", "should", "must", "would", "to"})


def verbal(view: View, sentence: Sentence) -> Iterator[Draft]:
    """Every reporting verb of a sentence -> a draft; those with frame "quote" may still be without content."""
    table = verbs()
    for token in sentence.tokens:
        lemma, frames = _entry(sentence, token, table)
        if not frames:
            continue
        draft = _draft(view, sentence, token, lemma, frames)
        if draft is not None:
            yield draft


def _entry(sentence: Sentence, token: Token, table: dict[str, dict[str, VerbGroup]]) -> tuple[str, dict[str, VerbGroup]]:
    if token.pos not in ("VERB", "AUX") and not (token.pos == "NOUN" and token.tag == "NNS" and token.dep in ("ROOT", "ccomp")):
        return token.lemma, {}
    if token.dep in ("amod", "compound", "aux"):
        return token.lemma, {}
    return token.lemma, table.get(token.lemma, {})


def _draft(view: View, sentence: Sentence, verb: Token, lemma: str, frames: dict[str, VerbGroup]) -> Draft | None:
    passive = is_passive_cue(sentence, verb)
    taken = complement(sentence, verb, frames)
    if passive and taken is None:
        taken = _passive_content(sentence, verb, frames)
    if taken is None and "quote" not in frames:
        return None
    group = taken.group if taken else frames["quote"]
    head = speaker_of(view, sentence, verb, passive=passive)
    if passive and head is None:
        return None
    who = speaker_phrase(sentence, head) if head is not None else None
    if taken is not None and taken.frame not in ("clause", "quote") and who is None:
        return None
    draft = Draft(
        sentence=sentence, spot=verb, cue=cue_span(sentence, verb), lemma=lemma, act=group.act,
        rule=taken.rule if taken else rules.QUOTE_AFTER, speaker=who,
        content=list(taken.spans) if taken else [], negated=is_negated(sentence, verb),
    )
    if taken is not None and taken.audience is not None:
        draft.audience = (phrase(sentence, taken.audience),)
    if group.stance:
        draft.extra.append(rules.STANCE)
    if passive:
        draft.extra.append(rules.PASSIVE)
    return draft


def _passive_content(sentence: Sentence, verb: Token, frames: dict[str, VerbGroup]) -> Taken | None:
    """ "The raid was condemned by the UN": the subject is what the agent speaks about."""
    group = frames.get("object") or frames.get("naming")
    own = child(sentence, verb, "nsubjpass")
    if group is None or own is None:
        return None
    return Taken(spans=(sentence.span(own.left, own.right),), frame="object", group=group, rule=rules.OBJECT)


def cue_span(sentence: Sentence, verb: Token) -> Span:
    """The verb with its particle ("pointed out") and a prefix the tokenizer cut off ("re-asserted")."""
    first, last = verb.i, verb.i
    if first >= 2 and sentence.tokens[first - 1].text == "-" and sentence.tokens[first - 1].start == sentence.tokens[first - 2].end:
        first -= 2
    for c in children(sentence, verb, "prt"):
        if c.i == verb.i + 1:
            last = c.i
    return sentence.span(first, last)
