"""Room 12 rates its ideas, chooses one, and parks two."""

from __future__ import annotations

import datetime as dt
from typing import Any

from aimwell.contexts.people.models import Membership
from aimwell.contexts.theory.choosing import services
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_choosing as story


def build(team: str, bench: Bench) -> None:
    if team == "room12":
        _know(bench)
        _rate(bench)
        _choose(bench)
        _work(bench)
        _park(bench)


def _know(bench: Bench) -> None:
    with as_if(bench.calendar.at(story.MET_ON, "15:10")):
        services.say_why_not_yet(by=bench.lead, inquiry=bench.inquiry, version=0, said=story.WHY_NOT_YET)
        for key, facts in story.FACTS.items():
            services.change_facts(by=bench.lead, idea=bench.ideas[key], version=None, **_here(facts, bench))
    for key, size, evidence, on in story.SCALES:
        with as_if(bench.calendar.at(on, "15:10")):
            services.set_scale(by=bench.lead, idea=bench.ideas[key], version=None, scale=size, evidence=evidence)


def _here(facts: dict[str, Any], bench: Bench) -> dict[str, Any]:
    """Days moved into the reader's year, and the indicator itself instead of its key."""
    moved = {name: bench.calendar.day(one) if isinstance(one, dt.date) else one for name, one in facts.items()}
    return {**moved, **({"indicator": bench.measures[facts["indicator"]]} if "indicator" in facts else {})}


def _rate(bench: Bench) -> None:
    with as_if(bench.calendar.at(story.MET_ON, "15:30")):
        for place, key in enumerate(story.RATERS):
            given = {bench.ideas[idea]: pairs[place] for idea, pairs in story.RATINGS.items()}
            services.rate_ideas(by=bench.users[key], inquiry=bench.inquiry, ratings=given)
        services.open_ratings(by=bench.users["devon"], inquiry=bench.inquiry)


def _choose(bench: Bench) -> None:
    idea = bench.ideas[story.CHOSEN]
    with as_if(bench.calendar.at(story.MET_ON, "15:50")):
        for key in story.RATERS:
            services.prefer_idea(by=bench.users[key], idea=idea)
        proposal = services.propose_idea(by=bench.users["devon"], idea=idea)
        services.answer_proposal(by=bench.lead, proposal=proposal, stand="for_it", named=True)
        services.answer_proposal(by=bench.users["devon"], proposal=proposal, stand="can_live", named=True)
        concern = services.answer_proposal(
            by=bench.users["leticia"], proposal=proposal, stand="concern", concern=story.CONCERN
        )
        services.handle_concern(by=bench.lead, answer=concern, version=None, handled=story.HANDLED)
        services.record_choice(by=bench.lead, proposal=proposal, version=None, reason=story.REASON)


def _work(bench: Bench) -> None:
    places = Membership.objects.filter(team=bench.inquiry.owner_team, ended=None)
    for key, kind, what, who, by_when, done in story.COMMITMENTS:
        with as_if(bench.calendar.at(story.MET_ON, "16:00")):
            row = services.add_commitment(
                by=bench.lead, idea=bench.ideas[key], kind=kind, what=what,
                owner=places.get(name__startswith=who), by_when=bench.calendar.day(by_when),
            )  # fmt: skip
        if done:
            with as_if(bench.calendar.at(done, "15:00")):
                services.mark_done(by=bench.users["devon"], commitment=row)


def _park(bench: Bench) -> None:
    with as_if(bench.calendar.at(story.PARKED_ON, "15:20")):
        for text, source, revisit in story.PARKED:
            services.park_thought(
                by=bench.lead, inquiry=bench.inquiry, text=bench.calendar.told(text), source=source,
                revisit_on=bench.calendar.day(revisit),
            )  # fmt: skip
        key, reason = story.GOES_ON
        services.go_on(by=bench.lead, idea=bench.ideas[key], reason=reason)
