"""A chart over time as one SVG text, for page, print and picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aimwell.domain.render import chart_labels as labels
from aimwell.domain.render import chart_lines as lines
from aimwell.domain.render.chart_frame import LAYOUTS, Annotation, Band, Frame, Layout, Level, Size, frame_for
from aimwell.domain.render.chart_heads import head_rows, heads, heads_of
from aimwell.domain.render.chart_limits import limit_boxes, limits, wants_zones
from aimwell.domain.render.chart_marks import Place, data_line, places_of, points
from aimwell.domain.render.chart_places import Box
from aimwell.domain.render.chart_text import width_of
from aimwell.domain.render.numbers import Voice, voice_for
from aimwell.domain.render.readings import reading_alt
from aimwell.domain.render.svg import document, line, look, text
from aimwell.domain.spc.reading import Reading
from aimwell.domain.words.readings import TABLE as SENTENCES
from aimwell.domain.words.spc import TABLE as CHARTS


def chart_svg(
    reading: Reading,
    *,
    lang: str,
    size: Size = "desktop",
    annotations: Sequence[Annotation] = (),
    bands: Sequence[Band] = (),
    title: str = "",
    id_prefix: str = "chart",
    zones: bool | None = None,
    level: Level | None = None,
) -> str:
    """The chart of a reading. `title` names it for screen readers; `id_prefix` must differ within one page.

    `zones`: pale lines at two sigma; None draws them where the rules ask about them. `level`: one more line, named.

    Classes carry the look on the page; the same attributes stand in the text, in light colours (`print`: black), so
    that the picture can stand alone. Nothing is drawn that the reading does not hold, but annotations, bands and level.
    """
    layout = LAYOUTS[size]
    name = title or CHARTS.say(f"chart.{reading.method.chart}", lang)
    if reading.last is None:
        return _empty(layout, lang, name, id_prefix, size)
    voice = voice_for(reading, lang)
    frame = frame_for(reading, voice, layout, head_rows=1, level=level)
    found = heads_of(reading, annotations, voice, frame)
    if head_rows(found) > 1:
        frame = frame_for(reading, voice, layout, head_rows=head_rows(found), level=level)
    bars = lines.cycle_bars(annotations, frame)
    places = places_of(reading, frame)
    words: list[Box] = []
    body = "".join(
        (
            lines.bands(reading, frame, bands),
            lines.grid(frame, voice),
            lines.date_axis(reading, frame, voice),
            limits(reading, frame, zones=wants_zones(reading) if zones is None else zones),
            lines.level(level, frame),
            lines.aim(reading, frame),
            lines.middles(reading, frame),
            heads(found, voice, frame, words),
            lines.future(reading, frame),
            data_line(reading, places, layout.palette),
            points(reading, voice, frame, places),
            labels.good_label(reading, voice, frame, headed=bool(found), words=words),
            _labels(reading, voice, frame, places, words, level),
            lines.cycles(bars, frame, voice),
        )
    )
    return document(
        layout.width,
        _height(frame, bars),
        body,
        prefix=id_prefix,
        title=name,
        description=reading_alt(reading, lang),
        kind=size,
    )


def _labels(
    reading: Reading, voice: Voice, frame: Frame, places: Sequence[Place | None], words: list[Box], level: Level | None
) -> str:
    drawn = _drawn_boxes(places)
    named = [*labels.level_label(level, frame), *labels.line_labels(reading, voice, frame)]
    if frame.layout.labels == "right":
        across = [(frame.left, label.at - 1, frame.right, label.at + 1) for label in named]
        return labels.right_labels(named, frame) + labels.last_label(reading, voice, frame, words, drawn + across)
    drawn += limit_boxes(reading, frame)
    newest = labels.last_label(reading, voice, frame, words, drawn)
    return labels.inside_labels(named, reading, frame, words, drawn) + newest


def _drawn_boxes(places: Sequence[Place | None]) -> list[Box]:
    """Boxes around the points and along the line between them, for labels to keep out of."""
    boxes = [(x - 5, y - 5, x + 5, y + 5) for x, y in (place for place in places if place is not None)]
    for one, two in pairwise(places):
        if one is not None and two is not None:
            for share in (0.25, 0.5, 0.75):
                x, y = one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share
                boxes.append((x - 1, y - 1, x + 1, y + 1))
    return boxes


def _height(frame: Frame, bars: Sequence[lines.CycleBar]) -> float:
    if bars:
        return round(lines.cycle_y(frame, max(bar.lane for bar in bars)) + 10)
    return round(frame.bottom + frame.layout.tick + 14)


def _empty(layout: Layout, lang: str, name: str, prefix: str, size: Size) -> str:
    """An axis and one sentence."""
    words = SENTENCES.say("empty", lang)
    height = 120
    axis = line(8, height - 30, layout.width - 8, height - 30, look("c-axis", layout.palette))
    wide = width_of(words, layout.note + 1)
    start = max(8.0, (layout.width - wide) / 2)
    sentence = text(start, height / 2, words, look("c-text-2", layout.palette), size=layout.note + 1)
    return document(layout.width, height, axis + sentence, prefix=prefix, title=name, description=words, kind=size)
