"""Cedar, Estuary and Heron (S3 11.3 C, E, H; 11.5 stubs 5, 6, 7 and 9). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, heard, on, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 4)
TALK = "minutes of student talk"

_FRACTIONS = Inquiry(
    problem="In our way of teaching fractions the part where students talk is the part we skip.",
    for_whom="63 fifth graders in three rooms.", how_known="Minutes of student talk, one lesson a week.",
    bones=(Bone("Adult practice", (Cause("We explain again instead of asking again", "supported", "4 lessons on tape"),)),
           Bone("Time", (Cause("Talk stands last in the lesson plan", "supported", "12 of 12 plans"),))),
    aim=Aim("talk about fractions", "our fifth graders", 6, 14, JUNE, "minutes", "number", "minutes a lesson"),
    parts=theory(3, "The hard part of the lesson is the part with talk", {"swap": "Talk before the worked example",
                 "second": "Ask again instead of explaining again"}, measure="minutes"),
    measures=(
        Measure("minutes", "Minutes of student talk about fractions", "Stopwatch in one lesson a week; only while students talk with "
                "each other about the math.", unit="number", unit_name="minutes", collector="Fatima Zahra", minutes=0,
                target=14, target_by=JUNE, rung=4,
                weekly=(Weekly(counts=tuple((float(n), None) for n in (5, 7, 6, 4, 6, 7, 5, 6, 8, 9, 9, 11, 10, 11, 12, 10, 12, 13))),)),
    ),
    cycles=(
        cycle("one", "Talk before the worked example", at_least(8, None, TALK), "10-12", "10-23", idea="swap", measure="minutes",
              who_where="Room 1", result=(7, None), entries=(saw("10-15", "They talk about the picture, not the fraction.", "surprise"),),
              learned="Talk first works when there is something to disagree about.", decision="adapt",
              reason="The picture had one reading.", what_changes="A picture with two readings.", rung=4),
        cycle("two", "A picture with two readings first", at_least(8, None, TALK), "11-02", "11-13", follows="one", idea="swap",
              measure="minutes", who_where="Room 1", result=(9, None), learned="Two readings, nine minutes, and no new materials.",
              decision="repeat", reason="It held once.", what_changes="Room 2.", rung=4),
        cycle("three", "The same picture in Room 2", between(7, 11, None, TALK), "11-30", "12-11", follows="two", idea="swap",
              measure="minutes", who_where="Room 2", result=(10, None), learned="It needs no warm-up of the teacher either.",
              decision="scale", reason="Two rooms.", scale_evidence="Held in two rooms.", what_changes="Three rooms, own pictures.", rung=4),
        cycle("four", "Three rooms, pictures of our own", at_least(10, None, TALK), "02-08", "02-26", follows="three", idea="swap",
              measure="minutes", who_where="Rooms 1, 2 and 3", upto="doing", locked_clock="07:10", rung=4),
    ),
    rung=4,
)  # fmt: skip

_ALGEBRA = Inquiry(
    problem="Eighth graders write equations and do not say what the letters mean.",
    for_whom="58 students in two algebra classes.", how_known="Board talks, weekly.",
    aim=Aim("say what a letter stands for", "our algebra students", 38, 60, JUNE, "letters"),
    parts=theory(1, "A story comes before the letters", {"opener": "The 10-minute opener from Alder"}, measure="letters"),
    measures=(
        Measure("letters", "Students who say what a letter stands for", "One minute with a partner, heard by the teacher.",
                collector="Owen Price", minutes=3, weekly=(Weekly("flat", of=58, low=40, weeks=10),), rung=3),
    ),
    cycles=(
        cycle("one", "The opener from Alder, as it is", at_least(27, 58, "students"), "02-01", "02-12", idea="opener", measure="letters",
              who_where="Both algebra classes", upto="doing", entries=(heard("02-04", 24, 57),), rung=3),
    ),
    rung=3,
)  # fmt: skip

_NUMBERS = Inquiry(
    problem="Students reach for an operation before they have understood the story.",
    for_whom="44 fourth graders.", how_known="",
    aim=Aim("retell the story before computing", "our fourth graders", None, None, None),
    parts=theory(1, "Talk about the story comes before numbers", {"cover": "Cover the numbers for two minutes"}),
    cycles=(
        cycle("one", "Cover the numbers for two minutes", at_least(10, 22, "students who retell"), "02-15", "02-19", idea="cover",
              who_where="Room 11", upto="draft"),
    ),
    rung=0, begun=date(2027, 1, 11),
)  # fmt: skip

_READS = Inquiry(
    problem="Long word problems stop our students before the math starts.",
    for_whom="76 fifth graders; 31 of them learn English.", how_known="Retellings on slips, weekly.",
    evidence=(("data", "In September 4 in 10 slips restate the problem.", "weekly slips"),),
    bones=(Bone("Language", (Cause("We read once, aloud, and ask for the answer", "supported", "9 of 11 lessons"),)),
           Bone("Adult practice", (Cause("We underline key words for them", "supported", "shared lesson plans"),))),
    aim=Aim("restate a word problem in their own words", "our fifth graders", 41, 65, JUNE, "restate"),
    parts=theory(2, "Students know what is asked before they compute", {"reads": "Three reads, each with its own question",
                 "act": "Act the problem out"}, measure="restate", causes=("We read once, aloud, and ask for the answer",)),
    measures=(
        Measure("restate", "Students who restate the problem", "Of the Thursday slips, those that say what is known and what is asked.",
                collector="Ruth Adeyemi", minutes=10, target=65, target_by=JUNE, weekly=(Weekly("flat", of=76, low=44, weeks=18),), rung=4),
    ),
    cycles=(
        cycle("one", "Three reads with a question for each", at_least(42, 76, "students who restate"), "10-19", "11-06", idea="reads",
              measure="restate", who_where="Three grade 5 rooms", result=(33, 76),
              entries=(saw("10-27", "The third read is where they laugh at the story.", "surprise"), heard("11-05", 33, 76)),
              learned="Three reads take eleven minutes. We cut the third, and the third is the one with the question.",
              decision="adapt", reason="The read that mattered was the one we cut.", what_changes="The question comes with the first read.", rung=4),
        cycle("two", "The question comes with the first read", between(33, 42, 76, "students who restate"), "11-30", "12-18", follows="one",
              idea="reads", measure="restate", who_where="Three grade 5 rooms", result=(35, 76), entries=(heard("12-10", 35, 76),),
              learned="In range, and the weeks since are ordinary weeks. One count is not a shift.", decision="repeat",
              reason="In range once; the line has not moved.", what_changes="Same test for six weeks.", rung=4),
    ),
    rung=4,
)  # fmt: skip

_TRIED = Inquiry(
    problem="When the first way does not work, students stop.",
    for_whom="69 sixth graders.", how_known="Pages of the “what I tried” log.",
    aim=Aim("try a second way", "our sixth graders", 33, 55, JUNE, "second-way"),
    parts=theory(2, "A first try that does not work is written down", {"log": "A “what I tried” log"}, measure="second-way"),
    measures=(
        Measure("second-way", "Students who tried a second way", "Log pages with two attempts on Wednesday’s problem.",
                collector="Carol Jimenez", minutes=6, weekly=(Weekly("flat", of=69, low=36, weeks=16),), rung=2),
        Measure("log-used", "Classes that used the log on Wednesday", "Of three classes, those in which the log was open.",
                kind="process", collector="Luis Ortega", minutes=1,
                weekly=(Weekly(counts=tuple((3.0, 3.0) for _ in range(16)), weeks=16),), rung=2),
    ),
    cycles=(
        cycle("one", "A “what I tried” log on Wednesdays", at_least(30, 69, "students with two attempts"), "10-26", "11-20", idea="log",
              measure="second-way", who_where="Three sixth grade classes", upto="studying", entries=(heard("11-18", 25, 68),),
              result=(25, 68), rung=2),
    ),
    rung=2,
)  # fmt: skip

_ROLES = Inquiry(
    problem="In groups of four, two students do the work.",
    for_whom="88 fourth graders in 22 groups.", how_known="Contributions per student, one group a day.",
    aim=Aim("contribute at least three times", "students in groups of four", 46, 70, JUNE, "contribute"),
    parts=theory(4, "Each student holds something the group needs", {"roles": "Roles that rotate", "one-sheet": "One sheet, four pens"},
                 measure="contribute"),
    measures=(
        Measure("contribute", "Students who contribute three times or more", "A coach sits with one group a day and makes marks.",
                collector="Nora Quinn", minutes=10, weekly=(Weekly("shift", of=40, low=45, high=66, weeks=18),), rung=3),
    ),
    cycles=(
        cycle("one", "Roles that rotate every Monday", at_least(22, 40, "students"), "11-09", "11-24", idea="roles",
              measure="contribute", who_where="Room 21", entries=(heard("11-19", 25, 40),), result=(25, 40),
              learned="The role of questioner is the one they ask for.", decision="repeat", reason="It held in one room.",
              what_changes="Room 22.", rung=3),
        cycle("two", "Rotating roles in Room 22", between(22, 30, 40, "students"), "01-05", "01-22", follows="one", idea="roles",
              measure="contribute", who_where="Room 22", entries=(heard("01-14", 27, 39),), result=(27, 39),
              learned="It held with another teacher.", decision="scale", reason="Two rooms.",
              scale_evidence="Held in two rooms.", what_changes="All of grade 4.", rung=3),
    ),
    rung=5,
)  # fmt: skip

_GROUPS = Inquiry(
    problem="Group work in algebra is one calculator and three watchers.",
    for_whom="54 students.", how_known="Photos of the tables, weekly.",
    aim=Aim("write on the group’s sheet", "our algebra students", 40, 65, JUNE, "pens"),
    parts=theory(4, "The task cannot be done by one", {"pens": "Four pens, four colors"}, measure="pens"),
    measures=(
        Measure("pens", "Students whose color is on the sheet", "Photo of each sheet on Friday.", collector="Theo Baptiste", minutes=4,
                weekly=(Weekly("flat", of=54, low=44, weeks=12),), rung=2),
    ),
    rung=2,
)  # fmt: skip

_ATTENDANCE = Inquiry(
    problem="Sixth graders miss the first period most.", for_whom="140 sixth graders.", how_known="First period roll.",
    bones=(Bone("Beyond the room", (Cause("The second bus comes at 8:10", "supported", "bus log, three weeks"),)),),
    aim=Aim("miss the first period", "our sixth graders", 17, 9, JUNE, "missed", direction="down"),
    parts=theory(5, "Arriving late is not the end of the lesson", {"start": "A start that can be joined late"}, measure="missed",
                 words="The first period is worth being on time for"),
    measures=(
        Measure("missed", "Students who miss the first period", "First period roll on Tuesday.", kind="outcome", direction="down",
                collector="Office", minutes=1, weekly=(Weekly("flat", of=140, low=16, weeks=11),),
                weeks=tuple(on(day) for day in ("09-14", "09-21", "09-28", "10-05", "10-12", "10-19", "10-26", "11-02", "11-09",
                                                "11-16", "11-30")), rung=2),
    ),
    rung=2,
)  # fmt: skip

TEAMS = (
    Team("juniper", "Fraction talk", "juniper", about="grade 5 math", lead="fatima", unnamed=(("Gus Hall", "member"),),
         coaches=("imani",), inquiry=_FRACTIONS),
    Team("harbor-view", "Algebra team", "harbor-view", about="grade 8 algebra", lead="owen", unnamed=(("Kit Marsh", "member"),),
         coaches=("imani",), inquiry=_ALGEBRA),
    Team("quail-run", "Story before numbers", "quail-run", about="grade 4 math", lead="elsa", unnamed=(("Una Ray", "member"),),
         coaches=("odette",), since=date(2027, 1, 5), inquiry=_NUMBERS),
    Team("salt-marsh", "Three reads", "salt-marsh", about="grade 5 math", lead="ruth", unnamed=(("Hal Voss", "member"),),
         coaches=("odette",), inquiry=_READS),
    Team("pelican", "What I tried", "pelican", about="grade 6 math", lead="luis", unnamed=(("Mae Ross", "member"),),
         coaches=("odette",), inquiry=_TRIED),
    Team("heron-point", "Roles that rotate", "heron-point", about="grade 4 math", lead="nora", unnamed=(("Ty Boyd", "member"),),
         coaches=("odette",), inquiry=_ROLES),
    Team("bluff-street", "Algebra team", "bluff-street", about="grade 8 algebra", lead="theo", unnamed=(("Vi Stone", "member"),),
         coaches=("odette",), inquiry=_GROUPS),
    Team("ocotillo", "Attendance team", "ocotillo", kind="team", about="grade 6", lead="rashid",
         unnamed=(("Jan Weber", "member"),), coaches=("imani",), inquiry=_ATTENDANCE),
)  # fmt: skip
