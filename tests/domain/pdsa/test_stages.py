"""A local cycle beside Plan, Do, Study, Act; and which decisions stay in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.moves import Act
from aimwell.domain.pdsa.offered import check_offered, hidden_in, hide, offered
from aimwell.domain.pdsa.stages import KEY, ORDER, Core, Wish, local_cycle, mapped

INQUIRY = [
    Wish("plan", {"en": "Ask", "es": "Preguntar"}),
    Wish("plan", {"en": "Expect"}),
    Wish("do", {"en": "Try"}),
    Wish("study", {"en": "Make sense"}),
]


def made(wishes=INQUIRY, prediction=1, comparison=3):
    return mapped(wishes, prediction=prediction, comparison=comparison, title={"en": "Cycle of Inquiry"})


@pytest.mark.ac("S3 R-30")
def test_a_local_cycle_keeps_its_names_and_what_each_belongs_to():
    found = made()
    assert [stage.name("en") for stage in found.of(Core.PLAN)] == ["Ask", "Expect"]
    assert (found.name("es"), found.stages[0].name("es"), found.stages[2].name("es")) == (
        "Cycle of Inquiry",
        "Preguntar",
        "Try",
    )
    assert found.of(Core.ACT) == ()
    assert local_cycle({KEY: found.stored()}) == found
    assert local_cycle({}) is None


@pytest.mark.ac("S3 R-30")
@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"prediction": None}, "prediction_needs_stage"),
        ({"prediction": 2}, "prediction_needs_stage"),
        ({"prediction": 99}, "prediction_needs_stage"),
        ({"comparison": None}, "comparison_needs_stage"),
        ({"comparison": 0}, "comparison_needs_stage"),
        ({"wishes": [INQUIRY[0], Wish("plan"), *INQUIRY[2:]]}, "prediction_needs_stage"),
        ({"wishes": []}, "stages_empty"),
        ({"wishes": [*INQUIRY, Wish("", {"en": "Rest"})]}, "stage_unmapped"),
        ({"wishes": [*INQUIRY, Wish("act", {"en": "try"})]}, "stage_twice"),
        ({"wishes": [*INQUIRY, Wish("do", {"en": "Again"})]}, "stages_order"),
        ({"wishes": [*INQUIRY, Wish("act", {"en": "x" * 41})]}, "stage_long"),
        ({"wishes": [*INQUIRY, *(Wish("act", {"en": f"A{n}"}) for n in range(5))]}, "stages_many"),
    ],
)
def test_prediction_and_the_look_at_it_stay_under_any_naming(more, code):
    with pytest.raises(Refused, match=code):
        made(**more)


@given(st.lists(st.tuples(st.sampled_from(ORDER), st.booleans()), max_size=8))
def test_whatever_is_kept_has_a_stage_for_prediction_and_for_the_look_at_it(rows):
    wishes = [Wish(core, {"en": f"Stage {n}"} if named else {}) for n, (core, named) in enumerate(rows)]
    try:
        found = mapped(wishes, prediction=0, comparison=len(rows) - 1)
    except Refused:
        return
    assert found.stages[found.prediction].core is Core.PLAN
    assert found.stages[found.comparison].core is Core.STUDY
    assert local_cycle({KEY: found.stored()}) == found


@pytest.mark.ac("S1 R-31")
@given(st.sets(st.sampled_from(tuple(Act))))
def test_two_decisions_stay_and_what_stands_is_always_among_them(asked):
    if len(asked) > len(Act) - 2:
        with pytest.raises(Refused, match="decisions_few"):
            hide(asked)
        return
    words = {"decisions": hide(asked)}
    assert hidden_in(words) == asked
    for one in Act:
        assert one in offered(words, now=one)
        check_offered(words, one, now=one)
        if one in asked:
            assert one not in offered(words)
            with pytest.raises(Refused, match="decision_hidden"):
                check_offered(words, one, now="")
        else:
            check_offered(words, one)


def test_an_unknown_decision_cannot_be_hidden():
    with pytest.raises(Refused, match="unknown_choice"):
        hide(["celebrate"])
