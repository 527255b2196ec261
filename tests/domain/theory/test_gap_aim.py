"""An aim that names one group and its gap, and how many aims stand beside each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.theory.focus import INSIDE, KEY, LARGEST, most_in, most_to_keep
from aimwell.domain.theory.gap_aim import PARTS, GapAim, apart, hints, missing_parts, plain, sentence

MAY = date(2027, 5, 28)
WHOLE = GapAim("Students new to English", "all other fifth graders", 21, 10, MAY, "%", "explain their reasoning")


def said(text):
    return text.replace("\u00a0", " ")


@pytest.mark.ac("S2 R-17")
def test_a_whole_aim_is_one_sentence_in_both_languages():
    assert said(plain(WHOLE, "en")) == (
        "Explain their reasoning: the gap between Students new to English and all other fifth graders shrinks "
        "from 21 to 10 points by May 28."
    )
    assert "baja de 21 a 10 puntos para el 28 de mayo." in said(plain(WHOLE, "es"))
    assert missing_parts(WHOLE) == hints(WHOLE) == ()


@pytest.mark.ac("S2 R-17")
def test_what_is_missing_is_named_one_by_one_and_stands_in_the_sentence():
    assert missing_parts(GapAim()) == PARTS
    assert [run.gap for run in sentence(GapAim(), "en") if run.gap] == list(PARTS)
    assert missing_parts(GapAim(group="Girls", now=0)) == ("beside", "target", "by_when")


@pytest.mark.ac("S2 R-17")
@pytest.mark.parametrize(
    "everyone", ["All students", "all of our students.", "Everyone", "every student", "Todos los estudiantes", "todas"]
)
def test_a_group_of_everyone_is_asked_about(everyone):
    assert hints(GapAim(group=everyone)) == ("hint.everyone",)


@pytest.mark.parametrize("one", ["Students new to English", "All girls in Room 12", "Students with all-day absences"])
def test_a_named_group_is_not_asked_about(one):
    assert hints(GapAim(group=one)) == ()


def test_a_gap_that_does_not_shrink_and_a_group_beside_itself_are_told():
    assert hints(GapAim("Girls", "girls ", 10, 10)) == ("hint.same_group", "hint.not_smaller")


def test_the_unit_of_the_gap():
    assert [said(apart(value, unit, "en")) for value, unit in ((1, "%"), (2.5, "%"), (3, "minutes"), (4, ""))] == [
        "1 point", "2.5 points", "3 minutes", "4",
    ]  # fmt: skip


@given(
    st.builds(
        GapAim, st.text(max_size=20), st.text(max_size=20), st.none() | st.integers(0, 99), st.none() | st.integers(0),
        st.none() | st.just(MAY),
    )
)  # fmt: skip
def test_open_parts_of_the_sentence_are_those_that_are_missing(gap):
    shown = [run.gap for run in sentence(gap, "en") if run.gap]
    assert [part for part in shown if part not in ("group", "beside")] == [
        part for part in missing_parts(gap) if part not in ("group", "beside")
    ]
    assert set(missing_parts(gap)) <= set(shown)


@pytest.mark.ac("S2 R-19")
def test_the_number_of_aims_is_kept_among_the_words_of_a_place():
    assert (most_in({}), most_in({KEY: most_to_keep(3)})) == (None, 3)
    assert most_to_keep(LARGEST) == {INSIDE: [LARGEST]}
    for wrong in (0, LARGEST + 1):
        with pytest.raises(Refused, match="aims_most"):
            most_to_keep(wrong)
