"""Alder: two of its four teams, on ways to show an idea (S3 11.3 A, 11.5 stub 2). Numbers are invented."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, cycle, heard, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNE = date(2027, 6, 4)
SPOKE = "students who speak to a partner about their reasoning"

_PICTURES = Inquiry(
    problem="Students compute with fractions and cannot draw what they did.",
    for_whom="52 sixth graders in two classes.",
    how_known="Exit tickets with a drawing, weekly.",
    bones=(
        Bone(
            "Tasks",
            (
                Cause("Tasks give the drawing already", "supported", "14 of 20 tasks"),
                Cause("Students cannot draw", "contradicted", "They drew 9 of 10 when the task was about food"),
            ),
        ),
    ),
    aim=Aim("show a fraction in a correct drawing", "our sixth graders", 44, 70, JUNE, "drawings"),
    parts=theory(
        3,
        "Each lesson shows its idea in two ways",
        {"second": "Add one drawing to each lesson of a unit"},
        measure="drawings",
    ),
    measures=(
        Measure(
            "drawings",
            "Exit tickets with a correct drawing",
            "Of the tickets handed in on Thursday, those with a drawing that two of us read the same way.",
            collector="Harriet Cole",
            minutes=12,
            weekly=(Weekly("flat", of=52, low=45, weeks=18),),
            chart="p",
            rules="making_data_count",
            rung=3,
        ),
    ),
    cycles=(
        cycle(
            "one",
            "One drawing added to each lesson of unit 3",
            at_least(32, 52, "correct drawings"),
            "10-19",
            "11-06",
            idea="second",
            measure="drawings",
            who_where="Both classes",
            entries=(heard("11-05", 24, 52),),
            result=(24, 52),
            decision="adapt",
            learned="They copy our drawing. What they can draw alone did not move.",
            reason="A drawing that is given is one more thing to copy.",
            what_changes="Students draw first, we draw last.",
            rung=3,
        ),
    ),
    rung=3,
)

_SINGLES = (
    ("paper", "Fold paper before writing", 11),
    ("towers", "Cubes for every problem", 14),
    ("line", "A number line on desks", 9),
    ("color", "Two colors for two quantities", 16),
    ("story", "Tell the picture as a story", 12),
    ("swap", "Swap drawings", 10),
)

_MANY = Inquiry(
    problem="Students show an idea in one way only.",
    for_whom="Three rooms, grades 4 and 5.",
    how_known="Work samples of the first weeks.",
    aim=Aim("show an idea in two ways", "our fourth and fifth graders", None, 60, None),
    parts=theory(3, "Materials for a second way are at hand", {key: text for key, text, _ in _SINGLES}),
    cycles=tuple(
        cycle(
            key,
            text,
            at_least(12, 22, "students who show a second way"),
            f"{10 + n // 2:02d}-{5 + 14 * (n % 2):02d}",
            f"{10 + n // 2:02d}-{11 + 14 * (n % 2):02d}",
            idea=key,
            who_where="Room 8",
            result=(seen, 22),
            learned="Some liked it." if seen < 12 else "It worked that day.",
            decision="adopt" if seen >= 12 else "abandon",
            reason="We move on to the next idea.",
            rung=2,
        )
        for n, (key, text, seen) in enumerate(_SINGLES)
    ),
    rung=2,
)

TEAMS = (
    Team(
        "tamarack",
        "Pictures first",
        "tamarack",
        about="grade 6 math",
        lead="harriet",
        unnamed=(("Ed Vance", "member"),),
        coaches=("tomas",),
        inquiry=_PICTURES,
    ),
    Team(
        "kestrel",
        "Many ways to show it",
        "kestrel",
        about="grades 4 and 5",
        lead="mira",
        unnamed=(("Ola Berg", "member"),),
        coaches=("tomas",),
        inquiry=_MANY,
    ),
)
