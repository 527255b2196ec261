"""What Room 12 predicted before it opened its counts, and what it found. Invented."""

from __future__ import annotations

QUESTION = "Why do so few give a reason to a partner?"
OPEN_QUESTION = "Why do exit slips come back half empty?"

# Who, what, how to test it, the kind of data, signed, whose doing, result, note.
PREDICTIONS = (
    ("devon", "Fridays are the worst, since everyone is tired.", "reasons by day of the week", "cut", False, "students",
     "not_supported", "The days lie within four points of each other.", "day"),
    ("leticia", "Students who learn English hold back, whatever we give them.", "reasons by language", "cut", False,
     "students", "not_supported", "With two-answer tasks they gave a reason almost as often as others.",
     "language|kind of task"),
    ("ana", "Tasks with one right answer end the talk.", "reasons by kind of task", "pair", True, "adults",
     "supported", "One right answer: about 3 in 10. Two answers to defend: about 6 in 10.", "kind of task"),
)  # fmt: skip
OPEN = (("ana", "The last question is on the back.", "what we see when slips are handed in", "look"),
        ("devon", "There is no time left at the end.", "minutes left, by lesson", "cut"))  # fmt: skip
FINDING = "Two-answer tasks halve the gap between students who learn English and others."

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")


def counts() -> str:
    """Eight counts of one lesson for each of 72 students, 23 of whom learn English, over five days."""
    lines = ["day,kind of task,language,gave a reason,students heard"]
    heard = {"learning English": (20, 16), "others": (42, 36)}
    said = {"learning English": (0.18, 0.55), "others": (0.34, 0.62)}
    for number, day in enumerate(DAYS):
        for language, wholes in heard.items():
            for task, whole, share in zip(("one answer", "two answers"), wholes, said[language], strict=True):
                gave = round(whole * share + (number % 3 - 1) * 0.6)
                lines.append(f"{day},{task},{language},{gave},{whole}")
    return "\n".join(lines)
