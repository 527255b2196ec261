"""All teams of the made-up world, in the order of districts."""

from __future__ import annotations

from aimwell.demo.worlds import alder, birch, cedar_to_heron, district_teams, fern_valley
from aimwell.demo.worlds.shapes import Team

TEAMS: tuple[Team, ...] = (
    *fern_valley.TEAMS,
    *alder.TEAMS,
    *birch.TEAMS,
    *cedar_to_heron.TEAMS,
    *district_teams.TEAMS,
)
BY_KEY = {team.key: team for team in TEAMS}
