"""A chart over time with its words and its drawings: what every chart on a page has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe

from aimwell.domain.render.chart import chart_svg
from aimwell.domain.render.chart_frame import Annotation as Mark
from aimwell.domain.render.chart_frame import Band, Level, Size
from aimwell.domain.render.readings import ReadingWords, reading_words
from aimwell.domain.spc.reading import Reading
from aimwell.domain.words.speech import kept_in_words


@dataclass(frozen=True)
class DrawnChart(ABC):
    """In one language. Words and drawings come from the same `reading`."""

    reading: Reading
    annotations: tuple[Mark, ...]
    bands: tuple[Band, ...]
    lang: str

    @property
    @abstractmethod
    def name(self) -> str:
        """What the chart is of."""

    @property
    @abstractmethod
    def prefix(self) -> str:
        """Begins the identifiers in the drawing; two charts on one page need different ones."""

    @property
    def level(self) -> Level | None:
        """A height that means something on every such chart."""
        return None

    @cached_property
    def words(self) -> ReadingWords:
        return reading_words(self.reading, self.lang)

    def svg(self, size: Size = "desktop") -> SafeString:
        prefix = f"{self.prefix}-{size}"
        drawn = _drawn(self.reading, self.lang, size, self.annotations, self.bands, self.name, prefix, self.level)
        return mark_safe(drawn)  # noqa: S308  (the renderer escapes every text)

    @property
    def wide(self) -> SafeString:
        return self.svg("desktop")

    @property
    def phone(self) -> SafeString:
        return self.svg("phone")


@kept_in_words(maxsize=256)
def _drawn(
    reading: Reading, lang: str, size: Size, marks: tuple[Mark, ...], bands: tuple[Band, ...], title: str, prefix: str,
    level: Level | None,
) -> str:  # fmt: skip
    """Many readers open the same chart between two counts: one drawing serves them until something in it changes."""
    return chart_svg(
        reading, lang=lang, size=size, annotations=marks, bands=bands, title=title, id_prefix=prefix, level=level
    )
