"""What Room 12 heard: five talks, and thirty answers grouped by two people. Everything here is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CANNOT_START = "I know it but cannot start the sentence"
WATCHED = "A wrong idea feels public"
NEVER_SEEN = "I have not seen what math talk is"


@dataclass(frozen=True)
class Talk:
    """`said`: theme and words."""

    role: str
    group: str
    day: date
    notes: str
    said: tuple[tuple[str, str], ...]
    kind: str = "interview"
    consent: str = "given"


PROTOCOL = "What happens when I say: turn to your partner?\nWhat helps you to begin?\nWhen do you stay quiet?"
TALKS = (
    Talk(
        "fifth grader, multilingual", "students", date(2026, 9, 22), "Points at the wall chart. Smiles when asked.",
        ((CANNOT_START, "I have it in my head, but the first word does not come."),),
    ),
    Talk(
        "fifth grader", "students", date(2026, 9, 22), "Talks fast once the partner has begun.",
        ((CANNOT_START, "If someone gives me the start, I can go on."), (WATCHED, "They remember if it is wrong.")),
    ),
    Talk(
        "fifth grader", "students", date(2026, 9, 24), "Two minutes in the hall. Did not want it told to others.",
        ((WATCHED, ""),), consent="not_asked",
    ),
    Talk(
        "classroom aide", "support", date(2026, 9, 25), "Sits with the back table each day.",
        ((CANNOT_START, "They wait for me to say the first half."),),
    ),
    Talk(
        "parent", "families", date(2026, 9, 29), "Family evening, at the snack table.",
        ((NEVER_SEEN, "At home we do the sums without talking."),),
    ),
)  # fmt: skip
CAUSES = {
    CANNOT_START: "We ask for reasons without giving the words",
    NEVER_SEEN: "Families have not seen what math talk is",
}

QUESTION = "What stops you from giving a reason to your partner?"
START, TIME, WRONG = "How to begin", "No time to think", "Afraid to be wrong"
GROUPS = (
    (START, "They have an idea but not the first words."),
    (TIME, "It goes too fast."),
    (WRONG, "Others may laugh or remember."),
)
SAMPLES = ("I do not know the first word", "You say go and it is over", "What if it is wrong")
ANSWERS = (
    # The answer, where Ana put it, and where Devon put it.
    ("I do not know the first word", START, START),
    ("I know it but I cannot say it", START, START),
    ("How do I start", START, START),
    ("The sentence gets stuck", START, START),
    ("I only know the number not the why", START, START),
    ("I can do it on paper not out loud", START, START),
    ("I need the words on the wall", START, START),
    ("I say because and then nothing", START, START),
    ("In my language I could say it", START, START),
    ("I wait until my partner says the first part", START, START),
    ("My partner starts and I say yes", START, WRONG),
    ("I forget what I wanted to say", START, TIME),
    ("You say go and it is over", TIME, TIME),
    ("I am still reading", TIME, TIME),
    ("I need more time", TIME, TIME),
    ("We just sat down", TIME, TIME),
    ("My partner is faster", TIME, TIME),
    ("I am not done with the problem", TIME, TIME),
    ("It is too fast after lunch", TIME, TIME),
    ("The timer rings", TIME, TIME),
    ("I think slow", TIME, TIME),
    ("I was still looking for my pencil", TIME, TIME),
    ("What if it is wrong", WRONG, WRONG),
    ("They laugh", WRONG, WRONG),
    ("I do not want to be wrong out loud", WRONG, WRONG),
    ("My partner always has it right", WRONG, WRONG),
    ("People remember it", WRONG, WRONG),
    ("I am not good at math talk", WRONG, WRONG),
    ("It is quiet and all hear me", WRONG, WRONG),
    ("I do not know if my way counts", WRONG, START),
)
SETTLED = (("I forget what I wanted to say", START, "It is about the words, not about the clock."),)
NEXT_QUESTION = "What would help you to begin?"
NEXT_ANSWERS = (
    "A sentence to start with", "A minute alone first", "Writing it down", "Someone I like", "Words on the table",
    "That nobody hears it", "To practice with the teacher", "Pictures",
)  # fmt: skip
NEXT_GROUPS = (("Words", "Starts, walls, cards"), ("Quiet time", "Before anyone speaks"))
HEARD_ON, GROUPED_ON, TALKED_ON, NEXT_ON = date(2026, 10, 1), date(2026, 10, 5), date(2026, 10, 7), date(2027, 2, 4)

TOOK_PART = {
    "development": "Six fifth graders showed us where they get stuck. An aunt and a bus driver told us what they hear.",
    "design": "Two fifth graders tried the sentence starters and crossed out four of them.",
    "implementation": "One student in each group keeps the quiet minute.",
}
