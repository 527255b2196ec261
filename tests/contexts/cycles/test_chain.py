"""Cycles that follow one another: the carry-over, the chain of S1 11.6, setting aside and coming back."""

import datetime
import threading

import pytest
from django.db import connection

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries.facts import verdict_of
from aimwell.contexts.measures.models import Annotation
from aimwell.core.history.queries import events_of


@pytest.mark.ac("S1 R-32")
def test_adapt_drafts_the_next_cycle_with_what_carries_over(idea, finished):
    done, after = finished({"idea": idea}, decision="adapt").__dict__.values()
    assert (after.number, after.state, after.predecessor) == (2, "draft", done)
    assert (after.try_what, after.idea, after.who_where) == ("A quiet minute to rehearse", idea, "Room 12")
    assert after.why_follows == "They read the card, then stop after one sentence."
    assert after.carried_over == ["idea", "where"]
    assert (after.kind, after.low, after.out_of, after.look_on) == ("", None, 24, None)


@pytest.mark.ac("S1 R-32")
@pytest.mark.parametrize(("decision", "where"), [("repeat", "Room 12"), ("scale", "")])
def test_repeat_and_scale_keep_what_is_tried(finished, decision, where):
    after = finished(decision=decision, scale_evidence="Held twice").successor
    assert (after.try_what, after.who_where) == ("Starters on desk cards", where)


@pytest.mark.parametrize("decision", ["adopt", "abandon"])
def test_adopt_and_abandon_close_the_thread(finished, decision):
    assert finished(decision=decision).successor is None
    assert Cycle.objects.count() == 1


def test_finish_twice_drafts_one_next_cycle(ana, finished):
    first = finished(decision="adapt")
    again = services.finish(by=ana, cycle=first.cycle, version=1)
    assert (again.cycle, again.successor) == (first.cycle, first.successor)
    assert Cycle.objects.count() == 2


@pytest.mark.ac("S1 R-32")
def test_the_chain_of_the_source(ana, idea, finished, answers):
    """S1 11.6, steps 9 and 10: 8 of 24, adapt; 13 of 24, repeat; a second class, 15 of 26."""
    first = finished({"idea": idea}, result=8, decision="adapt", what_changes="A sentence starter")
    second = _run(ana, first.successor, answers(result=13, decision="repeat"), low=12, out_of=24)
    third = _run(
        ana, second.successor, answers(result=15, result_out_of=26, decision="scale", scale_evidence="Held in two"),
        low=13, out_of=26, who_where="Room 14",
    )  # fmt: skip
    chain = [first.cycle, second.cycle, third.cycle]
    assert [cycle.number for cycle in chain] == [1, 2, 3]
    assert [verdict_of(cycle).outcome for cycle in chain] == ["below", "met", "met"]
    assert [cycle.predecessor for cycle in chain] == [None, *chain[:2]]
    idea.refresh_from_db()
    assert (idea.tests, idea.settings_held) == (3, 2)


def _run(ana, cycle, answers, **plan):
    look_on = datetime.date(2027, 2, 26)
    services.change_plan(by=ana, cycle=cycle, version=cycle.version, kind="at_least", look_on=look_on, **plan)
    services.start_do(by=ana, cycle=cycle)
    started = services.begin_study(by=ana, cycle=cycle)
    return services.finish(by=ana, cycle=started, version=started.version, **answers)


@pytest.mark.ac("S0 R-89")
def test_a_cycle_set_aside_comes_back_with_its_links(ana, idea, finished):
    first = finished({"idea": idea}, decision="adapt")
    services.set_aside(by=ana, cycle=first.cycle, reason="Entered twice")
    idea.refresh_from_db()
    assert idea.tests == 0
    back = services.restore(by=ana, cycle=first.cycle)
    idea.refresh_from_db()
    assert (back.ended_at, back.idea, list(back.successors.all())) == (None, idea, [first.successor])
    assert idea.tests == 1
    assert [event.verb for event in events_of(back)][:2] == ["restored", "set_aside"]


def test_a_new_cycle_never_takes_the_number_of_one_set_aside(ana, draft):
    services.set_aside(by=ana, cycle=draft())
    assert draft().number == 2


def test_a_cycle_is_marked_on_the_chart_of_its_measure(ana, team, inquiry, draft, answers):
    from aimwell.contexts.measures.services import create_measure

    measure = create_measure(by=ana, team=team, name="Students who give a reason")
    cycle = services.start_do(by=ana, cycle=draft(measure=measure))
    bar = Annotation.objects.get()
    assert (bar.kind, bar.label, bar.source_id, bar.measure) == ("cycle", "Cycle 1", cycle.pk, measure)
    started = services.begin_study(by=ana, cycle=cycle)
    done = services.finish(by=ana, cycle=started, version=None, **answers(decision="adopt")).cycle
    bar.refresh_from_db()
    assert bar.ends_on >= bar.starts_on
    services.set_aside(by=ana, cycle=done)
    assert Annotation.objects.filter(ended_at=None).count() == 0
    services.restore(by=ana, cycle=done)
    assert Annotation.objects.filter(ended_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_drafting_at_once_get_two_numbers(ana, inquiry):
    def draft():
        try:
            services.draft_cycle(by=ana, inquiry=inquiry, try_what="At once")
        finally:
            connection.close()

    threads = [threading.Thread(target=draft) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Cycle.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
