"""Pronouns -> clusters: agreement, binding, salience; ties and doubtful cases stay open.

A referent is any noun phrase met so far, things included: where a thing is the best antecedent of "it", the pronoun
names no actor.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.sides import own
from sayso.codebook.terms import ActorKind, PartKind
from sayso.nlp.tree import ancestors, children, head_of, subject
from sayso.records.language import Document, Sentence, Token
from sayso.text import Span

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
POSSESSIVE = frozenset({"his", "her", "its", "their"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_MARKS = frozenset({'"', "“", "”", "‘", "’"})
_WEIGHT = {
    "nsubj": 80,
    "nsubjpass": 72,
    "dobj": 50,
    "dative": 46,
    "iobj": 46,
    "poss": 42,
    "agent": 50,
    "pobj": 32,
    "appos": 26,
    "conj": 40,
    "ROOT": 45,
    "attr": 30,
}
_DECAY, _FAR = 0.62, 0.52
"""Weight kept a sentence further back: for people, and for what "it" and "they" may mean."""
_REACH = {"he": 3, "she": 3, "it": 1, "they": 2}
_MARGIN = {"he": 1.03, "she": 1.03, "it": 1.12, "they": 1.2}
"""How much better than the runner-up the best antecedent must be, by pronoun (set on development articles)."""
_PLEONASTIC = frozenset(
    {
        "be",
        "seem",
        "appear",
        "happen",
        "take",
        "become",
        "remain",
        "turn",
        "rain",
        "snow",
        "make",
        "look",
        "mean",
        "matter",
    }
)


class Referent(NamedTuple):
    """A noun phrase that a pronoun may mean; no clusters for a thing."""

    sentence: int
    head: int
    clusters: tuple[Cluster, ...]
    plural: bool | None
    weight: float
    subject: bool
    quotation: int | None
    speaks: bool


class Resolver:
    """Resolves the pronouns of one document in text order."""

    def __init__(self, document: Document, book: Book, speakers: dict[int, Cluster]) -> None:
        self._document, self._book, self._speakers = document, book, speakers
        self._referents: list[Referent] = []
        self._ends = {q.start: q.end for q in document.quotations}
        self._asked: set[int] = set()
        self._quoted = {
            at for q in document.quotations for at in _sentences_of(document, Span(q.start, max(q.end, q.start + 1)))
        }

    def quote_at(self, sentence: int, token: int) -> int | None:
        """Start of the quotation that holds the token, or None."""
        if sentence not in self._quoted:
            return None
        found = self._document.quotation_at(self._document.sentences[sentence].tokens[token].start)
        return None if found is None else found.start

    def meet(self, sentence: Sentence, token: Token, clusters: tuple[Cluster, ...], *, plural: bool | None) -> None:
        """Takes note of a noun phrase as a possible antecedent."""
        dep = token.dep
        up = head_of(sentence, token)
        if dep == "pobj" and up is not None and up.dep == "agent":
            dep = "agent"
        weight = float(_WEIGHT.get(dep, 22))
        if dep == "conj" and up is not None:
            weight = float(_WEIGHT.get(up.dep, 22)) * 0.8
        speaks = dep == "nsubj" and up is not None and up.lemma in self._book.lex.verbs["speech"]
        if sentence.kind is PartKind.HEADLINE:
            weight *= 0.8
        self._referents.append(
            Referent(
                sentence=sentence.index,
                head=token.i,
                clusters=clusters,
                plural=plural,
                weight=weight + (8 if speaks else 0),
                subject=dep in ("nsubj", "nsubjpass"),
                quotation=self.quote_at(sentence.index, token.i),
                speaks=speaks,
            )
        )

    def resolve(self, sentence: Sentence, token: Token) -> tuple[Cluster, ...]:
        """The clusters a pronoun stands for; empty where that is not clear."""
        word = token.lower
        if word in REFLEXIVE:
            own = subject(sentence, sentence.tokens[token.head])
            found = self._book.tokens.get((sentence.index, own.i), ()) if own is not None else ()
            return found if all(self._fits(c, word) for c in found) else ()
        group = "he" if word in HE else "she" if word in SHE else "it" if word in IT else "they"
        if (group == "it" and self._empty(sentence, token)) or _generic(sentence, token):
            return ()
        ahead = self._fronted(sentence, token, group)
        if ahead:
            return ahead
        scores: dict[tuple[int, ...], float] = {}
        best: dict[tuple[int, ...], tuple[Cluster, ...]] = {}
        for referent, score in self._candidates(sentence, token, group):
            key = tuple(c.number for c in referent.clusters) or (-1, referent.sentence, referent.head)
            if score > scores.get(key, 0.0):
                scores[key], best[key] = score, referent.clusters
        if not scores:
            return ()
        ranked = sorted(scores, key=lambda key: (-scores[key], key))
        if len(ranked) > 1 and scores[ranked[0]] < scores[ranked[1]] * _MARGIN[group]:
            return ()
        return best[ranked[0]]

    def _fronted(self, sentence: Sentence, token: Token, group: str) -> tuple[Cluster, ...]:
        """The named subject that follows a fronted phrase: "In his speech, X said", "When he arrived, X was ..."."""
        below = token
        for up in ancestors(sentence, token):
            if up.pos in ("VERB", "AUX") and below.dep in ("prep", "advcl") and below.i < up.i:
                own = next((c for c in children(sentence, up) if c.dep in ("nsubj", "nsubjpass")), None)
                if own is None or own.i < token.i or own.pos != "PROPN":
                    return ()
                found = self._book.tokens.get((sentence.index, own.i), ())
                person = group in ("he", "she")
                return found if found and all(self._fits(c, group) and (person or c.body) for c in found) else ()
            below = up
        return ()

    def _candidates(self, sentence: Sentence, token: Token, group: str) -> Iterator[tuple[Referent, float]]:
        barred = self._barred(sentence, token)
        quote = self.quote_at(sentence.index, token.i)
        speaker = self._speaker(quote, token) if quote is not None else None
        ours = own(self._book, speaker) if group == "they" else frozenset({speaker} - {None})
        verb = sentence.tokens[token.head]
        says = token.dep == "nsubj" and verb.lemma in self._book.lex.verbs["speech"]
        animate = group == "they" and says
        near = self._own_subject(sentence, token) if token.dep == "poss" else frozenset()
        above = {t.i for t in _inside(sentence, token)}
        for referent in reversed(self._referents):
            distance = sentence.index - referent.sentence
            if distance > _REACH[group] or self._section(referent.sentence) != self._section(sentence.index):
                break
            if distance == 0 and (referent.head >= token.i or referent.head in above):
                continue
            if not self._agrees(referent, group, animate=animate):
                continue
            if any(c in barred or c in ours for c in referent.clusters):
                continue
            score = _score(referent, distance, group, quote)
            if distance == 0:
                score -= 0.05 * (token.i - referent.head)
            if token.dep == "nsubj" and referent.subject:
                score += 12
            if says and quote is None and referent.speaks:
                score += 15
            yield referent, score + (18 if near.intersection(referent.clusters) else 0)

    def _section(self, sentence: int) -> int:
        """The entry of a live page, or the story of a digest, that a sentence stands in."""
        return self._document.parts[self._document.sentences[sentence].part].section

    def _speaker(self, quote: int, token: Token) -> Cluster | None:
        """Who says the quotation; if a pronoun does ("...," he said), that is resolved first."""
        known = self._speakers.get(quote)
        if known is not None or quote in self._asked:
            return known
        self._asked.add(quote)
        for sentence in self._around(quote):
            who = saying(sentence, quote, self._ends[quote], self._book)
            if who is not None and who.lower in HE | SHE and who.i != token.i:
                found = self.resolve(sentence, who)
                if len(found) == 1:
                    self._speakers[quote] = found[0]
                return found[0] if len(found) == 1 else None
        return None

    def _around(self, quote: int) -> Iterator[Sentence]:
        for offset in (self._ends[quote] - 1, quote):
            sentence = self._document.sentence_at(offset)
            if sentence is not None:
                yield sentence

    def _agrees(self, referent: Referent, group: str, *, animate: bool) -> bool:
        clusters = referent.clusters
        if group == "they":
            if not clusters:
                return referent.plural is True and not animate
            return (
                len(clusters) > 1
                or referent.plural is not False
                or (clusters[0].body and clusters[0].kind is not ActorKind.COUNTRY)
            )
        if len(clusters) > 1 or referent.plural is True:
            return False
        if not clusters:
            return group == "it"
        return self._fits(clusters[0], group)

    @staticmethod
    def _fits(cluster: Cluster, word: str) -> bool:
        person = cluster.kind is ActorKind.PERSON
        if word in HE or word == "he":
            return person and cluster.gender != "f"
        if word in SHE or word == "she":
            return person and cluster.gender != "m"
        if word in IT:
            return cluster.body and cluster.plural is not True
        return True

    def _barred(self, sentence: Sentence, token: Token) -> frozenset[Cluster]:
        """Clusters that binding forbids: the subject of the pronoun's own clause; "came to its aid"."""
        governor = sentence.tokens[token.head]
        if token.dep == "poss":
            if governor.lemma not in self._book.lex.nouns["disjoint"]:
                return frozenset()
            verb = next((a for a in ancestors(sentence, governor) if a.pos in ("VERB", "AUX")), None)
            if verb is None or verb.lemma not in ("come", "rush", "go", "hurry", "run"):
                return frozenset()
            return self._of_subject(sentence, verb)
        verb = governor
        while verb.pos == "ADP" and verb.head != verb.i:
            verb = sentence.tokens[verb.head]
        if token.dep in ("nsubj", "nsubjpass") or verb.pos not in ("VERB", "AUX"):
            return frozenset()
        return self._of_subject(sentence, verb)

    def _own_subject(self, sentence: Sentence, token: Token) -> frozenset[Cluster]:
        """The subject of the clause that holds a possessive: "X said Y raised her hand"."""
        verb = next((a for a in ancestors(sentence, token) if a.pos in ("VERB", "AUX")), None)
        return self._of_subject(sentence, verb) if verb is not None else frozenset()

    def _of_subject(self, sentence: Sentence, verb: Token) -> frozenset[Cluster]:
        own = subject(sentence, verb)
        return frozenset(self._book.tokens.get((sentence.index, own.i), ())) if own is not None else frozenset()

    def _empty(self, sentence: Sentence, token: Token) -> bool:
        """Reads "it is clear that", "it rained", and objects: no actor unless something human happens to it."""
        verb = sentence.tokens[token.head]
        if token.dep in ("poss",):
            return False
        if token.dep in ("nsubj", "nsubjpass"):
            if verb.lemma in _PLEONASTIC or verb.pos not in ("VERB", "AUX"):
                return True
            clausal = any(c.dep in ("ccomp", "csubj", "csubjpass") for c in children(sentence, verb))
            return token.dep == "nsubjpass" and (clausal or verb.lemma not in self._book.lex.verbs["human_object"])
        if token.dep in ("dobj", "dative", "iobj"):
            return verb.lemma not in self._book.lex.verbs["it_object"]
        return True


