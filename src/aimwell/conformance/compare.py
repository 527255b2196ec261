"""Two answers side by side, leaf by leaf."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose, isfinite
from typing import Any

RELATIVE = 1e-9
NEAR_ZERO = 1e-12
"""Two numbers both this close to 0 are the same: what is left of a subtraction has no relative precision."""
KEYS = ("facet1", "facet2", "xx")
"""Columns by which the rows of two tables are matched where both have them; else the order counts."""
NAME = "measure"
"""What names a row of a list of measures."""
NOT_COMPARED = frozenset({"warnings"})
"""Words in which a package warns are its own."""
ABSENT = "(not given)"


@dataclass(frozen=True, slots=True)
class Difference:
    """`path` as in points.lcl[3]; None = missing. `leaves` single values differ there."""

    path: str
    ours: Any
    theirs: Any
    leaves: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """`values`: leaves of the expected answer and values too many in ours."""

    values: int
    differences: tuple[Difference, ...]

    @property
    def matched(self) -> int:
        return self.values - sum(found.leaves for found in self.differences)


def compare(expected: Any, ours: Any) -> Comparison:
    """Every leaf of `expected` against ours: numbers to a relative 1e-9, missing with missing, the rest exactly.

    A refusal (`error`) is met by refusing too, or by an answer that draws no limits.
    """
    ours = plain(ours)
    if isinstance(expected, Mapping) and expected.get("error"):
        kept = refused(ours)
        return Comparison(1, () if kept else (Difference("error", ours, expected["error"]),))
    differences = tuple(_differences(expected, ours, ""))
    extra = sum(found.leaves for found in differences if found.theirs == ABSENT)
    return Comparison(leaves(expected) + extra, differences)


def refused(ours: Any) -> bool:
    """An error is said, or there are no limits to mislead."""
    if not isinstance(ours, Mapping):
        return False
    limits = (ours.get("points") or {}) if isinstance(ours.get("points"), Mapping) else {}
    drawn = [value for name, column in limits.items() if name.startswith(("lcl", "ucl")) for value in column]
    return bool(ours.get("error")) or all(_missing(value) for value in drawn)


def plain(value: Any) -> Any:
    """The same without arrays, tuples and numpy's numbers."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, str | bool | int | float) or value is None:
        return value
    tolist: Callable[[], Any] | None = getattr(value, "tolist", None)
    if tolist is not None:
        return tolist()
    return [plain(one) for one in value] if isinstance(value, Sequence) else value


def leaves(value: Any) -> int:
    """Single values inside; an empty list or object counts as one."""
    if isinstance(value, Mapping):
        return sum(leaves(one) for key, one in value.items() if key not in NOT_COMPARED) or 1
    if isinstance(value, list):
        return sum(leaves(one) for one in value) or 1
    return 1


def _differences(theirs: Any, ours: Any, path: str) -> Iterator[Difference]:
    if isinstance(theirs, Mapping):
        yield from _objects(theirs, ours, path)
    elif isinstance(theirs, list):
        yield from _lists(theirs, ours, path)
    elif not same(theirs, ours):
        yield Difference(path, ours, theirs)


def _objects(theirs: Mapping[str, Any], ours: Any, path: str) -> Iterator[Difference]:
    if not isinstance(ours, Mapping):
        yield Difference(path, ours, theirs, leaves(theirs))
        return
    if not theirs and ours:
        yield Difference(path, ours, theirs)
    theirs, ours = _by_keys(theirs, ours)
    for key, value in theirs.items():
        if key not in NOT_COMPARED:
            yield from _differences(value, ours.get(key), f"{path}.{key}" if path else key)


def _lists(theirs: list[Any], ours: Any, path: str) -> Iterator[Difference]:
    if not isinstance(ours, list):
        yield Difference(path, ours, theirs, leaves(theirs))
        return
    ours = _by_name(theirs, ours)
    for index, value in enumerate(theirs):
        if index < len(ours):
            yield from _differences(value, ours[index], f"{path}[{index}]")
        else:
            yield Difference(f"{path}[{index}]", ABSENT, value, leaves(value))
    for index in range(len(theirs), len(ours)):
        yield Difference(f"{path}[{index}]", ours[index], ABSENT, leaves(ours[index]))


def same(theirs: Any, ours: Any) -> bool:
    """One leaf. A number from JSON may have lost its point (17 for 17.0); truth values are no numbers."""
    if _missing(theirs) or _missing(ours):
        return _missing(theirs) and _missing(ours)
    if isinstance(theirs, bool) or isinstance(ours, bool):
        return theirs is ours
    if isinstance(theirs, int) and isinstance(ours, int):
        return theirs == ours
    if isinstance(theirs, int | float) and isinstance(ours, int | float):
        return isclose(theirs, ours, rel_tol=RELATIVE, abs_tol=NEAR_ZERO)
    return bool(theirs == ours)


def _missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and not isfinite(value))


def _by_name(theirs: list[Any], ours: list[Any]) -> list[Any]:
    """Our rows in the order of theirs, where rows are named measures: their order has no meaning. Extra ones last."""
    names, own = ([row.get(NAME) if isinstance(row, Mapping) else None for row in rows] for rows in (theirs, ours))
    if None in names or None in own or len(set(names)) < len(names) or len(set(own)) < len(own):
        return ours
    found = dict(zip(own, ours, strict=True))
    return [*(found.get(name, {}) for name in names), *(row for name, row in found.items() if name not in names)]


def _by_keys(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Both tables in the order of facet and row, when both hold those columns."""
    if not (_is_keyed(theirs) and _is_keyed(ours)):
        return theirs, ours
    return _in_order(theirs), _in_order(ours)


def _is_keyed(table: Mapping[str, Any]) -> bool:
    columns = [table.get(name) for name in KEYS]
    return all(isinstance(column, list) and None not in column for column in columns)


def _in_order(table: Mapping[str, Any]) -> Mapping[str, Any]:
    keys = list(zip(*(table[name] for name in KEYS), strict=False))
    order = sorted(range(len(keys)), key=lambda row: [str(part).rjust(40) for part in keys[row]])
    return {
        name: [column[row] for row in order] if isinstance(column, list) and len(column) == len(keys) else column
        for name, column in table.items()
    }
