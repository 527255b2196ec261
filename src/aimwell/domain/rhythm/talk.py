"""A talk about data in stages: expect, with the numbers covered; then notice, wonder, explain, test, next step.

Explanations wait until all have looked (S4 R-53; S4 L108-L113, L137). Names of schools or rooms stay covered until
the stage after noticing, because people look for names before they look at numbers (S4 R-54, L108).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from enum import StrEnum
from string import ascii_uppercase


class Stage(StrEnum):
    EXPECT = "expect"
    NOTICE = "notice"
    WONDER = "wonder"
    EXPLAIN = "explain"
    TEST = "test"
    NEXT = "next"


ORDER = tuple(Stage)


def after(stage: Stage) -> Stage | None:
    """The stage that follows; None after the last."""
    place = ORDER.index(stage) + 1
    return ORDER[place] if place < len(ORDER) else None


def before(stage: Stage) -> Stage | None:
    place = ORDER.index(stage)
    return ORDER[place - 1] if place else None


def shows_numbers(now: Stage) -> bool:
    return now is not Stage.EXPECT


def may_unmask(now: Stage) -> bool:
    """Names can be shown once everybody has noticed something."""
    return ORDER.index(now) > ORDER.index(Stage.NOTICE)


def masks(count: int) -> tuple[str, ...]:
    """ "A", "B", ... "Z", "AA", ...: one for each line."""
    names: list[str] = []
    for number in range(count):
        name, rest = "", number
        while True:
            rest, letter = divmod(rest, len(ascii_uppercase))
            name = ascii_uppercase[letter] + name
            if rest == 0:
                break
            rest -= 1
        names.append(name)
    return tuple(names)


def shuffled(keys: Sequence[int], seed: str) -> tuple[int, ...]:
    """The same order for the same seed, and none that tells which is which."""
    order = sorted(keys)
    random.Random(seed).shuffle(order)  # noqa: S311  (hides an order; protects no secret)
    return tuple(order)
