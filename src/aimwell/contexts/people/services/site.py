from __future__ import annotations

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.core.history.services import record


@transaction.atomic
def run_site(*, user: User, runs: bool) -> bool:
    """Whether `user` runs this site, said by whoever holds the machine; whether that was a change.

    No page and no call of the API leads here: the first administrator must come from somewhere, and nobody else may
    make one.
    """
    if user.is_site_admin == runs:
        return False
    user.is_site_admin = runs
    user.save(update_fields=["is_site_admin"])
    record(by=None, verb="site_given" if runs else "site_ended", target=user, scope_id=None)
    return True
