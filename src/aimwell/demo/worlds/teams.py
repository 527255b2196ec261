"""All teams of the made-up world, in the order of districts."""

from __future__ import annotations

from aimwell.demo.worlds import (
    alder,
    alder_pictures,
    birch,
    birch_questions,
    cedar,
    district_teams,
    estuary,
    fern_valley,
    heron,
)
from aimwell.demo.worlds.shapes import Team

TEAMS: tuple[Team, ...] = (
    *fern_valley.TEAMS,
    *alder.TEAMS,
    *alder_pictures.TEAMS,
    *birch.TEAMS,
    *birch_questions.TEAMS,
    *cedar.TEAMS,
    *estuary.TEAMS,
    *heron.TEAMS,
    *district_teams.TEAMS,
)
BY_KEY = {team.key: team for team in TEAMS}
