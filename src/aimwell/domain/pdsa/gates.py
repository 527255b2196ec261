"""The gate of a series: three questions about cycles that build on each other (S1 L1351-1362).

What the printed text leaves open is a setting: whether points may never fall or only from first to last, which three
cycles are looked at, and whether a series is one thread of a team or all of a school (S1 4.2, ambiguities). It speaks
about what is written down; a cycle that is not written down is "not documented", never "not done" (L1144).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from aimwell.domain.errors import Refused

ENOUGH = 3


class Way(StrEnum):
    PAIRWISE = "pairwise"
    """No cycle has fewer points than the one before."""
    ENDS = "ends"
    """The last has as many as the first, or more."""


class Window(StrEnum):
    WHOLE = "whole"
    FIRST = "first"
    LAST = "last"
    ANY = "any"
    """Any three in a row."""


class Series(StrEnum):
    CHAIN = "chain"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Settings:
    way: Way = Way.PAIRWISE
    window: Window = Window.WHOLE
    series: Series = Series.CHAIN

    def stored(self) -> dict[str, str]:
        return {"way": str(self.way), "window": str(self.window), "series": str(self.series)}


AS_USUAL = Settings()


def settings_of(asked: Mapping[str, str | None], usual: Settings = AS_USUAL) -> Settings:
    """What is named, else as usual. Raises Refused("unknown_choice")."""
    try:
        return Settings(
            Way(asked.get("way") or usual.way),
            Window(asked.get("window") or usual.window),
            Series(asked.get("series") or usual.series),
        )
    except ValueError as error:
        raise Refused("unknown_choice", value=str(error)) from None


@dataclass(frozen=True, slots=True)
class Cycle:
    """One cycle in its thread. `met` of `points` are in the record; None: not read to the end, or stopped.

    `follows`: whether a person judged that it follows from the one before; None: not judged.
    """

    met: int | None = None
    points: int = 10
    follows: bool | None = None
    documented: bool = True


Thread = Sequence[Cycle]


class Verdict(StrEnum):
    ALL = "all"
    FEW = "few"
    LOOSE = "loose"
    FELL = "fell"
    SPREAD = "spread"
    DEPENDS = "depends"
    NOT_DOCUMENTED = "not_documented"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`g1` to `g3` as printed; None: not known. `stopped`: the third is not asked, since the reading stops before.

    `depends`: another choice of cycles would change the third answer. `missing`: places in the thread where something
    is not read yet, as (place, "points" or "follows").
    """

    verdict: Verdict
    n: int
    g1: bool
    g2: bool | None
    g3: bool | None
    stopped: bool = False
    depends: bool = False
    missing: tuple[tuple[int, str], ...] = ()

    @property
    def no_minimum(self) -> bool:
        """By the letter it passes; the reader is told that few points pass as well (S1 4.2, case e)."""
        return self.verdict is Verdict.ALL


def gate(threads: Sequence[Thread], settings: Settings = Settings()) -> Outcome:
    """The three answers for a thread, or for the threads of a school.

    A school is counted as a whole; what follows on what, and how the points go, is looked at in its longest thread.
    """
    written = [[cycle for cycle in thread if cycle.documented] for thread in threads]
    longest = max(written, key=len, default=[])
    n = sum(map(len, written)) if settings.series is Series.SCHOOL else len(longest)
    if not n:
        return Outcome(Verdict.NOT_DOCUMENTED, 0, g1=False, g2=None, g3=None)
    if settings.series is Series.SCHOOL and n >= ENOUGH and len(longest) == 1:
        return Outcome(Verdict.SPREAD, n, g1=True, g2=False, g3=None)
    return _judged(longest, n, settings)


def _judged(thread: Thread, n: int, settings: Settings) -> Outcome:
    links = [cycle.follows for cycle in thread[1:]]
    g1, g2 = n >= ENOUGH, _all(links)
    loose = [place for place, cycle in enumerate(thread) if place and cycle.follows is False]
    missing = _missing(thread[: loose[0]] if loose else thread)
    if g2 is False:
        return Outcome(Verdict.LOOSE, n, g1, g2, None, stopped=True, missing=missing)
    g3 = holds(thread, settings.way, settings.window)
    asked = {holds(thread, settings.way, window) for window in Window if len(thread) > ENOUGH}
    depends = {True, False} <= asked
    verdict = _verdict(g1, g2, g3, depends=depends and settings.window is Window.WHOLE)
    return Outcome(verdict, n, g1, g2, g3, depends=depends, missing=missing)


def _verdict(g1: bool, g2: bool | None, g3: bool | None, *, depends: bool) -> Verdict:
    if not g1:
        return Verdict.FEW
    if g2 is None or g3 is None:
        return Verdict.UNREAD
    if depends:
        return Verdict.DEPENDS
    return Verdict.ALL if g3 else Verdict.FELL


def holds(thread: Thread, way: Way, window: Window) -> bool | None:
    """Whether the points improve or at least stay the same; None where a record is not read."""
    runs = _runs(thread, window)
    found = [_run_holds(run, way) for run in runs]
    if window is Window.ANY:
        return True if True in found else (None if None in found else False)
    return found[0]


def _runs(thread: Thread, window: Window) -> list[Thread]:
    if window is Window.WHOLE or len(thread) <= ENOUGH:
        return [thread]
    if window is Window.FIRST:
        return [thread[:ENOUGH]]
    if window is Window.LAST:
        return [thread[-ENOUGH:]]
    return [thread[at : at + ENOUGH] for at in range(len(thread) - ENOUGH + 1)]


def _run_holds(run: Thread, way: Way) -> bool | None:
    pairs = [(run[0], run[-1])] if way is Way.ENDS else list(pairwise(run))
    return _all([_not_fewer(before, after) for before, after in pairs])


def _not_fewer(before: Cycle, after: Cycle) -> bool | None:
    """As parts of the whole, since an organisation's own rubric may have fewer or more points."""
    if before.met is None or after.met is None:
        return None
    return after.met * before.points >= before.met * after.points


def _all(answers: Sequence[bool | None]) -> bool | None:
    """A no is a no whatever else is open."""
    return False if False in answers else (None if None in answers else True)


def _missing(thread: Thread) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    for place, cycle in enumerate(thread):
        if place and cycle.follows is None:
            found.append((place, "follows"))
        if cycle.met is None:
            found.append((place, "points"))
    return tuple(found)
