"""Statements whose cue is no verb: according to, nouns of speech, labels with a colon, credits after a dash."""

from collections.abc import Iterator

from sayso.codebook.terms import Act, PartKind
from sayso.lexicon.nouns import noun_classes
from sayso.lexicon.rules import CUES
from sayso.nlp.tree import child, children, is_negated, phrase, subject
from sayso.records.base import Phrase, RuleId
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.attitudes import attitude
from sayso.statements.cues import is_own, nouns, words
from sayso.statements.draft import Draft, View
from sayso.statements.speakers import speaker_phrase
from sayso.text import Span

_AMID = frozenset({"amid", "after", "despite", "following", "over", "on", "about", "with", "to", "by"})
_TOLD = frozenset({Act.ASSERT, Act.CONFIRM, Act.DENY, Act.PREDICT, Act.ACCUSE, Act.CONDEMN})
_DIRECTED = {
    "for": (Act.DEMAND, Act.REQUEST),
    "of": (Act.ACCUSE, Act.CONDEMN, Act.WARN),
    "against": (Act.ACCUSE, Act.WARN, Act.THREATEN),
}


def nominal(view: View, sentence: Sentence) -> Iterator[Draft]:
    """All statements of a sentence that have no reporting verb."""
    table = nouns(sentence)
    for token in sentence.tokens:
        if token.lower == "according":
            draft = _according(sentence, token)
        elif token.lemma in ("be", "make", "remain"):
            draft = attitude(sentence, token)
        elif token.pos == "NOUN" and token.lemma in table and view.quotation(token) is None:
            draft = _noun(sentence, token)
        else:
            continue
        if draft is not None and not view.in_speech(token):
            yield draft


def _according(sentence: Sentence, token: Token) -> Draft | None:
    tokens = sentence.tokens
    if token.i + 2 >= len(tokens) or tokens[token.i + 1].lower != "to":
        return None
    to = tokens[token.i + 1]
    source = child(sentence, to, "pobj") or child(sentence, token, "pobj")
    if source is None:
        source = next((t for t in tokens[token.i + 2 :] if t.pos in ("NOUN", "PROPN", "PRON")), None)
    if source is None:
        return None
    who = phrase(sentence, source)
    right = _source_end(sentence, source)
    if token.i <= 1 or tokens[token.i - 1].text in (";", ":"):
        spans = [sentence.span(right + 1, _stop(sentence, right + 1))] if right + 1 < len(tokens) else []
    else:
        left = _start(sentence, token)
        spans = [sentence.span(left, token.i - 1)] if left < token.i else []
        if (
            right + 2 < len(tokens)
            and tokens[right + 1].text == ","
            and tokens[right + 2].lower not in ("which", "who", "and", "but", "citing", "adding")
        ):
            spans.append(sentence.span(right + 1, _stop(sentence, right + 1)))
    if not spans:
        return None
    return Draft(
        sentence=sentence,
        spot=token,
        cue=sentence.span(token.i, token.i + 1),
        lemma="according to",
        act=Act.ASSERT,
        rule=rules.ACCORDING,
        speaker=who,
        content=spans,
    )


def _source_end(sentence: Sentence, source: Token) -> int:
    """Last token of the source after "according to": its phrase, to the comma that closes its attributes."""
    right = source.i
    for token in sentence.tokens[source.i : source.right + 1]:
        if token.text in (",", ";", "--", "—", "–") and token.i > source.i:
            break
        right = token.i
    return right


def _start(sentence: Sentence, token: Token) -> int:
    for i in range(token.i - 1, -1, -1):
        if sentence.tokens[i].text == ";":
            return i + 1
    return 0


def _stop(sentence: Sentence, left: int) -> int:
    for i in range(left, len(sentence.tokens)):
        if sentence.tokens[i].text == ";":
            return i - 1 if i > left else left
    return len(sentence.tokens) - 1


def _noun(sentence: Sentence, noun: Token) -> Draft | None:
    """The army's claim that ..., the UN's call for a truce, (he) issued a warning that ..."""
    owner, light = _owner(sentence, noun)
    said = _noun_content(sentence, noun)
    if said is None or said[0] > said[1] or (owner is None and not _unowned(sentence, noun, said[0])):
        return None
    return Draft(
        sentence=sentence,
        spot=noun,
        cue=sentence.span(light.i if light else noun.i, noun.i),
        lemma=f"{light.lemma} {noun.lemma}" if light else noun.lemma,
        act=nouns(sentence)[noun.lemma],
        rule=rules.NOUN if owner is not None else rules.UNOWNED,
        extra=_marks(sentence, noun),
        speaker=speaker_phrase(sentence, owner) if owner is not None else None,
        impersonal=owner is None,
        content=[sentence.span(*said)],
        negated=light is not None and (is_negated(sentence, light) or _is_no(sentence, noun)),
    )


