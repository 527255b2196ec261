"""Meetings in words, and the next one on other pages. `{% load meetings %}`."""

from __future__ import annotations

import datetime
from typing import Any

from django import template
from django.utils.translation import get_language

from aimwell.contexts.meetings.models import MeetingKind, Rhythm
from aimwell.contexts.meetings.queries import my_part, next_panel
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.dates import short_date as short
from aimwell.domain.words.meetings import TABLE

register = template.Library()


@register.filter
def short_day(day: datetime.date) -> str:
    return short(day, get_language() or "en")


@register.filter
def kind_word(kind: str) -> str:
    return str(MeetingKind(kind).label)


@register.filter
def in_words(rhythm: Rhythm) -> str:
    """ "Every week on Thursday, 12:20, Room 12: huddle and PDSA meeting in turn, to June 11, 2027." """
    lang = get_language() or "en"
    day = TABLE.say(f"weekday.{rhythm.weekday}", lang)
    often = TABLE.say("rhythm.week" if rhythm.every == 1 else "rhythm.weeks", lang, every=rhythm.every, day=day)
    time = f"{rhythm.at.hour}:{rhythm.at.minute:02}" if rhythm.at else ""
    where = ", ".join(filter(None, (often, time, rhythm.place)))
    what = rhythm.get_pattern_display()
    return TABLE.say("rhythm", lang, where=where, what=what, last=long_date(rhythm.ends_on, lang))


@register.inclusion_tag("meetings/next_panel.html")
def next_meeting_panel(user: User, team: Team) -> dict[str, Any]:
    """The next meeting and what the reader took on; nothing where there is neither (mockup 02)."""
    lang = get_language() or "en"
    return {"next": next_panel(user, team, lang), "mine": my_part(user, team, lang), "team": team}
