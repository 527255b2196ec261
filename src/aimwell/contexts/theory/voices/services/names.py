"""A name that slipped into a text is shown to its writer alone, before anything is kept (S3 R-58)."""

from __future__ import annotations

from collections.abc import Iterable

from aimwell.contexts.people.models import PartOfContent, TeamContent, User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import require
from aimwell.contexts.theory.voices.queries.names import named
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


def require_no_names(*, by: User, place: PartOfContent | TeamContent, texts: Iterable[str], keep: bool) -> None:
    """Raises NotAllowed for whoever may not write here, else Refused("names_inside") unless `keep` was said."""
    require(by=by, permission=Permission.EDIT, obj=place)
    if not keep and (words := named(owner_of(place)[0], texts)):
        raise Refused("names_inside", words=list(words))
