"""A meeting while it runs, read once for its whole page. Only its team reads this."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.models import Cycle, CycleState, EntryKind
from aimwell.contexts.cycles.queries import CycleView, cycle_view
from aimwell.contexts.meetings.huddle.models import Clock, NoteLine, NoteUse, Silence, Thought
from aimwell.contexts.meetings.huddle.queries.clock import running, stands_at
from aimwell.contexts.meetings.huddle.queries.places import next_draft, notes_cycle, places_of
from aimwell.contexts.meetings.huddle.queries.silent import Standing, is_shown, may_show, standing, thoughts_for
from aimwell.contexts.meetings.models import AgendaItem, Decision, Meeting
from aimwell.contexts.meetings.queries import Promise, open_decisions
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find, may_edit_team, members_of
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm.clock import Part, Reading, face, reading
from aimwell.domain.rhythm.notes import Place, sentences
from aimwell.domain.theory.numbers import written

ALSO = ("cycle", "facilitator", "scribe", "clock")
BAR = 636.0
GAP = 8.0
TOLD = (EntryKind.TROUBLE, EntryKind.SURPRISE)


@dataclass(frozen=True)
class Stretch:
    """One part in the bar of parts: where it begins, how wide it is, how much of it is over."""

    x: float
    width: float
    filled: float
    current: bool


@dataclass(frozen=True)
class ItemRow:
    """One part of the agenda below the clock."""

    item: AgendaItem
    over: bool
    current: bool
    lines: list[NoteLine]


@dataclass(frozen=True)
class SentenceRow:
    """One sentence of the notes, and where it went."""

    text: str
    uses: list[NoteUse]


@dataclass(frozen=True)
class HuddleView:
    meeting: Meeting
    user: User
    now: datetime.datetime

    @property
    def lang(self) -> str:
        return get_language() or "en"

    # The clock

    @cached_property
    def clock(self) -> Clock | None:
        return getattr(self.meeting, "clock", None)

    @property
    def ended(self) -> bool:
        return self.meeting.closed_at is not None

    @property
    def resting(self) -> bool:
        return self.clock is not None and self.clock.resting_since is not None

    @cached_property
    def items(self) -> list[AgendaItem]:
        rows = self.meeting.items.filter(ended_at=None).select_related("cycle", "owner")
        return list(rows.order_by("position", "pk"))

    @cached_property
    def place(self) -> int:
        """Which part runs, from 0."""
        at = self.clock.item_id if self.clock else None
        return next((n for n, item in enumerate(self.items) if item.pk == at), 0)

    @property
    def item(self) -> AgendaItem | None:
        return self.items[self.place] if self.items and self.clock else None

    @property
    def before(self) -> AgendaItem | None:
        return self.items[self.place - 1] if self.item and self.place else None

    @property
    def after(self) -> AgendaItem | None:
        return self.items[self.place + 1] if self.item and self.place + 1 < len(self.items) else None

    @cached_property
    def stands_at(self) -> datetime.datetime:
        return stands_at(self.clock, self.now)

    @cached_property
    def reading(self) -> Reading | None:
        if self.clock is None or not self.items:
            return None
        return reading([Part(item.pk, item.minutes) for item in self.items], running(self.clock), self.now)

    @property
    def left(self) -> str:
        return face(self.reading.left) if self.reading else ""

    @property
    def left_all(self) -> str:
        return face(self.reading.left_all) if self.reading else ""

    @property
    def stretches(self) -> list[Stretch]:
        """The bar of parts, each as wide as it is long."""
        if self.reading is None:
            return []
        bars = self.reading.bars
        unit = (BAR - GAP * (len(bars) - 1)) / (sum(bar.minutes for bar in bars) or 1)
        found, x = [], 0.0
        for n, bar in enumerate(bars):
            width = bar.minutes * unit
            found.append(Stretch(round(x, 1), round(width, 1), round(width * bar.share, 1), n == self.place))
            x += width + GAP
        return found

    @property
    def stamp(self) -> str:
        """Changes whenever the page has something new to show."""
        silence = self.silence
        open_now = f"{silence.pk}.{int(self.shown)}" if silence else "0"
        return f"{self.item.pk if self.item else 0}-{open_now}-{int(self.resting)}-{int(self.ended)}"

    # The agenda

    @property
    def rows(self) -> list[ItemRow]:
        lines = self.lines
        return [
            ItemRow(
                item, over=self.clock is not None and n < self.place, current=item == self.item,
                lines=[line for line in lines if line.item_id == item.pk],
            )
            for n, item in enumerate(self.items)
        ]  # fmt: skip

    @cached_property
    def lines(self) -> list[NoteLine]:
        return list(self.meeting.lines.filter(ended_at=None))

    # Silence

    @cached_property
    def silence(self) -> Silence | None:
        """The latest round of the part that runs."""
        if self.item is None:
            return None
        found = self.meeting.silences.filter(item=self.item, ended_at=None).order_by("-pk").first()
        if found is not None:
            found.meeting = self.meeting
        return found

    @cached_property
    def shown(self) -> bool:
        return self.silence is not None and is_shown(self.silence, self.stands_at)

    @property
    def silent(self) -> bool:
        return self.silence is not None and not self.shown and not self.ended

    @property
    def silence_left(self) -> int:
        """Seconds until all is shown; not nothing before it is, or a page that looks again would look for ever."""
        ends = self.silence.ends_at if self.silence else None
        return max(0, math.ceil((ends - self.stands_at).total_seconds())) if ends else 0

    @property
    def silence_face(self) -> str:
        return face(self.silence_left)

    @cached_property
    def standing(self) -> Standing | None:
        return standing(self.silence) if self.silence else None

    @cached_property
    def thoughts(self) -> list[Thought]:
        return thoughts_for(self.user, self.silence, self.stands_at) if self.silence else []

    @property
    def mine(self) -> Thought | None:
        return next((one for one in self.thoughts if one.created_by_id == self.user.pk and not one.name), None)

    @property
    def typed_for(self) -> list[Thought]:
        """What the reader wrote down for others."""
        return [one for one in self.thoughts if one.created_by_id == self.user.pk and one.name]

    @property
    def may_show(self) -> bool:
        return may_show(self.user, self.meeting)

    # The cycle

    @cached_property
    def cycle(self) -> CycleView | None:
        """The cycle that this part is about, else that of the meeting."""
        about = (self.item.cycle if self.item else None) or self.meeting.cycle
        if about is None or about.ended_at is not None:
            return None
        return cycle_view(self.user, about.pk)

    @property
    def so_far(self) -> str:
        """What the counts say where nobody has written a result yet: "27 of 50"."""
        found = self.cycle.suggested if self.cycle else {}
        if not found:
            return ""
        came, whole = written(found["result"]), found["result_out_of"]
        return _("%(n)s of %(all)s") % {"n": came, "all": written(whole)} if whole else came

    @property
    def heard(self) -> str:
        """The newest surprise, or what got in the way."""
        notes = [row.entry for row in self.cycle.notes if row.entry.kind in TOLD] if self.cycle else []
        return notes[-1].text if notes else ""

    @property
    def can_choose(self) -> bool:
        running = (CycleState.DOING, CycleState.STUDYING)
        return self.cycle is not None and self.cycle.cycle.state in running and not self.ended

    @cached_property
    def next_cycle(self) -> Cycle | None:
        """The draft to be tested next: that of this part, else the first that follows a cycle this meeting is about."""
        about = self.cycle.cycle if self.cycle else None
        if about is not None and about.state == CycleState.DRAFT:
            return about
        return (next_draft(about) if about else None) or self._drafted_here

    @property
    def _drafted_here(self) -> Cycle | None:
        talked = [item.cycle_id for item in self.items if item.cycle_id]
        rows = Cycle.objects.filter(predecessor__in=talked, predecessor__ended_at=None, state=CycleState.DRAFT)
        return rows.filter(ended_at=None).order_by("number", "pk").first() if talked else None

    # Notes and decisions

    @cached_property
    def uses(self) -> list[NoteUse]:
        return list(self.meeting.uses.filter(ended_at=None).select_related("cycle"))

    @property
    def sentences(self) -> list[SentenceRow]:
        went: dict[str, list[NoteUse]] = {}
        for use in self.uses:
            went.setdefault(use.text, []).append(use)
        return [SentenceRow(text, went.get(text, [])) for text in sentences(self.meeting.notes)]

    @cached_property
    def notes_cycle(self) -> Cycle | None:
        return notes_cycle(self.meeting, self.item if self.clock and not self.ended else None)

    @cached_property
    def notes_to(self) -> tuple[Place, ...]:
        """Where sentences may go now: parts of that cycle."""
        return places_of(self.notes_cycle) if self.notes_cycle else ()

    @cached_property
    def decisions(self) -> list[Decision]:
        return list(self.meeting.decisions.filter(ended_at=None).select_related("owner", "cycle"))

    @cached_property
    def open_before(self) -> list[Promise]:
        """What earlier meetings decided and is still open: said once, shown until it is done (S0 R-51)."""
        return open_decisions(self.user, self.meeting, self.lang)

    @cached_property
    def people(self) -> list[User]:
        """Members with an account."""
        places = members_of(self.meeting.owner_team).exclude(user=None)
        return sorted((one.user for one in places if one.user), key=lambda user: user.name)

    @property
    def url(self) -> str:
        return reverse("huddle:huddle", args=[self.meeting.pk])


def found_meeting(user: User, pk: int, *, also: tuple[str, ...] = ()) -> Meeting:
    """A meeting of the reader's own team. To all others its inside is not there: raises NotFound."""
    meeting = find(user, Meeting, pk, also=also)
    if not may_edit_team(user, meeting.owner_team):
        raise NotFound
    return meeting


def huddle_view(user: User, pk: int) -> HuddleView:
    """Query count does not grow with what is stored. Raises NotFound to all but the team."""
    return HuddleView(found_meeting(user, pk, also=ALSO), user, timezone.now())
