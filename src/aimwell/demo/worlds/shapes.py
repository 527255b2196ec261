"""What a made-up world is made of. Plain values; dates are dates of the story (see demo.clock)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """Somebody invented. `email` is made from the name and ends in example.org."""

    key: str
    name: str


@dataclass(frozen=True)
class School:
    key: str
    name: str
    district: str


@dataclass(frozen=True)
class District:
    """`key` is the letter of the source's table; `drivers` are numbers of the network's seven."""

    key: str
    name: str
    focus: str
    drivers: tuple[int, ...]


@dataclass(frozen=True)
class Weekly:
    """Numbers of one series. `pattern` is drawn by demo.numbers; `counts` are given pairs (numerator, denominator)."""

    pattern: str = ""
    of: int = 0
    low: float = 0.0
    high: float = 0.0
    weeks: int = 20
    series: str = ""
    counts: tuple[tuple[float, float | None], ...] = ()
    notes: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    key: str
    name: str
    definition: str
    kind: str = "process"
    unit: str = "percent"
    unit_name: str = ""
    direction: str = "up"
    collector: str = ""
    minutes: int | None = None
    target: float | None = None
    target_by: dt.date | None = None
    weekly: tuple[Weekly, ...] = ()
    weeks: tuple[dt.date, ...] = ()
    breaks: tuple[tuple[dt.date, dt.date], ...] = ()
    phase: tuple[dt.date, str] | None = None
    evidence: str = ""
    chart: str = "run"
    rules: str = "anhoej"
    left_out: tuple[dt.date, str] | None = None
    events: tuple[tuple[dt.date, str], ...] = ()
    rung: int = 0


@dataclass(frozen=True)
class Cause:
    text: str
    status: str = "assumed"
    how_known: str = ""
    whys: tuple[Cause, ...] = ()
    set_aside: str = ""
    evidence: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Bone:
    name: str
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Part:
    """A driver or idea. `under`: keys of its parents; empty means the aim itself."""

    key: str
    kind: str
    text: str
    under: tuple[str, ...] = ()
    detail: str = ""
    who_changes: str = ""
    measure: str = ""
    causes: tuple[str, ...] = ()
    abandoned: str = ""
    abandoned_on: dt.date | None = None


@dataclass(frozen=True)
class Aim:
    what: str
    for_whom: str
    baseline: float | None
    target: float | None
    by_when: dt.date | None
    measure: str = ""
    unit: str = "percent"
    unit_name: str = ""
    direction: str = "up"
    baseline_on: dt.date | None = None


@dataclass(frozen=True)
class Prediction:
    kind: str
    low: float | None = None
    high: float | None = None
    out_of: float | None = None
    trend: str = ""
    event: str = ""
    unit_name: str = ""
    chance: int | None = None


@dataclass(frozen=True)
class Entry:
    on: dt.date
    kind: str
    text: str = ""
    place: str = ""
    seen_by: str = ""
    count: int | None = None
    out_of: int | None = None
    by: str = ""
    clock: str = "15:30"


@dataclass(frozen=True)
class Cycle:
    """`upto`: draft, doing, studying or done. The next one in the tuple follows it where `follows` is set."""

    key: str
    try_what: str
    predict: Prediction
    starts: dt.date
    look: dt.date
    idea: str = ""
    measure: str = ""
    because: str = ""
    who_where: str = ""
    count_what: str = ""
    planned: int | None = None
    upto: str = "done"
    locked_clock: str = "07:42"
    entries: tuple[Entry, ...] = ()
    amended: tuple[dt.date, Prediction, str] | None = None
    result: tuple[float, float | None] | None = None
    trend: str = ""
    happened: bool | None = None
    learned: str = ""
    decision: str = ""
    reason: str = ""
    what_changes: str = ""
    scale_evidence: str = ""
    about: str = "idea"
    decided_by: str = ""
    follows: str = ""
    why_follows: str = ""
    question: str = ""
    steps: str = ""
    who_counts: str = ""
    rooms: int | None = None
    meant_for: int | None = None
    rung: int = 0
    by: str = ""


@dataclass(frozen=True)
class Inquiry:
    problem: str
    for_whom: str = ""
    how_known: str = ""
    evidence: tuple[tuple[str, str, str], ...] = ()
    perspectives: tuple[tuple[str, str], ...] = ()
    bones: tuple[Bone, ...] = ()
    aim: Aim | None = None
    parts: tuple[Part, ...] = ()
    measures: tuple[Measure, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    rung: int = 0
    begun: dt.date = dt.date(2026, 9, 8)


@dataclass(frozen=True)
class Team:
    """`lead` and `members` are keys of people; `unnamed` have no login."""

    key: str
    name: str
    place: str
    kind: str = "lit"
    about: str = ""
    lead: str = ""
    members: tuple[tuple[str, str], ...] = ()
    unnamed: tuple[tuple[str, str], ...] = ()
    coaches: tuple[str, ...] = ()
    since: dt.date = dt.date(2026, 8, 24)
    inquiry: Inquiry | None = None
