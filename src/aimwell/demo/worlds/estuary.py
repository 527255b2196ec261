"""Estuary: word problems, not giving up, and attendance (S3 11.3 E, 11.5; S4 L94-L96). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.attendance_case import BLAMING, BUS, NEAR
from aimwell.demo.worlds.bayline import DRIVERS
from aimwell.demo.worlds.makers import at_least, between, cycle, heard, on, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Part, Team, Weekly

JUNE = date(2027, 6, 4)
TALK = "minutes of student talk"

_READS = Inquiry(
    problem="Long word problems stop our students before the math starts.",
    for_whom="76 fifth graders; 31 of them learn English.",
    how_known="Retellings on slips, weekly.",
    evidence=(("data", "In the first weeks 4 in 10 slips restate the problem.", "weekly slips"),),
    bones=(
        Bone("Language", (Cause("We read once, aloud, and ask for the answer", "supported", "9 of 11 lessons"),)),
        Bone("Adult practice", (Cause("We underline key words for them", "supported", "shared lesson plans"),)),
    ),
    aim=Aim("restate a word problem in their own words", "our fifth graders", 41, 65, JUNE, "restate"),
    parts=theory(
        2,
        "Students know what is asked before they compute",
        {"reads": "Three reads, each with its own question", "act": "Act the problem out"},
        measure="restate",
        causes=("We read once, aloud, and ask for the answer",),
    ),
    measures=(
        Measure(
            "restate",
            "Students who restate the problem",
            "Of the Thursday slips, those that say what is known and what is asked.",
            collector="Ruth Adeyemi",
            minutes=10,
            target=65,
            target_by=JUNE,
            weekly=(Weekly("flat", of=76, low=44, weeks=18),),
            chart="p",
            rules="western_electric",
            left_out=(on("10-26"), "The slips of one room were lost"),
            rung=4,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Three reads with a question for each",
            at_least(42, 76, "students who restate"),
            "10-19",
            "11-06",
            idea="reads",
            measure="restate",
            who_where="Three grade 5 rooms",
            result=(33, 76),
            entries=(
                saw("10-27", "The third read is where they laugh at the story.", "surprise"),
                heard("11-05", 33, 76),
            ),
            learned="Three reads take eleven minutes. We cut the third, and the third is the one with the question.",
            decision="adapt",
            reason="The read that mattered was the one we cut.",
            what_changes="The question comes with the first read.",
            rung=4,
        ),
        cycle(
            "two",
            "The question comes with the first read",
            between(33, 42, 76, "students who restate"),
            "11-30",
            "12-18",
            follows="one",
            idea="reads",
            measure="restate",
            who_where="Three grade 5 rooms",
            result=(35, 76),
            entries=(heard("12-10", 35, 76),),
            learned="In range, and the weeks since are ordinary weeks. One count is not a shift.",
            decision="repeat",
            reason="In range once; the line has not moved.",
            what_changes="Same test for six weeks.",
            rung=4,
        ),
    ),
    rung=4,
)

_TRIED = Inquiry(
    problem="When the first way does not work, students stop.",
    for_whom="69 sixth graders.",
    how_known="Pages of the “what I tried” log.",
    aim=Aim("try a second way", "our sixth graders", 33, 55, JUNE, "second-way"),
    parts=(
        *theory(
            2, "A first try that does not work is written down", {"log": "A “what I tried” log"}, measure="second-way"
        ),
        Part("known", "primary", DRIVERS[5]),
        Part("places", "secondary", "Problems come from places that students know", ("known",)),
    ),
    measures=(
        Measure(
            "second-way",
            "Students who tried a second way",
            "Log pages with two attempts on Wednesday’s problem.",
            collector="Carol Jimenez",
            minutes=6,
            weekly=(Weekly("flat", of=69, low=36, weeks=16),),
            rung=2,
        ),
        Measure(
            "log-used",
            "Classes that used the log on Wednesday",
            "Of three classes, those in which the log was open.",
            kind="process",
            collector="Luis Ortega",
            minutes=1,
            weekly=(Weekly(counts=tuple((3.0, 3.0) for _ in range(16)), weeks=16),),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "A “what I tried” log on Wednesdays",
            at_least(30, 69, "students with two attempts"),
            "10-26",
            "11-20",
            idea="log",
            measure="second-way",
            who_where="Three sixth grade classes",
            upto="studying",
            entries=(heard("11-18", 25, 68),),
            result=(25, 68),
            rung=2,
        ),
    ),
    rung=2,
)

_FALL = tuple(
    on(day)
    for day in (
        *("09-14", "09-21", "09-28", "10-05", "10-12", "10-19"),
        *("10-26", "11-02", "11-09", "11-16", "11-30"),
    )
)
_REASONS = {
    "Two hours of bus for three hours of school": "10 9 12 8 11 10 9 11 12 9 10",
    "No ride home at noon": "5 4 6 5 4 5 7 4 5 6 5",
    "Took a brother or sister to school": "4 3 2 4 3 4 2 3 4 3 2",
    "Appointment": "2 1 2 1 3 1 2 1 2 2 1",
    "Overslept": "1 2 0 1 1 0 1 2 1 0 1",
    "Did not say": "1 2 1 2 0 2 1 1 0 2 1",
}


def _reason(name: str, counts: str) -> Weekly:
    return Weekly(series=name, counts=tuple((float(count), None) for count in counts.split()))


_ATTENDANCE = Inquiry(
    problem="Attendance is low, and it is lowest on Wednesdays.",
    for_whom="600 students of grades 6 to 8.",
    how_known="Roll of ten weeks: 92.9\u00a0% of all student-days.",
    evidence=(("data", "27,868 of 30,000 student-days were attended in ten weeks.", "roll of all five days"),),
    perspectives=(("seventh grader, often absent", "On Wednesdays I am on the bus almost as long as in class."),),
    bones=(
        Bone("Time", (Cause("Wednesday ends at noon", "supported", "bell schedule"),)),
        Bone("Belonging", (Cause(BLAMING), Cause(NEAR, "contradicted", "They come more often on all five days"))),
        Bone("Beyond the room", (Cause(BUS, "supported", "bus schedule"),)),
    ),
    aim=Aim("come to school on Wednesdays", "our students", 88, 94, JUNE, "wednesday"),
    parts=(
        Part("trip", "primary", "Wednesday is worth the trip for students who live far away"),
        Part("hours", "secondary", "The school day and the bus fit together", ("trip",), measure="wednesday"),
        Part("prizes", "idea", "Attendance prizes", ("hours",), "A drawing on Friday among all with a full week."),
        Part(
            "monday",
            "idea",
            "Staff learning moves to the last hour of Monday",
            ("hours",),
            "Wednesday becomes a whole day again.",
            "The principal changes the bell schedule; teachers meet on Monday.",
        ),
    ),
    measures=(
        Measure(
            "wednesday",
            "Students who come on Wednesday",
            "Of all 600 students, those on the roll of the first period on Wednesday.",
            kind="outcome",
            collector="Office",
            minutes=1,
            weekly=(Weekly("flat", of=600, low=88, weeks=11),),
            weeks=_FALL,
            rung=2,
        ),
        Measure(
            "reasons",
            "Reasons for missing a Wednesday",
            "What students who missed it gave as the reason, one each, as far as the office asked.",
            unit="count",
            direction="down",
            collector="Office",
            minutes=4,
            weekly=tuple(_reason(name, counts) for name, counts in _REASONS.items()),
            weeks=_FALL,
            rung=2,
        ),
    ),
    rung=2,
    begun=on("10-26"),
)

TEAMS = (
    Team(
        "salt-marsh",
        "Three reads",
        "salt-marsh",
        about="grade 5 math",
        lead="ruth",
        unnamed=(("Hal Voss", "member"),),
        coaches=("odette",),
        inquiry=_READS,
    ),
    Team(
        "pelican",
        "What I tried",
        "pelican",
        about="grade 6 math",
        lead="luis",
        unnamed=(("Mae Ross", "member"),),
        coaches=("odette",),
        inquiry=_TRIED,
    ),
    Team(
        "ocotillo",
        "Attendance team",
        "ocotillo",
        kind="team",
        about="attendance, grades 6 to 8",
        lead="rashid",
        unnamed=(("Jan Weber", "member"),),
        coaches=("imani",),
        inquiry=_ATTENDANCE,
    ),
)
