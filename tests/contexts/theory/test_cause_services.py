import uuid

import pytest

from aimwell.contexts.theory.models import Bone, Cause
from aimwell.contexts.theory.services import (
    BONES_OFFERED,
    add_bone,
    add_cause,
    change_cause,
    move_cause,
    offer_bones,
    rename_bone,
    reorder,
    restore,
    set_aside,
    start_inquiry,
)
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit


def names(inquiry):
    return list(Bone.objects.filter(inquiry=inquiry, ended_at=None).values_list("name", flat=True))


def test_offer_bones_gives_six_once(ana, inquiry):
    offer_bones(by=ana, inquiry=inquiry)
    assert offer_bones(by=ana, inquiry=inquiry) == []
    assert names(inquiry) == list(BONES_OFFERED)


@pytest.mark.ac("S4 R-7")
def test_bones_are_renamed_added_reordered_and_set_aside(ana, inquiry):
    offer_bones(by=ana, inquiry=inquiry)
    first, second, *_ = Bone.objects.filter(inquiry=inquiry)
    rename_bone(by=ana, bone=first, version=1, name="The work itself")
    reorder(by=ana, thing=second, step=-1)
    add_bone(by=ana, inquiry=inquiry, name="Materials")
    set_aside(by=ana, thing=Bone.objects.get(name="Belonging"))
    assert names(inquiry) == ["Time", "The work itself", "Adult practice", "Language", "Beyond the room", "Materials"]


def test_add_cause_with_the_same_key_makes_one(ana, bone):
    key = uuid.uuid4()
    assert add_cause(by=ana, bone=bone, text="A", key=key) == add_cause(by=ana, bone=bone, text="A", key=key)
    assert Cause.objects.count() == 1


def test_add_cause_refuses_whoever_is_not_in_the_team(bone, outsiders):
    for user in outsiders:
        with pytest.raises(NotAllowed):
            add_cause(by=user, bone=bone, text="A")
    assert Cause.objects.count() == 0


@pytest.mark.ac("S4 R-16")
def test_a_chain_of_five_whys_is_kept_with_how_we_know(ana, bone, cause):
    for number in range(4):
        cause = add_cause(by=ana, bone=bone, parent=cause, text=f"why {number}", how_known="timed" if number else "")
    chain = []
    while cause:
        chain.append((cause.text, cause.status, cause.how_known))
        cause = cause.parent
    assert chain == [
        ("why 3", "assumed", "timed"),
        ("why 2", "assumed", "timed"),
        ("why 1", "assumed", "timed"),
        ("why 0", "assumed", ""),
        ("We ask for talk before time to think", "assumed", ""),
    ]


@pytest.mark.ac("S4 R-12")
def test_change_cause_keeps_the_old_wording(ana, cause):
    change_cause(
        by=ana,
        cause=cause,
        version=1,
        text="We time the talk, not the thinking",
        status="checking",
        how_known="5 lessons",
    )
    event = events_of(cause)[0]
    assert event.verb == "reworded"
    assert event.before["text"] == "We ask for talk before time to think"
    assert event.after == {
        "text": "We time the talk, not the thinking", "status": "checking", "how_known": "5 lessons",
    }  # fmt: skip


def test_change_cause_from_an_old_version_stores_nothing(ana, devon, cause):
    change_cause(by=devon, cause=cause, version=1, text=cause.text, status="supported", how_known="8 lessons")
    with pytest.raises(StaleEdit) as stale:
        change_cause(by=ana, cause=cause, version=1, text=cause.text, status="contradicted", how_known="8 lessons")
    assert (stale.value.mine, stale.value.theirs) == ({"status": "contradicted"}, {"status": "supported"})
    cause.refresh_from_db()
    assert (cause.status, cause.version) == ("supported", 2)


def test_change_cause_to_an_unknown_status_is_refused(ana, cause):
    with pytest.raises(Refused) as refusal:
        change_cause(by=ana, cause=cause, version=1, text=cause.text, status="true", how_known="")
    assert refusal.value.code == "unknown_choice"


@pytest.mark.ac("S4 R-8")
def test_set_aside_a_cause_needs_a_reason_and_deletes_nothing(ana, cause):
    with pytest.raises(Refused) as refusal:
        set_aside(by=ana, thing=cause, reason=" ")
    assert refusal.value.code == "reason_needed"
    cause.refresh_from_db()
    assert cause.ended_at is None
    set_aside(by=ana, thing=cause, reason="Outside our impact")
    cause.refresh_from_db()
    assert (cause.ended_reason, cause.ended_by) == ("Outside our impact", ana)
    assert events_of(cause)[0].reason == "Outside our impact"


def test_a_cause_set_aside_comes_back_with_its_whys_and_evidence(ana, inquiry, bone, cause):
    from aimwell.contexts.theory.services import add_evidence

    why = add_cause(by=ana, bone=bone, parent=cause, text="The period is 45 minutes")
    note = add_evidence(by=ana, inquiry=inquiry, text="5 lessons timed", cause=cause)
    set_aside(by=ana, thing=cause, reason="Outside our impact")
    back = restore(by=ana, thing=cause)
    assert (back.ended_at, back.ended_reason) == (None, "")
    assert list(back.whys.all()) == [why]
    assert list(back.evidence.all()) == [note]


def test_move_cause_takes_its_whys_along(ana, inquiry, bone, cause):
    why = add_cause(by=ana, bone=bone, parent=cause, text="The period is 45 minutes")
    there = add_bone(by=ana, inquiry=inquiry, name="Adult practice")
    move_cause(by=ana, cause=cause, bone=there)
    why.refresh_from_db()
    cause.refresh_from_db()
    assert (cause.bone, why.bone, why.parent) == (there, there, cause)


def test_move_cause_below_itself_is_a_loop(ana, bone, cause):
    why = add_cause(by=ana, bone=bone, parent=cause, text="The period is 45 minutes")
    for parent in (cause, why):
        with pytest.raises(Refused) as refusal:
            move_cause(by=ana, cause=cause, bone=bone, parent=parent)
        assert refusal.value.code == "loop"
    cause.refresh_from_db()
    assert cause.parent is None


def test_move_cause_to_the_bone_of_other_work_is_refused(ana, team, cause):
    elsewhere = add_bone(by=ana, inquiry=start_inquiry(by=ana, team=team), name="Time")
    with pytest.raises(NotFound):
        move_cause(by=ana, cause=cause, bone=elsewhere)
    cause.refresh_from_db()
    assert cause.bone.inquiry != elsewhere.inquiry
