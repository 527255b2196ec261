"""Numbers as people write them: 1,234 and 91.62 and 91,62 and 34 % and 12 of 24."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isfinite

_POINT = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:e[-+]?\d+)?$|[-+]?\.\d+$", re.IGNORECASE)
_COMMA = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?$")
_ONLY_COMMA = re.compile(r"[-+]?\d+,(?:\d{1,2}|\d{4,})$|[-+]?\d{1,3}(?:\.\d{3})+,\d+$|[-+]?0,\d+$")
_PAIR = re.compile(r"([^/]*?)\s*(?:/|\bof\b|\bout of\b|\bde\b)\s*(.*)$", re.IGNORECASE)
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009%")
_MINUS = str.maketrans("\u2212", "-")


def decimal_comma(texts: Iterable[str]) -> bool:
    """Whether a comma stands before the decimals in this column: some value can be read in no other way."""
    return any(_ONLY_COMMA.match(text.translate(_SPACES)) for text in texts)


def read_number(text: str, *, comma: bool = False) -> float | None:
    """The number, or None. A per cent sign is dropped: 34 % is 34. Never infinite."""
    plain = text.translate(_SPACES).translate(_MINUS)
    if comma:
        if not _COMMA.match(plain):
            return None
        value = float(plain.replace(".", "").replace(",", "."))
    else:
        if not _POINT.match(plain):
            return None
        value = float(plain.replace(",", ""))
    return value if isfinite(value) else None


def read_pair(text: str, *, comma: bool = False) -> tuple[float, float] | None:
    """`12/24`, `12 of 24`, `12 de 24`: the count and the whole; None for anything else."""
    found = _PAIR.match(text)
    if not found:
        return None
    top, bottom = read_number(found[1], comma=comma), read_number(found[2], comma=comma)
    return None if top is None or bottom is None else (top, bottom)
