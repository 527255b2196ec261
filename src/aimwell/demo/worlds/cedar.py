"""Cedar: one way of teaching math, honed where students talk (S3 11.3 C, 11.5 stub 5). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, heard, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 4)
TALK = "minutes of student talk"

_FRACTIONS = Inquiry(
    problem="In our way of teaching fractions the part where students talk is the part we skip.",
    for_whom="63 fifth graders in three rooms.",
    how_known="Minutes of student talk, one lesson a week.",
    bones=(
        Bone("Adult practice", (Cause("We explain again instead of asking again", "supported", "4 lessons on tape"),)),
        Bone("Time", (Cause("Talk stands last in the lesson plan", "supported", "12 of 12 plans"),)),
    ),
    aim=Aim("talk about fractions", "our fifth graders", 6, 14, JUNE, "minutes", "number", "minutes a lesson"),
    parts=theory(
        3,
        "The hard part of the lesson is the part with talk",
        {"swap": "Talk before the worked example", "second": "Ask again instead of explaining again"},
        measure="minutes",
    ),
    measures=(
        Measure(
            "minutes",
            "Minutes of student talk about fractions",
            "Stopwatch in one lesson a week; only while students talk with each other about the math.",
            unit="number",
            unit_name="minutes",
            collector="Fatima Zahra",
            minutes=0,
            target=14,
            target_by=JUNE,
            rung=4,
            weekly=(
                Weekly(
                    counts=tuple(
                        (float(n), None) for n in (5, 7, 6, 4, 6, 7, 5, 6, 8, 9, 9, 11, 10, 11, 12, 10, 12, 13)
                    )
                ),
            ),
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Talk before the worked example",
            at_least(8, None, TALK),
            "10-12",
            "10-23",
            idea="swap",
            measure="minutes",
            who_where="Room 1",
            result=(7, None),
            entries=(saw("10-15", "They talk about the picture, not the fraction.", "surprise"),),
            learned="Talk first works when there is something to disagree about.",
            decision="adapt",
            reason="The picture had one reading.",
            what_changes="A picture with two readings.",
            rung=4,
        ),
        cycle(
            "two",
            "A picture with two readings first",
            at_least(8, None, TALK),
            "11-02",
            "11-13",
            follows="one",
            idea="swap",
            measure="minutes",
            who_where="Room 1",
            result=(9, None),
            learned="Two readings, nine minutes, and no new materials.",
            decision="repeat",
            reason="It held once.",
            what_changes="Room 2.",
            rung=4,
        ),
        cycle(
            "three",
            "The same picture in Room 2",
            between(7, 11, None, TALK),
            "11-30",
            "12-11",
            follows="two",
            idea="swap",
            measure="minutes",
            who_where="Room 2",
            result=(10, None),
            learned="It needs no warm-up of the teacher either.",
            decision="scale",
            reason="Two rooms.",
            scale_evidence="Held in two rooms.",
            what_changes="Three rooms, own pictures.",
            rung=4,
        ),
        cycle(
            "four",
            "Three rooms, pictures of our own",
            at_least(10, None, TALK),
            "02-08",
            "02-26",
            follows="three",
            idea="swap",
            measure="minutes",
            who_where="Rooms 1, 2 and 3",
            upto="doing",
            locked_clock="07:10",
            rung=4,
        ),
    ),
    rung=4,
)

_ALGEBRA = Inquiry(
    problem="Eighth graders write equations and do not say what the letters mean.",
    for_whom="58 students in two algebra classes.",
    how_known="Board talks, weekly.",
    aim=Aim("say what a letter stands for", "our algebra students", 38, 60, JUNE, "letters"),
    parts=theory(
        1, "A story comes before the letters", {"opener": "The 10-minute opener from Alder"}, measure="letters"
    ),
    measures=(
        Measure(
            "letters",
            "Students who say what a letter stands for",
            "One minute with a partner, heard by the teacher.",
            collector="Owen Price",
            minutes=3,
            weekly=(Weekly("flat", of=58, low=40, weeks=10),),
            rung=3,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "The opener from Alder, as it is",
            at_least(27, 58, "students"),
            "02-01",
            "02-12",
            idea="opener",
            measure="letters",
            who_where="Both algebra classes",
            upto="doing",
            entries=(heard("02-04", 24, 57),),
            rung=3,
        ),
    ),
    rung=3,
)

_NUMBERS = Inquiry(
    problem="Students reach for an operation before they have understood the story.",
    for_whom="44 fourth graders.",
    how_known="",
    aim=Aim("retell the story before computing", "our fourth graders", None, None, None),
    parts=theory(1, "Talk about the story comes before numbers", {"cover": "Cover the numbers for two minutes"}),
    cycles=(
        cycle(
            "one",
            "Cover the numbers for two minutes",
            at_least(10, 22, "students who retell"),
            "02-15",
            "02-19",
            idea="cover",
            who_where="Room 11",
            upto="draft",
        ),
    ),
    rung=0,
    begun=date(2027, 1, 11),
)

TEAMS = (
    Team(
        "juniper",
        "Fraction talk",
        "juniper",
        about="grade 5 math",
        lead="fatima",
        unnamed=(("Gus Hall", "member"),),
        coaches=("imani",),
        inquiry=_FRACTIONS,
    ),
    Team(
        "harbor-view",
        "Algebra team",
        "harbor-view",
        about="grade 8 algebra",
        lead="owen",
        unnamed=(("Kit Marsh", "member"),),
        coaches=("imani",),
        inquiry=_ALGEBRA,
    ),
    Team(
        "quail-run",
        "Story before numbers",
        "quail-run",
        about="grade 4 math",
        lead="elsa",
        unnamed=(("Una Ray", "member"),),
        coaches=("odette",),
        since=date(2027, 1, 5),
        inquiry=_NUMBERS,
    ),
)
