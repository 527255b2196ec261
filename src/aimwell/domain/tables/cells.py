"""Lines into cells, and cells into clean text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_CANDIDATES = ("\t", ";", "|", ",")
SAMPLE = 200


def delimiter_of(lines: Sequence[str]) -> str:
    """What stands between the cells: the sign that cuts most of these lines alike; a comma when none does."""
    scores = {sign: _likeness(lines, sign) for sign in _CANDIDATES}
    best = max(scores.values())
    return next(sign for sign in _CANDIDATES if scores[sign] == best) if best else ","


def _likeness(lines: Sequence[str], sign: str) -> float:
    """Share of the lines that come out with the usual number of cells; 0 when that number is one."""
    counts = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
    wide = [count for count in counts if count > 1]
    if not wide:
        return 0.0
    usual = max(set(wide), key=wide.count)
    return round(wide.count(usual) / len(counts), 1)


def rows_of(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """Cells row by row; a row without any cell stays as an empty row, so that row numbers are those of the file."""
    csv.field_size_limit(1_000_000)
    return csv.reader(lines, delimiter=delimiter)


def clean(text: str) -> str:
    """Without control characters and doubled spaces."""
    plain = text.isprintable() and "  " not in text
    return (text if plain else _CONTROLS.sub(" ", text)).strip()


def is_formula(text: str) -> bool:
    """A cell that a spreadsheet would run. Numbers with a sign are read before this is asked."""
    return text.startswith(_DANGEROUS[:4]) and len(text) > 1


def harmless(text: str) -> str:
    """A cell for a download: a spreadsheet shows it and runs nothing."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text
