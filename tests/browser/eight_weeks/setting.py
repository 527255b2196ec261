"""What the team brings along: accounts, a problem, causes and ideas, a measure, and Ana's forecasts of the fall."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import CoachAssignment
from aimwell.contexts.people.services import start_team
from aimwell.contexts.theory.models import PartKind
from aimwell.contexts.theory.services import (
    add_bone,
    add_cause,
    add_part,
    change_cause,
    go_on_unchecked,
    start_inquiry,
)
from browser.eight_weeks.crew import Crew
from browser.eight_weeks.script import CARDS, COACH, CREW, FALL, LEAD, MEASURE, MONDAY, PROBLEM, STRIPS, TEAM, UNIT
from integration.readers import make_person


def bring(crew: Crew) -> None:
    crew.users = {name: make_person(name) for name in (*CREW, COACH)}
    ana = crew.users[LEAD]
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill")
    team = start_team(by=ana, name=TEAM, about="grade 5 math", org=school)
    CoachAssignment.objects.create(team=team, user=crew.users[COACH])
    fall = start_inquiry(by=ana, team=team, problem="Few students read the question to its end")
    bring_forecasts(ana, team, fall)
    inquiry = start_inquiry(by=ana, team=team, problem=PROBLEM, for_whom="grade 5")
    go_on_unchecked(by=ana, inquiry=inquiry, reason="We see it in every lesson")
    causes = [bring_cause(ana, inquiry)]
    driver = add_part(
        by=ana, inquiry=inquiry, kind=PartKind.PRIMARY, text="A way into the first sentence", causes=causes
    )
    ideas = [
        add_part(by=ana, inquiry=inquiry, kind=PartKind.IDEA, text=text, parents=[driver]) for text in (CARDS, STRIPS)
    ]
    measure = create_measure(by=ana, team=team, name=MEASURE)
    for weeks, count in enumerate((7, 6, 8, 7, 5, 8, 7, 6, 8, 7), 1):
        count_week(ana, measure, MONDAY - dt.timedelta(weeks=weeks), count)
    crew.things = SimpleNamespace(team=team, inquiry=inquiry, cards=ideas[0], strips=ideas[1], measure=measure)


def bring_cause(ana: Any, inquiry: Any) -> Any:
    """One cause, with something seen that speaks for it: an idea that rests on it asks for no reason to go on."""
    bone = add_bone(by=ana, inquiry=inquiry, name="How we ask")
    cause = add_cause(by=ana, bone=bone, text="Students get no time to find words")
    return change_cause(
        by=ana, cause=cause, version=cause.version, text=cause.text, status="supported",
        how_known="We wait one second in 9 of 10 questions",
    )  # fmt: skip


def bring_forecasts(ana: Any, team: Any, inquiry: Any) -> None:
    """Eight finished cycles of the fall, each with a chance: a score rests on ten."""
    then = timezone.now() - dt.timedelta(days=40)
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": UNIT, "result_out_of": 24}
    done = {"state": "done", "locked_at": then, "locked_by": ana, "done_at": then, "learned": "They read more of it."}
    Cycle.objects.bulk_create(
        Cycle(
            owner_team=team, inquiry=inquiry, number=number, try_what=f"Reading aloud {number}", chance=chance,
            result=13 if held else 8, **plan, **done,
        )
        for number, (chance, held) in enumerate(FALL, 1)
    )  # fmt: skip


def count_week(by: Any, measure: Any, monday: dt.date, count: int) -> None:
    """The number of one week, as the class list gives it."""
    put_value(by=by, measure=measure, on=monday, numerator=count, denominator=24)
