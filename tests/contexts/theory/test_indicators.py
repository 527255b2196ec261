"""Signs on the way to the aim: which is due when, and which must still be set up."""

import datetime
import uuid

import pytest

from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.people.services import start_team
from aimwell.contexts.theory.models import Indicator
from aimwell.contexts.theory.queries import inquiry_view, signs_of
from aimwell.contexts.theory.services import add_indicator, change_indicator, restore, set_aside
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit

OCT, JAN, MAY = datetime.date(2026, 10, 30), datetime.date(2027, 1, 15), datetime.date(2027, 5, 28)


@pytest.fixture
def sign(ana, inquiry):
    return add_indicator(
        by=ana, inquiry=inquiry, name="Reasons when asked", expected_on=OCT, owner="Devon", make_by=OCT
    )


@pytest.mark.ac("S1 R-20")
def test_the_timeline_says_which_sign_is_due_when_and_which_is_a_task(ana, team, inquiry, sign):
    measure = create_measure(by=ana, team=team, name="Spring test")
    add_indicator(
        by=ana, inquiry=inquiry, name="Spring test", expected_on=MAY, moves="late", overarching=True, measure=measure
    )
    add_indicator(by=ana, inquiry=inquiry, name="Reasons unasked", expected_on=JAN)
    rows, signs = signs_of(ana, inquiry_view(ana, inquiry.pk))
    assert [(one.name, one.expected_on) for one in rows] == [
        ("Reasons when asked", OCT), ("Reasons unasked", JAN), ("Spring test", MAY),
    ]  # fmt: skip
    assert [(one.is_task, one.owner, one.overarching) for one in signs] == [
        (True, "Devon", False), (True, "", False), (False, "", True),
    ]  # fmt: skip


def test_a_sign_is_made_once_for_a_key(ana, inquiry):
    key = uuid.uuid4()
    made = [add_indicator(by=ana, inquiry=inquiry, name="One", expected_on=OCT, key=key).pk for _ in range(2)]
    assert made == [Indicator.objects.get().pk] * 2


def test_two_people_changing_one_sign_meet(ana, devon, sign):
    change_indicator(by=devon, indicator=sign, version=1, name="Reasons asked for", expected_on=OCT)
    with pytest.raises(StaleEdit) as stale:
        change_indicator(by=ana, indicator=sign, version=1, name="Reasons", expected_on=OCT)
    assert stale.value.theirs == {"name": "Reasons asked for"}


def test_a_sign_goes_aside_and_comes_back(ana, inquiry, sign):
    set_aside(by=ana, thing=sign)
    assert signs_of(ana, inquiry_view(ana, inquiry.pk)) == ([], ())
    restore(by=ana, thing=sign)
    assert [one.pk for one in signs_of(ana, inquiry_view(ana, inquiry.pk))[0]] == [sign.pk]


def test_what_a_sign_cannot_be(ana, inquiry):
    with pytest.raises(Refused):
        add_indicator(by=ana, inquiry=inquiry, name="One", expected_on=OCT, moves="sideways")
    foreign = create_measure(by=ana, team=start_team(by=ana, name="Room 3"), name="Elsewhere")
    with pytest.raises(NotFound):
        add_indicator(by=ana, inquiry=inquiry, name="One", expected_on=OCT, measure=foreign)
    assert not Indicator.objects.exists()


def test_only_the_team_writes_signs(inquiry, sign, outsiders):
    for user in outsiders:
        with pytest.raises(NotAllowed):
            add_indicator(by=user, inquiry=inquiry, name="One", expected_on=OCT)
        with pytest.raises(NotAllowed):
            change_indicator(by=user, indicator=sign, version=1, name="One", expected_on=OCT)
    assert Indicator.objects.get().name == "Reasons when asked"


def test_a_measure_that_was_set_aside_stays_with_its_sign(page, ana, team, inquiry):
    from aimwell.contexts.people.services import set_aside as put_away

    measure = create_measure(by=ana, team=team, name="Spring test")
    made = add_indicator(by=ana, inquiry=inquiry, name="Reasons", expected_on=OCT, measure=measure)
    put_away(by=ana, obj=measure)
    where = f"/signs/{made.pk}/"
    assert f'value="{measure.pk}" selected' in page(ana, where).content.decode()
    sent = {"name": "Reasons unasked", "moves": "early", "expected_on": "2026-10-30", "measure": str(measure.pk)}
    assert page(ana, where, {**sent, "version": "1"}).status_code == 302
    kept = Indicator.objects.get()
    assert (kept.name, kept.measure_id) == ("Reasons unasked", measure.pk)
