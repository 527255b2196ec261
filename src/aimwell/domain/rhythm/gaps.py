"""Long quiet stretches, and who hears of one so that they can help (S0 R-55).

The signal goes to those who can help: first the team lead, then the coach, and the hub where the team agreed. It never
goes up a line of command. A team that is away (paused, left, or not begun) gives none, and its days count from its
return. The history of long gaps is a plain fact: it counts all days, those away included.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Helper(StrEnum):
    LEAD = "lead"
    COACH = "coach"
    HUB = "hub"


AFTER = {Helper.LEAD: 60, Helper.COACH: 120, Helper.HUB: 180}
"""Days without activity after which each hears of it."""
LONG = 180
"""Days without activity that make a long gap."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """`last`: the day of the last activity. `back`: the day the team came back, where it was away. `away`: it is now.

    `hub_agreed`: the team said that its hub may hear of a long quiet stretch.
    """

    last: datetime.date
    back: datetime.date | None = None
    away: bool = False
    hub_agreed: bool = False

    def days(self, today: datetime.date) -> int:
        """Days without activity that count; 0 while the team is away."""
        if self.away:
            return 0
        start = max(self.last, self.back) if self.back else self.last
        return max((today - start).days, 0)

    def hears(self, today: datetime.date) -> frozenset[Helper]:
        """Who hears of it today; empty where nobody does."""
        days = self.days(today)
        told = {helper for helper, least in AFTER.items() if days >= least}
        return frozenset(told if self.hub_agreed else told - {Helper.HUB})


def long_gaps(*, began: datetime.date, active: Iterable[datetime.date], today: datetime.date, least: int = LONG) -> int:
    """How many stretches of `least` days or more without activity since `began`, the running one included.

    Days away count: this says what was, and signals nothing (S0 L313).
    """
    days = sorted({began, today, *(day for day in active if began <= day <= today)})
    return sum((later - earlier).days >= least for earlier, later in pairwise(days))
