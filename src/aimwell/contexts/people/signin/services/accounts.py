"""Accounts without e-mail: a sign-in code and a first password on a card that is printed once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import transaction

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.orgs.services import take_part
from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.signin.access import may_lead, may_manage_people, require_lead
from aimwell.contexts.people.signin.models import CardAccount
from aimwell.core import standing
from aimwell.core.history.services import record
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotAllowed, Refused

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else: no 0 o 1 l i


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the card. The password is kept nowhere else."""

    user: User
    code: str
    password: str


@transaction.atomic
def make_account(
    *, by: User, name: str, team: Team | None = None, org: Org | None = None, role: TeamRole = TeamRole.MEMBER
) -> Card:
    """For a colleague in `team`, or anywhere in `org`. Raises NotAllowed."""
    if team is not None:
        require_lead(by=by, team=team)
    elif org is not None:
        require_power(by=by, power=Power.PEOPLE, org=org)
    else:
        raise NotAllowed
    password = _text(12)
    user = User.objects.create_user(None, password, name=name.strip(), sign_in_code=_free_code())
    CardAccount.objects.create(user=user, team=team, org=org, made_by=by)
    record(by=by, verb="account_made", target=user, scope_id=team.pk if team else None, org_id=org.pk if org else None)
    if team is not None:
        Membership.objects.create(team=team, user=user, name=user.name, role=role)
        take_part(team)
        standing.forget()
        record(by=by, verb="joined", target=team, scope_id=team.pk, after={"name": user.name})
    return Card(user=user, code=user.sign_in_code or "", password=password)


@transaction.atomic
def new_card(*, by: User, user: User) -> Card:
    """A new first password, for who lost theirs; it ends all their sessions.

    Raises Refused for an account with an address, and where the person works beyond what `by` looks after: a new
    password opens everything that the account may see.
    """
    account = CardAccount.objects.select_related("team__org", "org").filter(user=user).first()
    if account is None or not _looks_after(by, account):
        raise NotAllowed
    if user.email:
        raise Refused("card_has_email")
    places = _places(user)
    if not all(_reaches(by, account, place.team) for place in places) or _holds_office(user):
        raise Refused("card_elsewhere")
    password = _text(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    account.first_password = True
    account.save(update_fields=["first_password"])
    for place in places:  # whoever holds the new card could look in, so each team reads of it
        record(by=by, verb="card_renewed", target=user, scope_id=place.team_id)
    if account.org_id is not None:
        record(by=by, verb="card_renewed", target=user, scope_id=None, org_id=account.org_id)
    return Card(user=user, code=user.sign_in_code or "", password=password)


def _looks_after(by: User, account: CardAccount) -> bool:
    if account.team is not None:
        return may_lead(by, account.team)
    return account.org is not None and may_manage_people(by, account.org)


def _reaches(by: User, account: CardAccount, team: Team) -> bool:
    """The account's own team, or a team of an organisation that `by` administers."""
    return team.pk == account.team_id or (team.org is not None and may_manage_people(by, team.org))


def _places(user: User) -> list[Membership]:
    return list(Membership.objects.select_related("team__org").filter(user=user, ended=None))


def _holds_office(user: User) -> bool:
    return any(
        offices.filter(ended=None).exists() for offices in (user.org_roles, user.coach_assignments, user.network_roles)
    )


def _free_code() -> str:
    while User.objects.filter(sign_in_code=(code := _text(8))).exists():
        pass
    return code


def _text(length: int) -> str:
    """Random letters in groups of four: 12 of them hold 59 bits."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(length))
    return "-".join(drawn[start : start + 4] for start in range(0, length, 4))
