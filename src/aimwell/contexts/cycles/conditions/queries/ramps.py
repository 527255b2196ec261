"""The ramp of a thread, drawn and written with the same words: order, scale, result, decision (S2 R-36)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from aimwell.contexts.cycles.queries.threads import StepView, ThreadView
from aimwell.domain.render.ramp import RampCycle, cycle_mark, cycle_name, ramp_svg, result_line
from aimwell.domain.words.conditions_tried import lead_words, say


@dataclass(frozen=True)
class StepWords:
    """One step as drawing and list tell it."""

    name: str
    meta: str
    title: str
    mark: str
    line: str
    act: str
    because: str


def scaled(view: ThreadView) -> dict[str, RampCycle]:
    """What the drawing tells of each cycle, with how large it was."""
    rows = {step.step.cycle.id: step.row for step in view.steps}
    told = {}
    for name, one in view.told.items():
        size = "" if rows[name].brought_in else say(f"size.{rows[name].cycle.size}", view.lang)  # an old form has none
        parts = (one.meta, rows[name].level, size)
        told[name] = replace(one, meta=", ".join(part for part in parts if part))
    return told


def drawing_of(view: ThreadView) -> SafeString:
    address = reverse("cycles:cycle", args=[0]).replace("0", "{id}")
    svg = ramp_svg(view.thread, scaled(view), lang=view.lang, href=address)
    return mark_safe(svg)  # noqa: S308  (written by the ramp, which escapes)


def said_of(step: StepView, view: ThreadView) -> StepWords:
    told = scaled(replace(view, steps=(step,)))[step.step.cycle.id]
    return StepWords(
        name=cycle_name(step.step, view.lang),
        meta=told.meta,
        title=told.title,
        mark=cycle_mark(told),
        line=result_line(told, view.lang) or step.row.line,
        act=told.decision or step.row.act,
        because=told.because,
    )


def lead_of(view: ThreadView) -> str:
    """ "Three linked cycles and one branch since November."."""
    whole = view.outline.thread
    branches = len({step.line for step in whole.steps if step.line})
    start = view.first.locked_at
    return lead_words(len(whole.main), branches, timezone.localdate(start) if start else None, view.lang)
