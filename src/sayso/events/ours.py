"""Who "we" are in the words of somebody who speaks for a government, a force or a body."""

from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.base import Phrase
from sayso.records.language import Document, Sentence, Token
from sayso.records.statements import FoundStatement

_OFFICES = frozenset(
    {"official", "government", "diplomat", "military", "armed_group", "intergovernmental", "party", "judicial"}
    | {"legislature", "delegation", "police", "organisation"}
)
_HEADS = frozenset(
    {"president", "minister", "spokesman", "spokeswoman", "spokesperson", "commander", "general", "ambassador", "envoy"}
    | {"premier", "chancellor", "secretary", "governor", "mayor", "leader", "chief", "colonel", "senator"}
)


def ours(
    view: View, statement: FoundStatement | None, actors: tuple[Token, ...], document: Document
) -> tuple[Phrase, ...]:
    """The phrases of the actors, "we" replaced by the speaker of the statement where the speaker holds an office."""
    ask = statement is not None and any(actor.lower == "we" for actor in actors)
    speaker = _official(view, statement, document) if ask and statement is not None else None
    told = (speaker if speaker is not None and a.lower == "we" else view.phrase(a) for a in actors)
    return tuple(dict.fromkeys(told))


def _official(view: View, statement: FoundStatement, document: Document) -> Phrase | None:
    """The speaker, if the words around the name tell an office; a bare name or pronoun tells none."""
    speaker = statement.speaker
    if speaker is None:
        return None
    sentence = document.sentences[speaker.sentence]
    head = sentence.tokens[speaker.head]
    return speaker if any(_office(view, t) for t in _around(sentence, head)) else None


def _around(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    return (head, *tree.children(sentence, head, "compound", "appos", "nmod", "amod"))


def _office(view: View, token: Token) -> bool:
    lemma = token.lemma.lower()
    return lemma in _HEADS or not _OFFICES.isdisjoint(view.lexicon.classes_of(lemma))
