"""Which rows a qcc case charts: its `how` says in words which make the limits and which are new data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from aimwell.domain.spc.panels import stack
from aimwell.domain.spc.shewhart import Data

Row = Mapping[str, str | None]
SUBGROUPS = ("xbar", "R", "S")
NOT_VALUES = ("sample", "trial", "size", "group")
RANGE = r"(\d+)\s*(?:-|–|to|:)\s*(\d+)"


def chart_data(kind: str, where: Mapping[str, Any], rows: Sequence[Row]) -> Data:
    """ValueError: no row is charted."""
    how = str(where.get("how") or "")
    column = _value_column(where, how, rows)
    units = _subgroups(rows, column) if kind in SUBGROUPS else [[_number(row[column])] for row in rows]
    trial = _trials(rows, kind)
    base, new = _phases(how, len(units), trial)
    chosen = [*base, *new]
    if not chosen:
        raise ValueError("no rows to chart")
    values = stack([np.array(units[k]) for k in chosen])
    if kind in SUBGROUPS:
        return Data(values, np.count_nonzero(~np.isnan(values), axis=1).astype(np.float64), len(base))
    sizes = np.array([_number(rows[k].get("size") or "1") for k in chosen])
    return Data(values[:, 0], sizes, len(base))


def _value_column(where: Mapping[str, Any], how: str, rows: Sequence[Row]) -> str:
    """The column that the case names, that its words name, or the first that holds values."""
    names = list(rows[0]) if rows else []
    named = [where.get(key) for key in ("value", "column", "y", "x") if where.get(key) in names]
    words = re.findall(r"[\w.]+", how)
    spoken = [name for name in names if name in words and name not in NOT_VALUES]
    others = [name for name in names if name not in NOT_VALUES]
    return str([*named, *spoken, *others][0])


def _subgroups(rows: Sequence[Row], column: str) -> list[list[float]]:
    """Values of each sample, in the order of its number."""
    name = "sample" if "sample" in rows[0] else "group"
    found: dict[str, list[float]] = {}
    for row in rows:
        found.setdefault(row[name] or "", []).append(_number(row[column]))
    return [found[key] for key in sorted(found, key=_sample_order)]


def _sample_order(key: str) -> tuple[float, str]:
    return (float(key), "") if re.fullmatch(r"-?\d+(\.\d+)?", key) else (float("inf"), key)


def _trials(rows: Sequence[Row], kind: str) -> list[bool]:
    """Rows of the first trial; empty where the table has no such column or is grouped."""
    if kind in SUBGROUPS or not rows or "trial" not in rows[0]:
        return []
    return [row["trial"] in ("1", "TRUE", "true", "T") for row in rows]


def _phases(how: str, count: int, trial: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Row numbers, from 0, of the first phase and of new data."""
    everything = list(range(count))
    left_out = _left_out(how)
    later = "new" in how or "others" in how
    if trial and "trial" in how:
        base = [k for k in everything if trial[k]]
        new = [k for k in everything if not trial[k]] if later else []
    else:
        base, new = _ranges(how, everything)
    return [k for k in base if k + 1 not in left_out], new


def _ranges(how: str, everything: list[int]) -> tuple[list[int], list[int]]:
    first = re.search(r"first (\d+)", how)
    spans = [(int(low) - 1, int(high)) for low, high in re.findall(RANGE, how)]
    if first:
        cut = int(first[1])
        new = everything[slice(*spans[-1])] if spans else everything[cut:]
        return everything[:cut], new if "new" in how or "others" in how else []
    if not spans:
        return everything, []
    later = everything[slice(*spans[-1])] if len(spans) > 1 and "new" in how else []
    return everything[slice(*spans[0])], later


def _left_out(how: str) -> set[int]:
    """Numbers after "without", "except" or "excluding"."""
    said = re.search(r"(?:without|except|excluding)\D*((?:\d+(?:\s*(?:,|and)\s*)?)+)", how)
    return {int(number) for number in re.findall(r"\d+", said[1])} if said else set()


def _number(text: str | None) -> float:
    return float("nan") if text is None else float(text)
