"""The rhythm of a team: a preview first, then all its meetings."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.meetings import queries, services
from aimwell.contexts.meetings.api.base import found, own_team, router
from aimwell.contexts.meetings.api.shapes import (
    RhythmChangeIn,
    RhythmEndIn,
    RhythmFields,
    RhythmIn,
    RhythmOut,
    RhythmPreviewOut,
)
from aimwell.contexts.meetings.models import Rhythm
from aimwell.contexts.meetings.queries import Preview
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Id, Pages
from aimwell.contexts.people.queries import find_team, visible_to
from aimwell.contexts.people.services import require
from aimwell.domain.access import Permission


@router.get("/teams/{team_id}/rhythms", response={200: list[RhythmOut], **READ})
@paginate(Pages)
def list_rhythms(request: HttpRequest, team_id: Id) -> QuerySet[Rhythm]:
    return visible_to(request.user, Rhythm, team=own_team(request, team_id))


@router.post("/teams/{team_id}/rhythms/preview", response={200: RhythmPreviewOut, **READ})
def preview_new_rhythm(request: HttpRequest, team_id: Id, rhythm: RhythmIn) -> dict[str, Any]:
    """Every meeting it would make, and the days left out. Nothing is kept."""
    team = own_team(request, team_id)
    return _shown(queries.preview_rhythm(team, services.checked(_facts(rhythm))))


@router.post("/teams/{team_id}/rhythms", response={201: RhythmOut, **WRITE})
def make_rhythm(request: HttpRequest, team_id: Id, rhythm: RhythmIn) -> Status[Rhythm]:
    """A rhythm with all its meetings to its last day."""
    team = find_team(request.user, team_id)
    return Status(201, services.make_rhythm(by=request.user, team=team, key=rhythm.key, **_facts(rhythm)))


@router.post("/rhythms/{rhythm_id}/preview", response={200: RhythmPreviewOut, **WRITE})
def preview_rhythm_change(request: HttpRequest, rhythm_id: Id, rhythm: RhythmChangeIn) -> dict[str, Any]:
    """What the change would move, make and drop. Nothing is kept."""
    row = found(request, Rhythm, rhythm_id)
    require(by=request.user, permission=Permission.EDIT, obj=row)
    facts = {name: getattr(row, name) for name in services.RHYTHM_FIELDS} | rhythm.sent()
    return _shown(queries.preview_change(row, services.checked(facts)))


@router.patch("/rhythms/{rhythm_id}", response={200: RhythmOut, **EDIT})
def change_rhythm(request: HttpRequest, rhythm_id: Id, rhythm: RhythmChangeIn) -> Rhythm:
    """From tomorrow on; meetings with notes stay."""
    row = found(request, Rhythm, rhythm_id)
    return services.change_rhythm(by=request.user, rhythm=row, version=rhythm.version, **rhythm.sent())


@router.post("/rhythms/{rhythm_id}/end", response={200: RhythmOut, **EDIT})
def end_rhythm(request: HttpRequest, rhythm_id: Id, end: RhythmEndIn) -> Rhythm:
    """It ends today; planned meetings without notes fall away."""
    row = found(request, Rhythm, rhythm_id)
    return services.end_rhythm(by=request.user, rhythm=row, version=end.version, reason=end.reason)


@router.post("/rhythms/{rhythm_id}/take-back", response={200: RhythmOut, **WRITE})
def take_rhythm_change_back(request: HttpRequest, rhythm_id: Id) -> Rhythm:
    """As it was before the last change; a new rhythm goes away with its meetings."""
    return services.take_change_back(by=request.user, rhythm=found(request, Rhythm, rhythm_id))


def _facts(rhythm: RhythmFields) -> dict[str, Any]:
    return {name: getattr(rhythm, name) for name in services.RHYTHM_FIELDS}


def _shown(preview: Preview) -> dict[str, Any]:
    return {
        "sessions": preview.sessions, "skipped": preview.skipped, "moves": len(preview.really_moved),
        "falls_away": len(preview.dropped), "kept": len(preview.kept),
    }  # fmt: skip
