"""Finds the words of harm in a sentence and the heads of their victims, from the parse."""

from collections.abc import Iterator
from itertools import pairwise

from sayso.codebook.terms import Harm
from sayso.nlp.tree import ancestors, child, children, head_of, is_passive, subject
from sayso.records.language import Sentence, Token
from sayso.tolls import rules
from sayso.tolls.drafts import Context, Hit
from sayso.tolls.undergoers import number_after, subjects, the_number_before, undergoers
from sayso.tolls.words import Words

_FATAL = frozenset({"fatally", "mortally"})
_STATE_TAGS = frozenset({"VBG", "JJ", "VBN", "VBD", "NN", "NNS", "NNP", "NNPS"})


def find_hits(context: Context) -> Iterator[Hit]:
    """All words of harm in the sentence with their possible victims, verbs first."""
    sentence, words = context.sentence, context.words
    for token in sentence.tokens:
        if token.tag.startswith("VB"):
            yield from _verb(context, token)
    for token in sentence.tokens:
        if token.lower in words.states and token.tag in _STATE_TAGS:
            yield from _state(context, token)
        if token.tag.startswith("NN") or token.lemma in words.counted:
            yield from _noun(sentence, token, words)
        if token.tag == "NNS" and token.lower.endswith("s") and token.lower[:-1] in words.verbs:
            victims = number_after(context, token)
            if victims:
                yield Hit(words.verbs[token.lower[:-1]], token, victims, rules.VERB, choosy=True, bare_only=True)


def _verb(context: Context, verb: Token) -> Iterator[Hit]:
    sentence, words = context.sentence, context.words
    lemma = verb.lemma
    choosy = lemma in words.choosy
    if lemma in words.verbs:
        yield _transitive(context, verb, choosy=choosy)
    elif words.has("dies", lemma):
        yield Hit(Harm.KILLED, verb, subjects(sentence, verb), rules.VERB, choosy=choosy)
    elif words.has("vanishes", lemma):
        yield Hit(Harm.MISSING, verb, subjects(sentence, verb), rules.VERB, choosy=True)
    elif words.has("flees", lemma):
        yield Hit(Harm.DISPLACED, verb, subjects(sentence, verb), rules.VERB, bare_only=True)
    elif lemma in ("force", "drive") and _from_home(sentence, verb):
        yield Hit(Harm.DISPLACED, verb, undergoers(sentence, verb), rules.VERB, choosy=True, bare_only=True)
    elif lemma in ("take", "hold", "seize"):
        yield from _taken(sentence, verb, words)
        yield from _taken_away(context, verb)
    elif lemma in ("sustain", "suffer", "receive"):
        yield from _suffered(sentence, verb, words)
    elif words.has("violent", lemma):
        end = _to_death(sentence, verb)
        if end >= 0:
            yield Hit(Harm.KILLED, verb, _struck(context, verb, end), rules.VERB, end=end)
    if words.has("takes_lives", lemma):
        yield from _lives(sentence, verb, words)


def _transitive(context: Context, verb: Token, *, choosy: bool) -> Hit:
    """A verb whose object is harmed; "hurt" in the active needs a number ("it hurt him" is no wound)."""
    sentence = context.sentence
    harm = context.words.verbs[verb.lemma]
    if harm is Harm.WOUNDED and any(c.lower in _FATAL for c in children(sentence, verb, "advmod")):
        harm = Harm.KILLED
    weak = verb.lemma == "hurt" and not is_passive(sentence, verb) and verb.tag != "VBN"
    victims = the_number_before(context, verb) or undergoers(sentence, verb) or number_after(context, verb)
    return Hit(harm, verb, victims, rules.VERB, choosy=choosy, bare_only=weak)


def _struck(context: Context, verb: Token, end: int) -> tuple[Token, ...]:
    """The people of "four hostages were shot dead"; a bare number shot down counts aircraft."""
    victims = undergoers(context.sentence, verb)
    if context.sentence.tokens[end].lower == "down" and verb.lemma == "shoot":
        return tuple(victim for victim in victims if context.quantity_at(victim.i) is None)
    return victims


def _taken_away(context: Context, verb: Token) -> Iterator[Hit]:
    """People taken by somebody or from somewhere in an article about abductions: not to hospital, hostage or in."""
    sentence = context.sentence
    after = sentence.tokens[verb.i + 1 : verb.i + 6]
    led = any(t.lower in ("to", "into", "in", "out", "hostage", "prisoner", "aback", "part", "for") for t in after)
    if context.abductions and not led and verb.lemma != "hold" and child(sentence, verb, "nsubjpass") is not None:
        yield Hit(Harm.ABDUCTED, verb, undergoers(sentence, verb), rules.TAKEN, choosy=True, bare_only=True)


