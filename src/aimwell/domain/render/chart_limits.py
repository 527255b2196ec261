"""Control limits behind the data: in steps where they differ from point to point, and as ghosts after their phase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from aimwell.domain.render.chart_frame import Frame
from aimwell.domain.render.chart_lines import phase_at
from aimwell.domain.render.chart_places import Box
from aimwell.domain.render.scale import Scale
from aimwell.domain.render.svg import line, look
from aimwell.domain.spc.reading import PhaseReading, Reading, ReadingPoint

Limit = Callable[[ReadingPoint], float | None]

THREE_SIGMA: tuple[Limit, Limit] = (lambda point: point.lower, lambda point: point.upper)
TWO_SIGMA: tuple[Limit, Limit] = (lambda point: point.lower_2, lambda point: point.upper_2)
ZONED_RULES = frozenset({"western_electric", "nelson", "making_data_count"})
"""Rule sets that ask whether points lie beyond two sigma, so that their reader needs to see those lines."""


def has_limits(reading: Reading) -> bool:
    return any(point.lower is not None or point.upper is not None for point in reading.points)


def wants_zones(reading: Reading) -> bool:
    return reading.method.rule in ZONED_RULES


def limits(reading: Reading, frame: Frame, *, zones: bool) -> str:
    """Limits of every phase, each going on as a ghost through the phase after it. `zones`: two-sigma lines too."""
    if not has_limits(reading):
        return ""
    edges = [phase_at(phase, reading, frame) if phase.index else frame.left for phase in reading.phases]
    edges.append(_end(reading, frame))
    rows, palette = _by_phase(reading), frame.layout.palette
    drawn = []
    for phase, row in zip(reading.phases, rows, strict=True):
        start, stop = edges[phase.index], edges[phase.index + 1]
        turns = turns_of([frame.at(point.on) for point in row], start, stop)
        if zones:
            drawn += [steps(row, limit, turns, frame.y, look("c-limit-2", palette)) for limit in TWO_SIGMA]
        drawn += [steps(row, limit, turns, frame.y, look(_style(phase), palette)) for limit in THREE_SIGMA]
        if phase.index + 2 < len(edges):
            drawn += [_ghost(row, limit, frame, stop, edges[phase.index + 2]) for limit in THREE_SIGMA]
    return "".join(drawn)


def _end(reading: Reading, frame: Frame) -> float:
    return frame.right if reading.last is None else frame.at(reading.last.on) + 5


def _by_phase(reading: Reading) -> list[list[ReadingPoint]]:
    rows: list[list[ReadingPoint]] = [[] for _ in reading.phases]
    for point in reading.points:
        rows[point.phase].append(point)
    return rows


def _style(phase: PhaseReading) -> str:
    return "c-limit-trial" if phase.trial else "c-limit"


def only_height(row: Sequence[ReadingPoint], limit: Limit) -> float | None:
    """The one limit of a phase; None where it differs from point to point or there is none."""
    found = {limit(point) for point in row} - {None}
    return found.pop() if len(found) == 1 else None


def _ghost(row: Sequence[ReadingPoint], limit: Limit, frame: Frame, start: float, stop: float) -> str:
    """Only limits that would have stayed the same can be carried on."""
    height = only_height(row, limit)
    if height is None:
        return ""
    return line(start, frame.y(height), stop, frame.y(height), look("c-limit-ghost", frame.layout.palette))


def turns_of(at: Sequence[float], start: float, stop: float) -> list[float]:
    """Where one step may end and the next begin: halfway between points at `at`."""
    return [start, *((one + two) / 2 for one, two in pairwise(at)), stop]


def steps(row: Sequence[ReadingPoint], limit: Limit, turns: Sequence[float], y: Scale, style: str) -> str:
    """One limit: straight where it never changes, else in steps; None leaves a gap. `turns`: one more than points."""
    height = only_height(row, limit)
    if height is not None:
        return line(turns[0], y(height), turns[-1], y(height), style)
    path: list[str] = []
    lifted = True
    for k, point in enumerate(row):
        value = limit(point)
        if value is not None:
            pen = f"M{turns[k]:.1f} {y(value):.1f}" if lifted else f"V{y(value):.1f}"
            path.append(f"{pen}H{turns[k + 1]:.1f}")
        lifted = value is None
    return f'<path d="{"".join(path)}" fill="none"{style}/>' if path else ""


def limit_boxes(reading: Reading, frame: Frame) -> list[Box]:
    """Boxes along limits that differ from point to point, for labels to keep out of."""
    return [
        (
            frame.at(point.on) - frame.half_step,
            frame.y(value) - 1,
            frame.at(point.on) + frame.half_step,
            frame.y(value) + 1,
        )
        for limit in THREE_SIGMA
        if only_height(reading.points, limit) is None
        for point in reading.points
        if (value := limit(point)) is not None
    ]
