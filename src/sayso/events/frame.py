"""A verb with its logical arguments: who does it, to whom or what, active or passive alike."""

from dataclasses import dataclass

from sayso.codebook.plover import EventType
from sayso.events.court import charge_of
from sayso.events.grammar import bid
from sayso.events.view import RELATIVES, View
from sayso.nlp import tree
from sayso.records.language import Sentence, Token

_OBJECT_CONTROL = frozenset(
    {
        "urge",
        "ask",
        "force",
        "allow",
        "order",
        "tell",
        "persuade",
        "permit",
        "enable",
        "encourage",
        "invite",
        "help",
        "press",
        "pressure",
        "compel",
        "call",
        "want",
        "instruct",
        "lead",
        "cause",
        "expect",
        "send",
        "see",
        "let",
        "make",
        "have",
        "get",
        "accuse",
        "criticize",
        "criticise",
        "condemn",
        "denounce",
        "fault",
        "praise",
        "thank",
        "sue",
        "suspect",
        "blame",
        "prevent",
        "stop",
        "ban",
        "bar",
        "convict",
        "charge",
        "authorize",
        "beg",
        "advise",
        "warn",
    }
)


_AIMS = frozenset({"campaign", "mission", "operation", "drive", "movement"})
"""Nouns that announce a deed and are not those who do it."""
_REPAYING = frozenset(
    {"hold", "punish", "fine", "dismiss", "fire", "suspend", "expel", "sanction", "rebuke", "reprimand", "censure"}
    | {"penalise", "penalize", "sack", "discipline", "mock", "attack", "slam", "scold", "execute", "honour", "honor"}
)
"""What is done to somebody "for" a deed is done to the doer."""
_SUPPOSED = frozenset({"believe", "suspect", "think", "say", "know", "intend", "mean"})
_DONE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_SUFFERERS = frozenset({"people", "civilians", "quantity", "person", "military", "police", "protester"})
_SUFFERED = frozenset(
    {"detain", "arrest", "kill", "wound", "injure", "displace", "abduct", "kidnap", "jail", "behead", "hospitalise"}
    | {"hurt"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The arguments of a verb, active or passive alike: who does it, to whom or what."""

    verb: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    datives: tuple[Token, ...]
    complement: Token | None
    passive: bool
    mutual: bool = False


def frame_of(view: View, verb: Token) -> Frame:
    """Verb -> its logical subjects, objects and complement clause."""
    sentence = view.sentence
    ranged = _range_after(view, verb)
    passive = (tree.is_passive(sentence, verb) or _bare_passive(view, verb)) and ranged is None
    passive = passive and not _contracted(sentence, verb)
    direct = [c for c in tree.children(sentence, verb, "dobj", "obj", "oprd") if c.pos != "ADJ"]
    direct = [c for n, c in enumerate(direct) if not n or sentence.tokens[c.left - 1].text != ","]
    direct += [ranged] if ranged is not None else []
    mutual = any(_each_other(sentence, c) for c in tree.children(sentence, verb, "dobj", "obj", "dative"))
    datives = [c for c in tree.children(sentence, verb, "dative") if c.pos != "ADP"]
    datives += [
        noun
        for c in tree.children(sentence, verb, "dative")
        if c.pos == "ADP"
        for noun in tree.children(sentence, c, "pobj")
    ]
    first = _range_before(view, verb) or _subject(view, verb)
    if passive:
        subjects = view.nouns([_agent(sentence, verb)])
        objects = view.nouns([first])
        if direct:
            datives = [*objects, *datives] if objects else datives
            objects = view.nouns(direct)
    else:
        subjects = view.nouns([first])
        objects = view.nouns(direct)
        if not direct:
            objects = view.nouns([_believed(view, verb)])
        if mutual:
            objects = list(subjects)
        if not objects and not direct:
            objects = _shared(view, verb)
        if not objects and not direct and verb.dep == "relcl":
            objects = [o for o in _gap(view, verb) if o not in subjects]
    complement = next(
        (
            c
            for c in tree.children(sentence, verb, "xcomp", "ccomp", "advcl")
            if c.dep != "advcl" or _infinitive(sentence, c)
        ),
        None,
    )
    return Frame(
        verb=verb,
        subjects=tuple(s for s in subjects if s is not verb),
        objects=tuple(objects),
        datives=tuple(view.nouns(datives)),
        complement=complement,
        passive=passive,
        mutual=mutual,
    )


def _contracted(sentence: Sentence, verb: Token) -> bool:
    """True for "who's called for reform", whose "'s" is "has" and not "is"."""
    be = [c.lower for c in tree.children(sentence, verb, "auxpass")]
    objects = any(c.dep == "dobj" or (c.dep == "prep" and c.lower == "for") for c in tree.children(sentence, verb))
    return bool(be) and all(word in ("'s", "’s") for word in be) and objects and tree.agent(sentence, verb) is None


def _each_other(sentence: Sentence, token: Token) -> bool:
    """True for "each other", "one another"."""
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    return (before, token.lower) in (("each", "other"), ("one", "another"))


def _believed(view: View, verb: Token) -> Token | None:
    """The object of "found arms believed to be X's", which parsers take for the subject of a clause."""
    for clause in tree.children(view.sentence, verb, "ccomp"):
        own = tree.child(view.sentence, clause, "nsubj", "nsubjpass")
        plain = clause.lemma in _SUPPOSED and tree.child(view.sentence, clause, "mark", "aux", "auxpass") is None
        if plain and own is not None and own.left == verb.i + 1 and own.pos != "PRON":
            return own
    return None


def _shared(view: View, verb: Token) -> list[Token]:
    """The object of "killed or wounded 26 people" for the first verb."""
    for other in tree.children(view.sentence, verb, "conj"):
        if other.i - verb.i <= 2 and other.tag == verb.tag:
            return view.nouns(tree.children(view.sentence, other, "dobj"))
    return []


def _gap(view: View, verb: Token) -> list[Token]:
    """The antecedent of an object relative ("the town that rebels seized")."""
    own = tree.child(view.sentence, verb, *tree.SUBJECTS)
    if own is None or own.lower in RELATIVES:
        return []
    return view.nouns([view.sentence.tokens[verb.head]])


def _agent(sentence: Sentence, verb: Token) -> Token | None:
    found = tree.agent(sentence, verb)
    if found is not None:
        return found
    by = next((c for c in tree.children(sentence, verb, "prep") if c.lower == "by"), None)
    noun = tree.child(sentence, by, "pobj") if by is not None else _at_hands(sentence, verb)
    return noun if noun is not None and noun.pos in ("NOUN", "PROPN", "PRON") else None


def _at_hands(sentence: Sentence, verb: Token) -> Token | None:
    """Who did it, told as "at the hands of X"."""
    for prep in tree.children(sentence, verb, "prep"):
        hands = tree.child(sentence, prep, "pobj") if prep.lower == "at" else None
        of = tree.child(sentence, hands, "prep") if hands is not None and hands.lemma == "hand" else None
        if of is not None and of.lower == "of":
            return tree.child(sentence, of, "pobj")
    return None


def _infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(c.lower == "to" and c.dep == "aux" for c in tree.children(sentence, verb))


def _range_after(view: View, verb: Token) -> Token | None:
    """The object told as a range of numbers, which parsers take for a prepositional phrase: "abducted between 30 and 40
    pupils"."""
    if verb.tag not in ("VBN", "VBD") or tree.child(view.sentence, verb, "dobj", "agent", "auxpass", "nsubjpass"):
        return None
    after = (c for c in tree.children(view.sentence, verb, "prep") if c.i == verb.i + 1)
    return next((n for c in after if (n := _counted(view, c)) is not None), None)


def _range_before(view: View, verb: Token) -> Token | None:
    """The subject told as a range of numbers: "between 35 and 40 civilians were killed"."""
    sentence = view.sentence
    if tree.child(sentence, verb, *tree.SUBJECTS) is not None:
        return None
    first = min((c.i for c in tree.children(sentence, verb, "aux", "auxpass")), default=verb.i)
    for prep in sentence.tokens[max(first - 8, 0) : first]:
        noun = _counted(view, prep)
        if noun is not None and noun.right == first - 1:
            return noun
    return None


def _counted(view: View, prep: Token) -> Token | None:
    """The noun of "between 30 and 40 pupils"."""
    noun = tree.child(view.sentence, prep, "pobj") if prep.lower == "between" else None
    if noun is None:
        return None
    number = noun if noun.tag == "CD" else tree.child(view.sentence, noun, "nummod")
    both = number is not None and any(c.tag == "CD" for c in tree.children(view.sentence, number, "conj"))
    return noun if both else None


def _done_to(view: View, verb: Token) -> bool:
    """True for a verb by which something is done to somebody, so that a headline may leave out its "were"."""
    senses = view.lexicon.verbs.get(verb.lemma, ())
    return any(s.type in _DONE and not s.rest and not s.entry.mutual for s in senses) or not senses


def _clipped(view: View, verb: Token) -> bool:
    """A passive without "be" in the style of headlines: "dozens detained", "two soldiers killed"."""
    sentence = view.sentence
    with_crime = verb.lemma == "charge" and any(c.lower == "with" for c in tree.children(sentence, verb, "prep"))
    if verb.tag not in ("VBD", "VBN") or not (with_crime or verb.lemma in _SUFFERED):
        return False
    barring = tree.children(sentence, verb, "dobj", "aux", "auxpass", "ccomp", "xcomp", "agent")
    if any(c.dep != "ccomp" or c.i > verb.i for c in barring):
        return False
    subjects = list(tree.children(sentence, verb, "nsubj"))
    return bool(subjects) and bool(view.classes(subjects[-1]) & _SUFFERERS)


def _bare_passive(view: View, verb: Token) -> bool:
    """A participle without "be": "villages shelled by rebels", "backed by Turkey", "was attacked and looted"."""
    sentence = view.sentence
    if _clipped(view, verb):
        return True
    if verb.tag != "VBN" or any(c.dep in ("aux", "dobj") for c in tree.children(sentence, verb)):
        return verb.tag == "VBD" and verb.dep == "acl" and tree.child(sentence, verb, "dobj", "aux", "nsubj") is None
    if verb.dep in ("acl", "advcl", "amod", "oprd", "xcomp", "acomp"):
        return True
    if verb.dep == "ROOT":
        return tree.agent(sentence, verb) is not None or (
            tree.child(sentence, verb, "nsubj") is not None and _done_to(view, verb)
        )
    up = tree.head_of(sentence, verb)
    return verb.dep == "conj" and up is not None and up.tag == "VBN" and tree.is_passive(sentence, up)


def _subject(view: View, verb: Token) -> Token | None:
    """Who does what `verb` tells: its own subject, that of the verb it hangs on, or the noun it modifies."""
    sentence = view.sentence
    verb, found = _raised(view, verb)
    if found is not None or verb.head == verb.i or any(c.dep in tree.SUBJECTS for c in tree.children(sentence, verb)):
        return found
    up = sentence.tokens[verb.head]
    if verb.dep in ("pcomp", "prep") and up.pos in ("ADP", "SCONJ"):
        governor = tree.head_of(sentence, up)
        accused = charge_of(view, verb).people
        if not accused and governor is not None and up.lower == "for" and governor.lemma in _REPAYING:
            done_to = _controlled(view, governor)
            accused = (view.real(done_to),) if done_to is not None else ()
        return accused[0] if accused else _of_gerund(view, governor) if governor is not None else None
    if verb.dep == "acl" and _infinitive(sentence, verb):
        return _controller(view, up)
    aim = _aim_before(sentence, verb)
    if verb.dep == "amod" or aim is not None:
        return up if aim is None else _controller(view, aim)
    inherited = None if verb.dep == "conj" and up.pos not in ("VERB", "AUX") else tree.subject(sentence, verb)
    if inherited is None or bid(sentence, verb) or (inherited.lower == "it" and _empty(view, verb, up)):
        return None
    return view.real(inherited)


def _aim_before(sentence: Sentence, verb: Token) -> Token | None:
    """The noun right before an infinitive that the parse hangs elsewhere: "on the Chadian mission to recapture X"."""
    if verb.dep != "advcl" or not _infinitive(sentence, verb) or not 0 < verb.left < verb.i:
        return None
    before = sentence.tokens[verb.left - 1]
    return before if before.lemma in _AIMS and before.pos == "NOUN" else None


def _empty(view: View, verb: Token, up: Token) -> bool:
    """True for the "it" of "it is time to", not for that of "it is willing to"."""
    willing = up.pos == "ADJ" and any(up.lemma in view.lexicon.adjectives[n] for n in ("planned", "negated"))
    return verb.dep in ("xcomp", "ccomp", "advcl") and not willing


def _raised(view: View, verb: Token) -> tuple[Token, Token | None]:
    """The verb reached by climbing conjunctions and complements, and the subject found on the way (None: none)."""
    sentence = view.sentence
    lifted = False
    while True:
        own = next((c for c in reversed(list(tree.children(sentence, verb, *tree.SUBJECTS)))), None)
        if own is not None:
            thought = tree.is_passive(sentence, verb)
            return verb, None if lifted and own.lower == "it" and not thought else view.real(own)
        up = tree.head_of(sentence, verb)
        if up is None:
            return verb, None
        controlled = verb.dep in ("xcomp", "ccomp") or (verb.dep == "advcl" and verb.tag != "VBG")
        if controlled and up.lemma in _OBJECT_CONTROL:
            target = _controlled(view, up)
            if target is not None:
                return verb, target
        if verb.dep not in ("conj", "xcomp") or up.pos not in ("VERB", "AUX") or up.i > verb.i:
            return verb, None
        lifted = lifted or verb.dep == "xcomp"
        verb = up


def _controlled(view: View, verb: Token) -> Token | None:
    """Whom a verb makes do something: "urged A to", "called on A to"."""
    target = tree.child(view.sentence, verb, "dobj", "nsubjpass")
    if target is None and verb.lemma in ("call", "appeal", "prevail", "wait"):
        found = view.under(verb, ("on", "upon", "to", "for"))
        target = found[0] if found else None
    return target


def _of_gerund(view: View, governor: Token) -> Token | None:
    """The subject of a gerund behind a preposition: "accused A of shelling B" -> A, "by shelling B" -> the subject."""
    if governor.pos in ("NOUN", "PROPN", "PRON"):
        up = tree.head_of(view.sentence, governor)
        if up is not None and up.lemma in _OBJECT_CONTROL and governor.dep == "dobj":
            return governor
        owners = view.possessors(governor)
        return owners[0] if owners else None
    if governor.lemma in _OBJECT_CONTROL:
        target = tree.child(view.sentence, governor, "dobj", "nsubjpass")
        if target is not None:
            return target
    found = tree.subject(view.sentence, governor) if governor.pos in ("VERB", "AUX") else None
    return view.real(found) if found is not None else None


def _controller(view: View, noun: Token) -> Token | None:
    """Who is to do what a noun announces: "Russia's plan to attack", "a call on Turkey to withdraw"."""
    aim = view.lexicon.noun_status.get(noun.lemma) or noun.lemma in _AIMS
    if "actor" in view.classes(noun) and not aim:
        return noun
    owners = view.possessors(noun) or view.under(noun, ("by", "on", "from")) or view.demonyms(noun)
    if owners:
        return owners[0]
    up = tree.head_of(view.sentence, noun)
    if up is not None and up.pos == "VERB" and noun.dep == "dobj":
        found = tree.subject(view.sentence, up)
        return view.real(found) if found is not None else None
    return None
