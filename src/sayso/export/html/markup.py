"""Pieces of HTML that are safe by construction: `Html` is markup, every `str` is text and gets escaped."""

from html import escape
from unicodedata import name as character_name

from sayso.export.visible import pieces


class Html(str):
    """A piece of finished markup; joining it with text goes through `join` or `tag`."""

    __slots__ = ()


def text(words: str) -> Html:
    """Text of an article or record -> markup; control and bidi characters become visible marks."""
    return Html("".join(_control(piece) if hidden else escape(piece) for hidden, piece in pieces(words)))


def _control(character: str) -> str:
    code = f"U+{ord(character):04X}"
    title = escape(f"{code} {character_name(character, 'control character')}")
    return f'<span class="control" title="{title}">{code}</span>'


def join(items: "list[str | Html]", glue: str = "") -> Html:
    """Texts and markup -> one piece of markup, `glue` (text) between them; empty items are left out."""
    return Html(escape(glue).join(item if isinstance(item, Html) else text(item) for item in items if item))


def tag(kind: str, *inside: "str | Html", **attributes: "str | None") -> Html:
    """One element. Attribute names: a trailing underscore is cut, other underscores are hyphens; None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{kind}{written}>{join(list(inside))}</{kind}>")


def _attribute(value: str) -> str:
    return escape("".join(f"<U+{ord(piece):04X}>" if hidden else piece for hidden, piece in pieces(value)), quote=True)
