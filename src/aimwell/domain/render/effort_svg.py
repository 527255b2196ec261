"""Effect and ability of several ideas in one square: each a number with arms as long as its ratings lie apart.

The table beside it says the same (S1 R-18). No name of a person and no average stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.domain.render.svg import document, line, look, text
from aimwell.domain.theory.choosing import HIGH, LOW, MIDDLE, Rated
from aimwell.domain.words.choosing import TABLE

SIZE, LEFT, TOP, BOTTOM = 360.0, 44.0, 16.0, 50.0
PLOT = SIZE - LEFT - 16
NEAR = 13.0
"""How far apart numbers stand whose middle ratings are the same."""


def effort_svg(ideas: Sequence[Rated], *, lang: str, prefix: str = "effort") -> str:
    body = _frame(lang) + "".join(_idea(idea, _shift(idea, ideas)) for idea in ideas)
    return document(
        SIZE,
        TOP + PLOT + BOTTOM,
        body,
        prefix=prefix,
        title=TABLE.say("effort.title", lang),
        description=" ".join(described(idea, lang) for idea in ideas),
        kind="effort",
    )


def described(idea: Rated, lang: str) -> str:
    """One idea in one sentence, for whoever does not see the drawing."""
    return TABLE.say(
        "effort.alt",
        lang,
        number=idea.number,
        name=idea.name,
        effect=span(idea.effect.low, idea.effect.high, lang),
        ability=span(idea.ability.low, idea.ability.high, lang),
        quarter=TABLE.say(f"quarter.{idea.quarter}", lang),
    )


def span(low: int, high: int, lang: str) -> str:
    """ "3", or "2 to 5"."""
    return str(low) if low == high else TABLE.say("effort.span", lang, low=low, high=high)


def _x(ability: float) -> float:
    return LEFT + PLOT * (ability - LOW + 0.5) / (HIGH - LOW + 1)


def _y(effect: float) -> float:
    return TOP + PLOT - PLOT * (effect - LOW + 0.5) / (HIGH - LOW + 1)


def _frame(lang: str) -> str:
    small, soft = look("c-text-3", "screen"), look("c-text-2", "screen")
    right, bottom = LEFT + PLOT, TOP + PLOT
    edges = f'<rect x="{LEFT:g}" y="{TOP:g}" width="{PLOT:g}" height="{PLOT:g}"{look("c-good", "screen")}/>'
    grid = line(_x(MIDDLE), TOP, _x(MIDDLE), bottom, look("c-event", "screen"))
    grid += line(LEFT, _y(MIDDLE), right, _y(MIDDLE), look("c-event", "screen"))
    ticks = "".join(
        text(_x(at), bottom + 18, str(at), small, size=13, anchor="middle")
        + text(LEFT - 8, _y(at) + 4, str(at), small, size=13, anchor="end")
        for at in range(LOW, HIGH + 1)
    )
    names = text(LEFT + PLOT / 2, bottom + 40, TABLE.say("effort.ability", lang), soft, size=13, anchor="middle")
    upright = TABLE.say("effort.effect", lang)
    names += (
        f'<g transform="translate(14 {TOP + PLOT / 2:g}) rotate(-90)">'
        f"{text(0, 0, upright, soft, size=13, anchor='middle')}</g>"
    )
    corners = "".join(
        text(x, y, TABLE.say(f"quarter.{key}", lang), small, size=12, anchor=anchor)
        for key, x, y, anchor in (
            ("prepare", LEFT + 8, TOP + 17, "start"),
            ("first", right - 8, TOP + 17, "end"),
            ("later", LEFT + 8, bottom - 8, "start"),
            ("small", right - 8, bottom - 8, "end"),
        )
    )
    return edges + grid + ticks + names + corners


def _shift(idea: Rated, ideas: Sequence[Rated]) -> float:
    """Ideas with the same middle ratings stand side by side."""
    place = (idea.effect.middle, idea.ability.middle)
    same = [one.number for one in ideas if (one.effect.middle, one.ability.middle) == place]
    return NEAR * 2 * (same.index(idea.number) - (len(same) - 1) / 2)


def _idea(idea: Rated, shift: float) -> str:
    x, y = _x(idea.ability.middle) + shift, _y(idea.effect.middle)
    arms = look("c-before", "screen")
    drawn = ""
    if idea.ability.low != idea.ability.high:
        drawn += line(_x(idea.ability.low) + shift, y, _x(idea.ability.high) + shift, y, arms)
    if idea.effect.low != idea.effect.high:
        drawn += line(x, _y(idea.effect.low), x, _y(idea.effect.high), arms)
    drawn += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="11"{look("c-open", "screen")}/>'
    return drawn + text(x, y + 4.5, str(idea.number), look("c-strong", "screen"), size=13, anchor="middle")