def _is_no(sentence: Sentence, noun: Token) -> bool:
    return any(c.lower == "no" for c in children(sentence, noun, "det"))


def _marks(sentence: Sentence, noun: Token) -> list[RuleId]:
    """Rules besides the noun's: a user's own word, a noun of what is held."""
    held = [rules.STANCE] if noun.lemma in words().held else []
    return [*held, CUES] if is_own(sentence, noun.lemma) else held


def _unowned(sentence: Sentence, noun: Token, left: int) -> bool:
    """'There were reports that', 'amid claims that': a noun with a "that"-clause that nobody is named for, and that
    no verb takes up (what is denied is its denier's statement).
    """
    if sentence.tokens[left - 1].lower not in ("that", "of") or noun.i + 1 != left - 1:
        return False
    if noun.lemma not in words().hearsay or child(sentence, noun, "poss") is not None:
        return False
    up = sentence.tokens[noun.head]
    if noun.dep == "pobj":
        return up.lower in _AMID
    return noun.dep in ("attr", "nsubj") and up.lemma in ("be", "emerge", "surface", "circulate", "come", "spread")


def _owner(sentence: Sentence, noun: Token) -> tuple[Token | None, Token | None]:
    """Whose claim it is: possessor, "by"-phrase, or the subject of a light verb, which is returned beside it."""
    owner = child(sentence, noun, "poss")
    if owner is not None:
        return (owner, None) if owner.tag != "WP$" else (None, None)
    for c in children(sentence, noun, "prep", "agent"):
        if c.lower in ("by", "from"):
            return child(sentence, c, "pobj"), None
    verb = sentence.tokens[noun.head]
    if noun.dep == "dobj" and verb.lemma in words().light and verb.i < noun.i:
        return subject(sentence, verb), verb
    return None, None


def _noun_content(sentence: Sentence, noun: Token) -> tuple[int, int] | None:
    """First and last token of what the noun says: its clause, or what it is a call for, an accusation of."""
    for c in children(sentence, noun, "acl", "ccomp", "relcl"):
        opening = ("that", "to") if nouns(sentence)[noun.lemma] not in _TOLD or noun.lemma == "claim" else ("that",)
        if c.i > noun.i and any(k.lower in opening and k.dep in ("mark", "aux") for k in children(sentence, c)):
            return (c.left + (sentence.tokens[c.left].lower == "that"), c.right)
    if (is_ := _predicate(sentence, noun)) is not None:
        return is_
    for c in children(sentence, noun, "prep"):
        directed = nouns(sentence)[noun.lemma] in _DIRECTED.get(c.lower, ())
        if c.i > noun.i and c.right > c.i and (directed or c.lower in words().directed.get(noun.lemma, ())):
            return (c.i + 1, c.right)
    return None


def _predicate(sentence: Sentence, noun: Token) -> tuple[int, int] | None:
    """'The union's main demand is that ...', '... is to ...': what follows "is"."""
    be = sentence.tokens[noun.head]
    if noun.dep != "nsubj" or be.lemma != "be":
        return None
    for c in children(sentence, be, "ccomp", "xcomp"):
        first = sentence.tokens[c.left]
        if c.left > be.i and first.lower in ("that", "to"):
            return (c.left + (first.lower == "that"), c.right)
    return None


_TAIL = 8
_STOPS = frozenset(".?!…")
_LABEL_MAX = 9
DASHES = frozenset({"-", "–", "—", "--", "―"})


def labels(view: View, firsts: list[Sentence], places: frozenset[Span]) -> Iterator[Draft]:
    """Labels with a colon at the start of a line ("Minister: ...", "Q: ..."), and in headlines a source after a dash.
    `firsts` holds the first sentence of every part. In running text a label counts before a quotation, or where a
    second line has one too (interviews, transcripts). A place alone before a colon is a topic, no speaker.
    """
    found = [(s, colon) for s in firsts if (colon := _label_colon(s)) is not None and _span(s, colon) not in places]
    for number, sentence in enumerate(firsts):
        colon = next((c for s, c in found if s is sentence), None)
        title = sentence.kind is PartKind.HEADLINE or number == 0
        quoted = colon is not None and view.quotation(sentence.tokens[colon.i + 1]) is not None
        turn = quoted or (len(found) > 1 and colon is not None and _turn(view, sentence, colon))
        if colon is not None and (title or turn):
            # A title that runs on into the text is over where its sentence ends.
            said = view.document.parts[sentence.part] if turn else sentence
            yield _labelled(view, sentence, colon, said.end)
        elif title:
            yield from _credit(sentence)


