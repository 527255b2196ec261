"""The theory is one click away, three screens hold a tiny effort, and a study says what nobody examined."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.conditions import queries as conditions
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import measure_page
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.meetings.services import add_meeting
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.services import connect_measure, describe_problem, set_aim


def text(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S2 R-25")
def test_test_meeting_and_data_lead_to_the_map_and_to_the_linked_part(page, ana, team, inquiry, idea, draft):
    measure = create_measure(by=ana, team=team, name="Gives a reason")
    cycle = draft(idea=idea, measure=measure)
    meeting = add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate())
    way, the_map = reverse("theory:overview", args=[team.pk]), reverse("theory:drivers", args=[inquiry.pk])
    tested = text(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    counted = reverse("measures:measure", args=[measure.pk])
    for shown in (tested, text(page(ana, reverse("meetings:meeting", args=[meeting.pk]))), text(page(ana, counted))):
        assert f'href="{way}"' in shown
    assert page(ana, way)["Location"] == the_map
    part = f'href="{the_map}?part={idea.pk}#panel">{idea.text}</a>'
    assert part in tested
    assert part not in text(page(ana, counted))
    connect_measure(by=ana, part=idea, measure=measure)
    set_aim(by=ana, inquiry=inquiry, what="explain", measure=measure)
    shown = text(page(ana, counted))
    assert part in shown
    assert f'<a href="{the_map}">the aim</a>' in shown
    assert 'id="panel"' in text(page(ana, f"{the_map}?part={idea.pk}"))


@pytest.mark.ac("S2 R-10")
@pytest.mark.ac("S2 R-31")
def test_a_tiny_problem_a_measure_and_a_test_are_saved_on_three_screens(page, ana, team):
    begun = page(ana, reverse("reports:begin", args=[team.pk]), {"sentence": "Cars block the gate at 3 o’clock"})
    inquiry = Inquiry.objects.get()
    assert begun["Location"] == reverse("theory:problem", args=[inquiry.pk])
    sent = {"name": "Minutes until the gate is free", "kind": "outcome", "direction": "down", "period": "day",
            "unit": "number"}  # fmt: skip
    assert page(ana, reverse("measures:new", args=[team.pk]), sent).status_code == 302
    measure = Measure.objects.get()
    plan = {"try_what": "Two cones by the curb", "question": "Do cones keep it free?", "kind": "at_most", "high": "5",
            "look_on": "2027-01-29", "measure": measure.pk}  # fmt: skip
    assert page(ana, reverse("cycles:new", args=[inquiry.pk]), plan).status_code == 302
    cycle = Cycle.objects.get()
    assert (cycle.question, cycle.kind, cycle.high, cycle.measure, cycle.look_on) == (
        "Do cones keep it free?", "at_most", 5, measure, datetime.date(2027, 1, 29),
    )  # fmt: skip
    assert services.start_cycle(by=ana, cycle=cycle, reason="It is a gate").state == "doing"
    describe_problem(by=ana, inquiry=inquiry, version=None, scale="classroom")
    assert "A classroom" in text(page(ana, reverse("theory:problem", args=[inquiry.pk])))
    scales = [value for value, _ in Inquiry._meta.get_field("scale").choices]
    assert scales == ["classroom", "team", "school", "district", "network", "state"]


@pytest.mark.ac("S0 R-80")
def test_study_asks_who_benefited_and_says_where_nobody_examined_it(page, ana, studying, answers):
    cycle = studying()
    at = reverse("cycles:cycle", args=[cycle.pk])
    asked = text(page(ana, at))
    assert "Who benefited?" in asked
    assert "Who did not?" in asked
    services.finish(by=ana, cycle=cycle, version=cycle.version, **answers())
    assert "Who benefited and who did not: not examined." in text(page(ana, at))


@pytest.mark.ac("S0 R-80")
def test_what_was_examined_stands_in_its_place(page, ana, finished):
    done = finished(benefited="Those who wait", not_benefited="Two new to English").cycle
    shown = text(page(ana, reverse("cycles:cycle", args=[done.pk])))
    assert "not examined" not in shown
    assert "Two new to English" in shown


@pytest.mark.ac("S4 R-46")
def test_a_year_later_the_change_comes_up_again_and_its_next_cycle_begins_from_last_years_decision(
    page, ana, team, inquiry, finished
):
    with time_machine.travel(datetime.datetime(2026, 2, 2, 16, tzinfo=datetime.UTC), tick=False):
        adopted = finished({"look_on": datetime.date(2026, 2, 2)}, result=13, decision="adopt").cycle
    with time_machine.travel(datetime.datetime(2027, 2, 8, 16, tzinfo=datetime.UTC), tick=False):
        due = conditions.due_looks(ana, team, "en")
        assert [(look.cycle, look.due_on) for look in due][-1] == (adopted, datetime.date(2027, 2, 2))
        answer = {"still_used": "partly", "decision": "adjust", "words": "Two rooms let it slip", "change": "A timer"}
        page(ana, reverse("conditions:look", args=[adopted.pk, due[-1].due_on]), {**answer, "found": "9 of 24"})
        again = Cycle.objects.get(predecessor=adopted)
        assert again.inquiry == inquiry
        shown = text(page(ana, reverse("cycles:cycle", args=[again.pk])))
        assert reverse("cycles:cycle", args=[adopted.pk]) in shown
        assert "Adopt" in shown
        assert "13 of 24" in shown
        chain = text(page(ana, reverse("cycles:ramp", args=[inquiry.pk])))
    listed = chain[chain.index('<ol class="thread"') :]
    assert listed.index(f"Cycle {adopted.number}") < listed.index(f"Cycle {again.number}")


@pytest.mark.ac("S2 R-35")
def test_who_used_it_as_intended_is_a_process_measure_with_a_chart_for_each_site(page, ana, team):
    used = create_measure(by=ana, team=team, name="Used it as intended", kind="process")
    first = datetime.date(2026, 9, 7)
    for site, users in (("Oak", 6), ("Elm", 9), ("Ash", 3)):
        for week in range(4):
            on = first + datetime.timedelta(weeks=week)
            put_value(by=ana, measure=used, on=on, series=site, numerator=users + week, denominator=12)
    found = measure_page(ana, used)
    assert [one.series.name for one in found.small] == ["Ash", "Elm", "Oak"]
    assert all(len(one.reading.points) == 4 for one in found.small)
    shown = text(page(ana, reverse("measures:measure", args=[used.pk])))
    assert [shown.count('class="small-chart"'), used.kind] == [3, "process"]
    assert all(site in shown for site in ("Oak", "Elm", "Ash"))
