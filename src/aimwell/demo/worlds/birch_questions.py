"""Birch: four of its teams, on questions in class (S3 11.3 B, 11.5 stub 4). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, goes, heard, on, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 11)
NAMES = "students who name what confuses them"

_CARDS = Inquiry(
    problem="Students who are lost do not ask.",
    for_whom="Four focal students in each of three rooms.",
    how_known="Questions tallied in five lessons.",
    bones=(Bone("Adult practice", (Cause("We ask “any questions?” and count to one", "supported", "5 lessons"),)),),
    aim=Aim("ask a question of their own", "12 focal students", 2, 6, JUNE, "asked", "number", "questions a lesson"),
    parts=theory(5, "A question costs nothing", {"cards": "Question cards on each desk"}, measure="asked"),
    measures=(
        Measure(
            "asked",
            "Questions from focal students in a lesson",
            "Questions about the math from 12 focal students.",
            unit="count",
            collector="Keiko Mori",
            minutes=3,
            weekly=(Weekly("flat", low=9, weeks=6),),
            weeks=tuple(on(day) for day in ("09-21", "09-28", "10-05", "10-12", "10-19", "10-26")),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Question cards on each desk",
            at_least(14, None, "questions a lesson"),
            "10-05",
            "10-23",
            idea="cards",
            measure="asked",
            who_where="Three rooms",
            entries=(saw("10-14", "The cards became paper planes.", "surprise"),),
            result=(9, None),
            learned="A card does not make a question worth asking.",
            decision="adapt",
            reason="The cards are in the way; the pause may not be.",
            what_changes="No cards; a pause of ten seconds.",
            rung=2,
        ),
    ),
    rung=2,
)

_GABLE = Inquiry(
    problem="Questions in class come from the front row.",
    for_whom="66 eighth graders in three periods.",
    how_known="Seat charts, weekly.",
    aim=Aim("ask at least one question a week", "our eighth graders", 36, 55, JUNE, "rows"),
    parts=theory(5, "Asking is everybody’s turn", {"pairs": "Pairs write one question together"}, measure="rows"),
    measures=(
        Measure(
            "rows",
            "Students who asked a question this week",
            "Marks on a seat chart.",
            collector="Pat O’Neill",
            minutes=5,
            weekly=(Weekly("signal_without_cause", of=66, low=35, high=52, weeks=18),),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "Pairs write one question together",
            goes("up", "students who ask"),
            "01-25",
            "02-19",
            idea="pairs",
            measure="rows",
            who_where="Third period",
            upto="doing",
            because="The weeks in fall were high, and we had changed nothing. So we ask what happens when we do.",
        ),
    ),
    rung=1,
)

_WRITE = Inquiry(
    problem="Quick finishers wait and others stop trying.",
    for_whom="48 fourth graders.",
    how_known="Two weeks of notes.",
    bones=(
        Bone(
            "Adult practice",
            (
                Cause(
                    "Students who ask are the ones who are lost",
                    "contradicted",
                    "Of 40 questions, 31 came from students with the answer",
                ),
                Cause("We answer the question instead of asking it on", "checking", "tape of two lessons"),
            ),
        ),
    ),
    aim=Aim("ask a follow-up question", "our fourth graders", 22, 40, JUNE, "follow-up"),
    parts=theory(
        5, "Questions belong to the class", {"ask-on": "The teacher asks each question on"}, measure="follow-up"
    ),
    measures=(
        Measure(
            "follow-up",
            "Questions that another student takes up",
            "Of the questions in one lesson a week, those a student answers.",
            collector="Dana Whitehorse",
            minutes=4,
            weekly=(Weekly("flat", of=24, low=24, weeks=14),),
        ),
    ),
    cycles=(
        cycle(
            "one",
            "The teacher asks each question on",
            between(7, 12, 24, "questions"),
            "02-01",
            "02-19",
            idea="ask-on",
            measure="follow-up",
            who_where="Room 2",
            upto="doing",
            entries=(saw("02-04", "It feels rude. They laughed."),),
        ),
    ),
    rung=0,
)

_ALONE = Inquiry(
    problem="In my eighth grade nobody asks anything after the first ten minutes.",
    for_whom="27 students in fifth period.",
    how_known="I counted for three weeks.",
    aim=Aim("ask a question in the second half", "27 students in fifth period", 15, 40, JUNE, "late"),
    parts=theory(5, "There is a moment for it", {"pause": "A two-minute stop at minute 25"}, measure="late"),
    measures=(
        Measure(
            "late",
            "Students who ask in the second half",
            "One lesson a week, tally on a sticky note.",
            collector="Sam Whitfield",
            minutes=1,
            weekly=(Weekly("flat", of=27, low=19, weeks=9),),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "A two-minute stop at minute 25",
            at_least(8, 27, "students"),
            "01-12",
            "02-05",
            idea="pause",
            measure="late",
            who_where="Fifth period",
            upto="doing",
            entries=(
                saw("01-19", "No meeting: the other teacher left at the break.", "trouble"),
                heard("01-28", 6, 27),
            ),
            rung=2,
        ),
    ),
    rung=2,
)

TEAMS = (
    Team(
        "larch",
        "Question cards",
        "larch",
        about="grade 3 math",
        lead="keiko",
        unnamed=(("Ron Abbey", "member"),),
        coaches=("wen",),
        inquiry=_CARDS,
    ),
    Team(
        "gable",
        "Front row, back row",
        "gable",
        about="grade 8 math",
        lead="pat",
        unnamed=(("Sue Dean", "member"),),
        coaches=("wen",),
        inquiry=_GABLE,
    ),
    Team(
        "birchwood",
        "Two minutes to write",
        "birchwood",
        about="grade 4 math",
        lead="dana",
        unnamed=(("Al Cruz", "member"),),
        coaches=("wen",),
        inquiry=_WRITE,
    ),
    Team("thistle", "Fifth period", "thistle", about="grade 8 math", lead="sam", coaches=("wen",), inquiry=_ALONE),
)
