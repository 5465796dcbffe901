"""Claims that nobody came to harm: "no casualties", "nobody was hurt", "no reports of injuries"."""

from sayso.codebook.terms import Harm, VictimKind
from sayso.nlp.tree import children, head_of
from sayso.records.language import Sentence, Token
from sayso.tolls import rules
from sayso.tolls.drafts import Context, Draft, Hit
from sayso.tolls.standing import Standing, governing_verb
from sayso.tolls.victims import is_people, zero


def find_zero(context: Context, hit: Hit, how: Standing) -> tuple[Token, Token, bool] | None:
    """(word of nought, head, only as far as known) for "no casualties", "nobody was hurt", "did not hurt anyone"."""
    sentence, lists = context.sentence, context.words
    if how is Standing.UNREAL:
        return None
    for head in hit.victims:
        word = zero(sentence, head, lists.sets["zero"], lists.sets["nobody"])
        if (
            word is None
            and hit.rule == rules.COUNTED
            and head.dep == "conj"
            and context.quantity_at(head.i - 1) is None
        ):
            first = sentence.tokens[head.head]
            alike = any(c.lower in ("or", "and", "nor") for c in children(sentence, first, "cc"))
            word = zero(sentence, first, lists.sets["zero"], frozenset()) if alike and head.left == head.i else None
        if word is not None and any(q.left <= word.i <= q.right for q in context.quantities):
            word = None if head.lower != "one" else word
        if word is not None and how is not Standing.NEGATED:
            people = (
                head.lower in ("one", "-", *lists.sets["nobody"])
                or head.lemma in lists.counted
                or is_people(context, head, choosy=True, plural=True)
            )
            return (word, head, False) if people or head.i == hit.trigger.i else None
        if how is Standing.NEGATED and (
            head.lower in ("anyone", "anybody") or any(c.lower == "any" for c in children(sentence, head, "det"))
        ):
            return (_negator(sentence, hit.trigger), head, False)
        up = head_of(sentence, head)
        if (
            hit.rule == rules.COUNTED
            and up is not None
            and up.dep == "prep"
            and up.lower == "without"
            and context.quantity_at(head.i) is None
        ):
            return (up, head, False)
        if hit.rule == rules.COUNTED and up is not None and up.lower == "of":
            report = sentence.tokens[up.head]
            word = zero(sentence, report, lists.sets["zero"], frozenset())
            if report.lemma in ("report", "sign", "indication", "loss", "claim") and word is not None:
                return word, head, True
    return None


def _negator(sentence: Sentence, token: Token) -> Token:
    verb = governing_verb(sentence, token)
    return next((c for c in children(sentence, verb) if c.dep == "neg"), verb)


def zero_draft(hit: Hit, harm: Harm, nought: tuple[Token, Token, bool]) -> Draft:
    """The figure of a claim of nought, from its word, its noun and whether it holds only as far as known."""
    word, head, unsure = nought
    noun = (
        head
        if head.i != word.i and head.i != hit.trigger.i and head.lower not in ("one", "-", "anyone", "anybody")
        else None
    )
    return Draft(
        harm=harm,
        low=0,
        high=0,
        approximate=unsure,
        anchor=head.i,
        noun=noun,
        left=min(word.i, head.i, hit.trigger.i),
        right=max(word.i, head.i, hit.trigger.i),
        number_end=word.i,
        trigger=hit.trigger,
        kind=VictimKind.PEOPLE,
        cumulative=False,
        parent=None,
        why=(hit.rule, rules.NO_REPORTS if unsure else rules.ZERO),
    )
