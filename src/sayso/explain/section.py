"""What every explanation is made of."""

from dataclasses import dataclass
from textwrap import wrap

from sayso.export.visible import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its lines; a line is one fact."""

    title: str
    lines: tuple[str, ...]


def as_text(sections: tuple[Section, ...], *, width: int = 80) -> str:
    """Sections -> text for the terminal: wrapped, their indentation kept, control characters spelled out."""
    blocks = []
    for section in sections:
        lines = _wrapped(visible(section.title).replace("\n", " "), width, indent="")
        for line in section.lines:
            for one in visible(line).split("\n"):
                lines += _wrapped(one, width, indent="  ")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _wrapped(line: str, width: int, *, indent: str) -> list[str]:
    """The line at its own indentation, its continuations two columns further in; columns in it are kept."""
    words = line.lstrip(" ")
    lead = indent + " " * (len(line) - len(words))
    return wrap(
        words,
        max(40, width),
        initial_indent=lead,
        subsequent_indent=f"{lead}  ",
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
