"""What of a cycle goes beyond its team: the one place that takes anything away. Nothing here is ever saved."""

from __future__ import annotations

from copy import copy

from aimwell.contexts.cycles.models import Amendment, Cycle, Entry
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.equity.presets import offered


def cycle_seen(eyes: Eyes, cycle: Cycle) -> Cycle:
    """The cycle as it is, or a copy without its places, its people and a result of very few students."""
    if eyes.sees(Detail.PLACES):
        return cycle
    shown = copy(cycle)
    shown.who_where = shown.setting = ""
    shown.rooms = None
    if not eyes.sees(Detail.PEOPLE):
        shown.locked_by, shown.decided_by, shown.who_counts = None, "", ""
    if not eyes.sees(Detail.NOTES):
        shown.benefited = shown.not_benefited = shown.surprised_by = ""
    if few(eyes, cycle):
        shown.result = shown.result_out_of = None
    for name in ("reached", "meant_for"):
        if not eyes.sees(Detail.FEW) and (getattr(cycle, name) or 0) < least(cycle):
            setattr(shown, name, None)
    return shown


def few(eyes: Eyes, cycle: Cycle) -> bool:
    """Whether the result is of fewer students than may be shown here."""
    if cycle.result_out_of is None or eyes.sees(Detail.FEW):
        return False
    return cycle.result_out_of < least(cycle)


def least(cycle: Cycle) -> int:
    return offered(cycle.owner_team.small_groups).minimum


def amendment_seen(eyes: Eyes, row: Amendment) -> Amendment:
    """A dated change without its writer and reason where people are hidden."""
    if eyes.sees(Detail.PEOPLE):
        return row
    shown = copy(row)
    shown.created_by, shown.reason = None, ""
    return shown


def without_place(entry: Entry) -> Entry:
    """The entry as people outside the team read it: without the room and without who saw it."""
    shown = copy(entry)
    shown.place = shown.seen_by = ""
    return shown
