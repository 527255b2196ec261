"""What rows would do to the numbers that are there: new, the same, or in place of another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from aimwell.contexts.measures.models import Measure, Observation
from aimwell.domain.tables.choices import Accepted

CHANGES_SHOWN = 5
Known = tuple[int, float | None, float | None, float | None, str]


@dataclass
class Effect:
    """`new`: rows to put in. `replaced`: primary keys of the values whose place they take, with both texts."""

    new: list[Accepted] = field(default_factory=list)
    replaced: dict[int, tuple[Known, Accepted]] = field(default_factory=dict)
    same: int = 0

    def shown(self) -> list[dict[str, Any]]:
        """A few changes, the latest first; those that replace something before those that add."""
        changed = sorted(self.replaced.values(), key=lambda pair: pair[1].on, reverse=True)[:CHANGES_SHOWN]
        pairs: list[tuple[Known | None, Accepted]] = [*changed]
        if not pairs:
            added = sorted(self.new, key=lambda row: row.on, reverse=True)[:CHANGES_SHOWN]
            pairs = [(None, row) for row in added]
        return [
            {
                "on": row.on.isoformat(),
                "series": row.series,
                "now": None if known is None else list(known[1:]),
                "after": [row.value, row.numerator, row.denominator, row.missing],
            }
            for known, row in pairs
        ]


def effect_of(measure: Measure, rows: list[Accepted]) -> Effect:
    """Compare with what is in force now, in one query."""
    live = Observation.objects.filter(series__measure=measure, ended_at=None)
    fields = ("series__name", "observed_on", "pk", "value", "numerator", "denominator", "missing")
    known: dict[Any, Known] = {(row[0], row[1]): row[2:] for row in live.values_list(*fields).iterator(chunk_size=5000)}
    if not known:
        return Effect(new=rows)
    effect = Effect()
    for row in rows:
        there = known.get((row.series, row.on))
        if there is not None and there[1:] == row[3:]:
            effect.same += 1
            continue
        effect.new.append(row)
        if there is not None:
            effect.replaced[there[0]] = (there, row)
    return effect
