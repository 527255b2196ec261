"""Who may work with staff lists: the administrators of an organisation, for it and all below it."""

from __future__ import annotations

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people import offices
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import Reader
from aimwell.contexts.people.rosters.models import RosterImport
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound


def require_roster(*, by: User, org: Org) -> None:
    """Raises NotAllowed."""
    offices.require_power(by=by, power=Power.ROSTER, org=org)


def find_org(user: Reader, org_id: int) -> Org:
    """Raises NotFound for an organisation whose staff lists `user` does not look after."""
    return offices.find_org(user, org_id, Power.ROSTER)


def find_import(user: Reader, pk: int, *, org_id: int | None = None) -> RosterImport:
    """Raises NotFound, for another organisation's list as for one that does not exist."""
    rows = RosterImport.objects.select_related("book__org", "started_by")
    found = rows.filter(pk=pk, **({} if org_id is None else {"book__org": org_id})).first()
    if found is None or not offices.may_in(user, Power.ROSTER, found.book.org):
        raise NotFound
    return found
