"""Readings of a cycle in words, the rubric that holds for a team, and the gate of a thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, EntryKind
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.rubric.models import Review, RubricVersion, Side
from aimwell.contexts.orgs.models import Org, OrgKind, Team
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import INSIDE, coaches_of
from aimwell.domain.access import Relation, Rung
from aimwell.domain.access.eyes import Detail
from aimwell.domain.access.rules import NAMED_FROM
from aimwell.domain.pdsa.rubric import Answer, Compared, Facet, Item, Reading, Rubric, compared, hints, rubric_of
from aimwell.domain.words.rubric import say


def latest_of_org(org: Org) -> RubricVersion | None:
    return RubricVersion.objects.filter(org=org).select_related("created_by").first()


def versions_of(org: Org) -> QuerySet[RubricVersion]:
    return RubricVersion.objects.filter(org=org).select_related("created_by")


def rubric_row_above(org: Org) -> RubricVersion | None:
    """The version that holds in an organisation: its own, else that of the nearest above; None: as printed."""
    rows = RubricVersion.objects.filter(org__path__in=ancestors(org.path)).select_related("org")
    latest: dict[int, RubricVersion] = {}
    for row in rows.order_by("org__path", "number"):
        latest[row.org_id] = row
    standing = [row for row in latest.values() if row.words]
    return max(standing, key=lambda row: len(row.org.path), default=None)


def rubric_row_for(team: Team) -> RubricVersion | None:
    return rubric_row_above(team.org) if team.org is not None else None


def rubric_said(row: RubricVersion | None) -> Rubric:
    return rubric_of(row.words if row is not None else None)


def reading_of(cycle: Cycle, points: Mapping[str, Any], follows: bool | None) -> Reading:
    answers = {code: Answer(one["met"], one.get("note", "")) for code, one in points.items()}
    return Reading(answers, first=cycle.predecessor_id is None, follows=follows)


def may_begin(row: Review) -> bool:
    """Whether the day from which somebody asked may read has come."""
    return row.opens_on is None or row.opens_on <= timezone.localdate()


def people_to_ask(cycle: Cycle) -> list[User]:
    """Who may be asked for a reading: members; colleagues and coaches to whom the cycle is open. No leaders."""
    team, rung = cycle.owner_team, Rung(cycle.rung)
    of_teams = Q(team=team)
    if rung >= NAMED_FROM[Relation.SCHOOL] and team.org is not None and team.org.kind == OrgKind.SCHOOL:
        of_teams |= Q(team__org=team.org)
    places = Membership.objects.filter(of_teams, ended=None, role__in=INSIDE, user__is_active=True)
    asked = Q(pk__in=places.values("user"))
    if rung >= NAMED_FROM[Relation.COACH]:
        asked |= Q(pk__in=coaches_of(team).order_by().values("pk"))
    return list(User.objects.filter(asked).order_by("name", "pk"))


@dataclass(frozen=True)
class ReviewView:
    """One reading with its rubric, in words."""

    row: Review
    lang: str

    @cached_property
    def rubric(self) -> Rubric:
        return rubric_of(self.row.stored_words)

    @cached_property
    def reading(self) -> Reading:
        return reading_of(self.row.cycle, self.row.points, self.row.follows)

    @property
    def done(self) -> bool:
        return self.row.done_on is not None

    @property
    def met(self) -> int | None:
        return self.reading.met(self.rubric)

    @property
    def answered(self) -> int:
        return len(self.row.points)

    @property
    def points(self) -> int:
        return len(self.rubric.items)

    @property
    def words(self) -> str:
        """ "7 of 10 points are in the record."; empty while a point is open."""
        if self.reading.stopped:
            return say("stopped", self.lang)
        return say("there", self.lang, met=self.met, all=self.points) if self.met is not None else ""

    @property
    def next_moves(self) -> list[NextMove]:
        return [NextMove(item, self.reading.answers[item.code], self.lang) for item in self.reading.unmet(self.rubric)]

    @property
    def notes(self) -> list[tuple[str, str]]:
        """Notes on points that are there: (point, note)."""
        kept = [(item, self.reading.answers.get(item.code)) for item in self.rubric.items]
        return [(item.text.say(self.lang), said.note) for item, said in kept if said and said.met and said.note]


@dataclass(frozen=True)
class NextMove:
    """A point that is not there yet, with one next move and an example (S1 R-51)."""

    item: Item
    answer: Answer
    lang: str

    @property
    def text(self) -> str:
        return self.item.text.say(self.lang)

    @property
    def move(self) -> str:
        return self.item.move.say(self.lang)

    @property
    def example(self) -> str:
        return self.item.example.say(self.lang)


@dataclass(frozen=True)
class Second:
    """A second reading beside the team's own. Nothing of it opens before it is finished."""

    view: ReviewView
    own: ReviewView | None

    @property
    def waits_for_its_day(self) -> bool:
        return not may_begin(self.view.row)

    @cached_property
    def compared(self) -> Compared | None:
        if self.own is None or not self.own.done or not self.view.done:
            return None
        return compared(self.own.rubric, self.own.reading, self.view.reading)

    @property
    def words(self) -> str:
        """ "The two readings say the same on 9 of 10 points (90 percent)." """
        found = self.compared
        if found is None or found.percent is None:
            return ""
        told = {"alike": found.alike, "both": found.both, "percent": found.percent}
        return say("agree", self.view.lang, **told)

    @property
    def differ(self) -> list[Difference]:
        if self.compared is None or self.own is None:
            return []
        return [Difference(code, self.own, self.view) for code in self.compared.differ]


