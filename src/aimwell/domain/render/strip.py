"""Prediction beside result on one line: box for a range, bracket for a bound, a mark for what came in (mockup 05).

Met is a blue circle in the box, below and above are orange triangles, no result yet is a hollow diamond. All rows
of one strip share one scale, from nothing to the whole where there is one.
"""

from dataclasses import dataclass
from fractions import Fraction

from aimwell.domain.pdsa.judging import Result, in_words, judge, result_words, share_of
from aimwell.domain.pdsa.predictions import Kind, Prediction, words
from aimwell.domain.render.diagram import EDGE, INK, INK2, INK3, ORANGE_TEXT, PAPER, RULE, drawing, line, tag, text
from aimwell.domain.render.marks import mark
from aimwell.domain.theory.numbers import exact, written
from aimwell.domain.theory.textwidth import width as text_width
from aimwell.domain.words.numbers import NBSP
from aimwell.domain.words.pdsa import say

MARK = 13.0
BOX = 13.0
ROW = 27.0
PAD = 8.0
NAME_ROOM, RESULT_ROOM = 104.0, 66.0


@dataclass(frozen=True)
class Row:
    """One line of the strip: "Room 12" with its result; `bold` for the whole group."""

    name: str
    result: Result
    bold: bool = False


@dataclass(frozen=True)
class Scale:
    """Maps values, or shares where `whole` is a share, to pixels from `left` to `right`."""

    low: Fraction
    high: Fraction
    left: float
    right: float

    def x(self, value: Fraction) -> float:
        part = (value - self.low) / (self.high - self.low)
        return self.left + float(min(max(part, Fraction(0)), Fraction(1))) * (self.right - self.left)


def strip_svg(
    prediction: Prediction,
    result: Result | None,
    *,
    lang: str,
    width: float = 300.0,
    labels: bool = True,
    prefix: str = "strip",
) -> str:
    """One line. With `labels`, the prediction stands above it and the result below; else words go beside it.

    Raises Refused for a prediction that is not complete, ValueError for one without a number: directions and
    events are told in words.
    """
    rows = [] if result is None else [result]
    scale = scale_for(prediction, rows, left=PAD, right=width - PAD)
    y = 30.0 if labels else 10.0
    told = say("strip.waiting", lang, prediction=words(prediction, lang))
    spoken = told if result is None else in_words(prediction, result, lang)
    content = [
        line(0, y, width, y, class_="s-axis", stroke=EDGE, stroke_width="1"),
        _expected(prediction, scale, y - BOX / 2, y + BOX / 2),
        _result_mark(prediction, result, scale, y),
    ]
    if labels:
        content += _labels(prediction, result, scale, lang, width)
    return drawing(
        *content,
        width=width,
        height=58.0 if labels else 20.0,
        title=say("strip.title", lang),
        desc=spoken,
        prefix=prefix,
        kind="d-strip",
    )


def strips_svg(
    prediction: Prediction, rows: tuple[Row, ...], *, lang: str, width: float = 500.0, prefix: str = "strips"
) -> str:
    """Several lines under one box, with names at the left, results at the right and the scale below."""
    scale = scale_for(prediction, [row.result for row in rows], left=NAME_ROOM + PAD, right=width - RESULT_ROOM - PAD)
    top, bottom = 24.0, 24.0 + ROW * len(rows)
    content = [_row(row, prediction, scale, top + ROW * (number + 0.5), lang) for number, row in enumerate(rows)]
    box = _expected(prediction, scale, top, bottom)
    above = _centred(prediction_label(prediction, lang), _middle(prediction, scale), 15.0, 14.0, width)
    spoken = " ".join(f"{row.name}: {in_words(prediction, row.result, lang)}" for row in rows)
    return drawing(
        *[grey for grey, _ in content],
        box,
        *[dark for _, dark in content],
        above,
        *_ticks(scale, bottom + 18, percent=_shares(prediction)),
        width=width,
        height=bottom + 26,
        title=say("strip.title", lang),
        desc=spoken,
        prefix=prefix,
        kind="d-strip",
    )


def prediction_label(prediction: Prediction, lang: str) -> str:
    return say("strip.you_predicted", lang, prediction=words(prediction, lang))


def scale_for(prediction: Prediction, results: list[Result], *, left: float, right: float) -> Scale:
    """From 0 to the whole for counts and percentages; else room around all numbers, 0 kept where it is near."""
    if not prediction.counted:
        raise ValueError("a direction or an event has no scale")
    values = [_place(prediction, value) for value in (prediction.low, prediction.high) if value is not None]
    values += [place for result in results if (place := _result_place(prediction, result)) is not None]
    if _shares(prediction):
        return Scale(Fraction(0), max(Fraction(1), *values), left, right)
    low, high = min(values), max(values)
    room = (high - low) / 2 or abs(high) / 2 or Fraction(1)
    floor = Fraction(0) if 0 <= low <= 2 * room + (high - low) else low - room
    return Scale(floor, high + room, left, right)


def _shares(prediction: Prediction) -> bool:
    return prediction.out_of is not None or prediction.unit == "%"


