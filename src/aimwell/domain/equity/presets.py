"""Rules for small groups that states and federal reports use, as data."""

from __future__ import annotations

from dataclasses import dataclass

FLOOR = 10
"""The privacy floor: no rule that a team can choose shows fewer students than this."""


@dataclass(frozen=True, slots=True)
class SmallGroups:
    """`minimum`: the smallest number that is shown. `extreme`: shares nearer to 0 or 1 are hidden as well; 0 = none."""

    name: str
    minimum: int
    source: str
    extreme: float = 0.0


PRESETS: dict[str, SmallGroups] = {
    rule.name: rule
    for rule in (
        SmallGroups("usual", 10, "NCES 2011-603: 10 is the most common minimum of the states (39 of them)."),
        SmallGroups("delaware", 16, "Delaware: 15 or fewer hidden, over 95 and under 5 per cent coded.", extreme=0.05),
        SmallGroups("new_york", 5, "New York: fewer than 5 hidden, with the next smallest group."),
        SmallGroups("wisconsin", 6, "Wisconsin: 5 or fewer hidden, with the other side of a split in two."),
        SmallGroups("reporting_20", 20, "A reporting size of 20, beside a privacy floor of 10."),
        SmallGroups("largest", 30, "NCES 2011-603: the largest minimum of the states."),
    )
}
USUAL = PRESETS["usual"]
OFFERED = {name: rule for name, rule in PRESETS.items() if rule.minimum >= FLOOR}
"""Those a team can choose, by their names; the others stand here for tables that follow them."""


def offered(name: str) -> SmallGroups:
    """The rule of this name; the usual one for a name that is not on offer, so that none is weaker than the floor."""
    return OFFERED.get(name, USUAL)
