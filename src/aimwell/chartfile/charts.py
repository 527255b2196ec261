"""One chart, ready for every kind of output, whatever it was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aimwell.domain.render.chart_frame import Size
from aimwell.domain.render.special_words import PlainTable
from aimwell.domain.spc.reading import Reading

Cell = str | float | int | None
Draw = Callable[[Size, str], str]
"""The picture as SVG: its size, and a prefix that keeps its ids apart from others on one page."""


@dataclass(frozen=True, slots=True)
class Chart:
    """`name` of the group, empty where there are none; `title` of what is measured.

    `lead`: what is found, in one line. `table`: all numbers as texts; `newest`: those to stand under the words.
    `records`: header and rows with exact values. `data`: all that was found, for JSON. `reading`: of a chart over time.
    """

    name: str
    title: str
    draw: Draw
    lead: str
    sentences: tuple[str, ...]
    table: PlainTable
    newest: PlainTable
    records: tuple[tuple[Cell, ...], ...]
    data: dict[str, Any]
    reading: Reading | None = None

    @property
    def heading(self) -> str:
        return f"{self.title}: {self.name}" if self.name else self.title
