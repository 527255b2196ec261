"""Cause and change idea, who has to change, scale: S-4, attendance prizes against a short Wednesday."""

import datetime

import pytest

from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.services import draft_cycle, start_cycle
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.choosing.models import IdeaFacts
from aimwell.contexts.theory.choosing.queries import coach_notes, notice_of, scale_history
from aimwell.contexts.theory.choosing.services import change_facts, go_on, offer_idea, set_scale
from aimwell.contexts.theory.services import connect_causes, set_aside, skip_step
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit
from aimwell.domain.theory.trace_notice import Gap

PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2027, 3, 1)}


def gap(idea):
    found = notice_of(idea)
    return found and found.gap


@pytest.mark.ac("S4 R-47")
def test_the_prizes_raise_the_notice_and_the_schedule_does_not(ana, world):
    assert (gap(world.prizes), gap(world.later)) == (Gap.NO_CAUSE, None)
    connect_causes(by=ana, part=world.prizes, causes=[world.cause])
    change_facts(by=ana, idea=world.prizes, version=0, students=True)
    assert gap(world.prizes) == Gap.OTHERS_CHANGE
    change_facts(by=ana, idea=world.prizes, version=None, schedule=True)
    assert gap(world.prizes) is None


@pytest.mark.ac("S3 R-21")
def test_an_assumed_cause_prompts_to_check_first(ana, world):
    connect_causes(by=ana, part=world.prizes, causes=[world.guess])
    assert gap(world.prizes) == Gap.ASSUMED
    assert notice_of(world.prizes).next_move("en").startswith("Check it first")
    set_aside(by=ana, thing=world.guess, reason="not ours to say")
    assert gap(world.prizes) == Gap.SET_ASIDE


def test_an_idea_without_causes_rests_on_those_of_its_driver(ana, world):
    connect_causes(by=ana, part=world.driver, causes=[world.cause])
    assert gap(world.prizes) is None


@pytest.mark.ac("S4 R-47")
def test_going_on_needs_a_reason_that_is_kept_for_this_point_only(ana, world):
    with pytest.raises(Refused, match="reason_needed"):
        go_on(by=ana, idea=world.prizes, reason=" ")
    assert IdeaFacts.objects.count() == 0
    go_on(by=ana, idea=world.prizes, reason="The board has bought them")
    assert notice_of(world.prizes).reason == "The board has bought them"
    connect_causes(by=ana, part=world.prizes, causes=[world.guess])
    assert (notice_of(world.prizes).gap, notice_of(world.prizes).reason) == (Gap.ASSUMED, "")
    event = Event.objects.get(verb="kept_going")
    assert (event.reason, event.actor_name) == ("The board has bought them", "Ana Ruiz")


@pytest.mark.ac("S4 R-47")
def test_a_cycle_starts_only_with_that_sentence(ana, world):
    cycle = draft_cycle(by=ana, inquiry=world.inquiry, try_what="Prizes", idea=world.prizes, **PLAN)
    world.inquiry.refresh_from_db()
    with pytest.raises(Refused) as refusal:
        start_cycle(by=ana, cycle=cycle)
    assert refusal.value.code in ("idea_open_point", "problem_unchecked")
    cycle.refresh_from_db()
    assert cycle.state == CycleState.DRAFT
    started = start_cycle(by=ana, cycle=cycle, reason="One week, to see")
    assert started.state == CycleState.DOING
    assert notice_of(world.prizes).reason == "One week, to see"


@pytest.mark.ac("S4 R-47")
def test_the_notice_is_on_the_page_on_the_map_at_the_start_and_on_paper(page, ana, world):
    words = "This idea does not rest on a cause yet."
    for address in (
        f"/ideas/{world.prizes.pk}/",
        f"/i/{world.inquiry.pk}/ideas/",
        f"/i/{world.inquiry.pk}/drivers/?part={world.prizes.pk}",
        f"/i/{world.inquiry.pk}/cycles/new/?idea={world.prizes.pk}",
    ):
        assert words in page(ana, address).content.decode(), address
    shown = page(ana, f"/ideas/{world.prizes.pk}/").content.decode()
    assert '<div class="trace" id="notice" role="note">' in shown  # paper hides hints, and keeps this
    assert words not in page(ana, f"/ideas/{world.later.pk}/").content.decode()


@pytest.mark.ac("S4 R-47")
@pytest.mark.ac("S4 R-51")
def test_the_coach_reads_of_both_once_the_work_is_open_to_them(ana, world, coach, stranger, page):
    skip_step(by=ana, inquiry=world.inquiry, step="aim", reason="The board sets it in June")
    assert coach_notes(coach) == []
    share(by=ana, obj=world.inquiry, rung=Rung.COACH)
    [note] = coach_notes(coach)
    assert note.skipped == (("Aim", "The board sets it in June"),)
    assert [(one.idea.text, one.gap) for one in note.notices] == [("Attendance prizes", Gap.NO_CAUSE)]
    shown = page(coach, "/support/").content.decode()
    assert "Gone past: Aim. The team says: The board sets it in June" in shown
    assert "Attendance prizes" in shown
    assert coach_notes(stranger) == []
    assert "Nothing asks for you just now." in page(stranger, "/support/").content.decode()


