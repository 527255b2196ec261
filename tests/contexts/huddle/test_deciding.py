"""Keep, change or drop, and the smallest next test, by the services of the cycle itself."""

import datetime

import pytest
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.models import Decision
from aimwell.domain.errors import NotFound, StaleEdit
from integration.readers import make_team

ANSWERS = {
    "decision": "adapt", "decision_reason": "The card helps them begin", "what_changes": "A quiet minute first",
    "learned": "They stop after one sentence", "result": "8", "result_out_of": "24", "decision_object": "steps",
}  # fmt: skip


@pytest.fixture
def deciding(ana, running, part):
    services.go_to(by=ana, meeting=running, item=part("decide"))
    services.show_thoughts(by=ana, silence=part("decide").silences.get())
    return running


def test_the_part_says_prediction_beside_result_in_one_line(page, ana, deciding):
    shown = page(ana, f"/meetings/{deciding.pk}/huddle/").content.decode()
    assert "Predicted 12 or more of 24" in shown
    assert "Counted: 8 of 24." in shown
    assert "Two argued in Spanish first" in shown


def test_deciding_finishes_the_cycle_drafts_the_next_and_goes_on(page, ana, deciding, studying):
    sent = {**ANSWERS, "version": studying.version}
    assert page(ana, f"/meetings/{deciding.pk}/huddle/choose/", sent).status_code == 302
    studying.refresh_from_db()
    assert (studying.state, studying.decision, studying.result) == ("done", "adapt", 8)
    successor = studying.successors.get()
    told = Decision.objects.get()
    assert (told.cycle, told.text, told.done_on is not None) == (
        studying, "Cycle 1: Adapt. The card helps them begin", True
    )  # fmt: skip
    shown = page(ana, f"/meetings/{deciding.pk}/huddle/").content.decode()
    assert "Part 3 of 4" in shown
    assert f"Start cycle {successor.number}" in shown


def test_what_is_missing_is_asked_beside_its_field_and_nothing_is_lost(page, ana, deciding, studying):
    sent = {**ANSWERS, "version": studying.version, "what_changes": "", "learned": ""}
    answer = page(ana, f"/meetings/{deciding.pk}/huddle/choose/", sent)
    assert answer.status_code == 422
    assert answer.context["choose_form"].errors.keys() == {"what_changes", "learned"}
    assert "The card helps them begin" in answer.content.decode()
    studying.refresh_from_db()
    assert studying.state == "studying"


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(ana, devon, deciding, studying):
    cycles.save_study(by=devon, cycle=studying, version=None, learned="Devon's words")
    with pytest.raises(StaleEdit):
        services.choose(
            by=ana, meeting=deciding, cycle=studying, version=studying.version,
            **{**ANSWERS, "result": 8, "result_out_of": 24},
        )  # fmt: skip


def test_a_cycle_still_in_do_goes_through_study_first(ana, deciding, studying):
    other = cycles.draft_cycle(
        by=ana, inquiry=studying.inquiry, try_what="Sit in pairs", look_on=timezone.localdate(), kind="event",
        event="All pairs talk",
    )  # fmt: skip
    doing = cycles.start_do(by=ana, cycle=other)
    done = services.choose(
        by=ana, meeting=deciding, cycle=doing, version=doing.version, decision="adopt", decision_reason="It works",
        learned="Pairs talk", result_happened=True,
    )  # fmt: skip
    assert (done.cycle.state, done.successor) == ("done", None)
    again = services.choose(by=ana, meeting=deciding, cycle=doing, version=None, decision="abandon")
    assert again.cycle.decision == "adopt"
    assert Decision.objects.count() == 1


@pytest.mark.ac("S1 R-55")
def test_the_smallest_next_test_starts_in_the_meeting(page, ana, deciding, studying):
    page(ana, f"/meetings/{deciding.pk}/huddle/choose/", {**ANSWERS, "version": studying.version})
    draft = Cycle.objects.get(state="draft")
    look = timezone.localdate() + datetime.timedelta(days=7)
    shown = page(ana, f"/meetings/{deciding.pk}/huddle/")
    assert shown.context["next_form"].initial["look_on"] == look
    sent = {
        "version": draft.version, "try_what": "A quiet minute first", "kind": "at_least", "low": "16", "out_of": "24",
        "unit_name": "students give a reason", "look_on": look.isoformat(),
    }  # fmt: skip
    assert page(ana, f"/meetings/{deciding.pk}/huddle/next/", {**sent, "low": ""}).status_code == 422
    asked = page(ana, f"/meetings/{deciding.pk}/huddle/next/", sent)
    assert (asked.status_code, list(asked.context["next_form"].errors)) == (422, ["reason"])  # a hint, never a gate
    sent["reason"] = "We try it and see"
    assert page(ana, f"/meetings/{deciding.pk}/huddle/next/", sent).status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.low, draft.look_on, draft.predecessor) == ("doing", 16, look, studying)
    assert page(ana, f"/meetings/{deciding.pk}/huddle/next/", sent).status_code in (302, 409, 422)
    assert Decision.objects.filter(text__startswith="Cycle 2 starts").count() == 1


