"""What is told of a cycle, a measure, a theory and a meeting. Each reads the view that its own page is drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import CycleView, few, least, seen_by
from aimwell.contexts.measures.models import AnnotationKind, Measure
from aimwell.contexts.measures.queries import ChartView, chart_seen
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.queries import MeetingView, Promise, meeting_through
from aimwell.contexts.people.models import TeamContent
from aimwell.contexts.reports.sharing.queries.teller import Line, Teller
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import InquiryView, aim_sentence, glance_of
from aimwell.domain.access.eyes import Detail
from aimwell.domain.render.chart_frame import Size

Told = tuple[str, date | None, list[Line]]
"""The title, a day of the work, and its lines."""


def told(teller: Teller, obj: TeamContent) -> Told:
    match obj:
        case Cycle():
            return _cycle(teller, obj)
        case Measure():
            return _measure(teller, obj)
        case Inquiry():
            return _theory(teller, obj)
        case Meeting():
            return _meeting(teller, obj)
    raise TypeError(f"{type(obj).__name__} is not opened by itself")


def _cycle(teller: Teller, cycle: Cycle) -> Told:
    view = seen_by(AnonymousUser(), cycle, teller.eyes, lang=teller.lang)
    began = timezone.localdate(cycle.locked_at) if cycle.locked_at else None
    return view.title, began, [line for line in _cycle_lines(teller, view, cycle) if line]


def _cycle_lines(teller: Teller, view: CycleView, cycle: Cycle) -> Iterator[Line | None]:
    if view.sentence:
        said = f"{view.sentence.strong} {view.sentence.rest}".strip()
        yield teller.line("predicted", said, mark="locked" if cycle.locked_at and not cycle.origin else "")
    if few(teller.eyes, cycle):
        yield teller.hidden("heard", "few", minimum=least(cycle))
    elif view.result:
        yield teller.line("heard", view.result, mark=view.mark)
    yield teller.near("rooms", Detail.ROOMS)
    yield teller.near("groups", Detail.GROUPS)
    if cycle.who_where:
        yield teller.near("where", Detail.PLACES, view.cycle.who_where)
    if people := ", ".join(dict.fromkeys(str(who) for who in (cycle.locked_by, cycle.decided_by) if who)):
        yield teller.near("people", Detail.PEOPLE, people)
    if view.cycle.learned:
        yield teller.line("learned", view.cycle.learned)
    if view.done and view.decision:
        yield teller.line("next", view.decision)
    yield teller.near("notes", Detail.NOTES, items=tuple(f"{row.day}: {row.entry.text}" for row in view.notes))


def _measure(teller: Teller, measure: Measure) -> Told:
    chart = chart_seen(teller.eyes, measure, lang=teller.lang)
    values = chart.reading.values
    lines = [teller.line("count", measure.definition)] if measure.definition else []
    shows = " ".join(chart.words.sentences)
    drawn = {"wide": _drawing(chart, "desktop"), "phone": _drawing(chart, "phone")} if values else {}
    lines.append(teller.line("shows", shows, **drawn))
    events = tuple(one.label for one in chart.annotations if one.kind == AnnotationKind.EVENT)
    notes = tuple(point.note for point in chart.reading.points if point.note)
    kept = [
        teller.near("rooms", Detail.ROOMS),
        teller.near("groups", Detail.GROUPS),
        teller.near("events", Detail.BESIDE, why="events", items=events),
        teller.near("notes", Detail.NOTES, items=notes),
    ]
    return measure.name, values[-1].on if values else None, [*lines, *(line for line in kept if line)]


def _drawing(chart: ChartView, size: Size) -> SafeString:
    """Without the number of the measure, which a shared address does not tell."""
    return mark_safe(chart.svg(size).replace(chart.prefix, "shown"))  # noqa: S308  (written by the chart)


def _theory(teller: Teller, inquiry: Inquiry) -> Told:
    view = InquiryView(inquiry, may_edit=False, lang=teller.lang, eyes=teller.eyes)
    aim = "".join(run.text for run in aim_sentence(view.aim, teller.lang))
    glance = glance_of(view)
    drivers = tuple(driver.part.text for driver in glance)
    ideas = tuple(f"{idea.part.text} ({idea.words})" for driver in glance for idea in driver.ideas)
    lines = [
        teller.line("aim", aim) if aim else None,
        teller.line("drivers", items=drivers) if drivers else None,
        teller.line("ideas", items=ideas) if ideas else None,
        teller.near("evidence", Detail.BESIDE, items=tuple(one.text for one in view.evidence)),
        teller.near("voices", Detail.BESIDE, items=tuple(one.text for one in view.perspectives)),
    ]
    return inquiry.problem or str(inquiry), timezone.localdate(inquiry.created_at), [line for line in lines if line]


def _meeting(teller: Teller, meeting: Meeting) -> Told:
    view = meeting_through(teller.eyes, meeting, teller.lang)
    return view.title, meeting.on, [line for line in _meeting_lines(teller, view, meeting) if line]


def _meeting_lines(teller: Teller, view: MeetingView, meeting: Meeting) -> Iterator[Line | None]:
    """Who was there is told to nobody outside, not even that it is kept."""
    yield teller.line("met", f"{view.day} · {view.state}")
    if view.items:
        yield teller.line("agenda", items=tuple(item.title for item in view.items))
    if view.decisions:
        yield teller.line("decided", items=tuple(_promise(teller, one) for one in view.decisions))
    if meeting.place:
        yield teller.near("where", Detail.PLACES, meeting.place)
    if people := ", ".join(dict.fromkeys(str(who) for who in (meeting.facilitator, meeting.scribe) if who)):
        yield teller.near("people", Detail.PEOPLE, people)
    yield teller.near("said", Detail.SAID, meeting.notes)


def _promise(teller: Teller, one: Promise) -> str:
    day = "done" if one.done_day else "by" if one.due_day else ""
    until = teller.say(f"promise.{day}", day=one.done_day or one.due_day) if day else ""
    return " · ".join(filter(None, (one.decision.text, one.who, until)))
