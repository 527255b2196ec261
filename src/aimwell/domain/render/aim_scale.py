"""Where a team stands between its baseline and its aim: one line, recent values as dots, the aim as a diamond."""

from collections.abc import Sequence

from aimwell.domain.render.diagram import BLUE, EDGE, INK, INK2, at, drawing, line, tag, text
from aimwell.domain.theory.textwidth import width
from aimwell.domain.words.next_step import TABLE

WIDTH, HEIGHT = 264, 88
LEFT, RIGHT, AXIS = 28.0, 236.0, 44.0
LABEL, GAP = 13.5, 8.0


def aim_scale_svg(
    *,
    baseline: tuple[float, str],
    target: tuple[float, str],
    recent: Sequence[float],
    middle: tuple[float, str] | None,
    lang: str,
    period: str = "week",
    prefix: str = "aim-scale",
) -> str:
    """`baseline`, `target`, `middle`: a value and the words for it. `recent`: the latest values, at most ten or so,
    one each `period` (day, week, month).

    `middle` is the median of `recent`; without it only start and aim are drawn.
    """
    say = TABLE.say
    shown = [baseline[0], target[0], *recent] + ([middle[0]] if middle else [])
    low, high = min(shown), max(shown)

    def place(value: float) -> float:
        return LEFT + (value - low) / ((high - low) or 1) * (RIGHT - LEFT)

    dots = [tag("circle", class_="m-recent", cx=place(v), cy=AXIS, r=3.4, fill=BLUE, opacity="0.55") for v in recent]
    parts = [
        line(LEFT, AXIS, RIGHT, AXIS, class_="d-link", stroke=EDGE),
        *dots,
        _tick(place(baseline[0]), baseline[1], say("scale.start", lang), colour=INK2),
        _aim(place(target[0]), target[1], say("scale.aim", lang)),
    ]
    if middle:
        under = say(f"scale.{period}", lang, n=len(recent))
        start, end = place(baseline[0]), place(target[0])
        x = _apart(place(middle[0]), (start, say("scale.start", lang)), (end, say("scale.aim", lang)), under)
        parts.append(_middle(place(middle[0]), x, middle[1], under))
    words = say("scale.middle_is", lang, middle=middle[1]) if middle else ""
    desc = say("scale.desc", lang, baseline=baseline[1], target=target[1], middle=words)
    return drawing(
        *parts, width=WIDTH, height=HEIGHT, title=say("scale.title", lang), desc=desc, prefix=prefix, kind="d-scale"
    )


def _apart(x: float, start: tuple[float, str], end: tuple[float, str], words: str) -> float:
    """Where the label of the middle may stand without touching the labels of start and aim."""
    left, right = sorted((start, end))
    low = left[0] + (width(left[1], LABEL) + width(words, LABEL)) / 2 + GAP
    high = right[0] - (width(right[1], LABEL) + width(words, LABEL)) / 2 - GAP
    return min(max(x, low), high) if low <= high else (low + high) / 2


def _tick(x: float, words: str, under: str, *, colour: str) -> str:
    return line(x, AXIS - 7, x, AXIS + 7, class_="m-line", stroke=colour, stroke_width="1.4") + _labels(
        x, words, under, colour=colour
    )


def _aim(x: float, words: str, under: str) -> str:
    path = f"M{at(x)} {at(AXIS - 8)}l8 8l-8 8l-8-8z"
    shape = tag("path", class_="m-planned", d=path, fill="#FAF7F0", stroke=INK, stroke_width="1.6")
    return shape + _labels(x, words, under, colour=INK)


def _middle(x: float, label_x: float, words: str, under: str) -> str:
    mark = line(x, AXIS - 8, x, AXIS + 8, class_="c-middle", stroke=BLUE, stroke_width="2.5")
    return mark + _labels(label_x, words, under, colour=BLUE, class_="c-strong-middle")


def _labels(x: float, words: str, under: str, *, colour: str, class_: str = "d-text") -> str:
    ends = {"text_anchor": "middle"}
    return text(x, AXIS - 16, words, size=16, fill=colour, class_=class_, font_weight="600", **ends) + text(
        x, AXIS + 30, under, size=LABEL, fill=INK2, class_="d-note", **ends
    )
