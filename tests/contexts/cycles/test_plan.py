import datetime
import uuid

import pytest
from django.db import IntegrityError, transaction

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Amendment, Cycle
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotReady, Refused, StaleEdit

CHANGED = {"kind": "range", "low": 1, "high": 2, "out_of": 99, "trend": "up", "event": "it rains", "unit_name": "desks"}


def test_draft_cycle_takes_the_next_number(draft):
    assert [draft().number for _ in range(3)] == [1, 2, 3]


def test_draft_cycle_with_the_same_key_gives_the_first_one_back(ana, inquiry):
    key = uuid.uuid4()
    first, second = (services.draft_cycle(by=ana, inquiry=inquiry, try_what="Desk cards", key=key) for _ in "ab")
    assert first == second
    assert Cycle.objects.count() == 1


def test_draft_cycle_needs_something_to_try(ana, inquiry):
    with pytest.raises(NotReady) as refusal:
        services.draft_cycle(by=ana, inquiry=inquiry, try_what="  ")
    assert refusal.value.missing == ("what",)


def test_draft_cycle_refuses_a_prediction_that_does_not_add_up(draft):
    for wrong in ({"low": 30}, {"low": -1}, {"kind": "range", "low": 20, "high": 12}):
        with pytest.raises(Refused) as refusal:
            draft(**wrong)
        assert refusal.value.code == "bad_prediction"
    assert Cycle.objects.count() == 0


def test_draft_cycle_refuses_an_idea_of_another_inquiry(ana, team, draft):
    from aimwell.contexts.theory.services import add_part, start_inquiry

    other = start_inquiry(by=ana, team=team, problem="Something else")
    with pytest.raises(Refused) as refusal:
        draft(idea=add_part(by=ana, inquiry=other, kind="idea", text="Elsewhere"))
    assert refusal.value.code == "unknown_choice"


@pytest.mark.ac("S1 R-25")
@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ({}, ()),
        ({"look_on": None}, ("look_on",)),
        ({"kind": "", "low": None}, ("prediction",)),
        ({"kind": "", "low": None, "look_on": None}, ("prediction", "look_on")),
    ],
)
def test_start_do_asks_for_exactly_three_things(ana, draft, without, missing):
    cycle = draft(who_where="", unit_name="", **without)
    if not missing:
        assert services.start_do(by=ana, cycle=cycle).state == "doing"
        return
    with pytest.raises(NotReady) as refusal:
        services.start_do(by=ana, cycle=cycle)
    assert refusal.value.missing == missing
    assert Cycle.objects.get().state == "draft"


@pytest.mark.ac("S1 R-27")
def test_start_do_locks_with_time_and_name(ana, draft):
    cycle = services.start_do(by=ana, cycle=draft())
    assert cycle.locked_by == ana
    event = events_of(cycle).first()
    assert (event.verb, event.after["state"]) == ("locked", "doing")
    assert datetime.datetime.fromisoformat(event.after["locked_at"]) == cycle.locked_at


def test_start_do_twice_locks_once(ana, draft):
    cycle = draft()
    first = services.start_do(by=ana, cycle=cycle)
    assert services.start_do(by=ana, cycle=cycle).locked_at == first.locked_at
    assert Event.objects.filter(verb="locked").count() == 1


def test_start_do_from_an_old_page_is_a_stale_edit(ana, devon, draft):
    cycle = draft()
    services.change_plan(by=devon, cycle=cycle, version=1, low=16)
    with pytest.raises(StaleEdit):
        services.start_do(by=ana, cycle=cycle, version=1)
    assert Cycle.objects.get().locked_at is None


def test_change_plan_keeps_both_texts_of_a_stale_edit(ana, devon, draft):
    cycle = draft()
    services.change_plan(by=devon, cycle=cycle, version=1, try_what="Cards on the wall")
    with pytest.raises(StaleEdit) as refusal:
        services.change_plan(by=ana, cycle=cycle, version=1, try_what="Cards on the desk")
    assert refusal.value.mine == {"try_what": "Cards on the desk"}
    assert refusal.value.theirs == {"try_what": "Cards on the wall"}


