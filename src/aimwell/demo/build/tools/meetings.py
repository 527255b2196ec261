"""The rhythm of Room 12, its meetings so far, and the one on Thursday."""

from __future__ import annotations

import datetime as dt
from typing import Any

from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.models import Meeting, Rhythm
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_meetings as story


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    calendar = bench.calendar
    days = {name: calendar.day(value) for name, value in story.RHYTHM.items() if isinstance(value, dt.date)}
    with as_if(calendar.at(story.PLANNED_ON, "15:10")):
        facts: dict[str, Any] = {**story.RHYTHM, **days}
        rhythm = services.make_rhythm(by=bench.lead, team=bench.inquiry.owner_team, **facts)
    for on, notes, decisions in story.HELD:
        _hold(bench, _meeting(rhythm, bench, on), on, notes, decisions)
    on, why, words = story.CALLED_OFF
    with as_if(calendar.at(on, "10:05")):
        services.call_off(by=bench.lead, meeting=_meeting(rhythm, bench, on), why=why, why_words=words)
    upcoming = rhythm.meetings.filter(closed_at=None, status="planned").order_by("on").first()
    if upcoming is not None:
        who = bench.person(story.LEADS_NEXT)
        with as_if(calendar.at(story.HELD[-1][0], "12:45")):
            services.change_meeting(by=bench.lead, meeting=upcoming, version=upcoming.version, facilitator=who)


def _meeting(rhythm: Rhythm, bench: Bench, on: dt.date) -> Meeting:
    return rhythm.meetings.select_related("owner_team__org").get(on=bench.calendar.day(on))


def _hold(bench: Bench, meeting: Meeting, on: dt.date, notes: str, decisions: Any) -> None:
    calendar = bench.calendar
    with as_if(calendar.at(on, "12:20")):
        services.start_meeting(by=bench.lead, meeting=meeting)
    with as_if(calendar.at(on, "12:34")):
        services.write_notes(by=bench.lead, meeting=meeting, version=None, notes=notes)
        made = []
        for text, who, due, done in decisions:
            told = {"text": text, "owner": bench.person(who), "due_on": calendar.day(due)}
            made.append((services.decide(by=bench.lead, meeting=meeting, **told), done))
        for key in ("", "devon"):
            services.attend(by=bench.lead, meeting=meeting, person=bench.person(key))
        services.close_meeting(by=bench.lead, meeting=meeting, version=None)
    for decision, done in made:
        if done is not None:
            with as_if(calendar.at(done, "15:20")):
                services.mark_done(by=bench.person("devon"), decision=decision, on=calendar.day(done))
