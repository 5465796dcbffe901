"""Whose side a speaker is on: "it" in what they say is their own body, "they" in their direct speech never is."""

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.rules import PRONOUN
from sayso.codebook.terms import ActorKind
from sayso.nlp.tree import children, subject
from sayso.records.language import Document, Sentence, Token
from sayso.text import Span

_OF_THINGS = frozenset(
    {
        "explode",
        "detonate",
        "land",
        "crash",
        "sink",
        "collapse",
        "fall",
        "burn",
        "occur",
        "begin",
        "start",
        "end",
        "last",
        "cost",
        "contain",
        "come",
        "go",
        "hit",
        "strike",
        "cause",
        "work",
        "fail",
        "help",
        "show",
        "kill",
        "include",
        "involve",
        "require",
    }
)
"""Verbs whose subject "it" may well be a thing of the sentence before ("the army said it exploded")."""
_STATE = frozenset({"GOV", "MIL"})


def side(book: Book, speaker: Cluster) -> Cluster | None:
    """Whom a speaker means by "we": the body that speaks, the group or country that a person speaks for."""
    if speaker.kind is not ActorKind.PERSON:
        return speaker
    if speaker.member is not None and (
        speaker.member.kind is not ActorKind.PARTY or "spokes" in (speaker.title or "").lower()
    ):
        return speaker.member
    return book.country(speaker.country) if speaker.country and speaker.sector in _STATE else None


def own(book: Book, speaker: Cluster | None) -> frozenset[Cluster]:
    """The speaker, whom they speak for, and what those belong to: none of them is "they" in the speaker's mouth."""
    if speaker is None:
        return frozenset()
    found = {speaker}
    ours = side(book, speaker)
    for cluster in (ours, speaker.member, ours.member if ours else None, ours.owner if ours else None):
        if cluster is not None:
            found.add(cluster)
    return frozenset(found)


def said_of_self(book: Book, sentence: Sentence, token: Token) -> Cluster | None:
    """Reads "X says it will": the subject "it" of reported content is the body that speaks or is spoken for."""
    verb = sentence.tokens[token.head]
    says = sentence.tokens[verb.head]
    if token.dep != "nsubj" or verb.dep != "ccomp" or says.i >= token.i or verb.lemma in _OF_THINGS:
        return None
    if says.lemma not in book.lex.verbs["speech"] or any(children(sentence, says, "dobj", "dative", "iobj")):
        return None
    who = subject(sentence, says)
    found = book.tokens.get((sentence.index, who.i), ()) if who is not None else ()
    ours = side(book, found[0]) if len(found) == 1 else None
    return ours if ours is not None and ours.body and ours.plural is not True else None


def drop_reversed(book: Book, document: Document, said: dict[int, Cluster], words: frozenset[str]) -> None:
    """Takes back each "they" in direct speech that was read as the speaker's own side before the side was known."""
    for quotation in document.quotations:
        ours = own(book, said.get(quotation.start))
        first = document.sentence_at(quotation.start)
        if not ours or first is None:
            continue
        for sentence in document.sentences[first.index :]:
            if sentence.start >= quotation.end:
                break
            for token in sentence.tokens:
                at = (sentence.index, token.i)
                if token.lower not in words or not quotation.start <= token.start < quotation.end:
                    continue
                for cluster in book.tokens.get(at, ()):
                    if cluster in ours and book.tokens.get(at) == (cluster,):
                        cluster.spans.pop(Span(token.start, token.end), None)
                        cluster.places = [p for p in cluster.places if p != at]
                        book.tokens.pop(at)
                        if "pronoun" not in cluster.spans.values():
                            cluster.rules.pop(PRONOUN, None)
