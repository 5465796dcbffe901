"""The reliability plot as SVG: one small panel a kind of record, light and dark, drawn without any library."""

from collections.abc import Iterator, Sequence
from math import sqrt

from sayso.evaluation.reliability import Reliability

_SIDE, _GAP, _LEFT, _TOP, _FOOT = 190, 46, 52, 62, 38
_COLUMNS = 3
_TITLE = "Share of records that are right, by confidence"
_STYLE = """
  :root { color-scheme: light dark; }
  .paper { fill: #fbfaf7; } .panel { fill: #ffffff; stroke: #d9d5cc; } .grid { stroke: #eeebe4; }
  .ideal { stroke: #9a9ca3; stroke-dasharray: 4 4; } .line { stroke: #2b62b8; fill: none; stroke-width: 1.6; }
  .dot { fill: #2b62b8; fill-opacity: .85; } .bar { fill: #2b62b8; fill-opacity: .14; }
  .sure { stroke: #2b62b8; stroke-opacity: .45; }
  text { font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #63666d; }
  .title { font-weight: 600; font-size: 14px; fill: #1f2023; } .tick { font-size: 10px; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #16181c; } .panel { fill: #1e2126; stroke: #3a3f48; } .grid { stroke: #2a2e35; }
    .ideal { stroke: #7b808a; } .line { stroke: #86b1f2; } .dot, .bar { fill: #86b1f2; } .sure { stroke: #86b1f2; }
    text { fill: #a0a4ad; } .title { fill: #e6e4df; }
  }
"""


def reliability_svg(found: Sequence[Reliability]) -> str:
    """Measured reliabilities -> an SVG of one panel each: the share that is right over the confidence, on the dashed
    line if confidence holds; whiskers span two standard errors, bars show how many records have that confidence.
    """
    rows = -(-len(found) // _COLUMNS)
    width = _LEFT + _COLUMNS * (_SIDE + _GAP)
    height = _TOP + rows * (_SIDE + _GAP + _FOOT) - _GAP // 2
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} aria-label="{_TITLE}">',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}" rx="8"/>',
        f'<text class="title" x="{_LEFT}" y="26">{_TITLE}</text>',
    ]
    for number, one in enumerate(found):
        left = _LEFT + number % _COLUMNS * (_SIDE + _GAP)
        top = _TOP + number // _COLUMNS * (_SIDE + _GAP + _FOOT)
        parts.append(f'<g transform="translate({left} {top})">')
        parts += _panel(one)
        parts.append("</g>")
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(one: Reliability) -> Iterator[str]:
    yield f'<rect class="panel" width="{_SIDE}" height="{_SIDE}"/>'
    for tick in (0.2, 0.4, 0.6, 0.8):
        yield f'<path class="grid" d="M{_x(tick)} 0V{_SIDE}M0 {_y(tick)}H{_SIDE}"/>'
    for tick in (0, 0.5, 1):
        yield f'<text class="tick" x="{_x(tick)}" y="{_SIDE + 14}" text-anchor="middle">{tick:g}</text>'
        yield f'<text class="tick" x="-7" y="{_y(tick) + 3.5:g}" text-anchor="end">{tick:g}</text>'
    most = max(b.cases for b in one.bins)
    for b in one.bins:
        tall = round(0.35 * _SIDE * b.cases / most, 1)
        yield f'<rect class="bar" x="{_x(b.confidence) - 6:.1f}" y="{_SIDE - tall:.1f}" width="12" height="{tall}"/>'
    yield f'<path class="ideal" d="M0 {_SIDE}L{_SIDE} 0"/>'
    for b in one.bins:
        spread = 2 * sqrt(max(b.right * (1 - b.right), 0.25 / (b.cases + 1)) / b.cases)
        low, high = _y(max(0.0, b.right - spread)), _y(min(1.0, b.right + spread))
        yield f'<path class="sure" d="M{_x(b.confidence)} {low}V{high}"/>'
    points = " ".join(f"{_x(b.confidence)},{_y(b.right)}" for b in one.bins)
    yield f'<polyline class="line" points="{points}"/>'
    for b in one.bins:
        radius = round(2.2 + 4 * sqrt(b.cases / most), 1)
        yield (
            f'<circle class="dot" cx="{_x(b.confidence)}" cy="{_y(b.right)}" r="{radius}">'
            f"<title>{b.cases} records, confidence {b.confidence:.2f}, right {b.right:.2f}</title></circle>"
        )
    yield f'<text class="title" x="0" y="-9">{one.kind}</text>'
    yield f'<text class="tick" x="{_SIDE}" y="-9" text-anchor="end">error {one.error:.3f}</text>'
    under = f"confidence of {one.cases:,} records"
    yield f'<text class="tick" x="{_SIDE / 2:g}" y="{_SIDE + 30}" text-anchor="middle">{under}</text>'


def _x(value: float) -> float:
    return round(value * _SIDE, 1)


def _y(value: float) -> float:
    return round((1 - value) * _SIDE, 1)
