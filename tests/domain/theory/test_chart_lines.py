"""Lines on chart paper: bullets go, headings name a bone, and no line is offered twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.chart_lines import LONGEST, MOST, chart_lines

PAPER = """
TIME:
- We talk before we think
• The bell cuts us off
Tasks: one right answer
3) we talk before we think
Nobody reads aloud
Food: sweets at ten
"""


def test_a_sheet_is_read_as_people_write_it():
    told = [(one.number, one.text, one.bone) for one in chart_lines(PAPER, ["Time", "Tasks"])]
    assert told == [
        (1, "We talk before we think", "Time"),
        (2, "The bell cuts us off", "Time"),
        (3, "one right answer", "Tasks"),
        (4, "Nobody reads aloud", "Time"),
        (5, "Food: sweets at ten", "Time"),
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("* a b", "a b"),
        ("1. Wait", "Wait"),
        ("(a) Wait", "Wait"),
        ("12 minutes", "12 minutes"),
        ("-5 points", "-5 points"),
        ("  Wait \t here ", "Wait here"),
        ("→ Wait", "Wait"),
    ],
)
def test_only_what_marks_a_line_is_taken_off(raw, text):
    assert [one.text for one in chart_lines(raw)] == [text]


def test_a_line_longer_than_a_cause_is_shown_but_does_not_fit():
    short, long = chart_lines("a" * LONGEST + "\n" + "b" * (LONGEST + 1))
    assert (short.fits, long.fits) == (True, False)


@given(st.text(), st.lists(st.text(min_size=1), max_size=4))
def test_numbers_count_up_and_no_line_stands_twice_or_empty(text, bones):
    found = chart_lines(text, bones)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert len({one.text.casefold() for one in found}) == len(found) <= MOST
    assert all(one.text.strip() and one.bone in {"", *bones} for one in found)
