"""Every way in which team work points at a person, and what becomes of it when the person goes.

WORK     it is open work: somebody keeps it, and it is handed on or parked
FOLLOWS  it belongs to a larger thing and goes with that
TEAM     the team keeps it; the place of lead stands for it
RECORD   it tells who did something; that stays true
"""

from __future__ import annotations

from enum import StrEnum


class Tie(StrEnum):
    WORK = "work"
    FOLLOWS = "follows"
    TEAM = "team"
    RECORD = "record"


TIES: dict[str, Tie] = {
    "cycles.cycle.created_by": Tie.WORK,
    "measures.measure.created_by": Tie.WORK,
    "measures.dataimport.created_by": Tie.WORK,
    "theory.inquiry.created_by": Tie.TEAM,
    "cycles.cycle.locked_by": Tie.RECORD,
    "cycles.amendment.created_by": Tie.FOLLOWS,
    "cycles.entry.created_by": Tie.FOLLOWS,
    "measures.annotation.created_by": Tie.FOLLOWS,
    "measures.series.created_by": Tie.FOLLOWS,
    "theory.aim.created_by": Tie.FOLLOWS,
    "theory.bone.created_by": Tie.FOLLOWS,
    "theory.cause.created_by": Tie.FOLLOWS,
    "theory.evidence.created_by": Tie.FOLLOWS,
    "theory.link.created_by": Tie.FOLLOWS,
    "theory.part.created_by": Tie.FOLLOWS,
    "theory.perspective.created_by": Tie.FOLLOWS,
}
"""By model and field; `ended_by` tells everywhere who set a thing aside."""


def tie_of(label: str, field: str) -> Tie:
    """Raises KeyError for a tie that nobody has thought about."""
    return Tie.RECORD if field == "ended_by" else TIES[f"{label}.{field}"]
