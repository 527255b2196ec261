"""Alder: two teams on openers, two on ways to show an idea (S3 11.3 A, 11.5 stubs 1 and 2). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, between, cycle, heard, on, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 4)
SPOKE = "students who speak to a partner about their reasoning"

_OPENER = Inquiry(
    problem="Ten minutes into math, most students have not said anything about math.",
    for_whom="94 students in four grade 5 rooms; quietest in the two rooms after lunch.",
    how_known="Tallied in one lesson a week since September.",
    evidence=(("data", "In September 4 in 10 students spoke to a partner about reasoning in the first ten minutes.",
               "weekly tally, four rooms"),),
    perspectives=(("Student, grade 5", "The first part is quiet because we correct homework."),),
    bones=(
        Bone("Time", (Cause("The first ten minutes go to homework", "supported", "stopwatch, 6 lessons: 11 minutes"),
                      Cause("After lunch we start late", "checking", "bell times for two weeks"))),
        Bone("Tasks", (Cause("The opener asks for a number, not for a reason", "supported", "19 of 22 openers"),)),
    ),
    aim=Aim("speak to a partner about their reasoning in the opener", "our fifth graders", 40, 70, JUNE, "opener-talk"),
    parts=theory(1, "A task in the first ten minutes that two students can see differently",
                 {"opener": "A 10-minute opener on a rich task", "photo": "An opener from a photo of the town"},
                 measure="opener-talk", causes=("The opener asks for a number, not for a reason",)),
    measures=(
        Measure("opener-talk", "Students who speak to a partner in the opener",
                "Tally by the teacher in one opener a week: of the students present, those who speak to a partner "
                "about how they see the task.", collector="Each teacher", minutes=2, target=70, target_by=JUNE,
                weekly=(Weekly("shift", of=94, low=40, high=61, weeks=18),), rung=4),
    ),
    cycles=(
        cycle("one", "A 10-minute opener on a rich task, one room", at_least(14, 24, SPOKE), "10-12", "10-23",
              idea="opener", measure="opener-talk", who_where="Room 3", because="A task with two ways in starts talk.",
              entries=(heard("10-15", 12, 24), heard("10-22", 15, 24)), result=(15, 24), decision="repeat",
              learned="It takes the whole ten minutes. At minute five only the fast ones had spoken.",
              reason="It held in one room. We want to see it with another teacher.", rung=4),
        cycle("two", "The same opener in a room after lunch", between(13, 18, 23, SPOKE), "11-02", "11-13", follows="one",
              idea="opener", measure="opener-talk", who_where="Room 5, after lunch",
              entries=(saw("11-05", "Started four minutes late and still finished.", "surprise"), heard("11-12", 16, 23)),
              result=(16, 23), decision="scale", learned="A late start shortens the homework, not the opener.",
              reason="Two rooms, two teachers.", scale_evidence="Held in two rooms at the predicted level.",
              what_changes="All four rooms, openers swapped weekly.", rung=4),
        cycle("three", "All four rooms, openers swapped weekly", at_least(55, 94, SPOKE), "11-30", "12-18", follows="two",
              idea="opener", measure="opener-talk", who_where="Rooms 3, 4, 5 and 6",
              entries=(heard("12-10", 57, 94),), result=(57, 94), decision="adopt",
              learned="Swapping openers cuts the writing to one evening a month.",
              reason="Held in three settings. We look again in March.", rung=4),
    ),
    rung=4,
)  # fmt: skip

_PICTURES = Inquiry(
    problem="Students compute with fractions and cannot draw what they did.",
    for_whom="52 sixth graders in two classes.",
    how_known="Exit tickets with a drawing, weekly.",
    bones=(Bone("Tasks", (Cause("Tasks give the drawing already", "supported", "14 of 20 tasks"),
                          Cause("Students cannot draw", "contradicted", "They drew 9 of 10 when the task was about food"))),),
    aim=Aim("show a fraction in a correct drawing", "our sixth graders", 44, 70, JUNE, "drawings"),
    parts=theory(3, "Each lesson shows its idea in two ways", {"second": "Add one drawing to each lesson of a unit"},
                 measure="drawings"),
    measures=(
        Measure("drawings", "Exit tickets with a correct drawing", "Of the tickets handed in on Thursday, those with a "
                "drawing that two of us read the same way.", collector="Harriet Cole", minutes=12,
                weekly=(Weekly("flat", of=52, low=45, weeks=18),), rung=3),
    ),
    cycles=(
        cycle("one", "One drawing added to each lesson of unit 3", at_least(32, 52, "correct drawings"), "10-19", "11-06",
              idea="second", measure="drawings", who_where="Both classes",
              entries=(heard("11-05", 24, 52),), result=(24, 52), decision="adapt",
              learned="They copy our drawing. What they can draw alone did not move.",
              reason="A drawing that is given is one more thing to copy.",
              what_changes="Students draw first, we draw last.", rung=3),
    ),
    rung=3,
)  # fmt: skip

_SORREL = Inquiry(
    problem="In grade 4 the same eight students start every discussion.",
    for_whom="71 fourth graders in three rooms.",
    how_known="Name sticks counted after each opener.",
    aim=Aim("start a discussion at least once a week", "our fourth graders", 41, 60, JUNE, "starters"),
    parts=theory(1, "An opening that anyone can answer", {"opener": "The opener from Marsh Creek, shorter"},
                 measure="starters"),
    measures=(
        Measure("starters", "Students who started a discussion this week", "Name sticks moved to the second jar by Friday.",
                collector="Bruno Achterberg", minutes=1, weekly=(Weekly("false_alarm", of=71, low=41, high=55, weeks=18),),
                events=((on("01-14"), "New seating"),), rung=2),
    ),
    cycles=(
        cycle("one", "The opener from Marsh Creek in seven minutes", between(40, 48, 71, "students"), "01-11", "02-12",
              idea="opener", measure="starters", who_where="Three grade 4 rooms", upto="doing",
              entries=(saw("01-20", "Seven minutes end just when it gets interesting."), heard("01-29", 38, 71))),
    ),
    rung=2,
)  # fmt: skip

_SINGLES = (
    ("paper", "Fold paper before writing", 11), ("towers", "Cubes for every problem", 14), ("line", "A number line on desks", 9),
    ("color", "Two colors for two quantities", 16), ("story", "Tell the picture as a story", 12), ("swap", "Swap drawings", 10),
)  # fmt: skip

_MANY = Inquiry(
    problem="Students show an idea in one way only.",
    for_whom="Three rooms, grades 4 and 5.",
    how_known="Work samples from September.",
    aim=Aim("show an idea in two ways", "our fourth and fifth graders", None, 60, None),
    parts=theory(3, "Materials for a second way are at hand", {key: text for key, text, _ in _SINGLES}),
    cycles=tuple(
        cycle(key, text, at_least(12, 22, "students who show a second way"), f"{10 + n // 2:02d}-{5 + 14 * (n % 2):02d}",
              f"{10 + n // 2:02d}-{11 + 14 * (n % 2):02d}", idea=key, who_where="Room 8", result=(seen, 22),
              learned="Some liked it." if seen < 12 else "It worked that day.", decision="adopt" if seen >= 12 else "abandon",
              reason="We move on to the next idea.", rung=2)
        for n, (key, text, seen) in enumerate(_SINGLES)
    ),
    rung=2,
)  # fmt: skip

TEAMS = (
    Team("marsh-creek", "Opener team", "marsh-creek", about="grade 5 math", lead="priya",
         unnamed=(("Rita Boone", "member"), ("Col Tran", "member")), coaches=("imani",), inquiry=_OPENER),
    Team("tamarack", "Pictures first", "tamarack", about="grade 6 math", lead="harriet",
         unnamed=(("Ed Vance", "member"),), coaches=("tomas",), inquiry=_PICTURES),
    Team("sorrel-lane", "Grade 4 openers", "sorrel-lane", about="grade 4 math", lead="bruno",
         unnamed=(("Lena Fox", "member"),), coaches=("tomas",), inquiry=_SORREL),
    Team("kestrel", "Many ways to show it", "kestrel", about="grades 4 and 5", lead="mira",
         unnamed=(("Ola Berg", "member"),), coaches=("tomas",), inquiry=_MANY),
)  # fmt: skip
