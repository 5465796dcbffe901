"""What a reporting verb takes as its content: clause, infinitive, object, naming, preposition."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.nlp.tree import child, children
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.cues import VerbGroup, verbs, words
from sayso.text import Span

_LONG_OBJECT = 5
CLAUSAL = ("ccomp", "csubj")
_RELAYING = frozenset(
    {"citing", "quoting", "adding", "saying", "calling", "describing", "warning", "accusing", "noting"}
)
_OPENERS = frozenset({"that", ",", ":", "--", "–", "—"})
_CLOSING = frozenset("\"'”’»)],")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A complement: its span, the group of the verb for this frame, the rule, and who was addressed."""

    spans: tuple[Span, ...]
    frame: str
    group: VerbGroup
    rule: RuleId
    audience: Token | None = None


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


def _clause(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    after = [c for c in children(sentence, verb, "ccomp") if c.i > verb.i and c.left > verb.i]
    if after:
        return _clause_after(sentence, verb, group, after)
    before = [c for c in children(sentence, verb, "ccomp") if c.i < verb.i]
    if before:
        return _clause_before(sentence, verb, group, before[0])
    if verb.lemma in words().firm and not group.audience:
        taken = _unparsed(sentence, verb, group)
        if taken is not None:
            return taken
    return _inserted(sentence, verb, group)


def _clause_after(sentence: Sentence, verb: Token, group: VerbGroup, after: list[Token]) -> Taken | None:
    first = after[0]
    if _is_bare_infinitive(sentence, first):
        return None
    left = _skip_that(sentence, first.left)
    found = child(sentence, verb, "dobj")
    if found is not None and not group.audience and verb.i < found.left < left:
        left = found.left
    right = cut_short(sentence, left, right_edge(sentence, verb, max(c.right for c in after)))
    return Taken(
        spans=(sentence.span(left, right),) if left <= right else (),
        frame="clause",
        group=group,
        rule=rules.CLAUSE,
        audience=_addressee(sentence, verb, group),
    )


def _unparsed(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """ "said many of the ... failed": a clause that the parser took for an object."""
    found = child(sentence, verb, "dobj")
    if found is None or found.i < verb.i or found.right - found.left < _LONG_OBJECT:
        return None
    if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in sentence.tokens[found.i : found.right + 1]):
        return None
    span = sentence.span(found.left, right_edge(sentence, verb, found.right))
    return Taken(spans=(span,), frame="clause", group=group, rule=rules.CLAUSE)


def _skip_that(sentence: Sentence, left: int) -> int:
    while left + 1 < len(sentence.tokens) and sentence.tokens[left].lower in _OPENERS:
        left += 1
    return left


def _is_bare_infinitive(sentence: Sentence, token: Token) -> bool:
    return any(c.lower == "to" and c.dep == "aux" for c in children(sentence, token))


def right_edge(sentence: Sentence, verb: Token, right: int) -> int:
    """Extends a complement that ends at token `right` over what the parser hung on the reporting verb instead."""
    for c in children(sentence, verb):
        if c.left <= right:
            continue
        if (
            c.dep in ("prep", "npadvmod", "advmod", "dobj", "dep", "oprd", "acomp", "xcomp", "agent")
            and c.left == right + 1
            and not _breaks(sentence, c)
        ) or (c.dep == "advcl" and c.left == right + 1 and not reports(sentence, c)):
            right = c.right
        else:
            break
    return right


def cut_short(sentence: Sentence, left: int, right: int) -> int:
    """The end of a clause content before what belongs to the reporter: ", citing ...", ", and X said ..."."""
    table = verbs()
    for i in range(left + 1, right):
        token = sentence.tokens[i]
        if token.text == ";":
            return i - 1
        if token.text not in (",", "--", "–", "—"):
            continue
        after = sentence.tokens[i + 1]
        if after.lower in _RELAYING or (
            after.lower == "according" and not any(t.text == "," for t in sentence.tokens[i + 1 : right])
        ):
            return i - 1
        if after.lower in ("and", "but", "while", "as", "though", "although"):
            verb = next((t for t in sentence.tokens[i + 2 : right + 1] if t.tag in ("VBD", "VBZ", "VBP")), None)
            if (
                verb is not None
                and "clause" in table.get(verb.lemma, {})
                and not table[verb.lemma]["clause"].stance
                and child(sentence, verb, "nsubj")
            ):
                return i - 1
    return right


def _breaks(sentence: Sentence, token: Token) -> bool:
    return token.lower in ("according", "citing") or token.lemma == "accord"


def reports(sentence: Sentence, clause: Token) -> bool:
    """True if `clause` or something right below it is itself a reporting clause (", adding that ...")."""
    table = verbs()
    return clause.lemma in table and ("clause" in table[clause.lemma] or "quote" in table[clause.lemma])


def _clause_before(sentence: Sentence, verb: Token, group: VerbGroup, clause: Token) -> Taken | None:
    cut = clause_left(sentence, verb)
    left = begins(sentence, min(clause.i, cut)) if verb.dep == "ROOT" else clause.left
    right = clause.right if clause.right < verb.i else cut - 1
    spans = [sentence.span(left, min(right, cut - 1))] if left <= min(right, cut - 1) else []
    if clause.right > verb.i:
        rest = clause_right(sentence, verb)
        if rest < clause.right:
            spans.append(sentence.span(rest + 1, clause.right))
    if not spans or (spans and verb.i == 0):
        return None
    return Taken(
        spans=tuple(spans),
        frame="clause",
        group=group,
        rule=rules.BEFORE,
        audience=_addressee(sentence, verb, group),
    )


def clause_left(sentence: Sentence, verb: Token) -> int:
    """First token of the reporting clause itself: its subject or auxiliaries if they stand before the verb."""
    left = verb.i
    for c in children(sentence, verb):
        if c.i < verb.i and c.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "csubj", "advmod"):
            if c.dep == "advmod" and c.i < verb.i - 2:
                continue
            left = min(left, c.left if c.right < verb.i else c.i)
    return left