def test_a_cycle_of_another_team_is_not_decided_here(ana, deciding, studying):
    studying.owner_team = make_team(ana)
    studying.save(update_fields=["owner_team"])
    with pytest.raises(NotFound):
        services.choose(by=ana, meeting=deciding, cycle=studying, version=None, decision="adopt")


def test_every_act_is_there_in_the_api(api, ana, devon, deciding, studying, part):
    base = f"/huddles/{deciding.pk}"
    line = api(ana, "POST", f"{base}/lines", {"text": "They read the card."}).json()
    assert api(ana, "POST", f"/notelines/{line['id']}/take-back").status_code == 200
    assert api(ana, "POST", f"/notelines/{line['id']}/again").status_code == 200
    (use,) = api(ana, "POST", f"{base}/uses", {"sentences": ["They read the card."], "place": "study"}).json()
    assert api(ana, "POST", f"/noteuses/{use['id']}/undo").json()["ended_at"]
    studying.refresh_from_db()
    answers = {**ANSWERS, "result": 8, "result_out_of": 24, "version": studying.version}
    chosen = api(ana, "POST", f"{base}/cycles/{studying.pk}/choose", answers).json()
    draft = Cycle.objects.get(pk=chosen["next_cycle"])
    test = {
        "version": draft.version,
        "kind": "at_least",
        "low": 16,
        "out_of": 24,
        "look_on": "2149-01-01",
        "reason": "We see",
    }
    assert api(ana, "POST", f"{base}/cycles/{draft.pk}/start", test).json()["state"] == "doing"
    told = api(ana, "POST", f"{base}/clock", {"item": part("who_does").pk, "resting": True}).json()
    assert (told["clock"]["part"], told["clock"]["resting"]) == (part("who_does").pk, True)
    deciding.refresh_from_db()
    ended = api(ana, "POST", f"{base}/end", {"version": deciding.version, "without_next": "Break"}).json()
    assert ended["status"] == "held"


def test_a_form_that_comes_back_keeps_its_version_so_that_nobody_is_overwritten(page, ana, devon, deciding, studying):
    cycles.save_study(by=devon, cycle=studying, version=None, learned="Devon's words")
    sent = {**ANSWERS, "version": studying.version, "what_changes": "", "result": "no number"}
    answer = page(ana, f"/meetings/{deciding.pk}/huddle/choose/", sent)
    assert (answer.status_code, answer.context["choose_form"]["version"].value()) == (422, str(studying.version))
    assert f'name="version" value="{studying.version}"' in answer.content.decode()
    sent |= {"what_changes": "A quiet minute first", "result": "8"}
    assert page(ana, f"/meetings/{deciding.pk}/huddle/choose/", sent).status_code == 409


def test_why_the_team_goes_on_is_not_lost_when_something_else_is_asked(page, ana, deciding, studying):
    page(ana, f"/meetings/{deciding.pk}/huddle/choose/", {**ANSWERS, "version": studying.version})
    sent = {"version": "1", "try_what": "", "reason": "We try it and see"}
    answer = page(ana, f"/meetings/{deciding.pk}/huddle/next/", sent)
    assert answer.status_code == 422
    assert "We try it and see" in answer.content.decode()


def test_the_next_day_is_not_in_the_past_where_a_meeting_ends_weeks_later(page, ana, deciding):
    deciding.on = timezone.localdate() - datetime.timedelta(days=30)
    deciding.save(update_fields=["on"])
    shown = page(ana, f"/meetings/{deciding.pk}/summary/")
    assert shown.context["form"].initial["next_on"] == timezone.localdate() + datetime.timedelta(days=7)


def test_a_program_can_say_whether_a_predicted_event_happened(api, ana, deciding, studying):
    other = cycles.draft_cycle(
        by=ana, inquiry=studying.inquiry, try_what="Sit in pairs", look_on=timezone.localdate(), kind="event",
        event="All pairs talk",
    )  # fmt: skip
    doing = cycles.start_do(by=ana, cycle=other)
    sent = {
        "version": doing.version, "decision": "adopt", "decision_reason": "It works", "learned": "Pairs talk",
        "result_happened": True,
    }  # fmt: skip
    answer = api(ana, "POST", f"/huddles/{deciding.pk}/cycles/{doing.pk}/choose", sent)
    assert answer.status_code == 200
    doing.refresh_from_db()
    assert (doing.state, doing.result_happened) == ("done", True)
