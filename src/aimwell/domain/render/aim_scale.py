"""Where a team stands between its baseline and its aim: one line, recent values as dots, the aim as a diamond."""

from collections.abc import Sequence
from dataclasses import dataclass

from aimwell.domain.render.diagram import BLUE, EDGE, INK, INK2, at, drawing, line, tag, text
from aimwell.domain.theory.spacing import placed
from aimwell.domain.theory.textwidth import width
from aimwell.domain.words.next_step import TABLE

WIDTH, HEIGHT = 264, 88
LEFT, RIGHT, AXIS = 28.0, 236.0, 44.0
VALUE, LABEL, GAP = 16.0, 13.5, 8.0
NEAR = 24.0  # so far a label may stand from its mark and still be read as its own
ROW = 22


@dataclass(frozen=True)
class Label:
    """Two words at a mark: its value above the line, what it is below."""

    mark: float
    value: str
    under: str

    @property
    def wide(self) -> float:
        return max(width(self.value, VALUE, weight=600), width(self.under, LABEL))


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
    start = Label(place(baseline[0]), baseline[1], say("scale.start", lang))
    aim = Label(place(target[0]), target[1], say("scale.aim", lang))
    start_x, aim_x = _side_by_side(start, aim)
    parts = [
        line(LEFT, AXIS, RIGHT, AXIS, class_="d-link", stroke=EDGE),
        *dots,
        line(start.mark, AXIS - 7, start.mark, AXIS + 7, class_="m-line", stroke=INK2, stroke_width="1.4"),
        _labels(start_x, start, colour=INK2),
        _diamond(aim.mark),
        _labels(aim_x, aim, colour=INK),
    ]
    height = HEIGHT
    if middle:
        own = Label(place(middle[0]), middle[1], say(f"scale.{period}", lang, n=len(recent)))
        parts.append(line(own.mark, AXIS - 8, own.mark, AXIS + 8, class_="c-middle", stroke=BLUE, stroke_width="2.5"))
        x = _between(own, (start_x, start), (aim_x, aim))
        parts.append(_row_below(own) if x is None else _labels(x, own, colour=BLUE, class_="c-strong-middle"))
        height += 0 if x is not None else ROW
    words = say("scale.middle_is", lang, middle=middle[1]) if middle else ""
    desc = say("scale.desc", lang, baseline=baseline[1], target=target[1], middle=words)
    return drawing(
        *parts, width=WIDTH, height=height, title=say("scale.title", lang), desc=desc, prefix=prefix, kind="d-scale"
    )


def _side_by_side(start: Label, aim: Label) -> tuple[float, float]:
    """Where the labels of start and aim stand: at their marks, or moved apart by as much as they would touch."""
    left, right = sorted((start, aim), key=lambda one: one.mark)
    begins = placed([left.mark - left.wide / 2, right.mark - right.wide / 2], [left.wide + GAP, right.wide])
    inside = max(-begins[0], 0) - max(begins[1] + right.wide - WIDTH, 0)
    first, last = begins[0] + left.wide / 2 + inside, begins[1] + right.wide / 2 + inside
    return (first, last) if left is start else (last, first)


def _between(own: Label, start: tuple[float, Label], aim: tuple[float, Label]) -> float | None:
    """Where the label of the middle may stand in the same rows, near its mark and touching no other; None: nowhere."""
    (left, first), (right, last) = sorted((start, aim), key=lambda one: one[0])
    before, after = (first.wide + own.wide) / 2 + GAP, (last.wide + own.wide) / 2 + GAP
    half = own.wide / 2
    rooms = [(half, left - before), (left + before, right - after), (right + after, WIDTH - half)]
    places = [min(max(own.mark, low), high) for low, high in rooms if low <= high]
    nearest = min(places, key=lambda x: abs(x - own.mark), default=None)
    return nearest if nearest is not None and abs(nearest - own.mark) <= NEAR else None


def _row_below(own: Label) -> str:
    """Its value and words in one line under the others, as near its mark as the drawing is wide."""
    value = width(own.value, VALUE, weight=600)
    whole = value + GAP + width(own.under, LABEL)
    x = min(max(own.mark - whole / 2, 0), max(WIDTH - whole, 0))
    y = AXIS + 30 + ROW
    return text(x, y, own.value, size=VALUE, fill=BLUE, class_="c-strong-middle", font_weight="600") + text(
        x + value + GAP, y, own.under, size=LABEL, fill=INK2, class_="d-note"
    )


def _diamond(x: float) -> str:
    path = f"M{at(x)} {at(AXIS - 8)}l8 8l-8 8l-8-8z"
    return tag("path", class_="m-planned", d=path, fill="#FAF7F0", stroke=INK, stroke_width="1.6")


def _labels(x: float, label: Label, *, colour: str, class_: str = "d-text") -> str:
    ends = {"text_anchor": "middle"}
    value = text(x, AXIS - 16, label.value, size=VALUE, fill=colour, class_=class_, font_weight="600", **ends)
    return value + text(x, AXIS + 30, label.under, size=LABEL, fill=INK2, class_="d-note", **ends)
