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
    """Sections -> text for the terminal: wrapped, controls spelled out; lines with a leading blank stay as they are."""
    blocks = []
    for section in sections:
        lines = [visible(section.title).replace("\n", " ")]
        for line in section.lines:
            lines += _wrapped(visible(line), width)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _wrapped(line: str, width: int) -> list[str]:
    if line.startswith(" ") or "\n" in line:
        return [f"  {one}" for one in line.split("\n")]
    return wrap(
        line,
        max(40, width),
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    ) or ["  "]
