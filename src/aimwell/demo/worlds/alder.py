"""Alder: two of its four teams, on openers (S3 11.3 A, 11.5 stub 1). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, heard, on, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 4)
SPOKE = "students who speak to a partner about their reasoning"

_OPENER = Inquiry(
    problem="Ten minutes into math, most students have not said anything about math.",
    for_whom="94 students in four grade 5 rooms; quietest in the two rooms after lunch.",
    how_known="Tallied in one lesson a week since the first week.",
    evidence=(
        (
            "data",
            "In the first weeks 4 in 10 students spoke to a partner about reasoning in the first ten minutes.",
            "weekly tally, four rooms",
        ),
    ),
    perspectives=(("Student, grade 5", "The first part is quiet because we correct homework."),),
    bones=(
        Bone(
            "Time",
            (
                Cause("The first ten minutes go to homework", "supported", "stopwatch, 6 lessons: 11 minutes"),
                Cause("After lunch we start late", "checking", "bell times for two weeks"),
            ),
        ),
        Bone("Tasks", (Cause("The opener asks for a number, not for a reason", "supported", "19 of 22 openers"),)),
    ),
    aim=Aim("speak to a partner about their reasoning in the opener", "our fifth graders", 40, 70, JUNE, "opener-talk"),
    parts=theory(
        1,
        "A task in the first ten minutes that two students can see differently",
        {"opener": "A 10-minute opener on a rich task", "photo": "An opener from a photo of the town"},
        measure="opener-talk",
        causes=("The opener asks for a number, not for a reason",),
    ),
    measures=(
        Measure(
            "opener-talk",
            "Students who speak to a partner in the opener",
            "Tally by the teacher in one opener a week: of the students present, those who speak to a partner "
            "about how they see the task.",
            collector="Each teacher",
            minutes=2,
            target=70,
            target_by=JUNE,
            weekly=(Weekly("shift", of=94, low=40, high=61, weeks=18),),
            rung=4,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "A 10-minute opener on a rich task, one room",
            at_least(14, 24, SPOKE),
            "10-12",
            "10-23",
            idea="opener",
            measure="opener-talk",
            who_where="Room 3",
            because="A task with two ways in starts talk.",
            entries=(heard("10-15", 12, 24), heard("10-22", 15, 24)),
            result=(15, 24),
            decision="repeat",
            learned="It takes the whole ten minutes. At minute five only the fast ones had spoken.",
            reason="It held in one room. We want to see it with another teacher.",
            rung=4,
        ),
        cycle(
            "two",
            "The same opener in a room after lunch",
            between(13, 18, 23, SPOKE),
            "11-02",
            "11-13",
            follows="one",
            idea="opener",
            measure="opener-talk",
            who_where="Room 5, after lunch",
            entries=(saw("11-05", "Started four minutes late and still finished.", "surprise"), heard("11-12", 16, 23)),
            result=(16, 23),
            decision="scale",
            learned="A late start shortens the homework, not the opener.",
            reason="Two rooms, two teachers.",
            scale_evidence="Held in two rooms at the predicted level.",
            what_changes="All four rooms, openers swapped weekly.",
            rung=4,
        ),
        cycle(
            "three",
            "All four rooms, openers swapped weekly",
            at_least(55, 94, SPOKE),
            "11-30",
            "12-18",
            follows="two",
            idea="opener",
            measure="opener-talk",
            who_where="Rooms 3, 4, 5 and 6",
            entries=(heard("12-10", 57, 94),),
            result=(57, 94),
            decision="adopt",
            learned="Swapping openers cuts the writing to one evening a month.",
            reason="Held in three settings. We look again in a month.",
            rung=4,
        ),
    ),
    rung=4,
)

_SORREL = Inquiry(
    problem="In grade 4 the same eight students start every discussion.",
    for_whom="71 fourth graders in three rooms.",
    how_known="Name sticks counted after each opener.",
    aim=Aim("start a discussion at least once a week", "our fourth graders", 41, 60, JUNE, "starters"),
    parts=theory(
        1, "An opening that anyone can answer", {"opener": "The opener from Marsh Creek, shorter"}, measure="starters"
    ),
    measures=(
        Measure(
            "starters",
            "Students who started a discussion this week",
            "Name sticks moved to the second jar by Friday.",
            collector="Bruno Achterberg",
            minutes=1,
            weekly=(Weekly("false_alarm", of=71, low=41, high=55, weeks=18),),
            events=((on("01-14"), "New seating"),),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "The opener from Marsh Creek in seven minutes",
            between(40, 48, 71, "students"),
            "01-11",
            "02-12",
            idea="opener",
            measure="starters",
            who_where="Three grade 4 rooms",
            upto="doing",
            entries=(saw("01-20", "Seven minutes end just when it gets interesting."), heard("01-29", 38, 71)),
        ),
    ),
    rung=2,
)

TEAMS = (
    Team(
        "marsh-creek",
        "Opener team",
        "marsh-creek",
        about="grade 5 math",
        lead="priya",
        unnamed=(("Rita Boone", "member"), ("Col Tran", "member")),
        coaches=("imani",),
        inquiry=_OPENER,
    ),
    Team(
        "sorrel-lane",
        "Grade 4 openers",
        "sorrel-lane",
        about="grade 4 math",
        lead="bruno",
        unnamed=(("Lena Fox", "member"),),
        coaches=("tomas",),
        inquiry=_SORREL,
    ),
)
