"""How sure somebody was against how often it held: a dot for each tenth, with the number of forecasts in it.

The table beside it says the same. It is drawn for the person whose forecasts they are, and for nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.domain.pdsa.ledger import TENTHS, Tenth
from aimwell.domain.render.svg import document, line, look, text
from aimwell.domain.words.ledger import TABLE

SIZE, LEFT, TOP, BOTTOM = 330.0, 46.0, 10.0, 50.0
PLOT = SIZE - LEFT - 10
INSIDE = 16.0
"""Between the frame and 0 or 10, so that no number stands on the frame."""
SPAN = PLOT - 2 * INSIDE
SMALLEST, GROWS, LARGEST = 4.0, 0.8, 10.0


def calibration_svg(tenths: Sequence[Tenth], *, lang: str, prefix: str = "calibration") -> str:
    body = _frame(lang) + "".join(_dot(tenth) for tenth in tenths)
    return document(
        SIZE,
        TOP + PLOT + BOTTOM,
        body,
        prefix=prefix,
        title=TABLE.say("title", lang),
        description=" ".join([TABLE.say("alt", lang), *(tenth_words(tenth, lang) for tenth in tenths)]),
        kind="calibration",
    )


def tenth_words(tenth: Tenth, lang: str) -> str:
    """ "About 7 in 10: 5 of 8 held."."""
    return TABLE.say("tenth", lang, tenth=tenth.tenth, held=tenth.held, n=tenth.count)


def _x(said: float) -> float:
    return LEFT + INSIDE + SPAN * said / TENTHS


def _y(held: float) -> float:
    return TOP + INSIDE + SPAN - SPAN * held / TENTHS


def _frame(lang: str) -> str:
    small, soft = look("c-text-3", "screen"), look("c-text-2", "screen")
    edges = f'<rect x="{LEFT:g}" y="{TOP:g}" width="{PLOT:g}" height="{PLOT:g}"{look("c-good", "screen")}/>'
    even = line(_x(0), _y(0), _x(TENTHS), _y(TENTHS), look("c-event", "screen"))
    ticks = "".join(
        text(_x(at), TOP + PLOT + 18, str(at), small, size=13, anchor="middle")
        + text(LEFT - 8, _y(at) + 4, str(at), small, size=13, anchor="end")
        for at in range(0, TENTHS + 1, 2)
    )
    names = text(LEFT + PLOT / 2, TOP + PLOT + 40, TABLE.say("axis.said", lang), soft, size=13, anchor="middle")
    upright = text(0, 0, TABLE.say("axis.held", lang), soft, size=13, anchor="middle")
    names += f'<g transform="translate(14 {TOP + PLOT / 2:g}) rotate(-90)">{upright}</g>'
    return edges + even + ticks + names


def _dot(tenth: Tenth) -> str:
    """Larger for more forecasts; their number stands beside it, on the side where there is room."""
    x, y = _x(tenth.tenth), _y(float(tenth.share * TENTHS))
    radius = min(LARGEST, SMALLEST + GROWS * tenth.count)
    near_edge = tenth.tenth >= TENTHS - 1
    at, anchor = (x - radius - 4, "end") if near_edge else (x + radius + 4, "start")
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"{look("c-open", "screen")}/>'
    return dot + text(at, y + 4.5, str(tenth.count), look("c-strong", "screen"), size=13, anchor=anchor)
