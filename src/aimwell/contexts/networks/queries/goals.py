"""The two strands of a network, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from aimwell.contexts.networks.models import Goal, GoalKind, GoalNote
from aimwell.contexts.orgs.models import Network
from aimwell.domain.networks import PARTS, NetworkAim, missing
from aimwell.domain.words.networks import missing_words


@dataclass(frozen=True)
class GoalView:
    """A goal, the parts its text does not say yet, and its notes on how far it has come, the newest first."""

    goal: Goal
    missing: tuple[str, ...]
    notes: tuple[GoalNote, ...]

    @property
    def newest(self) -> GoalNote | None:
        return self.notes[0] if self.notes else None

    @property
    def broad(self) -> bool:
        return bool(self.missing)

    def missing_words(self, lang: str) -> str:
        return missing_words(self.missing, lang)


def goals_of(network: Network) -> dict[str, list[GoalView]]:
    """By kind, the outcome aim first; both kinds are there, also without a goal. Two queries."""
    goals = list(Goal.objects.filter(network=network, ended_at=None))
    notes: dict[int, list[GoalNote]] = {goal.pk: [] for goal in goals}
    for note in GoalNote.objects.filter(goal__in=goals, ended_at=None):
        notes[note.goal_id].append(note)
    found: dict[str, list[GoalView]] = {str(kind): [] for kind in (GoalKind.OUTCOME, GoalKind.CAPABILITY)}
    for goal in goals:
        found[goal.kind].append(GoalView(goal, _missing_of(goal), tuple(notes[goal.pk])))
    return found


def _missing_of(goal: Goal) -> tuple[str, ...]:
    """Only the outcome aim is asked for all parts; a capability goal may be one sentence."""
    if goal.kind != GoalKind.OUTCOME:
        return ()
    return missing(NetworkAim(**{part: getattr(goal, part) for part in PARTS}))


def notes_of(goal: Goal) -> QuerySet[GoalNote]:
    """The newest first."""
    return goal.notes.filter(ended_at=None)
