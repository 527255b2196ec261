"""Three linked cycles of Room 12 and friends; the third waits for its Study."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.room12_numbers import PARTNER
from aimwell.demo.worlds.shapes import Cycle, Entry, Prediction

HEARD = "students who give a reason"
COUNT = "Students who give a reason to a partner, heard by one adult in six minutes."

FIRST = Cycle(
    key="starters",
    try_what="Starters on desk cards",
    idea="starters",
    measure=PARTNER,
    predict=Prediction("at_least", low=12, out_of=24, unit_name=HEARD, chance=80),
    starts=date(2026, 11, 9),
    look=date(2026, 11, 20),
    locked_clock="07:30",
    because="7 of 12 students said they know it but cannot start the sentence.",
    who_where="Room 12",
    count_what=COUNT,
    planned=8,
    by="ana",
    entries=(
        Entry(date(2026, 11, 10), "observation", "Most look at the card. Nobody asks what it is for.", "Room 12"),
        Entry(date(2026, 11, 12), "count", "", "Room 12", count=7, out_of=24),
        Entry(
            date(2026, 11, 17),
            "surprise",
            "They read the card aloud, word for word, and stop.",
            "Room 12",
            seen_by="Devon Park",
        ),
        Entry(date(2026, 11, 19), "count", "", "Room 12", count=8, out_of=24),
    ),
    result=(8, 24),
    learned="A starter begins the sentence and does not finish it. They read the card, then stop after one sentence: "
    "nothing was ready in their heads.",
    decision="adapt",
    about="idea",
    reason="They read the card, then stop after one sentence.",
    what_changes="A quiet minute to rehearse before partners talk.",
    decided_by="Ana and Devon, both agree",
    rung=3,
)

SECOND = Cycle(
    key="minute",
    try_what="A quiet minute to rehearse",
    idea="minute",
    measure=PARTNER,
    follows="starters",
    why_follows="They read the card, then stop after one sentence.",
    predict=Prediction("at_least", low=12, out_of=24, unit_name=HEARD, chance=60),
    starts=date(2026, 11, 30),
    look=date(2026, 12, 14),
    locked_clock="07:35",
    because="In cycle 1 they had the first words and no reason ready.",
    who_where="Room 12",
    count_what=COUNT,
    planned=8,
    by="ana",
    entries=(
        Entry(
            date(2026, 12, 1), "observation", "One minute is long. Two students counted the ceiling tiles.", "Room 12"
        ),
        Entry(date(2026, 12, 3), "count", "", "Room 12", count=11, out_of=24),
        Entry(date(2026, 12, 8), "surprise", "Whispering in Spanish first, then in English to the partner.", "Room 12"),
        Entry(date(2026, 12, 10), "count", "", "Room 12", count=13, out_of=24),
    ),
    result=(13, 24),
    learned="Rehearsing held: 13 of 24 gave a reason. What they rehearse is thin, because the task has one answer.",
    decision="repeat",
    about="idea",
    reason="Rehearsing held. Now give them something to argue.",
    what_changes="A second room, and a task with two answers.",
    decided_by="Ana and Devon, both agree",
    rung=2,
)

ROOM_12 = (14, 15, 15, 16, 16, 17, 15, 16, 17, 16, 17, 18)
ROOM_14 = (12, 10, 13, 11, 10, 11, None, 12, 13, 9, None, 10)
DAYS = tuple(date(2027, 1, day) for day in (12, 13, 14, 15, 19, 20, 21, 22, 26, 27, 28, 29))
NO_COUNT = {date(2027, 1, 21): "Fire drill.", date(2027, 1, 28): "A substitute, no count."}


def _counts() -> tuple[Entry, ...]:
    rows: list[Entry] = []
    for day, in_12, in_14 in zip(DAYS, ROOM_12, ROOM_14, strict=True):
        rows.append(Entry(day, "count", "", "Room 12", count=in_12, out_of=24, by="ana"))
        if in_14 is None:
            rows.append(Entry(day, "missed", NO_COUNT[day], "Room 14", by="devon"))
        else:
            rows.append(Entry(day, "count", "", "Room 14", count=in_14, out_of=26, by="devon"))
    return tuple(rows)


NOTES = (
    Entry(date(2027, 1, 12), "observation", "First task, “Which does not belong?”", "Room 12", by="ana", clock="12:50"),
    Entry(
        date(2027, 1, 14),
        "surprise",
        "Two students argued in Spanish, then in English. Neither had spoken in math this month.",
        "Room 12",
        by="ana",
    ),
    Entry(date(2027, 1, 20), "trouble", "Ran late and skipped the quiet minute, third time.", "Room 14", by="devon"),
    Entry(date(2027, 1, 27), "trouble", "Skipped again, sixth time. Counted anyway.", "Room 14", by="devon"),
)

THIRD = Cycle(
    key="two-answers",
    try_what="A task with two answers you can defend",
    idea="two_answers",
    measure=PARTNER,
    follows="minute",
    why_follows="Rehearsing held. Now give them something to argue.",
    predict=Prediction("range", low=30, high=36, out_of=50, unit_name=HEARD, chance=70),
    starts=date(2027, 1, 11),
    look=date(2027, 1, 29),
    locked_clock="07:42",
    because="In cycle 2, 13 of 24 gave a reason after rehearsing. Now they need something worth rehearsing.",
    who_where="Rooms 12 and 14",
    count_what=COUNT,
    question="Does a task with two answers get more students explaining?",
    steps="Show the task. One quiet minute. Partners say which answer they would defend, and why.",
    who_counts="One adult in each room, six minutes, three days a week",
    rooms=2,
    meant_for=50,
    planned=24,
    by="ana",
    upto="studying",
    entries=tuple(sorted((*_counts(), *NOTES), key=lambda entry: (entry.on, entry.clock))),
    result=(27, 50),
    rung=2,
)

CYCLES = (FIRST, SECOND, THIRD)
