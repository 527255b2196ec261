"""For whom: the groups of a measure, and two of them side by side."""

import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Field, Query, Schema

from aimwell.contexts.measures import queries, services, views
from aimwell.contexts.measures.api.base import router
from aimwell.contexts.measures.api.readings import By
from aimwell.contexts.orgs.models import SmallGroupRule, Team
from aimwell.contexts.people.api.shared import EDIT, READ, Body, Id, media
from aimwell.contexts.people.queries import find_team

First = Annotated[Id | None, Query(description="The line of the first group; without it, the first by the alphabet.")]
Second = Annotated[Id | None, Query(description="The line of the second group; without it, the next by the alphabet.")]
Outside = Annotated[
    Literal["0", "1"],
    Query(
        description="1: as others would see it, with the small groups hidden, and what would give them away; always by "
        "the measure's own period, days by week."
    ),
]


class GroupCountOut(Schema):
    value: float = Field(description="Exact; a percentage is 0 to 100.")
    count: float | None
    of: float | None = Field(description="Out of how many, all counts together; empty where not known.")


class EstimateOut(Schema):
    value: float
    lower: float | None = Field(description="Of the 95 % interval; empty where numbers of students are not known.")
    upper: float | None


class ComparedOut(Schema):
    """Two groups over the same days."""

    first: datetime.date
    last: datetime.date
    a: GroupCountOut | None
    b: GroupCountOut | None
    difference: EstimateOut | None = Field(description="a - b, in points for percentages.")
    ratio: EstimateOut | None = Field(description="a / b.")
    left_out: bool


class GroupOut(Schema):
    series: int
    name: str
    size: int | None = Field(description="How many one count looks at; empty where not known or hidden.")
    hidden: Literal["", "small", "by_subtraction", "all", "unknown"] = Field(
        description="Why its numbers are not shown."
    )
    before: GroupCountOut | None
    after: GroupCountOut | None


class VerdictWords(Schema):
    one_line: str
    sentences: list[str]


class BothVerdicts(Schema):
    en: VerdictWords
    es: VerdictWords


class StretchOut(Schema):
    first: datetime.date
    last: datetime.date


class ForWhomOut(Schema):
    """Before: the phase before the latest, or the first half. After: the latest phase, or the second half."""

    measure: int
    period: str
    before: StretchOut | None
    after: StretchOut | None
    phase: str = Field(description="Why the latest phase began; empty where no phase is marked.")
    rule: SmallGroupRule = Field(description="The team's rule for small groups.")
    minimum: int = Field(description="The fewest students that the rule shows.")
    left_out: int = Field(description="How many single periods of shown groups are hidden.")
    groups: list[GroupOut]
    a: int | None = Field(description="The line of the first group; empty with fewer than two groups to show.")
    b: int | None
    stretches: list[ComparedOut] = Field(description="Before and after, each as a whole.")
    periods: list[ComparedOut] = Field(description="Oldest first.")
    movement: str = Field(description="Of the two groups; empty where numbers of students are not known.")
    trend: str = Field(description="Of their gap: closing, widening, turned, same or early; else empty.")
    words: BothVerdicts | None


@router.get("/measures/{measure_id}/for-whom", response={200: ForWhomOut, **READ})
def get_for_whom(
    request: HttpRequest, measure_id: Id, a: First = None, b: Second = None, by: By = None, outside: Outside = "0"
) -> Any:
    """Who moved, and how far two groups are apart. For members of the team only."""
    found = queries.for_whom_page(
        request.user, queries.find_measure(request.user, measure_id), a=a, b=b, period=by or "", outside=outside == "1"
    )
    gap, stretches = found.gap, found.stretches
    verdict = gap.verdict if gap else None
    return {
        "measure": measure_id,
        "period": found.period,
        "before": _stretch(stretches.before) if stretches else None,
        "after": _stretch(stretches.after) if stretches else None,
        "phase": stretches.reason if stretches else "",
        "rule": found.rule.name,
        "minimum": found.rule.minimum,
        "left_out": found.left_out,
        "groups": [_group(one) for one in found.groups],
        "a": gap.a.pk if gap else None,
        "b": gap.b.pk if gap else None,
        "stretches": gap.stretches if gap else [],
        "periods": gap.rows if gap else [],
        "movement": verdict.movement if verdict else "",
        "trend": verdict.gap.trend if verdict and verdict.gap else "",
        "words": None if found.words is None else {lang: found.words_in(lang) for lang in ("en", "es")},
    }


@router.get("/measures/{measure_id}/for-whom.csv", response={200: None, **READ}, openapi_extra=media("text/csv"))
def get_for_whom_csv(
    request: HttpRequest, measure_id: Id, a: First = None, b: Second = None, by: By = None, outside: Outside = "0"
) -> HttpResponseBase:
    """Two groups side by side, exact: both stretches, then the periods, oldest first. For members of the team only."""
    return views.for_whom_csv(request, measure_id)


class SmallGroupsIn(Body):
    rule: SmallGroupRule = Field(description="None shows fewer than 10 students.")


class SmallGroupsOut(Schema):
    team: int = Field(validation_alias="pk")
    rule: SmallGroupRule = Field(validation_alias="small_groups")


@router.put("/teams/{team_id}/small-groups", response={200: SmallGroupsOut, **EDIT})
def choose_small_groups(request: HttpRequest, team_id: Id, choice: SmallGroupsIn) -> Team:
    """Choose which small groups stay hidden outside the team, for all of its measures."""
    return services.choose_small_groups(by=request.user, team=find_team(request.user, team_id), rule=choice.rule)


def _stretch(dates: tuple[datetime.date, ...]) -> dict[str, datetime.date]:
    return {"first": dates[0], "last": dates[-1]}


def _group(one: queries.Group) -> dict[str, Any]:
    return {
        "series": one.line.pk, "name": one.line.name, "size": one.size, "hidden": one.hidden, "before": one.before,
        "after": one.after,
    }  # fmt: skip
