import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.theory.models import Cause, Link, Part
from aimwell.contexts.theory.services import change_problem, set_aside
from aimwell.core.history.models import Event


def history(team):
    return reverse("reports:history", args=[team.pk])


def test_history_says_who_changed_what_from_and_to(page, ana, team, inquiry):
    change_problem(
        by=ana, inquiry=inquiry, version=1, problem="One in three say why.", for_whom="fifth graders", how_known=""
    )
    text = page(ana, history(team)).content.decode()
    assert "<strong>Ana Ruiz</strong> changed" in text
    assert "fifth graders" in text


@pytest.mark.ac("S0 R-89")
def test_history_brings_a_driver_back_with_its_links(page, client, ana, team, theory):
    driver = Part.objects.get(text="Everyone has a way in")
    set_aside(by=ana, thing=driver, reason="Too broad")
    event = Event.objects.get(verb="set_aside")
    assert "Bring it back" in page(ana, history(team)).content.decode()
    client.post(reverse("reports:restore", args=[team.pk, event.pk]))
    driver.refresh_from_db()
    assert driver.ended_at is None
    assert Link.objects.filter(parent=driver, ended_at=None).count() == 1
    assert "Bring it back" not in page(ana, history(team)).content.decode()
    told = Event.objects.filter(target_id=driver.pk, target_type="theory.part")
    assert list(told.values_list("verb", flat=True)) == [
        "restored", "set_aside", "created",
    ]  # fmt: skip


def test_history_puts_earlier_words_back_and_keeps_the_later_ones(page, client, ana, team, inquiry):
    change_problem(by=ana, inquiry=inquiry, version=1, problem="Other words.", for_whom="", how_known="")
    event = Event.objects.get(verb="changed")
    page(ana, history(team))
    client.post(reverse("reports:revert", args=[team.pk, event.pk]))
    inquiry.refresh_from_db()
    assert inquiry.problem == "Only a few students say why."
    assert Event.objects.filter(verb="changed").first().before == {"problem": "Other words."}


def test_history_is_for_members_and_changes_nothing_for_others(page, client, ana, team, theory, stranger):
    set_aside(by=ana, thing=Cause.objects.get(), reason="Reworded")
    event = Event.objects.get(verb="set_aside")
    assert page(stranger, history(team)).status_code == 404
    assert client.post(reverse("reports:restore", args=[team.pk, event.pk])).status_code == 404
    assert Cause.objects.get().ended_at is not None


def test_history_query_count_does_not_grow(page, ana, team, theory, django_assert_num_queries):
    from aimwell.contexts.theory.services import add_evidence

    page(ana, history(team))
    with django_assert_num_queries(7):
        page(ana, history(team))
    for number in range(10):
        add_evidence(by=ana, inquiry=theory, text=f"Seen {number}")
    with django_assert_num_queries(7):
        page(ana, history(team))


def test_events_refuse_to_be_changed_or_deleted(ana, team):
    with pytest.raises(TypeError):
        Event.objects.all().delete()
    with pytest.raises(TypeError):
        Event.objects.update(reason="other")


def test_history_brings_a_cycle_back_with_its_bar_on_the_chart(page, client, ana, team, theory, measure):
    from aimwell.contexts.cycles.services import draft_cycle, start_do
    from aimwell.contexts.cycles.services import set_aside as set_cycle_aside
    from aimwell.contexts.measures.models import Annotation

    plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2026, 2, 1)}
    draft = draft_cycle(by=ana, inquiry=theory, try_what="A minute", measure=measure, **plan)
    cycle = start_do(by=ana, cycle=draft)
    set_cycle_aside(by=ana, cycle=cycle, reason="Started too early")
    assert Annotation.objects.filter(kind="cycle", ended_at=None).count() == 0
    event = Event.objects.get(verb="set_aside", target_type="cycles.cycle")
    page(ana, history(team))
    client.post(reverse("reports:restore", args=[team.pk, event.pk]))
    cycle.refresh_from_db()
    assert cycle.ended_at is None
    assert Annotation.objects.filter(kind="cycle", ended_at=None).count() == 1
