"""Names of people near a team, to be looked for in what somebody is about to keep. Nothing of the search is kept."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.orgs.queries import below
from aimwell.contexts.people.models import Membership, OrgRole
from aimwell.contexts.people.rosters.models import StaffPerson
from aimwell.domain.theory.voices import names_in


def names_near(team: Team) -> set[str]:
    """Who has a place in the team or in a team of its organisation, an office there, or stands on its staff list."""
    if team.org is None:
        return set(Membership.objects.filter(team=team, ended=None).values_list("name", flat=True))
    members = Membership.objects.filter(below(team.org.path, "team__org__path"), ended=None)
    offices = OrgRole.objects.filter(below(team.org.path, "org__path"), ended=None).values_list("user__name", flat=True)
    staff = StaffPerson.objects.filter(below(team.org.path, "places__org__path"), places__ended=None)
    return set(chain(members.values_list("name", flat=True), offices, staff.values_list("name", flat=True)))


def named(team: Team, texts: Iterable[str]) -> tuple[str, ...]:
    """Words that name somebody near the team, as they stand in `texts`."""
    written = "\n".join(text for text in texts if text)
    return names_in(written, names_near(team)) if written else ()