def clause_right(sentence: Sentence, verb: Token) -> int:
    """Last token of an inserted reporting clause: up to the comma that closes it, or the end."""
    for token in sentence.tokens[verb.i + 1 :]:
        if token.text in (",", "–", "—", "--", ";"):
            return token.i
    return len(sentence.tokens) - 1


def _inserted(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """ "Talks, he said, had failed" and "Talks had failed, he said" where the verb hangs on what was said."""
    if verb.head == verb.i or verb.tag in ("VBG", "VB", "VBN") or group.stance:
        return None
    host = sentence.tokens[verb.head]
    own = child(sentence, verb, "nsubj")
    if own is None or host.pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        return None
    left = min(verb.i, own.left)
    right = clause_right(sentence, verb)
    if left == 0 or sentence.tokens[left - 1].text not in (",", "–", "—", "--", "”", '"', "''"):
        return None
    if (
        verb.dep not in ("parataxis", "ccomp", "advcl", "conj", "dep", "acl", "appos", "relcl")
        or (host.i > verb.i
        and verb.dep == "conj")
    ):
        return None
    if verb.dep == "conj" and any(c.dep == "cc" and host.i < c.i < left for c in children(sentence, host)):
        return None
    if own.lower in ("who", "which", "that") or sentence.tokens[left].lower in (
        "as",
        "while",
        "when",
        "and",
        "but",
        "because",
        "if",
        "who",
        "which",
        "what",
    ):
        return None
    spans = []
    host = _clause_head(sentence, host)
    begin = begins(sentence, left) if host.head == host.i else min(host.left, left)
    if begin <= left - 1:
        spans.append(sentence.span(begin, left - 1))
    if right < host.right:
        spans.append(sentence.span(right + 1, host.right))
    return Taken(spans=tuple(spans), frame="clause", group=group, rule=rules.BEFORE) if spans else None


def _clause_head(sentence: Sentence, host: Token) -> Token:
    """The verb of the clause that `host` is part of (a reporting clause is often hung on the subject)."""
    while host.head != host.i and host.pos not in ("VERB", "AUX"):
        host = sentence.tokens[host.head]
    return host


def begins(sentence: Sentence, before: int) -> int:
    """Index of the token that opens the sentence running up to `before` (the parser may have joined two)."""
    for i in range(before - 1, 0, -1):
        token = sentence.tokens[i]
        if token.text in (";", "?", "!") or (
            token.text == "." and i + 1 < before and sentence.tokens[i + 1].text[0] not in _CLOSING
        ):
            return i + 1
    return 0


def _addressee(sentence: Sentence, verb: Token, group: VerbGroup) -> Token | None:
    if group.audience:
        found = child(sentence, verb, "dobj", "dative")
        if found is not None and found.dep == "dative" and found.pos == "ADP":
            found = child(sentence, found, "pobj")
        return found
    to = next((c for c in children(sentence, verb, "prep", "dative") if c.lower == "to"), None)
    found = child(sentence, to, "pobj") if to is not None else None
    return found if found is not None and found.pos in ("PROPN", "PRON", "NOUN") and found.i < verb.i + 8 else None


def _infinitive(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    for c in children(sentence, verb, "xcomp", "advcl", "ccomp"):
        if (
            c.i > verb.i
            and _is_bare_infinitive(sentence, c)
            and child(sentence, verb, "dobj") is None
            and child(sentence, c, "nsubj") is None
        ):
            if c.dep == "advcl" and c.left > verb.i + 2:
                continue
            right = right_edge(sentence, verb, c.right)
            return Taken(spans=(sentence.span(c.left, right),), frame="inf", group=group, rule=rules.INFINITIVE)
    return None


def _person(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """Urged Moscow to stop: parsed as object and infinitive or as a clause with its own subject."""
    for c in children(sentence, verb, "xcomp", "ccomp", "advcl"):
        if c.i < verb.i or not _is_bare_infinitive(sentence, c):
            continue
        to = next(k.i for k in children(sentence, c) if k.lower == "to" and k.dep == "aux")
        person = child(sentence, verb, "dobj", "dative") or child(sentence, c, "nsubj")
        if person is None and (
            on := next((k for k in children(sentence, verb, "prep") if k.lower in ("on", "upon", "for", "to")), None)
        ):
            person = child(sentence, on, "pobj")
        if person is None:
            continue
        right = right_edge(sentence, verb, c.right)
        return Taken(
            spans=(sentence.span(min(to, right), right),),
            frame="person",
            group=group,
            rule=rules.ASKED,
            audience=person,
        )
    return None


def _gerund(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    for c in children(sentence, verb, "xcomp", "ccomp"):
        if c.i > verb.i and c.tag == "VBG":
            right = right_edge(sentence, verb, c.right)
            return Taken(spans=(sentence.span(c.left, right),), frame="gerund", group=group, rule=rules.GERUND)
    return None


def _object(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    found = [c for c in children(sentence, verb, "dobj") if c.i > verb.i]
    if not found or _idle(found[0]):
        return None
    right = right_edge(sentence, verb, found[-1].right)
    return Taken(spans=(sentence.span(found[0].left, right),), frame="object", group=group, rule=rules.OBJECT)


def _idle(token: Token) -> bool:
    return (
        token.lower in ("itself", "himself", "herself", "themselves", "which", "whom", "who", "that")
        or token.lemma in words().idle_objects
    )


def _naming(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    found = [c for c in children(sentence, verb, "dobj", "oprd", "ccomp", "xcomp", "prep", "attr") if c.left > verb.i]
    if not found:
        return None
    if found[0].dep == "prep" and found[0].lower not in ("as", "to"):
        return None
    if (
        verb.lemma not in ("accuse", "blame", "fault")
        and group.act.value == "assert"
        and not _names(sentence, verb, found)
    ):
        return None
    right = right_edge(sentence, verb, max(c.right for c in found[:2]))
    return Taken(spans=(sentence.span(found[0].left, right),), frame="naming", group=group, rule=rules.NAMING)


def _names(sentence: Sentence, verb: Token, found: list[Token]) -> bool:
    """Does a naming verb name something: object and predicate, or "as"?"""
    if verb.lemma in ("describe",):
        return True
    if any(c.dep in ("oprd", "attr") for c in found):
        return True
    if any(c.dep in ("ccomp", "xcomp") and c.tag not in ("VB", "VBG") for c in found):
        return True
    marker = ("as", "to", "with") if verb.lemma in ("liken", "compare", "refer") else ("as",)
    return any(c.dep == "prep" and c.lower in marker for c in children(sentence, verb)) or any(
        k.dep == "prep" and k.lower in marker for c in found for k in children(sentence, c)
    )


def _preposition(sentence: Sentence, verb: Token, group: VerbGroup, word: str) -> Taken | None:
    for c in children(sentence, verb, "prep", "prt", "dative"):
        if c.lower != word or c.i < verb.i or c.right == c.i:
            continue
        to = next(
            (
                k
                for k in children(sentence, verb, "xcomp", "advcl", "ccomp")
                if k.left > c.right and _is_bare_infinitive(sentence, k)
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
        right = right_edge(sentence, verb, max(c.right, to.right if to else 0))
        return Taken(
            spans=(sentence.span(c.i + 1, right),),
            frame=word,
            group=group,
            rule=rules.PREPOSITION,
            audience=child(sentence, verb, "dobj", "dative") if group.audience else None,
        )
    return None


_FINDERS = (
    ("person", _person),
    ("clause", _clause),
    ("inf", _infinitive),
    ("naming", _naming),
    ("gerund", _gerund),
    ("object", _object),
)
_NAMED = frozenset({"person", "clause", "inf", "naming", "gerund", "object", "quote"})


def coordinates(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Verbs coordinated with `verb`."""
    yield from children(sentence, verb, "conj")
