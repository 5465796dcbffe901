"""What a question leaves open."""

from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token


def asked(view: View, anchor: Token) -> bool:
    """True for what a question leaves open ("Will there be sanctions?"), not for what it rests on ("Why did ...?")."""
    tokens = view.sentence.tokens
    if not any(t.text == "?" for t in tokens[-3:]):
        return False
    chain = [anchor, *tree.ancestors(view.sentence, anchor)]
    top = chain[-1]
    if any(t.dep in ("relcl", "advcl", "acl", "parataxis") for t in chain):
        return False
    subject = tree.child(view.sentence, top, "expl", *tree.SUBJECTS)
    own = [top, *tree.children(view.sentence, top, "aux", "auxpass")]
    helper = min((t for t in own if t.pos == "AUX"), key=lambda t: t.i, default=None)
    if subject is None or helper is None or helper.i > subject.i:
        return False
    return not any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in tokens[: helper.i])
