from django.http import HttpRequest

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import find_team


def team_of(request: HttpRequest, team_id: int) -> Team:
    """The team of the page, for its head. Raises NotFound for a team that the reader may not know."""
    request.team = find_team(request.user, team_id)  # type: ignore[attr-defined]
    return request.team  # type: ignore[attr-defined,no-any-return]


def number(text: str) -> int | None:
    """A key or a version out of a request, or None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
