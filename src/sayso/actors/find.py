"""Document, places and phrases -> the actors of the article."""

from collections.abc import Sequence

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.describe import describe
from sayso.actors.finish import finish
from sayso.actors.groups import apart
from sayso.actors.homes import give_homes
from sayso.actors.leaders import give_country
from sayso.actors.lexicon import Lexicon, lexicon
from sayso.actors.members import (
    NOT_MEMBERS,
    Owned,
    affiliate,
    after_owner,
    claim,
    inherited_sector,
    name_owned,
    officers,
    own_forces,
)
from sayso.actors.mention import Mention
from sayso.actors.nominals import nominals_in
from sayso.actors.offices import owner_cluster
from sayso.actors.phrases import bare, counted, leftover, measured, valid, whole
from sayso.actors.pronouns import FIRST, HE, IT, REFLEXIVE, RELATIVE, SHE, THEY, Resolver, speakers
from sayso.actors.rules import COUNTRY_ACTS, FIRST_PERSON, OWNED, POINTED_AT, PRONOUN, SAID_OF_SELF
from sayso.actors.rules import REFLEXIVE as REFLEXIVE_RULE
from sayso.actors.rules import RELATIVE as RELATIVE_RULE
from sayso.actors.runs import Marked, mark
from sayso.actors.settle import settled_names
from sayso.actors.sides import drop_reversed, said_of_self, side
from sayso.codebook.terms import ActorKind
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.records.actors import ActorBook
from sayso.records.base import Phrase
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace
from sayso.text import Span

_PRONOUNS = HE | SHE | IT | THEY
_OWNABLE = frozenset(
    {
        ActorKind.GOVERNMENT,
        ActorKind.MILITARY,
        ActorKind.POLICE,
        ActorKind.ARMED_GROUP,
        ActorKind.MEDIA,
        ActorKind.ORGANISATION,
        ActorKind.PARTY,
        ActorKind.PERSON,
        ActorKind.CIVILIANS,
        ActorKind.PEOPLE,
    }
)


def find_actors(
    document: Document,
    places: tuple[FoundPlace, ...],
    phrases: tuple[Phrase, ...],
    *,
    answers: tuple[tuple[Span, Phrase], ...] = (),
    own: OwnWords = NOTHING,
    day: str | None = None,
) -> ActorBook:
    """Document, the places found in it and the phrases that other records point at -> all actors, linked. `own`: the
    user's own actors and codes, as they stand on the ISO date `day`; `answers`: what somebody says without quotation
    marks (interviews), and who.

    Names are joined over the whole article first; then common nouns and pronouns are read in text order, so that each
    looks back only. A phrase whose head can be an actor always ends up with one.
    """
    reader = _Reader(document, places, phrases, lexicon(own))
    reader.link(tuple(answer for answer in answers if valid(document, answer[1])))
    give_homes(document, reader.linked, places)
    return finish(document, reader.linked, day)


