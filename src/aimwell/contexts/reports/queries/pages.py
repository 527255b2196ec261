"""Where each kind of team work is seen and worked on."""

from __future__ import annotations

from functools import reduce
from typing import Any

from django.db.models import Model
from django.urls import reverse

OF_INQUIRY = "inquiry_id"
PAGES: dict[str, tuple[str, str, str]] = {
    "theory.inquiry": ("theory:problem", "pk", ""),
    "theory.evidence": ("theory:problem", OF_INQUIRY, ""),
    "theory.perspective": ("theory:problem", OF_INQUIRY, ""),
    "theory.bone": ("theory:fishbone", OF_INQUIRY, "bone-{pk}"),
    "theory.cause": ("theory:fishbone", "bone.inquiry_id", "cause-{pk}"),
    "theory.round": ("theory:fishbone", OF_INQUIRY, ""),
    "theory.entryrule": ("theory:fishbone", OF_INQUIRY, ""),
    "theory.causefilter": ("theory:fishbone", OF_INQUIRY, ""),
    "theory.sift": ("theory:fishbone", OF_INQUIRY, ""),
    "theory.siftmark": ("theory:fishbone", "sift.inquiry_id", ""),
    "theory.levelstage": ("theory:fishbone", OF_INQUIRY, ""),
    "theory.escalation": ("theory:fishbone", "cause.bone.inquiry_id", "cause-{cause_id}"),
    "theory.aim": ("theory:aim", OF_INQUIRY, ""),
    "theory.aimedition": ("theory:aim", "aim.inquiry_id", ""),
    "theory.indicator": ("theory:aim", OF_INQUIRY, ""),
    "theory.part": ("theory:drivers", OF_INQUIRY, ""),
    "theory.link": ("theory:drivers", "child.inquiry_id", ""),
    "noticing.noticed": ("noticing:log", "owner_team_id", "row-{pk}"),
    "noticing.sighting": ("noticing:log", "noticed.owner_team_id", "row-{noticed_id}"),
    "noticing.mandatedgoal": ("noticing:goals", "owner_team_id", "row-{pk}"),
    "voices.interview": ("voices:interview", "pk", ""),
    "wall.wallphoto": ("wall:photo", "pk", ""),
    "wall.linecause": ("wall:photo", "photo_id", "made"),
    "voices.quote": ("voices:interview", "interview_id", ""),
    "voices.theme": ("voices:voices", OF_INQUIRY, ""),
    "voices.fourpoints": ("voices:voices", OF_INQUIRY, ""),
    "voices.ground": ("voices:voices", "evidence.inquiry_id", ""),
    "voices.grouping": ("voices:grouping", "pk", ""),
    "voices.category": ("voices:grouping", "grouping_id", ""),
    "voices.response": ("voices:grouping", "grouping_id", ""),
    "voices.coding": ("voices:grouping", "grouping_id", ""),
    "choosing.ideafacts": ("choosing:idea", "idea_id", ""),
    "choosing.commitment": ("choosing:idea", "idea_id", ""),
    "choosing.proposal": ("choosing:choose", "idea.inquiry_id", ""),
    "choosing.ratinground": ("choosing:rate", OF_INQUIRY, ""),
    "choosing.parked": ("choosing:lot", OF_INQUIRY, ""),
    "diagram.keptversion": ("diagram:then", OF_INQUIRY, "versions"),
    "diagram.theoryfile": ("diagram:bring", OF_INQUIRY, ""),
    "coherence.coherenceanswer": ("coherence:check", OF_INQUIRY, "{question}"),
    "coherence.connection": ("theory:drivers", OF_INQUIRY, "connects"),
    "layers.layerask": ("layers:both", OF_INQUIRY, "ask-{pk}"),
    "layers.layerline": ("layers:both", "ask.inquiry_id", ""),
    "layers.causeorigin": ("theory:fishbone", "cause.bone.inquiry_id", "cause-{cause_id}"),
    "measures.measure": ("measures:measure", "pk", ""),
    "measures.series": ("measures:measure", "measure_id", ""),
    "measures.annotation": ("measures:measure", "measure_id", ""),
    "measures.dataimport": ("measures:measure", "measure_id", ""),
    "launch.launchstep": ("launch:kit", "owner_team_id", "{step}"),
    "launch.normround": ("launch:norms", "owner_team_id", ""),
    "launch.norms": ("launch:norms", "owner_team_id", ""),
    "launch.conditioncheck": ("launch:conditions", "owner_team_id", ""),
    "launch.conditionanswer": ("launch:conditions", "look.owner_team_id", ""),
    "launch.buildson": ("launch:ground", "owner_team_id", ""),
    "barriers.barrier": ("barriers:log", "owner_team_id", "barrier-{pk}"),
    "barriers.barrierdays": ("barriers:log", "owner_team_id", "days"),
    "barriers.prepline": ("barriers:ready", "meeting_id", "ready-{pk}"),
    "conversation.talk": ("conversation:talk", "pk", ""),
    "conversation.talkline": ("conversation:talk", "talk_id", ""),
    "conversation.doubt": ("conversation:talk", "talk_id", "doubts"),
    "protocols.teamprotocol": ("protocols:own", "pk", ""),
    "protocols.protocolstep": ("protocols:own", "protocol_id", "steps"),
    "protocols.protocolrun": ("protocols:run", "pk", ""),
    "protocols.runstep": ("protocols:run", "run_id", ""),
    "cycles.cycle": ("cycles:cycle", "pk", ""),
    "cycles.entry": ("cycles:cycle", "cycle_id", ""),
    "cycles.amendment": ("cycles:cycle", "cycle_id", ""),
    "meetings.rhythm": ("meetings:list", "owner_team_id", "rhythm"),
    "meetings.meeting": ("meetings:meeting", "pk", ""),
    "meetings.agendaitem": ("meetings:meeting", "meeting_id", "item-{pk}"),
    "meetings.decision": ("meetings:meeting", "meeting_id", "decision-{pk}"),
    "meetings.attendance": ("meetings:meeting", "meeting_id", "there"),
    "collecting.countplan": ("collecting:plan", "cycle_id", "row-{pk}"),
    "collecting.roomtry": ("collecting:tries", "cycle_id", "row-{pk}"),
    "collecting.sharedreading": ("collecting:reading", "pk", ""),
    "collecting.ownreading": ("collecting:reading", "reading_id", ""),
    "collecting.photo": ("collecting:photos", "entry.cycle_id", "row-{pk}"),
    "rubric.review": ("rubric:review", "cycle_id", ""),
    "support.supportrequest": ("support:team", "owner_team_id", "support-{pk}"),
    "shareout.shareout": ("shareout:page", "cycle_id", "our-question"),
    "shareout.peerquestion": ("shareout:page", "cycle_id", "asked-{pk}"),
    "rounds.cycleround": ("rounds:round", "pk", ""),
    "cycles.pause": ("cycles:cycle", "cycle_id", ""),
    "conditions.condition": ("conditions:list", "owner_team_id", "row-{pk}"),
    "conditions.ranunder": ("conditions:cycle", "cycle_id", "run-{pk}"),
    "conditions.lookagain": ("conditions:looks", "cycle.owner_team_id", "look-{pk}"),
    "conditions.countpace": ("conditions:hold", "cycle_id", ""),
    "conditions.keeper": ("conditions:hold", "cycle_id", "who"),
    "windows.disruption": ("windows:team", "owner_team_id", ""),
    "oldforms.formimport": ("oldforms:look", "pk", ""),
    "oldforms.oldform": ("cycles:cycle", "cycle_id", ""),
    "quick.tried": ("quick:tried", "owner_team_id", "row-{pk}"),
    "quick.contributor": ("quick:people", "entry_id", ""),
    "huddle.noteline": ("huddle:summary", "meeting_id", "sentences"),
    "huddle.noteuse": ("huddle:summary", "meeting_id", "sentences"),
    "huddle.silence": ("huddle:summary", "meeting_id", ""),
    "huddle.thought": ("huddle:summary", "silence.meeting_id", ""),
}
"""(page, where its number is found from the row, place on the page) by kind."""


def page_of(target: Model) -> str:
    """The address where `target` is seen. Raises TypeError for a kind that nobody has given a page."""
    if (own := getattr(target, "get_absolute_url", None)) is not None:
        return str(own())
    if target._meta.label_lower not in PAGES:
        raise TypeError(f"{type(target).__name__} has no page")
    name, path, place = PAGES[target._meta.label_lower]
    key: Any = reduce(getattr, path.split("."), target)
    at = place.format(pk=target.pk, **vars(target)) if place else ""
    return reverse(name, args=[key]) + (f"#{at}" if at else "")
