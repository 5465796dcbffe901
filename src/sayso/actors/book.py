"""The actors of one article in the making: clusters, look-ups, names joined."""

from bisect import insort
from collections.abc import Iterable, Iterator

from sayso.actors.cluster import HONORIFICS, Cluster
from sayso.actors.index import Index
from sayso.actors.lexicon import Lexicon
from sayso.actors.mention import Mention
from sayso.actors.rules import ACRONYM, SAME_NAME, SHORT_NAME
from sayso.codebook.terms import ActorKind
from sayso.records.base import RuleId

_MALE_TITLES = frozenset({"mr", "mr.", "sir", "king", "prince"})
_FEMALE_TITLES = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "queen", "princess"})


class Book:
    """Clusters in order of creation, and whom each token stands for."""

    def __init__(self, lex: Lexicon) -> None:
        self.lex = lex
        self.clusters: list[Cluster] = []
        self.tokens: dict[tuple[int, int], tuple[Cluster, ...]] = {}
        self._keys: dict[tuple[str, str], Cluster] = {}
        self._persons: dict[str, list[Cluster]] = {}
        self.index = Index()

    def new(self, mention: Mention, name: str, *, named: bool) -> Cluster:
        """A cluster for a mention that no other takes."""
        cluster = Cluster(
            number=len(self.clusters),
            name=name,
            kind=mention.kind,
            named=named,
            lemma=mention.lemma,
            modifiers=mention.modifiers,
            kept=mention.acting,
        )
        return self._enter(cluster)

    def _enter(self, cluster: Cluster) -> Cluster:
        self.clusters.append(cluster)
        self.index.enter(cluster)
        return cluster

    def country(self, iso: str) -> Cluster | None:
        """The cluster of a country, if the article has one."""
        return self._keys.get(("country", iso))

    def make_country(self, iso: str) -> Cluster:
        """The cluster of a country, made if need be (known from a demonym: "his country")."""
        found = self._keys.get(("country", iso))
        if found is None:
            found = Cluster(
                number=len(self.clusters),
                name=self.lex.country_names.get(iso, iso),
                kind=ActorKind.COUNTRY,
                named=True,
                lemma=iso,
                country=iso,
                gender="n",
                plural=False,
                kept=False,
            )
            self._enter(found)
            self._keys["country", iso] = found
        return found

    def put(self, mention: Mention, clusters: Iterable[Cluster]) -> None:
        """Lets the tokens of a mention stand for clusters."""
        group = tuple(clusters)
        for i in mention.tokens:
            self.tokens[mention.sentence, i] = group

    def add_name(self, mention: Mention) -> Cluster:
        """Joins a named mention to its cluster, or opens one."""
        if mention.kind is ActorKind.COUNTRY and mention.country:
            cluster = self.make_country(mention.country)
            rule = SAME_NAME if cluster.spans else mention.rule
        elif mention.kind is ActorKind.PERSON:
            cluster, rule = self._person(mention)
        else:
            cluster, rule = self._body(mention)
            self.index.ends(cluster)
        self.put(mention, (cluster,))
        if mention.kind is ActorKind.COUNTRY:
            insort(cluster.told, (mention.sentence, mention.head))
            if not mention.acting and mention.form == "name":
                return cluster
        cluster.add(mention, mention.rule if not cluster.spans else rule)
        if mention.acronym:
            self._same_acronym(cluster, mention.acronym)
            self._keys.setdefault(("name", _norm(mention.acronym)), cluster)
            self._keys.setdefault(("acronym", mention.acronym.upper()), cluster)
        return cluster

    def _same_acronym(self, cluster: Cluster, acronym: str) -> None:
        """The acronym printed before its full name: "FLA ... the Liberation Front (FLA)"."""
        other = self._keys.get(("name", _norm(acronym)))
        if other is None or other is cluster or _norm(other.name) != _norm(acronym) or not other.body:
            return
        self.merge(cluster, other)
        cluster.rules[ACRONYM] = None
        for key, found in self._keys.items():
            self._keys[key] = cluster if found is other else found

    def recent(self, here: tuple[int, int], *, people: bool) -> Iterator[Cluster]:
        """People, or all others, mentioned before `here`, the nearest first."""
        return self.index.back(self.index.people if people else self.index.others, here, self.clusters)

    def merge(self, into: Cluster, other: Cluster) -> None:
        """Takes all mentions of `other` into `into`; `other` is gone."""
        for at in other.places:
            insort(into.places, at)
        into.spans.update(other.spans)
        into.rules.update(other.rules)
        into.kept = into.kept or other.kept
        into.country = into.country or other.country
        into.own = into.own or other.own
        for at, found in self.tokens.items():
            if other in found:
                self.tokens[at] = tuple(dict.fromkeys(into if c is other else c for c in found))
        for cluster in self.clusters:
            cluster.member = into if cluster.member is other else cluster.member
            cluster.owner = into if cluster.owner is other else cluster.owner
        self.index.renumber(other, into)
        other.spans, other.places, other.kept = {}, [], False

    def _body(self, mention: Mention) -> tuple[Cluster, RuleId]:
        listed = mention.known and (mention.kind is not ActorKind.PEOPLE or mention.own is not None)
        name = mention.lemma if listed else mention.name or ""
        key = _norm(name)
        found = self._keys.get(("name", key))
        rule = SAME_NAME
        if found is None and key.replace(" ", "").isalpha() and " " not in key:
            found, rule = self._keys.get(("acronym", key.upper())) or self._keys.get(("initials", key.upper())), ACRONYM
        if found is None:
            found, rule = self._shortened(key, mention), SHORT_NAME
        if found is None:
            found, rule = self.new(mention, name, named=True), mention.rule
        if len(key) > len(_norm(found.name)) and not mention.known and " " in key and found.named:
            found.name = name
        self._keys.setdefault(("name", key), found)
        self._keys.setdefault(("name", _norm(mention.name or "")), found)
        initials = "".join(w[0] for w in key.replace("-", " ").split() if w not in ("of", "the", "for", "and", "in"))
        if len(initials) >= 2:
            self._keys.setdefault(("initials", initials.upper()), found)
        return found, rule

    def _shortened(self, key: str, mention: Mention) -> Cluster | None:
        """Reads "Defence Ministry" after "Azerbaijani Defence Ministry": same end, no other country."""
        if " " not in key or mention.known:
            return None
        for cluster in reversed(self.index.ending(key.rsplit(maxsplit=1)[-1])):
            if not cluster.named or cluster.kind in (ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.PEOPLE):
                continue
            other = _norm(cluster.name)
            ends = other.endswith(f" {key}") or key.endswith(f" {other}")
            if ends and " " in other and (mention.country is None or cluster.country in (None, mention.country)):
                return cluster
        return None

    def _person(self, mention: Mention) -> tuple[Cluster, RuleId]:
        words = name_words(mention.name or "")
        rule = SAME_NAME
        found: Cluster | None = None
        holders = [c for c in self._persons.get(words[-1], []) if _joins(words, c, mention)] if words else []
        if holders:
            found = max(holders, key=lambda c: _claim(words, c, mention)) if len(words) == 1 else holders[-1]
            rule = SAME_NAME if words == name_words(found.name) else SHORT_NAME
        if found is None and len(words) == 1:
            given = [c for c in self._persons.get(f"^{words[0]}", []) if _agree(mention, c)]
            if len(given) == 1:
                found, rule = given[0], SHORT_NAME
        if found is None and len(words) > 1 and not mention.kin:
            lone = [
                c for c in self._persons.get(words[0], []) if name_words(c.name) == words[:1] and _agree(mention, c)
            ]
            if len(lone) == 1:
                found, rule = lone[0], SHORT_NAME
        if found is None:
            found, rule = self.new(mention, mention.name or "", named=True), mention.rule
            self._index(found, words)
            found.kin = mention.kin
        elif len(words) > len(name_words(found.name)):
            found.name = mention.name or found.name
            self._index(found, words)
        found.bare += len(words) == 1
        return found, rule

    def _index(self, cluster: Cluster, words: list[str]) -> None:
        for key in (words[-1], f"^{words[0]}") if words else ():
            row = self._persons.setdefault(key, [])
            if cluster not in row:
                row.append(cluster)


