"""The standing of an event: from the grammar around its predicate and from the statement it stands in."""

from dataclasses import dataclass

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, Status
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token
from sayso.records.statements import FoundStatement
from sayso.text import Span

_DENIALS = frozenset(
    {"deny", "refute", "reject", "dismiss", "rebut", "contradict", "dispute", "disavow", "disclaim", "denial"}
)
_PLANNED_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "gonna"})
_WEAK_MODALS = frozenset({"could", "might", "may", "can", "would", "'d", "’d", "ca"})
_DUTY_MODALS = frozenset({"should", "must", "ought"})
_IF = frozenset({"if", "unless", "whether", "lest"})
_PRESUPPOSED = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE}
)
_FACTUAL_TAGS = frozenset({"VBD", "VBN"})
_BY_ACT = {
    Act.ACCUSE: Status.ALLEGED,
    Act.DEMAND: Status.DEMANDED,
    Act.REQUEST: Status.DEMANDED,
    Act.PROPOSE: Status.DEMANDED,
    Act.OFFER: Status.PROMISED,
    Act.PROMISE: Status.PROMISED,
    Act.THREATEN: Status.THREATENED,
}
_INTENTIONS = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED, Status.PROMISED, Status.THREATENED})
_COMPLETED = frozenset({"fail", "refuse", "decline", "neglect", "try", "attempt", "seek", "want", "threaten", "vow"})
_FAILING = frozenset({"fail", "collapse", "founder", "stall", "falter", "flounder", "come"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the standing depends on: the predicate's anchor, its type, the statements of the document and the
    content that holds the trigger (None for the outlet's own voice).
    """

    anchor: Token
    noun: Token | None
    kind: EventType
    said_in: int | None
    statement: FoundStatement | None


def innermost(statements: tuple[FoundStatement, ...], trigger: Span) -> int | None:
    """Index of the statement with the smallest content around the trigger, or None."""
    best: tuple[int, int] | None = None
    for index, statement in enumerate(statements):
        for span in statement.content:
            if span.start <= trigger.start < span.end:
                size = (sum(s.end - s.start for s in statement.content), -index)
                if best is None or size < best:
                    best = size
    return None if best is None else -best[1]


def standing(view: View, context: Context) -> tuple[Status, str]:
    """Status of the event and the rule that gave it."""
    grammar = _grammar(view, context)
    if grammar is None and _is_blamed(view, context):
        grammar = Status.ALLEGED
    statement = context.statement
    if statement is None:
        return (grammar, f"events.{grammar.value}") if grammar else (Status.REPORTED, "events.reported")
    if statement.act is Act.DENY and statement.cue.lemma.split(" ")[0] in _DENIALS and not statement.negated:
        return Status.DENIED, "events.denied"
    if grammar is not None:
        if grammar is Status.HYPOTHETICAL and _backshifted(view, context):
            grammar = Status.PLANNED
        if statement.act is Act.ACCUSE and grammar is Status.CLAIMED:
            grammar = Status.ALLEGED
        return grammar, f"events.{grammar.value}"
    by_act = _BY_ACT.get(statement.act, Status.CLAIMED)
    if by_act in (Status.DEMANDED, Status.PROMISED, Status.THREATENED) and _presupposed(view, context):
        by_act = Status.CLAIMED
    if statement.act is Act.DECLINE and not _on_noun(context):
        by_act = Status.NEGATED
    if statement.act is Act.PREDICT and context.anchor.tag not in _FACTUAL_TAGS:
        by_act = Status.HYPOTHETICAL
    return by_act, f"events.{by_act.value}"


def _is_blamed(view: View, context: Context) -> bool:
    noun = context.noun
    return noun is not None and any(c.lemma == "blame" for c in tree.children(view.sentence, noun, "acl"))


def _on_noun(context: Context) -> bool:
    """True if the event hangs on a noun."""
    return context.noun is not None and context.noun is context.anchor


def _presupposed(view: View, context: Context) -> bool:
    """True if the event is taken for granted inside a demand, promise or threat: a finite past, or a noun of harm."""
    if _on_noun(context):
        return context.kind in _PRESUPPOSED
    anchor = context.anchor
    infinitive = any(c.lower in ("to", "not") or c.tag == "MD" for c in tree.children(view.sentence, anchor, "aux"))
    return not infinitive and (
        anchor.tag in ("VBD", "VBZ", "VBN") or (anchor.tag == "VBG" and anchor.dep in ("acl", "ROOT"))
    )


def _backshifted(view: View, context: Context) -> bool:
    """ "said it would attack" is a plan told in the past, not a hypothesis."""
    return (
        any(
            c.lower in ("would", "'d", "’d")
            for token in _clause_verbs(view, context)
            for c in tree.children(view.sentence, token, "aux")
        )
        and context.statement is not None
        and context.statement.act not in (Act.WARN, Act.PREDICT)
    )


def _clause_verbs(view: View, context: Context) -> list[Token]:
    """The anchor and the verbs it is a complement of, up to the end of its clause."""
    found = [context.anchor]
    for up in tree.ancestors(view.sentence, context.anchor):
        if found[-1].dep not in ("xcomp", "dobj", "nsubjpass", "conj", "pobj", "prep") or not _inside(
            view, context, up
        ):
            break
        found.append(up)
    return found


def _inside(view: View, context: Context, token: Token) -> bool:
    statement = context.statement
    if statement is None:
        return True
    if statement.cue.start <= token.start < statement.cue.end:
        return False
    return any(span.start <= token.start < span.end for span in statement.content)


def _grammar(view: View, context: Context) -> Status | None:
    if context.noun is not None:
        found = _noun_own(view, context.noun, context.kind)
        if found is not None:
            return found
    current = context.anchor
    for _ in range(8):
        if current.pos in ("VERB", "AUX"):
            found = _own(view, current)
            if found is not None:
                return found
        up = tree.head_of(view.sentence, current)
        if up is None:
            return None
        if not _inside(view, context, up):
            return _from_cue(view, current, up, context)
        found, climb = _governed(view, current, up, context)
        if found is not None or climb is None:
            return found
        current = climb
    return None


def _from_cue(view: View, current: Token, up: Token, context: Context) -> Status | None:
    """What the cue itself says of the event: "planned to", "fears an attack", "is believed to have"."""
    if context.statement is None or context.statement.act in (Act.ACCUSE, Act.DENY):
        return None
    found, _ = _governed(view, current, up, context)
    return found if found in _INTENTIONS else None


def _own(view: View, verb: Token) -> Status | None:
    """What the verb's own clause says: negation, modals, conditions, adverbs."""
    sentence, lexicon = view.sentence, view.lexicon
    kids = list(tree.children(sentence, verb))
    lowers = {c.lower for c in kids if c.dep in ("neg", "advmod", "preconj")}
    if any(c.dep == "neg" for c in kids) or lowers & lexicon.adverbs["negated"]:
        return Status.NEGATED
    if any(_has_no(view, c) for c in kids if c.dep in ("dobj", "nsubj", "nsubjpass", "attr")):
        return Status.NEGATED
    if any(c.dep == "mark" and c.lower in _IF for c in kids) or any(
        c.dep == "advmod" and c.lower == "whenever" for c in kids
    ):
        return Status.HYPOTHETICAL
    modals = {c.lower for c in kids if c.dep == "aux" and c.tag == "MD"}
    conditions = [
        c for c in kids if c.dep == "advcl" and any(m.lower in _IF for m in tree.children(sentence, c, "mark"))
    ]
    if modals and conditions:
        return Status.CONDITIONAL
    if modals & _PLANNED_MODALS:
        return Status.PLANNED
    if modals & _DUTY_MODALS:
        return Status.DEMANDED
    if modals & _WEAK_MODALS:
        return Status.HYPOTHETICAL
    if lowers & lexicon.adverbs["alleged"]:
        return Status.ALLEGED
    if lowers & lexicon.adverbs["claimed"]:
        return Status.CLAIMED
    if lowers & lexicon.adverbs["hypothetical"]:
        return Status.HYPOTHETICAL
    return None


def _has_no(view: View, noun: Token) -> bool:
    return noun.lower in ("nobody", "none", "nothing") or any(
        c.lower == "no" for c in tree.children(view.sentence, noun, "det", "neg", "advmod")
    )


def _noun_own(view: View, noun: Token, kind: EventType) -> Status | None:
    lexicon = view.lexicon
    if _has_no(view, noun):
        return Status.NEGATED
    words = {c.lower for c in tree.children(view.sentence, noun, "amod", "compound", "nmod", "advmod")}
    if words & lexicon.adjectives["alleged"]:
        return Status.ALLEGED
    if words & lexicon.adjectives["negated_amod"]:
        return Status.NEGATED
    if words & lexicon.adjectives["planned_amod"]:
        return Status.PLANNED
    if words & lexicon.adjectives["hypothetical"]:
        return Status.HYPOTHETICAL
    up = tree.head_of(view.sentence, noun)
    if up is not None and up.pos == "ADP" and noun.dep in ("pobj", "pcomp"):
        if up.lower in ("without", "despite_"):
            return Status.NEGATED
        if up.lower == "against" and kind not in _PRESUPPOSED:
            return None
    return None


def _governed(view: View, current: Token, up: Token, context: Context) -> tuple[Status | None, Token | None]:
    """What the word above says of the event, and where to climb on (None: the clause ends here)."""
    sentence, lexicon = view.sentence, view.lexicon
    nominal = current.pos not in ("VERB", "AUX")
    if up.pos in ("ADP", "SCONJ", "PART"):
        if up.lower == "without":
            return Status.NEGATED, None
        if up.lower in ("instead", "rather") or (
            up.lower == "of" and up.i and sentence.tokens[up.i - 1].lower == "instead"
        ):
            return Status.NEGATED, None
        above = tree.head_of(sentence, up)
        if above is None:
            return None, None
        return _governed_by(view, current, above, context, nominal=nominal, word=up.lower)
    if current.dep == "conj":
        own = tree.child(sentence, current, *tree.SUBJECTS) is not None
        modal = any(c.tag == "MD" for c in tree.children(sentence, current, "aux"))
        if own or modal or (current.tag in ("VBD", "VBZ", "VBP") and up.tag in ("VBD", "VBZ", "VBP")):
            return None, None
        if current.tag in ("VBD", "VBZ") and up.tag in ("VB", "VBG"):
            return None, None
        return None, up
    if current.dep in ("relcl", "parataxis"):
        return None, None
    if current.dep == "advcl":
        infinitive = any(c.lower == "to" and c.dep == "aux" for c in tree.children(sentence, current))
        if infinitive:
            return _governed_by(view, current, up, context, nominal=False, word="to")
        return (None, up) if current.tag == "VBG" and current.i > up.i else (None, None)
    if nominal and current.dep in ("compound", "amod", "nmod", "poss", "appos"):
        if up.lemma in lexicon.noun_status and lexicon.noun_status[up.lemma] in ("hypothetical", "threatened"):
            return Status.HYPOTHETICAL, None
        return None, None
    return _governed_by(view, current, up, context, nominal=nominal, word="")


def _governed_by(
    view: View,
    current: Token,
    up: Token,
    context: Context,
    *,
    nominal: bool,
    word: str,
) -> tuple[Status | None, Token | None]:
    lexicon = view.lexicon
    infinitive = any(c.lower == "to" and c.dep == "aux" for c in tree.children(view.sentence, current))
    if up.pos in ("NOUN", "PROPN"):
        status = lexicon.noun_status.get(up.lemma)
        if status is None or status == "factual" or (nominal and word not in ("of", "for", "to", "against_")):
            return (Status.PLANNED if infinitive and status is None and current.dep == "acl" else None), None
        return _noun_governor(view, up, status, context, nominal=nominal)
    if up.pos == "ADJ":
        for name in ("planned", "hypothetical", "negated"):
            if up.lemma in lexicon.adjectives[name] and not nominal:
                negated = any(c.dep == "neg" for c in tree.children(view.sentence, up)) or _own_negated(view, up)
                return Status.NEGATED if negated else Status(name), None
        return None, None
    status = lexicon.verb_status.get(up.lemma)
    if up.lemma == "go" and up.tag != "VBG":
        status = None
    if status in (None, "factual", "ongoing"):
        if nominal:
            return None, None
        if infinitive and current.dep == "advcl":
            return Status.PLANNED, None
        return None, up if current.dep in ("xcomp", "pcomp", "prep", "acl", "advcl", "ccomp") and status else (
            up if infinitive or current.dep == "xcomp" else None
        )
    if nominal and word not in ("", "for", "of", "to", "against", "from", "with"):
        return None, None
    if infinitive and current.dep == "advcl" and up.lemma not in _COMPLETED:
        return Status.PLANNED, None
    if status == "promised" and up.lemma == "commit" and nominal:
        return None, None
    return _verb_governor(view, current, up, status, context, nominal=nominal)


def _own_negated(view: View, adjective: Token) -> bool:
    up = tree.head_of(view.sentence, adjective)
    return up is not None and any(c.dep == "neg" for c in tree.children(view.sentence, up))


def _noun_governor(
    view: View,
    noun: Token,
    status: str,
    context: Context,
    *,
    nominal: bool,
) -> tuple[Status | None, Token | None]:
    if nominal and context.kind in _PRESUPPOSED and status in ("demanded", "promised", "planned"):
        return None, None
    if _has_no(view, noun):
        return Status.NEGATED, None
    up = tree.head_of(view.sentence, noun)
    if up is not None and noun.dep in ("nsubj", "nsubjpass") and up.lemma in _FAILING and up.lemma != "come":
        return Status.NEGATED, None
    if (
        up is not None
        and any(c.dep == "neg" for c in tree.children(view.sentence, up))
        and noun.dep in ("dobj", "attr")
    ):
        return Status.NEGATED, None
    return Status(status), None


def _verb_governor(
    view: View,
    current: Token,
    up: Token,
    status: str,
    context: Context,
    *,
    nominal: bool,
) -> tuple[Status | None, Token | None]:
    sentence = view.sentence
    passive = tree.is_passive(sentence, up)
    if nominal:
        if current.dep in ("nsubj", "csubj", "npadvmod") or (
            current.dep == "nsubjpass" and status in ("claimed", "alleged")
        ):
            return (
                (Status.CLAIMED, None)
                if current.dep == "nsubjpass" and status == "claimed" and up.lemma != "say"
                else (None, None)
            )
        if status in ("claimed", "alleged"):
            return None, None
        if up.lemma == "order" and context.kind in _PRESUPPOSED:
            return None, up
        if status == "hypothetical" and up.lemma in ("allow", "let", "permit", "help", "approve", "suggest"):
            return None, None
        if (
            up.lemma in ("want", "need", "like", "mean", "look", "set", "choose", "volunteer", "hope")
            and context.kind in _PRESUPPOSED
        ):
            return None, None
    if status == "claimed":
        return (Status.CLAIMED, None) if passive and not nominal else (None, None)
    finite = current.dep == "ccomp" and (
        current.tag in ("VBD", "VBZ", "VBP")
        or any(c.tag in ("VBD", "VBZ", "VBP") for c in tree.children(sentence, current, "aux", "auxpass"))
    )
    if finite and status in ("demanded", "promised", "negated", "planned"):
        return None, None
    negated = any(c.dep == "neg" for c in tree.children(sentence, up))
    if status == "negated":
        return (None, up) if negated else (Status.NEGATED, None)
    if negated and status in ("planned", "promised", "hypothetical", "threatened"):
        return Status.NEGATED, None
    above = _own(view, up)
    if above in (Status.CONDITIONAL,):
        return above, None
    return Status(status), None
