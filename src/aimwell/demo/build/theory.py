from __future__ import annotations

import datetime as dt

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.theory import services
from aimwell.contexts.theory.models import Bone, Cause, Inquiry, Part
from aimwell.demo.clock import Calendar, as_if
from aimwell.demo.worlds import shapes

CAUSES_AFTER, AIM_AFTER, DRIVERS_AFTER = dt.timedelta(days=7), dt.timedelta(days=14), dt.timedelta(days=21)
Causes = dict[str, Cause]


def build_problem(spec: shapes.Inquiry, *, by: User, team: Team, calendar: Calendar) -> Inquiry:
    """The problem in its three parts, what is known about it, and what those it touches say."""
    with as_if(calendar.at(spec.begun, "15:10")):
        inquiry = services.start_inquiry(
            by=by, team=team, problem=spec.problem, for_whom=spec.for_whom, how_known=spec.how_known
        )
    with as_if(calendar.at(spec.begun + dt.timedelta(days=1), "15:40")):
        for kind, text, source in spec.evidence:
            services.add_evidence(by=by, inquiry=inquiry, text=text, kind=kind, source=source)
        for role, text in spec.perspectives:
            services.add_perspective(by=by, inquiry=inquiry, role=role, text=text)
        for step, reason in spec.skipped:
            services.skip_step(by=by, inquiry=inquiry, step=step, reason=reason)
    return inquiry


def build_causes(spec: shapes.Inquiry, inquiry: Inquiry, *, by: User, calendar: Calendar) -> Causes:
    """The fishbone; causes by their text."""
    made: Causes = {}
    with as_if(calendar.at(spec.begun + CAUSES_AFTER, "15:20")):
        for bone_spec in spec.bones:
            bone = services.add_bone(by=by, inquiry=inquiry, name=bone_spec.name)
            for cause in bone_spec.causes:
                _add_cause(cause, bone, None, by=by, made=made)
    with as_if(calendar.at(spec.begun + AIM_AFTER, "15:30")):
        for cause in (one for bone_spec in spec.bones for one in bone_spec.causes):
            _settle(cause, made, by=by)
    return made


def _add_cause(spec: shapes.Cause, bone: Bone, parent: Cause | None, *, by: User, made: Causes) -> None:
    made[spec.text] = services.add_cause(by=by, bone=bone, text=spec.text, parent=parent)
    for why in spec.whys:
        _add_cause(why, bone, made[spec.text], by=by, made=made)


def _settle(spec: shapes.Cause, made: Causes, *, by: User) -> None:
    """What was found out about a cause a week later."""
    cause = made[spec.text]
    if spec.status != "assumed" or spec.how_known:
        cause = services.change_cause(
            by=by, cause=cause, version=None, text=spec.text, status=spec.status, how_known=spec.how_known
        )
    for kind, text, source in spec.evidence:
        services.add_evidence(by=by, inquiry=cause.bone.inquiry, text=text, kind=kind, source=source, cause=cause)
    if spec.set_aside:
        services.set_aside(by=by, thing=cause, reason=spec.set_aside)
    for why in spec.whys:
        _settle(why, made, by=by)


def build_aim(
    spec: shapes.Inquiry, inquiry: Inquiry, measures: dict[str, Measure], *, by: User, calendar: Calendar
) -> None:
    aim = spec.aim
    if aim is None:
        return
    written = aim.baseline_on + dt.timedelta(days=1) if aim.baseline_on else spec.begun + AIM_AFTER
    with as_if(calendar.at(written, "15:50")):
        services.set_aim(
            by=by, inquiry=inquiry, what=aim.what, for_whom=aim.for_whom, baseline=aim.baseline,
            baseline_on=calendar.day(aim.baseline_on or spec.begun) if aim.baseline is not None else None,
            target=aim.target, unit=aim.unit, unit_name=aim.unit_name, direction=aim.direction,
            by_when=calendar.day(aim.by_when) if aim.by_when else None, measure=measures.get(aim.measure),
        )  # fmt: skip


def build_drivers(
    spec: shapes.Inquiry,
    inquiry: Inquiry,
    measures: dict[str, Measure],
    causes: Causes,
    *,
    by: User,
    calendar: Calendar,
) -> dict[str, Part]:
    """Drivers and ideas by their key."""
    made: dict[str, Part] = {}
    with as_if(calendar.at(spec.begun + DRIVERS_AFTER, "15:30")):
        for part in spec.parts:
            made[part.key] = services.add_part(
                by=by, inquiry=inquiry, kind=part.kind, text=part.text, parents=[made[key] for key in part.under],
                detail=part.detail, who_changes=part.who_changes, measure=measures.get(part.measure),
                causes=[causes[text] for text in part.causes],
            )  # fmt: skip
    for part in spec.parts:
        if part.abandoned:
            with as_if(calendar.at(part.abandoned_on or spec.begun, "15:30")):
                services.abandon(by=by, part=made[part.key], version=None, reason=part.abandoned)
    return made
