"""A score as text for a person and as data for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from aimwell.conformance.compare import Difference, plain
from aimwell.conformance.score import Family, Result

SHOWN_CASES = 5
SHOWN_DIFFERENCES = 3
WIDEST = 60


def text(families: Sequence[Family]) -> str:
    """One line a family, the first differences under it, and the sum."""
    wide = max(len(family.name) for family in families)
    lines = [f"{'family'.ljust(wide)}  tried  full   values  that match  share"]
    for family in families:
        lines += [_line(family.name, [family], wide), *_misses(family)]
    lines += ["", _line("all", families, wide), _last(families)]
    return "\n".join(lines)


def data(families: Sequence[Family]) -> dict[str, Any]:
    """The same: `families`, `all`, and every case that misses with its first differences."""
    return {
        "all": _counts(families),
        "families": [{"family": family.name, **_counts([family]), "missed": _missed(family)} for family in families],
    }


def required_misses(families: Sequence[Family]) -> int:
    return sum(len(family.misses) - family.contested for family in families)


def _counts(families: Sequence[Family]) -> dict[str, Any]:
    values = sum(family.values for family in families)
    matched = sum(family.values_matched for family in families)
    return {
        "tried": sum(len(family.results) for family in families),
        "full": sum(family.full for family in families),
        "contested_misses": sum(family.contested for family in families),
        "values": values,
        "values_matched": matched,
        "share": matched / values if values else 1.0,
    }


def _line(name: str, families: Sequence[Family], wide: int) -> str:
    n = _counts(families)
    contested = f"  ({n['contested_misses']} contested)" if n["contested_misses"] else ""
    share = f"{n['share']:7.4f}" if n["share"] == 1 else f"{min(n['share'], 0.9999):7.4f}"
    return (
        f"{name.ljust(wide)}  {n['tried']:5}  {n['full']:4}  {n['values']:7}  {n['values_matched']:10}"
        f"{share}{contested}"
    )


def _misses(family: Family) -> list[str]:
    lines = []
    for result in family.misses[:SHOWN_CASES]:
        lines.append(f"    {result.name}{' (contested)' if result.contested else ''}: {_why(result)}")
        lines += [f"        {_difference(found)}" for found in _shown(result)]
    more = len(family.misses) - SHOWN_CASES
    return [*lines, f"    and {more} more"] if more > 0 else lines


def _why(result: Result) -> str:
    if result.reason:
        return result.reason
    found = result.comparison
    return f"{found.values - found.matched} of {found.values} values differ"


def _shown(result: Result) -> tuple[Difference, ...]:
    return () if result.reason else result.comparison.differences[:SHOWN_DIFFERENCES]


def _difference(found: Difference) -> str:
    return f"{found.path or 'answer'}: ours {_short(found.ours)}, theirs {_short(found.theirs)}"


def _short(value: Any) -> str:
    said = "missing" if value is None else repr(value)
    return said if len(said) <= WIDEST else f"{said[: WIDEST - 1]}…"


def _last(families: Sequence[Family]) -> str:
    missed = required_misses(families)
    if not missed:
        return "Every case that is not contested matches in full."
    return f"{missed} {'case that is not contested misses' if missed == 1 else 'cases that are not contested miss'}."


def _missed(family: Family) -> list[dict[str, Any]]:
    return [
        {
            "id": result.name,
            "contested": result.contested,
            "reason": result.reason,
            "values": result.comparison.values,
            "values_matched": result.comparison.matched,
            "differences": [
                {"path": found.path, "ours": _json(found.ours), "theirs": _json(found.theirs)}
                for found in _shown(result)
            ],
        }
        for result in family.misses
    ]


def _json(value: Any) -> Any:
    """As it is where JSON can hold it; a long or strange value as short text."""
    kept = plain(value)
    try:
        return kept if len(json.dumps(kept, allow_nan=False)) <= WIDEST * 4 else _short(kept)
    except (TypeError, ValueError):
        return _short(kept)
