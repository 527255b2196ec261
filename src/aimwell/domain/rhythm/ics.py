"""Times of meetings as a calendar that programs subscribe to (iCalendar, RFC 5545).

All moments are written in UTC, so that no table of time zones is needed and every program shows them in its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

END = "\r\n"
LONGEST = 75
"""Bytes of a line without its end (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting. `begins` is None where only its day is known. `sequence` grows with each change."""

    uid: str
    title: str
    on: date
    begins: datetime | None
    minutes: int
    place: str
    changed: datetime
    sequence: int
    cancelled: bool = False


def calendar(name: str, events: Iterable[Event], *, product: str = "Aimwell") -> str:
    """The whole file. A cancelled meeting stays in it with STATUS:CANCELLED, so that it goes from every calendar."""
    head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{escaped(product)}//{escaped(product)}//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]  # fmt: skip
    lines = [*head, *(line for event in events for line in _event(event)), "END:VCALENDAR"]
    return "".join(f"{folded(line)}{END}" for line in lines)


def _event(event: Event) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(event.uid)}",
        f"DTSTAMP:{utc(event.changed)}",
        f"LAST-MODIFIED:{utc(event.changed)}",
        f"SEQUENCE:{event.sequence}",
        *_times(event),
        f"SUMMARY:{escaped(event.title)}",
        *([f"LOCATION:{escaped(event.place)}"] if event.place else []),
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def _times(event: Event) -> list[str]:
    if event.begins is None:
        after = event.on + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    ends = event.begins.astimezone(UTC) + timedelta(minutes=event.minutes)
    return [f"DTSTART:{utc(event.begins)}", f"DTEND:{utc(ends)}"]


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Backslash, comma, semicolon and line ends as RFC 5545, 3.3.11 asks; other control characters are dropped."""
    for plain, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, safe)
    return "".join(letter for letter in text if letter == "\t" or (letter >= " " and letter != "\x7f"))


def folded(line: str) -> str:
    """At most 75 bytes a line, never cut inside a letter; a line that goes on begins with a blank."""
    parts, left, room = [], line, LONGEST
    while len(left.encode()) > room:
        cut = room
        while len(left[:cut].encode()) > room:
            cut -= 1
        parts.append(left[:cut])
        left, room = left[cut:], LONGEST - 1
    return f"{END} ".join([*parts, left])