def test_notes_for_a_coach_cost_the_same_for_many_ideas(ana, world, coach, django_assert_num_queries):
    share(by=ana, obj=world.inquiry, rung=Rung.COACH)
    for number in range(3):
        offer_idea(by=ana, inquiry=world.inquiry, text=f"Idea {number}")
    with django_assert_num_queries(10):
        assert len(coach_notes(coach)[0].notices) == 4


@pytest.mark.ac("S4 R-48")
def test_an_idea_that_asks_only_students_asks_back(page, ana, world, coach):
    change_facts(by=ana, idea=world.prizes, version=0, students=True)
    change_facts(by=ana, idea=world.later, version=0, adults=True, schedule=True)
    prompt = "What would the system change?"
    assert prompt in page(ana, f"/ideas/{world.prizes.pk}/").content.decode()
    assert prompt not in page(ana, f"/ideas/{world.later.pk}/").content.decode()
    share_words = "1 of 2 ideas asks only students or families to change."
    assert share_words in page(ana, f"/i/{world.inquiry.pk}/ideas/").content.decode()
    share(by=ana, obj=world.inquiry, rung=Rung.PUBLIC)
    assert share_words not in page(coach, f"/i/{world.inquiry.pk}/ideas/").content.decode()


def test_open_points_are_for_the_team_and_its_coach(page, ana, world, coach, stranger):
    share(by=ana, obj=world.inquiry, rung=Rung.PUBLIC)
    words = "This idea does not rest on a cause yet."
    assert words in page(coach, f"/ideas/{world.prizes.pk}/").content.decode()
    assert words not in page(stranger, f"/ideas/{world.prizes.pk}/").content.decode()


@pytest.mark.ac("S4 R-49")
def test_some_kids_or_all_kids_is_kept_and_shown(page, ana, world):
    answers = {
        "helps": "students near the stop", "left_out": "two campuses without shade", "fees": "30 dollars a season",
        "access": "no late bus",
    }  # fmt: skip
    sent = page(ana, f"/ideas/{world.prizes.pk}/facts/kids/", {**answers, "version": 0})
    assert sent.status_code == 302
    shown = page(ana, sent.url).content.decode()
    assert all(answer in shown for answer in answers.values())


@pytest.mark.ac("S4 R-50")
def test_scale_goes_up_step_by_step_or_with_evidence(page, ana, world):
    address = f"/ideas/{world.later.pk}/scale/"
    assert page(ana, address, {"scale": "one_class", "version": 0}).status_code == 302
    version = IdeaFacts.objects.get().version
    asked = page(ana, address, {"scale": "school", "version": version})
    assert asked.status_code == 422
    assert "Say what shows it is ready." in asked.content.decode()
    assert IdeaFacts.objects.get().scale == "one_class"
    told = {"scale": "school", "version": version, "evidence": "Three classes held it for a month"}
    assert page(ana, address, told).status_code == 302
    steps = scale_history(IdeaFacts.objects.get())
    assert [(step.scale, step.evidence) for step in steps] == [
        ("one class", ""), ("one school", "Three classes held it for a month"),
    ]  # fmt: skip


def test_two_people_meet_on_the_merge_page(page, ana, devon, world):
    change_facts(by=ana, idea=world.later, version=0, source="a book")
    stale = page(devon, f"/ideas/{world.later.pk}/facts/option/", {"source": "a talk", "version": 0})
    assert stale.status_code == 409
    assert IdeaFacts.objects.get().source == "a book"
    with pytest.raises(StaleEdit):
        change_facts(by=devon, idea=world.later, version=0, source="a talk")


def test_who_is_not_in_the_team_writes_nothing(world, stranger, coach):
    for user in (stranger, coach):
        for act in (
            lambda user: change_facts(by=user, idea=world.later, version=0, source="x"),
            lambda user: set_scale(by=user, idea=world.later, version=0, scale="one_class"),
            lambda user: go_on(by=user, idea=world.later, reason="x"),
        ):
            with pytest.raises(NotAllowed):
                act(user)
    assert IdeaFacts.objects.count() == 0


def test_a_measure_of_others_is_no_indicator(ana, stranger, world):
    from aimwell.contexts.measures.services import create_measure
    from aimwell.contexts.people.services import start_team

    theirs = create_measure(by=stranger, team=start_team(by=stranger, name="Others"), name="Theirs")
    with pytest.raises(NotFound):
        change_facts(by=ana, idea=world.later, version=0, indicator=theirs)


def test_a_driver_has_no_page_of_ideas(page, ana, world):
    assert page(ana, f"/ideas/{world.driver.pk}/").status_code == 404
    with pytest.raises(Refused, match="not_an_idea"):
        change_facts(by=ana, idea=world.driver, version=0, source="x")
