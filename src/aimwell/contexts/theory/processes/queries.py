"""A process map as one reader may see it, from a fixed number of queries."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.theory.models import Bone
from aimwell.contexts.theory.processes.models import Look, Process, Step
from aimwell.contexts.theory.queries import InquiryView
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.render.chart_small import common_range, small_chart_svg
from aimwell.domain.render.pareto_words import pareto_table, pareto_words
from aimwell.domain.render.readings import reading_words
from aimwell.domain.render.special_words import PlainTable, SpecialWords
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.pareto import Pareto, pareto_of_counts
from aimwell.domain.spc.reading import Reading
from aimwell.domain.theory.process import Node, hints
from aimwell.domain.words.processes import break_note, hint_words, ways_in_words


@dataclass(frozen=True)
class Row:
    """One step of the list with its number, where it goes, and its counts for eyes that may see them."""

    number: int
    step: Step
    ways: tuple[str, ...]
    note: str
    looks: list[Look]


FEWEST_DAYS = 3
"""From so many days with counts on, a step has a line over time."""


@dataclass(frozen=True)
class StepLine:
    """The run chart of one step: the share that went otherwise, day by day (products.md, idea 9)."""

    name: str
    days: int
    finding: str
    svg: str


@dataclass(frozen=True)
class ProcessView:
    """Each list is one query, made when it is first asked for."""

    process: Process
    view: InquiryView

    @cached_property
    def all_steps(self) -> list[Step]:
        return list(self.process.steps.select_related("became"))

    @property
    def steps(self) -> list[Step]:
        return [step for step in self.all_steps if step.ended_at is None]

    @property
    def gone(self) -> list[Step]:
        return [step for step in self.all_steps if step.ended_at is not None] if self.view.may_edit else []

    @cached_property
    def looks(self) -> list[Look]:
        """Counts stay with those who see what stands beside a theory."""
        rows = Look.objects.filter(step__process=self.process, ended_at=None, step__ended_at=None)
        return list(rows) if self.view.beside else []

    @cached_property
    def nodes(self) -> list[Node]:
        return [
            Node(
                str(step.pk), step.kind, step.text, step.owner, str(step.goes_to_id or ""), str(step.else_to_id or ""),
                step.yes_label, step.no_label,
            )
            for step in self.steps
        ]  # fmt: skip

    @cached_property
    def notes(self) -> dict[str, str]:
        """By step: "9 of 40 otherwise"."""
        return {str(pk): break_note(breaks, looks, self.view.lang) for pk, (breaks, looks) in self.totals.items()}

    @cached_property
    def totals(self) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        for one in self.looks:
            breaks, looks = found.get(one.step_id, (0, 0))
            found[one.step_id] = (breaks + one.breaks, looks + one.looks)
        return found

    @cached_property
    def rows(self) -> list[Row]:
        ways = ways_in_words(self.nodes, self.view.lang)
        return [
            Row(
                number, step, ways[str(step.pk)], self.notes.get(str(step.pk), ""),
                [one for one in self.looks if one.step_id == step.pk],
            )
            for number, step in enumerate(self.steps, 1)
        ]  # fmt: skip

    @property
    def hints(self) -> list[str]:
        return [hint_words(hint, self.nodes, self.view.lang) for hint in hints(self.nodes)]

    @property
    def bones(self) -> list[Bone]:
        return self.view.bones

    @cached_property
    def pareto(self) -> Pareto | None:
        """Where it most often goes otherwise; None before anything did."""
        named = {row.step.pk: f"{row.number}. {row.step.text}" for row in self.rows}
        found = pareto_of_counts({named[pk]: breaks for pk, (breaks, _looks) in self.totals.items()})
        return found if found.bars else None

    @property
    def pareto_words(self) -> SpecialWords | None:
        return pareto_words(self.pareto, self.view.lang) if self.pareto else None

    @property
    def pareto_table(self) -> PlainTable | None:
        return pareto_table(self.pareto, self.view.lang) if self.pareto else None

    @cached_property
    def lines(self) -> list[StepLine]:
        """A small run chart of each step that was counted on enough days, all on one scale."""
        found = [(row, _reading(row.looks)) for row in self.rows]
        shown = [(row, reading) for row, reading in found if len(reading.points) >= FEWEST_DAYS]
        scale = common_range([reading for _row, reading in shown])
        days = [point.on for _row, reading in shown for point in reading.points]
        return [self._line(row, reading, scale, (min(days), max(days))) for row, reading in shown]

    def _line(
        self, row: Row, reading: Reading, scale: tuple[float, float], dates: tuple[datetime.date, datetime.date]
    ) -> StepLine:
        name = f"{row.number}. {row.step.text}"
        svg = small_chart_svg(
            reading, lang=self.view.lang, y_range=scale, dates=dates, title=name, id_prefix=f"step-{row.step.pk}"
        )
        return StepLine(name, len(reading.points), reading_words(reading, self.view.lang).finding, svg)


def _reading(looks: list[Look]) -> Reading:
    points = [Dated(look.on, numerator=look.breaks, denominator=look.looks) for look in looks]
    return chart_reading(points, unit="%", direction="down")


def processes_of(view: InquiryView) -> list[Process]:
    return list(view.inquiry.processes.filter(ended_at=None))


def processes_aside(view: InquiryView) -> list[Process]:
    return list(view.inquiry.processes.exclude(ended_at=None)) if view.may_edit else []
