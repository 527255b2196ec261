"""A cycle as its share-out tells it, from the fields of the cycle; nothing is typed twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.cycles.models import CycleState, EntryKind
from aimwell.contexts.cycles.queries import CycleRow, CycleView, cycle_view
from aimwell.contexts.meetings.shareout.models import ShareOut
from aimwell.contexts.meetings.shareout.queries.questions import Questions
from aimwell.contexts.people.models import User
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.queries.graph import aim_of
from aimwell.domain.access.eyes import Detail
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm.shareout import USUAL, Slot, Stand, running_order, unfinished, whole
from aimwell.domain.theory.aims import sentence
from aimwell.domain.words.shareout import say

MOST_NOTED = 2


def result_words(row: CycleRow) -> str:
    """Such as: 13 of 24, in the predicted range. It is told to others, so nobody in it is called “you”."""
    if not row.result:
        return ""
    return f"{row.result}, {row.mark_words}" if row.verdict else row.result


@dataclass(frozen=True)
class Told:
    """One part of the page. `yet`: whether there is something to tell; if not, the one line says so."""

    key: str
    title: str
    lines: tuple[str, ...]
    yet: bool


@dataclass(frozen=True)
class Turned:
    """A turn in words."""

    slot: Slot
    title: str
    how: str


@dataclass(frozen=True)
class ShareOutView:
    """Whoever holds one may see the cycle; a detail is told as far as these eyes see it (domain.access.eyes)."""

    view: CycleView
    minutes: int = USUAL

    @property
    def lang(self) -> str:
        return self.view.lang

    @cached_property
    def row(self) -> ShareOut | None:
        return ShareOut.objects.filter(cycle=self.view.cycle.pk).first()

    @cached_property
    def questions(self) -> Questions:
        return Questions(self.view.user, self.view.cycle)

    @property
    def turns(self) -> list[Turned]:
        slots = running_order(self.minutes)
        return [Turned(one, self._say(f"turn.{one.turn}"), self._say(f"turn.{one.turn}.how")) for one in slots]

    @property
    def whole(self) -> int:
        return whole(running_order(self.minutes))

    @cached_property
    def parts(self) -> list[Told]:
        return [
            self._told("aim", self._aim), self._told("idea", self._idea), self._told("prediction", self._prediction),
            self._told("result", self._result), self._told("surprise", self._surprise),
            self._told("open", self._open), self._told("next", self._next),
            self._told("question", [self.row.question] if self.row and self.row.question else []),
        ]  # fmt: skip

    def _say(self, key: str, **params: object) -> str:
        return say(key, self.lang, **params)

    def _told(self, key: str, lines: list[str] | None) -> Told:
        """None: there may be something, and these eyes do not see it."""
        found = [line for line in lines or [] if line]
        empty = self._say(f"hidden.{key}" if lines is None else f"not_yet.{key}") if not found else ""
        return Told(key, self._say(f"part.{key}"), tuple(found) or (empty,), bool(found))

    @property
    def _aim(self) -> list[str] | None:
        try:
            inquiry = inquiry_view(self.view.user, self.view.cycle.inquiry_id, lang=self.lang)
        except NotFound:
            return None
        return ["".join(run.text for run in sentence(aim_of(inquiry.aim), self.lang))] if inquiry.aim else []

    @property
    def _idea(self) -> list[str]:
        idea, tried = str(self.view.cycle.idea or ""), self.view.cycle.try_what
        return [tried, self._say("idea", text=idea)] if idea and idea != tried else [tried]

    @property
    def _prediction(self) -> list[str]:
        """With what was changed on the way; both stand."""
        told, because = self.view.sentence, self.view.cycle.because
        if told is None:
            return []
        lines = [f"{told.strong} {told.rest}".strip()]
        lines += [
            self._say("amended", day=day, text=f"{new.strong} {new.rest}".strip())
            for _, new, day in self.view.amendments
        ]
        return [*lines, self._say("because", text=because) if because else ""]

    @property
    def _result(self) -> list[str] | None:
        """Without a result: why there is none."""
        cycle = self.view.cycle
        learned = self._say("learned", text=cycle.learned) if cycle.learned else ""
        lines = [result_words(self.view) or cycle.not_collected_because, learned]
        return lines if any(lines) or self.view.eyes.sees(Detail.FEW) else None

    @property
    def _surprise(self) -> list[str] | None:
        """What Study says, else what was noted in Do."""
        cycle = self.view.cycle
        if not self.view.eyes.sees(Detail.NOTES):
            return [self._say("nothing_surprised")] if cycle.nothing_surprised_us else None
        noted = [row.entry.text for row in self.view.notes if row.entry.kind == EntryKind.SURPRISE]
        told = [cycle.surprised_by] if cycle.surprised_by else noted[-MOST_NOTED:]
        return told or ([self._say("nothing_surprised")] if cycle.nothing_surprised_us else [])

    @property
    def _open(self) -> list[str]:
        cycle, came = self.view.cycle, self.view.received
        stand = Stand(
            cycle.state, predicted=self.view.prediction is not None, came_in=came, planned=cycle.planned_counts or 0,
            amended=bool(self.view.amendments), paused=cycle.paused_on is not None,
            at_once=self.view.written_afterwards, no_count=bool(cycle.not_collected_because),
        )  # fmt: skip
        lines = [self._say(f"open.{one}", n=came, planned=stand.planned) for one in unfinished(stand)]
        return [" ".join(lines), self._say("not_for", text=cycle.not_benefited) if cycle.not_benefited else ""]

    @property
    def _next(self) -> list[str]:
        cycle = self.view.cycle
        if not cycle.decision:
            waits = cycle.state in (CycleState.DRAFT, CycleState.DOING) and cycle.look_on
            return [self._say("look_on", day=self.view.look_day)] if waits else []
        changes = self._say("different", text=cycle.what_changes) if cycle.what_changes else ""
        return [f"{self.view.decision}.", changes]


def share_out_of(user: User, pk: int, minutes: int = USUAL) -> ShareOutView:
    """Raises NotFound for a cycle that is not there or not shared; one set aside is shown to its team only."""
    view = cycle_view(user, pk, with_ended=True)
    if view.cycle.ended_at is not None and not view.may_edit:
        raise NotFound
    return ShareOutView(view, minutes)
