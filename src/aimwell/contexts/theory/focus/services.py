"""Write an aim for a gap; let an aim rest. Every function checks that `by` may edit, and writes history."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from aimwell.contexts.measures.models import Series
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.focus.models import AimPause, GapAim
from aimwell.contexts.theory.focus.queries import Groups, groups_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused


@transaction.atomic
def set_gap_aim(
    *, by: User, inquiry: Inquiry, version: int | None, group: str = "", beside: str = "",
    line_a: Series | None = None, line_b: Series | None = None, now: float | None = None, target: float | None = None,
    by_when: datetime.date | None = None,
) -> GapAim:  # fmt: skip
    """Write it the first time (version 0) or again; any part may stay open. With two lines and no number, the gap now
    is the one of the last day on which both were counted, and a group without a name has that of its line.

    Raises Refused: "gap_two_groups", "gap_group_hidden", "gap_below_zero"; NotFound for lines of another team;
    StaleEdit.
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    if any(number is not None and number < 0 for number in (now, target)):
        raise Refused("gap_below_zero")
    facts = {
        "group": group.strip(), "beside": beside.strip(), "line_a": line_a, "line_b": line_b, "now": now,
        "target": target, "by_when": by_when,
    }  # fmt: skip
    if line_a is not None or line_b is not None:
        facts |= _from_lines(by, inquiry, line_a, line_b, facts)
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    stored = GapAim.objects.filter(inquiry=inquiry).first()
    if stored is None:
        return create_content(by=by, model=GapAim, inquiry=inquiry, **facts)
    return change_content(by=by, obj=stored, version=version, **facts)


def _from_lines(
    by: User, inquiry: Inquiry, a: Series | None, b: Series | None, facts: dict[str, object]
) -> dict[str, object]:
    if a is None or b is None or a.pk == b.pk or a.measure_id != b.measure_id:
        raise Refused("gap_two_groups")
    if a.measure.owner_team_id != inquiry.owner_team_id:
        raise NotFound
    lang = get_language() or "en"
    groups = _shown(groups_of(by, inquiry.owner_team, lang), a, b)
    told: dict[str, object] = {"group": facts["group"] or a.name[:120], "beside": facts["beside"] or b.name[:120]}
    if facts["now"] is None and (found := groups.gap(a, b, lang)) is not None:
        told["now"] = found.value
    return told


def _shown(groups: list[Groups], a: Series, b: Series) -> Groups:
    for one in groups:
        if {a.pk, b.pk} <= {line.pk for line in one.lines}:
            return one
    raise Refused("gap_group_hidden")


@transaction.atomic
def pause_aim(*, by: User, inquiry: Inquiry, because: str = "") -> AimPause:
    """Let an aim rest, so that another one gets the time. A second call gives the same pause back."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    stored = _open(inquiry)
    if stored is not None:
        return stored
    facts = {"paused_on": timezone.localdate(), "because": because.strip()}
    return create_content(by=by, model=AimPause, inquiry=inquiry, **facts)


@transaction.atomic
def resume_aim(*, by: User, inquiry: Inquiry) -> None:
    """Work on it again. Nothing happens where it does not rest."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    stored = _open(inquiry)
    if stored is not None:
        change_content(by=by, obj=stored, version=None, verb="resumed", resumed_on=timezone.localdate())


def _open(inquiry: Inquiry) -> AimPause | None:
    return AimPause.objects.filter(inquiry=inquiry, resumed_on=None, ended_at=None).first()
