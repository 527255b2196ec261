"""The small vocabulary of marks, 13 px, always drawn beside words (mockups section 6).

Each mark has a shape of its own: it reads in grey, on paper and in forced colours.
"""

from collections.abc import Callable
from functools import partial, reduce
from math import cos, pi, sin

from aimwell.domain.render.diagram import BLUE, INK, INK2, ORANGE, at, escaped, tag

SIZE = 13.0
C = SIZE / 2
R = 5.4


def mark(name: str, x: float = 0.0, y: float = 0.0, *, size: float = SIZE) -> str:
    """The mark as an SVG group whose upper left corner is at (x, y). KeyError for an unknown name."""
    scale = "" if size == SIZE else f" scale({size / SIZE:.3f})"
    place = f"translate({at(x)} {at(y)}){scale}"
    return tag("g", MARKS[name](), class_=f"m m-{name}", transform=place)


def mark_svg(name: str, label: str = "", *, size: float = SIZE, black: bool = False) -> str:
    """The mark as an inline image. Without a label it is decoration, for words that stand beside it.

    `black`: for paper, where shapes alone carry every meaning.
    """
    spoken = f'role="img" aria-label="{escaped(label)}"' if label else 'aria-hidden="true"'
    shape = MARKS[name]()
    if black:
        shape = reduce(lambda text, colour: text.replace(colour, "#000000"), (BLUE, ORANGE, INK, INK2), shape)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="m m-{escaped(name)}" width="{at(size)}" height="{at(size)}" '
        f'viewBox="0 0 13 13" focusable="false" {spoken}>{shape}</svg>'
    )


def _met() -> str:
    return tag("circle", class_="m-in", cx=C, cy=C, r=R, fill=BLUE)


def _triangle(*, up: bool) -> str:
    path = "M6.5 1.3L12.2 11.5H.8Z" if up else "M6.5 11.7L12.2 1.5H.8Z"
    return tag("path", class_="m-above" if up else "m-below", d=path, fill=ORANGE)


def _planned() -> str:
    return _stroked("M6.5 1.2L11.8 6.5L6.5 11.8L1.2 6.5Z", width=1.6)


def _stroked(path: str, *, width: float = 1.4, colour: str = INK, class_: str = "m-line", **more: str) -> str:
    ends = {"stroke_linecap": "round", "stroke_linejoin": "round", **more}
    return tag("path", class_=class_, d=path, fill="none", stroke=colour, stroke_width=f"{width}", **ends)


def _ring() -> str:
    return tag("circle", class_="m-line", cx=C, cy=C, r=R, fill="none", stroke=INK, stroke_width="1.4")


def _quarters(count: int) -> str:
    """Clockwise from twelve o'clock."""
    if count == 4:
        return tag("circle", class_="m-fill", cx=C, cy=C, r=R + 0.7, fill=INK)
    if count == 0:
        return _ring()
    angle = count * pi / 2
    end = f"{at(C + R * sin(angle))} {at(C - R * cos(angle))}"
    path = f"M6.5 6.5V{at(C - R)}A{R} {R} 0 {int(count > 2)} 1 {end}Z"
    return _ring() + tag("path", class_="m-fill", d=path, fill=INK)


def _contradicted() -> str:
    return tag("g", _ring().replace(INK, INK2), _stroked("M2.8 10.2L10.2 2.8", colour=INK2, width=1.3))


def _flag() -> str:
    pole = _stroked("M2.2 1V12.4", colour=ORANGE, class_="m-flag-pole", width=1.5)
    return pole + tag("path", class_="m-flag", d="M2.2 1.2H11.4L8.9 4.2L11.4 7.2H2.2Z", fill=ORANGE)


def _lock() -> str:
    bow = _stroked("M4.2 6V4A2.3 2.3 0 0 1 8.8 4V6", colour=INK2)
    return bow + tag(
        "rect", class_="m-line", x=2.2, y=6, width=8.6, height=6, rx=1, stroke=INK2, stroke_width="1.4", fill="none"
    )


def _square(*, filled: bool) -> str:
    return tag(
        "rect",
        class_="m-fill" if filled else "m-line",
        x=1.2,
        y=1.2,
        width=10.6,
        height=10.6,
        fill=INK2 if filled else "none",
        stroke=INK2,
        stroke_width="1.2",
    )


MARKS: dict[str, Callable[[], str]] = {
    "met": _met,
    "below": partial(_triangle, up=False),
    "above": partial(_triangle, up=True),
    "planned": _planned,
    **{f"quarter{count}": partial(_quarters, count) for count in range(5)},
    "assumed": _ring,
    "checking": partial(_quarters, 2),
    "supported": partial(_quarters, 4),
    "contradicted": _contradicted,
    "set_aside": partial(_stroked, "M2 6.5H11", colour=INK2, width=1.6),
    "sent_up": partial(_stroked, "M6.5 12V1.8M2.6 5.6L6.5 1.6L10.4 5.6", colour=INK2),
    "layer": partial(_stroked, "M6.5 1.2L12 4.2L6.5 7.2L1 4.2ZM1 8.4L6.5 11.4L12 8.4"),
    "flag": _flag,
    "tick": partial(_stroked, "M1.6 6.9L5 10.2L11.6 2.9", colour=BLUE, class_="m-tick", width=1.8),
    "lock": _lock,
    "count": partial(_square, filled=True),
    "count_missing": partial(_square, filled=False),
}
