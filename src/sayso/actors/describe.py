"""Common nouns that stand for an actor already at hand: appositions, offices, "the ministry", "its army"."""

from collections.abc import Sequence

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.groups import headline, only_group
from sayso.actors.members import ends_in
from sayso.actors.mention import Mention
from sayso.actors.offices import PLAIN, REACH, before, office, owner_cluster
from sayso.actors.rules import APPOSITION, LAST_BODY, OWN_COUNTRY, OWNED, SAME_GROUP
from sayso.codebook.terms import ActorKind
from sayso.nlp.tree import child, children
from sayso.records.base import RuleId
from sayso.records.language import Document, Token

_BE = frozenset({"be", "become", "remain"})
_GENERAL = {
    "group": (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.PARTY),
    "organisation": (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.INTERGOVERNMENTAL),
    "organization": (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.INTERGOVERNMENTAL),
    "movement": (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.PARTY),
    "militia": (ActorKind.ARMED_GROUP,),
    "agency": (ActorKind.MEDIA, ActorKind.ORGANISATION, ActorKind.INTERGOVERNMENTAL, ActorKind.POLICE),
    "newspaper": (ActorKind.MEDIA,),
    "paper": (ActorKind.MEDIA,),
    "channel": (ActorKind.MEDIA,),
    "broadcaster": (ActorKind.MEDIA,),
    "network": (ActorKind.MEDIA,),
    "bloc": (ActorKind.INTERGOVERNMENTAL,),
    "alliance": (ActorKind.INTERGOVERNMENTAL, ActorKind.ORGANISATION),
    "body": (ActorKind.INTERGOVERNMENTAL, ActorKind.ORGANISATION),
    "party": (ActorKind.PARTY,),
    "company": (ActorKind.BUSINESS, ActorKind.ORGANISATION),
    "firm": (ActorKind.BUSINESS, ActorKind.ORGANISATION),
    "watchdog": (ActorKind.ORGANISATION, ActorKind.INTERGOVERNMENTAL),
    "charity": (ActorKind.ORGANISATION,),
    "monitor": (ActorKind.ORGANISATION,),
}
_NO_GROUPS = frozenset(
    {
        "university",
        "college",
        "school",
        "hospital",
        "museum",
        "court",
        "commission",
        "council",
        "committee",
        "institute",
    }
)
"""Words in the names of bodies that nobody calls a group, a movement or an agency."""
_SINGLE = frozenset(
    {
        ActorKind.GOVERNMENT,
        ActorKind.MILITARY,
        ActorKind.POLICE,
        ActorKind.CIVILIANS,
        ActorKind.ORGANISATION,
        ActorKind.PARTY,
        ActorKind.ARMED_GROUP,
    }
)
"""Kinds of which an owner is taken to have one by each noun ("Assad's regime", "the Assad regime")."""
_GENERIC = frozenset(
    {
        "people",
        "person",
        "man",
        "woman",
        "child",
        "other",
        "others",
        "family",
        "member",
        "official",
        "admiral",
        "general",
    }
)
"""Bare plurals that are new people at each mention."""
_ONE_EACH = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.PARTY, ActorKind.BUSINESS})
"""Kinds of which an article has one by each noun, however far back ("the army")."""
_COLLECTIVE = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.MILITARY,
        ActorKind.CIVILIANS,
        ActorKind.POLICE,
        ActorKind.GOVERNMENT,
        ActorKind.PEOPLE,
        ActorKind.UNNAMED,
    }
)


