"""Ocotillo’s attendance work: guesses, a table that speaks against them, and two ideas (after S4 L94-L96; invented)."""

from __future__ import annotations

from aimwell.demo.worlds.makers import on

METHOD_ON, ASKED_ON, CLOSED_ON, SAID_AGAIN_ON, PASS_ON = (
    on(day) for day in ("08-26", "11-03", "11-05", "11-10", "11-12")
)
SENT_ON, ANSWERED_ON, LINKED_ON, IDEAS_ON = on("11-13"), on("12-02"), on("11-17"), on("11-18")
KEEPER = "hugo"
"""Looks after the district, chose the light method for the school, and answers what it sends."""

QUESTION = "Why is attendance low?"
TABLE_NAME = "Roll of ten weeks, 600 students"
SCHOOL_DAYS = 50

# Who or what it blames, the prediction, how to test it, its result, the table that shows it.
PREDICTIONS = (
    ("families", "Parents of students in special education think that school does not matter for them.",
     "attendance by day and special education",
     "Less than one point apart on each of the five days.", "day|special education"),
    ("families", "Families leave for long weekends, because school does not matter to them.", "attendance by day",
     "Monday and Friday are ordinary days. Wednesday is the lowest.", "day"),
    ("students", "Students who live close sleep in.", "attendance by day and distance",
     "Students who live near come more often on each of the five days.", "day|distance"),
)  # fmt: skip
FINDING = (
    "Wednesday lost 361 student-days against the other four days. "
    "299 of them, 83\u00a0%, are students who live far away."
)
FOUND_BONE, FOUND_CAUSE = "Time", "Staff learning takes the afternoon of every Wednesday"

BLAMING = "Families don’t value school"
SAID_AGAIN = "Our Wednesday schedule costs far families two hours of bus for three hours of school"
SHOWN_BY = "299 of 361 lost Wednesdays; 12 of 14 interviews speak of the bus"
INTERVIEWS = ("12 of 14 students who are often absent speak of the bus first.", "interviews, roles instead of names")
BUS = "The Wednesday bus goes home at noon only"
NEAR = "Students who live close sleep in"
FIRST_BECAUSE = "It is ours to change, and most of the lost days lie here"
ASIDE = "It speaks of students, and the table speaks against it"
PLACES = {SAID_AGAIN: "school", FOUND_CAUSE: "school", BUS: "district", NEAR: "student"}
"""Where each cause sits, as the team said."""

ASKS = "Could the four o’clock bus run on Wednesdays too? We would count who comes, before and after."
ANSWER = "Yes, from {01-11} to June. Please send us the counts of each month."

STUDENTS = 600
OUTSIDE = "That is 36 students. We ask two of them each month what would make Wednesday worth the trip."
GOES_ON = "The prizes are bought already. We try them for two weeks and count far students apart."

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
_FAR, _NEAR = (1556, 1571, 1260, 1564, 1545), (4085, 4098, 4025, 4094, 4070)
_SPECIAL = (751, 755, 703, 755, 747)
_FAR_ALL, _NEAR_ALL, _SPECIAL_ALL, _FAR_SPECIAL = 1700, 4300, 800, 230


def counts() -> str:
    """Student-days present and possible in ten weeks; its sums are those of S4, S-4."""
    lines = ["day,distance,special education,present,possible"]
    for day, far, near, special in zip(DAYS, _FAR, _NEAR, _SPECIAL, strict=True):
        both = round(_FAR_SPECIAL * far / _FAR_ALL)
        lines += [
            f"{day},near,yes,{special - both},{_SPECIAL_ALL - _FAR_SPECIAL}",
            f"{day},near,no,{near - special + both},{_NEAR_ALL - _SPECIAL_ALL + _FAR_SPECIAL}",
            f"{day},far,yes,{both},{_FAR_SPECIAL}",
            f"{day},far,no,{far - both},{_FAR_ALL - _FAR_SPECIAL}",
        ]
    return "\n".join(lines)