def _sentences_of(document: Document, span: Span) -> Iterator[int]:
    """Indices of the sentences that a span touches."""
    first = bisect_right(document.sentences, span.start, key=lambda s: s.end)
    for sentence in document.sentences[first:]:
        if sentence.start >= span.end:
            return
        yield sentence.index


def _score(referent: Referent, distance: int, group: str, quote: int | None) -> float:
    """Salience of a referent: its role, how far back it is, whether it was quoted, how often it is mentioned."""
    people = group in ("he", "she")
    score = referent.weight * (_DECAY if people else _FAR) ** distance * (1.1 if distance == 0 else 1.0)
    if referent.quotation is not None and referent.quotation != quote:
        score *= 0.45
    spans = sum(len(c.spans) for c in referent.clusters)
    score += min(2.5 * spans, 20) + (8 if referent.clusters[0].named else 0) if people else min(spans, 6)
    if group == "they" and len(referent.clusters) == 1 and referent.plural is not True:
        score *= 1.0 if referent.clusters[0].plural is True else 0.75
    return score


def _generic(sentence: Sentence, token: Token) -> bool:
    """One half of "his or her", and a pronoun in quotation marks of its own."""
    around = [sentence.tokens[i].lower for i in range(max(0, token.i - 2), min(len(sentence.tokens), token.i + 3))]
    if "or" in around and len(set(around) & (HE | SHE)) > 1:
        return True
    before = sentence.tokens[token.i - 1].text if token.i else ""
    after = sentence.tokens[token.i + 1].text if token.i + 1 < len(sentence.tokens) else ""
    return before in _MARKS and after[:1] in _MARKS


