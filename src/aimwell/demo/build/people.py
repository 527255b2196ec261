from __future__ import annotations

import datetime as dt

from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people.models import NetworkRole, OrgRole, OrgRoleKind, User
from aimwell.demo.clock import Calendar
from aimwell.demo.worlds import people

ARRIVED = dt.date(2026, 8, 17)
DOMAIN = "bayline.example.org"


def email_of(key: str) -> str:
    """The address by which a made-up person is known; nobody reads mail there."""
    return f"{key}@{DOMAIN}"


def build_people(calendar: Calendar) -> dict[str, User]:
    """Everybody, by key. They have no password: the only way in is one click on the demo page."""
    joined = calendar.at(ARRIVED, "08:00")
    return {
        one.key: User.objects.create_user(
            email=email_of(one.key), name=one.name, synthetic=True,
            joined_at=calendar.now if one.key == people.NEW_TODAY else joined,
        )
        for one in people.PEOPLE
    }  # fmt: skip


def give_places(calendar: Calendar, network: Network, places: dict[str, Org], users: dict[str, User]) -> None:
    """Those who stand outside the teams: sponsors, leaders, the hub. A school district would set these up once."""
    since = calendar.day(ARRIVED)
    for kind, roles in ((OrgRoleKind.PRINCIPAL, people.SPONSORS), (OrgRoleKind.DISTRICT_TEAM, people.LEADERS)):
        for key, place in roles.items():
            OrgRole.objects.create(org=places[place], user=users[key], kind=kind, started=since)
    for key in (*people.COACHES, *people.ANALYSTS):
        NetworkRole.objects.create(network=network, user=users[key], started=since)
