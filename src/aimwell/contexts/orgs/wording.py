"""Which words, method and path hold in a place of the tree: the nearest choice wins (S4 R-60, R-61; S1 R-9).

The choices are the truth. What holds for a team is kept with it, so that no page asks the tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from aimwell.contexts.orgs.models import Chosen, LocalWord, Method, MethodChoice, Org, PathChoice, Team

STEP = 6


@dataclass(frozen=True)
class Held:
    """`words`: by key and language; `origins`: the place each word comes from; `method_from`, `steps_from` likewise.

    `steps` is empty where nobody chose a path.
    """

    words: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    method: str = Method.STRUCTURED
    steps: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, Org | Team] = field(default_factory=dict)
    method_from: Org | Team | None = None
    steps_from: Org | Team | None = None


HOUSE = Held()
CHOICES: tuple[type[Chosen], ...] = (LocalWord, MethodChoice, PathChoice)
ByPath = dict[str, list[Any]]


def held_in(path: str) -> Held:
    """What holds in the organisation with this path. Three queries."""
    above = [path[:end] for end in range(STEP, len(path) + 1, STEP)]
    return _laid(_choices(above), path)


def held_by(team: Team) -> Held:
    """What holds for this team: of its organisations, or its own where it has none. Three queries."""
    if team.org is not None:
        return held_in(team.org.path)
    return _over(
        HOUSE, team, [row for model in CHOICES for row in model._default_manager.filter(team=team, ended=None)]
    )


def renew(teams: QuerySet[Team]) -> None:
    """Write what holds to each of `teams`, once the choices or the tree have changed. Four queries and the writes."""
    rows = list(teams.select_related("org").order_by("pk"))
    paths = {row.org.path for row in rows if row.org is not None}
    choices = _choices({path[:end] for path in paths for end in range(STEP, len(path) + 1, STEP)})
    by_path = {path: _laid(choices, path) for path in paths}
    changed = []
    for row in rows:
        held = by_path[row.org.path] if row.org is not None else held_by(row)
        if (row.words, row.method, row.steps) != (held.words, held.method, held.steps):
            row.words, row.method, row.steps = held.words, held.method, held.steps
            changed.append(row)
    Team.objects.bulk_update(changed, ["words", "method", "steps"], batch_size=500)


def _choices(paths: Iterable[str]) -> ByPath:
    """The open choices of these organisations, by path."""
    found: ByPath = {}
    above = list(paths)
    for model in CHOICES:
        for row in model._default_manager.filter(org__path__in=above, ended=None).select_related("org"):
            found.setdefault(row.org.path, []).append(row)  # type: ignore[union-attr]
    return found


def _laid(choices: ByPath, path: str) -> Held:
    """From the top down, each place over what stands above it."""
    held = HOUSE
    for end in range(STEP, len(path) + 1, STEP):
        rows = choices.get(path[:end], [])
        held = _over(held, rows[0].org, rows) if rows else held
    return held


def _over(held: Held, place: Org | Team, rows: Iterable[Any]) -> Held:
    """`place` with its open choices, over what holds above it."""
    for row in rows:
        match row:
            case LocalWord():
                forms = {**held.words.get(row.key, {}), **row.forms}
                words, origins = {**held.words, row.key: forms}, {**held.origins, row.key: place}
                held = replace(held, words=words, origins=origins)
            case MethodChoice():
                held = replace(held, method=row.method, method_from=place)
            case PathChoice():
                held = replace(held, steps=row.steps, steps_from=place)
    return held
