"""A process map as one SVG text: boxes, ways with arrows, yes and no on the lines."""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.domain.render.diagram import (
    EDGE,
    INK,
    INK2,
    SHEET,
    at,
    drawing,
    tag,
    text,
    text_lines,
)
from aimwell.domain.theory.process import Node
from aimwell.domain.theory.process_layout import (
    LABEL,
    LINE,
    NOTE_LINE,
    PAD,
    ROOM,
    SIZE,
    SLANT,
    Box,
    Point,
    Way,
    arrange,
)
from aimwell.domain.theory.textwidth import wrap
from aimwell.domain.words.processes import TABLE, kind_name, way_name

MARGIN = 6.0
ARROW = 5.0


def process_svg(
    nodes: Sequence[Node], *, name: str, lang: str, notes: dict[str, str] | None = None, href: str = "",
    prefix: str = "process",
) -> str:  # fmt: skip
    """`notes` by step, such as "9 of 40 otherwise". `href` holds `{id}` and links each step."""
    layout = arrange(nodes, notes=notes)
    content = [_way(way, lang) for way in layout.ways] + [_box(box, href, lang) for box in layout.boxes]
    return drawing(
        tag("g", *content, transform=f"translate({MARGIN:g} {MARGIN:g})"),
        width=layout.width + 2 * MARGIN,
        height=layout.height + 2 * MARGIN,
        title=TABLE.say("title", lang, name=name),
        desc=TABLE.say("desc", lang, n=len(nodes)),
        prefix=prefix,
        kind="d-process",
        linked=bool(href),
    )


def _box(box: Box, href: str, lang: str) -> str:
    node = box.node
    style: dict[str, str | float | None] = {"class_": "d-box", "fill": SHEET, "stroke": EDGE, "stroke_width": "1.2"}
    if node.kind == "decision":
        left, right, mid = box.x, box.x + box.width, box.y + box.height / 2
        corners = (
            (left, mid), (left + SLANT, box.y), (right - SLANT, box.y), (right, mid), (right - SLANT, box.bottom),
            (left + SLANT, box.bottom),
        )  # fmt: skip
        shape = tag("polygon", points=" ".join(f"{at(x)},{at(y)}" for x, y in corners), **style)
    else:
        round_ = box.height / 2 if node.kind in ("start", "end") else 4.0
        shape = tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=min(round_, 20.0), **style)
    bold = "600" if node.kind in ("start", "end") else None
    first = box.y + PAD + LINE - 5
    words = text_lines(
        box.middle, first, box.lines, step=LINE, size=SIZE, class_="d-text", font_weight=bold, text_anchor="middle"
    )
    under = text_lines(
        box.middle, first + len(box.lines) * LINE - 2, box.notes, step=NOTE_LINE, size=13.0, fill=INK2, class_="d-note",
        text_anchor="middle",
    )  # fmt: skip
    drawn = shape + words + under
    if href:
        spoken = f"{kind_name(node.kind, lang)}: {node.text}"
        drawn = tag("a", drawn, href=href.replace("{id}", node.id), class_="d-a", aria_label=spoken)
    return tag("g", drawn, class_=f"d-node d-{node.kind}", data_node=node.id, data_label=node.text)


def _way(way: Way, lang: str) -> str:
    style: dict[str, str | float | None] = {
        "class_": "d-link", "stroke": INK2, "stroke_width": "1.2", "fill": "none",
        "stroke_dasharray": "5 4" if way.back else None,
    }  # fmt: skip
    path = "M" + "L".join(f"{at(x)} {at(y)}" for x, y in way.points) if way.back else _fallen(way.points)
    label = way_name(way.exit, lang)
    if not label:
        return tag("path", d=path, **style) + _arrow(way)
    return tag("path", d=path, **style) + _arrow(way) + _label(way, label)


def _fallen(points: Sequence[Point]) -> str:
    """A soft way that leaves and arrives upright: the drawing of `soft`, turned by a quarter."""
    first, *rest = points
    parts, here = [f"M{at(first[0])} {at(first[1])}"], first
    for there in rest:
        if here[0] == there[0]:
            parts.append(f"V{at(there[1])}")
        else:
            middle = (here[1] + there[1]) / 2
            parts.append(f"C{at(here[0])} {at(middle)} {at(there[0])} {at(middle)} {at(there[0])} {at(there[1])}")
        here = there
    return "".join(parts)


def _arrow(way: Way) -> str:
    x, y = way.points[-1]
    if way.back:
        points = ((x, y), (x + ARROW * 1.6, y - ARROW), (x + ARROW * 1.6, y + ARROW))
    else:
        points = ((x, y), (x - ARROW, y - ARROW * 1.6), (x + ARROW, y - ARROW * 1.6))
    return tag("polygon", points=" ".join(f"{at(a)},{at(b)}" for a, b in points), class_="d-arrow", fill=INK2)


def _label(way: Way, words: str) -> str:
    """Beside the way where it leaves; right of its channel for a way back. The list holds a long one whole."""
    x, y = way.points[0]
    style: dict[str, str | float | None] = {"class_": "d-note d-halo", "font_weight": "600"}
    if way.back:
        short = wrap(words, LABEL, 13.0, weight=600, most=1)[0]
        return text(way.points[1][0] + 6, y - 5, short, size=13.0, fill=INK, **style)  # type: ignore[arg-type]
    end = way.points[-1][0] if len(way.points) == 3 else way.points[2][0]
    side = 1 if end > x else -1
    short = wrap(words, ROOM / 2 - 10, 13.0, weight=600, most=1)[0]
    anchor = "start" if side > 0 else "end"
    return text(x + side * 8, y + 16, short, size=13.0, fill=INK, text_anchor=anchor, **style)  # type: ignore[arg-type]
