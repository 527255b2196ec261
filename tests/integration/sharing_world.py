"""One cycle, one measure, one theory and one meeting in which everything that must not travel has a word of its own."""

import datetime
from typing import Any

from aimwell.contexts.cycles.services import add_entry, begin_study, draft_cycle, save_study, start_do
from aimwell.contexts.measures.services import annotate, create_measure, put_value
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.theory import services as theory
from aimwell.domain.access.eyes import Detail

DAY = datetime.date(2026, 1, 12)
PLAN = {"kind": "range", "low": 30, "high": 36, "out_of": 50, "look_on": datetime.date(2026, 1, 29)}

WORDS: dict[str, dict[Detail, tuple[str, ...]]] = {
    "cycle": {
        Detail.TEAM: ("Room 12 and friends", "Lantern Hill"),
        Detail.PEOPLE: ("Quintana",),
        Detail.PLACES: ("Zaguan",),
        Detail.NOTES: ("Twoargued",),
        Detail.ROOMS: ("Cuarto", "11 of 26"),
    },
    "measure": {
        Detail.TEAM: ("Room 12 and friends", "Lantern Hill"),
        Detail.PEOPLE: ("Collins",),
        Detail.NOTES: ("Substitute",),
        Detail.BESIDE: ("Firedrill",),
        Detail.ROOMS: ("Cuarto",),
        Detail.GROUPS: ("Cuarto",),
    },
    "theory": {
        Detail.TEAM: ("Room 12 and friends", "Lantern Hill"),
        Detail.BESIDE: ("Eightof24", "Iwait"),
    },
    "meeting": {
        Detail.TEAM: ("Room 12 and friends", "Lantern Hill"),
        Detail.PEOPLE: ("Quintana",),
        Detail.PLACES: ("Zaguan",),
        Detail.SAID: ("Samwasloud", "Wehadnotime", "Herewas"),
    },
}
"""What stands for each detail on any page, file or answer about the work."""

OPEN = {
    "cycle": "Rehearse first", "measure": "Explains to a partner", "theory": "Few say why.",
    "meeting": "Print the desk cards",
}  # fmt: skip
"""What everybody reads who reads it at all."""


def make_shared(ana: Any, team: Any) -> dict[str, Any]:
    """By kind: the work of Ana's team, still closed."""
    inquiry = theory.start_inquiry(by=ana, team=team, problem=OPEN["theory"])
    theory.add_evidence(by=ana, inquiry=inquiry, text="Eightof24")
    theory.add_perspective(by=ana, inquiry=inquiry, role="a student", text="Iwait")
    driver = theory.add_part(by=ana, inquiry=inquiry, kind="primary", text="A way in", parents=[None])
    theory.add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[driver])
    return {
        "cycle": _cycle(ana, inquiry), "measure": _measure(ana, team), "theory": inquiry,
        "meeting": _meeting(ana, team),
    }  # fmt: skip


def _cycle(ana: Any, inquiry: Any) -> Any:
    made = draft_cycle(by=ana, inquiry=inquiry, try_what=OPEN["cycle"], who_where="Zaguan", **PLAN)
    made = start_do(by=ana, cycle=made)
    for place, count, out_of in (("Cuarto A", 16, 24), ("Cuarto B", 11, 26)):
        add_entry(by=ana, cycle=made, kind="count", place=place, count=count, out_of=out_of, happened_on=DAY)
    add_entry(by=ana, cycle=made, kind="surprise", text="Twoargued.", place="Cuarto A", happened_on=DAY)
    made = begin_study(by=ana, cycle=made)
    found = {"result": 27, "result_out_of": 50, "learned": "They need to speak it first.", "decided_by": "Quintana"}
    return save_study(by=ana, cycle=made, version=made.version, **found)


def _measure(ana: Any, team: Any) -> Any:
    made = create_measure(by=ana, team=team, name=OPEN["measure"], collector="Collins")
    for week in range(4):
        on = DAY + datetime.timedelta(weeks=week)
        for room in ("Cuarto A", "Cuarto B"):
            put_value(by=ana, measure=made, on=on, series=room, numerator=8 + week, denominator=24, note="Substitute")
    annotate(by=ana, measure=made, kind="event", label="Firedrill", starts_on=DAY)
    return made


def _meeting(ana: Any, team: Any) -> Any:
    """Held, with notes, a decision that is open, one that was let go, and who was there."""
    made = meetings.add_meeting(by=ana, team=team, kind="huddle", on=DAY, place="Zaguan")
    meetings.add_item(by=ana, meeting=made, title="Look at the slips")
    meetings.decide(by=ana, meeting=made, text=OPEN["meeting"], owner_name="Quintana")
    gone = meetings.decide(by=ana, meeting=made, text="Count again")
    meetings.let_go(by=ana, decision=gone, reason="Wehadnotime")
    meetings.attend(by=ana, meeting=made, name="Herewas")
    return meetings.write_notes(by=ana, meeting=made, version=made.version, notes="Samwasloud.")
