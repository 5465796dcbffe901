"""Verb and names of a sentence -> the clues of each name: short strings that the trained weights are keyed by.

A clue says one thing about how a name stands to the verb (the way through the parse, the words beside it, what the verb
is) or a pair of such things. `training/event_place` and the reader make their clues here, so that they agree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.events.place.names import LOCALITY, Name
from sayso.lexicon.nouns import noun_classes
from sayso.records.language import Sentence, Token

_AT = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "through", "throughout", "within", "over"}
)
_HAPPENINGS = frozenset(
    {"attack", "raid", "clash", "fight", "fighting", "battle", "war", "bombing", "explosion", "blast", "shooting"}
    | {"strike", "airstrike", "ambush", "operation", "offensive", "assault", "incident", "violence", "protest", "rally"}
    | {"demonstration", "march", "accident", "crash", "siege", "gunfight", "shootout", "conflict"}
)
_JOINTS = frozenset(
    {"who", "which", "that", "where", "when", "after", "before", "as", "while", "and", "but", "to", "said", "by"}
    | {"from"}
)
_CLAUSES = frozenset({"who", "which", "that", "where", "when", "after", "before", "as", "while"})
_PEOPLE = frozenset({"actor", "person", "people", "military", "armed_group", "police", "government", "civilians"})
_SITES = frozenset({"place", "facility", "territory"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_DEEPEST = 40
_BUCKETS = ((4, "4-6", 7), (7, "7-11", 12), (12, "12-20", 21))


@dataclass(frozen=True, slots=True)
class _Way:
    """The way from a name up to where it meets the verb's own way up, and down to the verb."""

    above: tuple[int, ...]
    up: tuple[str, ...]
    preps: tuple[str, ...]
    nouns: tuple[Token, ...]
    verbs: int
    down: str
    passed: int
    meets: str
    length: int

    @property
    def inside(self) -> bool:
        """True for a place with a preposition of place somewhere on its way up to the verb itself."""
        return self.verbs == 0 and self.meets == "V" and not _AT.isdisjoint(self.preps)


def clues(sentence: Sentence, verb: Token, names: Sequence[Name], ruled: Iterable[int]) -> list[list[str]]:
    """Sentence, verb, names, positions of those that the rules take -> the clues of each name."""
    tokens, line = sentence.tokens, _line(sentence.tokens, verb.i)
    ways = [_way(tokens, line, verb, name, {n.head for n in names}) for name in names]
    order = sorted(
        range(len(names)),
        key=lambda n: (ways[n].verbs + ways[n].passed, ways[n].length, abs(names[n].head - verb.i)),
    )
    rank = {n: place for place, n in enumerate(order)}
    own, rules = _of_verb(tokens, verb, len(names)), frozenset(ruled)
    told: list[list[str]] = []
    for n, name in enumerate(names):
        way = ways[n]
        others = [m for m in range(len(names)) if m != n]
        inside = min(2, sum(ways[m].inside for m in others))
        said = f"{n in rules}{bool(rules)}"
        told.append(
            [
                *_of_way(verb, name, way),
                *_of_words(tokens, name),
                *_of_distance(tokens, verb, names, n),
                *_of_company(names, ways, n, min(rank[n], 4)),
                f"other={inside}{_tie(way)}{not _AT.isdisjoint(way.preps)}",
                f"rule={said}",
                f"rule={said} v={verb.lemma}",
                *own,
            ]
        )
    return told


def _line(tokens: tuple[Token, ...], i: int) -> tuple[int, ...]:
    """A token and the heads above it."""
    line = [i]
    while len(line) < _DEEPEST and tokens[i].head != i:
        i = tokens[i].head
        line.append(i)
    return tuple(line)


