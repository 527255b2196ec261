"""What was read in the records stands on the page of the thread, for the team alone; and the rubric of a district."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.rubric import services
from aimwell.contexts.people.services import share
from aimwell.domain.access import Rung
from contexts.rubric.conftest import all_met
from contexts.rubric.test_gate import thread  # noqa: F401


def words(response):
    return " ".join(response.content.decode().split())


def ramp(cycle):
    return reverse("cycles:ramp", args=[cycle.inquiry_id])


@pytest.mark.ac("S1 R-33")
def test_a_thread_shows_what_was_read_in_each_record_and_leads_to_the_gate(page, ana, finished, around):
    first = finished(decision="adopt").cycle
    gate = reverse("rubric:gate", args=[first.pk])
    assert "points are in the record" not in words(page(ana, ramp(first)))
    services.read_ourselves(by=ana, cycle=first, version=None, answers=all_met("P3"))
    shown = words(page(ana, ramp(first)))
    assert "Cycle 1</a>: 9 of 10 points are in the record." in shown
    assert gate in shown
    share(by=ana, obj=first, rung=Rung.COACH)
    for reader in (around.coach, around.principal):
        told = words(page(reader, ramp(first)))
        assert "points are in the record" not in told
        assert gate not in told


@pytest.mark.ac("S1 R-47")
def test_a_member_who_reads_blind_sees_no_reading_on_the_thread(page, ana, devon, finished):
    cycle = finished(decision="adopt").cycle
    services.read_ourselves(by=ana, cycle=cycle, version=None, answers=all_met("P3"))
    services.ask_to_read(by=ana, cycle=cycle, reader=devon)
    assert "9 of 10 points" not in words(page(devon, ramp(cycle)))
    assert "9 of 10 points" in words(page(ana, ramp(cycle)))


def test_a_half_written_reading_says_nothing_and_the_agreed_one_goes_first(page, ana, opened, around):
    services.read_ourselves(by=ana, cycle=opened, version=None, answers={})
    assert "points are in the record" not in words(page(ana, ramp(opened)))
    services.read_ourselves(by=ana, cycle=opened, version=1, answers=all_met("P3", "D2"))
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    services.give_reading(by=around.coach, review=asked, version=1, answers=all_met(), done=True)
    services.agree_on(by=ana, cycle=opened, version=None, answers=all_met("P3"))
    assert "9 of 10 points are in the record." in words(page(ana, ramp(opened)))


@pytest.mark.ac("S1 R-46")
def test_a_district_words_leaves_out_and_adds_and_its_schools_read_by_that(page, ana, cycle, around):
    from aimwell.domain.pdsa.rubric import Both, Own

    services.word_rubric(
        by=around.admin, org=around.district, version=0, words={"P2": Both("Small enough for one day")},
        left_out=["A1"], own={"S9": Own(Both("Families heard of it"), Both("Tell one family"))},
    )  # fmt: skip
    form = words(page(ana, reverse("rubric:ours", args=[cycle.pk])))
    assert form.count("<legend>") == 10
    assert "Small enough for one day" in form
    assert "Families heard of it" in form
    assert "A next step is identified" not in form
    assert "Includes Includes" not in form
    assert form.count('name="P2_note"') == 1


@pytest.mark.ac("S1 R-46")
def test_the_gate_of_a_long_thread_reads_all_of_it(page, ana, thread):  # noqa: F811
    """Ten cycles, of which only the second has fewer points than the one before: it lies far from the last one."""
    last = thread(8, *[7] * 9)[-1]
    gate = reverse("rubric:gate", args=[last.pk])
    assert "fewer points in its record" in words(page(ana, f"{gate}?window=first"))
    assert "All three answers are yes." in words(page(ana, f"{gate}?window=last"))