def _place(prediction: Prediction, value: object) -> Fraction:
    known = exact(value)  # type: ignore[arg-type]
    share = share_of(known, prediction.out_of, prediction.unit)
    return known if share is None else share


def _result_place(prediction: Prediction, result: Result) -> Fraction | None:
    if result.value is None:
        return None
    if not _shares(prediction):
        return exact(result.value)
    share = share_of(result.value, result.out_of, result.unit)
    return _place(prediction, result.value) if share is None else share


def _expected(prediction: Prediction, scale: Scale, top: float, bottom: float) -> str:
    """The outlined box, the bracket with its arrow, or an upright line for a single number."""
    drawn = {"class_": "s-predicted", "stroke": INK, "stroke_width": "1.5", "fill": "none"}
    low = None if prediction.low is None else scale.x(_place(prediction, prediction.low))
    high = None if prediction.high is None else scale.x(_place(prediction, prediction.high))
    middle = (top + bottom) / 2
    if low is not None and high is not None:
        if prediction.kind is Kind.NUMBER:
            return line(low, top - 1, low, bottom + 1, **{**drawn, "stroke_width": "2"})
        return tag("rect", x=low, y=top, width=max(high - low, 2.0), height=bottom - top, **drawn)
    start, tip, point = (low, scale.right + PAD - 1, -5) if low is not None else (high, scale.left - PAD + 1, 5)
    bracket = f"M{start:.1f} {top:.1f}V{bottom:.1f}M{start:.1f} {middle:.1f}H{tip:.1f}"
    arrow = f"M{tip + point:.1f} {middle - 4:.1f}L{tip:.1f} {middle:.1f}L{tip + point:.1f} {middle + 4:.1f}"
    return tag("path", d=bracket + arrow, stroke_linejoin="round", **drawn)


def _result_mark(prediction: Prediction, result: Result | None, scale: Scale, y: float) -> str:
    """The mark of the verdict at its place; the hollow diamond in the middle of what is predicted."""
    place = None if result is None else _result_place(prediction, result)
    if result is None or place is None:
        x = _middle(prediction, scale)
        ground = tag("circle", class_="s-paper", cx=x, cy=y, r=5, fill=PAPER)
        return ground + mark("planned", x - MARK / 2, y - MARK / 2)
    return mark(judge(prediction, result).mark, scale.x(place) - MARK / 2, y - MARK / 2)


def _middle(prediction: Prediction, scale: Scale) -> float:
    low = scale.right if prediction.low is None else scale.x(_place(prediction, prediction.low))
    high = scale.right if prediction.high is None else scale.x(_place(prediction, prediction.high))
    if prediction.low is None:
        low = scale.left
    return (low + high) / 2


def _labels(prediction: Prediction, result: Result | None, scale: Scale, lang: str, width: float) -> list[str]:
    told = say("strip.predicted", lang, prediction=words(prediction, lang, short=True))
    above = _centred(told, _middle(prediction, scale), 14.0, 15.0, width)
    place = None if result is None else _result_place(prediction, result)
    if result is None or place is None:
        return [above]
    missed = not judge(prediction, result).held
    below = say("strip.result", lang, result=result_words(result, lang))
    colour = ORANGE_TEXT if missed else INK
    return [above, _centred(below, scale.x(place), 14.0, 53.0, width, fill=colour, bold=True, missed=missed)]


def _centred(
    words_: str,
    x: float,
    size: float,
    y: float,
    width: float,
    *,
    fill: str = INK,
    bold: bool = False,
    missed: bool = False,
) -> str:
    """Centred on x as far as the picture's edges allow."""
    half = text_width(words_, size, weight=600 if bold else 400) / 2 + 2
    place = min(max(x, half), max(width - half, half))
    return text(
        place,
        y,
        words_,
        size=size,
        fill=fill,
        class_="d-flag" if missed else "d-text",
        text_anchor="middle",
        font_weight="600" if bold else None,
    )


def _row(row: Row, prediction: Prediction, scale: Scale, y: float, lang: str) -> tuple[str, str]:
    weight = "600" if row.bold else None
    end = scale.right + PAD + RESULT_ROOM
    axis = line(scale.left, y, scale.right, y, class_="s-grid", stroke=RULE, stroke_width="1.5")
    told = result_words(row.result, lang) or say("mark.set_aside", lang)
    name = text(0, y + 5, row.name, size=15, font_weight=weight)
    value = text(end, y + 5, told, size=15, text_anchor="end", font_weight=weight, fill=INK if row.bold else INK2)
    drawn = "" if row.result.value is None else _result_mark(prediction, row.result, scale, y)
    return axis, name + value + drawn


def _ticks(scale: Scale, y: float, *, percent: bool) -> list[str]:
    """Three figures: both ends and the middle; the unit stands once, at the last."""
    values = (scale.low, (scale.low + scale.high) / 2, scale.high)
    factor = 100 if percent else 1
    figures = [written(value * factor, places=0 if percent else 2) for value in values]
    figures[-1] += f"{NBSP}%" if percent else ""
    return [
        text(scale.x(value), y, figure, size=13, fill=INK3, class_="d-note", text_anchor="middle")
        for value, figure in zip(values, figures, strict=True)
    ]
