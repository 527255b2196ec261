from __future__ import annotations

import datetime as dt

from django.core.files.base import ContentFile

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.people import services
from aimwell.contexts.people.models import OrgRole, OrgRoleKind, TeamRole, User
from aimwell.contexts.people.rosters.models import (
    RosterBook,
    RosterImport,
    RosterOrg,
    StaffPerson,
    StudentGroup,
    StudentSeat,
)
from aimwell.contexts.people.rosters.services import apply_list, start_list
from aimwell.contexts.people.wording.services import arrange_path, map_stages
from aimwell.contexts.reports.participation.services import step_out
from aimwell.core.jobs.services import run
from aimwell.demo.clock import Calendar, as_if
from aimwell.demo.worlds import offices
from aimwell.domain.theory.path import KEYS, Kind, Wish

KEPT_BY = (
    (OrgRoleKind.ORG_ADMIN, offices.ADMINISTRATORS),
    (OrgRoleKind.SUPERVISOR, offices.SUPERVISORS),
    (OrgRoleKind.EVALUATOR, offices.EVALUATORS),
)


def build_offices(calendar: Calendar, since: dt.date, places: dict[str, Org], users: dict[str, User]) -> None:
    """Those who keep a district in order, and those who look on from outside."""
    for kind, holders in KEPT_BY:
        for key, place in holders.items():
            OrgRole.objects.create(org=places[place], user=users[key], kind=kind, started=since)
    for key, place in offices.ADMINISTRATORS.items():
        _build_lists(calendar, places[place], users[key])
    for place, key, names in offices.NINE_STEPS:
        with as_if(calendar.at(offices.STEPS_CHOSEN)):
            steps = [Wish(step, 1, {"en": names.get(step, "")}) for step in KEYS[Kind.NINE]]
            arrange_path(by=users[key], place=places[place], kind=Kind.NINE, steps=steps)
    for place, key, local in offices.LOCAL_CYCLES:
        with as_if(calendar.at(offices.STEPS_CHOSEN)):
            map_stages(by=users[key], place=places[place], **local)


def _build_lists(calendar: Calendar, org: Org, by: User) -> None:
    """One is in; the other is read and leaves out so many people that it asks for a reason."""
    first = _read(org, by, offices.FIRST_LIST, "staff.csv", calendar.at(offices.LIST_IN, "10:00"))
    with as_if(calendar.at(offices.LIST_IN, "10:10")):
        apply_list(by=by, roster_import=first)
    _read(org, by, offices.SECOND_LIST, "staff-new.csv", calendar.at(offices.LIST_READY, "10:00"))


def _read(org: Org, by: User, text: str, name: str, moment: dt.datetime) -> RosterImport:
    """Jobs go by the real clock: they know nothing of the story."""
    with as_if(moment):
        found = start_list(by=by, org=org, upload=ContentFile(text.encode(), name=name), whole=True)
    run(found.job_id)
    found.refresh_from_db()
    return found


def clear_lists() -> None:
    """The staff lists of the invented organisations, and what they brought; what came out of a list goes first."""
    books = list(RosterBook.objects.filter(imports__started_by__synthetic=True).distinct())
    for model in (StaffPerson, RosterOrg, StudentSeat, StudentGroup):
        model._default_manager.filter(book__in=books).delete()
    RosterBook.objects.filter(pk__in=[book.pk for book in books]).delete()


def build_slots(calendar: Calendar, teams: dict[str, Team], leads: dict[str, User], users: dict[str, User]) -> None:
    """A sponsor, somebody on call, a place that is vacant, and a team that takes a pause. Keys are of teams."""
    for team, sponsor in offices.SPONSORED.items():
        with as_if(calendar.at(offices.SPONSOR_SINCE, "15:00")):
            invitation = services.invite(by=leads[team], team=teams[team], role=TeamRole.SPONSOR)
            services.join_team(by=users[sponsor], token=invitation.token)
    for team, name in offices.ON_CALL.items():
        place = teams[team].memberships.get(name=name)
        with as_if(calendar.at(offices.SPONSOR_SINCE, "15:10")):
            services.change_place(by=leads[team], place=place, role=TeamRole(place.role), on_call=True)
    for left in offices.LEFT:
        _give_up(calendar, left, teams[left.team], leads[left.team])
    for pause in offices.PAUSES:
        with as_if(calendar.at(pause.on, "14:00")):
            back = calendar.day(pause.back)
            step_out(by=leads[pause.team], team=teams[pause.team], reason=pause.reason, expected_return=back)


def _give_up(calendar: Calendar, left: offices.Left, team: Team, lead: User) -> None:
    with as_if(team.created_at):
        place = services.add_member_without_login(by=lead, team=team, name=left.name, role=TeamRole(left.role))
    with as_if(calendar.at(left.on, "15:00")):
        services.leave_team(by=lead, membership=place)
