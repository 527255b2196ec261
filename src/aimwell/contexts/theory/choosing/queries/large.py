"""What an idea shall do to the indicator at large, beside what the indicator says now (S1 L1342)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from aimwell.contexts.measures.models import Measure, Unit
from aimwell.contexts.measures.queries.gap_hiding import period_for_others
from aimwell.contexts.measures.queries.seen import least_seen
from aimwell.contexts.measures.queries.values import dated_values, read
from aimwell.contexts.people.queries import Reader, eyes_of, may
from aimwell.contexts.theory.choosing.models import IdeaFacts
from aimwell.contexts.theory.models import Part
from aimwell.domain.access import Permission
from aimwell.domain.access.eyes import OWN, Detail, Eyes
from aimwell.domain.render.readings import reading_words
from aimwell.domain.words.numbers import value_text


@dataclass(frozen=True, slots=True)
class LargePrediction:
    """`amount` with its unit; `now`: the newest number of the indicator in words. Empty where there is none."""

    idea: Part
    indicator: Measure | None
    predicted: str
    amount: str
    by_when: datetime.date | None
    now: str


def large_prediction_of(idea: Part, lang: str, *, user: Reader | None = None) -> LargePrediction | None:
    """As `user` may read it; without one, as the team does. An indicator that is not shared has no name and no number.

    None where nothing is predicted at large, or the idea is not shared.
    """
    if user is not None and not may(user, Permission.VIEW, idea):
        return None
    facts = IdeaFacts.objects.select_related("indicator__owner_team__org").filter(idea=idea).first()
    if facts is None:
        return None
    shared = facts.indicator and (user is None or may(user, Permission.VIEW, facts.indicator))
    indicator = facts.indicator if shared else None
    if not (facts.predicted or indicator or facts.amount is not None):
        return None
    now = newest(indicator, eyes_of(user, indicator) if user is not None else OWN, lang) if indicator else ""
    amount = "" if facts.amount is None else value_text(facts.amount, _unit(facts.indicator), _decimals(facts.amount))
    return LargePrediction(idea, indicator, facts.predicted, amount, facts.by_when, now)


def _unit(measure: Measure | None) -> str:
    if measure is None or measure.unit == Unit.COUNT:
        return ""
    return "%" if measure.unit == Unit.PERCENT else measure.unit_name


def _decimals(amount: float) -> int:
    return 0 if amount.is_integer() else 1


def newest(measure: Measure, eyes: Eyes, lang: str) -> str:
    """The newest number for these eyes: single days and small groups stay where they are seen."""
    period = measure.period if eyes.sees(Detail.ROOMS) else period_for_others(measure)
    values = [one for dated in dated_values([measure]).values() for one in dated]
    reading = read(measure, values, period=period, least=least_seen(eyes, measure))
    return "" if reading.last is None else reading_words(reading, lang).latest
