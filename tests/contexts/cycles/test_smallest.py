"""The smallest test first: a quiet prompt, a way to shrink, and one sentence for a larger start."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import cycle_view
from aimwell.contexts.theory.services import go_on_unchecked
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, Refused

SOON = timezone.localdate() + datetime.timedelta(days=7)


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def checked(ana, inquiry):
    """The problem's own gate is answered already."""
    go_on_unchecked(by=ana, inquiry=inquiry, reason="We count on Friday")


@pytest.mark.ac("S2 R-30")
def test_a_new_cycle_is_as_small_as_can_be(page, ana, inquiry):
    shown = text(page(ana, reverse("cycles:new", args=[inquiry.pk])))
    assert "One class or one person" in shown
    page(ana, reverse("cycles:new", args=[inquiry.pk]), {"try_what": "Cards", "key": str(uuid.uuid4())})
    assert Cycle.objects.get().size == "one"


@pytest.mark.ac("S2 R-30")
def test_a_larger_start_asks_one_sentence_and_keeps_it(page, ana, checked, draft):
    cycle = draft(size="few", look_on=SOON)
    with pytest.raises(Refused) as refusal:
        services.start_cycle(by=ana, cycle=cycle)
    assert refusal.value.code == "larger_start"
    address = reverse("cycles:cycle", args=[cycle.pk])
    assert "One line on why you start larger" in text(page(ana, address))
    page(ana, reverse("cycles:start", args=[cycle.pk]), {"version": "1", "reason": " "})
    assert Cycle.objects.get().state == "draft"
    page(ana, reverse("cycles:start", args=[cycle.pk]), {"version": "1", "reason": "Five rooms share one hour"})
    assert Cycle.objects.get().state == "doing"
    assert events_of(cycle).filter(verb="locked").get().reason == "Five rooms share one hour"
    shown = text(page(ana, address))
    assert "a few: about 5" in shown
    assert "because: Five rooms share one hour" in shown


@pytest.mark.ac("S4 R-50")
def test_a_step_up_after_scale_asks_nothing_and_a_jump_does(ana, checked, finished):
    drafted = finished(decision="scale", scale_evidence="Held in two rooms").successor
    assert drafted.size == "few"
    plan = {"kind": "at_least", "low": 12, "look_on": SOON}
    ready = services.change_plan(by=ana, cycle=drafted, version=drafted.version, **plan)
    jump = services.change_plan(by=ana, cycle=ready, version=ready.version, size="many")
    with pytest.raises(Refused) as refusal:
        services.start_cycle(by=ana, cycle=jump)
    assert refusal.value.code == "larger_start"
    services.change_plan(by=ana, cycle=jump, version=jump.version, size="few")
    assert services.start_cycle(by=ana, cycle=drafted).state == "doing"


@pytest.mark.ac("S3 R-45")
@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ({"look_on": SOON}, ""),
        ({"look_on": SOON, "size": "few"}, "more than one class or one person"),
        ({"look_on": SOON, "rooms": 4}, "4 classrooms"),
        ({"look_on": SOON + datetime.timedelta(days=40)}, "a look that is more than 4 weeks away"),
    ],
)
def test_a_first_test_that_could_be_smaller_says_so_to_its_writers(page, ana, draft, plan, told):
    shown = text(page(ana, reverse("cycles:cycle", args=[draft(**plan).pk])))
    assert ("A first test teaches soonest when it is small" in shown) is bool(told)
    assert told in shown


@pytest.mark.ac("S3 R-45")
def test_whoever_runs_the_site_sets_both_numbers(page, ana, draft, settings):
    address = reverse("cycles:cycle", args=[draft(rooms=4, look_on=SOON).pk])
    assert "4 classrooms" in text(page(ana, address))
    settings.FIRST_TEST_ROOMS = 4
    assert "A first test teaches soonest" not in text(page(ana, address))
    settings.FIRST_TEST_WEEKS = 0
    assert "a look that is more than 0 weeks away" in text(page(ana, address))
    settings.FIRST_TEST_ROOMS, settings.FIRST_TEST_WEEKS = 3, 1
    assert "one class, within 1 week. This plan has: 4 classrooms." in text(page(ana, address))


@pytest.mark.ac("S3 R-45")
@pytest.mark.ac("S0 R-18")
def test_the_prompt_is_put_away_with_one_click_that_is_kept(page, ana, draft):
    cycle = draft(rooms=5, look_on=SOON)
    for _ in "ab":
        assert page(ana, reverse("cycles:keep_size", args=[cycle.pk]), {}).status_code == 302
    assert "A first test teaches soonest" not in text(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    kept = events_of(cycle).filter(verb="kept_size")
    assert [event.actor_name for event in kept] == ["Ana Ruiz"]
    assert Cycle.objects.get().rooms == 5


@pytest.mark.ac("S0 R-18")
def test_one_click_makes_it_one_class(page, ana, draft):
    cycle = draft(size="all", rooms=12, look_on=SOON)
    page(ana, reverse("cycles:make_smaller", args=[cycle.pk]), {"version": "1"})
    stored = Cycle.objects.get()
    assert (stored.size, stored.rooms) == ("one", None)
    assert not cycle_view(ana, cycle.pk).could_shrink
    assert events_of(cycle).first().verb == "made_smaller"


def test_a_cycle_that_follows_is_not_asked_to_shrink(ana, finished):
    drafted = finished(decision="repeat").successor
    far = timezone.localdate() + datetime.timedelta(days=90)
    services.change_plan(by=ana, cycle=drafted, version=drafted.version, rooms=9, look_on=far)
    assert cycle_view(ana, drafted.pk).could_shrink == ()


def test_sizes_and_levels_that_are_not_there_are_refused(ana, stranger, draft):
    for wrong in ({"size": "huge"}, {"level": "galaxy"}, {"chance": 101}):
        with pytest.raises(Refused):
            draft(**wrong)
    cycle = draft(size="few")
    for act in (services.make_smaller, services.keep_size):
        with pytest.raises(NotAllowed):
            act(by=stranger, cycle=cycle)
    started = services.start_do(by=ana, cycle=cycle)
    for act in (services.make_smaller, services.keep_size):
        with pytest.raises(Refused, match="wrong_state"):
            act(by=ana, cycle=started)
