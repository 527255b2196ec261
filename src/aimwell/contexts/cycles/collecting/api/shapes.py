"""What the API shows of collecting; for the team only."""

from __future__ import annotations

import datetime
from typing import Any

from ninja import Field, Schema

from aimwell.contexts.cycles.collecting.models import How
from aimwell.contexts.people.api.shared import KeptOut
from aimwell.domain.pdsa.collecting import Cell


class CountPlanOut(KeptOut):
    cycle: int = Field(validation_alias="cycle_id")
    who: str = Field(description="A room, or the code of a person.")
    days: list[datetime.date] = Field(validation_alias="dates")


class PlannedDayOut(Schema):
    day: datetime.date
    state: Cell = Field(description="in, missed, open (planned, not in yet), or none (nothing planned).")
    why: str = Field(description="Why a count did not come in.")


class PlannedRowOut(Schema):
    plan: CountPlanOut
    planned: int
    received: int
    days: list[PlannedDayOut]


class PlannedCountsOut(Schema):
    """A count that is missing is missing, never zero."""

    planned: int
    received: int
    beside: int = Field(description="Counts that came in although nobody planned them.")
    rows: list[PlannedRowOut]


class RoomTryOut(KeptOut):
    cycle: int = Field(validation_alias="cycle_id")
    who: str
    how: How
    different: str
    why: str


class SplitOut(Schema):
    how: How
    rooms: list[str]
    count: int | None = Field(description="The middle counts of these rooms together; empty where none has a count.")
    out_of: int | None


class RoomTriesOut(Schema):
    tries: list[RoomTryOut]
    split: list[SplitOut]


class SharedReadingOut(KeptOut):
    cycle: int = Field(validation_alias="cycle_id")
    what: str
    place: str
    pieces: int
    codes: list[str] = Field(validation_alias="code_names", description="The first is the one that is counted.")
    opened_at: datetime.datetime | None = Field(description="When the two readings were laid side by side.")
    entry: int | None = Field(validation_alias="entry_id", description="The count of Do that came of it.")


class ReaderOut(Schema):
    who: str
    mine: bool
    done: bool


class PieceOut(Schema):
    """`said`: by reader, in the order of `readers`. Codes are named by their place in the list, from 0."""

    piece: int
    said: list[str]
    agreed: str
    talked_over: bool


class ReadOut(SharedReadingOut):
    """What you may see now: until it is open, of the two only your own codes."""

    readers: list[ReaderOut]
    my_codes: dict[int, int]
    lines: list[PieceOut] = Field(description="Empty until it is open.")
    percent: int | None = Field(description="Of 100 pieces that both read, how many got the same code.")
    kappa: float | None
    counted: int | None = Field(description="How many have the first code now.")


class PhotoOut(KeptOut):
    entry: int = Field(validation_alias="entry_id")
    alt: str
    width: int
    height: int


def read_words(view: Any) -> dict[str, Any]:
    two = view.two
    return {
        "readers": [
            {"who": str(one.created_by), "mine": one == view.mine, "done": one.done_at is not None}
            for one in view.owns
        ],
        "my_codes": view.my_codes,
        "lines": [
            {
                "piece": line.piece, "said": [code for _who, code in line.ways], "agreed": line.final,
                "talked_over": line.talked_over,
            }
            for line in view.lines
        ],
        "percent": view.percent,
        "kappa": two.agreement.kappa if two else None,
        "counted": two.counted if two else None,
    }  # fmt: skip
