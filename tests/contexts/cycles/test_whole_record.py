"""Everything a PDSA record can say, on one screen, with three lines to start."""

import re
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Amendment, Cycle, Decision, DecisionObject
from aimwell.contexts.cycles.queries import cycle_view
from aimwell.contexts.people.services import share
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotReady, Refused

MORE = {
    "question": "Do cards help them begin?", "steps": "1. Hand out. 2. Wait a minute.", "who_counts": "Devon, Tuesdays",
    "level": "school", "size": "few", "rooms": 3, "meant_for": 50, "chance": 70, "because": "Cards helped in room 14.",
    "count_what": "Students who give a reason", "planned_counts": 12,
}  # fmt: skip


def text(response):
    return " ".join(response.content.decode().split())


def url(name, *args):
    return reverse(f"cycles:{name}", args=args)


@pytest.mark.ac("S1 R-25")
@pytest.mark.ac("S3 R-43")
@pytest.mark.ac("S0 R-12")
@pytest.mark.ac("S2 R-27")
def test_everything_a_plan_can_say_stands_on_its_page(page, ana, inquiry):
    typed = {"try_what": "Cards", "kind": "at_least", "low": "12", "out_of": "24", "unit_name": "give a reason"}
    typed |= {"look_on": "2027-01-29", "who_where": "Room 12", "key": str(uuid.uuid4())}
    page(ana, url("new", inquiry.pk), {**typed, **{name: str(value) for name, value in MORE.items()}})
    cycle = Cycle.objects.get()
    assert {name: getattr(cycle, name) for name in MORE} == MORE
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert "<h1>Do cards help them begin?</h1>" in shown
    for told in ("Wait a minute.", "Devon, Tuesdays", "a few: about 5, 3 classrooms", "50 students", "<dd>school</dd>"):
        assert told in shown
    assert "Quite sure: 7 in 10." in shown


@pytest.mark.ac("S1 R-25")
def test_three_lines_are_asked_and_the_rest_waits_behind_one_quiet_line(page, ana, inquiry, draft):
    fresh = text(page(ana, url("new", inquiry.pk)))
    before, _, after = fresh.partition('<details class="disclosure more">')
    assert all(f'name="{name}"' in before for name in ("try_what", "low", "look_on"))
    assert all(f'name="{name}"' in after for name in MORE)
    assert fresh.count("required") == before.count("required")
    assert '<details class="disclosure more" open>' in text(page(ana, url("plan", draft(question="Why?").pk)))
    plain = draft(who_where="")
    assert '<details class="disclosure more">' in text(page(ana, url("plan", plain.pk)))


@pytest.mark.ac("S1 R-27")
@pytest.mark.ac("S0 R-13")
def test_how_sure_is_locked_with_the_prediction(ana, doing):
    cycle = doing(chance=70)
    with pytest.raises(Refused, match="prediction_locked"):
        services.change_plan(by=ana, cycle=cycle, version=None, chance=90)
    with pytest.raises(IntegrityError, match="a locked prediction stays"), transaction.atomic():
        Cycle.objects.filter(pk=cycle.pk).update(chance=90)
    plan = {"kind": "at_least", "low": 10, "chance": 40}
    services.amend_prediction(by=ana, cycle=cycle, reason="Two moved away", **plan)
    amendment = Amendment.objects.get()
    assert (Cycle.objects.get().chance, amendment.chance, amendment.created_by) == (70, 40, ana)
    view = cycle_view(ana, cycle.pk)
    assert view.sentence.chance == "Quite sure: 7 in 10"
    assert view.amendments[0][1].chance == "It could go either way: 4 in 10"


def test_a_chance_between_tenths_outlives_the_form(page, ana, draft):
    cycle = draft(chance=75)
    shown = text(page(ana, url("plan", cycle.pk)))
    assert re.search(r'<option value="75" selected>', shown)
    typed = {"try_what": cycle.try_what, "kind": "at_least", "low": "12", "chance": "75", "version": "1"}
    page(ana, url("plan", cycle.pk), typed)
    assert Cycle.objects.get().chance == 75


