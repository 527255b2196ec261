"""A cycle from a routine, one only for practice, and the way to an aim and back."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import cycles_of, open_cycles
from aimwell.contexts.cycles.quick import services
from aimwell.contexts.measures.models import Annotation
from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.reports.queries.team import team_view
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import current_inquiry
from aimwell.contexts.theory.queries.problems import efforts_of
from aimwell.contexts.theory.services import add_part, start_inquiry
from aimwell.domain.errors import NotAllowed, Refused


def url(name, *args):
    return reverse(f"quick:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S1 R-38")
def test_a_routine_hosts_a_cycle_with_no_goal(page, ana, team):
    sent = {"routine": "Attendance meeting", "try_what": "Call before eight"}
    answer = page(ana, url("loose", team.pk), sent)
    cycle = Cycle.objects.get()
    assert answer["Location"] == reverse("cycles:plan", args=[cycle.pk])
    assert (cycle.who_where, cycle.try_what, cycle.state) == ("Attendance meeting", "Call before eight", "draft")
    assert current_inquiry(ana, team) is None
    assert efforts_of(ana, team).open == ()
    shown = words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "Not tied to an aim yet." in shown
    services.begin_loose(by=ana, team=team, try_what="Another")
    assert Inquiry.objects.count() == 1


def test_it_starts_without_a_question_about_the_problem(ana, team):
    cycle = services.begin_loose(by=ana, team=team, try_what="Call before eight")
    plan = {"kind": "event", "event": "Three families answer", "look_on": "2027-01-29"}
    cycle = cycles.change_plan(by=ana, cycle=cycle, version=cycle.version, **plan)
    assert cycles.start_cycle(by=ana, cycle=cycle, version=cycle.version).state == "doing"


@pytest.mark.ac("S1 R-38")
def test_its_whole_thread_goes_to_an_effort_with_new_numbers_and_back(page, ana, team, inquiry, doing):
    doing()
    measure = create_measure(by=ana, team=team, name="Calls")
    first = services.begin_loose(by=ana, team=team, try_what="Call before eight")
    second = cycles.draft_cycle(
        by=ana,
        inquiry=first.inquiry,
        try_what="Call at seven",
        predecessor=first,
        measure=measure,
        why_follows="Eight is late",
    )
    other = services.begin_loose(by=ana, team=team, try_what="A poster")
    shown = words(page(ana, url("attach", first.pk)))
    assert "All 2 cycles of its thread go along." in shown
    page(ana, url("attach", first.pk), {"inquiry": inquiry.pk})
    for cycle in (first, second, other):
        cycle.refresh_from_db()
    assert [(one.inquiry_id, one.number) for one in (first, second)] == [(inquiry.pk, 2), (inquiry.pk, 3)]
    assert (second.predecessor, other.inquiry_id) == (first, other.inquiry_id)
    history = words(page(ana, reverse("reports:timeline", args=["cycles.cycle", first.pk])))
    assert "put under another effort" in history
    page(ana, url("attach_to", first.pk, other.inquiry_id), {})
    assert set(Cycle.objects.filter(inquiry=other.inquiry).values_list("pk", flat=True)) == {
        first.pk, second.pk, other.pk,
    }  # fmt: skip


def test_an_idea_is_found_again_on_the_way_back(ana, team, inquiry, draft, idea):
    other = start_inquiry(by=ana, team=team, problem="Homework")
    cycle = draft(idea=idea)
    [moved] = services.attach(by=ana, cycle=cycle, inquiry=other)
    assert moved.idea is None
    [back] = services.attach(by=ana, cycle=moved, inquiry=inquiry)
    assert back.idea == idea
    assert services.attach(by=ana, cycle=back, inquiry=inquiry) == []


def test_only_to_an_effort_of_the_same_team(ana, stranger, team, inquiry, draft, person):
    from integration.readers import make_team

    far = person("Far")
    theirs = start_inquiry(by=far, team=make_team(far), problem="Theirs")
    with pytest.raises((Refused, NotAllowed)):
        services.attach(by=ana, cycle=draft(), inquiry=theirs)
    with pytest.raises(NotAllowed):
        services.begin_loose(by=stranger, team=team, try_what="x")


@pytest.mark.ac("S1 R-64")
def test_a_practice_cycle_is_marked_counts_nowhere_and_is_thrown_away(page, ana, team, inquiry):
    page(ana, url("practice", team.pk), {})
    cycle = Cycle.objects.get()
    assert cycle.practice
    shown = words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "Only for practice." in shown
    assert "Throw this practice away" in shown
    assert (cycles_of(ana, team=team), open_cycles(ana, team)) == ([], [])
    assert team_view(ana, team, lang="en")._facts().cycles == 0
    cycle = cycles.start_cycle(by=ana, cycle=cycle, version=cycle.version)
    cycle = cycles.begin_study(by=ana, cycle=cycle)
    answers = {"result": 7, "result_out_of": 10, "learned": "Wings", "decision": "adopt", "decision_reason": "Level"}
    cycles.finish(by=ana, cycle=cycle, version=cycle.version, **answers)
    assert team_view(ana, team, lang="en")._facts().cycles == 0
    page(ana, reverse("cycles:set_aside", args=[cycle.pk]), {})
    assert "only for practice" not in words(page(ana, url("tried", team.pk)))


@pytest.mark.ac("S1 R-64")
def test_a_practice_test_of_an_idea_is_no_evidence_for_it(ana, inquiry, idea, answers):
    plan = {"kind": "at_least", "low": 1, "out_of": 24, "look_on": "2027-01-29", "idea": idea, "practice": True}
    cycle = cycles.start_do(by=ana, cycle=cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="x", **plan))
    cycle = cycles.begin_study(by=ana, cycle=cycle)
    cycles.finish(by=ana, cycle=cycle, version=cycle.version, **answers(decision="adopt"))
    idea.refresh_from_db()
    assert idea.tests == 0


def test_the_shelf_is_one_even_when_another_effort_comes(ana, team):
    shelf = services.begin_loose(by=ana, team=team, try_what="x").inquiry
    effort = start_inquiry(by=ana, team=team, problem="Few explain")
    add_part(by=ana, inquiry=effort, kind="idea", text="Cards")
    assert current_inquiry(ana, team) == effort
    assert services.begin_loose(by=ana, team=team, try_what="y").inquiry == shelf


def test_what_follows_from_practice_is_practice_and_stays_off_charts_and_efforts(ana, team, inquiry):
    cycle = services.begin_practice(by=ana, team=team)
    measure = create_measure(by=ana, team=team, name="Flights")
    cycle = cycles.change_plan(by=ana, cycle=cycle, version=cycle.version, measure=measure)
    cycle = cycles.start_cycle(by=ana, cycle=cycle, version=cycle.version)
    services.pause_cycles(by=ana, cycles=[cycle], reason="snow")
    assert not Annotation.objects.exists()
    cycle = cycles.begin_study(by=ana, cycle=services.resume_cycle(by=ana, cycle=cycle))
    answers = {"result": 5, "result_out_of": 10, "learned": "Wings", "decision": "repeat", "decision_reason": "Again"}
    done = cycles.finish(by=ana, cycle=cycle, version=cycle.version, **answers)
    assert done.successor.practice
    assert open_cycles(ana, team) == []
    with pytest.raises(Refused, match="wrong_state"):
        services.attach(by=ana, cycle=done.cycle, inquiry=inquiry)
