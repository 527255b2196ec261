"""The library of a team, one protocol, and a talk as its team sees it. To all others they are not there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from aimwell.contexts.meetings.models import Held, Meeting
from aimwell.contexts.meetings.protocols.models import ProtocolRun, ProtocolStep, RunPlace, RunStep, TeamProtocol
from aimwell.contexts.meetings.queries.lists import MeetingRow
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import find, may_edit_team, visible_to
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm import protocols as rules
from aimwell.domain.rhythm.clock import face
from aimwell.domain.words.protocols import TABLE, say

T = TypeVar("T", TeamProtocol, ProtocolRun)
AROUND = datetime.timedelta(days=28)
MOST = 20
ALSO = ("meeting", "protocol", "presenter__user", "leader__user", "timekeeper__user", "note_taker__user", "place__step")


def seeded(key: str) -> rules.Protocol:
    """A protocol that comes with Aimwell. Raises NotFound."""
    if key not in rules.BY_KEY:
        raise NotFound
    return rules.BY_KEY[key]


@dataclass(frozen=True)
class RoleLine:
    role: rules.Role
    name: str
    does: str
    who: str = ""


def role_lines(lang: str, *, presents: bool, run: ProtocolRun | None = None) -> list[RoleLine]:
    def who(role: rules.Role) -> str:
        place: Membership | None = getattr(run, role) if run else None
        return place.name if place else ""

    return [
        RoleLine(role, say(f"role.{role}", lang), say(f"does.{role}", lang), who(role))
        for role in rules.roles(presents=presents)
    ]


@dataclass(frozen=True)
class StepLine:
    """`step`: the row behind it, where a team has one."""

    title: str
    minutes: int
    prompt: str
    step: ProtocolStep | None = None


@dataclass(frozen=True)
class Look:
    """One protocol, seeded or of the team, in the reader's language."""

    lang: str
    key: str
    name: str
    purpose: str
    when_to_use: str
    presents: bool
    steps: tuple[StepLine, ...]
    own: TeamProtocol | None = None

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def roles(self) -> list[RoleLine]:
        return role_lines(self.lang, presents=self.presents)


def seeded_look(key: str, lang: str) -> Look:
    """Raises NotFound."""
    one = seeded(key)
    steps = tuple(
        StepLine(say(f"{key}.{step.key}", lang), step.minutes, say(f"{key}.{step.key}.ask", lang)) for step in one.steps
    )
    told = {name: say(f"{key}.{word}", lang) for name, word in WORDS.items()}
    return Look(lang=lang, key=key, presents=one.presents, steps=steps, **told)


WORDS = {"name": "name", "purpose": "purpose", "when_to_use": "when"}


def all_seeded(lang: str) -> list[Look]:
    return [seeded_look(one.key, lang) for one in rules.PROTOCOLS]


def own_look(protocol: TeamProtocol, lang: str) -> Look:
    told = {name: getattr(protocol, name) for name in WORDS}
    rows = [row for row in protocol.steps.all() if row.ended_at is None]
    lines = tuple(StepLine(row.title, row.minutes, row.prompt, row) for row in rows)
    return Look(lang=lang, key=protocol.seed, presents=protocol.presents, steps=lines, own=protocol, **told)


def own_protocols(user: User, team: Team) -> QuerySet[TeamProtocol]:
    return visible_to(user, TeamProtocol, team=team).prefetch_related("steps")


def find_own(user: User, pk: int) -> TeamProtocol:
    """For members of its team. Raises NotFound."""
    return _members(user, find(user, TeamProtocol, pk))


def find_run(user: User, pk: int) -> ProtocolRun:
    """For members of its team. Raises NotFound."""
    return _members(user, find(user, ProtocolRun, pk, also=ALSO))


def find_run_step(user: User, pk: int) -> RunStep:
    """For members of its team. Raises NotFound."""
    step = find(user, RunStep, pk, also=("run",))
    find_run(user, step.run_id)
    return step


def _members(user: User, thing: T) -> T:
    if not may_edit_team(user, thing.owner_team):
        raise NotFound
    return thing


@dataclass(frozen=True)
class RunStepLine:
    step: RunStep
    title: str
    prompt: str
    here: bool
    over: bool

    @property
    def said(self) -> str:
        return self.step.said


