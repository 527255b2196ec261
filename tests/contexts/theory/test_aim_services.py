import datetime
import uuid

import pytest

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.services import create_content, start_team
from aimwell.contexts.theory.models import Aim
from aimwell.contexts.theory.queries import aim_of, aim_sentence
from aimwell.contexts.theory.services import set_aim
from aimwell.domain.errors import NotAllowed, NotFound, StaleEdit
from aimwell.domain.theory.aims import plain

MAY = datetime.date(2027, 5, 28)
WHOLE = {
    "what": "explain their reasoning to a partner",
    "for_whom": "our fifth graders",
    "baseline": 34,
    "baseline_on": datetime.date(2026, 11, 2),
    "target": 65,
    "by_when": MAY,
}


@pytest.fixture
def measure(ana, team):
    return create_content(by=ana, model=Measure, owner_team=team, name="Explains to a partner")


@pytest.mark.ac("S1 R-16")
def test_the_sentence_assembles_itself_and_names_each_gap(ana, inquiry):
    part = set_aim(by=ana, inquiry=inquiry, what=WHOLE["what"], baseline=34)
    assert [run.gap for run in aim_sentence(part, "en") if run.gap] == ["target", "for_whom", "by_when"]
    whole = set_aim(by=ana, inquiry=inquiry, version=1, **WHOLE)
    assert plain(aim_of(whole), "en").replace("\u00a0", " ") == (
        "From 34 % to 65 % of our fifth graders explain their reasoning to a partner by May 28."
    )


def test_set_aim_is_written_once_and_then_changed(ana, inquiry):
    set_aim(by=ana, inquiry=inquiry, **WHOLE)
    changed = set_aim(by=ana, inquiry=inquiry, version=1, **{**WHOLE, "target": 70})
    assert (Aim.objects.count(), changed.target, changed.version) == (1, 70, 2)


def test_set_aim_with_the_same_key_changes_nothing(ana, inquiry):
    key = uuid.uuid4()
    set_aim(by=ana, inquiry=inquiry, key=key, **WHOLE)
    assert set_aim(by=ana, inquiry=inquiry, version=0, key=key, **WHOLE).version == 1


def test_other_words_with_the_key_of_the_first_ones_are_not_lost(ana, inquiry):
    key = uuid.uuid4()
    set_aim(by=ana, inquiry=inquiry, version=0, key=key, **WHOLE)
    with pytest.raises(StaleEdit) as stale:
        set_aim(by=ana, inquiry=inquiry, version=0, key=key, **{**WHOLE, "target": 70})
    assert (stale.value.mine, stale.value.theirs) == ({"target": 70}, {"target": 65.0})
    assert Aim.objects.get().version == 1


def test_two_people_writing_the_first_aim_both_keep_their_words(ana, devon, inquiry):
    set_aim(by=devon, inquiry=inquiry, version=0, **WHOLE)
    with pytest.raises(StaleEdit) as stale:
        set_aim(by=ana, inquiry=inquiry, version=0, **{**WHOLE, "target": 50})
    assert (stale.value.mine, stale.value.theirs) == ({"target": 50}, {"target": 65.0})


def test_set_aim_gives_the_target_to_its_measure(ana, inquiry, measure):
    set_aim(by=ana, inquiry=inquiry, measure=measure, **WHOLE)
    measure.refresh_from_db()
    assert (measure.target, measure.target_by) == (65, MAY)


def test_set_aim_refuses_the_measure_of_another_team(ana, inquiry):
    other = start_team(by=ana, name="Room 3")
    foreign = create_content(by=ana, model=Measure, owner_team=other, name="Elsewhere")
    with pytest.raises(NotFound):
        set_aim(by=ana, inquiry=inquiry, measure=foreign, **WHOLE)
    assert Aim.objects.count() == 0


def test_set_aim_refuses_whoever_is_not_in_the_team(inquiry, outsiders):
    for user in outsiders:
        with pytest.raises(NotAllowed):
            set_aim(by=user, inquiry=inquiry, **WHOLE)
    assert Aim.objects.count() == 0
