"""The words under a cause tell every layer that said it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.equity.definition import FEWEST_SAID, shown_together
from aimwell.domain.theory.causes import Cause
from aimwell.domain.theory.layers import LONGEST, layer_words

label = st.text(st.characters(categories=["L"]), min_size=1, max_size=60)


@pytest.mark.ac("S4 R-19")
@pytest.mark.parametrize(
    ("first", "also", "told"),
    [
        ("", (), ""),
        ("Bus office", (), "Bus office"),
        ("", ("Bus office",), "our team + Bus office"),
        ("Bus office", ("Coach", "Coach", "Bus office"), "Bus office + Coach"),
    ],
)
def test_who_said_it_first_and_who_said_it_too(first, also, told):
    assert layer_words(first, also, "our team") == told


@given(label | st.just(""), st.lists(label, max_size=4))
def test_the_words_fit_and_begin_with_whoever_was_first(first, also):
    told = layer_words(first, also, "our team")
    assert len(told) <= LONGEST
    assert told.startswith((first or "our team")[:LONGEST]) if first or also else told == ""


@pytest.mark.ac("S4 R-19")
def test_a_line_of_a_layer_has_a_mark_of_its_own():
    assert Cause("1", "x", layer=True).mark == "layer"
    assert Cause("1", "x").mark == "assumed"


@pytest.mark.ac("S4 R-3")
@given(st.lists(st.text(min_size=1), max_size=6))
def test_nothing_is_shown_before_enough_are_in(said):
    assert shown_together(said) == (tuple(said) if len(said) >= FEWEST_SAID else ())
    assert FEWEST_SAID == 3
