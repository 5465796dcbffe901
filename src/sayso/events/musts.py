"""What a speaker says that another must do is a demand of the speaker: "the envoy said that Chad must withdraw"."""

from collections.abc import Iterator

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, Status
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.base import RuleId
from sayso.records.events import FoundEvent, Trigger
from sayso.records.language import Token
from sayso.records.statements import FoundStatement
from sayso.text import Span

_ACTS = frozenset({Act.ASSERT, Act.DEMAND, Act.WARN})
_OWN = frozenset({"we", "i", "you", "it", "one", "us", "everyone", "somebody", "there", "this", "that"})
_STATES = frozenset({"be", "have", "know", "understand", "remember", "feel"})
_ASKING = frozenset({"demand", "insist", "urge", "order", "tell", "request", "ask", "call"})


def musts(view: View, statements: tuple[FoundStatement, ...], found: list[FoundEvent]) -> Iterator[FoundEvent]:
    """The demands of the sentence that are told by "must" in the speaker's words and by no verb of demanding."""
    if "must" not in view.words:
        return
    taken = {event.trigger.start for event in found if event.type is EventType.REQUEST}
    for modal in view.sentence.tokens:
        verb = view.sentence.tokens[modal.head]
        if modal.lower != "must" or modal.dep != "aux" or not _asks(view, verb):
            continue
        number = next((n for n, s in enumerate(statements) if _holds(view, s, verb)), None)
        if number is None or any(_cued(statements[number], start) for start in taken):
            continue
        addressed = [t for t in view.nouns(tree.children(view.sentence, verb, "nsubj")) if "actor" in view.classes(t)]
        addressed = [t for t in addressed if t.lower not in _OWN]
        if addressed:
            yield _event(view, statements[number], modal, verb, addressed)


def _cued(statement: FoundStatement, start: int) -> bool:
    """True if an event stands at the statement's own verb."""
    return statement.cue.start <= start < statement.cue.end


def _asks(view: View, verb: Token) -> bool:
    """True for a verb by which "must" asks for a deed, not for a state."""
    return verb.lemma not in _STATES and not tree.is_passive(view.sentence, verb)


def _holds(view: View, statement: FoundStatement, verb: Token) -> bool:
    """True if the verb heads what the statement, told in the same sentence by a plain verb of saying, says."""
    inside = any(span.start <= verb.start < span.end for span in statement.content)
    plain = statement.act in _ACTS and statement.cue.lemma.split(" ")[0] not in _ASKING
    here = statement.sentence == view.sentence.index
    return inside and plain and here and statement.speaker is not None and not statement.negated


def _event(view: View, said: FoundStatement, modal: Token, verb: Token, addressed: list[Token]) -> FoundEvent:
    speakers = said.speakers or ((said.speaker,) if said.speaker is not None else ())
    trigger = Trigger(start=modal.start, end=modal.end, lemma="must")
    return FoundEvent(
        sentence=view.sentence.index,
        type=EventType.REQUEST,
        mode="change",
        contexts=(),
        cameo="100",
        trigger=trigger,
        actors=tuple(speakers),
        recipients=tuple(view.phrase(t) for t in addressed),
        place=None,
        time=None,
        status=Status.REPORTED,
        historical=False,
        ongoing=False,
        said_in=None,
        weapon=None,
        evidence=tuple(sorted({Span(modal.start, modal.end), Span(verb.start, verb.end)})),
        why=(RuleId("events.must"), RuleId("events.reported")),
    )
