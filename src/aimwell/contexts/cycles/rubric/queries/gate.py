"""The gate of a thread, in words, for the team whose thread it is (S1 L1351-1362)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.queries.facts import link_of
from aimwell.contexts.cycles.rubric.models import Review, RubricVersion, Side
from aimwell.contexts.cycles.rubric.queries.readings import ReviewView, rubric_row_for, rubric_said
from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.domain.pdsa import gates
from aimwell.domain.pdsa.ramps import threads
from aimwell.domain.pdsa.rubric import Rubric
from aimwell.domain.words.rubric import say


@dataclass(frozen=True)
class Asked:
    """One of the three questions with its answer: yes, no, unknown or stopped."""

    code: str
    text: str
    answer: str
    words: str


@dataclass(frozen=True)
class Missing:
    """A cycle of which something is not read yet."""

    cycle: Cycle
    words: str


@dataclass(frozen=True)
class School:
    """Depth and spread of a school, of what is open to the reader. Never a number for one team."""

    teams: int
    threads: int
    longest: int


@dataclass(frozen=True)
class GateView:
    settings: gates.Settings
    outcome: gates.Outcome
    asked: tuple[Asked, ...]
    missing: tuple[Missing, ...]
    cycles: tuple[Cycle, ...]
    school: School | None
    has_school: bool
    edition: RubricVersion | None
    lang: str

    @property
    def usual(self) -> bool:
        """Whether it is looked at as the organisation set it, or as printed."""
        set_ = rubric_said(self.edition).gate
        return (self.settings.way, self.settings.window) == (set_.way, set_.window) and (
            not self.has_school or self.settings.series == set_.series
        )

    @property
    def verdict(self) -> str:
        return say(f"verdict.{self.outcome.verdict}", self.lang, n=self.outcome.n)

    @property
    def cautions(self) -> list[str]:
        """What a reader has to know beside the verdict."""
        also = self.outcome.depends and self.outcome.verdict is not gates.Verdict.DEPENDS
        keys = [("also_depends", also), ("no_minimum", self.outcome.no_minimum)]
        return [say(key, self.lang) for key, holds in keys if holds]


def gate_of(view: CycleView, asked: Mapping[str, str | None]) -> GateView:
    """For the thread of this cycle, or for the school of its team. What is not asked for is as the organisation set it.

    The number of queries does not grow. Raises Refused("unknown_choice").
    """
    team, lang = view.cycle.owner_team, view.lang
    edition = rubric_row_for(team)
    rubric = rubric_said(edition)
    settings = gates.settings_of(asked, rubric.gate)
    has_school = team.org is not None and team.org.kind == OrgKind.SCHOOL
    own = _line_of(view)
    lines = _lines_of_school(view.user, view.cycle) if settings.series is gates.Series.SCHOOL and has_school else [own]
    if not has_school:
        settings = gates.Settings(settings.way, settings.window)
    counted = [[cycle for cycle in line if _written(cycle)] for line in lines]
    told = _readings([cycle for line in counted for cycle in line], team.pk)
    series = [[_place(cycle, place, told) for place, cycle in enumerate(line)] for line in counted]
    outcome = gates.gate(series, settings)
    longest = max(counted, key=len, default=[])
    is_school = settings.series is gates.Series.SCHOOL
    return GateView(
        settings, outcome, _asked(rubric, outcome, lang), tuple(_missing(outcome, longest, lang)), tuple(longest),
        _school(counted) if is_school else None, has_school, edition, lang,
    )  # fmt: skip


def _written(cycle: Cycle) -> bool:
    """A draft is a plan yet, and practice does not count."""
    return cycle.state != CycleState.DRAFT and not cycle.practice and cycle.ended_at is None


def _line_of(view: CycleView) -> list[Cycle]:
    """The whole main line of the thread; its page holds what is nearest."""
    keys = [int(step.cycle.id) for step in view.thread.outline.thread.main]
    found = visible_to(view.user, Cycle, team=view.cycle.owner_team).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _lines_of_school(user: User, cycle: Cycle) -> list[list[Cycle]]:
    """Main lines of all threads at the school that are open to `user`."""
    rows = visible_to(user, Cycle).filter(owner_team__org=cycle.owner_team.org).order_by("inquiry_id", "number")
    found = {str(row.pk): row for row in rows}
    return [[found[step.cycle.id] for step in thread.main] for thread in threads(map(link_of, found.values()))]


def _readings(cycles: Iterable[Cycle], team: int) -> dict[int, ReviewView]:
    """By cycle: the agreed reading, else the team's own. Other teams' only where they opened it."""
    known = {cycle.pk: cycle for cycle in cycles}
    rows = Review.objects.filter(cycle__in=known, ended_at=None, side__in=[Side.TEAM, Side.AGREED])
    found: dict[int, dict[str, Review]] = {}
    for row in rows.select_related("rubric"):
        row.cycle = known[row.cycle_id]
        found.setdefault(row.cycle_id, {})[row.side] = row
    best: dict[int, ReviewView] = {}
    for key, sides in found.items():
        own = sides.get(Side.TEAM)
        if known[key].owner_team_id != team and not (own is not None and own.shared):
            continue
        best[key] = ReviewView(sides.get(Side.AGREED) or sides[Side.TEAM], "en")
    return best


def _place(cycle: Cycle, place: int, told: dict[int, ReviewView]) -> gates.Cycle:
    read = told.get(cycle.pk)
    if read is None:
        return gates.Cycle()
    return gates.Cycle(met=read.met, points=read.points, follows=read.row.follows if place else None)


def _asked(rubric: Rubric, outcome: gates.Outcome, lang: str) -> tuple[Asked, ...]:
    answers = {"G1": outcome.g1, "G2": outcome.g2, "G3": outcome.g3}
    told = {code: {True: "yes", False: "no", None: "unknown"}[answer] for code, answer in answers.items()}
    if outcome.stopped or outcome.verdict is gates.Verdict.SPREAD:
        told["G3"] = "stopped"
    return tuple(
        Asked(code, rubric.asks[code].say(lang), answer, say(f"answer.{answer}", lang)) for code, answer in told.items()
    )


def _missing(outcome: gates.Outcome, line: list[Cycle], lang: str) -> Iterable[Missing]:
    for place, what in outcome.missing:
        yield Missing(line[place], say(f"missing.{what}", lang, number=line[place].number))


def _school(lines: list[list[Cycle]]) -> School:
    written = [line for line in lines if line]
    return School(len({line[0].owner_team_id for line in written}), len(written), max(map(len, written), default=0))
