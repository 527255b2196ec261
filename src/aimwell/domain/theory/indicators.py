"""Signs on the way to an aim, in the order of time: early ones first, the result last (S1 R-20, L1343)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sign:
    """`exists`: one of the team's measures shows it; else `owner` sets it up by `make_by`."""

    key: str
    name: str
    expected_on: date
    early: bool = True
    overarching: bool = False
    exists: bool = False
    owner: str = ""
    make_by: date | None = None

    @property
    def is_task(self) -> bool:
        return not self.exists


@dataclass(frozen=True, slots=True)
class Hint:
    """`code` is a key of `words.aims`, `sign` the one that is meant; empty where all are."""

    code: str
    sign: str = ""


def in_time(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """By the day they are expected; of one day the early ones first and the one over all others last."""
    return tuple(sorted(signs, key=lambda one: (one.expected_on, one.overarching, not one.early, one.key)))


def hints(signs: Sequence[Sign], *, by_when: date | None) -> tuple[Hint, ...]:
    """Small next moves: none of them stands in the way of anything."""
    steps = [one for one in signs if not one.overarching]
    first_early = min((one.expected_on for one in steps if one.early), default=None)
    found = []
    if steps and first_early is None:
        found.append(Hint("no_early"))
    for one in in_time(signs):
        if first_early is not None and not one.early and not one.overarching and one.expected_on < first_early:
            found.append(Hint("late_first", one.name))
        if by_when is not None and one.expected_on > by_when:
            found.append(Hint("after_aim", one.name))
        if one.is_task and not (one.owner and one.make_by):
            found.append(Hint("no_owner", one.name))
    return tuple(found)
