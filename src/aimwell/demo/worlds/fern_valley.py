"""Fern Valley: three local teams on student talk (S3 11.3 F, 11.5 stub 8), and two more teams at Lantern Hill."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, heard, saw, theory
from aimwell.demo.worlds.room12 import TEAM as ROOM12
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 5, 28)

_WRITERS = Inquiry(
    problem="Students write the answer and stop before the why.",
    for_whom="67 fourth graders.",
    how_known="Notebooks, one page a week.",
    bones=(Bone("Tasks", (Cause("The page has no room for a reason", "supported", "22 of 24 pages"),)),),
    aim=Aim("write a reason a partner can follow", "our fourth graders", 36, 60, JUNE, "reasons"),
    parts=theory(
        1,
        "A reader who asks why",
        {"structure": "A talk with a fixed order: I say, you ask, I write"},
        measure="reasons",
    ),
    measures=(
        Measure(
            "reasons",
            "Pages with a reason a partner can follow",
            "One notebook page a week, read by a partner.",
            collector="Gwen Alvarez",
            minutes=5,
            weekly=(Weekly("flat", of=67, low=38, weeks=15),),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "I say, you ask, I write",
            at_least(32, 67, "pages"),
            "11-02",
            "11-20",
            idea="structure",
            measure="reasons",
            who_where="Two fourth grade rooms",
            result=(25, 67),
            entries=(
                saw("11-10", "With the textbook task nobody had anything to ask.", "surprise"),
                heard("11-19", 25, 67),
            ),
            learned="The order of talk was fine. Richer tasks are what gives it something to carry.",
            decision="adapt",
            reason="The task is too thin for a question.",
            what_changes="A task with more than one way in.",
            rung=3,
        ),
        cycle(
            "two",
            "The same order with a task that has more than one way in",
            between(30, 40, 67, "pages"),
            "01-11",
            "02-12",
            follows="one",
            idea="structure",
            measure="reasons",
            who_where="Two fourth grade rooms",
            upto="doing",
            entries=(heard("01-28", 33, 66),),
            rung=3,
        ),
    ),
    rung=2,
)

_GRADE6 = Inquiry(
    problem="Sixth graders agree with the first answer they hear.",
    for_whom="58 sixth graders.",
    how_known="Four lessons.",
    aim=Aim("disagree with a reason", "our sixth graders", 20, 45, JUNE, "disagree"),
    parts=theory(1, "Disagreeing has a form", {"sides": "Four corners for four answers"}, measure="disagree"),
    measures=(
        Measure(
            "disagree",
            "Students who disagree with a reason",
            "Heard in one discussion a week.",
            collector="Hana Yoon",
            minutes=5,
            weekly=(Weekly("flat", of=58, low=24, weeks=13),),
            weeks=tuple(
                date(2026, 9, 14).fromordinal(date(2026, 9, 14).toordinal() + 7 * n) for n in (*range(10), 11, 12, 13)
            ),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Four corners for four answers",
            at_least(16, 29, "students"),
            "11-09",
            "11-20",
            idea="sides",
            measure="disagree",
            who_where="Second period",
            result=(13, 29),
            entries=(saw("11-12", "Friends went to the same corner.", "surprise"),),
            learned="A corner is a place for friends before it is a place for a reason.",
            decision="adapt",
            reason="Corners are too public.",
            what_changes="Answers on paper first.",
            rung=2,
        ),
    ),
    rung=2,
)

_LATE = Inquiry(
    problem="Fourth graders are late on Mondays.",
    for_whom="71 fourth graders.",
    how_known="Office log since the first week.",
    aim=Aim("arrive after the bell on Monday", "our fourth graders", 21, 10, JUNE, "late", direction="down"),
    parts=(),
    measures=(
        Measure(
            "late",
            "Fourth graders late on Monday",
            "Office log, Monday.",
            kind="outcome",
            direction="down",
            collector="Office",
            minutes=0,
            weekly=(Weekly("flat", of=71, low=19, weeks=12),),
            rung=1,
        ),
    ),
    rung=1,
)

TEAMS = (
    ROOM12,
    Team(
        "cypress",
        "Grade 4 writers",
        "cypress",
        about="grade 4 math",
        lead="gwen",
        unnamed=(("Otto Hess", "member"),),
        coaches=("imani",),
        inquiry=_WRITERS,
    ),
    Team(
        "two-bridges",
        "Grade 6 math",
        "two-bridges",
        about="grade 6 math",
        lead="hana",
        unnamed=(("Liv Strand", "member"),),
        coaches=("imani",),
        inquiry=_GRADE6,
    ),
    Team(
        "lantern-attendance",
        "Attendance team",
        "lantern-hill",
        kind="team",
        about="grade 4",
        lead="milo",
        unnamed=(("Ada Finch", "member"),),
        inquiry=_LATE,
    ),
    Team(
        "lantern-readers",
        "Grade 3 readers",
        "lantern-hill",
        kind="grade",
        about="grade 3",
        lead="alma",
        inquiry=Inquiry(problem="Third graders do not finish a chapter.", for_whom="64 third graders.", rung=1),
    ),
)
