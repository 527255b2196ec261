"""What pages, sheets and Today read of cycles."""

import datetime

import pytest
from django.utils import translation

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Entry
from aimwell.contexts.cycles.queries import cycle_view, cycles_of, open_cycle, ramp_whole
from aimwell.contexts.cycles.queries.counts import places_of, total_of
from aimwell.contexts.cycles.queries.words import CycleRow, span
from aimwell.domain.errors import NotFound


def count(place, number, out_of, pk=0):
    return Entry(pk=pk, kind="count", place=place, count=number, out_of=out_of)


def test_the_middle_counts_of_all_places_add_up():
    rooms = [count("Room 12", n, 24, n) for n in (18, 14, 16)] + [count("Room 14", 11, 26, 9)]
    places = places_of([*rooms, Entry(kind="missed", place="Room 14")], "Counts")
    assert [(place.name, place.came_in, place.missed) for place in places] == [("Room 12", 3, 0), ("Room 14", 1, 1)]
    assert total_of(places) == (27, 50)


def test_of_an_even_number_of_counts_the_lower_middle_stands():
    assert total_of(places_of([count("", 8, 24, 1), count("", 13, 24, 2)], "Counts")) == (8, 24)


def test_counts_without_a_whole_suggest_nothing():
    assert total_of(places_of([count("", 8, None, 1)], "Counts")) is None
    assert total_of([]) is None


@pytest.mark.parametrize(
    ("last", "lang", "words"),
    [
        (datetime.date(2027, 1, 29), "en", "Jan 11–29"),
        (datetime.date(2027, 2, 5), "en", "Jan 11–Feb 5"),
        (datetime.date(2027, 1, 29), "es", "11–29 ene"),
        (None, "en", "Jan 11"),
    ],
)
def test_span(last, lang, words):
    assert span(datetime.date(2027, 1, 11), last, lang) == words


def test_open_cycle_is_the_one_that_needs_the_team_first(ana, team, draft, doing, studying):
    assert open_cycle(ana, team) is None
    draft(), doing()
    first = studying()
    draft()
    assert open_cycle(ana, team).cycle == first


def test_a_row_tells_prediction_and_result_in_both_languages(finished):
    done = finished(decision="adapt").cycle
    told = [(row.line, row.mark, row.act) for row in (CycleRow(done, "en"), CycleRow(done, "es"))]
    assert told == [
        ("8 of 24; predicted 12 or more", "below", "Adapt"), ("8 de 24; predicho: 12 o más", "below", "Adaptar"),
    ]  # fmt: skip


@pytest.mark.ac("S1 R-33")
def test_threads_hold_branches_and_depth(ana, inquiry, finished):
    first = finished(decision="adapt")
    services.draft_cycle(
        by=ana,
        inquiry=inquiry,
        try_what="In Spanish first",
        predecessor=first.cycle,
        why_follows="They argue in Spanish",
    )
    [view] = ramp_whole(ana, inquiry)
    assert [(step.row.cycle.number, step.branch) for step in view.steps] == [(1, False), (2, False), (3, True)]
    assert view.depth.startswith("One finished cycle and no next one yet.")
    assert view.main[1].why == "They read the card, then stop after one sentence."
    assert view.next.cycle == first.successor


def test_a_stranger_reads_no_cycle(stranger, team, draft):
    cycle = draft()
    assert cycles_of(stranger, team=team) == []
    assert open_cycle(stranger, team) is None
    with pytest.raises(NotFound):
        cycle_view(stranger, cycle.pk)


def test_the_pages_speak_spanish(page, ana, studying):
    cycle = studying()
    with translation.override("es"):
        shown = page(ana, f"/cycles/{cycle.pk}/", HTTP_ACCEPT_LANGUAGE="es").content.decode()
    for words in ("Planear", "Hacer", "Estudiar", "Actuar", "¿Qué aprendieron que no sabían el", "Terminar el ciclo 1"):
        assert words in shown
    assert "students give a reason" in shown
    assert "What did you learn" not in shown
