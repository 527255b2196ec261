from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from aimwell.contexts.orgs import wording
from aimwell.contexts.orgs.models import (
    CalendarSpan,
    Network,
    NetworkOrg,
    Org,
    OrgKind,
    OrgPlacement,
    Participation,
    SpanKind,
    Taking,
    Team,
    TeamKind,
)
from aimwell.domain.errors import Refused

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STEP = wording.STEP


def step(number: int) -> str:
    """`number` as six characters of one fixed alphabet, so that paths sort alike in every database."""
    text = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        text = DIGITS[digit] + text
    return text.rjust(STEP, "0")


@transaction.atomic
def create_org(*, kind: OrgKind, name: str, parent: Org | None = None, since: datetime.date | None = None) -> Org:
    org = Org.objects.create(kind=kind, name=name, parent=parent, path=f"new-{uuid.uuid4()}")
    org.path = (parent.path if parent else "") + step(org.pk)
    org.save(update_fields=["path"])
    OrgPlacement.objects.create(org=org, parent=parent, started=since or timezone.localdate())
    return org


@transaction.atomic
def move_org(*, org: Org, parent: Org | None, on: datetime.date) -> Org:
    """Hang `org` and all below it elsewhere from `on`, today or earlier; where it hung before is kept.

    Raises Refused("org_below_itself"), Refused("org_moves_later"), Refused("org_moved_since").
    """
    org = Org.objects.select_for_update().get(pk=org.pk)
    parent = Org.objects.select_for_update().get(pk=parent.pk) if parent is not None else None
    if parent is not None and parent.path.startswith(org.path):
        raise Refused("org_below_itself")
    if org.parent_id == (parent.pk if parent else None):
        return org
    if on > timezone.localdate():
        raise Refused("org_moves_later")
    last = org.placements.get(ended=None)
    if last.started > on:
        raise Refused("org_moved_since", since=last.started)
    last.ended = on
    last.save(update_fields=["ended"])
    OrgPlacement.objects.create(org=org, parent=parent, started=on)
    _hang(org, parent)
    wording.renew(Team.objects.filter(org__path__startswith=org.path))
    return org


def _hang(org: Org, parent: Org | None) -> None:
    old, new = org.path, (parent.path if parent else "") + step(org.pk)
    below = Org.objects.filter(path__startswith=old)
    below.update(path=Concat(Value(new), Substr("path", len(old) + 1)))
    org.parent, org.path = parent, new
    org.save(update_fields=["parent"])


def rename_org(*, org: Org, name: str) -> Org:
    org.name = name.strip()
    org.save(update_fields=["name"])
    return org


def create_network(*, name: str, aim: str = "") -> Network:
    return Network.objects.create(name=name, aim=aim)


def join_network(*, network: Network, org: Org, since: datetime.date) -> NetworkOrg:
    """In it from `since`; who is in it already stays as they are."""
    return NetworkOrg.objects.get_or_create(network=network, org=org, until=None, defaults={"since": since})[0]


def leave_network(*, network: Network, org: Org) -> None:
    """Out of it from today; the time in it is kept."""
    NetworkOrg.objects.filter(network=network, org=org, until=None).update(until=timezone.localdate())


def create_team(
    *, name: str, kind: TeamKind = TeamKind.TEAM, org: Org | None = None, about: str = "", synthetic: bool = False
) -> Team:
    held = wording.held_in(org.path) if org is not None else wording.HOUSE
    return Team.objects.create(
        name=name.strip(), kind=kind, org=org, about=about.strip(), synthetic=synthetic,
        words=held.words, method=held.method, steps=held.steps,
    )  # fmt: skip


def await_people(team: Team) -> Participation:
    """A new team without anybody in it is invited, until the first person is there."""
    return Participation.objects.create(team=team, state=Taking.INVITED, started=timezone.localdate())


def take_part(team: Team) -> None:
    """An invited team is active from today; any other stays as it is."""
    today = timezone.localdate()
    if Participation.objects.filter(team=team, state=Taking.INVITED, ended=None).update(ended=today):
        Participation.objects.create(team=team, state=Taking.ACTIVE, started=today)


def add_span(
    *,
    org: Org | None,
    team: Team | None,
    kind: SpanKind,
    starts_on: datetime.date,
    ends_on: datetime.date,
    name: str = "",
    key: uuid.UUID | None = None,
) -> tuple[CalendarSpan, bool]:
    """Days of a place or of a team, and True where they are new; the same again gives the first ones back.

    Raises Refused: "days_out_of_order", "key_used".
    """
    if ends_on < starts_on:
        raise Refused("days_out_of_order")
    days = {"org": org, "team": team, "kind": kind, "starts_on": starts_on, "ends_on": ends_on, "name": name.strip()}
    twin = CalendarSpan.objects.filter(**days, ended_at=None).first()
    if twin is None and key is not None:
        twin = CalendarSpan.objects.select_related("org", "team").filter(client_key=key).first()
        if twin is not None and (twin.org, twin.team) != (org, team):
            raise Refused("key_used")
    return (twin, False) if twin else (CalendarSpan.objects.create(**days, client_key=key), True)


def end_span(span: CalendarSpan, *, ended: bool = True) -> CalendarSpan:
    """Take days back, or bring them back."""
    span.ended_at = timezone.now() if ended else None
    span.save(update_fields=["ended_at"])
    return span
