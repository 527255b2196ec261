"""Effect and ability, consent, the scale, the limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.render.effort_svg import described, effort_svg
from aimwell.domain.theory.choosing import Consent, Quarter, Rated, Stand, consent, is_over, spread
from aimwell.domain.theory.scale import LADDER, Scale, asks_for_evidence, steps_up

RATINGS = st.lists(st.integers(1, 5), min_size=1, max_size=9)


@given(RATINGS)
def test_a_spread_keeps_every_rating(values):
    found = spread(values)
    assert sum(n for _, n in found.counts) == len(values)
    assert sorted(value for value, n in found.counts for _ in range(n)) == sorted(values)
    assert found.low <= found.middle <= found.high


def test_the_middle_of_an_even_number_lies_between():
    assert spread([5, 1]).middle == 3.0
    assert spread([2, 5, 3]).middle == 3.0


@pytest.mark.parametrize("values", [[], [0], [6]])
def test_a_rating_is_one_to_five(values):
    with pytest.raises(ValueError, match="1 to 5"):
        spread(values)


@pytest.mark.ac("S1 R-18")
@pytest.mark.parametrize(
    ("effect", "ability", "quarter"),
    [
        ([4, 5], [4], Quarter.FIRST),
        ([4], [3], Quarter.PREPARE),
        ([3], [5], Quarter.SMALL),
        ([3], [3], Quarter.LATER),
    ],
)
def test_two_ratings_put_an_idea_into_one_of_four_quarters(effect, ability, quarter):
    assert Rated(1, "A", spread(effect), spread(ability)).quarter is quarter


@pytest.mark.ac("S1 R-18")
def test_the_drawing_shows_the_spread_and_says_it_in_words():
    one = Rated(1, "Two <answers>", spread([2, 5]), spread([4, 4]))
    drawn = effort_svg([one], lang="en")
    assert "1, Two &lt;answers&gt;: effect 2 to 5, ability 4; try first." in drawn
    assert described(one, "es") == "1, Two <answers>: efecto 2 a 5, capacidad 4; probar primero."
    assert drawn.count('class="c-before"') == 1  # effect lies apart, ability does not
    assert effort_svg([], lang="es").startswith("<svg")


def test_ideas_with_the_same_ratings_stand_side_by_side():
    same = [Rated(n, "A", spread([3]), spread([3])) for n in (1, 2)]
    drawn = effort_svg(same, lang="en")
    places = {part.split('"')[0] for part in drawn.split('<circle cx="')[1:]}
    assert len(places) == 2


@given(st.lists(st.tuples(st.sampled_from(Stand), st.booleans())))
def test_consent_counts_everybody_once(answers):
    found = consent(answers)
    assert found.answered == len(answers)
    assert found.waiting <= found.concerns


@pytest.mark.ac("S1 R-41")
def test_a_concern_waits_until_it_is_dealt_with():
    answers = [(Stand.FOR_IT, False), (Stand.CAN_LIVE, False), (Stand.CONCERN, False), (Stand.CONCERN, True)]
    assert consent(answers) == Consent(for_it=1, can_live=1, concerns=2, waiting=1)


@pytest.mark.ac("S4 R-50")
@pytest.mark.parametrize(
    ("old", "new", "asks"),
    [
        (None, Scale.ONE_CLASS, False),
        (None, Scale.CLASSES, True),
        (Scale.ONE_CLASS, Scale.CLASSES, False),
        (Scale.ONE_CLASS, Scale.SCHOOL, True),
        (Scale.DISTRICT, Scale.ONE_CLASS, False),
        (Scale.SCHOOL, Scale.SCHOOL, False),
    ],
)
def test_more_than_one_step_up_asks_for_evidence(old, new, asks):
    assert asks_for_evidence(old, new) is asks


@given(st.sampled_from(LADDER), st.sampled_from(LADDER))
def test_steps_up_and_down_are_the_same(one, other):
    assert steps_up(one, other) == -steps_up(other, one)


@pytest.mark.ac("S0 R-20")
def test_a_fourth_idea_is_one_too_many():
    assert [is_over(active, 3) for active in range(5)] == [False, False, False, True, True]
