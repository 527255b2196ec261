from __future__ import annotations

import datetime

from django.db import transaction

from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, OrgKind, Team, TeamKind

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STEP = 6


def step(number: int) -> str:
    """`number` as six characters of one fixed alphabet, so that paths sort alike in every database."""
    text = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        text = DIGITS[digit] + text
    return text.rjust(STEP, "0")


@transaction.atomic
def create_org(*, kind: OrgKind, name: str, parent: Org | None = None) -> Org:
    org = Org.objects.create(kind=kind, name=name, parent=parent, path=f"new-{name}"[:200])
    org.path = (parent.path if parent else "") + step(org.pk)
    org.save(update_fields=["path"])
    return org


def create_network(*, name: str, aim: str = "") -> Network:
    return Network.objects.create(name=name, aim=aim)


def join_network(*, network: Network, org: Org, since: datetime.date) -> NetworkOrg:
    return NetworkOrg.objects.get_or_create(network=network, org=org, defaults={"since": since})[0]


def create_team(
    *, name: str, kind: TeamKind = TeamKind.TEAM, org: Org | None = None, about: str = "", synthetic: bool = False
) -> Team:
    return Team.objects.create(name=name.strip(), kind=kind, org=org, about=about.strip(), synthetic=synthetic)