def _inside(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Nouns whose own phrase holds the pronoun without a clause between: they cannot be meant."""
    below = token
    for up in ancestors(sentence, token):
        if up.pos in ("VERB", "AUX") or below.dep == "conj":
            return
        below = up
        if up.pos in ("NOUN", "PROPN", "PRON"):
            yield up


def speakers(document: Document, book: Book) -> dict[int, Cluster]:
    """Start of each quotation -> the cluster that says it, by the nearest subject of a verb of speech around it."""
    found: dict[int, Cluster] = {}
    last: tuple[int, Cluster] | None = None
    for quotation in document.quotations:
        who: Cluster | None = None
        closing, opening = (
            document.sentence_at(max(quotation.start, quotation.end - 1)),
            document.sentence_at(quotation.start),
        )
        for sentence in dict.fromkeys(s.index for s in (closing, opening) if s is not None):
            who = who or _said_by(document.sentences[sentence], quotation.start, quotation.end, book)
        part = opening.part if opening is not None else -1
        if who is None and last is not None and last[0] == part:
            who = last[1]
        if who is not None:
            found[quotation.start] = who
            last = (part, who)
    return found


def _said_by(sentence: Sentence, start: int, end: int, book: Book) -> Cluster | None:
    token = saying(sentence, start, end, book)
    who = book.tokens.get((sentence.index, token.i), ()) if token is not None else ()
    return who[0] if len(who) == 1 else None


def saying(sentence: Sentence, start: int, end: int, book: Book) -> Token | None:
    """The subject of the verb of speech nearest to the quotation [start, end), outside of it."""
    options = []
    for token in sentence.tokens:
        if token.dep != "nsubj" or start <= token.start < end:
            continue
        verb = sentence.tokens[token.head]
        if verb.lemma in book.lex.verbs["speech"] and not start <= verb.start < end:
            options.append((min(abs(token.start - end), abs(start - token.end)), token))
    return min(options, key=lambda option: option[0])[1] if options else None