def _norm(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").replace(".", "").removeprefix("the ").split())


def name_words(name: str) -> list[str]:
    """The words of a person's name for comparison: lower case, the Arabic article off."""
    found = []
    for word in name.lower().replace("’", "'").split():
        bare = word.removeprefix("al-").removeprefix("el-").removeprefix("as-").removeprefix("ad-").strip(".")
        if bare and bare not in ("al", "el", "jr", "sr"):
            found.append(bare)
    return found or [name.lower()]


def _match(words: list[str], other: list[str]) -> str | None:
    if words == other:
        return "same"
    if len(words) == 1 or len(other) == 1:
        return "short" if words[-1] == other[-1] else None
    if words[-1] != other[-1]:
        return None
    shorter, longer = sorted((words, other), key=len)
    inside = all(word in longer for word in shorter)
    initial = words[0][0] == other[0][0] and (len(words[0]) == 1 or len(other[0]) == 1)
    return "short" if inside or initial else None


def _joins(words: list[str], cluster: Cluster, mention: Mention) -> bool:
    """Whether a person's name may mean the cluster; a relative's full name is not whom a surname meant."""
    other = name_words(cluster.name)
    new = mention.kin and len(words) > 1 and len(other) == 1
    return not new and _match(words, other) is not None and _agree(mention, cluster)


def _claim(words: list[str], cluster: Cluster, mention: Mention) -> tuple[bool, bool, bool, int, int]:
    """How good a claim a holder of the surname has to it alone: title, no relative, had it alone, mentions, last."""
    office = set((mention.title or "").lower().split()) - HONORIFICS
    same = words == name_words(cluster.name)
    alone = same or cluster.bare > 0 or bool(cluster.titles - HONORIFICS)
    return bool(office & cluster.titles), not cluster.kin, alone, len(cluster.spans), cluster.number


def _agree(mention: Mention, cluster: Cluster) -> bool:
    if mention.gender and cluster.gender and mention.gender != cluster.gender:
        return False
    titles = set((mention.title or "").lower().split())
    if titles & _MALE_TITLES and cluster.titles & _FEMALE_TITLES:
        return False
    return not (titles & _FEMALE_TITLES and cluster.titles & _MALE_TITLES)
