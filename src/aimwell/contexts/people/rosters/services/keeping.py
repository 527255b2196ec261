"""How long the lines of a list are kept: as long as it can be taken back."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.utils import timezone

from aimwell.contexts.people.rosters.models import RosterBook, RosterState, StagedProblem, StagedRow

UNDO_DAYS = 90


def forget_old_lines(book: RosterBook) -> None:
    """Remove what old lists were compared with; the lists themselves and their counts stay."""
    limit = timezone.now() - datetime.timedelta(days=UNDO_DAYS)
    old = book.imports.filter(Q(applied_at__lt=limit) | Q(applied_at=None, created_at__lt=limit))
    StagedRow.objects.filter(roster_import__in=old).delete()
    StagedProblem.objects.filter(roster_import__in=old).delete()
    old.filter(state=RosterState.READY).update(state=RosterState.DISCARDED)
