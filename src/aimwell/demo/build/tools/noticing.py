"""What a team's problem rests on; for Room 12 also its problem log and the goals set from outside."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.theory import services
from aimwell.contexts.theory.noticing import services as noticing
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_noticing as story

CHECKED_AFTER = dt.timedelta(days=2)


def build(team: str, bench: Bench) -> None:
    if team == "room12":
        _word(bench)
        _check(bench)
        _log(bench)
        _goals(bench)
    else:
        _rest_on_evidence(bench)


def _rest_on_evidence(bench: Bench) -> None:
    """Whoever wrote down what shows the problem has looked at it."""
    fact = bench.inquiry.evidence.filter(cause=None).first()
    if fact is not None:
        with as_if(fact.created_at + CHECKED_AFTER):
            services.verify_problem(
                by=bench.lead, inquiry=bench.inquiry, version=None, verification="verified", evidence=fact
            )


def _word(bench: Bench) -> None:
    row = bench.inquiry
    parts = {"problem": row.problem, "for_whom": row.for_whom, "how_known": row.how_known}
    for on, problem in ((story.EARLIER_ON, story.EARLIER), (story.REWORDED_ON, row.problem)):
        with as_if(bench.calendar.at(on, "15:45")):
            sent = {**parts, "problem": problem, "subject": story.SUBJECT}
            services.change_problem(by=bench.lead, inquiry=row, version=None, **sent)
    with as_if(bench.calendar.at(story.REWORDED_ON, "15:55")):
        services.describe_problem(
            by=bench.lead, inquiry=row, version=None, why=story.WHY, scale=story.SCALE, areas=story.AREAS,
            assets=story.ASSETS, principle=story.PRINCIPLE,
        )  # fmt: skip


def _check(bench: Bench) -> None:
    key, day = story.BASELINE
    measure = bench.measures[key]
    with as_if(bench.calendar.at(story.CHECKED_ON, "15:20")):
        services.set_baseline(
            by=bench.lead, inquiry=bench.inquiry, version=None, measure=measure, on=bench.calendar.day(day)
        )  # fmt: skip
        services.verify_problem(
            by=bench.lead, inquiry=bench.inquiry, version=None, verification="verified", because=story.CHECKED,
            measure=measure,
        )  # fmt: skip


def _log(bench: Bench) -> None:
    team = bench.inquiry.owner_team
    for text, seen in story.LOG:
        noticed = None
        for on, what in seen:
            with as_if(bench.calendar.at(on, "15:05")):
                told = {"seen_on": bench.calendar.day(on), "what": what}
                if noticed is None:
                    noticed = noticing.notice(by=bench.lead, team=team, text=text, **told)
                else:
                    noticing.see_again(by=bench.lead, noticed=noticed, **told)
    text, on, reason = story.SET_ASIDE
    with as_if(bench.calendar.at(on, "15:05")):
        gone = noticing.notice(by=bench.lead, team=team, text=text, seen_on=bench.calendar.day(on))
        noticing.set_aside(by=bench.lead, thing=gone, reason=reason)


def _goals(bench: Bench) -> None:
    with as_if(bench.calendar.at(story.GOALS_ON, "15:05")):
        for text, set_by, due, ours in story.GOALS:
            goal = noticing.add_goal(
                by=bench.lead, team=bench.inquiry.owner_team, text=text, set_by=set_by,
                due_on=bench.calendar.day(due) if due else None,
            )  # fmt: skip
            noticing.match_goal(by=bench.lead, goal=goal, inquiries=[bench.inquiry] if ours else [])
