"""Named mentions: people with their titles, bodies, known groups, peoples, countries and capitals."""

from collections.abc import Iterator

from sayso.actors.lexicon import Known, Lexicon
from sayso.actors.mention import Mention
from sayso.actors.owned import is_own_country, named_by_own
from sayso.actors.roles import owner_of, place_role
from sayso.actors.rules import COUNTRY_ACTS, NAME_BODY, NAME_KNOWN, NAME_PEOPLE, NAME_PERSON, PLACE_ACTS, SEAT_ACTS
from sayso.actors.runs import Marked, PlaceAt, acronym_after, head_within
from sayso.actors.titles import Title, gender_of, title_before, title_row
from sayso.actors.weigh import weigh
from sayso.codebook.terms import ActorKind
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import children
from sayso.records.language import Token
from sayso.text import Span

_DETERMINERS = frozenset({"the", "a", "an"})
_HYPHENS = frozenset({"-", "–"})
_FORCES = frozenset({"military", "police", "armed_group"})
_CHAMBERS = frozenset({"upper", "lower", "white", "full", "state", "u.s.", "us"})
_OPEN_ENDS = _HYPHENS | {"of", "and", "the", "for"}


def names_in(marked: Marked, text: str, lex: Lexicon) -> tuple[Mention, ...]:
    """Marked sentence -> its named mentions in text order; unsure ones (`sure` False) are settled by the document."""
    return tuple(sorted(_Names(marked, text, lex).all(), key=lambda m: (m.tokens[0], m.head)))


