"""What a team read in the records of a thread, cycle by cycle (S1 R-33)."""

from __future__ import annotations

from collections import defaultdict

from aimwell.contexts.cycles.queries import ThreadView
from aimwell.contexts.cycles.rubric.models import Review, Side
from aimwell.contexts.cycles.rubric.queries.readings import ReviewView, may_begin
from aimwell.contexts.people.models import User


def read_in_thread(user: User, thread: ThreadView) -> list[ReviewView]:
    """For members: of each cycle the agreed reading, else the team's own, where it is finished. One query.

    A member who was asked to read a cycle sees none of it before having finished (S1 R-50).
    """
    cycles = {step.row.cycle.pk: step.row.cycle for step in thread.steps}
    rows: dict[int, list[Review]] = defaultdict(list)
    for row in Review.objects.filter(cycle__in=cycles, ended_at=None).select_related("rubric"):
        row.cycle = cycles[row.cycle_id]
        rows[row.cycle_id].append(row)
    found = (_stands(user, rows[pk]) for pk in cycles)
    return [ReviewView(row, thread.lang) for row in found if row is not None and row.done_on is not None]


def _stands(user: User, rows: list[Review]) -> Review | None:
    if any(row.reader_id == user.pk and row.done_on is None and may_begin(row) for row in rows):
        return None
    sides = {row.side: row for row in rows if row.side != Side.OTHER}
    return sides.get(Side.AGREED) or sides.get(Side.TEAM)