@pytest.mark.ac("S1 R-28")
def test_none_noticed_is_a_choice_of_its_own(page, ana, doing):
    cycle = doing()
    assert "Say: none noticed" in text(page(ana, url("cycle", cycle.pk)))
    page(ana, url("none_noticed", cycle.pk), {})
    assert Cycle.objects.get().nothing_surprised_us
    assert "Nothing surprised us, and nothing got in the way." in text(page(ana, url("cycle", cycle.pk)))
    page(ana, url("none_noticed", cycle.pk), {"none": "0"})
    assert not Cycle.objects.get().nothing_surprised_us


@pytest.mark.ac("S1 R-28")
@pytest.mark.parametrize("kind", ["surprise", "trouble"])
def test_a_surprise_written_later_takes_none_noticed_back(page, ana, doing, kind):
    cycle = doing()
    services.say_none_noticed(by=ana, cycle=cycle)
    services.add_entry(by=ana, cycle=cycle, text="They argued in Spanish")
    assert Cycle.objects.get().nothing_surprised_us
    services.add_entry(by=ana, cycle=cycle, kind=kind, text="The fire drill")
    assert not Cycle.objects.get().nothing_surprised_us
    assert "none noticed" not in text(page(ana, url("cycle", cycle.pk)))


SEEN = {
    "reached": 20, "benefited": "Those who wait", "not_benefited": "Two who were away", "surprised_by": "Argument",
    "assumption": "That a card is enough", "students": "Grade 5", "setting": "Math, mornings",
    "circumstances": "A partner each",
}  # fmt: skip


@pytest.mark.ac("S4 R-52")
@pytest.mark.ac("S2 R-32")
def test_for_whom_and_where_it_held_is_kept_with_the_decision(page, ana, finished):
    done = finished({"meant_for": 24}, decision="adopt", **SEEN).cycle
    shown = text(page(ana, url("cycle", done.pk)))
    for told in ("20 of 24 it was meant for", *(str(value) for name, value in SEEN.items() if name != "reached")):
        assert told in shown


@pytest.mark.ac("S3 R-44")
def test_a_result_other_than_predicted_opens_two_questions(page, ana, studying):
    cycle = studying()
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert '<details class="disclosure differs">' in shown
    services.save_study(by=ana, cycle=cycle, version=None, result=14, result_out_of=24)
    assert '<details class="disclosure differs">' in text(page(ana, url("cycle", cycle.pk)))
    services.save_study(by=ana, cycle=cycle, version=None, result=8, result_out_of=24)
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert '<details class="disclosure differs" open>' in shown
    assert "Which assumption does this question?" in shown
    assert "What will be different next time?" in shown
    assert "fail" not in shown.lower()


@pytest.mark.ac("S3 R-44")
@pytest.mark.ac("S1 R-32")
@pytest.mark.ac("S4 R-44")
def test_the_next_cycle_copies_the_plan_and_says_what_is_new(page, ana, finished):
    plan = {"steps": "1. Hand out", "who_counts": "Devon", "level": "school"}
    drafted = finished(plan, decision="adapt", what_changes="A quiet minute").successor
    assert {name: getattr(drafted, name) for name in plan} == plan
    assert (drafted.size, drafted.chance, drafted.question) == ("one", None, "")
    shown = text(page(ana, url("cycle", drafted.pk)))
    assert "Carried over: " in shown
    assert "New here: what is tried." in shown
    assert "They read the card, then stop after one sentence." in shown


