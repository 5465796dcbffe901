"""Who said what, against PolNeAR-like gold: content, speaker and form of every attribution.

Tokens are runs of letters and digits. A content is the set of tokens of its spans; gold and found contents are paired
one to one by descending Jaccard index of at least one half. Who-said-what asks for the speaker as well: overlap
coefficient of at least one half without function words, or none on both sides.

The set marks hardly any statement inside a statement (134 of 22,000), so nearly every one that sayso reads counts as
wrong; what the figures are for outermost statements alone is given beside them.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.codebook.terms import Act
from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.table import share
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine
from sayso.places import find_places
from sayso.records.statements import FoundStatement, Statement
from sayso.statements import find_statements
from sayso.times import find_times

_TOKEN = re.compile(r"[^\W_]+")
_FUNCTION = frozenset({"a", "an", "the", "of", "and", "s", "to", "by", "for", "in"})
_FORMS = ("direct", "mixed", "indirect")
_IOU = 0.5


class _Gold(msgspec.Struct, frozen=True):
    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    qtype: str | None = None
    speech: bool = True


class _Item(msgspec.Struct, frozen=True):
    id: str
    text: str
    attributions: list[_Gold]


@dataclass(frozen=True, slots=True)
class _Claim:
    """One attribution, gold or found, as token sets."""

    content: frozenset[int]
    source: frozenset[int]
    form: str
    text: str
    speech: bool = True
    why: tuple[str, ...] = ()
    nested: bool = False


class _Tokens:
    """The alphanumeric tokens of a text, and which of them a span covers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self._at: dict[int, int] = {}
        for i, m in enumerate(_TOKEN.finditer(text)):
            self.words.append(m.group().lower())
            self._at.update(dict.fromkeys(range(m.start(), m.end()), i))
        self._quoted = quote_mask(text)

    def ids(self, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
        return frozenset(self._at[k] for start, end in spans for k in range(start, end) if k in self._at)

    def source(self, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
        ids = self.ids(spans)
        return frozenset(i for i in ids if self.words[i] not in _FUNCTION) or ids

    def form(self, spans: Sequence[tuple[int, int]]) -> str:
        marks = [self._quoted[i] for s, e in spans for i in range(s, min(e, len(self.text))) if self.text[i].isalnum()]
        share = sum(marks) / len(marks) if marks else 0
        return "direct" if share >= 0.95 else "indirect" if share == 0 else "mixed"


def quote_mask(text: str) -> bytearray:
    """One byte a character: 1 inside double quotation marks, paired inside a paragraph; a mark without its closing
    mark runs to the end of the paragraph.
    """
    mask = bytearray(len(text))
    for paragraph in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        i, end = paragraph.span()
        while i < end:
            width = 2 if text.startswith("''", i) and i + 2 <= end else 1
            double = width == 2 or text[i] == '"'
            if opened is None:
                if double or text[i] in "“„«":
                    opened = i
            elif double or text[i] in "”»":
                mask[opened : i + width] = b"\1" * (i + width - opened)
                opened = None
            i += width
        if opened is not None:
            mask[opened:end] = b"\1" * (end - opened)
    return mask


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """A JSONL file of attributions -> content F1, who-said-what F1, both also for speech alone, and F1 by form."""
    raw = path.read_bytes()
    items = [msgspec.json.decode(line, type=_Item) for line in raw.splitlines() if line.strip()][:limit]
    every, speech, outermost = Counter[str](), Counter[str](), Counter[str]()
    misses: list[Miss] = []
    for item in items:
        gold, found = _claims(item, engine)
        pairs = _pair(gold, found)
        _count(every, gold, found, pairs)
        outer = [claim for claim in found if not claim.nested]
        _count(outermost, gold, outer, _pair(gold, outer))
        _count(speech, *_speech_only(gold, found, pairs))
        misses += _misses(item.id, gold, found, pairs)
    return Score(
        name=path.stem,
        items=len(items),
        digest=hashlib.sha256(raw).hexdigest(),
        metrics=(
            Metric(
                name="content F1", value=_f1(every, "hit"), peer="citron retrained .546, two people .798 (test part)"
            ),
            Metric(
                name="who said what F1",
                value=_f1(every, "who"),
                peer="citron retrained .489, two people .752 (test part)",
            ),
            Metric(name="content precision", value=share(every["hit"], every["found"])),
            Metric(name="content recall", value=share(every["hit"], every["gold"])),
            Metric(name="content F1, outermost only", value=_f1(outermost, "hit")),
            Metric(name="who said what F1, outermost only", value=_f1(outermost, "who")),
            Metric(name="speech content F1", value=_f1(speech, "hit")),
            Metric(name="speech who said what F1", value=_f1(speech, "who")),
        ),
        rows=tuple(_row(every, form) for form in _FORMS),
        misses=tuple(misses),
        measures_not="Acts, chains of attribution and times and places of the saying; American politics, not war.",
    )


def _claims(item: _Item, engine: Engine) -> tuple[list[_Claim], list[_Claim]]:
    """Gold and found."""
    tokens = _Tokens(item.text)
    document = document_of(item.text, engine)
    places = find_places(document, engine.gazetteer, own=engine.own)
    statements = find_statements(document, find_times(document), places, own=engine.own)
    gold = [
        _Claim(
            tokens.ids(a.content),
            tokens.source(a.source),
            a.qtype or tokens.form(a.content),
            " … ".join(item.text[s:e] for s, e in a.content),
            speech=a.speech,
        )
        for a in item.attributions
    ]
    found = [_found(tokens, statement) for statement in statements]
    return [c for c in gold if c.content], [c for c in found if c.content]


def _found(tokens: _Tokens, statement: FoundStatement) -> _Claim:
    source = [statement.speaker.span] if statement.speaker else []
    return _Claim(
        tokens.ids(statement.content),
        tokens.source(source),
        tokens.form(statement.content),
        " … ".join(tokens.text[s:e] for s, e in statement.content),
        why=tuple(statement.why),
        nested=statement.parent is not None,
    )


def verdicts(line: bytes, statements: Sequence[Statement]) -> tuple[bool | None, ...]:
    """A gold item and the statements read in its text -> for each, whether content and source are right.

    None where the set cannot tell: it marks next to no statements inside statements (12 of 2,325), and no silence.
    """
    item = msgspec.json.decode(line, type=_Item)
    tokens = _Tokens(item.text)
    gold = [_Claim(tokens.ids(a.content), tokens.source(a.source), "", "") for a in item.attributions]
    gold = [claim for claim in gold if claim.content]
    found = [
        _Claim(tokens.ids(s.content), tokens.source([s.speaker_span] if s.speaker_span else []), "", "")
        for s in statements
    ]
    right = {j for i, j in _pair(gold, found).items() if _same_source(gold[i], found[j])}
    return tuple(
        None if s.parent is not None or s.act is Act.DECLINE or not claim.content else j in right
        for j, (s, claim) in enumerate(zip(statements, found, strict=True))
    )


def _pair(gold: list[_Claim], found: list[_Claim]) -> dict[int, int]:
    """Gold index -> found index, greedily by descending overlap."""
    holders: dict[int, list[int]] = {}
    for i, claim in enumerate(gold):
        for token in claim.content:
            holders.setdefault(token, []).append(i)
    candidates = []
    for j, claim in enumerate(found):
        shared = Counter(i for token in claim.content for i in holders.get(token, ()))
        for i, n in shared.items():
            overlap = n / (len(claim.content) + len(gold[i].content) - n)
            if overlap >= _IOU:
                candidates.append((-overlap, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _same_source(gold: _Claim, found: _Claim) -> bool:
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return len(gold.source & found.source) / min(len(gold.source), len(found.source)) >= _IOU


def _count(total: Counter[str], gold: list[_Claim], found: list[_Claim], pairs: dict[int, int]) -> None:
    total["gold"] += len(gold)
    total["found"] += len(found)
    total["hit"] += len(pairs)
    total["who"] += sum(_same_source(gold[i], found[j]) for i, j in pairs.items())
    matched = set(pairs.values())
    for i, claim in enumerate(gold):
        total[f"{claim.form} gold"] += 1
        total[f"{claim.form} recalled"] += i in pairs
    for j, claim in enumerate(found):
        total[f"{claim.form} found"] += 1
        total[f"{claim.form} right"] += j in matched


def _speech_only(
    gold: list[_Claim],
    found: list[_Claim],
    pairs: dict[int, int],
) -> tuple[list[_Claim], list[_Claim], dict[int, int]]:
    """The same pairing without gold that is no speech, and without what was paired with it."""
    free = {j for i, j in pairs.items() if not gold[i].speech}
    kept_gold = [i for i, claim in enumerate(gold) if claim.speech]
    kept_found = [j for j in range(len(found)) if j not in free]
    renamed = {kept_gold.index(i): kept_found.index(j) for i, j in pairs.items() if gold[i].speech}
    return [gold[i] for i in kept_gold], [found[j] for j in kept_found], renamed


def _misses(where: str, gold: list[_Claim], found: list[_Claim], pairs: dict[int, int]) -> Iterator[Miss]:
    for i, claim in enumerate(gold):
        if i not in pairs:
            yield Miss(where=where, kind="missed", text=claim.text, gold=claim.form, predicted="")
    matched = set(pairs.values())
    for j, claim in enumerate(found):
        if j not in matched:
            yield Miss(where=where, kind="spurious", text=claim.text, gold="", predicted=claim.form, why=claim.why)


def _row(total: Counter[str], form: str) -> Row:
    precision = share(total[f"{form} right"], total[f"{form} found"])
    recall = share(total[f"{form} recalled"], total[f"{form} gold"])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Row(
        name=form,
        gold=total[f"{form} gold"],
        predicted=total[f"{form} found"],
        figures=(("precision", precision), ("recall", recall), ("F1", f1)),
    )


def _f1(total: Counter[str], hit: str) -> float:
    return share(2 * total[hit], total["found"] + total["gold"])