@dataclass(frozen=True)
class Difference:
    code: str
    own: ReviewView
    other: ReviewView

    @property
    def text(self) -> str:
        return point_words(self.own.rubric, self.code, self.own.lang)

    @property
    def ours(self) -> Answer:
        return said_of(self.own, self.code)

    @property
    def theirs(self) -> Answer:
        return said_of(self.other, self.code)


def point_words(rubric: Rubric, code: str, lang: str) -> str:
    known = {**rubric.asks, **{item.code: item.text for item in rubric.items}}
    return known[code].say(lang)


def said_of(view: ReviewView, code: str) -> Answer:
    if code == "I":
        return Answer(bool(view.row.follows), view.row.follows_note)
    return view.reading.answers[code]


@dataclass(frozen=True)
class Readings:
    """All readings of one cycle for one reader. `mine`: a reading this reader was asked for and has not finished;
    while it is open, no other shows (S1 R-50)."""

    view: CycleView
    rows: tuple[Review, ...]

    @property
    def inside(self) -> bool:
        return self.view.may_edit

    def _of(self, side: Side) -> ReviewView | None:
        return next((ReviewView(row, self.view.lang) for row in self.rows if row.side == side), None)

    @cached_property
    def _own(self) -> ReviewView | None:
        return self._of(Side.TEAM)

    @property
    def own(self) -> ReviewView | None:
        return self._own if self.inside and self.mine is None else None

    @property
    def agreed(self) -> ReviewView | None:
        return self._of(Side.AGREED) if self.opened else None

    @property
    def opened(self) -> bool:
        """Whether this reader sees what came out: a member, somebody asked who has finished, or those to whom the
        team opened it."""
        if self.mine is not None:
            return False
        return self.inside or self.was_asked or self.shared

    @property
    def was_asked(self) -> bool:
        return any(row.reader_id == self.view.user.pk and row.done_on for row in self._asked)

    @property
    def shared(self) -> bool:
        return bool(self._own and self._own.row.shared and self.view.eyes.sees(Detail.BESIDE))

    @property
    def result(self) -> ReviewView | None:
        """What stands for the record: the agreed version, else the team's own; for those to whom it is open."""
        if not self.opened:
            return None
        found = self._of(Side.AGREED) or self._own
        return found if found is not None and found.done else None

    @property
    def _asked(self) -> list[Review]:
        return [row for row in self.rows if row.side == Side.OTHER]

    @cached_property
    def mine(self) -> Review | None:
        own = (row for row in self._asked if row.reader_id == self.view.user.pk and row.done_on is None)
        return next(filter(may_begin, own), None)

    @property
    def seconds(self) -> list[Second]:
        """Second readings: all for the team, one's own for somebody who was asked."""
        if not self.opened:
            return []
        me = self.view.user.pk
        seen = [row for row in self._asked if self.inside or row.reader_id == me]
        return [Second(ReviewView(row, self.view.lang), self._own) for row in seen]

    @property
    def closed(self) -> bool:
        """Somebody else has finished: the team's own stays as it is, and what differs is agreed on."""
        return any(row.done_on for row in self._asked)

    @property
    def to_ask(self) -> list[User]:
        asked = {row.reader_id for row in self._asked}
        mine = self.view.user.pk
        return [one for one in people_to_ask(self.view.cycle) if one.pk not in asked and one.pk != mine]

    @property
    def questions(self) -> list[str]:
        """Questions to the owners about their own record: worked out anew each time, never kept (S1 R-53)."""
        if not self.inside:
            return []
        cycle, notes = self.view.cycle, self.view.entries
        counted = any(note.count is not None or note.kind == EntryKind.COUNT for note in notes)
        has_data = bool(counted or cycle.measure_id or cycle.result is not None or cycle.result_happened is not None)
        days = [timezone.localdate(note.created_at) for note in notes]
        writers = [note.seen_by or str(note.created_by_id) for note in notes]
        return [say(key, self.view.lang) for key in hints(days, writers, has_data=has_data)]


def readings_of(view: CycleView) -> Readings:
    """One query, whoever looks."""
    rows = Review.objects.filter(cycle=view.cycle, ended_at=None).select_related("rubric", "reader", "created_by")
    found = tuple(rows)
    for row in found:
        row.cycle = view.cycle
    return Readings(view, found)


@dataclass(frozen=True)
class Point:
    """One point of the form. `met`: "yes", "no" or nothing yet; `said`: what others said, as (who, met, note)."""

    code: str
    text: str
    met: str = ""
    note: str = ""
    asks: bool = False
    said: tuple[tuple[str, bool, str], ...] = ()


def points_to_answer(
    rubric: Rubric,
    lang: str,
    *,
    first: bool,
    typed: Mapping[str, str],
    asks: Iterable[str] = (),
    said: Mapping[str, tuple[tuple[str, bool, str], ...]] | None = None,
) -> list[tuple[str, list[Point]]]:
    """The form by its parts. `typed`: "P1": "yes", "P1_note": words."""
    asks, said = set(asks), said or {}

    def point(code: str) -> Point:
        words = point_words(rubric, code, lang)
        return Point(code, words, typed.get(code, ""), typed.get(f"{code}_note", ""), code in asks, said.get(code, ()))

    parts = [
        (say(f"facet.{facet}", lang), [point(i.code) for i in rubric.items if i.facet is facet]) for facet in Facet
    ]
    before = [] if first else [("", [point("I")])]
    return [*before, *(part for part in parts if part[1])]


def typed_of(view: ReviewView | None) -> dict[str, str]:
    """A stored reading as its form has it."""
    if view is None:
        return {}
    told: dict[str, str] = {}
    for code, answer in view.reading.answers.items():
        told |= {code: "yes" if answer.met else "no", f"{code}_note": answer.note}
    if view.row.follows is not None:
        told |= {"I": "yes" if view.row.follows else "no"}
    return {**told, "I_note": view.row.follows_note}
