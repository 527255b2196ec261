"""What is known to be so in the made-up world, because it was made so. Tests hold the product to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.access import Rung


class Finding(StrEnum):
    """What the run chart of a measure must say."""

    SHIFT = "shift"
    QUIET = "quiet"
    SAME = "same"
    TOO_FEW = "too few"


@dataclass(frozen=True)
class Chart:
    """`series` empty: all rooms together."""

    team: str
    measure: str
    says: Finding
    why: str
    series: str = ""


CHARTS = (
    Chart("room12", "explains-to-partner", Finding.SHIFT, "The flagship: a lasting shift since the new phase."),
    Chart("room12", "explains-to-partner", Finding.SHIFT, "One room carries it.", "Room 12"),
    Chart("room12", "explains-to-partner", Finding.QUIET, "Some weeks up, not yet a shift.", "Room 14"),
    Chart("room12", "explains-to-partner", Finding.SHIFT, "The second room carries it later.", "Room 9"),
    Chart("marsh-creek", "opener-talk", Finding.SHIFT, "A real shift: made to be 40 % before and 61 % after."),
    Chart("juniper", "minutes", Finding.SHIFT, "A real shift in a plain number."),
    Chart("sorrel-lane", "starters", Finding.QUIET, "A false alarm: the last three weeks are the highest, by chance."),
    Chart("gable", "rows", Finding.SHIFT, "A signal without a cause: eight high weeks before anything was tried."),
    Chart("tamarack", "drawings", Finding.QUIET, "Flat: the idea moved nothing."),
    Chart("salt-marsh", "restate", Finding.QUIET, "A prediction that held once while the line stayed where it was."),
    Chart("pelican", "log-used", Finding.SAME, "Every week the same value."),
    Chart("larch", "asked", Finding.TOO_FEW, "Stopped after six weeks."),
)


@dataclass(frozen=True)
class CyclesOf:
    """Finished cycles of a team in order: whether each prediction was met, and which cycle followed it (0: none)."""

    team: str
    met: tuple[bool, ...]
    why: str


MISSED_AND_LEARNED = CyclesOf("stone-creek", (False, True), "The first missed, said why, and led to the second.")
FLAGSHIP = CyclesOf("room12", (False, True), "Starters missed, the quiet minute held; the third waits for its Study.")
STALLED = "larch"
"""One cycle long ago, decided to adapt; the draft that should follow was never started."""
SPREAD_WITHOUT_DEPTH = ("kestrel", 6)
"""Six single cycles on six ideas, none linked to another."""
NO_DATA = "pine-street"
ONE_MEMBER = "thistle"
SAME_NAME = (("harbor-view", "bluff-street"), ("lantern-attendance", "ocotillo"))
CONTRADICTED = (("room12", "Teachers do not value talk"), ("tamarack", "Students cannot draw"))
ABANDONED = (
    ("room12", "Partner rotation by seat", "No difference in four lessons."),
    (
        "old-mill",
        "The opener from Alder in five minutes",
        "Too short to argue; we do not have ten minutes before recess.",
    ),
)
OPENED = {
    Rung.TEAM: "birchwood",
    Rung.SCHOOL: "gable",
    Rung.COACH: "room12",
    Rung.NETWORK_UNNAMED: "tamarack",
    Rung.NETWORK: "marsh-creek",
    Rung.PUBLIC: "heron-point",
}
"""One team's inquiry on each rung of the ladder."""
LOCAL_TEAMS = {"A": 4, "B": 7, "C": 3, "D": 0, "E": 2, "F": 3, "G": 0, "H": 2}
COVERED = {1: "ACF", 2: "E", 3: "AC", 4: "H", 5: "BDE", 6: "DG", 7: ""}
"""Districts that work on each of the network's seven drivers (S3 11.3); the seventh has no team."""
