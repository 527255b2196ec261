"""The work of a team by principle (S0 R-6)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure, Observation, Series
from aimwell.contexts.networks.models import Alignment
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import Reader, visible_to
from aimwell.contexts.theory.models import Cause, Inquiry, Part, Perspective
from aimwell.contexts.theory.predicting.models import Prediction
from aimwell.contexts.theory.processes.models import Process
from aimwell.contexts.theory.voices.models import Interview
from aimwell.domain.access import Rung
from aimwell.domain.calendar.years import BEGINS, school_year
from aimwell.domain.theory.principles import Principle, Work, principle_map
from aimwell.domain.words.coherence import say


@dataclass(frozen=True)
class Shown:
    """One principle in words; `next` is the smallest step where nothing shows it yet."""

    number: int
    name: str
    evidence_of: tuple[str, ...]
    next: str


def shown_principles(
    user: Reader, team: Team, first: datetime.date | None, last: datetime.date | None, *, lang: str
) -> tuple[tuple[datetime.date, datetime.date], list[Shown]]:
    """The period, by default this school year so far, and what its work shows."""
    today = timezone.localdate()
    start, end = sorted((first or datetime.date(school_year(today), *BEGINS), last or today))
    return (start, end), [_in_words(one, lang) for one in principles_of_team(user, team, start, end)]


def _in_words(one: Principle, lang: str) -> Shown:
    works = tuple(say(f"work.{work}", lang, n=count) for work, count in one.shown)
    return Shown(
        one.number, say(f"principle.{one.number}", lang), works, say(f"next.{one.next}", lang) if one.next else ""
    )


def principles_of_team(user: Reader, team: Team, first: datetime.date, last: datetime.date) -> tuple[Principle, ...]:
    """What the reader may see of the team's work of that period, by principle."""
    inquiries = visible_to(user, Inquiry, team=team)
    of_theory = {"inquiry__in": inquiries, "ended_at": None}

    def made(rows: Any, **more: Any) -> int:
        return int(rows.filter(created_at__date__range=(first, last), **more).count())

    measures = visible_to(user, Measure, team=team)
    cycles = visible_to(user, Cycle, team=team).filter(practice=False)
    values = Observation.objects.filter(series__measure__in=measures, ended_at=None, observed_on__range=(first, last))
    shared = Q(rung__gte=Rung.SCHOOL)
    return principle_map({
        Work.PROBLEM: made(inquiries.exclude(problem="")),
        Work.VOICES: made(Perspective.objects.filter(**of_theory)) + made(Interview.objects.filter(**of_theory)),
        Work.FISHBONE: made(Cause.objects.filter(bone__inquiry__in=inquiries, ended_at=None, bone__ended_at=None)),
        Work.PREDICTIONS: made(Prediction.objects.filter(board__inquiry__in=inquiries, ended_at=None)),
        Work.PROCESS: made(Process.objects.filter(**of_theory)),
        Work.GROUPS: made(Series.objects.filter(measure__in=measures, ended_at=None).exclude(name="")),
        Work.VARIATION: values.filter(value__isnull=False).values("series__measure").distinct().count(),
        Work.DRIVERS: made(Part.objects.filter(**of_theory)),
        Work.MEASURES: made(measures),
        Work.VALUES: values.filter(value__isnull=False).count(),
        Work.CYCLES: made(cycles),
        Work.LEARNING: made(cycles.exclude(learned="")),
        Work.SHARED: sum(made(rows.filter(shared)) for rows in (inquiries, measures, cycles)),
        Work.NETWORK: made(Alignment.objects.filter(**of_theory)),
    })  # fmt: skip
