"""What a person said about days, phases and the aim, resolved against the points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import isfinite

from aimwell.chartfile.points import Group
from aimwell.chartfile.words import refuse
from aimwell.domain.spc.reading import Phase, Target

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})\b\s*(.*)$", re.DOTALL)
_POINT = re.compile(r"(\d{1,4})(?:\s+(.*))?$", re.DOTALL)


def is_column(text: str) -> bool:
    """A --phase that names a column, not a day or point."""
    return not (_DAY.match(text) or _POINT.match(text))


def phases_of(texts: Sequence[str], days: Sequence[date], lang: str) -> tuple[Phase, ...]:
    """Phases of `2026-01-12 reason` and `25 reason`; `days` are the dates of the points, in order."""
    return tuple(_phase(text, days, lang) for text in texts)


def _phase(text: str, days: Sequence[date], lang: str) -> Phase:
    found = _DAY.match(text) or _POINT.match(text)
    assert found is not None
    reason = (found[2] or "").strip()
    if not reason:
        raise refuse("no_reason", lang, text=text.strip())
    return Phase(resolve(found[1], days, option="--phase", lang=lang), reason)


def phases_by_column(group: Group) -> tuple[Phase, ...]:
    """A phase at each new text of the phase column, in order of time; the text is its reason."""
    rows = sorted(zip((point.on for point in group.points), group.phases, strict=True), key=lambda row: row[0])
    return tuple(_changes(rows))


def _changes(rows: Iterable[tuple[date, str]]) -> Iterator[Phase]:
    before = ""
    for day, text in rows:
        if text and text != before:
            if before:
                yield Phase(day, text)
            before = text


def days_said(texts: Sequence[str], days: Sequence[date], *, option: str, lang: str) -> tuple[date, ...]:
    """Dates and point numbers, by comma or one each time."""
    parts = [part.strip() for text in texts for part in text.split(",") if part.strip()]
    return tuple(resolve(part, days, option=option, lang=lang) for part in parts)


def resolve(text: str, days: Sequence[date], *, option: str, lang: str) -> date:
    """A date, or the date of a point counted from 1."""
    if text.isdecimal() and len(text) <= 4:
        place = int(text)
        if not 1 <= place <= len(days):
            raise refuse("no_point", lang, option=option, text=text, count=len(days))
        return days[place - 1]
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refuse("bad_day", lang, option=option, text=text) from None


def target_of(text: str, lang: str) -> Target | None:
    """`90` or `90@2027-06-30`."""
    if not text:
        return None
    value, _, day = text.partition("@")
    try:
        number, on = float(value.strip().rstrip("%").strip()), date.fromisoformat(day.strip()) if day else None
    except ValueError:
        raise refuse("bad_target", lang, text=text) from None
    if not isfinite(number):
        raise refuse("bad_target", lang, text=text)
    return Target(number, on)
