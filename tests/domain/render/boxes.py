"""Where the words of a drawn chart lie, from the widths of the font."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

from aimwell.domain.render.chart_text import width_of

NS = "{http://www.w3.org/2000/svg}"


def word_boxes(svg: str) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Each text that is not turned, with left, top, right, bottom of its figures and capitals."""
    found = []
    for one in ElementTree.fromstring(svg).iter(f"{NS}text"):
        if one.get("transform"):
            continue
        words, size = "".join(one.itertext()), float(one.get("font-size"))
        x, y = float(one.get("x")), float(one.get("y"))
        wide = width_of(words, size)
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[one.get("text-anchor", "start")]
        found.append((words, (left, y - size * 0.66, left + wide, y)))
    return found


def overlaps(svg: str, *, slack: float = 0.5) -> list[tuple[str, str]]:
    """Pairs of texts of which one is written over the other."""
    return [
        (one, two)
        for (one, a), (two, b) in combinations(word_boxes(svg), 2)
        if a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3]
    ]
