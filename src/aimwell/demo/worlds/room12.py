"""Room 12 and friends: the team whose numbers can be followed from page to page.

A grade 5 team on the eve of writing the Study of its third linked cycle. Everything here is invented.
"""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.room12_cycles import CYCLES
from aimwell.demo.worlds.room12_numbers import MEASURES, PARTNER
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Part, Team

BONES = (
    Bone(
        "Tasks",
        (
            Cause(
                "Most tasks have one right answer",
                "supported",
                "41 of 46 tasks in unit 2",
                evidence=(("document", "41 of the 46 tasks in unit 2 ask for one number.", "our count of unit 2"),),
            ),
            Cause(
                "Word problems feel like someone else’s life",
                "checking",
                "Devon asks five students a week until {02-19}",
            ),
        ),
    ),
    Bone(
        "Time",
        (
            Cause(
                "We ask for talk before time to think",
                "supported",
                "5 lessons timed: 8 seconds of wait",
                whys=(
                    Cause(
                        "The period is 45 minutes",
                        "supported",
                        "the bell schedule",
                        whys=(Cause("Math follows lunch", "supported", "the bell schedule"),),
                    ),
                ),
                evidence=(
                    (
                        "observation",
                        "In 5 timed lessons we waited 8 seconds, in the middle, before calling on someone.",
                        "stopwatch",
                    ),
                ),
            ),
            Cause("Talk is what we drop when late"),
        ),
    ),
    Bone(
        "Adult practice",
        (
            Cause(
                "We move on after the first right answer",
                "supported",
                "33 of 40 questions ended there in 8 lessons",
                evidence=(
                    (
                        "observation",
                        "33 of 40 whole-class questions ended with the first right answer.",
                        "8 lessons, {09-14} – {11-02}",
                    ),
                ),
            ),
            Cause("We call on the same six hands", "checking", "Leticia tallies until {02-19}"),
            Cause(
                "Teachers do not value talk",
                "contradicted",
                "9 of 9 staff notes name it as a goal",
                evidence=(("document", "All 9 staff notes name student talk as a goal.", "staff notes"),),
            ),
        ),
    ),
    Bone(
        "Language",
        (
            Cause(
                "We ask for reasons without giving the words",
                "supported",
                "12 interviews: “I do not know how to start”",
                evidence=(
                    (
                        "interview",
                        "7 of 12 students said they know it but cannot start the sentence.",
                        "12 student interviews",
                    ),
                ),
            ),
            Cause("Low vocabulary", set_aside="Reworded as: we ask for reasons without giving the words."),
        ),
    ),
    Bone(
        "Belonging",
        (
            Cause("A wrong idea feels public", "checking", "one exit slip question a week"),
            Cause(
                "Some students are just shy",
                set_aside="Being reworded as something adults do, so that it can be tested.",
            ),
        ),
    ),
    Bone(
        "Beyond the room",
        (
            Cause("Families have not seen what math talk is"),
            Cause(
                "Families do not care",
                set_aside="Not a fact, and not ours to say. 61 of 72 families came to the first evening.",
            ),
            Cause(
                "Class size of 26",
                "supported",
                "26 students in Room 14",
                set_aside="Sent to the district on {01-20}; it is theirs to change.",
            ),
        ),
    ),
)

AIM = Aim(
    what="explain their reasoning to a partner",
    for_whom="our fifth graders in Rooms 9, 12 and 14",
    baseline=34,
    target=65,
    by_when=date(2027, 5, 28),
    measure=PARTNER,
    baseline_on=date(2026, 11, 2),
)

