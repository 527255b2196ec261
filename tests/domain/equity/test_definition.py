"""Which meaning of equity holds: the nearest place that says it on that day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.equity.definition import Said, holds, missing_examples, stands

SEP, JAN, MAR = date(2026, 9, 1), date(2027, 1, 10), date(2027, 3, 1)
PLACES = ("team:1", "org:2", "network:3")


@pytest.mark.ac("S4 R-1")
def test_children_inherit_or_replace():
    above, own = Said(1, "org:2", 1, SEP, "District text"), Said(2, "team:1", 1, JAN, "Our text")
    assert holds([above, own], PLACES, SEP) == above
    assert holds([above, own], PLACES, MAR) == own
    assert holds([above, own], PLACES, date(2026, 8, 31)) is None


def test_an_empty_version_lets_the_place_above_speak_again():
    rows = [Said(1, "network:3", 1, SEP, "All"), Said(2, "team:1", 1, SEP, "Ours"), Said(3, "team:1", 2, MAR, " ")]
    assert holds(rows, PLACES, JAN).text == "Ours"
    assert holds(rows, PLACES, MAR).text == "All"


@given(st.lists(st.tuples(st.dates(SEP, MAR), st.text(max_size=2)), max_size=8), st.dates(SEP, MAR))
def test_what_stands_has_begun_and_nothing_later_had(rows, day):
    said = [Said(number, "team:1", number, starts, text) for number, (starts, text) in enumerate(rows)]
    found = stands(said, day)
    begun = [one for one in said if one.starts <= day]
    assert (found is None) == (not begun)
    assert all((one.starts, one.number) <= (found.starts, found.number) for one in begun)


def test_missing_examples_are_named_in_order():
    assert missing_examples({"equity": "word cards", "justice": " "}) == ("equality", "justice")
