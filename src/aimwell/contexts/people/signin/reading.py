"""A list of people to invite, as CSV: what each row says, and what each row still needs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models.functions import Lower

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.signin.access import may_lead
from aimwell.domain.errors import Refused

MOST_ROWS = 500
NAMES = {
    "name": ("name", "nombre"),
    "email": ("email", "e-mail", "correo"),
    "team": ("team", "equipo"),
    "role": ("role", "rol"),
}
ROLES = {
    **{role.value: role for role in TeamRole},
    "líder": TeamRole.LEAD, "suplente": TeamRole.BACKUP, "facilitador": TeamRole.FACILITATOR,
    "facilitadora": TeamRole.FACILITATOR, "content coach": TeamRole.CONTENT_COACH, "miembro": TeamRole.MEMBER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Invitee:
    email: str
    team: Team
    name: str = ""
    role: TeamRole = TeamRole.MEMBER


@dataclass(frozen=True, slots=True)
class Row:
    """`row`: its number in the file, the line of names being 1. `problems`: error code and facts of each."""

    row: int
    said: Mapping[str, str]
    invitee: Invitee | None
    problems: tuple[Refused, ...]


def read(text: str, *, teams: Iterable[Team], by: User) -> list[Row]:
    """The rows of `text`; `teams`: those they may name; `by` must lead the one named. A single team need not be named.

    Raises Refused("invitations_read"), Refused("invitations_many").
    """
    lines = _lines(text)
    by_name: dict[str, list[Team]] = {}
    for team in teams:
        by_name.setdefault(team.name.casefold(), []).append(team)
    members = _members(team for found in by_name.values() for team in found)
    led = cache(lambda team: may_lead(by, team))
    seen: dict[tuple[str, int], int] = {}
    return [_row(number, said, by_name, members, seen, led) for number, said in lines]


def _lines(text: str) -> list[tuple[int, dict[str, str]]]:
    text = text.lstrip("\ufeff").strip()
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=between, strict=True))
    except csv.Error as error:
        raise Refused("invitations_read") from error
    header = [_column(cell) for cell in rows[0]] if rows else []
    if "email" not in header:
        raise Refused("invitations_read")
    found = [
        (number, {name: cell.strip() for name, cell in zip(header, row, strict=False) if name})
        for number, row in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in row)
    ]
    if not found:
        raise Refused("invitations_read")
    if len(found) > MOST_ROWS:
        raise Refused("invitations_many", count=len(found), limit=MOST_ROWS)
    return found


def _column(cell: str) -> str:
    said = cell.strip().casefold()
    return next((name for name, words in NAMES.items() if said in words), "")


def _members(teams: Iterable[Team]) -> set[tuple[str, int]]:
    open_places = Membership.objects.filter(team__in=[team.pk for team in teams], ended=None).exclude(user=None)
    return set(open_places.annotate(low=Lower("user__email")).values_list("low", "team"))


def _row(
    number: int,
    said: dict[str, str],
    by_name: dict[str, list[Team]],
    members: set[tuple[str, int]],
    seen: dict[tuple[str, int], int],
    led: Callable[[Team], bool],
) -> Row:
    problems: list[Refused] = []
    email, team, role = said.get("email", "").lower(), _team(said, by_name), _role(said)
    if not _is_address(email):
        problems.append(Refused("row_email", value=email[:80]))
    if team is None:
        problems.append(Refused("row_team", value=said.get("team", "")[:80]))
    if team is not None and not led(team):
        problems.append(Refused("row_full", value=team.name))
    if role is None:
        problems.append(Refused("row_role", value=said["role"][:40], choices=", ".join(TeamRole.values)))
    if team is not None and (email, team.pk) in seen:
        problems.append(Refused("row_twice", value=email, row=seen[email, team.pk]))
    if team is not None and (email, team.pk) in members:
        problems.append(Refused("row_member", value=email))
    if problems or team is None or role is None:
        return Row(number, said, None, tuple(problems))
    seen[email, team.pk] = number
    return Row(number, said, Invitee(email=email, team=team, name=said.get("name", "")[:120], role=role), ())


def _team(said: dict[str, str], by_name: dict[str, list[Team]]) -> Team | None:
    only = [team for found in by_name.values() for team in found]
    found = by_name.get(said["team"].casefold(), []) if said.get("team") else only
    return found[0] if len(found) == 1 else None


def _role(said: dict[str, str]) -> TeamRole | None:
    return ROLES.get(said["role"].casefold().replace(" ", "_")) if said.get("role") else TeamRole.MEMBER


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254
