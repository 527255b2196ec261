"""The habits of one cycle, for those who write it. Nothing of it is stored."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.queries.facts import decision_of, prediction_of, result_of
from aimwell.domain.pdsa.craft import MOST_PERSON_DAYS, PLAN, Habit, Name, Work, habits, person_days
from aimwell.domain.pdsa.moves import State
from aimwell.domain.words.craft import TABLE as CRAFT
from aimwell.domain.words.numbers import number_text


@dataclass(frozen=True)
class HabitRow:
    habit: Habit
    name: str
    move: str
    why: str = ""


@dataclass(frozen=True)
class Craft:
    """For the writers of the cycle, while they read it. `planning`: only what a plan can have."""

    work: Work
    lang: str
    planning: bool = False

    @cached_property
    def habits(self) -> tuple[Habit, ...]:
        found = habits(self.work, self.lang)
        return tuple(habit for habit in found if habit.name in PLAN) if self.planning else found

    @property
    def count(self) -> str:
        """ "3 of 7 habits of a cycle that teaches"."""
        there = sum(habit.there for habit in self.habits)
        return CRAFT.say("count", self.lang, there=there, all=len(self.habits))

    @property
    def there(self) -> list[HabitRow]:
        return [self._row(habit) for habit in self.habits if habit.there]

    @property
    def open(self) -> list[HabitRow]:
        return [self._row(habit) for habit in self.habits if not habit.there and not habit.later]

    @property
    def later(self) -> list[HabitRow]:
        return [self._row(habit) for habit in self.habits if habit.later]

    def _row(self, habit: Habit) -> HabitRow:
        why = self._small() if habit.name is Name.SMALL else ""
        return HabitRow(habit, CRAFT.say(f"habit.{habit.name}", self.lang), self._move(habit), why)

    def _move(self, habit: Habit) -> str:
        if habit.there:
            return ""
        if habit.later:
            return CRAFT.say(f"later.{habit.name}", self.lang)
        move = CRAFT.say(habit.move, self.lang)
        past = self.work.state is State.DONE and habit.name not in (Name.STUDY, Name.NEXT)
        return CRAFT.say("next_time", self.lang, move=move[:1].lower() + move[1:]) if past else move

    def _small(self) -> str:
        total = person_days(self.work)
        if total is None or self.work.days is None:
            return ""
        days = max(1, self.work.days)
        numbers = {"people": total // days, "days": days, "total": total, "most": MOST_PERSON_DAYS}
        return CRAFT.say("small.why", self.lang, **{name: number_text(value) for name, value in numbers.items()})


def craft_of(view: CycleView) -> Craft:
    """Reads nothing that the page of the cycle has not read already."""
    counts = view.received if view.cycle.state != CycleState.DRAFT else 0
    return Craft(work_of(view.cycle, counts=counts, goes_on=bool(view.after)), view.lang)


def work_of(cycle: Cycle, *, counts: int = 0, goes_on: bool = False) -> Work:
    """The cycle, stored or still in a form, as its habits are read."""
    decision = decision_of(cycle)
    return Work(
        state=State(cycle.state),
        what=cycle.try_what,
        prediction=prediction_of(cycle),
        who_or_what=cycle.unit_name,
        days=_days(cycle),
        count_what=cycle.count_what,
        measure=str(cycle.measure or ""),
        planned_counts=cycle.planned_counts or 0,
        who_counts=cycle.who_counts,
        counts=counts,
        steps=cycle.steps,
        who_where=cycle.who_where,
        size=cycle.size,
        rooms=cycle.rooms or 0,
        meant_for=cycle.meant_for or 0,
        result=result_of(cycle),
        learned=cycle.learned,
        surprised_by=cycle.surprised_by,
        assumption=cycle.assumption,
        act=decision.act if decision else None,
        reason=cycle.decision_reason,
        goes_on=goes_on,
    )


def _days(cycle: Cycle) -> int | None:
    begins: datetime.date = timezone.localdate(cycle.locked_at) if cycle.locked_at else timezone.localdate()
    return (cycle.look_on - begins).days if cycle.look_on else None
