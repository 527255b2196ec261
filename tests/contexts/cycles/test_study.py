import pytest

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.theory.models import Part
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotReady, Refused, StaleEdit


@pytest.mark.ac("S1 R-30")
def test_finish_asks_for_a_result_and_what_it_taught(ana, studying, answers):
    cycle = studying()
    with pytest.raises(NotReady) as refusal:
        services.finish(by=ana, cycle=cycle, version=cycle.version, decision="adopt", decision_reason="It holds")
    assert refusal.value.missing == ("result", "learning")
    assert Cycle.objects.get().state == "studying"
    assert Cycle.objects.get().decision == ""


@pytest.mark.ac("S1 R-30")
def test_finish_takes_a_reason_in_place_of_a_count(ana, finished):
    done = finished(result=None, result_out_of=None, not_collected_because="Fire drill", decision="repeat").cycle
    assert (done.state, done.result, done.not_collected_because) == ("done", None, "Fire drill")


@pytest.mark.ac("S1 R-31")
@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        ("adopt", ("reason",)),
        ("adapt", ("reason", "change")),
        ("repeat", ("reason",)),
        ("scale", ("reason", "evidence")),
        ("abandon", ("reason",)),
    ],
)
def test_decide_asks_what_each_decision_needs(ana, studying, decision, missing):
    cycle = studying()
    with pytest.raises(NotReady) as refusal:
        services.decide(by=ana, cycle=cycle, version=cycle.version, decision=decision)
    assert refusal.value.missing == missing
    whole = {"decision_reason": "because", "what_changes": "a timer", "scale_evidence": "held twice"}
    about = {"decision_object": "idea", "decided_by": "Ana and Devon, both agree"}
    stored = services.decide(by=ana, cycle=cycle, version=cycle.version, decision=decision, **whole, **about)
    assert (stored.decision, stored.decision_object, stored.decided_by) == (
        decision,
        "idea",
        "Ana and Devon, both agree",
    )


def test_decide_knows_five_values(ana, studying):
    with pytest.raises(Refused) as refusal:
        services.decide(by=ana, cycle=studying(), version=None, decision="punish", decision_reason="x")
    assert refusal.value.code == "unknown_choice"


def test_save_study_keeps_a_half_written_answer(ana, studying):
    cycle = studying()
    kept = services.save_study(by=ana, cycle=cycle, version=cycle.version, learned="Once they have rehearsed", result=8)
    assert (kept.learned, kept.result, kept.state) == ("Once they have rehearsed", 8, "studying")
    assert events_of(kept).first().verb == "changed"


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"result": 30, "result_out_of": 24}, "numerator_above_denominator"),
        ({"result": -1, "result_out_of": 24}, "negative_count"),
        ({"result": 0, "result_out_of": 0}, "zero_denominator"),
    ],
)
def test_save_study_refuses_numbers_that_do_not_fit(ana, studying, answers, code):
    with pytest.raises(Refused) as refusal:
        services.save_study(by=ana, cycle=studying(), version=None, **answers)
    assert refusal.value.code == code
    assert Cycle.objects.get().result is None


def test_two_people_in_study_keep_both_texts(ana, devon, studying):
    cycle = studying()
    services.save_study(by=devon, cycle=cycle, version=cycle.version, learned="when we start on time")
    with pytest.raises(StaleEdit) as refusal:
        services.save_study(by=ana, cycle=cycle, version=cycle.version, learned="once they have rehearsed")
    assert (refusal.value.data["who"], refusal.value.mine, refusal.value.theirs) == (
        "Devon Park", {"learned": "once they have rehearsed"}, {"learned": "when we start on time"},
    )  # fmt: skip


def test_begin_study_twice_is_one_step(ana, doing):
    cycle = doing()
    services.begin_study(by=ana, cycle=cycle)
    again = services.begin_study(by=ana, cycle=cycle)
    assert [event.verb for event in events_of(again)].count("began_study") == 1


def test_correct_learning_keeps_the_earlier_words_with_a_reason(ana, finished):
    done = finished(decision="adopt").cycle
    services.correct_learning(by=ana, cycle=done, version=done.version, learned="It was the card", reason="Clearer")
    event = events_of(done).first()
    assert (event.verb, event.reason, event.after) == ("corrected_learning", "Clearer", {"learned": "It was the card"})
    assert event.before == {"learned": "They read the card, then stop after one sentence."}


def test_a_finished_cycle_is_not_studied_again(ana, finished):
    done = finished(decision="adopt").cycle
    with pytest.raises(Refused) as refusal:
        services.save_study(by=ana, cycle=done, version=None, learned="Something else")
    assert refusal.value.code == "wrong_state"


@pytest.mark.ac("S1 R-34")
def test_a_missed_prediction_is_a_whole_cycle_and_counts_as_a_test(ana, idea, finished):
    done = finished({"idea": idea}, decision="abandon", decision_object="idea", decision_reason="It never held").cycle
    part = Part.objects.get(pk=idea.pk)
    assert done.state == "done"
    assert (part.tests, part.settings_held, part.abandoned_because) == (1, 0, "It never held")


def test_abandoning_the_steps_keeps_the_idea(idea, finished):
    finished({"idea": idea}, decision="abandon", decision_object="steps")
    part = Part.objects.get(pk=idea.pk)
    assert (part.tests, part.abandoned_because) == (1, "")


def test_an_idea_holds_in_each_setting_once(idea, finished):
    for where, result in (("Room 12", 13), (" room  12", 14), ("Room 9", 15), ("Room 14", 8)):
        finished({"idea": idea, "who_where": where}, result=result, decision="adopt")
    part = Part.objects.get(pk=idea.pk)
    assert (part.tests, part.settings_held) == (4, 2)


def test_a_stranger_studies_nothing(stranger, studying, answers):
    cycle = studying()
    acts = [
        lambda: services.begin_study(by=stranger, cycle=cycle),
        lambda: services.save_study(by=stranger, cycle=cycle, version=None, learned="x"),
        lambda: services.decide(by=stranger, cycle=cycle, version=None, decision="adopt", decision_reason="x"),
        lambda: services.finish(by=stranger, cycle=cycle, version=None, **answers()),
        lambda: services.set_aside(by=stranger, cycle=cycle),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    stored = Cycle.objects.get()
    assert (stored.version, stored.learned, stored.ended_at) == (cycle.version, "", None)
