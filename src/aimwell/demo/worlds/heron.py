"""Heron: small groups in which everyone works (S3 11.3 H, 11.5 stub 9). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, heard, theory
from aimwell.demo.worlds.shapes import Aim, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 4)
TALK = "minutes of student talk"

_ROLES = Inquiry(
    problem="In groups of four, two students do the work.",
    for_whom="88 fourth graders in 22 groups.",
    how_known="Contributions per student, one group a day.",
    aim=Aim("contribute at least three times", "students in groups of four", 46, 70, JUNE, "contribute"),
    parts=theory(
        4,
        "Each student holds something the group needs",
        {"roles": "Roles that rotate", "one-sheet": "One sheet, four pens"},
        measure="contribute",
    ),
    measures=(
        Measure(
            "contribute",
            "Students who contribute three times or more",
            "A coach sits with one group a day and makes marks.",
            collector="Nora Quinn",
            minutes=10,
            weekly=(Weekly("shift", of=40, low=45, high=66, weeks=18),),
            rung=3,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Roles that rotate every Monday",
            at_least(22, 40, "students"),
            "11-09",
            "11-24",
            idea="roles",
            measure="contribute",
            who_where="Room 21",
            entries=(heard("11-19", 25, 40),),
            result=(25, 40),
            learned="The role of questioner is the one they ask for.",
            decision="repeat",
            reason="It held in one room.",
            what_changes="Room 22.",
            rung=3,
        ),
        cycle(
            "two",
            "Rotating roles in Room 22",
            between(22, 30, 40, "students"),
            "01-05",
            "01-22",
            follows="one",
            idea="roles",
            measure="contribute",
            who_where="Room 22",
            entries=(heard("01-14", 27, 39),),
            result=(27, 39),
            learned="It held with another teacher.",
            decision="scale",
            reason="Two rooms.",
            scale_evidence="Held in two rooms.",
            what_changes="All of grade 4.",
            rung=3,
        ),
    ),
    rung=5,
)

_GROUPS = Inquiry(
    problem="Group work in algebra is one calculator and three watchers.",
    for_whom="54 students.",
    how_known="Photos of the tables, weekly.",
    aim=Aim("write on the group’s sheet", "our algebra students", 40, 65, JUNE, "pens"),
    parts=theory(4, "The task cannot be done by one", {"pens": "Four pens, four colors"}, measure="pens"),
    measures=(
        Measure(
            "pens",
            "Students whose color is on the sheet",
            "Photo of each sheet on Friday.",
            collector="Theo Baptiste",
            minutes=4,
            weekly=(Weekly("flat", of=54, low=44, weeks=12),),
            rung=2,
        ),
    ),
    rung=2,
)

TEAMS = (
    Team(
        "heron-point",
        "Roles that rotate",
        "heron-point",
        about="grade 4 math",
        lead="nora",
        unnamed=(("Ty Boyd", "member"),),
        coaches=("odette",),
        inquiry=_ROLES,
    ),
    Team(
        "bluff-street",
        "Algebra team",
        "bluff-street",
        about="grade 8 algebra",
        lead="theo",
        unnamed=(("Vi Stone", "member"),),
        coaches=("odette",),
        inquiry=_GROUPS,
    ),
)
