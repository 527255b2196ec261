"""Birch: three of its seven teams, on naming confusion (S3 11.3 B, 11.5 stub 3). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, heard, saw, theory
from aimwell.demo.worlds.rio_claro import TEAM as RIO_CLARO
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 11)
NAMES = "students who name what confuses them"

_REFLECT = Inquiry(
    problem="Students say “I do not get it” and cannot say what.",
    for_whom="81 seventh graders; most of all those who are new to English.",
    how_known="Friday slips since the first week.",
    evidence=(("data", "28 of 81 slips in the first week name one thing.", "Friday slips"),),
    perspectives=(("Student, grade 7", "If I knew what I do not get, I would get it."),),
    bones=(
        Bone("Belonging", (Cause("Not knowing feels like being slow", "supported", "11 of 15 interviews"),)),
        Bone("Time", (Cause("We ask when the bell rings", "supported", "8 of 10 lessons"),)),
    ),
    aim=Aim("name one thing that confuses them", "our seventh graders", 35, 60, JUNE, "named"),
    parts=theory(
        5,
        "Being unsure is part of the work",
        {"write": "Two minutes of written reflection", "wall": "A wall of open questions"},
        measure="named",
        causes=("Not knowing feels like being slow",),
    ),
    measures=(
        Measure(
            "named",
            "Students who name one thing that confuses them",
            "Of the Friday slips, those that name one step, word or picture.",
            kind="student_experience",
            collector="Joel Antwi",
            minutes=8,
            target=60,
            target_by=JUNE,
            weekly=(Weekly("shift", of=81, low=36, high=52, weeks=18),),
            rung=4,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Two minutes of written reflection at the end",
            at_least(40, 81, NAMES),
            "10-05",
            "10-16",
            idea="write",
            measure="named",
            who_where="Three seventh grade classes",
            entries=(saw("10-08", "Half of the slips say “fractions”.", "surprise"), heard("10-15", 29, 81)),
            result=(29, 81),
            learned="At the end they write the title of the lesson. Nobody is confused about the whole lesson; "
            "they are confused in the middle of it.",
            decision="adapt",
            reason="The end is too late to remember where it got hard.",
            what_changes="The two minutes move to the middle of the lesson.",
            rung=4,
        ),
        cycle(
            "two",
            "Two minutes in the middle of the lesson",
            between(38, 50, 81, NAMES),
            "11-09",
            "12-04",
            follows="one",
            idea="write",
            measure="named",
            who_where="Three seventh grade classes",
            entries=(heard("11-19", 39, 81), saw("12-01", "Three asked to read the slips of others.", "surprise")),
            result=(43, 81),
            decision="repeat",
            learned="In the middle they name a step. We can answer it the same day.",
            reason="It held. One more month before we trust it.",
            rung=4,
        ),
        cycle(
            "three",
            "Two minutes in the middle, with a substitute",
            at_least(38, 81, NAMES),
            "01-11",
            "02-12",
            follows="two",
            idea="write",
            measure="named",
            who_where="One class with a substitute",
            upto="doing",
            entries=(heard("01-21", 41, 80),),
            rung=4,
        ),
    ),
    rung=4,
)

_BELONG = Inquiry(
    problem="Some students say that math is for other people.",
    for_whom="Grade 5, about 60 students.",
    how_known="We are interviewing twelve students this week.",
    perspectives=(("Student, grade 5", "My cousin is the math person."),),
    bones=(Bone("Belonging", (Cause("Students see the same three faces praised for math"),)), Bone("Tasks", ())),
    parts=theory(
        5, "Every student hears their thinking used", {"names": "Methods named after the students who used them"}
    ),
    skipped=(("aim", "We want to hear the students before we set a number."),),
    rung=2,
    begun=date(2027, 1, 18),
)

TEAMS = (
    Team(
        "stone-creek",
        "Written reflection",
        "stone-creek",
        about="grade 7 math",
        lead="joel",
        unnamed=(("Bea Frost", "member"), ("Ian Moss", "member")),
        coaches=("wen",),
        inquiry=_REFLECT,
    ),
    Team(
        "pine-street",
        "Belonging team",
        "pine-street",
        about="grade 5 math",
        lead="carol",
        coaches=("imani",),
        unnamed=(("Fay Lund", "member"),),
        inquiry=_BELONG,
    ),
    RIO_CLARO,
)