def _suffered(sentence: Sentence, verb: Token, words: Words) -> Iterator[Hit]:
    """As in "three children suffered burns"."""
    for o in children(sentence, verb, "dobj"):
        if words.counted.get(o.lemma) is Harm.WOUNDED or o.lemma in ("wound", "burn"):
            yield Hit(Harm.WOUNDED, verb, subjects(sentence, verb), rules.VERB, end=o.i)
            return


def _to_death(sentence: Sentence, verb: Token) -> int:
    """The token that makes a deed fatal: "shot dead", "gunned down", "beaten to death"; -1 for none."""
    for c in children(sentence, verb):
        if c.lower in ("dead", *_FATAL) or (c.lower == "down" and verb.lemma in ("gun", "mow", "cut", "shoot")):
            return c.i
    after = sentence.tokens[verb.i + 1 : verb.i + 7]
    return next((b.i for a, b in pairwise(after) if a.lower == "to" and b.lower == "death"), -1)


def _from_home(sentence: Sentence, verb: Token) -> bool:
    """As in "forced from their homes", "driven out of the village"."""
    return any(
        token.lemma in ("home", "house", "village", "town", "land")
        and any(a.i == verb.i for a in ancestors(sentence, token))
        for token in sentence.tokens[verb.i + 1 : verb.i + 9]
    )


def _taken(sentence: Sentence, verb: Token, words: Words) -> Iterator[Hit]:
    """As in "took 12 people hostage", "holding 240 hostages", "took three soldiers prisoner", "taken into custody"."""
    after = sentence.tokens[verb.i + 1 : verb.right + 1]
    for token in after:
        if words.has("hostage", token.lemma):
            harm = Harm.ABDUCTED
        elif words.has("prisoner", token.lemma) and verb.lemma == "take":
            harm = Harm.CAPTURED
        elif token.lower == "custody" and verb.lemma == "take":
            harm = Harm.DETAINED
        else:
            continue
        victims = undergoers(sentence, verb)
        if token.dep == "dobj":
            people = child(sentence, token, "compound") or next((v for v in victims if v.i != token.i), None)
            victims = (people,) if people is not None and token.tag == "NN" else (token,)
        yield Hit(harm, verb, victims, rules.VERB, end=token.i)
        return


def _lives(sentence: Sentence, verb: Token, words: Words) -> Iterator[Hit]:
    """As in "claimed 12 lives", "cost 12 people their lives", "12 people lost their lives", "lost 12 soldiers"."""
    objects = tuple(children(sentence, verb, "dobj"))
    life = next((o for o in objects if words.has("life", o.lemma)), None)
    if life is not None:
        owned = child(sentence, life, "poss")
        of = next((c for c in children(sentence, life, "prep") if c.lower == "of"), None)
        people = child(sentence, of, "pobj") if of is not None else None
        if people is not None:
            yield Hit(Harm.KILLED, verb, (people,), rules.LIVES)
        elif owned is None or owned.lower not in ("their", "his", "her"):
            yield Hit(Harm.KILLED, verb, (life,), rules.LIVES)
        elif verb.lemma == "lose":
            yield Hit(Harm.KILLED, verb, subjects(sentence, verb), rules.LIVES, end=life.i)
        else:
            yield Hit(Harm.KILLED, verb, tuple(children(sentence, verb, "dative")), rules.LIVES)
    elif verb.lemma == "lose" and objects:
        yield Hit(Harm.KILLED, verb, objects, rules.LIVES, choosy=True, bare_only=True)


def _state(context: Context, token: Token) -> Iterator[Hit]:
    """As in "left 200 dead", "12 people dead", "the five wounded", "300,000 displaced people", "were found dead"."""
    sentence, words = context.sentence, context.words
    harm = words.states[token.lower]
    choosy = token.lower in words.choosy
    victims = _described(context, token)
    if victims:
        yield Hit(harm, token, victims, rules.STATE, choosy=choosy, hedged=_feared(sentence, token, words))


def _described(context: Context, token: Token) -> tuple[Token, ...]:
    sentence = context.sentence
    active = token.tag.startswith("VB") and any(True for _ in children(sentence, token, "dobj", "aux"))
    before = _noun_before(context, token) if not active else None
    if before is not None:
        return (before,)
    up = head_of(sentence, token)
    if (
        up is not None
        and up.dep == "acl"
        and up.lower in ("found", "left", "presumed", "feared", "believed", "shot", "declared", "reported")
    ):
        return (sentence.tokens[up.head],)
    free = child(sentence, token, "nsubj", "nsubjpass") is None
    tied = token.dep in ("acomp", "oprd", "attr", "xcomp", "ccomp", "dep") and free
    if tied and up is not None and up.pos in ("VERB", "AUX"):
        held = child(sentence, up, "dobj")
        if held is not None and up.lemma in (
            "leave",
            "find",
            "declare",
            "pronounce",
            "shoot",
            "have",
            "report",
            "list",
        ):
            return (held,) if held.i < token.i else ()
        found = subject(sentence, up) if held is None or is_passive(sentence, up) else None
        ties = up.lemma in ("be", "go", "remain", "drop", "lie") or is_passive(sentence, up)
        return (found,) if found is not None and ties and found.i != token.i else ()
    if token.dep == "amod" and token.tag != "VBD" and up is not None and up.tag.startswith("NN") and up.i > token.i:
        return (up,)
    own = child(sentence, token, "nsubj", "nsubjpass")
    return (own,) if own is not None and (token.pos not in ("VERB", "AUX") or token.lower == "missing") else ()


