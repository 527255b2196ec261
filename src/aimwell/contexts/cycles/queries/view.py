"""One cycle, read once for its whole page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aimwell.contexts.cycles.models import Amendment, Cycle, CycleState, Decision, Entry, EntryKind, PredictionKind
from aimwell.contexts.cycles.queries.counts import Place, places_of, total_of
from aimwell.contexts.cycles.queries.facts import (
    KEPT_SIZE,
    NOTICED,
    ONWARD_VERBS,
    decision_of,
    facts_of,
    finished,
    has_result,
    prediction_of,
    starts_larger,
)
from aimwell.contexts.cycles.queries.headings import Heading, headings_of
from aimwell.contexts.cycles.queries.seen import amendment_seen, cycle_seen, without_place
from aimwell.contexts.cycles.queries.threads import ThreadView, language, thread_around
from aimwell.contexts.cycles.queries.words import CycleRow, PredictionWords
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, find, visible_to
from aimwell.contexts.theory.queries import open_before_test
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Relation
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.pdsa.carry import NextDraft, draft_next
from aimwell.domain.pdsa.falsifiable import falsifiable
from aimwell.domain.pdsa.judging import Result
from aimwell.domain.pdsa.moves import Onward, missing_to_start
from aimwell.domain.pdsa.sizes import Size, could_shrink
from aimwell.domain.render.strip import Row, strips_svg
from aimwell.domain.words.dates import long_date, short_date
from aimwell.domain.words.pdsa import say

CORRECTED = "corrected_learning"
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
    def headings(self) -> dict[str, Heading]:
        """What the four parts are called: in the team's own words for the team, in the common ones for others."""
        return headings_of(self.cycle, own=self.may_edit, lang=self.lang)

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
        """The nearest cycles of its thread. One that is set aside still stands in it on its own page."""
        return thread_around(self.user, self.cycle)

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
        told = self._told_later if self.eyes.sees(Detail.PEOPLE) else []
        return [(event, self._day(event.at)) for event in told if event.verb == CORRECTED]

    @cached_property
    def _told_later(self) -> list[Event]:
        """What the history says of a finished cycle that its page shows, newest first. One query."""
        if not self.done or not (self.may_edit or self.eyes.sees(Detail.PEOPLE)):
            return []
        return list(events_of(self.cycle).filter(verb__in=(CORRECTED, *ONWARD_VERBS.values())))

    @property
    def onward(self) -> list[tuple[Onward, str, bool]]:
        """For members of a team that adopted the change: what it can take on next, and whether it chose so."""
        if not self.may_edit or not self.done or self.cycle.ended_at or self.cycle.decision != Decision.ADOPT:
            return []
        last = next((event.verb for event in self._told_later if event.verb != CORRECTED), "")
        return [(one, say(f"onward.{one}", self.lang), verb == last) for one, verb in ONWARD_VERBS.items()]

    @property
    def ended_day(self) -> str:
        return self._day(self.cycle.ended_at) if self.cycle.ended_at else ""

    # Plan

    @property
    def missing(self) -> list[str]:
        """What Do still waits for, in words."""
        return [say(f"missing.{name}", self.lang) for name in missing_to_start(facts_of(self.cycle))]

    @property
    def missing_field(self) -> str:
        """The field of the plan to write first."""
        fields = {"what": "id_try_what", "prediction": "id_low", "look_on": "id_look_on"}
        return next((fields[name] for name in missing_to_start(facts_of(self.cycle))), "")

    @property
    def heading(self) -> str:
        """The question, where the team asks one; else what is tried."""
        return self.cycle.question or self.title

    @property
    def size(self) -> str:
        """ "a few: about 5, 3 classrooms"; empty for the smallest where no more is said."""
        rooms, told = self.cycle.rooms, []
        if self.cycle.size != Size.ONE:
            told.append(self.cycle.get_size_display())
        if rooms:
            told.append(ngettext("%(n)s classroom", "%(n)s classrooms", rooms) % {"n": rooms})
        return ", ".join(told)

    @property
    def differs_from_before(self) -> list[str]:
        """Of a draft: what is not as it was in the cycle before, in words (S1 R-32)."""
        before = self.cycle.predecessor
        if before is None or not self.draft or not self.may_edit:
            return []
        names = {"what": "try_what", "where": "who_where", "count_what": "count_what", "size": "size"}
        return self._fields(
            [name for name, field in names.items() if getattr(before, field) != getattr(self.cycle, field)]
        )

    @cached_property
    def larger(self) -> bool:
        """Whether starting asks first why it starts larger than the smallest test (S2 R-30)."""
        return starts_larger(self.cycle)

    @property
    def asks_why(self) -> bool:
        """Whether one line is asked for already before Do starts; one line serves all that ask."""
        return bool(self.unchecked) or self.larger

    @cached_property
    def larger_because(self) -> str:
        """Why the team started larger, in its own sentence; for the team."""
        if not self.may_edit or self.draft or not self.larger:
            return ""
        started = events_of(self.cycle).filter(verb="locked").first()
        return started.reason if started else ""

    @cached_property
    def could_shrink(self) -> tuple[str, ...]:
        """What of a first test could be smaller, unless the team has said that it stays so (S3 R-45, S0 R-18)."""
        cycle = self.cycle
        if not self.may_edit or not self.draft or cycle.predecessor_id is not None or cycle.ended_at is not None:
            return ()
        most = {"most_rooms": settings.FIRST_TEST_ROOMS, "most_days": 7 * settings.FIRST_TEST_WEEKS}
        found = could_shrink(Size(cycle.size), cycle.rooms, cycle.look_on, timezone.localdate(), **most)
        kept = found and events_of(cycle).filter(verb=KEPT_SIZE).exists()
        return () if kept else found

    @property
    def shrink_words(self) -> str:
        """ "larger than one class or one person, 5 classrooms"."""
        told = {"rooms": self.cycle.rooms, "n": self.most_weeks}
        return ", ".join(say(f"shrink.{name}", self.lang, **told) for name in self.could_shrink)

    @property
    def most_weeks(self) -> int:
        """Within how many weeks a first test is looked at, unless the team says that it stays so."""
        return int(settings.FIRST_TEST_WEEKS)

    @cached_property
    def unchecked(self) -> tuple[str, ...]:
        """What of the problem is open still, so that starting asks first why (S4 R-4, S0 R-1)."""
        return open_before_test(self.cycle.inquiry)

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
        told |= {"who_counts": _("who counts"), "steps": _("the steps"), "size": _("how large the test is")}
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
        look_on = None if self.cycle.paused_on else self.cycle.look_on
        return look_on is not None and look_on <= timezone.localdate()

    @property
    def noticed(self) -> bool:
        """Whether a surprise or something in the way was written down."""
        return any(entry.kind in NOTICED for entry in self.entries)

    # Study

    @property
    def differs(self) -> bool:
        """Whether the result is not what was predicted: then two questions open (S3 R-44)."""
        return has_result(self.cycle) and self.verdict is not None and not self.verdict.held

    @property
    def reach(self) -> str:
        """ "20 of 24 students it was meant for"."""
        reached, meant = self.cycle.reached, self.cycle.meant_for
        if reached is None:
            return ""
        return _("%(n)s of %(all)s it was meant for") % {"n": reached, "all": meant} if meant else str(reached)

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
