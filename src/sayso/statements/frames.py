"""What a reporting verb takes as its content: clause, infinitive, object, naming, preposition."""

from sayso.codebook.terms import Act
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import child, children
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.clauses import Taken, clause, is_about_noun, is_infinitive, right_edge
from sayso.statements.cues import VerbGroup, words
from sayso.statements.settings import tells_when, without_setting
from sayso.statements.speakers import is_passive_cue

_THINGS = frozenset(
    {"facility", "infrastructure", "place", "event", "abstract", "weapon", "vehicle", "document", "education"}
)
_EPITHETS = frozenset({"call", "brand", "label", "dub", "name", "term"})
_OPENING = frozenset({'"', "“", "''", "``", "‘"})


def complement(sentence: Sentence, verb: Token, frames: dict[str, VerbGroup]) -> Taken | None:
    """The content of `verb` by the first of its frames that fits, or None."""
    for frame, finder in _FINDERS:
        if frame in frames:
            taken = finder(sentence, verb, frames[frame])
            if taken is not None:
                return taken
    for frame, group in frames.items():
        if frame not in _NAMED:
            taken = _preposition(sentence, verb, group, frame)
            if taken is not None:
                return taken
    return None


def _infinitive(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    for c in children(sentence, verb, "xcomp", "advcl", "ccomp"):
        if (
            c.i > verb.i
            and is_infinitive(sentence, c)
            and child(sentence, verb, "dobj") is None
            and child(sentence, c, "nsubj") is None
        ):
            if (c.dep == "advcl" and c.left > verb.i + 2) or _anonymous(sentence, verb, c):
                continue
            right = right_edge(sentence, verb, c.right)
            return Taken(spans=(sentence.span(c.left, right),), frame="inf", group=group, rule=rules.INFINITIVE)
    return None


def _anonymous(sentence: Sentence, verb: Token, wish: Token) -> bool:
    """'who asked not to be named': tells about the speaker."""
    if wish.lower not in words().unnamed:
        return False
    return any(c.dep == "auxpass" for c in children(sentence, wish)) or verb.dep == "relcl"


def _person(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """Urged Moscow to stop: parsed as object and infinitive or as a clause with its own subject."""
    for c in children(sentence, verb, "xcomp", "ccomp", "advcl"):
        if c.i < verb.i or not is_infinitive(sentence, c):
            continue
        to = min(k.i for k in children(sentence, c) if (k.lower == "to" and k.dep == "aux") or k.dep == "neg")
        person = child(sentence, verb, "dobj", "dative") or child(sentence, c, "nsubj")
        if person is None and (
            on := next((k for k in children(sentence, verb, "prep") if k.lower in ("on", "upon", "for", "to")), None)
        ):
            person = child(sentence, on, "pobj")
        if person is None or (verb.lemma == "call" and sentence.tokens[person.head].lower not in ("on", "upon")):
            continue
        right = right_edge(sentence, verb, c.right)
        thing = verb.i < person.left < to and (_is_thing(person) or group.stance)
        return Taken(
            spans=(sentence.span(person.left if thing else min(to, right), right),),
            frame="person",
            group=group,
            rule=rules.ASKED,
            audience=None if thing else person,
        )
    return None


def _is_thing(token: Token) -> bool:
    """Schools, roads, banks: what is ordered to close is no audience."""
    found = noun_classes(token.lemma)
    return token.pos == "NOUN" and bool(found) and found - {"organisation"} <= _THINGS and found != {"organisation"}


def _gerund(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    for c in children(sentence, verb, "xcomp", "ccomp", "advcl"):
        found = child(sentence, verb, "dobj")
        if found is not None and verb.i < found.i < c.i:
            continue  # "reported him missing"
        if c.i > verb.i and c.tag == "VBG" and (c.dep != "advcl" or (c.left <= verb.i + 2 and c.left == c.i)):
            right = right_edge(sentence, verb, c.right)
            return Taken(spans=(sentence.span(c.left, right),), frame="gerund", group=group, rule=rules.GERUND)
    return None


def _object(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    found = [c for c in children(sentence, verb, "dobj") if c.i > verb.i]
    if not found and is_about_noun(sentence, verb):
        noun = sentence.tokens[verb.head]
        return Taken(spans=(sentence.span(noun.left, noun.i),), frame="object", group=group, rule=rules.OBJECT)
    if not found or _idle(found[0]) or not _holds(verb, found[0]):
        return None
    right = right_edge(sentence, verb, found[-1].right, narrow=True)
    right = without_setting(sentence, verb, found[-1], right)
    return Taken(spans=(sentence.span(found[0].left, right),), frame="object", group=group, rule=rules.OBJECT)


def _holds(verb: Token, found: Token) -> bool:
    """Is the object something one can issue as words, or have a view of?"""
    if verb.lemma == "issue":
        return found.lemma in words().issued
    return verb.lemma not in words().backing or found.lemma in words().views


def _finding(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """'Polls show the premier ahead', 'satellite images show damage': what documents and data show."""
    who = child(sentence, verb, "nsubj")
    if who is None or who.lemma not in words().evidence:
        return None
    found = [c for c in children(sentence, verb, "dobj", "ccomp", "oprd") if c.left > verb.i]
    if not found:
        return None
    right = right_edge(sentence, verb, max(c.right for c in found), narrow=True)
    rule = rules.OBJECT if found[0].dep == "dobj" else rules.CLAUSE
    return Taken(spans=(sentence.span(min(c.left for c in found), right),), frame="clause", group=group, rule=rule)


def _idle(token: Token) -> bool:
    return (
        token.lower in ("itself", "himself", "herself", "themselves", "which", "whom", "who", "that")
        or token.lemma in words().idle_objects
    )


def _naming(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    found = [
        c
        for c in children(sentence, verb, "dobj", "oprd", "ccomp", "xcomp", "prep", "attr")
        if c.left > verb.i and (c.dep != "prep" or not tells_when(sentence, c))
    ]
    if not found:
        return None
    if found[0].dep == "prep" and found[0].lower not in ("as", "to"):
        return None
    if found[0].dep == "prep" and verb.lemma in ("compare", "liken") and not is_passive_cue(sentence, verb):
        return None  # "compared to last year"
    if (
        verb.lemma not in ("accuse", "blame", "fault")
        and group.act.value == "assert"
        and not _names(sentence, verb, found)
    ):
        return None
    blaming = group.act is Act.ACCUSE
    right = right_edge(sentence, verb, max(c.right for c in found[:2]), narrow=not blaming, stop=not blaming)
    right = right if blaming else without_setting(sentence, verb, found[0], right)
    return Taken(spans=(sentence.span(found[0].left, right),), frame="naming", group=group, rule=rules.NAMING)


def _names(sentence: Sentence, verb: Token, found: list[Token]) -> bool:
    """Does a naming verb name something: object and predicate, or "as"?"""
    if verb.lemma in ("describe",):
        return True
    if any(c.dep in ("oprd", "attr") for c in found):
        return True
    if verb.lemma in _EPITHETS and any(t.text in _OPENING for t in sentence.tokens[verb.i + 1 : found[-1].right + 1]):
        return True
    if any(c.dep in ("ccomp", "xcomp") and c.tag not in ("VB", "VBG") for c in found):
        return True
    marker = ("as", "to", "with") if verb.lemma in ("liken", "compare", "refer") else ("as",)
    return any(c.dep == "prep" and c.lower in marker for c in children(sentence, verb)) or any(
        k.dep == "prep" and k.lower in marker for c in found for k in children(sentence, c)
    )


def _for_clause(sentence: Sentence, verb: Token, group: VerbGroup, word: str) -> Taken | None:
    """'called for the wage to be raised': the preposition opens a clause."""
    for c in children(sentence, verb, "ccomp", "advcl", "xcomp"):
        mark = child(sentence, c, "mark")
        if c.i > verb.i and mark is not None and mark.lower == word and mark.i == c.left < c.right:
            span = sentence.span(mark.i + 1, right_edge(sentence, verb, c.right))
            return Taken(spans=(span,), frame=word, group=group, rule=rules.PREPOSITION)
    return None


def _preposition(sentence: Sentence, verb: Token, group: VerbGroup, word: str) -> Taken | None:
    for c in children(sentence, verb, "prep", "prt", "dative"):
        if c.lower != word or c.i < verb.i or c.right == c.i:
            continue
        to = next(
            (
                k
                for k in children(sentence, verb, "xcomp", "advcl", "ccomp")
                if k.left > c.right and is_infinitive(sentence, k)
            ),
            None,
        )
        inner = child(sentence, c, "pobj", "pcomp")
        if word == "on" and verb.lemma == "call":
            if to is None or inner is None:
                return None
            return Taken(
                spans=(sentence.span(to.left, right_edge(sentence, verb, to.right)),),
                frame=word,
                group=group,
                rule=rules.ASKED,
                audience=inner,
            )
        if inner is not None and inner.lemma in words().conditions:
            continue
        right = right_edge(sentence, verb, max(c.right, to.right if to else 0), narrow=True)
        return Taken(
            spans=(sentence.span(c.i + 1, right),),
            frame=word,
            group=group,
            rule=rules.PREPOSITION,
            audience=child(sentence, verb, "dobj", "dative") if group.audience else None,
        )
    return _for_clause(sentence, verb, group, word)


_FINDERS = (
    ("person", _person),
    ("clause", clause),
    ("inf", _infinitive),
    ("naming", _naming),
    ("gerund", _gerund),
    ("finding", _finding),
    ("object", _object),
)
_NAMED = frozenset({"person", "clause", "inf", "naming", "gerund", "finding", "object", "quote"})
