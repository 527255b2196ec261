"""Structured and light: fewer fields in sight, nothing lost on the way there and back."""

import datetime

import pytest
from django.core import serializers

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import change_plan, draft_cycle, start_do
from aimwell.contexts.people.wording.services import choose_method
from aimwell.contexts.theory.models import Aim, Inquiry
from aimwell.contexts.theory.services import change_problem, set_aim, start_inquiry

pytestmark = pytest.mark.django_db
PREDICTION = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students"}
PLAN = {
    "because": "They know more than they say.",
    "who_where": "Room 12",
    "count_what": "Reasons",
    "planned_counts": 4,
}


@pytest.fixture
def filled(ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    change_problem(
        by=ana, inquiry=inquiry, version=1, problem="Few say why.", for_whom="Room 12, 24 students", how_known="8 of 24"
    )
    set_aim(by=ana, inquiry=inquiry, what="explain", baseline=34, target=65)
    cycle = draft_cycle(by=ana, inquiry=inquiry, try_what="A minute", look_on=datetime.date(2026, 2, 1), **PREDICTION)
    return change_plan(by=ana, cycle=cycle, version=cycle.version, **PLAN)


def everything():
    rows = [*Inquiry.objects.all(), *Aim.objects.all(), *Cycle.objects.all()]
    return serializers.serialize("json", rows)


@pytest.mark.ac("S4 R-60")
def test_to_light_and_back_all_is_as_it_was(page, ana, team, filled):
    before = everything()
    choose_method(by=ana, place=team, method="light")
    pages = [f"/i/{filled.inquiry_id}/problem/", f"/i/{filled.inquiry_id}/aim/", f"/cycles/{filled.pk}/plan/"]
    light = [page(ana, url).content.decode() for url in pages]
    choose_method(by=ana, place=team, method="structured")
    structured = [page(ana, url).content.decode() for url in pages]
    assert everything() == before
    for told in (light, structured):
        assert "Room 12, 24 students" in told[0]
        assert 'name="baseline" value="34' in told[1]
        assert "They know more than they say." in told[2]
    assert [text.count("<details") for text in light] > [text.count("<details") for text in structured]


@pytest.mark.ac("S4 R-60")
def test_a_form_sent_from_a_light_page_keeps_what_it_folds_away(page, ana, team, filled):
    choose_method(by=ana, place=team, method="light")
    inquiry = Inquiry.objects.get()
    sent = {"problem": "Few say why in class.", "for_whom": inquiry.for_whom, "how_known": inquiry.how_known}
    page(ana, f"/i/{inquiry.pk}/problem/", {**sent, "version": inquiry.version})
    inquiry.refresh_from_db()
    assert (inquiry.problem, inquiry.for_whom, inquiry.how_known) == (
        "Few say why in class.",
        "Room 12, 24 students",
        "8 of 24",
    )


def test_light_asks_less_and_hints_less(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    url = f"/i/{inquiry.pk}/problem/"
    assert 'class="ask"' in page(ana, url).content.decode()
    choose_method(by=ana, place=team, method="light")
    told = page(ana, url).content.decode()
    assert 'class="ask"' not in told
    assert "More: evidence and those it touches" in told
    assert "Go on to the causes" in told


@pytest.mark.ac("S4 R-60")
def test_each_cycle_keeps_the_method_it_began_with(page, api, ana, team, filled):
    assert filled.method == ""
    choose_method(by=ana, place=team, method="light")
    started = start_do(by=ana, cycle=filled)
    choose_method(by=ana, place=team, method="structured")
    assert Cycle.objects.get(pk=started.pk).method == "light"
    assert "<dt>Method</dt><dd>light</dd>" in page(ana, f"/cycles/{started.pk}/").content.decode()
    assert api(ana, "GET", f"/cycles/{started.pk}").json()["method"] == "light"
