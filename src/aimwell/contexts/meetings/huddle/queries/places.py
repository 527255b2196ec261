"""Where in a cycle the notes of a meeting may go now."""

from __future__ import annotations

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.meetings.models import AgendaItem, Meeting
from aimwell.domain.pdsa.moves import State
from aimwell.domain.rhythm.notes import Place, places


def next_draft(cycle: Cycle) -> Cycle | None:
    """The draft that follows `cycle`, if there is one."""
    return cycle.successors.filter(ended_at=None, state=CycleState.DRAFT).order_by("pk").first()


def notes_cycle(meeting: Meeting, part: AgendaItem | None) -> Cycle | None:
    """Where the notes go: to the cycle that the part which runs is about, else to that of the meeting."""
    about = part.cycle if part is not None and meeting.closed_at is None else None
    found = about or meeting.cycle
    return found if found is not None and found.ended_at is None else None


def places_of(cycle: Cycle, *, draft: Cycle | None = None) -> tuple[Place, ...]:
    """`draft`: the next cycle where it is known already."""
    follows = cycle.predecessor_id is not None
    has_next = cycle.state == CycleState.DONE and (draft or next_draft(cycle)) is not None
    return places(State(cycle.state), follows=follows, has_next=has_next)
