import uuid

import pytest

from aimwell.contexts.theory.models import Evidence, Inquiry
from aimwell.contexts.theory.services import (
    add_evidence,
    add_perspective,
    change_problem,
    restore,
    set_aside,
    skip_step,
    start_inquiry,
)
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit

PARTS = {"problem": "Few give a reason", "for_whom": "72 fifth graders", "how_known": "34 % on Nov 2"}


def test_start_inquiry_needs_nothing_but_a_team(ana, team):
    inquiry = start_inquiry(by=ana, team=team)
    assert (inquiry.owner_team, inquiry.problem, inquiry.version) == (team, "", 1)


def test_start_inquiry_with_the_same_key_makes_one(ana, team):
    key = uuid.uuid4()
    first = start_inquiry(by=ana, team=team, problem="Few give a reason", key=key)
    assert start_inquiry(by=ana, team=team, problem="Few give a reason", key=key) == first
    assert Inquiry.objects.count() == 1


def test_start_inquiry_refuses_whoever_is_not_in_the_team(team, outsiders):
    for user in outsiders:
        with pytest.raises(NotAllowed):
            start_inquiry(by=user, team=team)
    assert Inquiry.objects.count() == 0


def test_change_problem_keeps_before_and_after(ana, inquiry):
    changed = change_problem(by=ana, inquiry=inquiry, version=1, **PARTS)
    event = events_of(inquiry)[0]
    assert (changed.problem, changed.version) == ("Few give a reason", 2)
    assert event.before["problem"] == "Most students wait for someone else to give a reason"
    assert event.after["problem"] == "Few give a reason"
    assert event.actor_name == "Ana Ruiz"


def test_change_problem_refuses_whoever_is_not_in_the_team(inquiry, outsiders):
    for user in outsiders:
        with pytest.raises(NotAllowed):
            change_problem(by=user, inquiry=inquiry, version=1, **PARTS)
    inquiry.refresh_from_db()
    assert inquiry.problem == "Most students wait for someone else to give a reason"


def test_change_problem_from_an_old_version_stores_nothing_and_holds_both_texts(ana, devon, inquiry):
    change_problem(by=devon, inquiry=inquiry, version=1, **PARTS)
    before = Event.objects.count()
    with pytest.raises(StaleEdit) as stale:
        change_problem(by=ana, inquiry=inquiry, version=1, **{**PARTS, "problem": "Two of three stay silent"})
    assert stale.value.mine == {"problem": "Two of three stay silent"}
    assert stale.value.theirs == {"problem": "Few give a reason"}
    assert stale.value.data["who"] == "Devon Park"
    assert Event.objects.count() == before
    inquiry.refresh_from_db()
    assert inquiry.problem == "Few give a reason"


def test_skip_step_keeps_the_sentence(ana, inquiry):
    skip_step(by=ana, inquiry=inquiry, step="causes", reason=" First week of school; nothing to count yet. ")
    skipped = skip_step(by=ana, inquiry=inquiry, step="aim", reason="We set it in May.").skipped
    assert skipped == {"causes": "First week of school; nothing to count yet.", "aim": "We set it in May."}
    assert events_of(inquiry)[0].verb == "went_on"
    assert events_of(inquiry)[0].reason == "We set it in May."


@pytest.mark.parametrize(
    ("step", "reason", "code"), [("aim", "  ", "reason_needed"), ("lunch", "why", "unknown_choice")]
)
def test_skip_step_refuses(ana, inquiry, step, reason, code):
    with pytest.raises(Refused) as refusal:
        skip_step(by=ana, inquiry=inquiry, step=step, reason=reason)
    assert refusal.value.code == code
    inquiry.refresh_from_db()
    assert inquiry.skipped == {}


@pytest.mark.ac("S1 R-15")
def test_evidence_hangs_on_a_cause_and_a_perspective_has_a_role_instead_of_a_name(ana, inquiry, cause):
    note = add_evidence(by=ana, inquiry=inquiry, text="8 of 12 wanted a minute", kind="interview", cause=cause)
    voice = add_perspective(by=ana, inquiry=inquiry, role="fifth grader", text="I need to hear it in my head first")
    assert list(cause.evidence.all()) == [note]
    assert (voice.role, voice.inquiry) == ("fifth grader", inquiry)


def test_add_evidence_to_a_cause_of_other_work_is_refused(ana, team, cause):
    other = start_inquiry(by=ana, team=team)
    with pytest.raises(NotFound):
        add_evidence(by=ana, inquiry=other, text="8 of 12", cause=cause)
    assert Evidence.objects.count() == 0


def test_evidence_set_aside_comes_back(ana, inquiry):
    note = add_evidence(by=ana, inquiry=inquiry, text="8 of 12 wanted a minute")
    gone = set_aside(by=ana, thing=note)
    assert gone.ended_at is not None
    assert restore(by=ana, thing=gone).ended_at is None
    assert [event.verb for event in events_of(note)] == ["restored", "set_aside", "created"]
