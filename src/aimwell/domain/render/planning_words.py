"""Proposed phases, held gains and planned measures in words."""

from __future__ import annotations

from datetime import date

from aimwell.domain.calendar.periods import Period
from aimwell.domain.calendar.years import latest_last_year
from aimwell.domain.render.numbers import Voice, voice_for
from aimwell.domain.spc.holding import Holding
from aimwell.domain.spc.last_year import MONTHS_MOVE
from aimwell.domain.spc.planner import Expected
from aimwell.domain.spc.proposals import Proposal
from aimwell.domain.spc.reading import Reading
from aimwell.domain.words.dates import short_date
from aimwell.domain.words.numbers import count_word, number_text, one_in, value_text
from aimwell.domain.words.planning import TABLE


def proposal_words(proposal: Proposal, reading: Reading, lang: str) -> tuple[str, ...]:
    """What is proposed, how often chance does this, and who decides."""
    voice = voice_for(reading, lang)
    params = {
        "date": _date(proposal.starts, voice),
        "before": voice.centre(proposal.before),
        "centre": voice.centre(proposal.centre),
        "points": proposal.points,
    }
    said = []
    if proposal.evidence is None:
        said.append(_say("new_year", lang, **params))
    else:
        shift = proposal.evidence.shift
        side = TABLE.say(f"side.{shift.side}", lang)
        said.append(_say("shift", lang, count=count_word(shift.length, lang), side=side, **params))
        said.append(_say("chance", lang, times=one_in(proposal.evidence.chance)))
    if proposal.trial:
        said.append(_say("trial", lang))
    return (*said, _say("decide", lang))


def holding_words(found: Holding, reading: Reading, lang: str) -> str:
    voice = voice_for(reading, lang)
    return _say(
        f"hold.{found.state}",
        lang,
        date=_date(found.since, voice),
        before=voice.centre(found.before),
        level="" if found.level is None else _level(found.level, reading, voice),
        count=count_word(found.run_length, lang),
        side=TABLE.say(f"side.{found.run_side}", lang) if found.run_side else "",
    )


def _level(level: float, reading: Reading, voice: Voice) -> str:
    """With a half where whole numbers have one as their middle."""
    whole = all(point.value == round(point.value) for point in reading.points if point.value is not None)
    if whole and level != round(level):
        return value_text(level, voice.unit, 1)
    return voice.centre(level)


def wanted_words(level: float, to: float, reading: Reading, lang: str, *, students: int | None = None) -> str:
    """The move that is planned, on the scale of the chart. `students`: cases behind each point of a share."""
    voice = voice_for(reading, lang)
    params = {"level": voice.centre(level), "to": voice.value(to)}
    if students is None:
        return _say("plan.value", lang, **params)
    return _say("plan.share", lang, students=number_text(students), **params)


def expected_words(found: Expected, period: Period, lang: str) -> tuple[str, str]:
    """How many points it takes, and how often the rules ring without any change by then."""
    points = len(found.seen)
    if found.usual is None:
        first = _say("plan.never", lang, points=points)
    elif found.likely is None:
        first = _say("plan.half", lang, usual=_span(found.usual, period, lang), points=points)
    else:
        usual, likely = _span(found.usual, period, lang), _span(found.likely, period, lang)
        first = _say("plan.usual", lang, usual=usual, likely=likely)
    by_then = found.rings[(found.likely or points) - 1]
    return first, _say("plan.rings", lang, share=value_text(by_then * 100, "%", 0))


def unreachable_words(lang: str) -> str:
    return _say("plan.unreachable", lang)


def new_year_reason(lang: str) -> str:
    return _say("new_year.reason", lang)


def last_year_words(reading: Reading, lang: str) -> str:
    """The middle of the weeks that match the latest points, a year earlier; empty where too few were counted, and
    where the line comes from there anyway.
    """
    if reading.method.last_year:
        return ""
    months = reading.period == "month"
    counted = [(point.on, point.value) for point in reading.values if not point.excluded]
    found = latest_last_year(counted, within_days=MONTHS_MOVE if months else 0)
    if found is None or found.centre is None:
        return ""
    centre = voice_for(reading, lang).centre(found.centre)
    return _say("last_year.month" if months else "last_year", lang, centre=centre)


def _span(points: int, period: Period, lang: str) -> str:
    return TABLE.say(f"span.{period}", lang, n=points, count=count_word(points, lang))


def _say(key: str, lang: str, **params: object) -> str:
    text = TABLE.say(key, lang, **params)
    return text[:1].upper() + text[1:]


def _date(day: date, voice: Voice) -> str:
    return short_date(day, voice.lang, year=voice.with_year)
