"""The standing of an event: from the grammar around its predicate and from the statement it stands in."""

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, Status
from sayso.events.court import charge_of
from sayso.events.grammar import PRESUPPOSED, Context, grammar, inside
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token
from sayso.records.statements import FoundStatement

_DENIALS = frozenset(
    {"deny", "refute", "reject", "dismiss", "rebut", "contradict", "dispute", "disavow", "disclaim", "denial"}
)
_FACTUAL_TAGS = frozenset({"VBD", "VBN"})
_WANTED = frozenset({EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE})
_BY_ACT = {
    Act.ACCUSE: Status.ALLEGED,
    Act.DEMAND: Status.DEMANDED,
    Act.REQUEST: Status.DEMANDED,
    Act.PROPOSE: Status.DEMANDED,
    Act.OFFER: Status.PROMISED,
    Act.PROMISE: Status.PROMISED,
    Act.THREATEN: Status.THREATENED,
}

_CHARGING = frozenset({"accuse", "charge", "suspect", "indict", "blame"})

_OPEN = frozenset({"confirm", "deny"})
"""Who declines to confirm or to deny takes no position: the deed is alleged."""


def standing(view: View, context: Context) -> Status:
    """Status of the event."""
    found = grammar(view, context)
    if found is None and _is_blamed(view, context):
        found = Status.ALLEGED
    statement = context.statement
    if statement is None or _unclaimed(context, statement):
        return found or Status.REPORTED
    open_question = found is Status.DENIED or not _OPEN.isdisjoint(statement.cue.lemma.split(" "))
    if statement.act is Act.DECLINE and open_question:
        return Status.ALLEGED
    if statement.act is Act.DENY and statement.cue.lemma.split(" ")[0] in _DENIALS and not statement.negated:
        return Status.DENIED
    if found is None:
        return _by_act(view, context, statement)
    if found is Status.HYPOTHETICAL and _backshifted(view, context):
        return Status.PLANNED
    return Status.ALLEGED if statement.act is Act.ACCUSE and found is Status.CLAIMED else found


def _unclaimed(context: Context, statement: FoundStatement) -> bool:
    """True for an attack that somebody does not claim: it happened all the same."""
    return statement.act is Act.CLAIM_RESPONSIBILITY and statement.negated and _on_noun(context)


def _by_act(view: View, context: Context, statement: FoundStatement) -> Status:
    """The status that the speech act of the statement gives to what it tells as a fact."""
    status = _BY_ACT.get(statement.act, Status.CLAIMED)
    if status in (Status.DEMANDED, Status.PROMISED, Status.THREATENED) and _presupposed(context):
        wanted = status is Status.DEMANDED and context.kind in _WANTED and _called_for(view, context)
        return status if wanted else Status.CLAIMED
    if statement.act is Act.DECLINE and not _on_noun(context):
        return Status.NEGATED
    foretold = statement.act is Act.PREDICT and context.anchor.tag not in _FACTUAL_TAGS
    return Status.HYPOTHETICAL if foretold else status


def _called_for(view: View, context: Context) -> bool:
    """True for what a demand asks for: "called for sanctions", "demanded a strike"."""
    up = tree.head_of(view.sentence, context.anchor)
    if up is not None and up.lower == "for":
        up = tree.head_of(view.sentence, up)
    return up is not None and up.lemma in ("call", "demand", "appeal", "urge", "seek", "propose", "ask", "push")


def _is_blamed(view: View, context: Context) -> bool:
    noun = context.noun
    charge = charge_of(view, context.anchor if noun is None else noun)
    if noun is None or charge.people:
        return bool(charge.people) and not charge.proven
    prep = tree.head_of(view.sentence, noun)
    above = (
        tree.head_of(view.sentence, prep) if prep is not None and prep.lower in ("with", "of", "for", "over") else None
    )
    charged = above is not None and above.pos == "VERB" and above.lemma in _CHARGING
    return charged or any(c.lemma == "blame" for c in tree.children(view.sentence, noun, "acl"))


def _on_noun(context: Context) -> bool:
    """True if the event hangs on a noun."""
    return context.noun is not None and context.noun is context.anchor


def _presupposed(context: Context) -> bool:
    """True if the event is taken for granted inside a demand, promise or threat: a finite past, or a noun of harm."""
    if _on_noun(context):
        return context.kind in PRESUPPOSED
    anchor = context.anchor
    if context.bare:
        return False
    return anchor.tag in ("VBD", "VBZ", "VBN") or (anchor.tag == "VBG" and anchor.dep in ("acl", "ROOT"))


def _backshifted(view: View, context: Context) -> bool:
    """True for a plan told in the past, which is no hypothesis: "said it would attack"."""
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
        if found[-1].dep not in ("xcomp", "dobj", "nsubjpass", "conj", "pobj", "prep") or not inside(context, up):
            break
        found.append(up)
    return found
