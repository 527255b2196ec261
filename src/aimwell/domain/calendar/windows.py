"""Days that are unlike others: read from what people type or bring as a file, and stepped over by dates that move."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SPAN = tuple[date, date]
MOST_ROWS = 400
LONGEST = 400
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayRow:
    """One line that was read. Both days are included."""

    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class DaysRead:
    """`odd`: lines in which no day could be found, as they were written."""

    rows: tuple[DayRow, ...]
    odd: tuple[str, ...]


def read_days(text: str) -> DaysRead:
    """Lines such as "Winter break, 2026-12-21, 2027-01-01", or a calendar file (RFC 5545)."""
    lines = text.lstrip("\ufeff").splitlines()
    found = list(_events(lines)) if "BEGIN:VCALENDAR" in text.upper() else [_line(one) for one in lines if one.strip()]
    rows = [one for one in found if isinstance(one, DayRow)]
    return DaysRead(tuple(dict.fromkeys(rows))[:MOST_ROWS], tuple(one for one in found if isinstance(one, str)))


_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_US = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


_DAY_OR_COMMA = re.compile(rf"{_ISO.pattern}|{_US.pattern}|[,;\n]")


def _line(text: str) -> DayRow | str:
    days = _days(text)
    name = _US.sub("", _ISO.sub("", text))
    name = re.sub(r"\s{2,}", " ", re.sub(r"[,;\t\"–]+|\s-\s|\bto\b\s*$", " ", name)).strip(" -")
    if not 1 <= len(days) <= 2:
        return text.strip()
    return _row(name, days[0], days[-1]) or text.strip()


def _row(name: str, first: date, last: date) -> DayRow | None:
    fits = first <= last and (last - first).days <= LONGEST
    return DayRow(name[:120], first, last) if fits else None


def _days(text: str) -> list[date]:
    """Days as 2026-12-21 or 12/21/2026, in the order in which they stand."""
    hits = [(hit.start(), hit.groups()) for hit in _ISO.finditer(text)]
    hits += [(hit.start(), (hit[3], hit[1], hit[2])) for hit in _US.finditer(text)]
    found = (_date(*parts) for _at, parts in sorted(hits))
    return [day for day in found if day is not None]


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _events(lines: Sequence[str]) -> Iterator[DayRow | str]:
    event: dict[str, str] = {}
    for line in _unfolded(lines):
        key, _, value = line.partition(":")
        name = key.split(";")[0].strip().upper()
        if (name, value.strip().upper()) == ("BEGIN", "VEVENT"):
            event = {}
        elif (name, value.strip().upper()) == ("END", "VEVENT"):
            yield _event(event)
        elif name in ("SUMMARY", "DTSTART", "DTEND"):
            event.setdefault(name, value.strip())


def _unfolded(lines: Sequence[str]) -> list[str]:
    whole: list[str] = []
    for line in lines:
        if line[:1] in (" ", "\t") and whole:
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return whole


def _event(event: dict[str, str]) -> DayRow | str:
    """The last day of a whole-day event is the one before its DTEND."""
    name = re.sub(r"\\([,;\\])", r"\1", event.get("SUMMARY", "")).replace("\\n", " ").strip()
    first = _stamp(event.get("DTSTART", ""))
    last = _stamp(event.get("DTEND", "")) or first
    if first is None or last is None:
        return name
    if "T" not in event.get("DTEND", "T"):
        last = last - timedelta(days=1) if last > first else first
    return _row(name, first, last) or name


def _stamp(value: str) -> date | None:
    hit = re.match(r"(\d{4})(\d{2})(\d{2})", value)
    return _date(*hit.groups()) if hit else None


def written(rows: Iterable[DayRow]) -> str:
    """The rows as `read_days` reads them again."""
    lines = (f"{re.sub(_DAY_OR_COMMA, ' ', row.name)}, {row.starts_on}, {row.ends_on}" for row in rows)
    return "\n".join(lines)


def moved(day: date, days: int, closed: Iterable[SPAN] = ()) -> date:
    """`day` later by so many days, and on to the next weekday that is not closed (S0 R-57)."""
    spans, after = tuple(closed), day + timedelta(days=days)
    while after.weekday() >= SATURDAY or any(first <= after <= last for first, last in spans):
        after += timedelta(days=1)
    return after
