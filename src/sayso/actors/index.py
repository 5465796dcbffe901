"""Look-ups over the clusters of an article, so that a long one costs no more a sentence than a short one."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from sayso.actors.cluster import Cluster
from sayso.codebook.terms import ActorKind

Line = list[tuple[int, int, int]]
"""Mentions in text order: (sentence, token, number of the cluster)."""


class Index:
    """Clusters by lemma, kind and last word of the name; mentions of people, of others, of unnamed ones by lemma."""

    def __init__(self) -> None:
        self.people: Line = []
        self.others: Line = []
        self._unnamed: dict[str, Line] = {}
        self._lemmas: dict[str, list[Cluster]] = {}
        self._kinds: dict[ActorKind, list[Cluster]] = {}
        self._endings: dict[str, dict[int, Cluster]] = {}

    def enter(self, cluster: Cluster) -> None:
        """Takes in a new cluster."""
        self._lemmas.setdefault(cluster.lemma, []).append(cluster)
        self._kinds.setdefault(cluster.kind, []).append(cluster)
        self.ends(cluster)
        line = self.people if cluster.kind is ActorKind.PERSON else self.others
        unnamed = () if cluster.named else (self._unnamed.setdefault(cluster.lemma, []),)
        cluster.lines = (line, *unnamed)

    def ends(self, cluster: Cluster) -> None:
        """Takes note of the last words of a cluster's name and noun."""
        for words in (cluster.lemma.lower().split(), cluster.name.lower().split()):
            if words:
                self._endings.setdefault(words[-1], {})[cluster.number] = cluster
                self._endings.setdefault(words[-1].replace(".", ""), {})[cluster.number] = cluster

    def ending(self, word: str) -> list[Cluster]:
        """Clusters whose name or noun ends in the word, the first made first."""
        return [c for _, c in sorted(self._endings.get(word, {}).items())]

    def lemma(self, lemma: str) -> Sequence[Cluster]:
        """Clusters of a noun, the first made first."""
        return self._lemmas.get(lemma, ())

    def kind(self, kind: ActorKind) -> Sequence[Cluster]:
        """Clusters of a kind, the first made first."""
        return self._kinds.get(kind, ())

    def unnamed(self, lemma: str) -> Line:
        """Mentions of the unnamed clusters of a noun."""
        return self._unnamed.get(lemma, [])

    def back(self, line: Line, here: tuple[int, int], clusters: Sequence[Cluster]) -> Iterator[Cluster]:
        """Each cluster of the line that is mentioned before `here` once, the nearest first."""
        seen: set[int] = set()
        for i in range(bisect_left(line, (*here, -1)) - 1, -1, -1):
            number = line[i][2]
            if number not in seen:
                seen.add(number)
                yield clusters[number]

    def renumber(self, other: Cluster, into: Cluster) -> None:
        """Hands the mentions of a merged cluster to the one it went into."""
        for line in other.lines:
            line[:] = [row for row in line if row[2] != other.number]
        for at in other.places:
            for line in into.lines:
                insort(line, (*at, into.number))
