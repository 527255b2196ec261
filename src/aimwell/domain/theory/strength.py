"""How full is the circle: evidence strength by a printed rule (N-6; mockups section 6).

0 quarters: not tried. 1: at least one test. 2: held in one setting. 3: held in two. 4: held in three or more.
"Held" means the result met the prediction that was locked before Do. A part is as full as its best live idea.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aimwell.domain.theory.graph import PartKind, Theory, below

FULL = 4


@dataclass(frozen=True)
class Trial:
    """One finished cycle of an idea in one setting, such as "Room 12"."""

    setting: str
    held: bool


def quarters(trials: Iterable[Trial]) -> int:
    """0 to 4 quarters for one idea."""
    known = tuple(trials)
    settings = {" ".join(trial.setting.split()).casefold() for trial in known if trial.held}
    return min(FULL, len(settings) + 1) if known else 0


def strengths(theory: Theory, trials: Mapping[str, Iterable[Trial]]) -> dict[str, int]:
    """Quarters for each driver and idea by id; `trials` are keyed by idea. The aim has no circle."""
    own = {part.id: quarters(trials.get(part.id, ())) for part in theory.of_kind(PartKind.IDEA)}
    live = {part.id for part in theory.of_kind(PartKind.IDEA) if not part.abandoned}
    return {
        part.id: own[part.id]
        if part.kind is PartKind.IDEA
        else max((own[other] for other in below(theory, part.id) & live), default=0)
        for part in theory.parts
        if part.kind is not PartKind.AIM
    }
