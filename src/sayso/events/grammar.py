"""The standing of an event from the grammar around it: negation, modals, intent, fear, purpose."""

from dataclasses import dataclass
from typing import NamedTuple

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, Status
from sayso.events.questions import asked
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Sentence, Token
from sayso.records.statements import FoundStatement

PRESUPPOSED = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE}
)
_PLANNED_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "gonna"})
_WEAK_MODALS = frozenset({"could", "might", "may", "can", "would", "'d", "’d", "ca"})
_DUTY_MODALS = frozenset({"should", "must", "ought"})
_IF = frozenset({"if", "unless", "whether", "lest"})
_INTENTIONS = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED, Status.PROMISED, Status.THREATENED})
_COMPLETED = frozenset({"fail", "refuse", "decline", "neglect", "try", "attempt", "seek", "want", "threaten", "vow"})
_FAILING = frozenset({"fail", "collapse", "founder", "stall", "falter", "flounder"})
_HELPING = frozenset({"allow", "let", "permit", "help", "approve", "suggest"})
_WANTING = frozenset({"want", "need", "wish", "like"})
"""Who wants another to do something demands it."""
_WISHING = frozenset({"want", "need", "like", "mean", "look", "set", "choose", "volunteer", "hope"})
_GOVERNING_PREPS = frozenset({"", "for", "of", "to", "against", "from", "with"})
_FACTUAL_DEPS = frozenset({"pcomp", "prep", "acl", "advcl", "ccomp"})
_ENDING = frozenset({"stop", "halt", "end", "cease", "suspend"})
_OPPOSING = frozenset({"oppose", "reject", "veto", "resist"})
_HARSH = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION, EventType.ACCUSE})
_TOLD_BY = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_NEARLY = frozenset({"almost", "nearly"})
"""With a modal they weaken what is said and deny no deed: "one can almost blame"."""
_ATTEMPTS = frozenset({"attempt", "bid", "plot"})
_DEPTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the standing depends on: the predicate's anchor, its type, the statements of the document and the
    content that holds the trigger (None for the outlet's own voice).
    """

    anchor: Token
    noun: Token | None
    kind: EventType
    statement: FoundStatement | None
    bare: bool = False


class Verdict(NamedTuple):
    """The standing that a governing word gives, and the word to climb on from."""

    status: Status | None
    climb: Token | None


STOP = Verdict(None, None)


def grammar(view: View, context: Context) -> Status | None:
    """The standing that the grammar around the predicate gives, None if it tells the event as a fact."""
    found = _grammar(view, context)
    left_open = found in (None, Status.PLANNED) and asked(view, context.anchor)
    return Status.HYPOTHETICAL if left_open else found


def _grammar(view: View, context: Context) -> Status | None:
    if context.noun is not None:
        found = _noun_own(view, context.noun, context.kind)
        if found is not None:
            return found
    current = context.anchor
    for _ in range(_DEPTH):
        status, above = _one_up(view, current, context)
        if status is not None or above is None:
            return status
        current = above
    return None


def _one_up(view: View, current: Token, context: Context) -> Verdict:
    """The standing by the word's own clause and by the word above it, and the word to climb on from."""
    found = own_standing(view, current) if current.pos in ("VERB", "AUX") else None
    up = tree.head_of(view.sentence, current)
    if found is not None or up is None:
        forbidden = found is Status.NEGATED and up is not None and _forbidden(view, current, up)
        return Verdict(Status.HYPOTHETICAL if forbidden else found, None)
    if up.lemma in _ENDING and context.kind in PRESUPPOSED and _ended(current):
        return Verdict(_taken_for_granted(view, up, context), None)
    if not inside(context, up):
        return Verdict(_from_cue(view, current, up, context), None)
    return governed(view, current, up, context)


def _forbidden(view: View, verb: Token, up: Token) -> bool:
    """True for "urged police not to attack": neither that it happens nor that it does not."""
    return _infinitive(view, verb) and view.lexicon.verb_status.get(up.lemma) in ("demanded", "hypothetical")


def _ended(current: Token) -> bool:
    """True for what is stopped: "stop killing", "end its attacks"."""
    return current.dep in ("xcomp", "dobj", "nsubjpass") and (current.pos == "NOUN" or current.tag == "VBG")


def _taken_for_granted(view: View, stop: Token, context: Context) -> Status | None:
    """Whoever demands that an attack stop says that it goes on: an allegation; a fact of the text otherwise."""
    statement = context.statement
    urged = statement is not None and statement.act in (Act.DEMAND, Act.REQUEST, Act.ACCUSE)
    obliged = own_standing(view, stop) in (Status.DEMANDED, Status.NEGATED)
    up = tree.head_of(view.sentence, stop)
    called = up is not None and view.lexicon.verb_status.get(up.lemma) == "demanded" and stop.dep in ("xcomp", "ccomp")
    return Status.ALLEGED if urged or obliged or called else None


def inside(context: Context, token: Token) -> bool:
    """True if the token stands in the content of the event's statement (always, without a statement)."""
    statement = context.statement
    if statement is None:
        return True
    if statement.cue.start <= token.start < statement.cue.end:
        return False
    return any(span.start <= token.start < span.end for span in statement.content)


def _from_cue(view: View, current: Token, up: Token, context: Context) -> Status | None:
    """What the cue itself says of the event: "planned to", "fears an attack"."""
    if context.statement is None or context.statement.act in (Act.ACCUSE, Act.DENY):
        return None
    found = governed(view, current, up, context).status
    asked = found is Status.DEMANDED and up.pos == "NOUN"
    return found if found in _INTENTIONS or asked else None


def bid(sentence: Sentence, verb: Token) -> bool:
    """True for an imperative, also one that a verb of saying quotes: "Don't shoot," she said."""
    kids = list(tree.children(sentence, verb))
    bare = verb.tag == "VB" and not any(c.dep in _TOLD_BY or (c.dep == "aux" and c.lemma != "do") for c in kids)
    quoted = verb.dep == "ccomp" and sentence.tokens[verb.head].lemma in ("say", "add", "shout", "cry", "write")
    return bare and (verb.dep == "ROOT" or quoted)


def own_standing(view: View, verb: Token) -> Status | None:
    """What the verb's own clause says: negation, modals, conditions, adverbs."""
    lexicon = view.lexicon
    kids = list(tree.children(view.sentence, verb))
    words = {c.lower for c in kids if c.dep in ("neg", "advmod", "preconj")}
    modals = {c.lower for c in kids if c.dep == "aux" and c.tag == "MD"}
    words -= _NEARLY if modals else frozenset()
    conditions = any(m.lower in _IF for c in kids if c.dep == "advcl" for m in tree.children(view.sentence, c, "mark"))
    absent = any(_has_no(view, c) for c in kids if c.dep in ("dobj", "nsubj", "nsubjpass", "attr"))
    bidden = bid(view.sentence, verb)
    checks = (
        (bidden and any(c.dep == "neg" for c in kids), Status.HYPOTHETICAL),
        (any(c.dep == "mark" and c.lower in _IF for c in kids) or "whenever" in words, Status.HYPOTHETICAL),
        (_inverted(view.sentence, verb), Status.HYPOTHETICAL),
        ({"so", "that"} <= {c.lower for c in kids if c.dep in ("mark", "advmod")}, Status.HYPOTHETICAL),
        (absent or any(c.dep == "neg" for c in kids) or words & lexicon.adverbs["negated"], Status.NEGATED),
        (modals and conditions, Status.CONDITIONAL),
        (modals & _PLANNED_MODALS, Status.PLANNED),
        (modals & _DUTY_MODALS, Status.DEMANDED),
        (modals & _WEAK_MODALS, Status.HYPOTHETICAL),
        (words & lexicon.adverbs["alleged"], Status.ALLEGED),
        (words & lexicon.adverbs["claimed"], Status.CLAIMED),
        (words & lexicon.adverbs["hypothetical"], Status.HYPOTHETICAL),
    )
    return next((status for holds, status in checks if holds), None)


def _inverted(sentence: Sentence, verb: Token) -> bool:
    """True for a clause that asks or supposes by its order: "Did they attack?" he asked; should they attack, ..."""
    own = tree.child(sentence, verb, "nsubj", "nsubjpass", "expl")
    before = tree.child(sentence, verb, "aux", "auxpass")
    if own is None or before is None or before.i > own.left:
        return False
    if verb.dep in ("advcl", "ccomp") and before.lower in ("had", "were"):
        return verb.dep == "advcl"
    wh = any(t.tag in ("WRB", "WP", "WDT") for t in sentence.tokens[verb.left : own.i])
    ends = next((t.text for t in sentence.tokens[verb.i :] if t.text in ("?", ".", "!", ";")), "")
    return not wh and (ends == "?" or before.lower == "should")


def _has_no(view: View, noun: Token) -> bool:
    return noun.lower in ("nobody", "none", "nothing", "neither") or any(
        c.lower in ("no", "neither") for c in tree.children(view.sentence, noun, "det", "neg", "advmod")
    )


def _noun_own(view: View, noun: Token, kind: EventType) -> Status | None:
    """What the noun's own words say: "no attack", "the planned march". A failed attack was made, as failed talks were
    held; of a failed coup only the attempt.
    """
    lexicon = view.lexicon
    words = {c.lower for c in tree.children(view.sentence, noun, "amod", "compound", "nmod", "advmod")}
    up = tree.head_of(view.sentence, noun)
    without = up is not None and up.lower == "without"
    checks = (
        (without or _has_no(view, noun), Status.NEGATED),
        (words & lexicon.adjectives["alleged"], Status.ALLEGED),
        (words & lexicon.adjectives["negated_amod"], Status.NEGATED),
        (words & lexicon.adjectives["planned_amod"] or noun.lemma in _ATTEMPTS, Status.PLANNED),
        ("failed" in words and kind is EventType.COERCE, Status.PLANNED),
        (words & lexicon.adjectives["hypothetical"], Status.HYPOTHETICAL),
    )
    return next((status for holds, status in checks if holds), None)


def governed(view: View, current: Token, up: Token, context: Context) -> Verdict:
    """What the word above says of the event, and where to climb on (None: the clause ends here)."""
    nominal = current.pos not in ("VERB", "AUX")
    if up.pos in ("ADP", "SCONJ", "PART"):
        return _through_preposition(view, current, up, context)
    if current.dep == "conj":
        return _through_conjunction(view, current, up)
    if current.dep == "advcl" and not _infinitive(view, current):
        return Verdict(None, up if current.tag == "VBG" and current.i > up.i else None)
    if current.dep in ("relcl", "parataxis"):
        return Verdict(Status.HYPOTHETICAL if current.dep == "relcl" and _open_question(view, up) else None, None)
    if nominal and current.dep in ("compound", "amod", "nmod", "poss", "appos"):
        feared = view.lexicon.noun_status.get(up.lemma) in ("hypothetical", "threatened")
        return Verdict(Status.HYPOTHETICAL if feared else None, None)
    return _governed_by(view, current, up, context, "")


def _open_question(view: View, noun: Token) -> bool:
    """True for a relative clause about what may not exist: "any force that enters", "whether it was a strike that"."""
    if any(c.lower in ("any", "whichever", "whatever") for c in tree.children(view.sentence, noun, "det")):
        return True
    up = tree.head_of(view.sentence, noun)
    return noun.dep == "attr" and up is not None and any(c.lower == "whether" for c in tree.children(view.sentence, up))


def _infinitive(view: View, verb: Token) -> bool:
    return any(c.lower == "to" and c.dep == "aux" for c in tree.children(view.sentence, verb))


def _through_preposition(view: View, current: Token, prep: Token, context: Context) -> Verdict:
    before = view.sentence.tokens[prep.i - 1].lower if prep.i else ""
    if prep.lower in ("without", "instead", "rather") or (prep.lower == "of" and before == "instead"):
        return Verdict(Status.NEGATED, None)
    above = tree.head_of(view.sentence, prep)
    return _governed_by(view, current, above, context, prep.lower) if above is not None else STOP


def _through_conjunction(view: View, current: Token, up: Token) -> Verdict:
    """A conjunct shares the standing of the first verb unless it has a subject, a modal or a tense of its own."""
    own = tree.child(view.sentence, current, *tree.SUBJECTS) is not None
    modal = any(c.tag == "MD" for c in tree.children(view.sentence, current, "aux"))
    finite = current.tag in ("VBD", "VBZ", "VBP") and up.tag in ("VBD", "VBZ", "VBP", "VB", "VBG")
    return STOP if own or modal or finite else Verdict(None, up)


def _governed_by(view: View, current: Token, up: Token, context: Context, word: str) -> Verdict:
    if up.pos in ("NOUN", "PROPN"):
        return _under_noun(view, current, up, context, word)
    if up.pos == "ADJ":
        return _under_adjective(view, current, up)
    return _under_verb(view, current, up, context, word)


def _under_noun(view: View, current: Token, noun: Token, context: Context, word: str) -> Verdict:
    """As in "a plan to attack", "the threat of an attack", "calls for a ceasefire"."""
    nominal = current.pos not in ("VERB", "AUX")
    status = view.lexicon.noun_status.get(noun.lemma)
    if status is None or status == "factual" or (nominal and word not in ("of", "for", "to")):
        purpose = status is None and current.dep == "acl" and _infinitive(view, current)
        return Verdict(Status.PLANNED if purpose else None, None)
    return _noun_governor(view, noun, status, context, nominal=nominal)


def _under_adjective(view: View, current: Token, adjective: Token) -> Verdict:
    """As in "ready to attack", "unable to attack"."""
    names = ("planned", "hypothetical", "negated")
    name = next((n for n in names if adjective.lemma in view.lexicon.adjectives[n]), None)
    if name is None or current.pos not in ("VERB", "AUX"):
        return STOP
    negated = any(c.dep == "neg" for c in tree.children(view.sentence, adjective)) or _own_negated(view, adjective)
    return Verdict(Status.NEGATED if negated else Status(name), None)


def _under_verb(view: View, current: Token, up: Token, context: Context, word: str) -> Verdict:
    nominal = current.pos not in ("VERB", "AUX")
    infinitive = _infinitive(view, current)
    status = view.lexicon.verb_status.get(up.lemma)
    if nominal and up.lemma in _OPPOSING and context.kind not in _HARSH and current.dep not in tree.SUBJECTS:
        return Verdict(Status.HYPOTHETICAL, None)
    if status is None or status in ("factual", "ongoing") or (up.lemma == "go" and up.tag != "VBG"):
        purpose = infinitive and current.dep == "advcl" and not _takes_steps(view, up)
        climbs = infinitive or current.dep == "xcomp" or (status and current.dep in _FACTUAL_DEPS)
        return STOP if nominal else Verdict(Status.PLANNED if purpose else None, up if climbs and not purpose else None)
    if nominal and (word not in _GOVERNING_PREPS or up.lemma == "commit"):
        return STOP
    if infinitive and current.dep == "advcl" and up.lemma not in _COMPLETED:
        return Verdict(Status.PLANNED, None)
    return _verb_governor(view, current, up, status, context)


def _takes_steps(view: View, verb: Token) -> bool:
    """True for "took steps to", which tells of a deed and no plan."""
    return any(o.lemma in ("step", "action") for o in tree.children(view.sentence, verb, "dobj"))


def _own_negated(view: View, adjective: Token) -> bool:
    up = tree.head_of(view.sentence, adjective)
    return up is not None and any(c.dep == "neg" for c in tree.children(view.sentence, up))


def _noun_governor(view: View, noun: Token, status: str, context: Context, *, nominal: bool) -> Verdict:
    up = tree.head_of(view.sentence, noun)
    if nominal and context.kind in PRESUPPOSED and status in ("demanded", "promised", "planned"):
        return STOP
    failed = up is not None and noun.dep in ("nsubj", "nsubjpass") and up.lemma in _FAILING
    negated = (
        up is not None
        and noun.dep in ("dobj", "attr")
        and any(c.dep == "neg" for c in tree.children(view.sentence, up))
    )
    return Verdict(Status.NEGATED if failed or negated or _has_no(view, noun) else Status(status), None)


def _verb_governor(view: View, current: Token, up: Token, status: str, context: Context) -> Verdict:
    sentence = view.sentence
    if current.pos not in ("VERB", "AUX"):
        early = _noun_object(current, up, status, context)
        if early is not None:
            return early
    if status == "claimed":
        return Verdict(Status.CLAIMED, None) if tree.is_passive(sentence, up) else STOP
    if _finite_clause(view, current) and status in ("demanded", "promised", "negated", "planned"):
        return STOP
    negated = any(c.dep == "neg" for c in tree.children(sentence, up))
    if status == "negated":
        return Verdict(None, up) if negated else Verdict(_open(view, up) or Status.NEGATED, None)
    if negated and status in ("planned", "promised", "hypothetical", "threatened"):
        return Verdict(Status.NEGATED, None)
    if status == "planned" and up.lemma in _WANTING and tree.child(sentence, current, *tree.SUBJECTS) is not None:
        status = "demanded"
    own = own_standing(view, up)
    return Verdict(own if own in (Status.CONDITIONAL, Status.HYPOTHETICAL) else Status(status), None)


def _open(view: View, verb: Token) -> Status | None:
    """What is left open by a verb, or by the one before "or": "could reverse or decline to free"."""
    first = view.sentence.tokens[verb.head] if verb.dep == "conj" and verb.tag == "VB" else verb
    found = own_standing(view, verb) or own_standing(view, first)
    return found if found in (Status.HYPOTHETICAL, Status.CONDITIONAL) else None


def _finite_clause(view: View, verb: Token) -> bool:
    tags = {verb.tag, *(c.tag for c in tree.children(view.sentence, verb, "aux", "auxpass"))}
    return verb.dep == "ccomp" and bool(tags & {"VBD", "VBZ", "VBP"})


def _noun_object(noun: Token, verb: Token, status: str, context: Context) -> Verdict | None:
    """A noun under a verb of intent: None if the verb tells its standing as it would a clause's."""
    if noun.dep == "nsubjpass" and status == "claimed" and verb.lemma != "say":
        return Verdict(Status.CLAIMED, None)
    if noun.dep in ("nsubj", "csubj", "npadvmod") or status in ("claimed", "alleged"):
        return STOP
    if verb.lemma == "order" and context.kind in PRESUPPOSED:
        return Verdict(None, verb)
    helped = status == "hypothetical" and verb.lemma in _HELPING
    wished = verb.lemma in _WISHING and context.kind in PRESUPPOSED
    return STOP if helped or wished else None
