"""Causes on a fishbone: statements that stand somewhere between assumed and known (S1 R-12; S4 R-7..R-13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# A drawing holds eight bones; beyond that the outline reads better (mockups section 8).
BONES_DRAWN = 8


class CauseStatus(StrEnum):
    ASSUMED = "assumed"
    CHECKING = "checking"
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True)
class Cause:
    """`parent` is the cause this one answers "why?" for. `note` is a few words: "reframed", "sent to district".

    `layer`: said by somebody whom the team asked; it stands beside the team's own until they take it over.
    """

    id: str
    text: str
    status: CauseStatus = CauseStatus.ASSUMED
    parent: str = ""
    set_aside: bool = False
    sent_up: bool = False
    note: str = ""
    chosen: bool = False
    layer: bool = False

    @property
    def mark(self) -> str:
        """The name of its mark in `render.marks`, which is also the end of its key in `words.theory`."""
        if self.layer:
            return "layer"
        if self.set_aside:
            return "set_aside"
        return "sent_up" if self.sent_up else str(self.status)

    @property
    def struck(self) -> bool:
        return self.set_aside or self.status is CauseStatus.CONTRADICTED


@dataclass(frozen=True)
class Bone:
    id: str
    name: str
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True)
class CauseRow:
    cause: Cause
    level: int


def cause_outline(causes: Iterable[Cause]) -> tuple[CauseRow, ...]:
    """Every cause once, each "why" under the cause it answers, in stored order."""
    known = tuple(causes)
    ids = {cause.id for cause in known}
    rows: list[CauseRow] = []
    seen: set[str] = set()

    def add(cause: Cause, level: int) -> None:
        if cause.id in seen:
            return
        seen.add(cause.id)
        rows.append(CauseRow(cause, level))
        for other in known:
            if other.parent == cause.id:
                add(other, level + 1)

    for cause in [*(cause for cause in known if cause.parent not in ids), *known]:
        add(cause, 0)
    return tuple(rows)