class _Reader:
    """Reads one article."""

    def __init__(
        self, document: Document, places: tuple[FoundPlace, ...], phrases: tuple[Phrase, ...], lex: Lexicon
    ) -> None:
        self._document = document
        self._lex = lex
        self._book = self.linked = Book(self._lex)
        by_sentence: dict[int, list[FoundPlace]] = {}
        for place in places:
            by_sentence.setdefault(place.sentence, []).append(place)
        self._marked = [mark(s, document.text, by_sentence.get(s.index, ()), self._lex) for s in document.sentences]
        self._phrases = tuple(p for p in phrases if valid(document, p))
        self._members: list[tuple[Cluster, Mention]] = []
        self._owned: list[Owned] = []
        self._pointed: dict[int, set[int]] = {}
        for phrase in self._phrases:
            self._pointed.setdefault(phrase.sentence, set()).add(phrase.head)

    def link(self, answers: tuple[tuple[Span, Phrase], ...]) -> None:
        """Fills the book."""
        names = settled_names(self._document, self._marked, self._pointed, self._lex)
        for row in names:
            for mention in row:
                cluster = self._book.add_name(mention)
                self._belong(cluster, mention)
        for cluster in self._book.clusters:
            give_country(cluster)
        for marked, row in zip(self._marked, names, strict=True):
            for mention in row:
                for cluster in self._book.tokens.get((mention.sentence, mention.head), ()):
                    affiliate(self._book, marked, mention, cluster, known=True)
        resolver = Resolver(self._document, self._book, speakers(self._document, self._book))
        for marked, row in zip(self._marked, names, strict=True):
            self._sentence(marked, row, resolver)
        said = speakers(self._document, self._book)
        drop_reversed(self._book, self._document, said, THEY)
        announced: Cluster | None = None
        for sentence in self._document.sentences:
            answering = self._answering(sentence, answers)
            self._first_person(sentence, resolver, said, announced if answering is None else answering)
            announced = self._announced(sentence, announced)
        for owned in self._owned:
            name_owned(self._document, self._book, owned)
        for phrase in self._phrases:
            self._complete(phrase)

    def _belong(self, cluster: Cluster, mention: Mention) -> None:
        """Membership that the name itself tells: "Hamas leader X", "Russia's Gazprom"."""
        owner = owner_cluster(self._book, mention)
        if owner is not None and owner is not cluster and owner.kind is ActorKind.COUNTRY:
            cluster.country = cluster.country or owner.country
        if mention.group and cluster.member is None:
            for other in self._book.index.lemma(mention.group):
                if other is not cluster:
                    cluster.member = other

    def _sentence(self, marked: Marked, names: Sequence[Mention], resolver: Resolver) -> None:
        sentence = marked.sentence
        used = frozenset(i for m in names for i in m.tokens)
        pointed = frozenset(self._pointed.get(sentence.index, ()))
        starts = {m.head: m for m in names}
        nominals = {m.head: m for m in nominals_in(marked, self._lex, used, pointed)}
        late: list[Token] = []
        for token in sentence.tokens:
            if token.i in starts:
                mention = starts[token.i]
                for cluster in self._book.tokens.get((sentence.index, token.i), ()):
                    affiliate(self._book, marked, mention, cluster)
                resolver.meet(
                    sentence, token, self._book.tokens.get((sentence.index, token.i), ()), plural=mention.plural
                )
            elif token.i in nominals:
                mentions = apart(nominals[token.i], sentence, self._lex)
                clusters = tuple(c for m in mentions for c in self._nominal(marked, m))
                if len(mentions) > 1 and clusters:
                    self._book.put(nominals[token.i], clusters)
                plural = nominals[token.i].plural
                resolver.meet(sentence, token, clusters, plural=plural if clusters else plural is True)
            elif token.lower in _PRONOUNS and token.pos in ("PRON", "DET", "PART"):
                self._pronoun(sentence, token, resolver)
            elif token.lower in RELATIVE and token.tag in ("WP", "WP$", "WDT"):
                late.append(token)
            elif (
                token.pos in ("NOUN", "PROPN")
                and token.i not in used
                and token.dep not in ("compound", "amod", "nmod", "npadvmod")
            ):
                resolver.meet(sentence, token, (), plural=token.tag in ("NNS", "NNPS"))
        for token in late:
            self._relative(sentence, token)
        self._join_members()

    def _join_members(self) -> None:
        """Members of the possessors that are known by now: "the group's deputy leader"."""
        for cluster, mention in self._members:
            owner = owner_cluster(self._book, mention)
            if owner is not None and owner.body and cluster.member is None and owner is not cluster:
                cluster.member = owner
                cluster.country = cluster.country or owner.country
                if mention.owner is not None and mention.owner < mention.head:
                    cluster.sector = inherited_sector(cluster, owner.coded)
        self._members.clear()

    def _nominal(self, marked: Marked, mention: Mention) -> tuple[Cluster, ...]:
        mention = officers(self._book, mention)
        found = describe(self._book, self._document, mention)
        if found is not None:
            cluster, rule = found
        elif not mention.sure or mention.kind is ActorKind.COUNTRY:
            return ()
        else:
            cluster, rule = self._open(mention), mention.rule
        if found is not None and cluster.kind is ActorKind.COUNTRY:
            mention = mention._replace(country=None, sector=None)
        if (
            found is not None
            and cluster.named
            and mention.kind is ActorKind.PERSON
            and cluster.title is None
            and rule != POINTED_AT
        ):
            words = self._document.text[mention.span.start : mention.span.end]
            mention = mention._replace(title=bare(words))
        if found is not None:
            claim(cluster, owner_cluster(self._book, mention), mention)
        cluster.add(mention, rule)
        self._book.put(mention, (cluster,))
        affiliate(self._book, marked, mention, cluster)
        if cluster.kind is ActorKind.PERSON and mention.owner is not None and mention.lemma not in NOT_MEMBERS:
            self._members.append((cluster, mention))
            if mention.owner < mention.head:
                self._join_members()
        return (cluster,)

    def _open(self, mention: Mention) -> Cluster:
        """A cluster of its own for a common noun, member of its possessor where it has one."""
        words = mention.name or whole(self._document, mention)
        cluster = self._book.new(mention, words, named=False)
        rest = after_owner(self._document, mention)
        if rest is not None and mention.owner is not None:
            self._owned.append(Owned(cluster=cluster, at=(mention.sentence, mention.owner), rest=rest))
        owner = owner_cluster(self._book, mention)
        if mention.group:
            owner = next(iter(self._book.index.lemma(mention.group)), owner)
        cluster.owner = owner
        if owner is None:
            return cluster
        holder = self._holder(owner, mention)
        if mention.kind not in _OWNABLE:
            return cluster
        if owner.kind is not ActorKind.PERSON or mention.kind is not ActorKind.PERSON:
            cluster.country = mention.country or owner.country
        if holder.kind is not ActorKind.PERSON:
            cluster.member = holder
            cluster.rules[OWNED] = None
        return cluster

    def _holder(self, owner: Cluster, mention: Mention) -> Cluster:
        """Whose body it is: a government's or president's army is their country's."""
        state = mention.kind in (ActorKind.MILITARY, ActorKind.POLICE) and owner.kind is ActorKind.GOVERNMENT
        return self._book.make_country(owner.country) if state and owner.country else owner

    def _pronoun(self, sentence: Sentence, token: Token, resolver: Resolver) -> None:
        told = token.lower == "it" and resolver.quote_at(sentence.index, token.i) is None
        self_said = said_of_self(self._book, sentence, token) if told else None
        found = (self_said,) if self_said is not None else resolver.resolve(sentence, token)
        if not found:
            return
        rule = SAID_OF_SELF if self_said is not None else REFLEXIVE_RULE if token.lower in REFLEXIVE else PRONOUN
        for cluster in found:
            cluster.note(Span(token.start, token.end), "pronoun", (sentence.index, token.i), rule)
            cluster.kept = True
            if cluster.kind is ActorKind.PERSON and cluster.gender is None:
                cluster.gender = "m" if token.lower in HE else "f" if token.lower in SHE else None
        self._book.tokens[sentence.index, token.i] = found
        resolver.meet(sentence, token, found, plural=token.lower in THEY and len(found) > 1)

    def _relative(self, sentence: Sentence, token: Token) -> None:
        verb = sentence.tokens[token.head]
        for _ in range(4):
            if verb.dep in ("relcl", "acl") or verb.head == verb.i:
                break
            verb = sentence.tokens[verb.head]
        found = self._book.tokens.get((sentence.index, verb.head), ()) if verb.dep == "relcl" else ()
        if not found or not all(c.kept for c in found):
            return
        if token.lower == "which" and any(c.kind is ActorKind.PERSON for c in found):
            return
        for cluster in found:
            cluster.note(Span(token.start, token.end), "pronoun", (sentence.index, token.i), RELATIVE_RULE)
        self._book.tokens[sentence.index, token.i] = found

    def _answering(self, sentence: Sentence, answers: tuple[tuple[Span, Phrase], ...]) -> Cluster | None:
        """Who gives the answer that the sentence stands in."""
        for span, phrase in answers:
            if span.start <= sentence.start < span.end or sentence.start <= span.start < sentence.end:
                who = self._book.tokens.get((phrase.sentence, phrase.head), ())
                return who[0] if len(who) == 1 else None
        return None

    def _announced(self, sentence: Sentence, before: Cluster | None) -> Cluster | None:
        """Who speaks in the paragraphs after "X said:", where no quotation marks are used."""
        if not self._document.text[sentence.start : sentence.end].rstrip().endswith(":"):
            return before
        for token in sentence.tokens:
            who = self._book.tokens.get((sentence.index, token.i), ())
            if (
                token.dep == "nsubj"
                and len(who) == 1
                and sentence.tokens[token.head].lemma in self._lex.verbs["speech"]
            ):
                return who[0]
        return None

    def _first_person(
        self,
        sentence: Sentence,
        resolver: Resolver,
        said: dict[int, Cluster],
        announced: Cluster | None,
    ) -> None:
        for token in sentence.tokens:
            if (
                token.lower not in FIRST
                or token.pos not in ("PRON", "DET")
                or (sentence.index, token.i) in self._book.tokens
            ):
                continue
            quote = resolver.quote_at(sentence.index, token.i)
            speaker = said.get(quote) if quote is not None else announced
            if speaker is None:
                continue
            one = token.lower in ("i", "me", "my", "mine", "myself")
            if one and speaker.kind is not ActorKind.PERSON:
                continue
            cluster = speaker if one else side(self._book, speaker)
            if cluster is None:
                continue
            cluster.note(Span(token.start, token.end), "pronoun", (sentence.index, token.i), FIRST_PERSON)
            cluster.kept = True
            self._book.tokens[sentence.index, token.i] = (cluster,)
            if token.dep == "poss" and not one:
                own_forces(self._book, (sentence.index, token.i), sentence.tokens[token.head], cluster)

    def _complete(self, phrase: Phrase) -> None:
        """Gives a phrase that still has no actor an unnamed one, if its head can be an actor."""
        sentence = self._document.sentences[phrase.sentence]
        head = sentence.tokens[phrase.head]
        found = self._book.tokens.get((phrase.sentence, phrase.head), ())
        for cluster in found:
            if (
                cluster.kind is ActorKind.COUNTRY
                and head.pos == "PROPN"
                and not any(s.start <= head.start < s.end for s in cluster.spans)
            ):
                cluster.note(Span(head.start, head.end), "name", (phrase.sentence, phrase.head), COUNTRY_ACTS)
            cluster.kept = True
        if found or self._nation(phrase, head):
            return
        inner = measured(sentence, sentence.tokens[phrase.head])
        shared = self._book.tokens.get((phrase.sentence, inner.i), ()) if inner is not None else ()
        if shared:
            self._book.tokens[phrase.sentence, phrase.head] = shared
            return
        mention = leftover(sentence, sentence.tokens[phrase.head], phrase.span, self._lex)
        if mention is None:
            return
        words = whole(self._document, mention)
        cluster = self._book.new(mention, counted(sentence, mention, words), named=False)
        cluster.add(mention, mention.rule)
        self._book.put(mention, (cluster,))

    def _nation(self, phrase: Phrase, head: Token) -> bool:
        """Lets a demonym that a phrase points at stand for its country: "Indian shelling"; one of the user's own also
        where it stands alone.
        """
        iso = self._lex.demonyms.get(head.lower)
        if iso is None or not (head.dep in ("amod", "compound", "nmod") or iso in self._lex.own_countries):
            return False
        cluster = self._book.make_country(iso)
        cluster.note(Span(head.start, head.end), "demonym", (phrase.sentence, phrase.head), COUNTRY_ACTS)
        cluster.kept = True
        self._book.tokens[phrase.sentence, phrase.head] = (cluster,)
        return True