def _way(tokens: tuple[Token, ...], line: tuple[int, ...], verb: Token, name: Name, heads: set[int]) -> _Way:
    above = _line(tokens, name.head)
    met = next((i for i in above if i in line), None)
    up, preps, nouns, verbs = list[str](), list[str](), list[Token](), 0
    for i in above:
        token = tokens[i]
        if i == met:
            break
        if token.pos == "ADP" or token.dep == "prep":
            up.append(f"p:{token.lower}")
            preps.append(token.lower)
        elif i == name.head:
            up.append(token.dep)
        elif token.pos in _NOMINAL:
            up.append(f"{token.dep}:{'C' if i in heads else _kind(token.lemma)}")
            nouns.append(token)
        elif token.pos in ("VERB", "AUX"):
            up.append(f"V:{token.dep}")
            verbs += 1
        else:
            up.append(token.dep)
    steps = [tokens[i] for i in line[: line.index(met)]][::-1] if met is not None else []
    down = [f"{t.dep}:{_kind(t.lemma)}" if t.pos in ("NOUN", "PROPN") else t.dep for t in steps]
    return _Way(
        above=above,
        up=tuple(up),
        preps=tuple(preps),
        nouns=tuple(nouns),
        verbs=verbs,
        down=">".join(down[:5]),
        passed=sum(t.pos in ("VERB", "AUX") for t in steps),
        meets="none" if met is None else "V" if met == verb.i else tokens[met].pos,
        length=len(up) + len(down),
    )


@cache
def _kind(lemma: str) -> str:
    """A noun's class: L locality, F facility or territory, P people, N other."""
    if lemma in LOCALITY:
        return "L"
    classes = noun_classes(lemma)
    return "F" if classes & _SITES else "P" if classes & _PEOPLE else "N"


def _argument(way: _Way) -> str:
    """The argument of the verb inside which a name stands: o object, s subject, a agent, p none of them."""
    if any(step.startswith(("dobj", "nsubjpass")) for step in way.up):
        return "o"
    if any(step.startswith("nsubj") for step in way.up):
        return "s"
    return "a" if any(step.startswith("agent") or step == "p:by" for step in way.up) else "p"


def _tie(way: _Way) -> str:
    """How a name hangs on the verb: att on itself, up on a word above it, off behind another verb."""
    return "att" if way.meets == "V" and not way.verbs else "up" if way.meets != "none" and not way.verbs else "off"


def _of_way(verb: Token, name: Name, way: _Way) -> list[str]:
    """The way through the parse, whole and in parts, with the verb and without it."""
    up, chain, meets, down = ">".join(way.up[:7]), ">".join(way.preps[:3]), way.meets, way.down
    first, last = (way.preps[0], way.preps[-1]) if way.preps else ("-", "-")
    inner, outer = (way.nouns[0].lemma, way.nouns[-1].lemma) if way.nouns else ("-", "-")
    argument, tie, at, lemma, kind = _argument(way), _tie(way), not _AT.isdisjoint(way.preps), verb.lemma, name.feature
    side = "after" if name.head > verb.i else "before"
    happening = "+".join(sorted({t.lemma for t in way.nouns if t.lemma in _HAPPENINGS})[:2])
    return [
        f"up={up}|{down}|{meets}",
        f"up={up}|{meets}",
        f"dn={down}|{meets}",
        f"pp={chain}|{meets}|{down}",
        f"pp={chain}",
        f"fp={first} fc={kind}",
        f"lp={last}",
        f"lp={last} dn={down}",
        f"fp={first} lp={last} {meets}",
        f"top={inner} fp={first}",
        f"last={outer} lp={last}",
        f"last={outer}",
        f"v={lemma} lp={last} {meets}",
        f"v={lemma} dn={down}",
        f"v={lemma} up0={way.up[-1] if way.up else '-'}{meets}",
        f"v={lemma} fc={kind}",
        f"v={lemma} side={side} {argument}",
        f"side={side} lp={last} {meets}",
        f"plen={min(way.length, 12)}",
        f"att={tie}{argument}{at}{first}",
        f"att={tie}{argument} fc={kind}{at}",
        f"att={tie} dn={down}",
        f"att={tie} v={lemma}{argument}",
        f"ev={happening}{tie}{first}",
        f"nn={min(3, len(way.nouns))}{tie}{argument}{last}",
    ]


