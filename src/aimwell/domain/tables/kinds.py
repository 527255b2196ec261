"""Whether pasted numbers are shares, counts or something else, when nobody said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Literal

from aimwell.domain.tables.cells import clean
from aimwell.domain.tables.columns import layout_of
from aimwell.domain.tables.numbers import read_number, read_pair

UnitKind = Literal["percent", "count", "number"]
_SHARE = re.compile(r"%|\b(share|percent|per cent|rate|attendance rate|porcentaje|tasa|proporci[oó]n)\b")


def unit_of(name: str, headings: Sequence[str], rows: Iterable[Sequence[str]], first: int) -> UnitKind:
    """`percent` for pairs, per cent signs, parts of one, or a name that says so; `count` for whole numbers."""
    sample = list(islice(rows, 400))
    if _SHARE.search(" ".join([name, *headings]).lower()):
        return "percent"
    roles = layout_of(sample).roles
    if "denominator" in roles or "share" in roles:
        return "percent"
    if "value" not in roles:
        return "count"
    at = roles.index("value")
    cells = [clean(row[at]) for row in sample[first:] if at < len(row) and row[at].strip()]
    if any("%" in cell or read_pair(cell) for cell in cells):
        return "percent"
    values = [value for cell in cells if (value := read_number(cell)) is not None]
    return "count" if all(value >= 0 and value.is_integer() for value in values) else "number"
