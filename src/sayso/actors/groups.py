"""Common nouns in number that stand for one group: the headline's again, "the attackers", "the rebels"."""

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.lexicon import Lexicon, first_word
from sayso.actors.mention import Mention
from sayso.actors.rules import HEADLINE, ONLY_GROUP
from sayso.codebook.terms import ActorKind, PartKind
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import child, children, conjuncts
from sayso.records.base import RuleId
from sayso.records.language import Document, Sentence, Token
from sayso.text import Span

_JIHADIST = frozenset({"militant", "jihadist", "jihadi", "extremist", "islamist", "terrorist", "insurgent", "fighter"})
_REBEL = frozenset({"rebel", "guerrilla", "guerilla", "insurgent", "separatist", "fighter", "militant"})
_AS_MANY = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "more"})
_FIGHTERS = frozenset({"armed_group", "person"})

_STATE = frozenset({ActorKind.MILITARY, ActorKind.POLICE, ActorKind.GOVERNMENT})


def headline(book: Book, document: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """The lead repeats the headline: the same noun in the first sentence of the body is the same actor."""
    lead = _lead(document)
    if not 0 <= lead <= mention.sentence <= lead + 1:
        return None
    mine = set(mention.modifiers) - _AS_MANY
    for cluster in book.clusters:
        if cluster.named or cluster.lemma != mention.lemma or cluster.kind is not mention.kind or not cluster.places:
            continue
        if mention.owner is not None and (cluster.owner is not None or mention.kind not in _STATE):
            continue
        if any(document.sentences[at[0]].kind is not PartKind.HEADLINE for at in cluster.places):
            continue
        theirs = set(cluster.modifiers) - _AS_MANY
        agree = cluster.country is None or mention.country is None or cluster.country == mention.country
        if agree and (mine <= theirs or theirs <= mine) and (cluster.plural is True) == (mention.plural is True):
            return cluster, HEADLINE
    return None


def only_group(book: Book, document: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """Reads "the attackers", "the rebels": the armed group of the article, where it has had only one so far."""
    if mention.kind is not ActorKind.ARMED_GROUP or mention.plural is not True or mention.owner is not None:
        return None
    if not noun_classes(mention.lemma) >= _FIGHTERS or mention.group is not None or mention.country is not None:
        return None
    here = (mention.sentence, mention.head)
    armed = book.index.kind(ActorKind.ARMED_GROUP)
    if document.sentences[mention.sentence].kind is PartKind.HEADLINE:
        last = (_lead(document) + 2, 0)
        groups = [c for c in armed if c.named and c.places and c.places[0] <= last]
    elif mention.definite and not mention.modifiers:
        groups = [c for c in armed if c.last_before(here) is not None]
    else:
        return None
    group = _only([c for c in groups if c.kept], book, mention.lemma)
    return (group, ONLY_GROUP) if group is not None else None


def _only(groups: list[Cluster], book: Book, lemma: str) -> Cluster | None:
    """The one group that reporters call so: no "rebels" for jihadists; "the attackers" are an unnamed band."""
    named = [c for c in groups if c.named]
    if lemma in _REBEL | _JIHADIST and named:
        low = named[0].name.lower()
        jihadist = any(word in low for word in book.lex.lists["jihadist"])
        return named[0] if len(named) == 1 and lemma in (_JIHADIST if jihadist else _REBEL) else None
    bands = [c for c in groups if not c.named and c.plural is True]
    return bands[0] if len(bands) == 1 else None


def _lead(document: Document) -> int:
    """Index of the first sentence of the body; -1 where nothing comes before it."""
    for sentence in document.sentences:
        if sentence.kind is PartKind.PARAGRAPH:
            return sentence.index if sentence.index else -1
    return -1


def apart(mention: Mention, sentence: Sentence, lex: Lexicon) -> tuple[Mention, ...]:
    """A plural of two nationalities as one mention each: "Indian and Pakistani troops", "envoys of A and B"."""
    if mention.plural is not True:
        return (mention,)
    head = sentence.tokens[mention.head]
    homes = _homes(mention, sentence, lex)
    if len(homes) == 1 and mention.owner is not None:
        return (mention._replace(country=mention.country or homes[0][1]),)
    if len(homes) > 1 or (homes and mention.country is None):
        name = " ".join(t.text for t in sentence.tokens if mention.span.start <= t.start < mention.span.end)
        return tuple(
            mention._replace(
                span=mention.span if k == 0 else Span(head.start, token.end),
                name=f"{name} of {token.text}" if k else mention.name,
                country=iso,
                owner=token.i if mention.owner is not None else None,
            )
            for k, (token, iso) in enumerate(homes)
        )
    found: list[tuple[Token, str]] = []
    for kid in children(sentence, head, "amod", "nmod", "compound"):
        for token in (kid, *children(sentence, kid, "conj")):
            iso = lex.demonyms.get(token.lower)
            if iso is None and token.pos == "PROPN":
                iso = lex.country_words.get(token.lower)
            if iso is not None and token.i < head.i:
                found.append((token, iso))
    if len({iso for _, iso in found}) < 2:
        return (mention,)
    rest = [t.text for t in sentence.tokens[max(t.i for t, _ in found) + 1 : head.i + 1]]
    words = tuple(w for w in mention.modifiers if w not in lex.demonyms)
    return tuple(
        mention._replace(
            span=mention.span if k == 0 else Span(token.start, mention.span.end),
            name=" ".join([token.text, *rest]),
            country=iso,
            owner=mention.owner if mention.owner == token.i else None,
            modifiers=(token.lower, *words),
        )
        for k, (token, iso) in enumerate(found)
    )


def _homes(mention: Mention, sentence: Sentence, lex: Lexicon) -> list[tuple[Token, str]]:
    """The countries that a plural is of, from or, where it lives or rules there, in; each with its token."""
    head = sentence.tokens[mention.head]
    first_noun = sentence.tokens[head.head] if head.dep == "conj" else head
    group = [t for t in conjuncts(sentence, first_noun) if t.tag == head.tag]
    last = max(t.i for t in (head, *group))
    for prep in (p for holder in (head, *group) for p in children(sentence, holder, "prep")):
        inside = prep.lower == "in" and mention.lemma in lex.lists["at_home"]
        if prep.i != last + 1 or not (inside or prep.lower in ("of", "from")):
            continue
        first = child(sentence, prep, "pobj")
        found: list[tuple[Token, str]] = []
        for token in conjuncts(sentence, first) if first is not None else ():
            left = min((c.i for c in children(sentence, token, "compound")), default=token.i)
            words = " ".join(t.lower for t in sentence.tokens[left : token.i + 1])
            body = next((k for text, k in lex.known.get(first_word(words), ()) if text.lower() == words), None)
            iso = lex.country_words.get(words) or lex.seats.get(words) or (body.country if body else None)
            if iso is not None and token.pos == "PROPN":
                found.append((token, iso))
        if found:
            return list({iso: (token, iso) for token, iso in reversed(found)}.values())[::-1]
    return []
