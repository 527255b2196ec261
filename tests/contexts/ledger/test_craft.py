"""The habits of a cycle on its page, in the form of its plan, and for programs: to its writers only."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.ledger.queries import craft_of
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import cycle_view
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung

PRIVATE = "habits of a cycle that teaches"


def names(rows):
    return [str(row.habit.name) for row in rows]


def test_a_draft_shows_what_is_there_the_next_move_and_what_comes_later(ana, draft):
    told = craft_of(cycle_view(ana, draft(count_what="Students who give a reason").pk))
    assert (names(told.later), names(told.open)[-1]) == (["study", "act", "next"], "data")
    assert {"prediction", "steps"} <= set(names(told.there))
    assert told.open[-1].move == "Say how many counts, or who counts and when."


def test_a_finished_cycle_has_the_rest(ana, finished):
    done = finished(result=8, learned="We predicted 12; 8 spoke.", decision_reason="8 spoke, so we adapt.").cycle
    told = craft_of(cycle_view(ana, done.pk))
    assert {"study", "act", "next"} <= set(names(told.there))
    assert told.later == []
    assert next(row.move for row in told.open if row.habit.name == "data") == "For the next cycle: name what you count."


def test_the_page_of_the_cycle_shows_it_to_writers_only(ana, readers, page, draft):
    cycle = draft()
    Cycle.objects.update(rung=Rung.PUBLIC)
    address = reverse("cycles:cycle", args=[cycle.pk])
    assert PRIVATE in page(ana, address).content.decode()
    for who in ("colleague", "coach", "principal", "hub"):
        answer = page(readers[who], address)
        assert answer.status_code == 200, who
        assert PRIVATE not in answer.content.decode(), who


def test_the_form_of_the_plan_holds_it(ana, inquiry, page, draft):
    new = page(ana, reverse("cycles:new", args=[inquiry.pk])).content.decode()
    assert f'data-craft="{reverse("ledger:craft", args=[inquiry.pk])}"' in new
    cycle = draft()
    kept = page(ana, reverse("cycles:plan", args=[cycle.pk])).content.decode()
    assert f"?cycle={cycle.pk}" in kept
    services.start_do(by=ana, cycle=cycle)
    assert PRIVATE in page(ana, reverse("cycles:plan", args=[cycle.pk])).content.decode()


def read(page, user, inquiry, query="", **typed):
    answer = page(user, reverse("ledger:craft", args=[inquiry.pk]) + query, typed)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.ac("S1 R-26")
def test_what_is_typed_is_read_and_nothing_is_stored(ana, inquiry, page):
    events = Event.objects.count()
    assert "0 of 4 habits" in read(page, ana, inquiry)
    line = {"try_what": "Cards", "kind": "at_least", "low": "12", "out_of": "24", "unit_name": "students give a reason"}
    assert "Name what you count." in read(page, ana, inquiry, **line)
    whole = {**line, "count_what": "Reasons given", "who_where": "Room 12", "planned_counts": "8"}
    assert "3 of 4 habits" in read(page, ana, inquiry, **whole)
    assert "Choose a day to look" in read(page, ana, inquiry, **whole)
    assert (Cycle.objects.count(), Event.objects.count()) == (0, events)


def test_what_does_not_fit_is_read_as_not_there(ana, inquiry, page):
    told = read(
        page, ana, inquiry, kind="nonsense", low="many", look_on="soon", planned_counts="-4", size="x", idea="999"
    )
    assert "0 of 4 habits" in told


def test_after_the_lock_the_practical_fields_are_read_over_what_is_kept(ana, inquiry, page, doing):
    cycle = doing()
    query = f"?cycle={cycle.pk}"
    assert "Name what you count." in read(page, ana, inquiry, query, who_where="Room 12")
    told = read(page, ana, inquiry, query, count_what="Reasons students give", who_where="Room 12")
    assert "A prediction that your count can answer <span" in told
    cycle.refresh_from_db()
    assert cycle.count_what == ""


def test_others_do_not_read_a_plan_in_the_making(readers, inquiry, page, draft):
    draft()
    type(inquiry).objects.update(rung=Rung.PUBLIC)
    assert page(readers["coach"], reverse("ledger:craft", args=[inquiry.pk]), {}).status_code == 403


def test_the_api_gives_it_to_writers_only(ana, readers, api, draft):
    cycle = draft()
    Cycle.objects.update(rung=Rung.PUBLIC)
    told = {row["habit"]: row for row in api(ana, "GET", f"/cycles/{cycle.pk}/craft").json()}
    assert len(told) == 7
    assert told["study"] == {"habit": "study", "there": False, "later": True, "move": "This comes in Study."}
    for who in ("colleague", "coach", "principal", "stranger"):
        assert api(readers[who], "GET", f"/cycles/{cycle.pk}/craft").status_code == 404, who


def test_the_panel_costs_no_query_of_its_own(ana, finished, django_assert_num_queries):
    view = cycle_view(ana, finished(result=8).cycle.pk)
    assert view.entries == []
    assert view.thread.steps
    with django_assert_num_queries(0):
        assert craft_of(view).count


def test_a_number_too_long_for_a_cycle_is_read_as_none(page, ana, inquiry):
    assert "0 of 4 habits" in read(page, ana, inquiry, "?cycle=" + "9" * 5000, try_what="Cards")