def _noun_before(context: Context, token: Token) -> Token | None:
    """The number or counted noun that stands right before the word: "30 injured", "12 people dead"."""
    tokens = context.sentence.tokens
    i = token.i - 1
    if i >= 0 and tokens[i].lower in (
        "reported",
        "confirmed",
        "feared",
        "left",
        "found",
        "were",
        "are",
        "also",
        "now",
        "still",
    ):
        i -= 1
    if i < 0:
        return None
    number = next((q for q in context.quantities if q.first <= i <= q.right), None)
    if (
        number is not None
        and number.left > 1
        and tokens[number.left - 1].lower == "of"
        and tokens[number.left - 2].tag == "NN"
    ):
        return None
    if number is not None:
        return tokens[number.last]
    if tokens[i].tag not in ("NNS", "NNPS", "NN", "NNP", "JJR"):
        return None
    near = [q for q in context.quantities if q.right < i and q.right >= i - 4]
    gap = tokens[near[-1].right + 1 : i] if near else ()
    fits = all(t.tag[:2] in ("JJ", "NN", "VB", "RB", "DT") or t.lower in ("of", "-") for t in gap)
    if not near or not fits or _out_of_more(context, near[-1].left):
        return None
    return _first_of_list(context, tokens[i])


def _out_of_more(context: Context, left: int) -> bool:
    """True if a number is the total in "13 out of 19 sailors"."""
    tokens = context.sentence.tokens
    if left < 2 or tokens[left - 1].lower != "of":
        return False
    return tokens[left - 2].lower == "out" or context.quantity_at(left - 2) is not None


def _first_of_list(context: Context, noun: Token) -> Token:
    """The first member of "two villagers and five soldiers" before "killed", unless a harm of its own precedes."""
    sentence, words = context.sentence, context.words
    first = noun
    while first.dep == "conj" and sentence.tokens[first.head].tag in ("NNS", "NNPS", "NN"):
        first = sentence.tokens[first.head]
    above = sentence.tokens[first.head]
    between = sentence.tokens[first.i : noun.i]
    if above.lemma in words.verbs or any(t.lower in words.states or t.lemma in words.verbs for t in between):
        return noun
    return first


def _feared(sentence: Sentence, token: Token, words: Words) -> bool:
    """As in "feared dead", "presumed killed", "believed to be missing"."""
    nearby = sentence.tokens[max(0, token.i - 5) : token.i]
    return any(t.tag in ("VBN", "VBD") and words.has("hedges", t.lemma) for t in nearby)


def _noun(sentence: Sentence, token: Token, words: Words) -> Iterator[Hit]:
    """As in "six deaths", "no casualties", "bodies were recovered", "the abduction of two aid workers"."""
    lemma = token.lemma
    if lemma in words.counted and token.dep != "compound":
        yield Hit(words.counted[lemma], token, (token,), rules.COUNTED, bare_only=True)
    if lemma in words.nominals:
        of = next((c for c in children(sentence, token, "prep") if c.lower == "of"), None)
        victim = child(sentence, of, "pobj") if of is not None else None
        if victim is not None and victim.lemma in words.sets["life"] | frozenset({"life"}):
            yield Hit(Harm.KILLED, token, (victim,), rules.LIVES)
        elif victim is not None and lemma != "loss":
            yield Hit(words.nominals[lemma], token, (victim,), rules.NOMINAL, choosy=not words.has("deeds", lemma))
    if lemma in ("injury", "wound"):
        yield from _injuries_to(sentence, token)
    if words.has("body", lemma):
        up = next((a for a in ancestors(sentence, token) if a.pos == "VERB"), None)
        if up is not None and words.has("finds_bodies", up.lemma):
            of = next((c for c in children(sentence, token, "prep") if c.lower == "of"), None)
            people = child(sentence, of, "pobj") if of is not None and token.tag == "NNS" else None
            yield Hit(Harm.KILLED, token, (token if people is None else people,), rules.BODIES, bare_only=True)


def _injuries_to(sentence: Sentence, token: Token) -> Iterator[Hit]:
    """As in "causing injuries to a policeman", the preposition hung on the noun or on its verb."""
    for place in (token, sentence.tokens[token.head]):
        for to in children(sentence, place, "prep", "dative"):
            hurt = child(sentence, to, "pobj") if to.lower == "to" and to.i == token.i + 1 else None
            if hurt is not None:
                yield Hit(Harm.WOUNDED, token, (hurt,), rules.NOMINAL, choosy=True)
                return