def describe(book: Book, document: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """A common-noun mention -> the cluster it stands for and the rule, or None where it opens its own."""
    for find in (_beside, _labelled, _country, _owned, headline, office, _body, _group, only_group):
        found = find(book, document, mention)
        if found is not None and not (find is office and _elsewhere(document, mention, found[0])):
            return found
    return None


def _elsewhere(document: Document, mention: Mention, cluster: Cluster) -> bool:
    """True for a person told of only in other stories of a digest or entries of a live page: "the minister" of this
    one is another.
    """
    if cluster.kind is not ActorKind.PERSON or mention.kind is not ActorKind.PERSON or mention.owner is not None:
        return False
    here = _section(document, mention.sentence)
    return here > 0 and all(_section(document, sentence) not in (0, here) for sentence, _ in cluster.places)


def _section(document: Document, sentence: int) -> int:
    return document.parts[document.sentences[sentence].part].section


def _at(book: Book, mention: Mention, token: Token) -> Cluster | None:
    found = book.tokens.get((mention.sentence, token.i), ())
    return found[0] if len(found) == 1 else None


def _beside(book: Book, document: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """Apposition and predicate noun: "X, the spokesman", "X is the leader of Y"."""
    sentence = document.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    up = sentence.tokens[token.head]
    if token.dep == "conj" and up.dep == "attr":
        token, up = up, sentence.tokens[up.head]
    others = [sentence.tokens[i] for i in token.children if sentence.tokens[i].dep == "appos"]
    if token.dep == "appos":
        others.insert(0, up)
    elif (
        token.dep == "attr"
        and up.lemma in _BE
        and not _supposed(document, mention, up)
        and not any(sentence.tokens[i].dep == "neg" for i in up.children)
    ):
        others = [sentence.tokens[i] for i in up.children if sentence.tokens[i].dep == "nsubj"]
    named = sentence.tokens[mention.head + 1 : mention.head + 2]
    others += [t for t in named if t.tag == "NNP" and _close(token, t)]
    for other in others:
        cluster = _at(book, mention, other)
        if cluster is None or not cluster.named:
            continue
        person = cluster.kind is ActorKind.PERSON
        fits = (
            mention.kind is ActorKind.PERSON
            if person
            else mention.kind not in (ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.CIVILIANS)
        )
        if fits and mention.plural is not True and cluster.kind is not ActorKind.COUNTRY:
            return cluster, APPOSITION
    return None


def _close(noun: Token, name: Token) -> bool:
    """Reads "the rebel coalition ABC", whichever of the two the parser takes for the head."""
    return name.head == noun.i or noun.head == name.i or (name.head == noun.head and name.dep == noun.dep != "compound")


def _supposed(document: Document, mention: Mention, verb: Token) -> bool:
    """As in "if he were a general", "would be a leader": said of nobody."""
    tokens = document.sentences[mention.sentence].tokens
    return any(tokens[i].tag == "MD" or tokens[i].lower == "if" for i in verb.children)


def _labelled(book: Book, _: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """Reads "the ISIL group", "Reuters news agency", "the Hezbollah movement": the name with what it is."""
    if mention.group is None or mention.lemma not in _GENERAL or mention.plural:
        return None
    found = next(iter(book.index.lemma(mention.group)), None)
    return (found, APPOSITION) if found is not None else None


def _country(book: Book, _: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """Reads "his country", "the country": the owner's, else the country that acted last."""
    if mention.kind is not ActorKind.COUNTRY or mention.plural:
        return None
    if mention.owner is not None:
        owner = owner_cluster(book, mention)
        iso = owner.country if owner else None
        return (book.make_country(iso), OWN_COUNTRY) if iso else None
    if not mention.definite or mention.modifiers:
        return None
    here = (mention.sentence, mention.head)
    named = [c for c in book.index.kind(ActorKind.COUNTRY) if c.named]
    for since in (here[0], here[0] - 2):
        recent = [c for c in named if any((since, 0) <= at < here for at in c.told)]
        if recent:
            return (recent[0], LAST_BODY) if len(recent) == 1 else None
    return None


def _owned(book: Book, _: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """Reads "its army", "Armenia's foreign ministry": the same body of the same owner, met before."""
    owner = owner_cluster(book, mention)
    if owner is None or (mention.kind is ActorKind.PERSON and owner.kind is ActorKind.PERSON):
        return None
    for cluster in reversed(book.index.lemma(mention.lemma)):
        if cluster.owner is owner and cluster.lemma == mention.lemma and cluster.kind is mention.kind and owner.named:
            return (cluster, OWNED) if mention.kind in _SINGLE else None
        same = cluster.lemma == mention.lemma and set(cluster.modifiers) <= set(mention.modifiers) | _demonyms(
            book, owner
        )
        if (
            same
            and (cluster.member is owner or (cluster.country and cluster.country == owner.country))
            and cluster.kind is mention.kind
        ):
            return (cluster, OWNED) if mention.kind is not ActorKind.PERSON else None
    return None


def _demonyms(book: Book, owner: Cluster) -> set[str]:
    return {word for word, iso in book.lex.demonyms.items() if iso and iso == owner.country} if owner.country else set()


def _body(book: Book, document: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """Reads "the ministry", "the group", "the council": the last body of that sort."""
    if (
        not mention.definite
        or mention.plural
        or mention.kind in (ActorKind.PERSON, ActorKind.CIVILIANS, ActorKind.PEOPLE, ActorKind.COUNTRY)
    ):
        return None
    here = (mention.sentence, mention.head)
    owner = owner_cluster(book, mention)
    country = mention.country or (owner.country if owner else None)
    another = mention.kind is ActorKind.GOVERNMENT and not {"new", "former", "next"}.isdisjoint(mention.modifiers)
    if (mention.owner is not None and country is None) or another or _placed(document, mention):
        return None
    wanted = {
        w
        for w in mention.modifiers
        if w not in book.lex.demonyms and w not in book.lex.country_words and w not in PLAIN
    }
    for cluster in book.recent(here, people=False):
        if not before(cluster, here, REACH):
            break
        if (country and cluster.country and cluster.country != country) or cluster.plural is True:
            continue
        if country and not cluster.country and not cluster.named:
            continue
        words = set(cluster.name.lower().split()) | {cluster.lemma.lower()}
        general = (
            mention.lemma in _GENERAL
            and cluster.kind in _GENERAL[mention.lemma]
            and cluster.named
            and not country
            and words.isdisjoint(_NO_GROUPS)
        )
        if (mention.lemma in words and wanted <= words | set(cluster.modifiers)) and not _other_sort(cluster, mention):
            return cluster, LAST_BODY
        if general and not wanted - {
            "militant",
            "armed",
            "rebel",
            "news",
            "terrorist",
            "terror",
            "jihadist",
            "islamist",
            "extremist",
            "rights",
        }:
            return cluster, LAST_BODY
    far = () if wanted or mention.kind not in _ONE_EACH else _far(book, mention, country)
    return (far[0], LAST_BODY) if len(far) == 1 else None


def _far(book: Book, mention: Mention, country: str | None) -> Sequence[Cluster]:
    """The bodies of the noun that were mentioned anywhere before: "the army"."""
    here = (mention.sentence, mention.head)
    found = []
    for cluster in book.index.ending(mention.lemma):
        other = country and (cluster.country != country if cluster.country else not cluster.named)
        if other or cluster.plural is True or cluster.kind is ActorKind.PERSON:
            continue
        if cluster.last_before(here) is not None and ends_in(cluster, mention.lemma):
            found.append(cluster)
    return found


def _placed(document: Document, mention: Mention) -> bool:
    """Reads "the government in X": one of several."""
    sentence = document.sentences[mention.sentence]
    for prep in children(sentence, sentence.tokens[mention.head], "prep"):
        inner = child(sentence, prep, "pobj") if prep.lower == "in" and prep.i == mention.head + 1 else None
        if inner is not None and inner.pos == "PROPN":
            return True
    return False


def _other_sort(cluster: Cluster, mention: Mention) -> bool:
    """A person is no body, and "the army" is no armed group that calls itself an army."""
    return cluster.kind is ActorKind.PERSON or (
        mention.kind is ActorKind.MILITARY and cluster.kind is ActorKind.ARMED_GROUP
    )


def _group(book: Book, document: Document, mention: Mention) -> tuple[Cluster, RuleId] | None:
    """The same plural noun with the same modifiers; "the rebels" after "Syrian rebels"."""
    if mention.plural is False or mention.kind not in _COLLECTIVE or mention.owner is not None:
        return None
    tokens = document.sentences[mention.sentence].tokens
    kids = [tokens[i] for i in tokens[mention.head].children]
    here = (mention.sentence, mention.head)
    numbered = any(kid.tag == "CD" for kid in kids)
    mine = set(mention.modifiers) - PLAIN
    others = numbered and (mine or not mention.definite) and mention.lemma != "side"
    if others or _placed(document, mention) or any(kid.lower == "another" for kid in kids):
        return None
    for cluster in book.index.back(book.index.unnamed(mention.lemma), here, book.clusters):
        if cluster.lemma == mention.lemma == "side":
            return cluster, SAME_GROUP
        if (cluster.plural is True) != (mention.plural is True):
            continue
        theirs = set(cluster.modifiers) - PLAIN
        if not mention.definite and not mine and mention.lemma in _GENERIC:
            return None
        same = mine == theirs and (cluster.country == mention.country) and cluster.member is None
        if (same and not numbered) or (mention.definite and not mine and before(cluster, here, REACH)):
            return cluster, SAME_GROUP
    return None
