"""What Room 12 does already, and what its ideas rest on. The practices are invented; the sources are real."""

from __future__ import annotations

# Words, for whom, effect, choice, how known.
PRACTICES = (
    ("We call on hands that are up", "everyone", "worsens", "stop", "33 of 40 questions ended with the first answer."),
    ("Partner talk every Tuesday", "all three rooms", "helps", "keep", "More talk on Tuesdays, counted in 8 lessons."),
    ("A word wall beside the board", "students who learn English", "unknown", "look", ""),
)

ANSWERS = {
    "problem": "Most students know their answer and do not know how to begin saying why.",
    "expertise": "Studies of wait time, and the language specialist at Lantern Hill.",
    "theory": "If we give time and first words before talk, then more students will give a reason to a partner.",
}

# Title, where, link, what it says, key of the idea.
SOURCES = (
    (
        "Wait time: slowing down may be a way of speeding up!",
        "Mary Budd Rowe, Journal of Teacher Education, 1986, doi 10.1177/002248718603700110",
        "",
        "With three seconds or more, students say longer answers, and more of them speak.",
        "minute",
    ),
)
HUNCHES = ("starters",)
