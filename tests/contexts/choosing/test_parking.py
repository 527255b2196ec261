"""The parking lot and how many ideas a team works on at one time."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.choosing.models import Parked, WorkLimit
from aimwell.contexts.theory.choosing.queries import parked_for_another_look, work_load
from aimwell.contexts.theory.choosing.services import (
    change_parked,
    decline_parked,
    offer_idea,
    park_idea,
    park_thought,
    set_work_limit,
    take_up_parked,
)
from aimwell.contexts.theory.models import Link, Part
from aimwell.contexts.theory.services import close_inquiry
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit


def url(name, *args):
    return reverse(f"choosing:{name}", args=args)


@pytest.fixture
def shiny(ana, world):
    return park_thought(
        by=ana, inquiry=world.inquiry, text="An app", source="a fair", revisit_on=datetime.date(2027, 3, 1)
    )


@pytest.mark.ac("S0 R-21")
def test_a_parked_thought_is_no_idea_until_it_has_a_link_or_a_reason(page, ana, world, shiny):
    assert not Part.objects.filter(text="An app").exists()
    asked = page(ana, url("take_up", shiny.pk), {"parent": "", "cause": "", "reason": ""})
    assert asked.status_code == 422
    assert "Give one of the three." in asked.content.decode()
    assert page(ana, url("take_up", shiny.pk), {"parent": world.driver.pk}).status_code == 302
    idea = Part.objects.get(text="An app")
    assert Link.objects.get(child=idea).parent == world.driver
    assert idea.choosing_facts.source == "a fair"
    with pytest.raises(Refused, match="already_settled"):
        take_up_parked(by=ana, parked=shiny, reason="again")


@pytest.mark.ac("S0 R-21")
def test_a_cause_or_a_reason_brings_it_back_too(ana, world, shiny):
    idea = take_up_parked(by=ana, parked=shiny, cause=world.cause)
    assert list(idea.causes.all()) == [world.cause]
    other = park_thought(by=ana, inquiry=world.inquiry, text="A poster")
    take_up_parked(by=ana, parked=other, reason="The principal asked for it")
    assert Parked.objects.get(pk=other.pk).settled_because == "The principal asked for it"


@pytest.mark.ac("S0 R-21")
def test_declining_keeps_the_reason(page, ana, world, shiny):
    with pytest.raises(Refused, match="reason_needed"):
        decline_parked(by=ana, parked=shiny, reason=" ")
    page(ana, url("decline", shiny.pk), {"reason": "We have no devices"})
    shown = page(ana, url("lot", world.inquiry.pk)).content.decode()
    assert "Declined: We have no devices" in " ".join(shown.split()) or "declined: We have no devices" in shown


@pytest.mark.ac("S0 R-21")
def test_an_idea_that_is_parked_leaves_the_choices_of_a_cycle_and_comes_back_with_its_lines(page, ana, world):
    offered = page(ana, reverse("cycles:new", args=[world.inquiry.pk])).content.decode()
    assert f'<option value="{world.prizes.pk}"' in offered
    page(ana, url("park", world.prizes.pk), {"revisit_on": "2027-04-01"})
    parked = Parked.objects.get()
    assert (parked.idea, parked.revisit_on) == (world.prizes, datetime.date(2027, 4, 1))
    offered = page(ana, reverse("cycles:new", args=[world.inquiry.pk])).content.decode()
    assert f'<option value="{world.prizes.pk}"' not in offered
    assert park_idea(by=ana, idea=world.prizes) == parked
    take_up_parked(by=ana, parked=parked)
    assert visible_to(ana, Part).filter(pk=world.prizes.pk).exists()
    assert Link.objects.get(child=world.prizes, ended_at=None).parent == world.driver


@pytest.mark.ac("S0 R-20")
def test_a_fourth_idea_warns_and_suggests_parking(page, ana, team, world):
    for number in range(3):
        idea = offer_idea(by=ana, inquiry=world.inquiry, text=f"Idea {number}", parent=world.driver)
        draft_cycle(by=ana, inquiry=world.inquiry, try_what=f"Test {number}", idea=idea)
    assert (len(work_load(team).active), work_load(team).is_full_for(idea)) == (3, False)
    warning = "3 ideas are in work already; your team wants at most 3 at one time."
    address = reverse("cycles:new", args=[world.inquiry.pk])
    assert warning in page(ana, f"{address}?idea={world.later.pk}").content.decode()
    assert warning not in page(ana, f"{address}?idea={idea.pk}").content.decode()
    sent = page(ana, url("limit", world.inquiry.pk), {"most": "4", "version": "0"})
    assert sent.status_code == 302
    assert warning not in page(ana, f"{address}?idea={world.later.pk}").content.decode()


@pytest.mark.ac("S0 R-20")
def test_the_limit_is_the_teams_own(page, ana, devon, team, world, stranger):
    assert work_load(team).most == 3
    set_work_limit(by=ana, team=team, most=2, version=0)
    with pytest.raises(StaleEdit):
        set_work_limit(by=devon, team=team, most=5, version=0)
    with pytest.raises(NotAllowed):
        set_work_limit(by=stranger, team=team, most=5)
    with pytest.raises(Refused, match="limit_range"):
        set_work_limit(by=ana, team=team, most=0)
    assert WorkLimit.objects.get().most == 2
    assert page(devon, url("limit", world.inquiry.pk), {"most": "5", "version": "0"}).status_code == 409


@pytest.mark.ac("S0 R-21")
def test_the_lot_says_when_to_look_again_and_begins_with_the_next_day(page, ana, world, shiny):
    park_thought(by=ana, inquiry=world.inquiry, text="A poster", revisit_on=datetime.date(2027, 1, 15))
    shown = page(ana, url("lot", world.inquiry.pk)).content.decode()
    assert 0 < shown.index("look again on January 15, 2027") < shown.index("look again on March 1, 2027")


@pytest.mark.ac("S0 R-21")
def test_on_its_day_today_says_so_to_the_team_until_it_is_settled(page, ana, coach, world, team, shiny):
    address, today = reverse("reports:today", args=[team.pk]), timezone.localdate()

    def told(user, days):
        on = today + datetime.timedelta(days)
        change_parked(by=ana, parked=shiny, version=None, text="An app", source="a fair", revisit_on=on)
        return "To look at again" in page(user, address).content.decode()

    park_thought(by=ana, inquiry=world.inquiry, text="A poster")  # without a day
    assert [told(ana, days) for days in (1, 0, -30)] == [False, True, True]
    shown = page(ana, address).content.decode()
    lot = page(ana, url("lot", world.inquiry.pk)).content.decode()
    assert f"{url('lot', world.inquiry.pk)}#parked-{shiny.pk}" in shown
    assert shown.count("#parked-") == 1
    assert (lot.count("that day has come"), lot.count(f'id="parked-{shiny.pk}"')) == (1, 1)
    share(by=ana, obj=world.inquiry, rung=Rung.COACH)
    assert not told(coach, 0)
    assert told(ana, 0)
    page(ana, url("decline", shiny.pk), {"reason": "Our talk works without"})
    assert "To look at again" not in page(ana, address).content.decode()


def test_an_idea_parked_in_finished_work_is_not_brought_up(ana, world, team, shiny):
    assert parked_for_another_look(ana, team, datetime.date(2027, 3, 1)) == [shiny]
    close_inquiry(by=ana, inquiry=world.inquiry, because="Enough for now")
    assert parked_for_another_look(ana, team, datetime.date(2027, 3, 1)) == []


def test_a_parked_thought_can_be_changed(page, ana, world, shiny):
    page(ana, url("parked", shiny.pk), {"text": "A better app", "source": "", "revisit_on": "", "version": "1"})
    assert (Parked.objects.get().text, Parked.objects.get().revisit_on) == ("A better app", None)


def test_the_empty_lot_teaches_with_one_example(page, ana, world):
    shown = page(ana, url("lot", world.inquiry.pk)).content.decode()
    assert "Nothing is parked" in shown
    assert "A math talk app, seen at a fair" in shown