PARTS = (
    Part("tasks", "primary", "Tasks worth talking about"),
    Part("way_in", "primary", "Everyone has a way into the talk"),
    Part("safe", "primary", "It is safe to be unsure"),
    Part(
        "defensible",
        "secondary",
        "Tasks with more than one defensible answer",
        ("tasks",),
        measure="two-answer-tasks",
        causes=("Most tasks have one right answer",),
    ),
    Part(
        "own_lives",
        "secondary",
        "Math from students’ own lives",
        ("tasks",),
        causes=("Word problems feel like someone else’s life",),
    ),
    Part(
        "think_time",
        "secondary",
        "Time to think before talking",
        ("way_in", "safe"),
        measure="seconds-to-think",
        causes=("We ask for talk before time to think", "Talk is what we drop when late"),
    ),
    Part(
        "words",
        "secondary",
        "Words to start with, in English and Spanish",
        ("way_in",),
        measure="starters-used",
        causes=("We ask for reasons without giving the words",),
    ),
    Part(
        "wrong_idea",
        "secondary",
        "How adults answer a wrong idea",
        ("safe",),
        causes=("We move on after the first right answer",),
    ),
    Part(
        "change_minds",
        "secondary",
        "Students see peers change their minds",
        ("safe",),
        measure="changed-my-mind",
        causes=("A wrong idea feels public",),
    ),
    Part(
        "two_answers",
        "idea",
        "Two-answer tasks",
        ("defensible",),
        measure=PARTNER,
        detail="The lesson opens with a task that has two answers a student can defend.",
    ),
    Part("estimate", "idea", "Estimation openers", ("defensible",), detail="Tried in four places in Bayline."),
    Part(
        "minute",
        "idea",
        "A quiet minute to rehearse",
        ("think_time",),
        measure=PARTNER,
        detail="Students whisper their reason to themselves for one minute before partners talk.",
        who_changes="Teachers start and protect one minute. Some kids or all kids: all.",
        causes=("We ask for talk before time to think",),
    ),
    Part(
        "rotation",
        "idea",
        "Partner rotation by seat",
        ("think_time",),
        abandoned="No difference in four lessons.",
        abandoned_on=date(2026, 10, 9),
    ),
    Part(
        "starters",
        "idea",
        "Sentence starters on cards",
        ("words",),
        measure=PARTNER,
        detail="A card on each desk with three ways to begin a reason.",
        causes=("We ask for reasons without giving the words",),
    ),
    Part("bilingual", "idea", "Bilingual starters", ("words",), detail="The same cards in English and Spanish."),
    Part(
        "mistake",
        "idea",
        "Favorite mistake",
        ("wrong_idea", "change_minds"),
        detail="One wrong idea a week, chosen because it is interesting, opened up by the class.",
    ),
    Part(
        "mind_line",
        "idea",
        "“I changed my mind” line",
        ("change_minds",),
        detail="A line on the exit slip for a change of mind, and what did it.",
    ),
)

INQUIRY = Inquiry(
    problem="Most students wait for someone else to give a reason.",
    for_whom="72 fifth graders; 1 in 5 of 23 multilingual learners.",
    how_known="Counted in 8 lessons, {09-14} – {11-02}. 12 student interviews.",
    evidence=(
        (
            "data",
            "In the middle week 34 % of our fifth graders gave a reason to a partner: 24 or 25 of 72.",
            "8 lessons, {09-14} – {11-02}",
        ),
        ("data", "Among multilingual learners it was 1 in 5 of 23.", "8 lessons, {09-14} – {11-02}"),
        ("interview", "Students know their answer and do not know how to begin saying why.", "12 student interviews"),
    ),
    perspectives=(
        ("Student, grade 5", "I wait. Somebody always says it."),
        ("Student learning English", "I have it in Spanish first. Then they are already on the next one."),
        ("Parent", "She explains everything at home. I did not know that you want it in math too."),
    ),
    bones=BONES,
    aim=AIM,
    parts=PARTS,
    measures=MEASURES,
    cycles=CYCLES,
    rung=2,
)

TEAM = Team(
    key="room12",
    name="Room 12 and friends",
    place="lantern-hill",
    about="grade 5 math",
    lead="ana",
    members=(("devon", "facilitator"), ("leticia", "member")),
    unnamed=(("Jo Lindqvist", "member"), ("Mr. Abebe", "content_coach"), ("Tess Moran", "member")),
    coaches=("imani",),
    inquiry=INQUIRY,
)