@pytest.mark.ac("S1 R-27")
@pytest.mark.parametrize("field", [*CHANGED, "try_what"])
def test_no_service_changes_a_locked_prediction(ana, doing, field):
    cycle = doing()
    with pytest.raises(Refused) as refusal:
        services.change_plan(by=ana, cycle=cycle, version=None, **{field: CHANGED.get(field, "Another thing")})
    assert refusal.value.code == "prediction_locked"
    services.begin_study(by=ana, cycle=cycle)
    services.save_study(by=ana, cycle=cycle, version=None, learned="x", **CHANGED)
    stored = Cycle.objects.get()
    assert (stored.kind, stored.low, stored.high, stored.out_of) == ("at_least", 12, None, 24)


@pytest.mark.ac("S1 R-27")
@pytest.mark.parametrize("field", [*CHANGED, "try_what", "locked_at"])
def test_the_database_itself_refuses_to_change_a_locked_prediction(doing, field):
    cycle = doing()
    with pytest.raises(IntegrityError, match="a locked prediction stays as it was"), transaction.atomic():
        Cycle.objects.filter(pk=cycle.pk).update(**{field: CHANGED.get(field)} if field in CHANGED else _other(field))


def _other(field):
    return {"try_what": "Another"} if field == "try_what" else {"locked_at": None, "state": "draft"}


def test_practical_things_still_move_after_the_lock_and_are_dated(ana, doing):
    cycle = doing()
    later = datetime.date(2027, 2, 5)
    services.change_plan(by=ana, cycle=cycle, version=cycle.version, look_on=later, try_what=cycle.try_what)
    assert Cycle.objects.get().look_on == later
    event = events_of(cycle).first()
    assert (event.verb, event.before, event.after) == (
        "changed", {"look_on": "2027-01-29"}, {"look_on": "2027-02-05"},
    )  # fmt: skip


@pytest.mark.ac("S1 R-27")
def test_amend_prediction_stands_beside_the_original(ana, doing):
    cycle = doing()
    change = {"kind": "at_least", "low": 10, "out_of": 22, "unit_name": "students"}
    amendment = services.amend_prediction(by=ana, cycle=cycle, reason="Two students moved away", **change)
    assert (amendment.low, amendment.out_of, amendment.reason) == (10, 22, "Two students moved away")
    assert Cycle.objects.get().low == 12
    assert events_of(amendment).get().verb == "amended"


def test_amend_prediction_needs_a_reason_and_a_whole_prediction(ana, doing):
    cycle = doing()
    for change, code in (({"kind": "at_least", "low": 3}, "reason_needed"), ({"kind": "at_least"}, "bad_prediction")):
        with pytest.raises(Refused) as refusal:
            services.amend_prediction(by=ana, cycle=cycle, reason="" if code == "reason_needed" else "x", **change)
        assert refusal.value.code == code
    assert Amendment.objects.count() == 0


def test_amend_prediction_of_a_draft_is_refused(ana, draft):
    with pytest.raises(Refused) as refusal:
        services.amend_prediction(by=ana, cycle=draft(), reason="x", kind="at_least", low=3)
    assert refusal.value.code == "wrong_state"


def test_a_stranger_changes_nothing(stranger, inquiry, draft):
    cycle = draft()
    acts = [
        lambda: services.draft_cycle(by=stranger, inquiry=inquiry, try_what="Mine"),
        lambda: services.change_plan(by=stranger, cycle=cycle, version=1, try_what="Mine"),
        lambda: services.start_do(by=stranger, cycle=cycle),
        lambda: services.amend_prediction(by=stranger, cycle=cycle, reason="x", kind="at_least", low=1),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert list(Cycle.objects.values_list("pk", "version", "state")) == [(cycle.pk, 1, "draft")]
    assert Amendment.objects.count() == 0
