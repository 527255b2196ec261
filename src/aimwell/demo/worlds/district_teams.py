"""The eight district teams; Dune and Gull work at district level only (S3 11.3 D and G; 11.5 stubs 10, 11, 12)."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.bayline import DISTRICTS, DRIVERS
from aimwell.demo.worlds.makers import at_least, cycle, happens, on, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Part, Team, Weekly

JUNE = date(2027, 6, 11)
MONTHS = tuple(on(day) for day in ("09-14", "10-12", "11-09", "12-14", "01-11", "02-01"))

_CARE = Inquiry(
    problem="Our courses for teachers speak of high expectations or of care, rarely of both in one lesson.",
    for_whom="Teachers of grades 4 to 8 and, through them, our Black students.",
    how_known="Programs of 14 courses; 23 lesson visits.",
    aim=Aim("show care, expectation and support in one lesson", "visited lessons", 30, 60, JUNE, "lessons"),
    parts=(
        *theory(
            6,
            "Teachers see lessons with all three",
            {"course": "One course on care, expectation and support"},
            measure="lessons",
        ),
        Part("second", "primary", DRIVERS[5]),
    ),
    measures=(
        Measure(
            "lessons",
            "Visited lessons with all three",
            "Ten visits a month, two visitors.",
            kind="adult_practice",
            collector="Rosa Delgado",
            minutes=45,
            weekly=(Weekly(counts=((3.0, 10.0), (3.0, 10.0), (4.0, 10.0), (3.0, 9.0), (5.0, 10.0), (4.0, 10.0))),),
            weeks=MONTHS,
            rung=4,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "One course on care, expectation and support",
            at_least(5, 10, "visited lessons"),
            "10-05",
            "11-13",
            idea="course",
            measure="lessons",
            who_where="Twenty teachers from six schools",
            result=(4, 10),
            entries=(saw("10-20", "They asked to see a lesson, not slides.", "surprise"),),
            learned="Nobody could say what all three look like in one minute of a lesson.",
            decision="adapt",
            reason="A course without a lesson stays a course.",
            what_changes="Begin with a lesson on video.",
            rung=4,
        ),
    ),
    rung=4,
)

_STAY = Inquiry(
    problem="At five of our schools one teacher in five leaves each year.",
    for_whom="Five schools with many Black and Latino students.",
    how_known="Staff records of three years.",
    evidence=(("data", "19 of 96 teachers left the five schools last year, 11 of them by choice.", "staff records"),),
    bones=(
        Bone(
            "Adult practice",
            (
                Cause("New teachers get the hardest schedules", "supported", "schedules of 31 new teachers"),
                Cause("Pay is better next door", "contradicted", "Exit interviews: 2 of 11 name pay"),
            ),
        ),
    ),
    aim=Aim("leave by choice", "teachers at five schools", 11, 6, JUNE, "leaving", "number", "teachers a year", "down"),
    parts=theory(
        6,
        "Leaving is heard before it is decided",
        {"exit": "Interview every teacher who leaves", "stay": "A talk in January with each new teacher"},
        measure="leaving",
    ),
    measures=(
        Measure(
            "leaving",
            "Teachers who gave notice by choice this month",
            "Staff office, five schools.",
            kind="outcome",
            unit="count",
            direction="down",
            collector="Victor Chu",
            minutes=5,
            weeks=MONTHS,
            weekly=(Weekly(counts=tuple((float(n), None) for n in (2, 1, 1, 3, 1, 0))),),
            rung=4,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Interview every teacher who leaves",
            happens("Eight of the eleven who left agree to talk"),
            "10-12",
            "11-20",
            idea="exit",
            who_where="Five schools, with the university",
            happened=True,
            entries=(saw("11-03", "Most had decided in January.", "surprise"),),
            learned="The decision falls in January, half a year before the letter.",
            decision="adapt",
            reason="An interview after the letter is too late.",
            what_changes="Talk in January.",
            rung=4,
        ),
    ),
    rung=4,
)

_TASKS = Inquiry(
    problem="Two teams found that thin tasks leave nothing to talk about. Our unit guides have 7 rich tasks in 60.",
    for_whom="Grades 4 to 6 in Fern Valley.",
    how_known="Count of three unit guides; learning of two local teams.",
    parts=theory(1, "Unit guides offer tasks worth talking about", {"swap": "Swap two tasks in each unit"}),
    rung=4,
    begun=date(2027, 1, 25),
)

_ROOM3 = Inquiry(
    problem="Third graders wait for the teacher to start.",
    for_whom="24 students in Room 3.",
    how_known="Three weeks of notes.",
    aim=Aim("start talking in the first two minutes", "24 students in Room 3", 30, 60, JUNE, "first-two"),
    parts=theory(
        5, "Starting is everybody’s job", {"opener": "The opener from Alder in five minutes"}, measure="first-two"
    ),
    measures=(
        Measure(
            "first-two",
            "Students who talk in the first two minutes",
            "Tally in one opener a week.",
            collector="Ivy Nakamura",
            minutes=2,
            weekly=(Weekly("flat", of=24, low=31, weeks=12),),
            rung=3,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "The opener from Alder in five minutes",
            at_least(13, 24, "students"),
            "01-11",
            "01-29",
            idea="opener",
            measure="first-two",
            who_where="Room 3",
            result=(8, 24),
            entries=(saw("01-14", "They had just begun to argue when time was up.", "surprise"),),
            learned="Five minutes are too short to argue. The time is the idea.",
            decision="abandon",
            reason="Too short to argue; we do not have ten minutes before recess.",
            rung=3,
        ),
    ),
    rung=3,
)

LEADS = {"A": "june", "B": "ben", "C": "abel", "D": "rosa", "E": "hugo", "F": "marcus", "G": "victor", "H": "sofia"}
_WORK = {"D": _CARE, "F": _TASKS, "G": _STAY}

TEAMS = (
    *(
        Team(
            f"dit-{key}",
            f"{name} district team",
            key,
            kind="dit",
            about="coordinates and clears the way",
            lead=LEADS[key],
            inquiry=_WORK.get(key),
        )
        for key, name in ((one.key, one.name) for one in DISTRICTS)
    ),
    Team(
        "old-mill", "Room 3", "old-mill", kind="grade", about="grade 3", lead="ivy", coaches=("imani",), inquiry=_ROOM3
    ),
)
