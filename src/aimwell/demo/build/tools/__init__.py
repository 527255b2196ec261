"""What the tools around a theory hold in the demo. A builder does nothing for a team that has not used its tool."""

from __future__ import annotations

from collections.abc import Callable

from aimwell.demo.build.cycles import Bench
from aimwell.demo.build.tools import (
    aims,
    attendance,
    barriers,
    causes,
    choosing,
    collecting,
    conditions,
    diagram,
    digest,
    held,
    huddle,
    launch,
    layers,
    meetings,
    noticing,
    practices,
    predicting,
    processes,
    protocols,
    quick,
    rounds,
    rubric,
    shareout,
    voices,
    wall,
)

Builder = Callable[[str, Bench], None]
BUILDERS: tuple[Builder, ...] = (
    noticing.build, aims.build, choosing.build, diagram.build, causes.build, voices.build, layers.build,
    wall.build, processes.build, predicting.build, practices.build, attendance.build,
    launch.build, meetings.build, protocols.build,
    huddle.build, barriers.build,
    collecting.build,
    conditions.build,
    held.build,
    quick.build,
    rounds.build,
    rubric.build,
    shareout.build,
    digest.build,
)  # fmt: skip


def build_tools(team: str, bench: Bench) -> None:
    """`team` is the key of the team in `worlds`."""
    for build in BUILDERS:
        build(team, bench)
