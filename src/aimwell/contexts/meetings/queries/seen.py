"""What of a meeting a reader gets: day, agenda and decisions go with it; what was said stays with the team (S3 C-1)."""

from __future__ import annotations

from copy import copy

from aimwell.contexts.meetings.models import AgendaItem, Decision, Meeting
from aimwell.domain.access.eyes import Detail, Eyes


def meeting_seen(eyes: Eyes, meeting: Meeting) -> Meeting:
    """`meeting` as these eyes see it: notes and reasons for the team, places near it, people not for the public."""
    told = copy(meeting)
    if not eyes.sees(Detail.SAID):
        told.notes = told.why = told.why_words = ""
    if not eyes.sees(Detail.PLACES):
        told.place = ""
    if not eyes.sees(Detail.PEOPLE):
        told.facilitator = told.scribe = None
    return told


def item_seen(eyes: Eyes, item: AgendaItem) -> AgendaItem:
    if eyes.sees(Detail.PEOPLE):
        return item
    told = copy(item)
    told.owner = None
    return told


def decision_seen(eyes: Eyes, decision: Decision) -> Decision:
    """Who does it is for those who read names; why it was let go stays with the team."""
    told = copy(decision)
    if not eyes.sees(Detail.PEOPLE):
        told.owner, told.owner_name = None, ""
    if not eyes.sees(Detail.SAID):
        told.let_go = ""
    return told