@pytest.mark.ac("S1 R-31")
@pytest.mark.ac("S2 R-28")
@pytest.mark.ac("S4 R-44")
@pytest.mark.parametrize("decision", Decision.values)
def test_no_cycle_closes_without_a_decision_and_its_reason(ana, studying, answers, decision):
    cycle = studying()
    for without, missing in (({"decision": ""}, "decision"), ({"decision_reason": " "}, "reason")):
        with pytest.raises(NotReady) as refusal:
            services.finish(by=ana, cycle=cycle, version=None, **answers(**{"decision": decision, **without}))
        assert missing in refusal.value.missing
    more = {"scale_evidence": "Held twice", "decision_object": DecisionObject.STEPS}
    done = services.finish(by=ana, cycle=cycle, version=None, **answers(decision=decision, **more)).cycle
    assert (done.decision, done.decision_object) == (decision, "steps")


@pytest.mark.ac("S2 R-29")
@pytest.mark.ac("S0 R-17")
@pytest.mark.ac("S1 R-34")
def test_an_abandoned_idea_is_learning_like_any_other(page, ana, idea, finished):
    done = finished({"idea": idea}, decision="abandon", decision_object="idea").cycle
    idea.refresh_from_db()
    assert idea.tests == 1
    adopted = finished(decision="adopt").cycle
    pages = [text(page(ana, url("cycle", cycle.pk))) for cycle in (done, adopted)]
    for shown in pages:
        assert "They read the card, then stop after one sentence." in shown
        assert "fail" not in shown.lower()
    assert {cycle_view(ana, cycle.pk).mark for cycle in (done, adopted)} == {"below"}


@pytest.mark.ac("S0 R-19")
def test_a_teacher_runs_a_cycle_without_leave_and_a_principal_only_reads_it(page, readers, devon, draft, answers):
    cycle = draft()
    share(by=devon, obj=cycle, rung=Rung.SCHOOL)
    started = services.start_do(by=devon, cycle=cycle)
    principal = readers["principal"]
    assert page(principal, url("cycle", cycle.pk)).status_code == 200
    with pytest.raises(NotAllowed):
        services.change_plan(by=principal, cycle=started, version=None, who_where="Room 1")
    studying = services.begin_study(by=devon, cycle=started)
    done = services.finish(by=devon, cycle=studying, version=None, **answers(decision="adopt")).cycle
    assert done.state == "done"
    assert {event.actor_name for event in events_of(done).exclude(verb="created")} == {"Devon Park"}


@pytest.mark.ac("S3 R-46")
def test_a_cycle_of_any_level_uses_the_same_pages_and_says_its_level(page, ana, inquiry, draft):
    draft(level="district", try_what="Retention calls"), draft(try_what="An opener")
    shown = text(page(ana, url("list", inquiry.owner_team_id)))
    assert shown.count(", district") == 1
    assert "Retention calls" in shown
    assert "An opener" in shown


@pytest.mark.parametrize("rung", [Rung.SCHOOL, Rung.NETWORK, Rung.PUBLIC])
def test_who_counts_and_few_students_stay_with_those_who_may_see_them(readers, ana, finished, rung):
    done = finished(
        {"who_counts": "Devon", "meant_for": 3, "rooms": 2}, decision="adopt", **{**SEEN, "reached": 2}
    ).cycle
    share(by=ana, obj=done, rung=rung)
    who = {Rung.SCHOOL: "principal", Rung.NETWORK: "other district in the network", Rung.PUBLIC: "stranger"}
    reader = readers[who[rung]]
    seen = cycle_view(reader, done.pk).cycle
    near = rung == Rung.SCHOOL
    assert bool(seen.setting) is near
    assert bool(seen.benefited) is near
    assert (seen.rooms == 2) is near
    assert bool(seen.who_counts) is (rung != Rung.PUBLIC)
    assert (seen.reached == 2) is (rung != Rung.PUBLIC)
    assert seen.students == "Grade 5"


def test_a_chance_that_tenths_do_not_hold_stays_with_a_dated_change(page, ana, doing):
    cycle = doing(chance=75)
    sent = {"kind": "at_least", "low": "10", "out_of": "24", "chance": "75", "reason": "Two moved away"}
    assert page(ana, url("amend", cycle.pk), sent).status_code == 302
    assert cycle.amendments.get().chance == 75
