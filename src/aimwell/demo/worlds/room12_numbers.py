"""The counts of Room 12 and friends: 18 weeks in three rooms that add up to the weeks of the team."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import on
from aimwell.demo.worlds.shapes import Measure, Weekly

PARTNER = "explains-to-partner"

WEEKS = tuple(
    on(day)
    for day in (
        *("09-14", "09-21", "09-28", "10-05", "10-12", "10-19", "10-26", "11-02"),
        *("11-09", "11-16", "11-30", "12-07", "12-14", "01-04", "01-11", "01-19", "01-25", "02-01"),
    )
)
THANKSGIVING = (date(2026, 11, 23), date(2026, 11, 27))
WINTER_BREAK = (date(2026, 12, 21), date(2027, 1, 1))
STARTERS_EVERYWHERE = (date(2026, 11, 9), "Sentence starters in all three rooms")
CARDS_SEEN = "Leticia walked through the three rooms that week. The cards were on every desk."


def _room(name: str, heard: str, of: int, absent: dict[int, int], notes: dict[int, str] | None = None) -> Weekly:
    counts = tuple((float(n), float(of - absent.get(week, 0))) for week, n in enumerate(map(int, heard.split())))
    return Weekly(series=name, counts=counts, notes=notes or {})


ROOMS = (
    _room("Room 12", "7 9 8 9 8 8 8 9 10 11 10 12 13 12 14 15 14 16", 24, {}),
    _room(
        "Room 14",
        "8 9 9 10 8 9 9 9 9 10 9 11 12 8 11 11 11 12",
        26,
        {7: 1, 13: 1, 15: 1, 16: 2},
        {15: "Short week", 16: "2 absent in Room 14"},
    ),
    _room("Room 9", "7 8 7 8 7 8 7 8 9 9 8 9 9 9 10 11 11 11", 22, {3: 1}),
)


def _multilingual() -> Weekly:
    heard = ["4", "4", "5", "6", "4", "4", "5", "5", "6", "7", "7", "8", "8", "8", "9", "10", "10", "10"]
    absent = {5: 3}
    return Weekly(counts=tuple((float(n), float(23 - absent.get(week, 0))) for week, n in enumerate(heard)))


def _late(heard: str, of: int | None) -> Weekly:
    return Weekly(counts=tuple((float(n), None if of is None else float(of)) for n in heard.split()))


BREAKS = (THANKSGIVING, WINTER_BREAK)

MEASURES = (
    Measure(
        PARTNER,
        "Students who explain their reasoning to a partner",
        "Share of fifth graders who give a reason, heard by one adult in six minutes of partner talk, "
        "in one lesson a week. Rooms 9, 12 and 14.",
        kind="outcome",
        collector="One adult in each room",
        minutes=6,
        target=65,
        target_by=date(2027, 5, 28),
        weekly=ROOMS,
        weeks=WEEKS,
        breaks=BREAKS,
        phase=STARTERS_EVERYWHERE,
        evidence=CARDS_SEEN,
        rung=2,
    ),
    Measure(
        "multilingual",
        "Multilingual learners who explain their reasoning",
        "The same count for the 23 students who learn English. In English, Spanish or both.",
        kind="outcome",
        collector="Leticia Gomez",
        minutes=2,
        target=65,
        target_by=date(2027, 5, 28),
        weekly=(_multilingual(),),
        weeks=WEEKS,
        breaks=BREAKS,
        phase=STARTERS_EVERYWHERE,
        evidence=CARDS_SEEN,
    ),
    Measure(
        "two-answer-tasks",
        "Opening tasks with two answers to defend",
        "Of the opening tasks of the week in three rooms, those with two answers a student can defend.",
        collector="Devon Park",
        minutes=3,
        weekly=(_late("1 2 1 2 6 8 8 9", 12),),
        weeks=WEEKS[10:],
        breaks=(WINTER_BREAK,),
    ),
    Measure(
        "seconds-to-think",
        "Seconds to think before talk starts",
        "Stopwatch from the end of the question to the first voice, the middle of three questions.",
        kind="adult_practice",
        unit="number",
        unit_name="seconds",
        collector="Leticia Gomez",
        minutes=5,
        weekly=(_late("8 9 21 34 41 30 38 35 33 36", None),),
        weeks=WEEKS[8:],
        breaks=BREAKS,
    ),
    Measure(
        "starters-used",
        "Partner talks that begin with a starter",
        "Of 12 partner talks heard in a week, those that begin with one of the three starters, in either language.",
        collector="Jo Lindqvist",
        minutes=4,
        weekly=(_late("3 5 6 7 7 6 8 8 7 8", 12),),
        weeks=WEEKS[8:],
        breaks=BREAKS,
    ),
    Measure(
        "changed-my-mind",
        "Exit slips that say “somebody changed my mind”",
        "Of the exit slips handed in on Friday, those with a sentence on the line “I changed my mind”.",
        kind="student_experience",
        collector="Tess Moran",
        minutes=4,
        weekly=(_late("9 11 10 14 13", 70),),
        weeks=WEEKS[13:],
    ),
)
