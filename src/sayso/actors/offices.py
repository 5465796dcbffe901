"""Offices that stand for their holder: "the president", "the Ohio senator"."""

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.mention import Mention
from sayso.actors.rules import OFFICE
from sayso.codebook.terms import ActorKind
from sayso.records.base import RuleId
from sayso.records.language import Document

PLAIN = frozenset(
    {
        "former",
        "new",
        "own",
        "late",
        "current",
        "then",
        "embattled",
        "veteran",
        "top",
        "senior",
        "same",
        "two",
        "both",
        "three",
        "warring",
        "opposing",
        "rival",
        "other",
        "more",
        "many",
        "several",
        "most",
        "all",
        "some",
    }
)
_OFFICES = {
    "senator": ("sen", "sen."),
    "congressman": ("rep", "rep.", "representative"),
    "congresswoman": ("rep", "rep.", "representative"),
    "representative": ("rep", "rep.", "congressman", "congresswoman"),
    "lawmaker": ("rep", "rep.", "representative", "sen", "sen.", "senator", "congressman", "congresswoman", "mp"),
    "governor": ("gov", "gov."),
    "general": ("gen", "gen."),
    "colonel": ("col", "col."),
    "captain": ("capt", "capt."),
    "major": ("maj", "maj."),
    "admiral": ("adm", "adm."),
    "lieutenant": ("lt", "lt."),
    "sergeant": ("sgt", "sgt."),
    "premier": ("prime",),
}
"""Common noun of an office -> what is printed before its holder's name."""
REACH = 6
"""How many sentences back "the ministry" or "the group" may look."""


def owner_cluster(book: Book, mention: Mention) -> Cluster | None:
    """The cluster that possesses the mention, if its possessor is an actor."""
    if mention.owner is None:
        return None
    owners = book.tokens.get((mention.sentence, mention.owner), ())
    return owners[0] if len(owners) == 1 else None


def before(cluster: Cluster, here: tuple[int, int], reach: int) -> bool:
    """True if the cluster was mentioned at most `reach` sentences back."""
    last = cluster.last_before(here)
    return last is not None and here[0] - last[0] <= reach


def office(book: Book, document: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """Reads "the president", "the Turkish foreign minister": the last person introduced so."""
    if mention.kind is not ActorKind.PERSON or not mention.definite or mention.plural:
        return None
    here = (mention.sentence, mention.head)
    wanted = {w for w in mention.modifiers if w not in book.lex.demonyms and w not in PLAIN}
    where = _from_where(document, mention) - book.lex.country_words.keys() - book.lex.demonyms.keys()
    where -= book.lex.titles.keys() | book.lex.lists["portfolio"] | PLAIN
    wanted -= where
    owner = owner_cluster(book, mention)
    country = (None if where else mention.country) or (owner.country if owner else None)
    if mention.owner is not None and country is None and not _owned_by(document, mention, where):
        return None
    offices = {mention.lemma, *_OFFICES.get(mention.lemma, ())}
    if not (country or wanted or where or mention.owner is not None):
        topic = _topic(book, document, here, offices)
        if topic is not None:
            return topic, OFFICE
    for cluster in book.recent(here, people=True):
        holds = not offices.isdisjoint(cluster.titles) or (not cluster.named and cluster.lemma == mention.lemma)
        if not holds:
            continue
        if country and cluster.country and cluster.country != country:
            continue
        if country and not cluster.country:
            continue
        if cluster.named and wanted <= cluster.titles | set(cluster.modifiers):
            return cluster, OFFICE
        if not cluster.named and wanted <= set(cluster.modifiers) and before(cluster, here, REACH):
            return cluster, OFFICE
    return None


def _topic(book: Book, document: Document, here: tuple[int, int], offices: set[str]) -> Cluster | None:
    """Of two named holders of an office, the one that was the subject of a sentence last: whom the text is about."""
    holders = [c for c in book.recent(here, people=True) if c.named and not offices.isdisjoint(c.titles)]
    if len(holders) < 2:
        return None
    leading = [(at, c) for c in holders for at in c.places if at < here and _leads(document, *at)]
    last = max(leading, key=lambda found: found[0], default=None)
    return last[1] if last is not None and here[0] - last[0][0] <= REACH else None


def _leads(document: Document, sentence: int, head: int) -> bool:
    """Is this mention the subject of its sentence's main clause?"""
    tokens = document.sentences[sentence].tokens
    return tokens[head].dep in ("nsubj", "nsubjpass") and tokens[tokens[head].head].dep == "ROOT"


def _from_where(document: Document, mention: Mention) -> set[str]:
    """Capitalised modifiers, which say where an office is held: "the Ohio senator"."""
    tokens = document.sentences[mention.sentence].tokens
    kids = [tokens[i] for i in tokens[mention.head].children if i < mention.head]
    return {t.lower for t in kids if t.tag == "NNP" and t.text[0].isupper() and not t.text.isupper()}


def _owned_by(document: Document, mention: Mention, words: set[str]) -> bool:
    tokens = document.sentences[mention.sentence].tokens
    return mention.owner is not None and tokens[mention.owner].lower in words
