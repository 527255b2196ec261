"""What a token opens beside what its person may do: reading only, numbers only, one team only.

A token is narrower than its person, never wider. What is not named here stays shut for a narrow token, so that a new
address is closed to it until somebody opens it.
"""

from __future__ import annotations

from django.db.models import Model
from django.http import HttpRequest

from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.measures.models import Annotation, DataImport, Measure, Observation
from aimwell.contexts.people.models import ApiToken, TokenScope
from aimwell.contexts.theory.models import Bone, Cause, Evidence, Inquiry, Link, Part, Perspective
from aimwell.domain.errors import NotAllowed, NotFound

READING = {"GET", "HEAD", "OPTIONS"}
NUMBERS = {"measures", "series", "observations", "annotations", "imports"}
OWNED: dict[str, type[Model]] = {
    "inquiries": Inquiry, "evidence": Evidence, "perspectives": Perspective, "bones": Bone, "causes": Cause,
    "parts": Part, "links": Link, "measures": Measure, "observations": Observation,
    "annotations": Annotation, "imports": DataImport, "cycles": Cycle, "entries": Entry,
}  # fmt: skip
"""The first word of an address, and what its number stands for."""


def require_scope(request: HttpRequest, token: ApiToken) -> None:
    """Raises NotAllowed: read_only_token, numbers_only_token; NotFound outside the team of the token."""
    words = request.path.strip("/").split("/")[2:]
    if request.method not in READING and token.scope == TokenScope.READ:
        raise NotAllowed("read_only_token")
    if token.scope == TokenScope.MEASURES and not _of_numbers(words, request.method in READING):
        raise NotAllowed("numbers_only_token")
    if token.team_id and words != ["me"] and _team_of(words) != token.team_id:
        raise NotFound


def _of_numbers(words: list[str], reads: bool) -> bool:
    if words[0] == "teams":
        return words[2] in NUMBERS if len(words) > 2 else reads
    return words[0] in NUMBERS or words == ["me"]


def _team_of(words: list[str]) -> int | None:
    """The team that an address speaks of."""
    if len(words) < 2 or not words[1].isascii() or not words[1].isdecimal() or len(words[1]) > 18:
        return None
    pk = int(words[1])
    if words[0] == "teams":
        return pk
    if (model := OWNED.get(words[0])) is None:
        return None
    root: str = model.ROOT  # type: ignore[attr-defined]
    owner = f"{root}__owner_team" if root else "owner_team"
    return model._default_manager.filter(pk=pk).values_list(owner, flat=True).first()