def _words(key: str, kept: str, lang: str) -> str:
    return say(key, lang) if key in TABLE.entries else kept


def run_name(run: ProtocolRun, lang: str) -> str:
    return _words(f"{run.seed}.name", run.name, lang)


@dataclass(frozen=True)
class RunRow:
    """One talk in a list."""

    run: ProtocolRun
    lang: str

    @property
    def name(self) -> str:
        return run_name(self.run, self.lang)

    @property
    def finished(self) -> bool:
        return self.run.finished_at is not None


@dataclass(frozen=True)
class RunView(RunRow):
    """A talk, read once for its whole page."""

    user: User
    now: datetime.datetime

    @property
    def team(self) -> Team:
        return self.run.owner_team

    @property
    def roles(self) -> list[RoleLine]:
        return role_lines(self.lang, presents=self.run.presents, run=self.run)

    @property
    def named(self) -> list[RoleLine]:
        return [one for one in self.roles if one.who]

    @cached_property
    def steps(self) -> list[RunStepLine]:
        rows = list(self.run.steps.filter(ended_at=None))
        at = next((n for n, row in enumerate(rows) if row.pk == self._place.step_id), 0)
        return [
            RunStepLine(
                row, _words(row.word, row.title, self.lang), _words(f"{row.word}.ask", row.prompt, self.lang),
                here=n == at, over=n < at,
            )
            for n, row in enumerate(rows)
        ]  # fmt: skip

    @property
    def _place(self) -> RunPlace:
        return self.run.place

    @property
    def at(self) -> int:
        """Which step is talked about, from 0."""
        return next((n for n, line in enumerate(self.steps) if line.here), 0)

    @property
    def here(self) -> RunStepLine:
        return self.steps[self.at]

    @property
    def before(self) -> RunStepLine | None:
        return self.steps[self.at - 1] if self.at else None

    @property
    def after(self) -> RunStepLine | None:
        return self.steps[self.at + 1] if self.at + 1 < len(self.steps) else None

    @property
    def minutes(self) -> int:
        return sum(line.step.minutes for line in self.steps)

    @property
    def left(self) -> int | None:
        """Seconds; None where the talk was left and nobody counts any more."""
        return rules.seconds_left(self.here.step.minutes, self._place.began_at, self.now)

    @property
    def face(self) -> str:
        return face(self.left or 0)

    @property
    def stamp(self) -> str:
        """Changes whenever the page has something new to show."""
        began = int(self._place.began_at.timestamp())
        return f"{self.here.step.pk}.{self.here.step.version}-{began}-{int(self.finished)}"

    @cached_property
    def meeting(self) -> MeetingRow | None:
        row = self.run.meeting
        return MeetingRow(row, self.lang) if row is not None and row.ended_at is None else None


def run_view(user: User, pk: int, lang: str) -> RunView:
    """Raises NotFound to all but the team. Its cost does not grow with what was said."""
    return RunView(find_run(user, pk), lang, user, timezone.now())


def runs_of(user: User, team: Team) -> QuerySet[ProtocolRun]:
    """The newest first."""
    return visible_to(user, ProtocolRun, team=team).order_by("-pk")


def runs_in(meeting: Meeting, lang: str) -> list[RunRow]:
    """Those of one meeting, for its own team. One query."""
    return [RunRow(run, lang) for run in meeting.protocol_runs.filter(ended_at=None)]


def rows(runs: Iterable[ProtocolRun], lang: str) -> list[RunRow]:
    return [RunRow(run, lang) for run in runs]


def meetings_to_choose(user: User, team: Team) -> list[Meeting]:
    """Those of four weeks before and after today, the nearest day first. One query."""
    today = timezone.localdate()
    near = visible_to(user, Meeting, team=team).filter(on__range=(today - AROUND, today + AROUND))
    found = sorted(near.exclude(status=Held.CANCELLED), key=lambda row: (abs((row.on - today).days), row.pk))
    return found[:MOST]


def todays(meetings: Iterable[Meeting]) -> Meeting | None:
    """The one of today that runs, or comes."""
    today = timezone.localdate()
    return next((one for one in meetings if one.on == today and one.closed_at is None), None)
