"""An inquiry of Ana's team with one bone."""

import pytest

from aimwell.contexts.theory.services import add_bone, start_inquiry


@pytest.fixture
def inquiry(ana, team):
    return start_inquiry(by=ana, team=team, problem="Attendance is low", for_whom="600 students", how_known="Counted")


@pytest.fixture
def bone(ana, inquiry):
    return add_bone(by=ana, inquiry=inquiry, name="Time")
