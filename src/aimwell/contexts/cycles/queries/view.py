"""One cycle, read once for its whole page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aimwell.contexts.cycles.models import Amendment, Cycle, CycleState, Entry, EntryKind, PredictionKind
from aimwell.contexts.cycles.queries.counts import Place, places_of, total_of
from aimwell.contexts.cycles.queries.facts import decision_of, facts_of, finished, prediction_of
from aimwell.contexts.cycles.queries.seen import amendment_seen, cycle_seen, without_place
from aimwell.contexts.cycles.queries.threads import ThreadView, cycles_of, language, thread_views
from aimwell.contexts.cycles.queries.words import CycleRow, PredictionWords
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, find, visible_to
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Relation
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.pdsa.carry import NextDraft, draft_next
from aimwell.domain.pdsa.falsifiable import falsifiable
from aimwell.domain.pdsa.judging import Result
from aimwell.domain.pdsa.moves import missing_to_start
from aimwell.domain.render.strip import Row, strips_svg
from aimwell.domain.words.dates import long_date, short_date
from aimwell.domain.words.pdsa import say

WIDE, NARROW = 500.0, 346.0
SHOWN_WITH = ("inquiry", "idea", "measure", "locked_by", "predecessor", "ended_by")
COUNTING = (EntryKind.COUNT, EntryKind.MISSED)
SITTING = datetime.timedelta(hours=2)


@dataclass(frozen=True)
class EntryRow:
    """One line of Do. Both days are kept: when it happened, and when it was written (S1 R-36)."""

    entry: Entry
    lang: str

    @property
    def open(self) -> bool:
        return self.entry.kind == EntryKind.COUNT and self.entry.count is None

    @property
    def day(self) -> str:
        return short_date(self.entry.happened_on, self.lang)

    @property
    def written(self) -> str:
        """The day it was written, where that is a later one."""
        day = timezone.localdate(self.entry.created_at)
        return short_date(day, self.lang) if day != self.entry.happened_on else ""


@dataclass(frozen=True)
class CycleView(CycleRow):
    """Whoever holds one may see the cycle; what hangs on it is as visible as it is."""

    user: User
    eyes: Eyes

    @property
    def may_edit(self) -> bool:
        return Relation.MEMBER in self.eyes.relations

    @cached_property
    def entries(self) -> list[Entry]:
        return list(self.cycle.entries.filter(ended_at=None).select_related("created_by"))

    @property
    def notes(self) -> list[EntryRow]:
        """What was written, in the order of the days; near the team only."""
        shown = self.eyes.sees(Detail.NOTES)
        return [row for row in self._rows if row.entry.kind not in COUNTING] if shown else []

    @property
    def counts(self) -> list[EntryRow]:
        """What was counted, and the counts that did not come in; a tally that is still open is not a count yet.

        Single days of single rooms are for the team only.
        """
        return [row for row in self._rows if row.entry.kind in COUNTING and not row.open] if self._rooms_seen else []

    @property
    def why_missing(self) -> str:
        """ "fire drill, substitute": why counts did not come in."""
        told = [row.entry.text for row in self.counts if row.entry.kind == EntryKind.MISSED]
        return ", ".join(text[:1].lower() + text[1:].rstrip(".") for text in told)

    @property
    def _rooms_seen(self) -> bool:
        return self.eyes.sees(Detail.ROOMS)

    @cached_property
    def _rows(self) -> list[EntryRow]:
        shown = self.entries if self._rooms_seen else [without_place(entry) for entry in self.entries]
        return [EntryRow(entry, self.lang) for entry in shown]

    @property
    def strip_steps(self) -> list[dict[str, Any]]:
        return self.thread.strip(self.cycle)

    @property
    def locked(self) -> str:
        """ "Jan 11, 7:42"; empty before the lock."""
        at = self.cycle.locked_at and timezone.localtime(self.cycle.locked_at)
        return f"{short_date(at.date(), self.lang)}, {at.hour}:{at.minute:02}" if at else ""

    @property
    def locked_day(self) -> str:
        at = self.cycle.locked_at
        return long_date(timezone.localdate(at), self.lang, year=False) if at else ""

    @property
    def look_day(self) -> str:
        return long_date(self.cycle.look_on, self.lang, year=False) if self.cycle.look_on else ""

    @cached_property
    def amendments(self) -> list[tuple[Amendment, PredictionWords, str]]:
        """Dated changes with their words and their day. They stand beside the original (S1 R-27)."""
        rows = list(self.cycle.amendments.filter(ended_at=None).select_related("created_by"))
        told = [(amendment_seen(self.eyes, row), PredictionWords.of(row, self.lang)) for row in rows]
        return [(row, words, self._day(row.created_at)) for row, words in told if words]

    def _day(self, at: datetime.datetime) -> str:
        return short_date(timezone.localdate(at), self.lang)

    @cached_property
    def thread(self) -> ThreadView:
        """The thread of this cycle. One that is set aside still stands in it on its own page."""
        found = cycles_of(self.user, team=self.cycle.owner_team, inquiry=self.cycle.inquiry)
        if self.cycle.ended_at is not None:
            found = sorted([*found, self.cycle], key=lambda cycle: cycle.number)
        return next(view for view in thread_views(found, self.lang) if view.holds(self.cycle))

    @property
    def before(self) -> CycleRow | None:
        found = [step.row for step in self.thread.steps if step.row.cycle.pk == self.cycle.predecessor_id]
        return found[0] if found else None

    @property
    def after(self) -> list[CycleRow]:
        return [step.row for step in self.thread.steps if step.row.cycle.predecessor_id == self.cycle.pk]

    @cached_property
    def corrections(self) -> list[tuple[Event, str]]:
        """Earlier words of the learning of a finished cycle with the day they changed, newest first."""
        told = self.done and self.eyes.sees(Detail.PEOPLE)
        events = events_of(self.cycle).filter(verb="corrected_learning") if told else []
        return [(event, self._day(event.at)) for event in events]

    @property
    def ended_day(self) -> str:
        return self._day(self.cycle.ended_at) if self.cycle.ended_at else ""

    # Plan

    @property
    def missing(self) -> list[str]:
        """What Do still waits for, in words."""
        return [say(f"missing.{name}", self.lang) for name in missing_to_start(facts_of(self.cycle))]

    @property
    def hint(self) -> str:
        """A quiet hint to the writers of a draft; never in the way (S1 R-26)."""
        predicted = prediction_of(self.cycle)
        if not self.may_edit or self.cycle.state != CycleState.DRAFT or predicted is None:
            return ""
        if predicted.kind == PredictionKind.DIRECTION:
            return say("hint.threshold", self.lang)
        found = falsifiable(self.cycle.event, self.lang) if predicted.kind == PredictionKind.EVENT else None
        return say(found.hint, self.lang) if found and found.hint else ""

    @property
    def carried(self) -> list[str]:
        """What was taken over from the cycle before, in words."""
        return self._fields(self.cycle.carried_over)

    @cached_property
    def next_draft(self) -> NextDraft | None:
        """The next cycle as it would be drafted from what is kept in Act now."""
        decision = decision_of(self.cycle)
        return draft_next(finished(self.cycle), decision) if decision else None

    @property
    def next_carries(self) -> list[str]:
        return self._fields(self.next_draft.carries_over) if self.next_draft else []

    def _fields(self, names: Iterable[str]) -> list[str]:
        told = {"idea": _("the idea"), "measure": _("the measure"), "where": _("who and where")}
        told |= {"count_what": _("what is counted"), "what": _("what is tried")}
        return [told[name] for name in names if name in told]

    # Do

    @cached_property
    def places(self) -> list[Place]:
        return places_of(self.entries, _("Counts"))

    @property
    def rooms(self) -> list[Place]:
        """Place by place: for the team only. Everyone else reads them together."""
        return self.places if self._rooms_seen else []

    @property
    def received(self) -> int:
        return sum(place.came_in for place in self.places)

    @property
    def not_in_yet(self) -> int:
        listed = self.received + sum(place.missed for place in self.places)
        return max(0, (self.cycle.planned_counts or 0) - listed)

    @property
    def counts_in_words(self) -> str:
        """ "22 of 24 planned counts came in"; a missing count is missing, never zero (S1 R-29)."""
        planned = max(self.cycle.planned_counts or 0, self.received)
        if not planned:
            return ""
        if not self.cycle.planned_counts:
            return ngettext("%(n)s count came in", "%(n)s counts came in", self.received) % {"n": self.received}
        return _("%(n)s of %(all)s planned counts came in") % {"n": self.received, "all": planned}

    @property
    def look_due(self) -> bool:
        return self.cycle.look_on is not None and self.cycle.look_on <= timezone.localdate()

    # Study

    @cached_property
    def suggested(self) -> dict[str, Any]:
        """The result as the counts have it, to be changed by whoever knows better."""
        total = total_of(self.places) if self.eyes.sees(Detail.FEW) else None
        if self.cycle.result is not None or self.cycle.not_collected_because or total is None:
            return {}
        return {"result": total[0], "result_out_of": total[1]}

    @property
    def strips(self) -> SafeString:
        """Prediction beside result, place by place; empty where nothing was counted or no number predicted."""
        return self._strips(WIDE, "strip")

    @property
    def strips_narrow(self) -> SafeString:
        """The same at the width of a phone, with letters of the same size."""
        return self._strips(NARROW, "strip-phone")

    def _strips(self, width: float, prefix: str) -> SafeString:
        if self.prediction is None or not self.prediction.counted:
            return mark_safe("")
        rows = [*self._whole(), *self._by_place()]
        if not rows:
            return mark_safe("")
        svg = strips_svg(self.prediction, tuple(rows), lang=self.lang, width=width, prefix=prefix)
        return mark_safe(svg)  # noqa: S308  (written by the strip, which escapes)

    def _whole(self) -> list[Row]:
        known = {"result": self.cycle.result, "result_out_of": self.cycle.result_out_of} | self.suggested
        if known["result"] is None:
            return []
        unit = "" if known["result_out_of"] is not None or self.cycle.out_of else self.cycle.unit_name
        return [Row(_("All"), Result(known["result"], known["result_out_of"], unit), bold=True)]

    def _by_place(self) -> list[Row]:
        counted = [place for place in self.rooms if place.middle and place.middle.out_of]
        if len(counted) < 2:
            return []
        return [Row(place.name, Result(place.middle.count, place.middle.out_of)) for place in counted if place.middle]

    @property
    def written_afterwards(self) -> bool:
        """Whether all four parts were entered in one sitting; said, never refused (S1 R-36)."""
        return self.cycle.done_at is not None and self.cycle.done_at - self.cycle.created_at < SITTING


def shared_entries(user: User, cycle: Cycle) -> list[Entry]:
    """Entries of a cycle that `user` may read. Outside the team: what was written, without rooms and single counts;
    farther away nothing.
    """
    eyes, rows = eyes_of(user, cycle), visible_to(user, Entry).filter(cycle=cycle).select_related("created_by")
    if eyes.sees(Detail.ROOMS):
        return list(rows)
    if not eyes.sees(Detail.NOTES):
        return []
    return [without_place(entry) for entry in rows.exclude(kind__in=COUNTING)]


def cycle_view(user: User, pk: int, *, with_ended: bool = False) -> CycleView:
    """Raises NotFound for a cycle that is not there or not shared. Query count does not grow with entries or cycles."""
    cycle = find(user, Cycle, pk, with_ended=with_ended, also=SHOWN_WITH)
    return seen_by(user, cycle, eyes_of(user, cycle))


def seen_by(user: User, cycle: Cycle, eyes: Eyes, *, lang: str = "") -> CycleView:
    """The cycle through these eyes. `cycle` must be open to them."""
    return CycleView(cycle_seen(eyes, cycle), lang or language(), user=user, eyes=eyes)
