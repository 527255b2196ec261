"""Which words and which method hold in a place of the tree: the nearest choice wins (S4 R-60, R-61).

The choices are the truth. What holds for a team is kept with it, so that no page asks the tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from aimwell.contexts.orgs.models import LocalWord, Method, MethodChoice, Org, Team

STEP = 6


@dataclass(frozen=True)
class Held:
    """`words`: by key and language; `origins`: the place each word comes from; `method_from` likewise."""

    words: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    method: str = Method.STRUCTURED
    origins: dict[str, Org | Team] = field(default_factory=dict)
    method_from: Org | Team | None = None


HOUSE = Held()
Choices = dict[str, tuple[list[LocalWord], list[MethodChoice]]]


def held_in(path: str) -> Held:
    """What holds in the organisation with this path. Two queries."""
    above = [path[:end] for end in range(STEP, len(path) + 1, STEP)]
    return _laid(_choices(above), path)


def held_by(team: Team) -> Held:
    """What holds for this team: of its organisations, or its own where it has none. Two queries."""
    if team.org is not None:
        return held_in(team.org.path)
    words, methods = LocalWord.objects.filter(team=team, ended=None), MethodChoice.objects.filter(team=team, ended=None)
    return _over(HOUSE, team, words, methods)


def renew(teams: QuerySet[Team]) -> None:
    """Write what holds to each of `teams`, once the choices or the tree have changed. Three queries and the writes."""
    rows = list(teams.select_related("org").order_by("pk"))
    paths = {row.org.path for row in rows if row.org is not None}
    choices = _choices({path[:end] for path in paths for end in range(STEP, len(path) + 1, STEP)})
    by_path = {path: _laid(choices, path) for path in paths}
    changed = []
    for row in rows:
        held = by_path[row.org.path] if row.org is not None else held_by(row)
        if (row.words, row.method) != (held.words, held.method):
            row.words, row.method = held.words, held.method
            changed.append(row)
    Team.objects.bulk_update(changed, ["words", "method"], batch_size=500)


def _choices(paths: Iterable[str]) -> Choices:
    """The open choices of these organisations, by path."""
    found: Choices = {}
    for word in LocalWord.objects.filter(org__path__in=paths, ended=None).select_related("org"):
        found.setdefault(word.org.path, ([], []))[0].append(word)  # type: ignore[union-attr]
    for method in MethodChoice.objects.filter(org__path__in=paths, ended=None).select_related("org"):
        found.setdefault(method.org.path, ([], []))[1].append(method)  # type: ignore[union-attr]
    return found


def _laid(choices: Choices, path: str) -> Held:
    """From the top down, each place over what stands above it."""
    held = HOUSE
    for end in range(STEP, len(path) + 1, STEP):
        words, methods = choices.get(path[:end], ([], []))
        place: Any = next(iter([*words, *methods]), None)
        held = _over(held, place.org, words, methods) if place is not None else held
    return held


def _over(held: Held, place: Org | Team, words: Iterable[LocalWord], methods: Iterable[MethodChoice]) -> Held:
    said, method = list(words), next(iter(methods), None)
    return Held(
        words={**held.words, **{word.key: {**held.words.get(word.key, {}), **word.forms} for word in said}},
        origins={**held.origins, **{word.key: place for word in said}},
        method=method.method if method is not None else held.method,
        method_from=place if method is not None else held.method_from,
    )
