"""What a team is called where its name is not told, and what would name it all the same."""

from __future__ import annotations

import re

from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.measures.models import Measure, Series
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import TeamContent
from aimwell.contexts.people.queries import coaches_of, members_of
from aimwell.domain.access.naming import name_parts
from aimwell.domain.words.sharing import TABLE

_GRADE = re.compile(r"\bgrad[eo]\s+(\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th|\.?º)\s+grad[eo]", re.IGNORECASE)


def unnamed(team: Team, lang: str) -> str:
    """ "A grade 5 team": at most its grade, as it stands in what the team is about."""
    found = _GRADE.search(team.about)
    if found is None:
        return TABLE.say("unnamed", lang)
    return TABLE.say("unnamed.grade", lang, grade=found[1] or found[2])


def names_near(obj: TeamContent) -> list[str]:
    """Names of the team, its school, its people and its rooms, which the words of the work may hold."""
    team = obj.owner_team
    people = [*(one.name for one in members_of(team)), *(coach.name for coach in coaches_of(team))]
    places = [team.name, team.org.name if team.org else "", *_rooms(obj)]
    return [*places, *(part for name in people for part in name_parts(name))]


def _rooms(obj: TeamContent) -> list[str]:
    match obj:
        case Cycle():
            rows = Entry.objects.filter(cycle=obj, ended_at=None).order_by("place").values_list("place", flat=True)
        case Measure():
            rows = Series.objects.filter(measure=obj, ended_at=None).values_list("name", flat=True)
        case Meeting():
            return [obj.place]
        case _:
            return []
    return list(rows.distinct())
