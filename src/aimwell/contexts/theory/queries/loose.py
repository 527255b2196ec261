"""The one quiet effort of a team that holds its cycles without an aim (S1 R-38). It stands in no list of efforts."""

from __future__ import annotations

from django.db.models import Q

from aimwell.contexts.theory.models import Inquiry

LOOSE = "loose"
"""The step that such an effort goes without: being tied to an aim."""
NOT_LOOSE = ~Q(skipped__has_key=LOOSE)


def is_loose(inquiry: Inquiry) -> bool:
    return LOOSE in inquiry.skipped
