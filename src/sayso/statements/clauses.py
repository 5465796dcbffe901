"""What a reporting verb takes as a clause: after it, before it, or around it."""

from dataclasses import dataclass, replace

from sayso.codebook.terms import PartKind
from sayso.nlp.tree import child, children
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.appended import as_said, cut_short
from sayso.statements.conditions import condition_end
from sayso.statements.cues import VerbGroup, nouns, verbs, words
from sayso.statements.settings import is_setting, tells_when
from sayso.text import Span

_LONG_OBJECT = 5
_MEMBERS = 8
_OPENERS = frozenset({"that", ",", ":", "--", "–", "—"})
_CLOSING = frozenset("\"'”’»)],")


_HUNG = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "acl", "appos", "relcl"})
_HOSTS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "CCONJ"})
_SET_OFF = frozenset({",", "–", "—", "--", "”", '"', "''"})
_QUOTES = frozenset({"”", '"', "''"})
_JOINING = frozenset({"as", "while", "when", "and", "but", "because", "if", "who", "which", "what", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A complement: its span, the group of the verb for this frame, the rule, and who was addressed."""

    spans: tuple[Span, ...]
    frame: str
    group: VerbGroup
    rule: RuleId
    audience: Token | None = None


def clause(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """A clause after, before or around the verb."""
    after = [c for c in children(sentence, verb, "ccomp") if c.i > verb.i and c.left > verb.i]
    if after and _is_seen(sentence, verb, after[0]):
        return None
    if after:
        taken = _clause_after(sentence, verb, group, after)
        return _with_antecedent(sentence, verb, after[0], taken) if verb.dep == "relcl" else taken
    around = next((c for c in children(sentence, verb, "ccomp") if c.left < verb.i < c.i), None)
    if around is not None and verb.dep == "relcl":
        return _relative(sentence, verb, group, around)
    before = [
        c
        for c in children(sentence, verb, "ccomp")
        if c.i < verb.i and not _parted(sentence, c, verb) and not _is_question(sentence, c)
    ]
    if before:
        return _clause_before(sentence, verb, group, before)
    if verb.lemma in words().firm and not group.audience:
        taken = _unparsed(sentence, verb, group)
        if taken is not None:
            return taken
    return _set_off(sentence, verb, group)


def _is_seen(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """'Officers found her SITTING in a car': somebody perceived at something, unless documents find it."""
    if verb.lemma not in words().perceiving or clause.tag not in ("VBG", "VBN"):
        return False
    if child(sentence, clause, "aux", "auxpass", "mark") is not None:
        return False
    return (who := child(sentence, verb, "nsubj")) is None or who.lemma not in words().evidence


def _set_off(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """What the reporting clause is set off from: 'As X said, ...', 'Talks, he said, had failed'."""
    if is_about_noun(sentence, verb):
        return None
    if verb.dep == "advcl" and not group.stance and (said := as_said(sentence, verb)) is not None:
        return Taken(spans=said, frame="clause", group=group, rule=rules.AS_SAID)
    return _inserted(sentence, verb, group) or _trailing(sentence, verb, group)


def _is_question(sentence: Sentence, clause: Token) -> bool:
    """'Asked whether he would resign, the premier said': tells what was asked."""
    first = sentence.tokens[clause.left]
    if first.lower == "when" and first.i + 1 < clause.right:
        first = sentence.tokens[first.i + 1]
    return first.lower in ("asked", "pressed", "questioned", "quizzed") and first.tag == "VBN"


def _parted(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """'X said 40 had died; the army acknowledged ...': does a semicolon stand between the two?"""
    left = clause_left(sentence, verb)
    return (
        any(t.text == ";" for t in sentence.tokens[clause.i + 1 : left])
        and left > 0
        and (sentence.tokens[left - 1].text == ";")
    )


def _with_antecedent(sentence: Sentence, verb: Token, said: Token, taken: Taken | None) -> Taken | None:
    """'The prisoners the UN says were tortured': what was said is said of the noun."""
    noun = sentence.tokens[verb.head]
    own = child(sentence, said, "nsubj", "nsubjpass", "expl", "csubj")
    if taken is None or own is not None or noun.i > verb.left or taken.audience is not None:
        return taken
    if any(t.tag in ("WDT", "WP", "WRB") or t.lower == "that" for t in sentence.tokens[verb.left : verb.i]):
        return taken
    return replace(taken, spans=(sentence.span(noun.left, verb.left - 1), *taken.spans))


def _clause_after(sentence: Sentence, verb: Token, group: VerbGroup, after: list[Token]) -> Taken | None:
    first = after[0]
    if is_infinitive(sentence, first):
        return None
    left = _skip_that(sentence, first.left)
    found = child(sentence, verb, "dobj", "dative")
    if found is not None and not group.audience and verb.i < found.left < left:
        if _is_told(sentence, found, first):
            return Taken(
                spans=tuple(
                    _coordinated(
                        sentence, first, left, cut_short(sentence, left, right_edge(sentence, verb, first.right))
                    )
                ),
                frame="clause",
                group=group,
                rule=rules.CLAUSE,
                audience=found,
            )
        left = found.left if found.dep == "dobj" else left
    left = _after_that(sentence, left, first)
    right = cut_short(sentence, left, condition_end(sentence, right_edge(sentence, verb, max(c.right for c in after))))
    return Taken(
        spans=tuple(_coordinated(sentence, first, left, right)),
        frame="clause",
        group=group,
        rule=rules.CLAUSE,
        audience=addressee(sentence, verb, group),
    )


def _is_told(sentence: Sentence, found: Token, main: Token) -> bool:
    """'promised him that ...': is the object the one who is told?"""
    that = sentence.tokens[main.left]
    return that.lower == "that" and that.dep == "mark" and (found.pos in ("PRON", "PROPN") or found.dep == "dative")


def _after_that(sentence: Sentence, left: int, main: Token) -> int:
    """Skips what the parser drew into the clause: "saying by state agency Sana | that", "said Sunday | the road"."""
    first = sentence.tokens[left]
    if first.lower == "on" and first.dep == "prep" and left + 2 < main.i:
        day, then = sentence.tokens[left + 1 : left + 3]
        if day.lemma.lower() in words().days and then.pos in ("DET", "PRON", "PROPN"):
            return left + 2
    if first.lemma in words().days and first.dep in ("npadvmod", "tmod", "compound", "nmod") and left + 1 < main.i:
        return (
            left + 1
            if sentence.tokens[left + 1].pos in ("DET", "PRON", "PROPN", "NUM") and first.dep != "compound"
            else left
        )
    for token in sentence.tokens[left : min(left + 4, main.i)]:
        if token.lower == "that" and token.dep == "mark" and token.i > left:
            return token.i + 1
        if token.pos not in ("PROPN", "NOUN"):
            break
    return left


def _coordinated(sentence: Sentence, main: Token, left: int, right: int) -> list[Span]:
    """The clause, parted before each ", and that ...": one span a clause."""
    spans = []
    member = main
    for _ in range(_MEMBERS):
        nxt = child(sentence, member, "conj")
        if nxt is None:
            break
        member = nxt
        that = sentence.tokens[member.left]
        if that.lower != "that" or that.dep != "mark" or not left < that.i < right:
            continue
        end = that.i - 1
        while end > left and (sentence.tokens[end].dep == "cc" or sentence.tokens[end].text == ","):
            end -= 1
        spans.append(sentence.span(left, end))
        left = that.i + 1
    return [*spans, sentence.span(left, right)] if left <= right else spans


def _relative(sentence: Sentence, verb: Token, group: VerbGroup, clause: Token) -> Taken | None:
    """'which he said were empty': the relative word and what follows the cue."""
    cut = min(clause_left(sentence, verb), verb.i)
    left, right = verb.i + 1, cut_short(sentence, verb.i + 1, clause.right)
    if left > right or clause.left >= cut:
        return None
    spans = (sentence.span(clause.left, cut - 1), sentence.span(left, right))
    return Taken(spans=spans, frame="clause", group=group, rule=rules.CLAUSE)


def _unparsed(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """'said many of the ... failed': a clause taken for an object by the parser; in headlines one without a verb."""
    found = child(sentence, verb, "dobj")
    headline = sentence.kind is PartKind.HEADLINE
    if found is None or found.i < verb.i or found.right - found.left < (2 if headline else _LONG_OBJECT):
        return None
    if not headline and not any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") for t in sentence.tokens[found.i : found.right + 1]
    ):
        return None
    span = sentence.span(found.left, right_edge(sentence, verb, found.right))
    return Taken(spans=(span,), frame="clause", group=group, rule=rules.CLAUSE)


def _skip_that(sentence: Sentence, left: int) -> int:
    while left + 1 < len(sentence.tokens) and sentence.tokens[left].lower in _OPENERS:
        left += 1
    return left


def is_infinitive(sentence: Sentence, token: Token) -> bool:
    """Does the verb stand with its own "to"?"""
    return any(c.lower == "to" and c.dep == "aux" for c in children(sentence, token))


def right_edge(sentence: Sentence, verb: Token, right: int, *, narrow: bool = False, stop: bool = False) -> int:
    """Extends a complement that ends at token `right` over what the parser hung on the reporting verb instead; with
    `narrow` not over when, where and in which circumstances it was said; with `stop` not over
    any time or occasion at all.
    """
    for c in children(sentence, verb):
        if c.left <= right:
            continue
        if (narrow and c.dep == "advcl") or is_setting(sentence, c):
            break
        if stop and tells_when(sentence, c):
            break
        if (
            c.dep in ("prep", "npadvmod", "advmod", "dobj", "dep", "oprd", "acomp", "xcomp", "agent")
            and c.left == right + 1
            and not _breaks(c)
        ) or (c.dep == "advcl" and c.left == right + 1 and not reports(sentence, c)):
            right = c.right
        else:
            break
    return right


def _breaks(token: Token) -> bool:
    return token.lower in ("according", "citing") or token.lemma == "accord"


def reports(sentence: Sentence, clause: Token) -> bool:
    """True if `clause` is itself a reporting clause (", adding that ...")."""
    table = verbs(sentence)
    return clause.lemma in table and ("clause" in table[clause.lemma] or "quote" in table[clause.lemma])


def _clause_before(sentence: Sentence, verb: Token, group: VerbGroup, before: list[Token]) -> Taken | None:
    cut, clause = clause_left(sentence, verb), before[0]
    left = begins(sentence, min(clause.i, cut)) if verb.dep == "ROOT" else clause.left
    right = max(c.right for c in before) if clause.right < verb.i else cut - 1
    spans = [sentence.span(left, min(right, cut - 1))] if left <= min(right, cut - 1) else []
    if clause.right > verb.i:
        rest = clause_right(sentence, verb)
        if rest < clause.right and not _breaks(sentence.tokens[rest + 1]):
            spans.append(sentence.span(rest + 1, clause.right))
    if not spans or (spans and verb.i == 0):
        return None
    return Taken(
        spans=tuple(spans),
        frame="clause",
        group=group,
        rule=rules.BEFORE,
        audience=addressee(sentence, verb, group),
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
    """'Talks, he said, had failed' and 'Talks had failed, he said' where the verb hangs on what was said."""
    own = child(sentence, verb, "nsubj")
    if own is None or group.stance or not _is_inserted(sentence, verb, own) or _has_own(sentence, verb, group):
        return None
    left, right = min(verb.i, own.left), clause_right(sentence, verb)
    host = _clause_head(sentence, sentence.tokens[verb.head])
    spans = []
    joined = host.dep == "conj" and host.head < left < host.i
    begin = begins(sentence, left) if host.head == host.i or joined else min(host.left, left)
    if begin <= left - 1:
        spans.append(sentence.span(begin, left - 1))
    if right < host.right and not _breaks(sentence.tokens[right + 1]):
        spans.append(sentence.span(right + 1, _to_semicolon(sentence, right + 1, host.right)))
    return Taken(spans=tuple(spans), frame="clause", group=group, rule=rules.BEFORE) if spans else None


def _has_own(sentence: Sentence, verb: Token, group: VerbGroup) -> bool:
    """'..., reported earning millions', '..., added the words': a cue right before its own complement."""
    for c in children(sentence, verb, "xcomp", "ccomp"):
        if c.i > verb.i and (c.dep == "xcomp" or c.tag == "VBG"):
            return True
    found = child(sentence, verb, "dobj")
    plain = found is not None and found.i > verb.i and found.lemma.lower() not in words().days
    return plain and not group.audience and found is not None and not found.lower.endswith("self")


def _to_semicolon(sentence: Sentence, left: int, right: int) -> int:
    return next((t.i - 1 for t in sentence.tokens[left + 1 : right] if t.text == ";"), right)


def _trailing(sentence: Sentence, verb: Token, group: VerbGroup) -> Taken | None:
    """'..., parents and a teacher said.' where the parse shows no link: a name, a plain cue and nothing more."""
    if (
        verb.lemma not in words().firm
        or verb.tag not in ("VBD", "VBZ", "VBP")
        or child(sentence, verb, "dobj") is not None
    ):
        return None
    if any(t.pos in ("VERB", "AUX", "SCONJ") or t.text == "," for t in sentence.tokens[verb.i + 1 :]):
        return None
    left = verb.i - 1
    while left > 0 and sentence.tokens[left].pos in _NOMINAL:
        left -= 1
    if sentence.tokens[left].text != "," or left == verb.i - 1 or left < _LONG_OBJECT:
        return None
    begin = begins(sentence, left)
    return Taken(spans=(sentence.span(begin, left - 1),), frame="clause", group=group, rule=rules.BEFORE)


def is_about_noun(sentence: Sentence, verb: Token) -> bool:
    """'..., a claim Moscow denied': does the cue take the noun of speech before it as its object?"""
    own = child(sentence, verb, "nsubj")
    if verb.dep != "relcl" or own is None or own.lower in _JOINING:
        return False
    return sentence.tokens[verb.head].lemma in nouns(sentence) and child(sentence, verb, "ccomp", "dobj") is None


def _is_inserted(sentence: Sentence, verb: Token, own: Token) -> bool:
    """Is the clause of `verb` and its subject set off by a mark before it, without a word that joins it?"""
    left, host = min(verb.i, own.left), sentence.tokens[verb.head]
    if verb.dep not in _HUNG or verb.tag in ("VBG", "VB", "VBN") or host.pos not in _HOSTS or left == 0:
        return False
    opening = sentence.tokens[left - 1].text in _QUOTES and sentence.tokens[left - 1].end == sentence.tokens[left].start
    if (
        opening
        or sentence.tokens[left - 1].text not in _SET_OFF
        or sentence.tokens[left].lower in _JOINING
        or own.lower in _JOINING
    ):
        return False
    joined = host.i > verb.i or any(c.dep == "cc" and host.i < c.i < left for c in children(sentence, host))
    return verb.dep != "conj" or not joined


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


def addressee(sentence: Sentence, verb: Token, group: VerbGroup) -> Token | None:
    """Whom the speaker addressed: the object of "told", the "to" of "said to"."""
    if group.audience:
        found = child(sentence, verb, "dobj", "dative")
        if found is not None and found.dep == "dative" and found.pos == "ADP":
            found = child(sentence, found, "pobj")
        return found
    to = next((c for c in children(sentence, verb, "prep", "dative") if c.lower == "to"), None)
    found = child(sentence, to, "pobj") if to is not None else None
    return found if found is not None and found.pos in ("PROPN", "PRON", "NOUN") and found.i < verb.i + 8 else None