def _of_words(tokens: tuple[Token, ...], name: Name) -> list[str]:
    """The name itself and the words beside it."""
    first, last, head, kind = name.first, name.last, tokens[name.head], name.feature
    left = tokens[first - 1].lower if first else "^"
    before = tokens[first - 2].lower if first > 1 else "^"
    right = tokens[last + 1].lemma if last + 1 < len(tokens) else "$"
    owner = tokens[head.head].lemma if head.dep in ("compound", "nmod", "poss", "appos") else "-"
    shout = tokens[first].text.isupper() and first == last
    return [
        f"fc={kind}",
        f"fc={kind} hd={head.dep}",
        f"hd={head.dep}",
        f"ow={owner} fc={kind}",
        f"lw={left}",
        f"lw={before} {left}",
        f"rw={right}",
        f"rw={right} fc={kind}",
        f"land={head.lower if kind == 'PCL' else '-'}",
        f"acronym={shout}",
        f"long={min(last - first, 3)}{kind}",
    ]


def _of_distance(tokens: tuple[Token, ...], verb: Token, names: Sequence[Name], n: int) -> list[str]:
    """How far from the verb a name stands and what is between them."""
    head = names[n].head
    low, high = min(head, verb.i), max(head, verb.i)
    side = "after" if head > verb.i else "before"
    between = tokens[low + 1 : high][:60]
    words = {t.lower for t in between}
    verbs = min(sum(t.pos == "VERB" for t in between), 3)
    rivals = min(sum(low < other.head < high for other in names), 3)
    quoted = "q" if words & {'"', "“", "”"} else ""
    clause = "w" if not _CLAUSES.isdisjoint(words) else ""
    joints = " ".join(t.lower for t in between if t.lower in _JOINTS)[:30]
    tags = " ".join(t.tag[:2] for t in between[:9])[:24]
    return [
        f"side={side} d={_bucket(high - low)}",
        f"side={side} vb={verbs}",
        f"vb={verbs} btw={rivals}{side}",
        f"mid={'v' if verbs else '-'}{quoted}{clause}{',' if ',' in words else ''}{side}",
        f"mid2={joints}{side}",
        f"tags={side} {tags}",
    ]


def _of_company(names: Sequence[Name], ways: Sequence[_Way], n: int, rank: int) -> list[str]:
    """How a name stands to the other names: below one, above one, the nearest."""
    name, kind = names[n], names[n].feature
    below = any(name.head in ways[m].above for m in range(len(names)) if m != n)
    heads = {other.head for other in names} - {name.head}
    above = not heads.isdisjoint(ways[n].above)
    listed = min(sum(other.listed for other in names), 9)
    return [
        f"below={below} fc={kind}",
        f"above={above} fc={kind}",
        f"ab={above}{below} {ways[n].up[0] == 'conj' if ways[n].up else False}",
        f"rank={rank}",
        f"rank={rank} nc={_bucket(len(names))}",
        f"rank={min(rank, 3)} fc={kind}",
        f"sole={listed}{kind}{_tie(ways[n])}",
    ]


def _of_verb(tokens: tuple[Token, ...], verb: Token, names: int) -> list[str]:
    """What the verb is, whatever the name."""
    kids = [tokens[i] for i in verb.children]
    thing = next((k for k in kids if k.dep in ("dobj", "nsubjpass")), None)
    doer = next((k for k in kids if k.dep in ("nsubj", "nsubjpass")), None)
    auxiliaries = {k.lower for k in kids if k.dep in ("aux", "auxpass")}
    modal = auxiliaries & {"will", "would", "could", "can", "may", "might", "should", "must", "to"}
    perfect = auxiliaries & {"has", "have", "had"}
    mood = "neg" if any(k.dep == "neg" for k in kids) else "modal" if modal else "perf" if perfect else "plain"
    lemma, noun = verb.lemma, thing.lemma if thing else "-"
    return [
        f"v={lemma}",
        f"vd={verb.dep}",
        f"vt={verb.tag}",
        f"mood={mood}",
        f"v={lemma} vt={verb.tag}",
        f"obj={noun}",
        f"v={lemma} obj={noun}",
        f"nc={_bucket(names)}",
        f"subj={_kind(doer.lemma) if doer else '-'}",
        f"v={lemma} mood={mood}",
        f"over={tokens[verb.head].lemma} vd={verb.dep}",
    ]


def _bucket(number: int) -> str:
    return str(number) if number < 4 else next((name for _, name, below in _BUCKETS if number < below), "21+")
