"""Single rooms and single days stay with the team, also where the cycle is open to others."""

import datetime

from django.urls import reverse

from aimwell.contexts.cycles.queries import shared_entries
from aimwell.contexts.cycles.services import add_entry, begin_study, draft_cycle, start_do
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.access import Rung


def shared_cycle(ana, team):
    plan = {"kind": "range", "low": 30, "high": 36, "out_of": 50, "look_on": datetime.date(2026, 1, 29)}
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    cycle = start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, try_what="Two answers", **plan))
    for place, count, out_of in (("Room 12", 16, 24), ("Room 14", 11, 26)):
        day = datetime.date(2026, 1, 12)
        add_entry(by=ana, cycle=cycle, kind="count", place=place, count=count, out_of=out_of, happened_on=day)
    add_entry(by=ana, cycle=cycle, kind="surprise", text="Two argued.", place="Room 12", happened_on=day)
    cycle = begin_study(by=ana, cycle=cycle)
    return share(by=ana, obj=cycle, rung=Rung.SCHOOL)


def test_cycle_page_shows_rooms_to_the_team_only(page, readers, ana, team):
    url = reverse("cycles:cycle", args=[shared_cycle(ana, team).pk])
    assert "Room 14" in page(ana, url).content.decode()
    text = page(readers["principal"], url).content.decode()
    assert "Two argued." in text
    assert "Room 14" not in text
    assert "11 of 26" not in text


def test_shared_entries_leave_out_rooms_and_counts(readers, ana, team):
    cycle = shared_cycle(ana, team)
    assert [entry.place for entry in shared_entries(ana, cycle)] == ["Room 12", "Room 14", "Room 12"]
    assert [(entry.text, entry.place) for entry in shared_entries(readers["principal"], cycle)] == [("Two argued.", "")]
