"""What the four parts of a cycle are called on its page (S3 R-30)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from aimwell.contexts.cycles.models import Cycle
from aimwell.domain.pdsa.stages import Core, LocalCycle, local_cycle


@dataclass(frozen=True)
class Heading:
    """`beside`: the common name for the team, the local name for everybody else; empty where both are one."""

    name: str
    beside: str = ""


def headings_of(cycle: Cycle, *, own: bool, lang: str) -> dict[str, Heading]:
    """`own`: for members of the team. No query: the words of a team hang on it."""
    usual = {Core.PLAN: _("Plan"), Core.DO: _("Do"), Core.STUDY: _("Study"), Core.ACT: _("Act")}
    local = local_cycle(cycle.owner_team.words)
    return {str(core): _heading(name, core, local, own=own, lang=lang) for core, name in usual.items()}


def _heading(usual: str, core: Core, local: LocalCycle | None, *, own: bool, lang: str) -> Heading:
    names = [stage.name(lang) for stage in local.of(core)] if local else []
    if local is None or not names:
        return Heading(usual)
    if not own:
        return Heading(usual, _("here: %(names)s") % {"names": ", ".join(names)})
    place = {Core.PLAN: local.prediction, Core.STUDY: local.comparison}.get(core)
    if place is None or len(names) == 1:
        return Heading(" · ".join(names), usual)
    where = {"part": usual, "stage": local.stages[place].name(lang)}
    told = _("%(part)s; the prediction: %(stage)s") if core is Core.PLAN else _("%(part)s; the look at it: %(stage)s")
    return Heading(" · ".join(names), told % where)