def _label_colon(sentence: Sentence) -> Token | None:
    colon = next((t for t in sentence.tokens[:12] if t.text in (":", "):", "]:")), None)
    if colon is None or not 0 < colon.i < len(sentence.tokens) - 1 or not _is_label(_label(sentence, colon)):
        return None
    return colon


def _label(sentence: Sentence, colon: Token) -> tuple[Token, ...]:
    """The words before the colon, without a remark in brackets: "GENERAL DORN (army)"."""
    label = sentence.tokens[: colon.i]
    if label[-1].text in (")", "]") or len(colon.text) > 1:
        return label[: next((t.i for t in label if t.text in ("(", "[")), colon.i)]
    return label


def _turn(view: View, sentence: Sentence, colon: Token) -> bool:
    """Whole sentences after the colon: no item of a list ("Lorna: a car bomb"), no title ("Velin: Truce signed")."""
    part = view.document.parts[sentence.part]
    opens = sentence.tokens[colon.i + 1].text[0]
    return not opens.islower() and view.text[max(part.start, part.end - 3) : part.end].rstrip("\"'”’») ")[-1:] in _STOPS


def _span(sentence: Sentence, colon: Token) -> Span:
    return sentence.span(0, colon.i - 1)


def _labelled(view: View, sentence: Sentence, colon: Token, end: int) -> Draft:
    label = _label(sentence, colon)
    to = next((t.i for t in label if t.lower == "to" and 0 < t.i < colon.i - 1), None)
    asks = view.text[colon.end : end].rstrip("\"'”’») ").endswith("?")
    return Draft(
        sentence=sentence,
        spot=colon,
        cue=sentence.span(colon.i, colon.i),
        lemma=":",
        act=Act.REQUEST if asks else Act.ASSERT,
        rule=rules.LABEL,
        speaker=named(sentence, label[:to]),
        audience=(named(sentence, label[to + 1 :]),) if to is not None else (),
        content=[Span(sentence.tokens[colon.i + 1].start, end)],
    )


def _is_label(tokens: tuple[Token, ...]) -> bool:
    names = [t for t in tokens if t.text[0].isalnum() and t.lower not in _SMALL]
    return (
        bool(names)
        and len(tokens) < _LABEL_MAX
        and all(t.text[0].isupper() and t.pos not in ("VERB", "AUX", "ADV", "SCONJ") for t in names)
        and tokens[-1].lower not in words().no_labels
    )


_SMALL = frozenset({"of", "the", "to", "for", "and", "de", "al"})


def named(sentence: Sentence, tokens: tuple[Token, ...]) -> Phrase:
    """The phrase of a label or credit: all its words, headed by its last name or noun."""
    head = next((t for t in reversed(tokens) if t.pos in ("PROPN", "NOUN")), tokens[-1])
    return Phrase(sentence=sentence.index, head=head.i, span=Span(tokens[0].start, tokens[-1].end))


def _credit(sentence: Sentence) -> Iterator[Draft]:
    tokens = sentence.tokens
    for i in range(len(tokens) - 2, 2, -1):
        colon = tokens[i].text == ":"
        if colon or (tokens[i].text in DASHES and tokens[i].start > tokens[i - 1].end):
            tail = tuple(t for t in tokens[i + 1 :] if t.text != ".")
            if tail and is_credit(tail) and (not colon or _is_source(tail[-1])):
                yield Draft(
                    sentence=sentence,
                    spot=tokens[i],
                    cue=sentence.span(i, i),
                    lemma="-",
                    act=Act.ASSERT,
                    rule=rules.CREDIT,
                    speaker=named(sentence, tail),
                    content=[sentence.span(0, i - 1)],
                )
            return


def _is_source(token: Token) -> bool:
    return token.lemma in words().sources or "person" in noun_classes(token.lemma)


def is_credit(tail: tuple[Token, ...]) -> bool:
    """Could these words after a dash name a source?"""
    return len(tail) <= _TAIL and all(
        t.pos in ("NOUN", "PROPN", "ADJ", "PART", "DET", "ADP", "NUM", "PUNCT", "X") for t in tail
    )