class _Names:
    """Reads one sentence."""

    def __init__(self, marked: Marked, text: str, lex: Lexicon) -> None:
        self._marked, self._text, self._lex = marked, text, lex
        self._tokens = marked.sentence.tokens
        self._used: set[int] = set()
        inside = {i for run in marked.runs for i in range(*run)}
        self._taken = {i for start, (end, _) in marked.known.items() if start not in inside for i in range(start, end)}

    def all(self) -> Iterator[Mention]:
        """Every named mention."""
        for start, end in self._marked.runs:
            yield from self._run(start, end)
        for start, (end, known) in sorted(self._marked.known.items()):
            if start not in self._used and not self._on_platform(start, known):
                yield self._known(start, end, known)
        for place in sorted(self._marked.places.values(), key=lambda p: p.start):
            if place.start not in self._used:
                yield from self._place(place)

    def _run(self, start: int, end: int) -> Iterator[Mention]:
        """Cuts a run at known actors and calendar words, then reads the pieces."""
        i = piece = start
        while i < end:
            if i in self._taken:
                yield from self._piece(piece, i)
                i = piece = i + 1
                continue
            hit = self._marked.known.get(i)
            if hit is not None:
                yield from self._piece(piece, i)
                stop = hit[0]
                if self._modifies(stop, end) and self._is_thing(end):
                    self._used.update(range(i, stop))
                    return
                if self._modifies(stop, end):
                    yield self._known(i, stop, hit[1])
                    yield from self._piece(stop, end, group=hit[1])
                    return
                self._used.update(range(i, stop))
                if not self._on_platform(i, hit[1]):
                    yield self._known(i, stop, hit[1])
                i = piece = stop
                continue
            if self._is_calendar(i, piece):
                yield from self._piece(piece, i)
                piece = i + 1
            i += 1
        yield from self._piece(piece, end)

    def _modifies(self, stop: int, end: int) -> bool:
        """A known actor before the rest of its run: "NATO Secretary General ..."."""
        if stop >= end or not self._tokens[stop].text[0].isalpha():
            return False
        return self._is_thing(end) or title_row(self._tokens, stop, end, self._lex) is not None

    def _is_thing(self, end: int) -> bool:
        """The run ends in a word for a thing ("UN Security Council Resolution 2254")."""
        words = [t.lower for t in self._tokens[max(0, end - 2) : end] if t.text[0].isalpha()]
        return bool(words) and words[-1] in self._lex.nouns["not_actors"]

    def _is_calendar(self, i: int, piece: int) -> bool:
        token = self._tokens[i]
        if token.lower not in self._lex.nouns["calendar"]:
            return False
        return not (i > piece and self._tokens[i - 1].lower in self._lex.gender)

    def _piece(self, start: int, end: int, group: Known | None = None) -> Iterator[Mention]:
        while start < end and (
            not self._tokens[start].text[0].isalnum() or self._tokens[start].lower in self._lex.lists["function"]
        ):
            start += 1
        while end > start and self._tokens[end - 1].lower in _OPEN_ENDS:
            end -= 1
        if start >= end:
            return
        whole = self._marked.places.get(start)
        if whole is not None and whole.end >= end and title_before(self._tokens, start, self._lex) is None:
            return
        if is_own_country(self._marked, start, end, self._lex):
            return
        left, country = self._modifiers(start, end)
        if left == end:
            yield from self._people(start, end, country)
            return
        title = title_row(self._tokens, left, end, self._lex)
        rest = title.end if title else left
        if title is not None and rest < end and self._tokens[rest].lower in ("of", "for"):
            given = next((i for i in range(rest, end - 1) if self._tokens[i].lower in self._lex.gender), None)
            if given is None:
                return
            rest = given
        if end - start == 1 and self._plain(self._tokens[start]):
            return
        if self._is_body(rest, end):
            yield self._body(start, left, end, country)
        elif rest < end:
            yield from self._person(start, rest, end, title, country or (group.country if group else None), group)

    def _plain(self, token: Token) -> bool:
        """A common noun whose capital says nothing: "Army denies ...", "Police said"."""
        opens = token.i == 0 or self._marked.styled
        return (
            opens
            and token.lower in self._lex.heads
            and (token.lower == "junta" or bool(noun_classes(token.lower) & _FORCES))
        )

    def _modifiers(self, start: int, end: int) -> tuple[int, str | None]:
        """Demonyms, country names and places before the rest of a name -> (where the rest starts, country)."""
        country: str | None = None
        i = start
        while i < end:
            two = self._text[self._tokens[i].start : self._tokens[i + 1].end].lower() if i + 1 < end else ""
            step = 2 if two in self._lex.demonyms else 1 if self._tokens[i].lower in self._lex.demonyms else 0
            place = self._marked.places.get(i)
            if step:
                country = country or self._lex.demonyms.get(two if step == 2 else self._tokens[i].lower)
                i += step
            elif place is not None and place.end < end and self._titled_after(place.end, end):
                country = country or place.iso
                i = place.end
            else:
                break
            while i < end and self._tokens[i].text in _HYPHENS and i + 1 < end:
                i += 1
        return i, country

    def _titled_after(self, i: int, end: int) -> bool:
        """A title or a body follows: the place before it is a modifier, not a part of a person's name."""
        return title_row(self._tokens, i, end, self._lex) is not None or self._is_body(i, end)

    def _people(self, start: int, end: int, country: str | None) -> Iterator[Mention]:
        token = self._tokens[end - 1]
        noun = token.tag in ("NNPS", "NNS") or (
            token.tag == "NNP" and token.dep not in ("compound", "amod", "nmod", "poss")
        )
        plural = (
            token.lower.endswith("s")
            or token.lower.endswith("ese")
            or token.lower in ("french", "dutch", "british", "irish", "swiss")
        )
        if not noun or not (plural or token.tag == "NNPS"):
            article = any(c.lower in _DETERMINERS for c in children(self._marked.sentence, token))
            if (
                not article
                or token.dep in ("compound", "amod", "nmod")
                or token.tag not in ("NNP", "NNPS", "NNS", "NN")
            ):
                return
        if self._followed_by_noun(end):
            return
        self._used.update(range(start, end))
        yield self._mention(
            start, end, start, ActorKind.PEOPLE, NAME_PEOPLE, country=country, plural=plural, known=True, form="demonym"
        )

    def _followed_by_noun(self, end: int) -> bool:
        after = self._tokens[end : end + 1]
        nouns = ("NN", "NNS", "NNP", "NNPS", "HYPH")
        return any(token.tag in nouns for token in after) and self._tokens[end - 1].head >= end

    def _is_body(self, start: int, end: int) -> bool:
        """The last word, or a word before "of", names a sort of body."""
        if start >= end:
            return False
        heads = self._lex.heads
        words = [t.lower for t in self._tokens[start:end]]
        words = words[:-1] if len(words) > 1 and words[-1].isdigit() else words
        if words[-1] in heads:
            return not (
                len(words) >= 2
                and words[0] in self._lex.gender
                and words[-1] in ("house", "post", "bank", "cross", "guard", "day")
            )
        return any(w in heads and words[k + 1] in ("of", "for") for k, w in enumerate(words[:-1]))

    def _is_building(self, start: int, house: int) -> bool:
        """Reads "Westbury House": a house with a name, no chamber of a parliament."""
        before = self._tokens[house - 1].lower if house > start else ""
        return bool(before) and before not in _CHAMBERS and before not in self._lex.demonyms

    def _body(self, start: int, left: int, end: int, country: str | None) -> Mention:
        words = [t.lower for t in self._tokens[left:end]]
        at = next(
            (k for k, w in enumerate(words[:-1]) if w in self._lex.heads and words[k + 1] in ("of", "for")),
            len(words) - 1 - (len(words) > 1 and words[-1].isdigit()),
        )
        kind = self._lex.heads[words[at]]
        sector = self._lex.head_sectors.get(words[at])
        if words[at:] == ["house"] and self._is_building(start, left + at):
            kind, sector = ActorKind.ORGANISATION, None
        if words[at] in ("ministry", "department") and {"defence", "defense", "war"} & set(words):
            sector = "MIL"
        for i in range(left, end):
            place = self._marked.places.get(i)
            if country is None and place is not None:
                country = place.iso
        self._used.update(range(start, end))
        if "police" in words and kind is not ActorKind.ARMED_GROUP:
            kind, sector = ActorKind.POLICE, "COP"
        return self._mention(
            start,
            end,
            start,
            kind,
            NAME_BODY,
            country=country,
            sector=sector,
            plural=words[at].endswith("s") and words[at] not in ("times", "press"),
            lemma=words[at],
            gender="n",
        )

    def _person(
        self,
        start: int,
        rest: int,
        end: int,
        title: Title | None,
        country: str | None,
        group: Known | None,
    ) -> Iterator[Mention]:
        words = [t.lower for t in self._tokens[rest:end]]
        place = self._marked.places.get(rest)
        role = title_before(self._tokens, start, self._lex)
        before = title if title is not None else role
        if (
            words[0] not in self._lex.gender
            and {words[-1], words[0] if before is None else ""} & self._lex.nouns["not_actors"]
        ):
            self._used.update(i for i in range(start, end) if i in self._marked.places and i != rest)
            return
        if place is not None and place.end >= end and (before is None or place.nation or title is None):
            return
        if before is not None and country is None:
            country = before.country
        sure = before is not None or (words[0] in self._lex.gender and len(words) > 1)
        form = self._mention(
            role.start if role is not None else start,
            end,
            rest,
            ActorKind.PERSON,
            NAME_PERSON,
            country=country,
            title=before.text if before else None,
            sector=before.sector if before else None,
            gender=gender_of(words, before, self._lex),
            plural=False,
            sure=sure,
            group=group.name if group else None,
        )
        if not sure:
            settled = weigh(self._marked, form, self._lex)
            if settled is None:
                return
            form = settled
        self._used.update(range(start, end))
        yield form

    def person_at(self, i: int) -> Mention:
        """Token `i` alone as a person."""
        return self._mention(i, i + 1, i, ActorKind.PERSON, NAME_PERSON, plural=False)

    def _on_platform(self, start: int, known: Known) -> bool:
        """Where something was posted ("on Telegram") does not act."""
        before = self._tokens[start - 1].lower if start else ""
        return known.name.lower() in self._lex.lists["platforms"] and before in ("on", "via", "through", "over", "by")

    def _known(self, start: int, end: int, known: Known) -> Mention:
        self._used.update(range(start, end))
        left = start
        while (
            left
            and self._tokens[left - 1].lower in self._lex.demonyms
            and self._tokens[left - 1].head in range(start, end)
        ):
            left -= 1
        plural = self._tokens[end - 1].tag in ("NNPS", "NNS") and known.kind is not ActorKind.PERSON
        country = known.country
        if country is None and left < start:
            country = self._lex.demonyms[self._tokens[left].lower]
        found = self._mention(
            left,
            end,
            start,
            known.kind,
            NAME_KNOWN,
            country=country,
            sector=known.sector,
            plural=plural,
            known=True,
            lemma=known.name,
            gender="n",
        )
        return named_by_own(found, known, title_before(self._tokens, left, self._lex), self._lex)

    def _place(self, place: PlaceAt) -> Iterator[Mention]:
        head = head_within(self._tokens, place.start, place.end)
        role = place_role(self._marked.sentence, self._tokens[head], self._lex, nation=place.nation)
        printed = self._text[self._tokens[place.start].start : self._tokens[place.end - 1].end]
        stands = self._lex.seat_bodies.get(printed)
        if stands is not None and role in ("speaks", "acts"):
            yield self._known(place.start, place.end, stands)._replace(rule=SEAT_ACTS, form="metonym")
            return
        if not (place.nation or place.seat) and role != "speaks":
            return
        if place.seat and not place.nation and role not in ("speaks", "acts"):
            return
        iso = place.iso if place.nation or place.seat else None
        kind = ActorKind.COUNTRY if iso else ActorKind.GOVERNMENT
        rule = COUNTRY_ACTS if place.nation else SEAT_ACTS if place.seat else PLACE_ACTS
        acting = role in ("speaks", "acts")
        yield self._mention(
            place.start,
            place.end,
            place.start,
            kind,
            rule,
            country=iso,
            sector=None if iso else "GOV",
            plural=False,
            gender="n",
            form="metonym" if acting else "name",
            acting=acting or (role == "target" and place.nation),
            known=bool(place.nation or place.seat),
            lemma=iso or "",
        )

    def _mention(self, start: int, end: int, name_from: int, kind: ActorKind, rule: object, **rest: object) -> Mention:
        tokens = self._tokens
        left = start
        if left and tokens[left - 1].lower in _DETERMINERS and tokens[left - 1].head in range(start, end):
            left -= 1
        head = head_within(tokens, start, end)
        listed = [i for i in range(start, end) if i >= name_from or tokens[i].lower in self._lex.titles]
        if head not in listed:
            listed = sorted([*listed, head])
        span = Span(tokens[name_from].start, tokens[end - 1].end)
        values: dict[str, object] = {
            "sentence": self._marked.sentence.index,
            "head": head,
            "tokens": tuple(listed),
            "span": Span(tokens[left].start, tokens[end - 1].end),
            "form": "name",
            "name": " ".join(span.of(self._text).split()),
            "kind": kind,
            "rule": rule,
            "lemma": tokens[end - 1].lemma,
            "definite": True,
            "acronym": acronym_after(tokens, end),
            "owner": owner_of(self._marked.sentence, tokens[head], start),
        }
        values.update(rest)
        return Mention(**values)  # type: ignore[arg-type]


def lone_name(marked: Marked, i: int, text: str, lex: Lexicon) -> Mention:
    """The token `i` as a person's short name (where the rest of the article has shown that it is one)."""
    return _Names(marked, text, lex).person_at(i)
