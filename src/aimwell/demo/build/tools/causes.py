"""Room 12 has tagged its causes, chosen one, made a pass, sent one on, and writes in a silent round today."""

from __future__ import annotations

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.theory import services
from aimwell.contexts.theory.models import CameHow, Cause
from aimwell.contexts.theory.queries.escalations import places_above
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_causes as told

NAMES = ("kind", "locus", "level", "control", "resources", "effect")


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    causes = {cause.text: cause for cause in Cause.objects.filter(bone__inquiry=bench.inquiry)}
    by, at = bench.lead, bench.calendar.at
    with as_if(at(told.PASS_ON, "15:30")):
        for text, said in told.FACTS.items():
            facts = dict(zip(NAMES, said, strict=False))
            services.change_facts(by=by, cause=causes[text], version=None, behind=said[-1], **facts)
        old, new = (causes[text] for text in told.SAID_AGAIN)
        Cause.objects.filter(pk=new.pk).update(came_from=old, came_how=CameHow.REFRAMED)
        for level, start, end, note in told.STAGES:
            services.add_stage(
                by=by, inquiry=bench.inquiry, level=level, starts_on=bench.calendar.day(start),
                ends_on=bench.calendar.day(end), note=note,
            )  # fmt: skip
    _pass(bench, causes)
    with as_if(at(told.FIRST_ON, "15:30")):
        services.choose_cause(by=by, cause=causes[told.FIRST], reason=told.FIRST_BECAUSE)
    _send(bench, causes[told.SENT])
    _round(bench)


def _pass(bench: Bench, causes: dict[str, Cause]) -> None:
    with as_if(bench.calendar.at(told.PASS_ON, "16:00")):
        own = services.take_filter(by=bench.lead, inquiry=bench.inquiry, seed="impact")
        sift = services.start_pass(by=bench.lead, inquiry=bench.inquiry, filter=own)
        keeps, aside, undecided = (value["name"] for value in sift.values)
        for text, cause in causes.items():
            reason = told.PASS_REASONS.get(text, "")
            value = aside if reason else undecided if text == told.SENT else keeps
            if text != told.SAID_AGAIN[0]:
                services.mark_cause(by=bench.lead, sift=sift, cause=cause, value=value, reason=reason)
        services.close_pass(by=bench.lead, sift=sift)


def _send(bench: Bench, cause: Cause) -> None:
    """It was set aside until the team learned that it could be sent on."""
    above = places_above(bench.inquiry.owner_team)
    district = next((org for org in above.orgs if org.kind == OrgKind.DISTRICT), None)
    if district is None:
        return
    with as_if(bench.calendar.at(told.SENT_ON, "15:30")):
        services.restore(by=bench.lead, thing=Cause.objects.get(pk=cause.pk))
        services.send_up(by=bench.lead, cause=cause, org=district, sentence=told.SENT_ASKS)


def _round(bench: Bench) -> None:
    bones = {bone.name: bone for bone in bench.inquiry.bones.all()}
    with as_if(bench.calendar.now):
        the_round = services.start_round(by=bench.lead, inquiry=bench.inquiry, prompt=told.ROUND_ASKS)
        for key, bone, text in told.ROUND_LINES:
            services.write_line(by=bench.person(key), round=the_round, bone=bones[bone], text=text)
