"""A talk as the team sees it: what is covered is not in it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.measures.models import Measure, Series
from aimwell.contexts.meetings.conversation.models import Doubt, Talk, TalkLine
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find, may_edit_team, may_show_all, visible_to
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm import talk as rules
from aimwell.domain.theory.numbers import written
from aimwell.domain.words.dates import short_date
from aimwell.domain.words.talk import say


@dataclass(frozen=True)
class StageRow:
    stage: rules.Stage
    title: str
    short: str
    here: bool
    lines: tuple[TalkLine, ...]


@dataclass(frozen=True)
class NumberLine:
    """One line of numbers: its cover or its name, and a cell for each day; empty where nothing was counted."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class TalkView:
    """For members. `numbers` is empty while they are covered; names are letters until they are shown."""

    user: User
    talk: Talk
    lang: str

    @property
    def stage(self) -> rules.Stage:
        return rules.Stage(self.talk.stage)

    @property
    def ask(self) -> str:
        return say(f"stage.{self.stage}", self.lang)

    @property
    def help(self) -> str:
        return say(f"help.{self.stage}", self.lang)

    @property
    def following(self) -> str:
        """What the next stage is called; empty at the end."""
        stage = rules.after(self.stage)
        return say(f"short.{stage}", self.lang) if stage else ""

    @property
    def first(self) -> bool:
        return rules.before(self.stage) is None

    @property
    def covered(self) -> bool:
        return not rules.shows_numbers(self.stage)

    @property
    def masked(self) -> bool:
        return self.talk.unmasked_at is None and len(self.talk.snapshot) > 1

    @property
    def may_unmask(self) -> bool:
        return self.masked and rules.may_unmask(self.stage) and may_show_all(self.user, self.talk.owner_team_id)

    @cached_property
    def stages(self) -> list[StageRow]:
        told: dict[str, list[TalkLine]] = {}
        for line in self.talk.lines.filter(ended_at=None):
            told.setdefault(line.stage, []).append(line)
        return [
            StageRow(
                stage, say(f"stage.{stage}", self.lang), say(f"short.{stage}", self.lang), stage is self.stage,
                tuple(told.get(stage, ())),
            )
            for stage in rules.ORDER
        ]  # fmt: skip

    @property
    def spoken(self) -> list[StageRow]:
        return [row for row in self.stages if row.lines]

    @cached_property
    def doubts(self) -> list[Doubt]:
        return list(self.talk.doubts.filter(ended_at=None).select_related("owner"))

    @cached_property
    def days(self) -> tuple[datetime.date, ...]:
        """The days that the table shows: none while the numbers are covered."""
        if self.covered:
            return ()
        return tuple(
            sorted({datetime.date.fromisoformat(day) for row in self.talk.snapshot for day, *_ in row["points"]})
        )

    @property
    def day_words(self) -> list[str]:
        return [short_date(day, self.lang) for day in self.days]

    @cached_property
    def numbers(self) -> list[NumberLine]:
        if self.covered:
            return []
        names = self._names()
        rows = []
        for row in self.talk.snapshot:
            cells = {day: _cell(*point) for day, *point in row["points"]}
            rows.append(NumberLine(names[row["line"]], tuple(cells.get(day.isoformat(), "") for day in self.days)))
        return rows if self.masked else sorted(rows, key=lambda line: line.name)

    def _names(self) -> dict[int, str]:
        keys = [row["line"] for row in self.talk.snapshot]
        letters = dict(zip(keys, rules.masks(len(keys)), strict=True))
        if self.masked:
            return letters
        return letters | dict(Series.objects.filter(pk__in=keys).values_list("pk", "name"))

    @cached_property
    def earlier(self) -> list[TalkLine]:
        """Explanations of the earlier talk, once this one has noticed for itself (S4 R-55)."""
        before = self.talk.revisits
        if before is None or before.ended_at is not None or not rules.may_unmask(self.stage):
            return []
        return list(before.lines.filter(ended_at=None, stage=rules.Stage.EXPLAIN))


def _cell(value: float | None, numerator: float | None, denominator: float | None) -> str:
    if numerator is not None and denominator:
        return f"{written(numerator)}/{written(denominator)}"
    known = value if value is not None else numerator
    return "" if known is None else written(known)


def talk_view(user: User, pk: int, *, lang: str) -> TalkView:
    """For members of its team; to all others it is not there. Raises NotFound."""
    talk = find(user, Talk, pk, also=("measure", "revisits"))
    if not may_edit_team(user, talk.owner_team):
        raise NotFound
    return TalkView(user, talk, lang)


def talks_of(user: User, team: Team) -> list[Talk]:
    """The newest first. One query."""
    return list(visible_to(user, Talk, team=team).select_related("measure").order_by("-pk"))


def measures_to_talk_about(user: User, team: Team) -> list[Measure]:
    return list(visible_to(user, Measure, team=team).order_by("name"))


def open_doubts(user: User, measure: Measure) -> list[Doubt]:
    """Questions about a measure that nobody has answered yet (S4 R-57)."""
    rows = visible_to(user, Doubt, team=measure.owner_team).filter(
        talk__measure=measure, talk__ended_at=None, answer=""
    )
    return list(rows.select_related("owner"))
