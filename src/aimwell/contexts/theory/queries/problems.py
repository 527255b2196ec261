"""What the problem page shows beside the words: its first count, earlier wordings, the team's other efforts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries.values import dated_values, unit_of
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Inquiry, PartKind, Verification
from aimwell.contexts.theory.queries.loose import NOT_LOOSE
from aimwell.contexts.theory.queries.view import InquiryView, begun
from aimwell.contexts.theory.queries.way import signed
from aimwell.core.history.models import Event
from aimwell.domain.access.eyes import Detail
from aimwell.domain.theory.problem import Count, by_day
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.noticing import AREA_KEYS, say
from aimwell.domain.words.numbers import decimals_for, number_text, value_text

NEWEST = 12
CHECK, PROBLEM = "check", "problem"
Counts = Mapping[int, Mapping[datetime.date, Count]]


@dataclass(frozen=True)
class StoredCount:
    """A count that a problem may start from. `value` is what the form sends: measure and day."""

    measure: Measure
    on: datetime.date
    words: str

    @property
    def value(self) -> str:
        return f"{self.measure.pk}:{self.on.isoformat()}"


@dataclass(frozen=True)
class Measured:
    """Each measure of the team with its newest counts, newest first, and the count the problem starts from."""

    groups: tuple[tuple[Measure, tuple[StoredCount, ...]], ...]
    chosen: StoredCount | None


def measured(user: User, view: InquiryView) -> Measured:
    """Two queries for an editor, none for others but the one that reads the baseline. Counts of single days are for the
    team alone (`Detail.ROOMS`)."""
    inquiry = view.inquiry
    if not view.eyes.sees(Detail.ROOMS):
        return Measured((), None)
    measures = list(visible_to(user, Measure, team=inquiry.owner_team))
    counts = _counts(measures)
    groups = tuple((one, _newest(one, counts, view.lang)) for one in measures if counts.get(one.pk))
    start = next((one for one in measures if one.pk == inquiry.baseline_measure_id), None)
    known = counts.get(start.pk, {}).get(inquiry.baseline_on) if start and inquiry.baseline_on else None
    return Measured(groups, StoredCount(start, known.on, _words(start, known, view.lang)) if start and known else None)


def _counts(measures: Iterable[Measure]) -> Counts:
    lines: dict[int, list[Count]] = {}
    for (measure, _), values in dated_values(list(measures)).items():
        rows = [Count(one.on, one.value, one.numerator, one.denominator) for one in values if one.value is not None]
        lines.setdefault(measure, []).extend(rows)
    return {measure: by_day(rows) for measure, rows in lines.items()}


def _newest(measure: Measure, counts: Counts, lang: str) -> tuple[StoredCount, ...]:
    rows = list(counts[measure.pk].values())[::-1][:NEWEST]
    return tuple(StoredCount(measure, one.on, _words(measure, one, lang)) for one in rows)


def _words(measure: Measure, count: Count, lang: str) -> str:
    unit = unit_of(measure)
    below = [count.bottom] if count.bottom else []
    told = value_text(count.value, unit, decimals_for([count.value], unit=unit, denominators=below))
    day = long_date(count.on, lang)
    if count.top is None or not count.bottom:
        return say("baseline", lang, value=told, day=day)
    return say(
        "baseline.of", lang, value=told, day=day, top=number_text(count.top), bottom=number_text(count.bottom)
    )  # fmt: skip


@dataclass(frozen=True)
class Wording:
    text: str
    on: datetime.date


def earlier_wordings(view: InquiryView) -> tuple[Wording, ...]:
    """How the problem was said before, newest first, each with the day on which it gave way (S4 R-5)."""
    if not view.beside:
        return ()
    told = Event.objects.filter(target_type=Inquiry._meta.label_lower, target_id=view.inquiry.pk)
    rows = told.filter(before__has_key="problem").order_by("at", "id").values_list("before__problem", "at")
    found = {text: Wording(text, timezone.localdate(at)) for text, at in rows if text}
    found.pop(view.inquiry.problem, None)
    return tuple(reversed(found.values()))


def area_words(keys: Iterable[str], lang: str) -> list[str]:
    """Areas of the list in words; the team's own as they were written."""
    return [say(f"area.{key}", lang) if key in AREA_KEYS else key for key in keys]


def area_choices(user: User, inquiry: Inquiry, lang: str) -> list[tuple[str, str]]:
    """Areas of the list, then those that the team added to any of its efforts."""
    used = visible_to(user, Inquiry, team=inquiry.owner_team).exclude(areas=[]).values_list("areas", flat=True)
    own = sorted({area for areas in used for area in areas} - set(AREA_KEYS))
    return [(key, say(f"area.{key}", lang)) for key in AREA_KEYS] + [(area, area) for area in own]


def open_before_test(inquiry: Inquiry) -> tuple[str, ...]:
    """What starting a test asks for first: words, a cause and a voice (S0 R-1), a look at data (S4 R-4). Nothing once
    somebody said why the team goes on."""
    if inquiry.skipped.get(CHECK):
        return ()
    there = begun(inquiry)
    heard = there.perspectives or signed(inquiry, ["voices"], own=True).get("voices")
    asks = {
        PROBLEM: not inquiry.problem.strip(),
        "cause": not there.causes,
        "voice": not heard,
        CHECK: inquiry.verification == Verification.UNVERIFIED,
    }
    return tuple(part for part, open_ in asks.items() if open_)


def needs_problem(inquiry: Inquiry, kind: str) -> bool:
    """Whether adding this part asks first: an idea, with no problem written, and nobody said why (S2 R-1)."""
    return kind == PartKind.IDEA and not inquiry.problem.strip() and not inquiry.skipped.get(PROBLEM)


@dataclass(frozen=True)
class Efforts:
    open: tuple[Inquiry, ...]
    closed: tuple[Inquiry, ...]


def efforts_of(user: User, team: Team) -> Efforts:
    """Each effort of the team that `user` may see, newest first. One query."""
    rows = list(visible_to(user, Inquiry, team=team).filter(NOT_LOOSE).order_by("-id"))
    return Efforts(tuple(row for row in rows if not row.is_closed), tuple(row for row in rows if row.is_closed))
